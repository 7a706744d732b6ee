import { type ReactNode, useState } from 'react';

import type { OutcomeId } from '#guide/nodeIds.ts';
import { StaticMarkup } from '#ui/StaticMarkup.tsx';
import { TextField } from '#ui/TextField.tsx';

import { FormPicker } from './FormPicker.tsx';
import { OperationSection } from '../operationChoice/OperationSection.tsx';
import type { RequestInputs, ValueField } from './requestInputs.ts';

interface FieldWords {
  readonly label: string;
  readonly hint: string;
  readonly placeholder: string;
}

const fieldWords: Readonly<Record<ValueField, FieldWords>> = {
  orgDomain: {
    label: 'Okta org domain',
    hint: 'Without `-admin`. Use a custom domain everywhere or nowhere.',
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
  readonly inputs: RequestInputs;
}

/** The request of a method: the person's values on top, the snippets beneath. */
export function SnippetPanel({ method, prerendered, inputs }: SnippetPanelProps) {
  // Fields that were left alone say nothing; a field speaks once it has been typed in.
  const [touched, setTouched] = useState<ReadonlySet<ValueField>>(new Set());
  return (
    <>
      <div className="needs-script no-print grid gap-4 md:grid-cols-2">
        {fieldsOf[method].map((field) => {
          const answer =
            touched.has(field) || inputs.texts[field] !== ''
              ? inputs.live?.answers[field]
              : undefined;
          return (
            <TextField
              key={field}
              {...fieldWords[field]}
              value={inputs.texts[field]}
              problem={answer?.problem}
              note={answer?.note}
              onChange={(text) => {
                setTouched(new Set([...touched, field]));
                inputs.onChange(field, text);
              }}
            />
          );
        })}
        <p className="quiet self-end">
          What you type stays in this browser. Secrets have no field here: each snippet reads them
          from environment variables on your machine.
        </p>
      </div>
      <OperationSection choice={inputs.operations} />
      <FormPicker method={method} choice={inputs.choice} onChoose={inputs.onChoose} />
      {inputs.live === undefined ? (
        <StaticMarkup>{prerendered}</StaticMarkup>
      ) : (
        inputs.live.draw(method)
      )}
    </>
  );
}
