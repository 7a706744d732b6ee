/** How many characters of values are carried: all together, of one text, and of the body. */
export interface FragmentBounds {
  readonly whole: number;
  readonly text: number;
  readonly body: number;
}

// Apart from the code that reads and writes fragments, which is loaded only when it is needed.

/** A link's: chats and mail cut what is longer. */
export const linkBounds: FragmentBounds = { whole: 10_000, text: 1000, body: 6000 };
/** Those of values that stay in this browser: all that a request takes. */
export const keptBounds: FragmentBounds = { whole: 500_000, text: 10_000, body: 100_000 };
