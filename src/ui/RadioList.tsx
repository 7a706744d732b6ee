import { useId } from 'react';

import type { RadioGroupProps } from './RadioGroup.tsx';
import { TextWithCode } from './TextWithCode.tsx';

/** A choice between sentences, one below the other. */
export function RadioList<Value extends string>({
  legend,
  options,
  value,
  onPick,
}: RadioGroupProps<Value>) {
  const name = useId();
  return (
    <fieldset>
      <legend className="eyebrow">{legend}</legend>
      {options.map(([option, label]) => (
        <label key={option} className="flex gap-2 py-1">
          <input
            className="mt-1"
            type="radio"
            name={name}
            value={option}
            checked={option === value}
            onChange={() => onPick(option)}
          />
          <span className="max-w-[48ch]">
            <TextWithCode text={label} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}
