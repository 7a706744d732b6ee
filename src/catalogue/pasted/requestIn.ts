/** A request as it was pasted: its method, if there was one, and its address. */
export interface PastedRequest {
  readonly method: string | undefined;
  readonly address: string;
}

const methods = 'get|post|put|patch|delete|options|head';
const methodAndAddress = new RegExp(
  `(?:^|[\\s"'\`(\\[])(${methods})[\\s"'\`:]{1,4}((?:https?://)?[^\\s"'\`]{1,2000})`,
  'i',
);

/** Finds the request in an entry: in a command, in code, in a log line, or on its own. */
export function requestIn(entry: string): PastedRequest | undefined {
  const text = withPlaceholders(entry);
  return commandRequest(text) ?? codeRequest(text) ?? writtenRequest(text);
}

/** Writes whatever stands for a value as `{x}`, so that an address has no blanks and no code in it. */
function withPlaceholders(text: string): string {
  return text
    .replaceAll(/["'`]\s{0,4}[+.&]\s{0,4}[\w.()[\]$]{1,60}\s{0,4}[+.&]\s{0,4}["'`]/g, '{x}')
    .replaceAll(/\{\{[^{}\n]{1,80}\}\}/g, '{x}')
    .replaceAll(/[$#]\{[^{}\n]{1,80}\}/g, '{x}')
    .replaceAll(/\$\([^()\n]{1,80}\)/g, '{x}')
    .replaceAll(/<(?![\s=])[^<>\n"']{1,60}>/g, '{x}')
    .replaceAll(/(?<=\/)%(?:s|d|v|\d\$s)(?=[/?"'`\s]|$)/g, '{x}')
    .replaceAll(/(?<=\/)\$[A-Za-z_]\w{0,60}/g, '{x}')
    .replaceAll(/\$(?:env:)?[A-Za-z_]\w{0,60}(?=\/)/g, '{x}')
    .replaceAll(/%[A-Z_]{2,40}%/g, '{x}')
    .replaceAll(/\/["'`]\s{0,4}[+.]\s{0,4}[\w.()[\]$]{1,60}/g, '/{x}"');
}

function commandRequest(text: string): PastedRequest | undefined {
  const [, name = ''] =
    /^(curl(?:\.exe)?|wget|https?|xh|Invoke-RestMethod|Invoke-WebRequest|irm|iwr)\s(?!\/)/i.exec(
      text,
    ) ?? [];
  if (name === '') return undefined;
  const words = shellWords(text).slice(1);
  if (/^(?:https?|xh)$/i.test(name)) return httpieRequest(words);
  return /^(?:invoke|irm|iwr)/i.test(name) ? powerShellRequest(words) : curlRequest(words);
}

/** The words of a command, with quotes taken off. */
function shellWords(text: string): readonly string[] {
  return [...text.matchAll(/(?:[^\s"']|"[^"]*"?|'[^']*'?)+/g)].map(([word]) =>
    word.replaceAll(/["']/g, ''),
  );
}

/** Options of curl and wget whose next word is not an address. */
const takesValue =
  /^(?:-[HuAebcoFTmxUwKED]|--(?:header|user|user-agent|referer|cookie|cookie-jar|output|form|upload-file|max-time|proxy|write-out|config|cert|key|cacert|oauth2-bearer|retry|connect-timeout))$/;
const sendsBody =
  /^(?:-d|--data(?:-raw|-binary|-ascii|-urlencode)?|--json|-F|--form|--post-data|--body-data)$/;

function curlRequest(words: readonly string[]): PastedRequest | undefined {
  let method: string | undefined;
  let implied = 'GET';
  let isGet = false;
  let address: string | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const [option, inline] = splitOption(words[at] ?? '');
    const value = () => inline ?? words[(at += 1)] ?? '';
    if (option === '-X' || option === '--request' || option === '--method') method = value();
    else if (/^-X[A-Za-z]+$/.test(option)) method = option.slice(2);
    else if (option === '--url') address = value();
    else if (option === '-G' || option === '--get') isGet = true;
    else if (option === '-I' || option === '--head') implied = 'HEAD';
    else if (sendsBody.test(option)) {
      value();
      implied = 'POST';
    } else if (option === '-T' || option === '--upload-file') {
      value();
      implied = 'PUT';
    } else if (takesValue.test(option)) value();
    else if (!option.startsWith('-') && isAddress(option)) address ??= option;
  }
  return address === undefined
    ? undefined
    : { method: method ?? (isGet ? 'GET' : implied), address };
}

function splitOption(word: string): readonly [string, string | undefined] {
  const at = word.startsWith('--') ? word.indexOf('=') : -1;
  return at === -1 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

function powerShellRequest(words: readonly string[]): PastedRequest | undefined {
  const after = (name: RegExp) => {
    const at = words.findIndex((word) => name.test(word));
    return at === -1 ? undefined : words[at + 1];
  };
  const address =
    after(/^-uri$/i) ?? words.find((word) => !word.startsWith('-') && isAddress(word));
  return address === undefined ? undefined : { method: after(/^-method$/i) ?? 'GET', address };
}

function httpieRequest(words: readonly string[]): PastedRequest | undefined {
  const plain = words.filter((word) => !word.startsWith('-'));
  const isMethod = new RegExp(`^(?:${methods})$`, 'i');
  const [first = ''] = plain;
  const method = isMethod.test(first) ? first : undefined;
  const rest = method === undefined ? plain : plain.slice(1);
  const at = rest.findIndex(isAddress);
  const address = rest[at];
  if (address === undefined) return undefined;
  const hasBody = rest.slice(at + 1).some((word) => /^[\w.[\]-]{1,60}:?=(?!=)/.test(word));
  return { method: method ?? (hasBody ? 'POST' : 'GET'), address };
}

const quotedAddress =
  /["'`]((?:https?:\/\/|\{[\w.]{1,60}\}|\/|[\w.-]{1,80}\.com\/)[^"'`\s]{0,2000})["'`]?/i;
const methodInCode = [
  new RegExp(`\\bmethod["']?\\s{0,4}[:=]\\s{0,4}["'\`](${methods})\\b`, 'i'),
  new RegExp(`\\brequest\\w{0,20}\\(\\s{0,80}["'\`](${methods})["'\`]`, 'i'),
  new RegExp(`\\b(?:http)?method\\.(${methods})\\b`, 'i'),
  new RegExp(`\\.(${methods})\\s?(?:<[^<>]{0,60}>)?(?:async)?\\(`, 'i'),
  new RegExp(`\\.(${methods})(?:async|json)\\w{0,20}\\(`, 'i'),
  new RegExp(`["'](${methods})["']`, 'i'),
];

/** `fetch("…", { method: 'POST' })`, `requests.get("…")`, `http.NewRequest("POST", "…", …)`. */
function codeRequest(text: string): PastedRequest | undefined {
  if (!text.includes('(')) return undefined;
  const [, address] = quotedAddress.exec(text) ?? [];
  if (address === undefined || !isAddress(address)) return undefined;
  const method = methodInCode
    .map((pattern) => pattern.exec(text)?.[1])
    .find((found) => found !== undefined);
  return { method: method ?? 'GET', address };
}

function writtenRequest(text: string): PastedRequest | undefined {
  const [, method, address] = methodAndAddress.exec(text) ?? [];
  if (address !== undefined && isAddress(address)) {
    // A raw request names its host on a separate line.
    const [, host] = /\sHTTP\/[\d.]{1,3}.{0,3000}?\sHost:\s{0,4}([\w.-]{3,200})/i.exec(text) ?? [];
    return {
      method,
      address:
        host === undefined || !address.startsWith('/') ? address : `https://${host}${address}`,
    };
  }
  const [first = '', ...others] = text.split(/\s+/);
  if (isAddress(first) && (others.length === 0 || /^(?:https?:\/)?\/|^\{x\}\//i.test(first))) {
    return { method: undefined, address: first };
  }
  const within = text.split(/\s+/).find((word) => /^["'(<]?https?:\/\/[^/\s]+\/./i.test(word));
  return within === undefined
    ? undefined
    : { method: undefined, address: within.replace(/^["'(<]/, '') };
}

function isAddress(word: string): boolean {
  return word.includes('/') && !/^[/]+$/.test(word);
}
