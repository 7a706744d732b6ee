import { useId } from 'react';

export interface RadioGroupProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly (readonly [value: Value, label: string])[];
  /** Empty as long as nothing is chosen. */
  readonly value: Value | '';
  readonly onPick: (value: Value) => void;
}

/**
 * A choice between a few options. It looks like `RadioTabs`; the component that draws it holds its
 * state.
 */
export function RadioGroup<Value extends string>({
  legend,
  options,
  value,
  onPick,
}: RadioGroupProps<Value>) {
  const name = useId();
  return (
    <fieldset className="tabs">
      <legend className="eyebrow">{legend}</legend>
      {options.map(([option, label]) => (
        <div key={option} className="tab">
          <label>
            <input
              // What was chosen before the page was hydrated.
              ref={(radio) => {
                if (radio?.checked === true && option !== value) onPick(option);
              }}
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
