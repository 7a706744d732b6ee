import type { AnswerOf } from '#org/exchange/advance.ts';
import type { JsonValue } from '#catalogue/json.ts';
import type { OrgAnswer } from '#org/org.ts';

/**
 * The responses of operations, which the build has put into a page that must do without the
 * catalogue.
 *
 * @param text JSON: a response by the reference of each operation
 */
export function answersInPage(text: string): AnswerOf {
  const answers = readAnswers(text);
  return (reference) => answers.get(reference);
}

function readAnswers(text: string): ReadonlyMap<string, OrgAnswer> {
  try {
    const json = JSON.parse(text) as JsonValue;
    const entries = typeof json === 'object' && json !== null ? Object.entries(json) : [];
    return new Map(
      entries.flatMap(([reference, answer]) => (isAnswer(answer) ? [[reference, answer]] : [])),
    );
  } catch {
    // Without them, an operation returns what it received.
    return new Map();
  }
}

function isAnswer(value: unknown): value is OrgAnswer {
  return (
    typeof value === 'object' &&
    value !== null &&
    'status' in value &&
    typeof value.status === 'number'
  );
}
