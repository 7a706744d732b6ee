import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { sampleAnswerOf } from '#catalogue/oktaAnswers.ts';
import { findByReference } from '#catalogue/references.ts';
import type { AnswerOf } from '#org/exchange/advance.ts';

/** The responses of the catalogue's operations, in the shapes of Okta's specification. */
export const catalogueAnswer: AnswerOf = (reference) => {
  const operation = findByReference(oktaCatalogue, reference);
  return operation === undefined ? undefined : sampleAnswerOf(operation);
};
