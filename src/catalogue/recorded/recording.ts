import type { OperationIndex } from '../find.ts';
import { addressIn } from '../pasted/address.ts';
import { entriesOf } from '../pasted/entries.ts';
import type { Reading } from '../pasted/readPasted.ts';
import { readEntry } from '../pasted/readPasted.ts';
import { type PastedRequest, requestIn } from '../pasted/requestIn.ts';
import { isPlainName } from '../pasted/safeExcerpt.ts';
import { type CallsOfProgram, CallTally, type PlaceUnit } from './callTally.ts';
import { CodeReader } from './codeReader.ts';
import { CsvScanner } from './csvScanner.ts';
import { JsonScanner, type ScannedFields } from './jsonScanner.ts';
import { columnsOf, requestInColumns, requestInLog } from './logLine.ts';
import type { RecordedCall, RecordedRequest } from './recordedCall.ts';
import { fieldNamed, recordShape } from './recordShape.ts';

/** The form that a recording was recognised as. */
export type RecordingForm =
  | 'har'
  | 'postman'
  | 'systemLog'
  | 'jsonLog'
  | 'csv'
  | 'accessLog'
  | 'code'
  | 'list';

/** What was read from one recording. Every text in it is safe to show. */
export interface Recording {
  readonly form: RecordingForm;
  readonly unit: PlaceUnit;
  /** How many of them there were. */
  readonly units: number;
  /** How many of them contained a call to Okta’s APIs, or something like one. */
  readonly withCalls: number;
  readonly programs: readonly CallsOfProgram[];
  /** The text ended in the middle of something. */
  readonly isCutOff: boolean;
}

export interface RecordingOptions {
  /** The name of the file, which tells code from a list; it is kept nowhere. */
  readonly fileName?: string;
  /** Custom domains of the org, in lower case. */
  readonly ownHosts?: ReadonlySet<string>;
}

/** This much of the beginning shows what it is. */
const telling = 8000;
/** The longest line that is read to its end. */
const longestLine = 20_000;

interface PartReader {
  read(piece: string): void;
  end(): void;
  result(): Omit<Recording, 'programs'>;
}

/**
 * Reads what a program really called, piece by piece: a HAR file, a Postman collection, an access
 * log, a System Log export, source code, or a list. It keeps each call's operation and where the
 * call was seen. It skips headers, cookies, queries and bodies, and lists whatever it does not
 * recognise only by the names in it. It accepts any text and never throws.
 */
export class RecordingReader {
  readonly #index: OperationIndex;
  readonly #options: RecordingOptions;
  readonly #tally: CallTally;
  #beginning = '';
  #reader: PartReader | undefined;

  constructor(index: OperationIndex, options: RecordingOptions = {}) {
    this.#index = index;
    this.#options = options;
    this.#tally = new CallTally(index.catalogue, options.ownHosts ?? new Set());
  }

  /** Reads the next piece, which may end anywhere. */
  read(piece: string): void {
    if (this.#reader !== undefined) {
      this.#reader.read(piece);
      return;
    }
    this.#beginning += piece;
    if (this.#beginning.length >= telling) this.#begin();
  }

  /** Reads what is left, and returns what was found. */
  end(): Recording {
    const reader = this.#reader ?? this.#begin();
    reader.end();
    return { ...reader.result(), programs: this.#tally.programs() };
  }

  #begin(): PartReader {
    const text = this.#beginning.replace(/^\uFEFF/, '');
    const reader = this.#readerFor(text.slice(0, telling));
    this.#reader = reader;
    this.#beginning = '';
    reader.read(text);
    return reader;
  }

  #readerFor(beginning: string): PartReader {
    const { fileName = '' } = this.#options;
    if (/^\s*(?:\{\s*["}]|\[\s*[{["\]])/.test(beginning) && !codeFile.test(fileName)) {
      return new JsonReader(this.#index, this.#tally);
    }
    const separator = separatorOf(beginning);
    if (separator !== undefined && !codeFile.test(fileName)) {
      return new CsvReader(separator, this.#tally);
    }
    return codeFile.test(fileName) || looksLikeCode(beginning)
      ? new CodeLinesReader(this.#index, this.#tally)
      : new LineReader(this.#index, this.#tally);
  }
}

/** Reads a whole text at once. */
export function readRecording(
  index: OperationIndex,
  text: string,
  options?: RecordingOptions,
): Recording {
  const reader = new RecordingReader(index, options);
  reader.read(text);
  return reader.end();
}

const codeFile =
  /\.(?:[cm]?[jt]sx?|py|ipynb|java|kt|kts|scala|groovy|cs|fs|vb|go|rs|rb|php|ps1|psm1|sh|bash|zsh|pl|swift|dart|ex|exs|lua|r)$/i;

/** Lines that only code has. */
const codeLine =
  /^\s*(?:import\s|from\s\S+\simport\s|export\s|package\s|using\s[\w.]+;|require[ _(]|func\s|def\s\w|class\s\w|public\s|private\s|const\s|let\s|var\s|if\s?\(|for\s?\(|foreach|function\s|param\s?\(|async\s|await\s|return\b|try\b|#!\/|<\?php|\$\w+\s*=|\}|end$)|[;{]\s*$|\)\s?->|=>|:=|\w\s=\s\w+[.(]/;

function looksLikeCode(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const code = lines.filter(
    (line) => codeLine.test(line) && requestInLog(line) === undefined,
  ).length;
  return code >= 2 && code * 4 >= lines.length;
}

function separatorOf(text: string): string | undefined {
  const [heading = ''] = text.split('\n', 1);
  return [',', ';', '\t'].find((separator) => {
    const columns = heading.split(separator).map((name) => name.trim().replaceAll('"', ''));
    return (
      columns.length > 1 && columns.some((name) => /^(?:url|eventUri)$/.test(csvField(name) ?? ''))
    );
  });
}

const requestPartOfCsv: Readonly<Record<string, string>> = {
  debugcontextdebugdata: 'debugData',
  debugdata: 'debugData',
  debugcontext: 'debugData',
};
const csvField = (name: string): string | undefined =>
  requestPartOfCsv[name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')] === undefined
    ? fieldNamed(name)
    : 'eventUri';

interface CallFields {
  readonly valueOf: (field: string) => string | undefined;
  readonly segments: readonly string[];
}

/** The request in a record, with its caller; undefined if there is none. */
function requestOf({
  valueOf,
  segments,
}: CallFields): { readonly request: RecordedRequest; readonly caller: string } | undefined {
  const eventType = valueOf('eventType');
  if (eventType !== undefined) {
    const address = uriIn(valueOf('eventUri') ?? '');
    return address === ''
      ? undefined
      : { request: { address, eventType }, caller: callerOf(valueOf) };
  }
  const line = valueOf('requestLine');
  const inLine = line === undefined ? undefined : requestInLog(line);
  const host = valueOf('host');
  if (inLine !== undefined)
    return { request: { ...inLine, host: inLine.host ?? host }, caller: '' };
  const address = valueOf('url') ?? (segments.length > 0 ? `/${segments.join('/')}` : undefined);
  if (address === undefined) return undefined;
  return { request: { method: valueOf('method') ?? methodIn(line), address, host }, caller: '' };
}

const methodIn = (line = ''): string | undefined => /^[A-Z]{3,7}$/.exec(line.trim())?.[0];

/** A column of debug data may contain it all: as JSON, or as `{requestUri=/api/v1/users, …}`. */
const uriIn = (text: string): string =>
  text.startsWith('/') || /^https?:/.test(text)
    ? text
    : (/requestUri"?\s?[=:]\s?"?([^\s",}]{1,2000})/.exec(text)?.[1] ?? '');

/** Who called: the ID of an app or of an API token. These are not secrets. */
function callerOf(valueOf: CallFields['valueOf']): string {
  const token = valueOf('apiTokenId') ?? '';
  const actor = valueOf('actor') ?? '';
  if (/^00T[A-Za-z0-9]{17}$/.test(token)) return token;
  return /^0o[a-z][A-Za-z0-9]{17}$/.test(actor) ? actor : '';
}

class JsonReader implements PartReader {
  readonly #index: OperationIndex;
  readonly #tally: CallTally;
  readonly #scanner: JsonScanner;
  #beginning = '';
  #units = 0;
  #withCalls = 0;
  #events = 0;
  #entries = 0;

  constructor(index: OperationIndex, tally: CallTally) {
    this.#index = index;
    this.#tally = tally;
    this.#scanner = new JsonScanner(recordShape, (fields) => this.#count(fields));
  }

  read(piece: string): void {
    if (this.#beginning.length < telling) this.#beginning += piece.slice(0, telling);
    this.#scanner.read(piece);
  }

  end(): void {}

  #count(fields: ScannedFields): void {
    const entries = fields.get('entry');
    if (entries !== undefined) {
      for (const entry of entries) {
        this.#units += 1;
        this.#entries += 1;
        this.#withCalls += Number(countEntry(this.#index, this.#tally, entry, this.#units));
      }
      return;
    }
    const one = requestOf({
      valueOf: (field) => bestOf(fields.get(field)),
      segments: fields.get('segment') ?? [],
    });
    const isEvent = fields.has('eventType');
    if (one === undefined && !isEvent && !fields.has('requestLine')) return;
    this.#units += 1;
    this.#events += Number(isEvent);
    if (one === undefined) return;
    const request = { ...one.request, method: this.#methodOf(one.request) };
    this.#withCalls += Number(this.#tally.addRequest(request, this.#units, one.caller));
  }

  /** A request in a Postman collection without a method is a `GET`, as its format says. */
  #methodOf({ method, eventType }: RecordedRequest): string | undefined {
    return method === undefined && eventType === undefined && this.#form() === 'postman'
      ? 'GET'
      : method;
  }

  #form(): RecordingForm {
    if (this.#events > 0) return 'systemLog';
    if (this.#entries > 0) return 'list';
    if (/"(?:_postman_id|schema"\s*:\s*"https:\/\/schema\.(?:get)?postman)/.test(this.#beginning)) {
      return 'postman';
    }
    return /^\s*\{\s*"log"\s*:\s*\{/.test(this.#beginning) ? 'har' : 'jsonLog';
  }

  result(): Omit<Recording, 'programs'> {
    const form = this.#form();
    const units = { har: 'entry', postman: 'request', systemLog: 'event' } as const;
    return {
      form,
      unit: form === 'har' || form === 'postman' || form === 'systemLog' ? units[form] : 'record',
      units: this.#units,
      withCalls: this.#withCalls,
      isCutOff: !this.#scanner.isComplete,
    };
  }
}

/** Of several texts, a whole address says the most. */
const bestOf = (texts: readonly string[] = []): string | undefined =>
  texts.find((text) => /^https?:/i.test(text)) ?? texts[0];

class CsvReader implements PartReader {
  readonly #scanner: CsvScanner;
  #rows = 0;
  #events = 0;
  #withCalls = 0;

  constructor(separator: string, tally: CallTally) {
    this.#scanner = new CsvScanner(
      separator,
      (column) => csvField(column) !== undefined,
      (row) => {
        this.#rows += 1;
        const fields = new Map<string, string[]>();
        for (const [column, value] of row) {
          const field = csvField(column) ?? '';
          fields.set(field, [...(fields.get(field) ?? []), value]);
        }
        const one = requestOf({ valueOf: (field) => bestOf(fields.get(field)), segments: [] });
        this.#events += Number(fields.has('eventType'));
        if (one === undefined) return;
        this.#withCalls += Number(tally.addRequest(one.request, this.#rows, one.caller));
      },
    );
  }

  read(piece: string): void {
    this.#scanner.read(piece);
  }

  end(): void {
    this.#scanner.end();
  }

  result(): Omit<Recording, 'programs'> {
    return {
      form: this.#events > 0 ? 'systemLog' : 'csv',
      unit: this.#events > 0 ? 'event' : 'record',
      units: this.#rows,
      withCalls: this.#withCalls,
      isCutOff: false,
    };
  }
}

class CodeLinesReader implements PartReader {
  readonly #code: CodeReader;
  #lines = 1;

  constructor({ catalogue }: OperationIndex, tally: CallTally) {
    this.#code = new CodeReader(catalogue, tally);
  }

  read(piece: string): void {
    this.#lines += piece.split('\n').length - 1;
    this.#code.read(piece);
  }

  end(): void {
    this.#code.end();
  }

  result(): Omit<Recording, 'programs'> {
    return {
      form: 'code',
      unit: 'line',
      units: this.#lines,
      withCalls: this.#code.calls,
      isCutOff: false,
    };
  }
}

/** Lines that continue in the next one: a command or a call of several lines. */
const goesOn = /(?:[\\`^]|[([{,])\s*$/;
const mostLines = 60;

/** Reads lines of a log, and of a list. */
class LineReader implements PartReader {
  readonly #index: OperationIndex;
  readonly #tally: CallTally;
  #rest = '';
  #lines = 0;
  #withCalls = 0;
  #requests = 0;
  #columns: readonly (string | undefined)[] | undefined;
  #pending: string[] = [];

  constructor(index: OperationIndex, tally: CallTally) {
    this.#index = index;
    this.#tally = tally;
  }

  read(piece: string): void {
    const lines = (this.#rest + piece).split('\n');
    this.#rest = (lines.pop() ?? '').slice(0, longestLine);
    for (const line of lines) this.#readLine(line);
  }

  end(): void {
    if (this.#rest !== '') this.#readLine(this.#rest);
    this.#rest = '';
    this.#readPending();
  }

  #readLine(whole: string): void {
    const line = whole.slice(0, longestLine);
    this.#lines += 1;
    if (/^#(?:Fields|Version|Software|Date|Remark):/i.test(line)) {
      if (/^#Fields:/i.test(line)) this.#columns = columnsOf(line);
      return;
    }
    const request =
      this.#columns === undefined ? requestInLog(line) : requestInColumns(line, this.#columns);
    if (request !== undefined && (!isCommand.test(line) || / HTTP\/\d/.test(line))) {
      this.#readPending();
      this.#requests += 1;
      this.#withCalls += Number(this.#tally.addRequest(request, this.#lines));
      return;
    }
    this.#pending.push(line);
    const isOpen = goesOn.test(line) && this.#pending.length < mostLines;
    if (!isOpen && !opensBracket(this.#pending)) this.#readPending();
  }

  #readPending(): void {
    const lines = this.#pending;
    if (lines.length === 0) return;
    this.#pending = [];
    const place = this.#lines - lines.length + 1;
    this.#withCalls += Number(countEntry(this.#index, this.#tally, lines.join('\n'), place));
  }

  result(): Omit<Recording, 'programs'> {
    return {
      form: this.#requests > 0 && this.#requests * 2 >= this.#withCalls ? 'accessLog' : 'list',
      unit: 'line',
      units: this.#lines,
      withCalls: this.#withCalls,
      isCutOff: false,
    };
  }
}

const isCommand = /^\s*(?:[$>#]\s)?(?:curl|wget|https?|xh|irm|iwr|Invoke-\w+)(?:\.exe)?\s/i;

function opensBracket(lines: readonly string[]): boolean {
  if (lines.length >= mostLines) return false;
  const text = lines.join('\n');
  return text.length < 4000 && text.split('(').length > text.split(')').length;
}

/** Counts what a line of a list names; says whether it names a call. */
function countEntry(index: OperationIndex, tally: CallTally, text: string, place: number): boolean {
  if (text.trim() === '' || /^\s*(?:#|\/\/)/.test(text)) return false;
  let isCall = false;
  for (const entry of entriesOf(text)) {
    const reading = readEntry(index, entry, false);
    if (reading.kind === 'scope' || reading.kind === 'error') continue;
    const request = entry.includes('/') ? requestIn(entry) : undefined;
    if (request !== undefined && tally.addRequest(request, place)) isCall = true;
    else {
      const call = callOf(reading, request);
      if (call === undefined) continue;
      isCall = true;
      tally.add(call, place);
    }
  }
  return isCall;
}

function callOf(reading: Reading, request: PastedRequest | undefined): RecordedCall | undefined {
  if (reading.kind === 'operation' && request === undefined) {
    return { kind: 'operation', operation: reading.operation };
  }
  // Running text is not listed. A name that no operation has is listed, and so is a request without
  // a host.
  const isListed =
    request === undefined
      ? isNameOfCode(reading.shown)
      : request.method !== undefined && addressIn(request.address).host === 'none';
  return reading.kind === 'unknown' && isListed
    ? { kind: 'unknown', shown: reading.shown }
    : undefined;
}

const isNameOfCode = (shown: string): boolean =>
  /^[A-Za-z]+(?:[._:-][A-Za-z]+)*$/.test(shown) &&
  /[a-z][A-Z]|[._:-]/.test(shown) &&
  isPlainName(shown);
