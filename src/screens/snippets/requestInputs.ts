import type { ReactNode } from 'react';

import type { OutcomeId } from '#guide/nodeIds.ts';
import type { OutcomeWalk } from '#guide/nodeKind.ts';

import type { FormChoice } from './formChoice.ts';

/** What a person may type in; secrets have no field. */
export type ValueField = 'orgDomain' | 'clientId' | 'keyId';

export type FieldTexts = Readonly<Record<ValueField, string>>;

/** What became of a field's text. */
export interface FieldAnswer {
  /** Why it is refused. */
  readonly problem?: string | undefined;
  /** What was mended in it. */
  readonly note?: string | undefined;
}

/** The snippets with the person's values in them. */
export interface LiveSnippets {
  readonly answers: Readonly<Record<ValueField, FieldAnswer>>;
  readonly draw: (method: OutcomeId) => ReactNode;
  /** Present once a person has chosen an operation, or filled one in. */
  readonly operations?: LiveOperations | undefined;
}

/** What follows from the operations that a person chose. */
export interface LiveOperations {
  /** What the specification says of a result, beside the answers that led there. */
  readonly evidence: (walk: OutcomeWalk) => ReactNode;
  /** The decision record, with the operations in it. */
  readonly record: (walk: OutcomeWalk) => ReactNode;
}

/** The choice of operations, which is loaded when a person opens it. */
export interface OperationChoice {
  /** How many are chosen. */
  readonly count: number;
  /** Absent until it has been loaded. */
  readonly fields: ReactNode | undefined;
  /** Why it could not be loaded, and what helps. */
  readonly problem: ReactNode | undefined;
  readonly onOpen: () => void;
}

/** What a person typed and chose for the request, which lives outside of the screen, and what became of it. */
export interface RequestInputs {
  readonly texts: FieldTexts;
  readonly choice: FormChoice;
  /** Absent until something has been typed or chosen: the prerendered snippets then stand. */
  readonly live: LiveSnippets | undefined;
  readonly operations: OperationChoice;
  readonly onChoose: (choice: Partial<FormChoice>) => void;
  readonly onChange: (field: ValueField, text: string) => void;
}
