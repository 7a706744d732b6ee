import type { Catalogue, CatalogueOperation } from '#catalogue/operation.ts';
import { minimalScopes } from '#catalogue/scopes.ts';
import { specificationVersion } from '#catalogue/specificationVersion.ts';
import { verdict } from '#catalogue/verdict.ts';
import { acceptedWords, verdictWords } from '#catalogue/verdictWords.ts';

/**
 * What the specification says about the operations that a program calls, for a record. Code in texts is
 * between backticks.
 */
export interface OperationEvidence {
  /** As they were chosen, the unknown ones included. */
  readonly references: readonly string[];
  /** Of the management specification. */
  readonly version: string;
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly accepted: readonly {
    readonly reference: string;
    /** `GET /api/v1/users`. */
    readonly request: string;
    readonly words: string;
  }[];
  readonly unknown: readonly string[];
  readonly scopes: readonly { readonly scope: string; readonly neededBy: readonly string[] }[];
}

/** Puts together what the specification says about chosen operations. */
export function operationEvidence(
  catalogue: Catalogue,
  operations: readonly CatalogueOperation[],
  unknown: readonly string[],
): OperationEvidence {
  const version = specificationVersion(catalogue);
  return {
    references: [...operations.map(({ reference }) => reference), ...unknown],
    version,
    ...verdictWords(verdict(operations, unknown), version),
    accepted: operations.map((operation) => ({
      reference: operation.reference,
      request: `${operation.method} ${operation.path}`,
      words: acceptedWords(operation),
    })),
    unknown,
    scopes: minimalScopes(operations).map(({ scope, neededBy }) => ({
      scope,
      neededBy: neededBy.map(({ reference }) => reference),
    })),
  };
}
