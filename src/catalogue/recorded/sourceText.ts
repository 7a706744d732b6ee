// How far the code around an address is searched, so that no text takes long.
const farthestBack = 1200;
const farthestOn = 2000;

/** The call whose brackets enclose a place in source code. */
export interface EnclosingCall {
  /** What is called, from the innermost outwards: `URI.create`, `HttpRequest.newBuilder`. */
  readonly callees: readonly string[];
  /** Where the statement begins, as far as it is searched. */
  readonly from: number;
  /** Where it ends, with what is chained to it. */
  readonly to: number;
}

const calleeBefore = /[\w$.:>?!-]{1,120}(?:<[^<>()]{0,60}>)?\s{0,2}$/;

/** Calls that build an address or a text from parts, and send no request. */
const makesAddress =
  /(?:^|[.:\s])(?:URI|URL|Uri|Url|create|parse|format|Format|Sprintf|sprintf|urljoin|join|JoinPath|concat|append|String|encodeURI|resolve|f)$/;

/** Finds the call around a place. It looks outwards past whatever only builds an address. */
export function enclosingCall(text: string, start: number, end: number): EnclosingCall {
  const callees: string[] = [];
  let open = 0;
  let from = start;
  let closers = 0;
  const limit = Math.max(0, start - farthestBack);
  for (let at = start - 1; at >= limit; at -= 1) {
    const mark = text[at] ?? '';
    if (mark === '"' || mark === "'" || mark === '`') {
      at = quoteBefore(text, at, limit);
    } else if (mark === ')' || mark === ']' || mark === '}') closers += 1;
    else if ((mark === '(' || mark === '[' || mark === '{') && closers > 0) closers -= 1;
    else if (mark === '(') {
      open += 1;
      const before = text.slice(Math.max(limit, at - 160), at);
      const callee = calleeBefore.exec(before)?.[0].trim() ?? '';
      callees.push(callee);
      from = at - callee.length;
      at = from;
      if (callee !== '' && !makesAddress.test(callee)) break;
    } else if (mark === '[') open += 1;
    else if (mark === '{') {
      // An object, a map or a table; anything else is the body of a function.
      if (!/[=(,:@[?]\s*$|\breturn\s*$/.test(text.slice(Math.max(limit, at - 12), at))) break;
      open += 1;
      from = at;
    } else if (closers === 0 && open === 0 && endsStatement(text, at, mark)) break;
    if (open === 0) from = at;
  }
  return { callees, from, to: endOfStatement(text, end, open) };
}

/**
 * Where a string begins that ends at a quotation mark; the mark itself if no string on this line
 * does.
 */
function quoteBefore(text: string, at: number, limit: number): number {
  const lineStart = text.lastIndexOf('\n', at - 1);
  const opening = text.lastIndexOf(text[at] ?? '', at - 1);
  return opening > lineStart && opening >= limit ? opening : at;
}

/**
 * Whether a statement ends here, reading backwards: a semicolon, or a line end that nothing
 * continues.
 */
function endsStatement(text: string, at: number, mark: string): boolean {
  if (mark === ';') return true;
  if (mark !== '\n') return false;
  const before = text.slice(Math.max(0, at - 80), at).trimEnd();
  const after = text.slice(at + 1, at + 80).trimStart();
  return !/[\\`^,=+&.(|]$/.test(before) && !/^(?:[.?+&|)\]]|->|--?\w)/.test(after);
}

function endOfStatement(text: string, end: number, open: number): number {
  let depth = open;
  const limit = Math.min(text.length, end + farthestOn);
  for (let at = end; at < limit; at += 1) {
    const mark = text[at] ?? '';
    if (mark === '"' || mark === "'" || mark === '`') {
      const lineEnd = text.indexOf('\n', at + 1);
      const closing = text.indexOf(mark, at + 1);
      if (closing !== -1 && (closing < lineEnd || lineEnd === -1) && closing < limit) at = closing;
    } else if (mark === '(' || mark === '[' || mark === '{') depth += 1;
    else if (mark === ')' || mark === ']' || mark === '}') {
      depth -= 1;
      if (depth < 0) return at;
    } else if (depth === 0 && endsStatement(text, at, mark)) return at;
  }
  return limit;
}

/** The address written at a place, with `{x}` for whatever is inserted, and where it ends. */
export interface WrittenAddress {
  readonly address: string;
  readonly from: number;
  readonly to: number;
}

const quotes = /["'`]/;

/**
 * Reads the address around a place inside it; undefined if it is in no string and does not begin
 * like an address.
 */
export function writtenAddress(text: string, within: number): WrittenAddress | undefined {
  const limit = Math.max(0, within - 300);
  let from = within;
  let braces = 0;
  for (; from > limit; from -= 1) {
    const mark = text[from - 1] ?? '';
    if (mark === '}') braces += 1;
    else if (mark === '{') braces -= 1;
    if (mark === '\n' || quotes.test(mark)) break;
    if (braces <= 0 && /[\s(,=<>|]/.test(mark)) break;
  }
  const before = text[from - 1] ?? '';
  if (quotes.test(before)) return quotedAddress(text, from, before);
  const rest = /^[^\s"'`<>|;),]{1,2000}/.exec(text.slice(from, from + 2000))?.[0] ?? '';
  return /^(?:https?:|\$|\{|%)/i.test(rest)
    ? { address: withoutValues(rest), from, to: from + rest.length }
    : undefined;
}

const withoutValues = (written: string): string =>
  written
    .replaceAll(/\$?\{\{?[^{}\n]{0,120}\}?\}|\$\([^()\n]{0,80}\)/g, '{x}')
    .replaceAll(/(?<=[/=]|^)%(?:s|d|v|\d\$s)/g, '{x}')
    .replaceAll(/\$(?:env:)?[A-Za-z_][\w:.]{0,60}(?=[/?&]|$)/g, '{x}')
    .replaceAll(/#\{[^{}\n]{0,120}\}/g, '{x}');

/**
 * The marks that join texts: `+`, `&` in Visual Basic, `.` before a variable, a text or an encoder
 * in PHP.
 */
const joins =
  /^\s{0,200}(?:\+(?![+=])|&(?!&)|\.(?=\s?(?:\$|["']|(?:raw)?urlencode\()))\s{0,200}(?:[frbu$@]{1,2}(?=["']))?/;

function quotedAddress(text: string, from: number, opening: string): WrittenAddress {
  let address = '';
  let at = from;
  let quote: string | undefined = opening;
  for (let parts = 0; parts < 24; parts += 1) {
    if (quote === undefined) {
      at = expressionEnd(text, at);
      address += '{x}';
    } else {
      const end = endOfString(text, at, quote);
      address += withoutValues(text.slice(at, end));
      at = end + 1;
    }
    const join = joins.exec(text.slice(at, at + 420));
    if (join === null) break;
    at += join[0].length;
    const mark = text[at] ?? '';
    quote = quotes.test(mark) ? mark : undefined;
    if (quote !== undefined) at += 1;
  }
  return { address: address.slice(0, 2000), from, to: at };
}

function endOfString(text: string, from: number, quote: string): number {
  let braces = 0;
  const limit = Math.min(text.length, from + 2000);
  for (let at = from; at < limit; at += 1) {
    const mark = text[at] ?? '';
    if (mark === '{') braces += 1;
    else if (mark === '}') braces -= 1;
    else if (mark === '\n' && quote !== '`') return at;
    else if (mark === quote && braces <= 0) return at;
    else if (mark === '\\') at += 1;
  }
  return limit;
}

/**
 * Where an expression between two strings ends: at an operator, a comma, a closing bracket or a
 * line end.
 */
function expressionEnd(text: string, from: number): number {
  let depth = 0;
  const limit = Math.min(text.length, from + 200);
  for (let at = from; at < limit; at += 1) {
    const mark = text[at] ?? '';
    if (quotes.test(mark) && depth === 0) return at;
    if (/[([]/.test(mark)) depth += 1;
    else if (/[)\]]/.test(mark)) depth -= 1;
    if (depth < 0 || (depth === 0 && /[+,;\n&]/.test(mark))) return at;
    if (depth === 0 && mark === '.' && /\s/.test(text[at - 1] ?? '')) return at;
  }
  return limit;
}
