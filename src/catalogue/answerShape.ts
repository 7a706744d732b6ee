import type { ApiId } from './operation.ts';

/**
 * The successful responses of an API's operations, as in `answerShapes.json`: compact, because
 * browsers load it.
 */
export interface ApiAnswers {
  /**
   * Objects that the specification names, each once. A member is its name and a mark for its value:
   * no mark for a text, `?` for a truth value, `#` for a number, `@` for a date and time, `^` and a
   * format for a text in that format, `=` and a text for the first of several, `[…]` for a list,
   * `[!]` for a list about which nothing is said, `{…}` for an object with its members, one after
   * the other, `~` and a number for the object at that place in the list. In names and texts, a
   * character that has a meaning here is percent-encoded.
   */
  readonly shapes: readonly string[];
  /**
   * For each operation, in the catalogue's order, its status and the shape of its body, separated
   * by commas: `200 [~3]`.
   */
  readonly answers: string;
}

/** The successful responses of all operations, as they are committed. */
export type Answers = Readonly<Record<ApiId, ApiAnswers>>;

/** The text of the file: deterministic, one shape per line. */
export function answersText(all: Answers): string {
  const apis = Object.entries(all).map(([api, { shapes, answers }]) => {
    const listed = shapes.map((shape) => `      ${JSON.stringify(shape)}`).join(',\n');
    return `  ${JSON.stringify(api)}: {\n    "shapes": [\n${listed}\n    ],\n    "answers": ${JSON.stringify(answers)}\n  }`;
  });
  return `{\n${apis.join(',\n')}\n}\n`;
}
