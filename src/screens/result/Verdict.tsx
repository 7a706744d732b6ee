import type { Statement } from '#guide/claim.ts';
import { comparison } from '#guide/comparison.ts';
import type { OutcomeId } from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { Citations, Cited } from '../Cited.tsx';
import { MethodMark } from '../MethodMark.tsx';

interface KeyFact {
  readonly label: string;
  readonly statement: Statement;
}

/** What to know first about a method: what the program holds, how long it lasts, what it takes to start. */
export function keyFacts(method: OutcomeId): readonly KeyFact[] {
  return comparison.rows.flatMap(({ inShort, cells }) =>
    inShort === undefined ? [] : [{ label: inShort, statement: cells[method] }],
  );
}

/** A result's first screen: the method in a sentence, three facts, and the two things to go on with. */
export function Verdict({ method }: { readonly method: OutcomeId }) {
  const { heading, name, verdict } = outcomes[method];
  const facts = keyFacts(method);
  return (
    <header className="verdict stack [--gap:0.75rem]" data-node={method}>
      <p>
        <MethodMark node={method} name={name} />
      </p>
      <h1 tabIndex={-1}>{heading}</h1>
      <p className="lead">
        <Cited of={verdict} />
      </p>
      <dl className="facts">
        {facts.map(({ label, statement }, index) => (
          <div key={label} className="contents">
            <dt>{label}</dt>
            <dd>
              <TextWithCode text={statement.text} />
              {/* One mark for the three: they are read as one. */}
              {index === facts.length - 1 && (
                <Citations
                  of={statement.text}
                  sources={facts.flatMap((fact) =>
                    fact.statement.basis.flatMap(({ sources }) => sources),
                  )}
                />
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="no-print flex flex-wrap gap-3">
        <a className="button" data-rank="primary" href="#request">
          Get the request
        </a>
        <a className="button" href="#record">
          Decision record
        </a>
      </p>
    </header>
  );
}
