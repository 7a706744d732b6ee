import { useId } from 'react';

import { TextWithCode } from './TextWithCode.tsx';

interface RadioListProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly (readonly [value: Value, label: string])[];
  /** Empty as long as nothing is chosen. */
  readonly value: Value | '';
  readonly onPick: (value: Value) => void;
}

/** A choice among sentences, one below the other. */
export function RadioList<Value extends string>({
  legend,
  options,
  value,
  onPick,
}: RadioListProps<Value>) {
  const name = useId();
  return (
    <fieldset>
      <legend className="eyebrow">{legend}</legend>
      {options.map(([option, label]) => (
        <label key={option} className="flex gap-2 py-1">
          <input
            type="radio"
            name={name}
            value={option}
            checked={option === value}
            onChange={() => onPick(option)}
          />
          <span>
            <TextWithCode text={label} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}
