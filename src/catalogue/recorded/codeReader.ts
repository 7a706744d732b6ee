import { apiBeginnings } from './recordedCall.ts';
import { requestIn } from '../pasted/requestIn.ts';
import { operationCalled, otherProduct } from '../pasted/names.ts';
import { isPlainName } from '../pasted/safeExcerpt.ts';
import type { Catalogue } from '../operation.ts';
import type { CallTally } from './callTally.ts';
import { enclosingCall, type WrittenAddress, writtenAddress } from './sourceText.ts';

/** How much is read at once, and how much around it is also visible. */
const portion = 60_000;
const around = 3000;

/**
 * Reads source code: calls to Okta's SDKs, and addresses of Okta's APIs in anything that sends a
 * request. If the code does not say the method, the address counts without one. Comments do not
 * count.
 */
export class CodeReader {
  readonly #catalogue: Catalogue;
  readonly #tally: CallTally;
  readonly #anchor: RegExp;
  #text = '';
  /** How much of the text was read before, and is only there as context. */
  #seen = 0;
  #line = 1;
  #mentionsOkta = false;
  readonly #otherClients = new Set<string>();
  calls = 0;

  constructor(catalogue: Catalogue, tally: CallTally) {
    this.#catalogue = catalogue;
    this.#tally = tally;
    this.#anchor = new RegExp(
      `/(?:${[...apiBeginnings(catalogue)].join('|').replaceAll('.', '\\.')})(?=[/?"'\`]|$)`,
      'g',
    );
  }

  /** Reads the next piece, which may end anywhere. */
  read(piece: string): void {
    this.#text += piece;
    while (this.#text.length - this.#seen > portion + around) {
      this.#readUntil(
        this.#text.lastIndexOf('\n', this.#seen + portion) + 1 || this.#seen + portion,
      );
    }
  }

  /** Reads what is left. */
  end(): void {
    this.#readUntil(this.#text.length);
  }

  #readUntil(end: number): void {
    const from = this.#seen;
    const text = withoutComments(this.#text);
    this.#mentionsOkta ||= /okta/i.test(text);
    for (const [, name = ''] of text.matchAll(clientOfAnother)) this.#otherClients.add(name);
    const lines = new LineNumbers(text, this.#line);
    this.#readMethods(text, from, end, lines);
    this.#readAddresses(text, from, end, lines);
    // The beginning is dropped once nothing that is still to be read can need it.
    const cut = Math.max(0, text.lastIndexOf('\n', end - around) + 1);
    this.#line = lines.at(cut);
    this.#text = this.#text.slice(cut);
    this.#seen = end - cut;
  }

  #readMethods(text: string, from: number, end: number, lines: LineNumbers): void {
    for (const found of text.slice(from, end).matchAll(methodCall)) {
      const at = from + found.index;
      const before = text.slice(Math.max(0, at - longestChain), at + (found[1] ?? '').length);
      const chain = chainBefore.exec(before)?.[0];
      if (chain !== undefined) {
        this.#countMethod(chain, found[2] ?? '', lines.at(at + found[0].length - 1));
      }
    }
    for (const found of text.slice(from, end).matchAll(cmdlet)) {
      this.#count(found[1] ?? '', lines.at(from + found.index), true);
    }
  }

  #countMethod(chain: string, name: string, line: number): void {
    const [root = ''] = /^[\w$]+/.exec(chain.replace(/^this\s?\.\s?|^self\s?\.\s?/, '')) ?? [];
    if (otherProduct.test(chain) || this.#otherClients.has(root)) return;
    const api = /(?:^|[\s.>])(\w{2,60}?)_?api(?:\([^()]*\))?\s*(?:[.:>?-]+\s*)$/i.exec(chain)?.[1];
    const isApi = api !== undefined && apisOf(this.#catalogue).has(api.toLowerCase());
    const isOktas = isApi || /okta/i.test(chain);
    const isClients =
      this.#mentionsOkta && /(?:client|sdk|api)/i.test(chain) && !/http/i.test(chain);
    if (isOktas || isClients) {
      this.#count(name, line, (isApi || /okta\w*client/i.test(chain)) && verbs.test(name));
    }
  }

  #count(name: string, line: number, isSurelyOktas: boolean): void {
    const operation = operationCalled(this.#catalogue, name);
    if (operation !== undefined) {
      this.calls += 1;
      this.#tally.add({ kind: 'operation', operation }, line);
    } else if (isSurelyOktas) {
      this.calls += 1;
      this.#tally.add({ kind: 'unknown', shown: isPlainName(name) ? `${name}()` : '…' }, line);
    }
  }

  #readAddresses(text: string, from: number, end: number, lines: LineNumbers): void {
    this.#anchor.lastIndex = from;
    let readTo = from;
    for (;;) {
      const found = this.#anchor.exec(text);
      if (found === null || found.index >= end) break;
      // An address may contain another one, as in a list of permitted ones.
      if (found.index < readTo) continue;
      const written = writtenAddress(text, found.index);
      const line = lines.at(found.index);
      const command = commandAround(text, found.index);
      const asked = command === undefined ? undefined : requestIn(command.text);
      if (command !== undefined && asked !== undefined) {
        readTo = command.to;
        this.#add(asked.method, asked.address, line);
      } else if (written !== undefined) {
        readTo = Math.max(written.to, found.index + 1);
        const methods = methodsOf(text, written);
        for (const method of methods) this.#add(method, written.address, line);
      }
    }
  }

  #add(method: string | undefined, address: string, line: number): void {
    if (this.#tally.addRequest({ method, address }, line)) this.calls += 1;
  }
}

/** A call of a method, from the dot or arrow before it. */
const methodCall = /((?:\?\.|\.|->|::)\s{0,40})([A-Za-z_]\w{2,80})\s?(?:<[^<>()]{0,60}>)?\(/g;
const longestChain = 160;
/** What a method is a member of: names and calls, up to the last dot. */
const chainBefore = /(?:[\w$]{1,60}(?:\([^()\n]{0,80}\))?\s{0,40}(?:\?\.|\.|->|::)\s{0,40}){1,8}$/;
const cmdlet = /\bInvoke-Okta([A-Za-z]{3,80})(?![\w-])/g;
const verbs =
  /^(?:list|get|create|update|replace|delete|add|remove|assign|unassign|activate|deactivate|revoke|suspend|unsuspend|reset|expire|enroll|verify|fetch|find)(?=[A-Z_])/i;

/** Variables for the client of another product. */
const clientOfAnother =
  /([A-Za-z_$][\w$]{0,60})\s{0,4}:?=\s{0,4}(?:await\s|new\s)?[^;\n]{0,80}(?:Auth0|Graph(?:Service)?Client|Cognito|boto3|IAMClient|Octokit|Slack|WebClient\(|Keycloak|OneLogin|LdapClient|Prisma|MongoClient|SecretsManager|Firebase)/g;

const apisByCatalogue = new WeakMap<Catalogue, ReadonlySet<string>>();

/** What the classes of the SDKs are called without their `Api`: the tags of the operations. */
function apisOf(catalogue: Catalogue): ReadonlySet<string> {
  const known =
    apisByCatalogue.get(catalogue) ??
    new Set(
      catalogue.operations.map(({ tag }) => tag.replaceAll(/[^A-Za-z0-9]/g, '').toLowerCase()),
    );
  apisByCatalogue.set(catalogue, known);
  return known;
}

/** Blanks out lines that are comments, so that places stay where they are. */
const withoutComments = (text: string): string =>
  text.replaceAll(/^[ \t]*(?:\/\/|#(?![!{])|\/?\*|--\s|<!--|REM\s).*$/gm, (line) =>
    ' '.repeat(line.length),
  );

/** The shell command around a place: its line, with the lines that it continues. */
function commandAround(
  text: string,
  at: number,
): { readonly text: string; readonly to: number } | undefined {
  const limit = Math.max(0, at - 2000);
  let from = text.lastIndexOf('\n', at) + 1;
  while (from > limit && /[\\`^]\s?$/.test(text.slice(Math.max(0, from - 3), from - 1))) {
    from = text.lastIndexOf('\n', from - 2) + 1;
  }
  const found =
    /(?:^|[\s=(`|;&])(curl(?:\.exe)?|wget|xh|Invoke-RestMethod|Invoke-WebRequest|irm|iwr)\s/i.exec(
      text.slice(from, at),
    );
  if (found === null) return undefined;
  let to = text.indexOf('\n', at);
  while (to !== -1 && to - at < 2000 && /[\\`^]\s?$/.test(text.slice(Math.max(0, to - 2), to))) {
    to = text.indexOf('\n', to + 1);
  }
  const end = to === -1 ? text.length : to;
  const start = from + found.index + found[0].length - (found[1] ?? '').length - 1;
  const command = text
    .slice(start, Math.min(end, at + 2000))
    .replaceAll(/[\\`^]\r?\n/g, ' ')
    .trim();
  // Values that are passed as a table are not visible.
  return /\s@\w/.test(command) && /^(?:inv|irm|iwr)/i.test(command)
    ? undefined
    : { text: command.split('\n')[0] ?? '', to: end };
}

const verb = 'get|post|put|patch|delete|head|options';
const calleeMethod = new RegExp(
  `(?:^|[.:>])(?:http)?(${verb})(?:_?(?:async|json|jsonasync|asjsonasync|fromjsonasync|stringasync|forobject|forentity|request|data|raw))*$`,
  'i',
);
const calleeClass = new RegExp(
  `(?:HTTP|Net|httpclient)::(${verb})(?:\\.new)?$|\\bHttp(${verb})$`,
  'i',
);
const saidMethod = [
  new RegExp(`\\b(?:http_?)?method["']?\\]?\\s{0,4}(?:[:=]>?|,)\\s{0,4}["'\`](${verb})["'\`]`, 'i'),
  new RegExp(`\\b(?:\\w{0,20})?Methods?\\s?\\.\\s?(${verb})\\b`, 'i'),
  new RegExp(`\\bMethod(${verb})\\b`, 'i'),
  new RegExp(`CURLOPT_CUSTOMREQUEST["']?\\s{0,4}(?:=>|,)\\s{0,4}["'](${verb})["']`, 'i'),
  new RegExp(`\\.(?:method|Method|setRequestMethod|setMethod)\\(\\s{0,40}["'](${verb})["']`, 'i'),
  new RegExp(`-Method\\s{1,4}["']?(${verb})\\b`, 'i'),
  new RegExp(`[(,]\\s{0,80}["'](${verb})["']\\s{0,80},`, 'i'),
  new RegExp(`\\.(${verb})\\(\\s{0,80}\\)`, 'i'),
  new RegExp(`\\)\\s{0,80}\\.(${verb})\\(`, 'i'),
];
/** Without a method these read. */
const readsByDefault =
  /(?:^|[.:\s])(?:fetch|axios|got|ky|urlopen|Request|newBuilder|url|uri|URI\.open|file_get_contents|openConnection|ofetch|needle|request)$/;

/** The methods with which an address is called; one undefined method if the code does not say. */
function methodsOf(text: string, written: WrittenAddress): readonly (string | undefined)[] {
  const direct = methodAt(text, written.from, written.to);
  if (direct.isCall) return [direct.method];
  const inTable = methodInTable(text, written.from);
  if (inTable !== undefined) return [inTable];
  const name = variableBefore(text, written.from);
  if (name === undefined) return [direct.method];
  const used = new Set<string | undefined>();
  const uses = new RegExp(`(?<![\\w$.-])${name.replaceAll('$', '\\$')}(?![\\w$])`, 'g');
  const scope = text.slice(0, written.to + 2500);
  uses.lastIndex = written.to;
  for (let count = 0; count < 6; count += 1) {
    const found = uses.exec(scope);
    if (found === null || /^\s{0,4}:?=(?!=)/.test(scope.slice(found.index + name.length))) break;
    const use = methodAt(text, found.index, found.index + name.length);
    const command = commandAround(text, found.index);
    if (use.isCall) used.add(use.method);
    else if (command !== undefined) {
      used.add(/-(?:Method|X|-request)\s{1,4}["']?(\w{3,7})/i.exec(command.text)?.[1] ?? 'GET');
    }
  }
  const told = [...used].filter((method) => method !== undefined);
  return told.length > 0 ? told : [undefined];
}

/**
 * The method in a table of PowerShell that is passed to a command, and in which the address is the
 * `Uri`.
 */
function methodInTable(text: string, from: number): string | undefined {
  const before = text.slice(Math.max(0, from - 800), from);
  const opening = /\bUri\s{0,20}=\s{0,4}["']?$/i.test(before) ? before.lastIndexOf('@{') : -1;
  if (opening === -1 || before.indexOf('}\n', opening) !== -1) return undefined;
  const [after = ''] = text.slice(from, from + 800).split(/\n\s{0,40}\}|\}\s{0,4}\n/);
  return /\bMethod\s{0,20}=\s{0,4}["']?(\w{3,7})/i.exec(before.slice(opening) + after)?.[1];
}

function variableBefore(text: string, from: number): string | undefined {
  const before = text.slice(Math.max(0, text.lastIndexOf('\n', from - 1) + 1, from - 200), from);
  return /([A-Za-z_$][\w$]{0,60})\s{0,4}(?::\s?[\w.]{1,40}\s{0,4})?:?=\s{0,4}[^=\n]{0,80}["'`]?$/.exec(
    before,
  )?.[1];
}

interface CallMethod {
  /** Whether the code there calls something that sends a request. */
  readonly isCall: boolean;
  readonly method?: string;
}

function methodAt(text: string, from: number, to: number): CallMethod {
  const call = enclosingCall(text, from, to);
  const statement = text.slice(call.from, call.to);
  for (const callee of call.callees) {
    const method =
      calleeMethod.exec(callee)?.[1] ?? calleeClass.exec(callee)?.slice(1).find(Boolean);
    if (method !== undefined) return { isCall: true, method };
  }
  const rest = statement.slice(0, from - call.from) + statement.slice(to - call.from);
  const said = saidMethod
    .map((pattern) => pattern.exec(rest)?.[1])
    .find((found) => found !== undefined);
  const outermost = call.callees.at(-1) ?? '';
  if (said !== undefined) return { isCall: true, method: said };
  if (/curl_setopt/.test(outermost)) {
    const following = text.slice(call.to, call.to + 600).split(/curl_exec/)[0] ?? '';
    const custom = saidMethod[3]?.exec(following)?.[1];
    return { isCall: true, method: custom ?? (/CURLOPT_POST/.test(following) ? 'POST' : 'GET') };
  }
  const hasOptions = /,\s{0,80}(?:[\w$.]+\s{0,40}[,)]|\{[^}]{0,400}\.\.\.)|\bdata\s?=|method/i.test(
    rest,
  );
  if (call.callees.some((callee) => readsByDefault.test(callee)) && !hasOptions) {
    return { isCall: true, method: 'GET' };
  }
  return { isCall: call.callees.some((callee) => sends.test(callee)) };
}

const sends =
  /(?:^|[.:\s>])(?:fetch|axios|request|send|execute|call|exchange|NewRequest\w*|Request|urlopen)$/i;

/** The numbers of lines in a text, looked up from left to right. */
class LineNumbers {
  readonly #text: string;
  #position = 0;
  #line: number;

  constructor(text: string, first: number) {
    this.#text = text;
    this.#line = first;
  }

  /** The number of the line at a place. */
  at(place: number): number {
    if (place < this.#position) {
      for (let at = place; at < this.#position; at += 1)
        if (this.#text[at] === '\n') this.#line -= 1;
    } else {
      for (let at = this.#position; at < place; at += 1)
        if (this.#text[at] === '\n') this.#line += 1;
    }
    this.#position = place;
    return this.#line;
  }
}
