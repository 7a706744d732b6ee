/** The result of parsing a typed value: the value to use, or why it cannot be used. */
export type Parsed<Value> =
  | {
      readonly ok: true;
      readonly value: Value;
      /** What was corrected, in a sentence to show beside the field; absent when nothing was. */
      readonly note?: string;
    }
  | {
      readonly ok: false;
      /** What happened, why it is a problem and what to do, in one to three sentences. */
      readonly reason: string;
    };

/** Accepts a value, with any corrections to it. */
export function accepted<Value>(value: Value, notes: readonly string[] = []): Parsed<Value> {
  return notes.length === 0 ? { ok: true, value } : { ok: true, value, note: notes.join(' ') };
}

/** Refuses a value. */
export function refused(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}
