import { type ReactNode, useId } from 'react';

export interface RadioTab {
  readonly id: string;
  readonly label: string;
  readonly panel: ReactNode;
}

interface RadioTabsProps {
  readonly legend: string;
  readonly tabs: readonly RadioTab[];
  /** The tab that is open at first; the first one when absent or unknown. */
  readonly initial?: string | undefined;
  /** Name under which `#browser/rememberedChoices.ts` keeps groups in step and remembers the choice. */
  readonly remembersAs?: string;
}

/**
 * Tabs that work without script: native radios, with CSS that shows the panel of the checked one.
 */
export function RadioTabs({ legend, tabs, initial, remembersAs }: RadioTabsProps) {
  const name = useId();
  const open = tabs.some(({ id }) => id === initial) ? initial : tabs[0]?.id;
  return (
    <fieldset className="tabs">
      <legend className="eyebrow">{legend}</legend>
      {tabs.map(({ id, label, panel }) => (
        <div key={id} className="tab">
          <label>
            <input
              type="radio"
              name={name}
              value={id}
              defaultChecked={id === open}
              data-remembers={remembersAs}
            />
            {label}
          </label>
          <div className="tab-panel">{panel}</div>
        </div>
      ))}
    </fieldset>
  );
}
