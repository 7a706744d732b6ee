/** The longest field that is kept; longer ones are not addresses. */
const longestField = 4000;

/**
 * Reads CSV as it arrives (RFC 4180), in pieces of any size; quoted fields may contain line ends.
 * Only the wanted columns are kept, and the others never enter memory.
 */
export class CsvScanner {
  readonly #separator: string;
  readonly #isWanted: (column: string) => boolean;
  readonly #onRow: (row: ReadonlyMap<string, string>) => void;
  #columns: (string | undefined)[] | undefined;
  #heading: string[] = [];
  #row = new Map<string, string>();
  #position = 0;
  #field = '';
  #isQuoted = false;
  #isAfterQuote = false;

  /**
   * @param isWanted whether to keep a column, by its heading
   * @param onRow called with each row after the headings, by the headings of the wanted columns
   */
  constructor(
    separator: string,
    isWanted: (column: string) => boolean,
    onRow: (row: ReadonlyMap<string, string>) => void,
  ) {
    this.#separator = separator;
    this.#isWanted = isWanted;
    this.#onRow = onRow;
  }

  /** Reads the next piece. */
  read(piece: string): void {
    for (let at = 0; at < piece.length;) at = this.#readFrom(piece, at);
  }

  /** Ends the last row, which may have no line end. */
  end(): void {
    if (this.#field !== '' || this.#position > 0) this.#endRow();
  }

  #readFrom(piece: string, from: number): number {
    if (this.#isQuoted) {
      const quote = piece.indexOf('"', from);
      this.#add(piece.slice(from, quote === -1 ? undefined : quote));
      if (quote === -1) return piece.length;
      this.#isQuoted = false;
      this.#isAfterQuote = true;
      return quote + 1;
    }
    const mark = piece[from] ?? '';
    const isDoubled = mark === '"' && this.#isAfterQuote;
    this.#isAfterQuote = false;
    if (mark === '"') {
      if (isDoubled) this.#add('"');
      this.#isQuoted = true;
    } else if (mark === this.#separator) this.#endField();
    else if (mark === '\n') this.#endRow();
    else if (mark !== '\r') {
      plain.lastIndex = from;
      const text = plain.exec(piece)?.[0] ?? mark;
      this.#add(text);
      return from + text.length;
    }
    return from + 1;
  }

  #add(text: string): void {
    if (this.#field.length >= longestField) return;
    if (this.#columns === undefined || this.#columns[this.#position] !== undefined) {
      this.#field += text.slice(0, longestField);
    }
  }

  #endField(): void {
    if (this.#columns === undefined) this.#heading.push(this.#field.trim());
    else {
      const column = this.#columns[this.#position];
      if (column !== undefined && this.#field !== '') this.#row.set(column, this.#field);
    }
    this.#position += 1;
    this.#field = '';
  }

  #endRow(): void {
    this.#endField();
    if (this.#columns === undefined) {
      this.#columns = this.#heading.map((name) => (this.#isWanted(name) ? name : undefined));
      this.#heading = [];
    } else if (this.#row.size > 0) this.#onRow(this.#row);
    this.#row = new Map();
    this.#position = 0;
  }
}

/** Anything but the marks: no quotation mark, separator or line end. */
const plain = /[^",;\t\r\n]+/y;
