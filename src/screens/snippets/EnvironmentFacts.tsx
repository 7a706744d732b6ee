import { environmentVariable, isEnvironmentName } from '#snippets/environment.ts';

/** The variables that a request reads, each with what it holds. */
export function EnvironmentFacts({ names }: { readonly names: readonly string[] }) {
  return (
    <dl className="facts">
      {names.filter(isEnvironmentName).map((name) => (
        <div key={name} className="contents">
          <dt>
            <code>{name}</code>
          </dt>
          <dd>{environmentVariable(name).holds}</dd>
        </div>
      ))}
    </dl>
  );
}
