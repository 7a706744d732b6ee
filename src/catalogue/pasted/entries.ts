import { leftOutPart } from './safeExcerpt.ts';

/**
 * The longest text that is searched, and the most entries that are read, so that no text takes
 * long.
 */
export const longestPasted = 50_000;
const mostEntries = 1000;
/** The longest entry; a request with a body may be long, but its method and address are at its beginning. */
const longestEntry = 4000;

const command =
  /^(?:curl(?:\.exe)?|wget|https?|Invoke-(?:RestMethod|WebRequest)|irm|iwr|xh)\s(?!\/)/i;
const headerLine = /^[A-Za-z][A-Za-z0-9-]{1,40}:\s/;
const requestLine = /^(?:[A-Z]{3,7})\s+\S{1,2000}\s+HTTP\/[\d.]{1,3}$/;

/** `data "okta_user" "jane" {`: in the head of a block, the type says what it is. */
const terraformBlock = /^(?:data|resource|ephemeral)\s{1,4}["']?(okta_\w{1,80})["']?(?:\s.*)?$/s;

/**
 * Splits a pasted text into entries for one endpoint each: lines, members of a list, whole commands
 * and calls.
 */
export function entriesOf(text: string): readonly string[] {
  const bounded = withoutNamedSecrets(text.slice(0, longestPasted));
  const members = jsonMembers(bounded);
  const lines = members ?? joinedLines(bounded);
  return lines
    .map((line) => line.replace(terraformBlock, '$1'))
    .flatMap((line) => (isOneThing(line) ? [line] : listMembers(line)))
    .map((entry) => withoutOrnament(entry).slice(0, longestEntry))
    .filter((entry) => /\p{L}/u.test(entry))
    .slice(0, mostEntries);
}

/**
 * What follows a scheme of an `Authorization` header, or the name of a secret, is removed before
 * anything reads it.
 */
const afterScheme = /\b(ssws|bearer|basic|dpop)(\s{1,4})(?=\S{4})[^\s"'`,;)]+/gi;
const secretName =
  '(?:client[_-]?)?secret|client[_-]?assertion|(?:[\\w-]{0,30}[_-])?(?:passw(?:or)?d|pass[_-]?code|passphrase|api[_-]?key|api[_-]?token|(?:access|refresh|id|session|device|state)[_-]?token|private[_-]?key)';
const afterName = new RegExp(
  `(?<![\\w/{.])(${secretName})(["']?\\s{0,4}[:=]\\s{0,4}["']?|\\s{1,4})(?=[^\\s=:/.(])[^\\s"'\`,;&)}]+`,
  'gi',
);

const withoutNamedSecrets = (text: string): string =>
  text.replaceAll(afterScheme, `$1$2${leftOutPart}`).replaceAll(afterName, `$1$2${leftOutPart}`);

function jsonMembers(text: string): readonly string[] | undefined {
  if (!text.trimStart().startsWith('[')) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed)
      ? parsed.filter((member): member is string => typeof member === 'string')
      : undefined;
  } catch {
    return undefined;
  }
}

/** Lines; those that a shell's mark, an open bracket or an open quote continues are joined. */
function joinedLines(text: string): readonly string[] {
  const lines = text
    .replaceAll('\r', '')
    .replaceAll('\t', ' ')
    .replaceAll(/^ {0,9}(?:```|~~~).{0,40}$/gm, '')
    .replaceAll(/\\\n/g, ' ')
    .replaceAll(/ [`^]\n/g, ' ')
    .split('\n')
    .map((line) => line.trim());
  const joined: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    let line = withoutOrnament(lines[at] ?? '');
    const isRequest = requestLine.test(line);
    for (let more = 0; more < 60 && at + 1 < lines.length; more += 1) {
      const next = lines[at + 1] ?? '';
      if (isRequest ? !headerLine.test(next) : !isOpen(line)) break;
      line = `${line} ${next}`;
      at += 1;
    }
    joined.push(line);
  }
  return joined;
}

function isOpen(line: string): boolean {
  if (line.length > longestEntry) return false;
  if (command.test(line))
    return line.split("'").length % 2 === 0 || line.split('"').length % 2 === 0;
  const opened = line.split('(').length;
  return opened > 1 && opened > line.split(')').length;
}

/** Whether commas and blanks do not split it: a command, a call, a request of several words. */
function isOneThing(line: string): boolean {
  return (
    command.test(line) || requestLine.test(line) || /\(/.test(line) || / HTTP\/[\d.]/.test(line)
  );
}

const methodWord = /^(?:get|post|put|patch|delete|options|head)$/i;

/** The members of a line that is a list; otherwise the line itself. */
function listMembers(line: string): readonly string[] {
  const parts = withoutOrnament(line)
    .split(/[,;](?:\s+|$)|["'],["']/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.flatMap((part) => {
    const words = part.split(/^(?:okta|ssf)\./.test(part) ? /(?:[\s,+]|%20)+/ : /[\s,]+/);
    if (words.length === 1) return words;
    if (words.some((word) => methodWord.test(word))) return requestsInLine(words, part);
    const areNames = words.every((word) => nameShape.test(bare(word)));
    const areTold = words.some((word) => tellingName.test(bare(word)));
    const areAddresses = words.every((word) => /^(?:https?:\/)?\//i.test(bare(word)));
    return (areNames && areTold) || areAddresses ? words : [part];
  });
}

/**
 * An id, a member, a scope: in a row of words, one of these shows that it is a list, not a
 * sentence.
 */
const tellingName = /[a-z][A-Z]|\.|[a-z]_[a-z]|^openid$/;
const nameShape = /^(?:[A-Za-z]{1,20}:)?[A-Za-z][\w.-]{0,99}$/;
const bare = (word: string): string =>
  word.replaceAll(/^[^\p{L}\p{N}/]{1,9}|[^\p{L}\p{N}_)}/>]{1,9}$/gu, '');

/** `GET /a POST /b` is two; `GET /a lists them` is one. */
function requestsInLine(words: readonly string[], part: string): readonly string[] {
  const starts = words.flatMap((word, position) =>
    methodWord.test(word) && (words[position + 1] ?? '').includes('/') ? [position] : [],
  );
  if (starts.length < 2) return [part];
  return starts.map((start, position) => words.slice(start, starts[position + 1]).join(' '));
}

/** An entry without the marks of lists, of Markdown, of a prompt and of quotes around it. */
function withoutOrnament(entry: string): string {
  let text = entry.trim();
  if (text.startsWith('|') && text.length < longestEntry) text = text.replaceAll('|', ' ').trim();
  text = text
    .replace(/^(?:[-*+•·–>$#]|\d{1,4}[.)]|PS [^>]{0,80}>|\[[ x]?\])\s+/, '')
    .replace(/^\[[ x]\]\s+/, '')
    .replace(/^(?:scopes?|scp)["']?\s{0,4}[=:]\s{0,4}/i, '');
  if (/^`[^`]+`/.test(text)) text = text.replace(/^`([^`]+)`.*$/s, '$1');
  // Removes a pair of quotes around the whole, and what a list leaves at its ends.
  return text
    .replace(/^["'`[\s]{1,9}(?=[\p{L}/{$<])/u, '')
    .replace(/(?<=[\p{L}\p{N})}/>_*])["'`\],;.\s]{1,9}$/u, '')
    .trim();
}
