import answersJson from './answerShapes.json' with { type: 'json' };
import type { Answers } from './answerShape.ts';
import type { JsonValue } from './json.ts';
import { oktaCatalogue } from './oktaCatalogue.ts';
import type { CatalogueOperation } from './operation.ts';
import { sampleOf } from './sampleOfShape.ts';

/** The committed responses. Pages load them with `import()`, together with the catalogue. */
export const oktaAnswers: Answers = answersJson;

/** An operation's successful response, with made-up values. */
export interface SampleAnswer {
  readonly status: number;
  /** Absent if the response has no JSON. */
  readonly body?: JsonValue;
}

/** A response with the shape that Okta's specification gives; undefined if it gives none. */
export function sampleAnswerOf(operation: CatalogueOperation): SampleAnswer | undefined {
  const { api } = operation;
  const { shapes, answers } = oktaAnswers[api];
  const place = oktaCatalogue.operations.filter((each) => each.api === api).indexOf(operation);
  const [, status, shape] = /^(2\d\d)(?: (.+))?$/.exec(answers.split(',')[place] ?? '') ?? [];
  if (status === undefined) return undefined;
  return shape === undefined
    ? { status: Number(status) }
    : { status: Number(status), body: sampleOf(shape, shapes) };
}
