import { hostNamed, type RecordedRequest } from './recordedCall.ts';
import { fieldNamed } from './recordShape.ts';

const verbs = 'GET|POST|PUT|PATCH|DELETE|OPTIONS|HEAD|CONNECT';
/** The request line of HTTP, as access logs quote it (common and combined format, nginx, Envoy, HAProxy, load balancers). */
const requestLine = new RegExp(`(?<![A-Za-z])(${verbs})\\s(\\S{1,4000})\\sHTTP/\\d`);
/** A method before a whole address, as proxies and clients log it. */
const methodAndUrl = new RegExp(
  `(?<![A-Za-z])(${verbs})["']?[\\s:]{1,4}["']?(https?://[^\\s"'<>,]{1,4000})`,
);
const connected = new RegExp(`(?<![A-Za-z])CONNECT\\s[\\w.-]+:\\d`);
const pairMethod = new RegExp(
  `(?:^|[\\s{,])"?(?:http[._])?(?:request[._])?(?:method|verb)"?[=:]\\s?"?(${verbs})\\b`,
  'i',
);
const pairAddress =
  /(?:^|[\s{,])"?(?:http[._])?(?:request[._])?(?:url|uri|path|target)"?[=:]\s?"?((?:https?:\/)?\/[^\s",]{1,4000})/i;
const pairHost =
  /(?:^|[\s{,])"?(?:http[._])?(?:(?:request|server)[._])?(?:host|authority|vhost|server_name)"?[=:]\s?"?([\w.-]{3,253})/i;

/** The host in a line that has it apart from the request. */
function hostIn(line: string, at: number): string | undefined {
  const virtual = /^([A-Za-z][\w-]*(?:\.[\w-]+)+):\d{1,5}\s/.exec(line)?.[1];
  if (virtual !== undefined) return virtual;
  const paired = pairHost.exec(line)?.[1];
  if (paired !== undefined) return paired;
  // urllib3 names the host before the request; Envoy names the authority after it, between quotation marks.
  const before = /(https?:\/\/[\w.-]{3,253})(?::\d{1,5})?\s"$/.exec(line.slice(0, at))?.[1];
  if (before !== undefined) return before;
  const quoted = /"((?:[a-z][\w-]*|\d[\w-]*[a-z][\w-]*)(?:\.[\w-]+)+\.[a-z]{2,20})(?::\d{1,5})?"/gi;
  return [...line.slice(at).matchAll(quoted)]
    .map(([, host]) => host)
    .find((host) => host !== undefined);
}

/** Finds the request in a log line: the method, address and host, and nothing else. */
export function requestInLog(line: string): RecordedRequest | undefined {
  const found = requestLine.exec(line) ?? methodAndUrl.exec(line);
  if (found !== null) {
    const [, method, address = ''] = found;
    if (method === 'CONNECT') return { address: '' };
    const host = /^https?:/i.test(address) ? undefined : hostIn(line, found.index);
    return { method, address, host };
  }
  if (connected.test(line)) return { address: '' };
  const method = pairMethod.exec(line)?.[1];
  const address = pairAddress.exec(line)?.[1];
  return method === undefined || address === undefined
    ? undefined
    : { method, address, host: pairHost.exec(line)?.[1] };
}

/** The columns of a log in the W3C extended format, as its `#Fields:` line names them. */
export function columnsOf(directive: string): readonly (string | undefined)[] {
  return directive
    .replace(/^#Fields:\s*/i, '')
    .split(/\s+/)
    .map((name) => fieldNamed(name));
}

/** Reads a line by its columns; undefined if it has no address. */
export function requestInColumns(
  line: string,
  columns: readonly (string | undefined)[],
): RecordedRequest | undefined {
  const values = line.split(line.includes('\t') ? '\t' : ' ');
  const valueOf = (field: string) => {
    const at = columns.indexOf(field);
    return at === -1 ? undefined : values[at];
  };
  const address = valueOf('url');
  return address === undefined || address === '-'
    ? undefined
    : { method: valueOf('method'), address, host: hostNamed(valueOf('host')) };
}
