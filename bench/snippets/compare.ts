import type { IntendedRequest, NameAndValue } from './intendedRequest.ts';
import type { ReceivedRequest } from './loopbackServer.ts';

/** Says which parts of a request came otherwise than intended; an empty list when all came right. */
export function differingParts(
  intended: IntendedRequest,
  received: ReceivedRequest,
): readonly string[] {
  const [path = '', ...query] = received.url.split('?');
  const parts: readonly (readonly [string, boolean])[] = [
    ['method', received.method === intended.method],
    ['path', path === intended.path],
    ['query', samePairs(query.join('?'), intended.query)],
    ['header', intended.headers.every((header) => hasHeader(received, header))],
    ['body', sameBody(intended, received.body)],
  ];
  return parts.filter(([, same]) => !same).map(([part]) => part);
}

/** Queries and forms are compared as servers read them: by name, and `+` and `%20` are both a space. */
function samePairs(encoded: string, intended: readonly NameAndValue[]): boolean {
  const found = [...new URLSearchParams(encoded)].map((pair) => JSON.stringify(pair));
  const wanted = intended.map(({ name, value }) => JSON.stringify([name, value]));
  return found.toSorted().join() === wanted.toSorted().join();
}

/** Further headers are the client's own affair, and so are parameters of the media type. */
function hasHeader({ headers }: ReceivedRequest, { name, value }: NameAndValue): boolean {
  const found = headers[name.toLowerCase()];
  return name.toLowerCase() === 'content-type' && typeof found === 'string'
    ? found.split(';')[0]?.trim().toLowerCase() === value
    : found === value;
}

/** JSON is compared as data: spaces and the order of names mean nothing. */
function sameBody({ body: intended }: IntendedRequest, received: string): boolean {
  if (intended === null) return received === '';
  if (intended.kind === 'form') return samePairs(received, intended.fields);
  try {
    return canonical(JSON.parse(received)) === canonical(JSON.parse(intended.text));
  } catch {
    return false;
  }
}

function canonical(json: unknown): string {
  return JSON.stringify(json, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
