/**
 * What to keep of a JSON text, by its place in it. Whatever has no shape is skipped letter by
 * letter and never becomes a value, so headers, cookies and bodies never enter memory.
 */
export interface JsonShape {
  /** The name under which a text at this place is kept. */
  readonly field?: string;
  /** The shape of an object's member; undefined if it is skipped. */
  readonly member?: (name: string) => JsonShape | undefined;
  /** The shape of each element of a list. */
  readonly element?: JsonShape | undefined;
  /** The texts within it belong together. */
  readonly isRecord?: boolean;
}

/** The texts of one record, by field name; a field that occurs several times has several texts. */
export type ScannedFields = ReadonlyMap<string, readonly string[]>;

interface Frame {
  readonly shape: JsonShape;
  readonly isObject: boolean;
  /** The shape of the value that comes next. */
  next: JsonShape | undefined;
  isKeyExpected: boolean;
  readonly fields: Map<string, string[]> | undefined;
}

/** The longest text that is kept; longer ones are not addresses. */
const longestText = 4000;

/** No recording is deeper than this. */
const deepest = 200;

/**
 * Reads JSON as it arrives, in pieces of any size. Several values may follow each other, as in JSON
 * lines. It never throws on damaged text, and reads as much of it as it can.
 */
export class JsonScanner {
  readonly #root: JsonShape;
  readonly #onRecord: (fields: ScannedFields) => void;
  readonly #frames: Frame[] = [];
  /** How many brackets are open within a part that is skipped. */
  #passedOver = 0;
  #isInString = false;
  #isEscaped = false;
  /** The string that is being kept, as it is written; undefined if it is skipped. */
  #kept: string | undefined;

  /**
   * @param onRecord called with each record once it is complete, an inner one before the outer one
   */
  constructor(root: JsonShape, onRecord: (fields: ScannedFields) => void) {
    this.#root = root;
    this.#onRecord = onRecord;
  }

  /** Whether every value that was begun has ended. */
  get isComplete(): boolean {
    return this.#frames.length === 0 && this.#passedOver === 0 && !this.#isInString;
  }

  /** Reads the next piece. */
  read(piece: string): void {
    let at = 0;
    while (at < piece.length) {
      if (this.#isInString) at = this.#readString(piece, at);
      else at = this.#passedOver > 0 ? this.#passOver(piece, at) : this.#readStructure(piece, at);
    }
  }

  #readString(piece: string, from: number): number {
    let at = from;
    if (this.#isEscaped) {
      this.#isEscaped = false;
      at += 1;
    }
    for (;;) {
      endOrEscape.lastIndex = at;
      const found = endOrEscape.exec(piece);
      if (found === null) return this.#keep(piece, from, piece.length);
      at = found.index + 2;
      if (found[0] === '"') {
        this.#keep(piece, from, found.index);
        this.#isInString = false;
        this.#endString();
        return found.index + 1;
      }
      if (at > piece.length) {
        this.#isEscaped = true;
        return this.#keep(piece, from, piece.length);
      }
    }
  }

  #keep(piece: string, from: number, to: number): number {
    if (this.#kept !== undefined && this.#kept.length < longestText) {
      this.#kept += piece.slice(from, Math.min(to, from + longestText));
    }
    return to;
  }

  #endString(): void {
    const frame = this.#frames.at(-1);
    const text = this.#kept === undefined ? undefined : unescaped(this.#kept);
    this.#kept = undefined;
    if (frame?.isObject === true && frame.isKeyExpected) {
      frame.next = text === undefined ? undefined : frame.shape.member?.(text);
      frame.isKeyExpected = false;
      return;
    }
    const field = this.#shapeHere()?.field;
    if (text !== undefined && field !== undefined) this.#add(field, text);
  }

  #add(field: string, text: string): void {
    const record = this.#frames.findLast(({ fields }) => fields !== undefined)?.fields;
    if (record === undefined) this.#onRecord(new Map([[field, [text]]]));
    else record.set(field, [...(record.get(field) ?? []), text].slice(0, 40));
  }

  #shapeHere(): JsonShape | undefined {
    const frame = this.#frames.at(-1);
    return frame === undefined ? this.#root : frame.next;
  }

  #passOver(piece: string, from: number): number {
    significant.lastIndex = from;
    const found = significant.exec(piece);
    if (found === null) return piece.length;
    const [mark] = found;
    if (mark === '"') this.#isInString = true;
    else this.#passedOver += mark === '{' || mark === '[' ? 1 : -1;
    return found.index + 1;
  }

  #readStructure(piece: string, at: number): number {
    const mark = piece[at];
    const frame = this.#frames.at(-1);
    if (mark === '"') {
      this.#isInString = true;
      const isKey = frame?.isObject === true && frame.isKeyExpected;
      this.#kept = isKey || this.#shapeHere()?.field !== undefined ? '' : undefined;
    } else if (mark === '{' || mark === '[') {
      this.#open(mark === '{');
    } else if (mark === '}' || mark === ']') {
      const closed = this.#frames.pop();
      if (closed?.fields !== undefined && closed.fields.size > 0) this.#onRecord(closed.fields);
    } else if (mark === ',' && frame?.isObject === true) {
      frame.isKeyExpected = true;
      frame.next = undefined;
    }
    return at + 1;
  }

  #open(isObject: boolean): void {
    const shape = this.#shapeHere();
    const isWanted = (isObject ? shape?.member : shape?.element) !== undefined;
    if (shape === undefined || !isWanted || this.#frames.length >= deepest) {
      this.#passedOver = 1;
      return;
    }
    this.#frames.push({
      shape,
      isObject,
      next: isObject ? undefined : shape.element,
      isKeyExpected: isObject,
      fields: isObject && shape.isRecord === true ? new Map<string, string[]>() : undefined,
    });
  }
}

const significant = /["{}[\]]/g;
const endOrEscape = /["\\]/g;

/** The value of a JSON string; undefined if it is damaged. */
function unescaped(written: string): string | undefined {
  if (!written.includes('\\')) return written;
  try {
    const parsed: unknown = JSON.parse(`"${written}"`);
    return typeof parsed === 'string' ? parsed : undefined;
  } catch {
    return undefined;
  }
}
