import { environmentVariable, isEnvironmentName } from '#snippets/environment.ts';

import { settingLine } from './settingLine.ts';

interface EnvironmentFactsProps {
  readonly names: readonly string[];
  /** The id of the language, or of the shell, that reads them. */
  readonly of: string;
}

/** The variables that a request reads, each as it is set there, with what it holds. */
export function EnvironmentFacts({ names, of }: EnvironmentFactsProps) {
  return (
    <dl>
      {names.filter(isEnvironmentName).map((name) => (
        <div key={name}>
          <dt>
            <code>{settingLine(of, name)}</code>
          </dt>
          <dd>{environmentVariable(name).holds}</dd>
        </div>
      ))}
    </dl>
  );
}
