import { type ReactNode, useId } from 'react';

import type { OutcomeId } from '#guide/machine.ts';

import type { FormChoice } from './formChoice.ts';

interface FormPickerProps {
  readonly method: OutcomeId;
  readonly choice: FormChoice;
  readonly onChoose: (choice: FormChoice) => void;
}

/** Which form of the request is shown. Without script every form has its own page instead. */
export function FormPicker({ method, choice, onChoose }: FormPickerProps) {
  return (
    <div className="needs-script no-print flex flex-wrap gap-x-8 gap-y-2">
      {method === 'serviceApp' && (
        <>
          <Picker
            legend="Token"
            options={[
              ['dpop', 'DPoP, as new apps from the Admin Console require'],
              ['bearer', 'Bearer, where DPoP is switched off'],
            ]}
            value={choice.variant}
            onPick={(variant) => onChoose({ ...choice, variant })}
          />
          <Picker
            legend="Key pair"
            options={[
              ['RSA', 'RSA'],
              ['EC', 'EC'],
            ]}
            value={choice.keyType}
            onPick={(keyType) => onChoose({ ...choice, keyType })}
          />
        </>
      )}
      <Picker
        legend="How much"
        options={[
          ['single', 'One request'],
          ['everything', 'A whole program: cached token, all pages, rate limit, errors'],
        ]}
        value={choice.request}
        onPick={(request) => onChoose({ ...choice, request })}
      />
    </div>
  );
}

interface PickerProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly (readonly [value: Value, label: string])[];
  readonly value: Value;
  readonly onPick: (value: Value) => void;
}

function Picker<Value extends string>({
  legend,
  options,
  value,
  onPick,
}: PickerProps<Value>): ReactNode {
  const name = useId();
  return (
    <fieldset className="tabs">
      <legend className="eyebrow">{legend}</legend>
      {options.map(([option, label]) => (
        <div key={option} className="tab">
          <label>
            <input
              type="radio"
              name={name}
              value={option}
              checked={option === value}
              onChange={() => onPick(option)}
            />
            {label}
          </label>
        </div>
      ))}
    </fieldset>
  );
}
