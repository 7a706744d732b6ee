import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react';

import type { OutcomeId } from '#guide/nodeIds.ts';
import { StaticMarkup } from '#ui/StaticMarkup.tsx';
import { TextField } from '#ui/TextField.tsx';

import { chosenLanguage } from './chosenLanguage.ts';
import { useAddresses, useIsFramed } from '../site.tsx';
import { FormPicker, FormWords } from './FormPicker.tsx';
import { LeastScopes } from './LeastScopes.tsx';
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
    hint: 'On the app’s “General” tab. Not a secret.',
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

const inputsId = 'request-inputs';

/** The request of a method as a workbench: the person's values on one side, the code on the other. */
export function SnippetPanel({ method, prerendered, inputs }: SnippetPanelProps) {
  const isFramed = useIsFramed();
  // Matters on a narrow screen only: elsewhere the inputs are always in sight. A frame draws them on request.
  const [isUnfolded, setUnfolded] = useState(isFramed);
  const workbench = useRef<HTMLDivElement>(null);
  // After every change: whatever a person types, the code stays in sight above the sheet.
  useLayoutEffect(() => {
    if (isUnfolded && workbench.current !== null) scrollAboveSheet(workbench.current);
  });
  return (
    <div ref={workbench} className="workbench">
      <button
        type="button"
        className="button needs-script no-print"
        data-open={isUnfolded}
        aria-controls={inputsId}
        onClick={() => setUnfolded(!isUnfolded)}
      >
        {isUnfolded ? 'Close' : 'Choose'} operations and values
      </button>
      {/* A frame is as high as its content, so nothing can stay at the foot of its window. */}
      <div id={inputsId} className={isFramed ? 'workbench-inputs' : 'workbench-inputs sheet'}>
        <OperationSection choice={inputs.operations} />
        <ValueFields method={method} inputs={inputs} />
      </div>
      <RequestCode method={method} prerendered={prerendered} inputs={inputs} />
    </div>
  );
}

/** Scrolls to the code if the inputs are a sheet: a narrow page, and not a frame. */
function scrollAboveSheet(workbench: HTMLElement): void {
  const sheet = workbench.querySelector('.sheet');
  if (sheet === null || getComputedStyle(sheet).position !== 'fixed') return;
  workbench.querySelector('.code-head')?.scrollIntoView();
}

function ValueFields({ method, inputs }: Omit<SnippetPanelProps, 'prerendered'>) {
  // Fields that were left alone say nothing; a field speaks once it has been typed in.
  const [touched, setTouched] = useState<ReadonlySet<ValueField>>(new Set());
  return (
    <div className="workbench-fields needs-script no-print">
      <h3 className="col-span-full">Your values</h3>
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
      <p className="quiet">
        What you type stays in this browser. Secrets have no field here: each program reads them
        from environment variables on your machine.
      </p>
    </div>
  );
}

/** The code with the choice of its form and language. */
function RequestCode({ method, prerendered, inputs }: SnippetPanelProps) {
  const addresses = useAddresses();
  const isFramed = useIsFramed();
  const [chosen, setChosen] = useState<string>();
  // The menu is closed with the choice, and drawn anew where the page came with it.
  const focusMenu = useCallback(
    (place: HTMLElement | null) => {
      if (chosen !== undefined) place?.querySelector<HTMLElement>('summary')?.focus();
    },
    [chosen],
  );
  return (
    <div className="workbench-code stack [--gap:0.5rem]">
      {method !== 'apiToken' && <LeastScopes choice={inputs.operations} />}
      <FormPicker
        method={method}
        callsSeveral={inputs.live?.callsSeveral ?? false}
        choice={inputs.choice}
        onChoose={inputs.onChoose}
      />
      {/* Clicks on the links of the language menu, which the page comes with, arrive here. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        key={inputs.live === undefined ? 'prerendered' : 'live'}
        ref={focusMenu}
        className="stack [--gap:0.5rem]"
        onClick={(event) => {
          const language = chosenLanguage(event);
          if (language === undefined) return;
          event.preventDefault();
          setChosen(language);
          inputs.onLanguage(language);
        }}
      >
        {inputs.live === undefined ? (
          <StaticMarkup className="stack [--gap:0.5rem]">{prerendered}</StaticMarkup>
        ) : (
          inputs.live.draw(method)
        )}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-8">
        <FormWords method={method} />
        {!isFramed && (
          <a className="quiet py-0.5" href={addresses.lab(method)}>
            Watch these requests run in the lab
          </a>
        )}
      </div>
    </div>
  );
}
