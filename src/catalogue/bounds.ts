/** The bounds of a text or a number; lengths are in characters. */
export interface Bounds {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** A regular expression, as the specification has it; `(?i)` before it means that capitals do not matter. */
  readonly pattern?: string;
}

/** The names of all bounds, in the order in which they are written. */
export const boundNames = ['minimum', 'maximum', 'minLength', 'maxLength', 'pattern'] as const;
