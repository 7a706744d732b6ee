import { type ReactNode, useState } from 'react';

import type { OutcomeId } from '#guide/nodeIds.ts';
import { StaticMarkup } from '#ui/StaticMarkup.tsx';
import { TextField } from '#ui/TextField.tsx';

import type { FormChoice } from './formChoice.ts';
import { FormPicker } from './FormPicker.tsx';
import { OperationSection } from '../operationChoice/OperationSection.tsx';
import type { OutcomeWalk } from '../result/OutcomeScreen.tsx';

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
  readonly desk: ReactNode | undefined;
  /** Why it could not be loaded. */
  readonly problem: string | undefined;
  readonly onOpen: () => void;
}

/** Where the typed values live, outside of the screen: the address, and the code that uses them. */
export interface SnippetDesk {
  readonly texts: FieldTexts;
  readonly choice: FormChoice;
  /** Absent until something has been typed or chosen: the prerendered snippets then stand. */
  readonly live: LiveSnippets | undefined;
  readonly operations: OperationChoice;
  readonly onChoose: (choice: FormChoice) => void;
  readonly onChange: (field: ValueField, text: string) => void;
}

interface FieldWords {
  readonly label: string;
  readonly hint: string;
  readonly placeholder: string;
}

const fieldWords: Readonly<Record<ValueField, FieldWords>> = {
  orgDomain: {
    label: 'Okta org domain',
    hint: 'Without `-admin`. A custom domain is fine.',
    placeholder: 'integrator-1234567.okta.com',
  },
  clientId: {
    label: 'Client ID',
    hint: 'From the app, tab “General”. It is not a secret.',
    placeholder: '0oa…',
  },
  keyId: {
    label: 'Key ID (kid)',
    hint: 'From the app’s list of public keys.',
    placeholder: 'From Public keys',
  },
};

const fieldsOf: Readonly<Record<OutcomeId, readonly ValueField[]>> = {
  serviceApp: ['orgDomain', 'clientId', 'keyId'],
  apiServiceIntegration: ['orgDomain', 'clientId'],
  apiToken: ['orgDomain'],
};

interface SnippetPanelProps {
  readonly method: OutcomeId;
  readonly prerendered: ReactNode | undefined;
  readonly desk: SnippetDesk;
}

/** The request of a method: the person's values on top, the snippets beneath. */
export function SnippetPanel({ method, prerendered, desk }: SnippetPanelProps) {
  // Fields that were left alone say nothing; a field speaks once it has been typed in.
  const [touched, setTouched] = useState<ReadonlySet<ValueField>>(new Set());
  return (
    <>
      <div className="needs-script no-print grid gap-4 md:grid-cols-2">
        {fieldsOf[method].map((field) => {
          const answer =
            touched.has(field) || desk.texts[field] !== '' ? desk.live?.answers[field] : undefined;
          return (
            <TextField
              key={field}
              {...fieldWords[field]}
              value={desk.texts[field]}
              problem={answer?.problem}
              note={answer?.note}
              onChange={(text) => {
                setTouched(new Set([...touched, field]));
                desk.onChange(field, text);
              }}
            />
          );
        })}
        <p className="quiet self-end">
          What you type stays in this browser. Secrets have no field here: each snippet reads them
          from environment variables on your machine.
        </p>
      </div>
      <OperationSection choice={desk.operations} />
      <FormPicker method={method} choice={desk.choice} onChoose={desk.onChoose} />
      {desk.live === undefined ? (
        <StaticMarkup>{prerendered}</StaticMarkup>
      ) : (
        desk.live.draw(method)
      )}
    </>
  );
}
