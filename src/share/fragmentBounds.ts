/** How many characters of values are carried: all together, in one text, and in the body. */
export interface FragmentBounds {
  readonly whole: number;
  readonly text: number;
  readonly body: number;
}

// Apart from the code that reads and writes fragments, which is loaded only when it is needed.

/** The bounds of a link: chats and email cut longer ones. */
export const linkBounds: FragmentBounds = { whole: 10_000, text: 1000, body: 6000 };
/** The bounds of values that stay in this browser: everything that a request needs. */
export const keptBounds: FragmentBounds = { whole: 500_000, text: 10_000, body: 100_000 };
