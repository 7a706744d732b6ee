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
  /** What was corrected in it. */
  readonly note?: string | undefined;
}

/** The snippets with the person's values in them. */
export interface LiveSnippets {
  readonly answers: Readonly<Record<ValueField, FieldAnswer>>;
  /** Whether what is drawn is a whole program that makes several calls. */
  readonly callsSeveral: boolean;
  readonly draw: (method: OutcomeId) => ReactNode;
  /** The decision record, with what was typed and chosen in it. */
  readonly record: (walk: OutcomeWalk) => ReactNode;
  /** Present once a person has chosen an operation, or filled one in. */
  readonly operations?: LiveOperations | undefined;
}

/** What follows from the operations that a person chose. */
export interface LiveOperations {
  /** What the specification says about a result, beside the answers that led there. */
  readonly evidence: (walk: OutcomeWalk) => ReactNode;
}

/** The fewest scopes with which the chosen operations can be called. */
export interface ChosenScopes {
  /** As a token request has them; empty where none is needed. */
  readonly list: string;
  /** How many other operations a token with these scopes may call. */
  readonly openedCount: number;
  /** Why each, and what else it opens. */
  readonly reasons: ReactNode;
}

/** The choice of operations, which is loaded when a person opens it. */
export interface OperationChoice {
  /** How many are chosen. */
  readonly count: number;
  /** Absent until it has been loaded. */
  readonly fields: ReactNode | undefined;
  /** Absent until it has been loaded: until then the sample's are shown. */
  readonly scopes: ChosenScopes | undefined;
  /** Why it could not be loaded, and what helps. */
  readonly problem: ReactNode | undefined;
  readonly onOpen: () => void;
}

/** What a person typed and chose for the request, which lives outside of the screen, and what became of it. */
export interface RequestInputs {
  readonly texts: FieldTexts;
  readonly choice: FormChoice;
  /** Absent until something has been typed or chosen: until then the prerendered snippets are shown. */
  readonly live: LiveSnippets | undefined;
  readonly operations: OperationChoice;
  /** Shows the request in another language, by its id. */
  readonly onLanguage: (language: string) => void;
  readonly onChoose: (choice: Partial<FormChoice>) => void;
  readonly onChange: (field: ValueField, text: string) => void;
}
