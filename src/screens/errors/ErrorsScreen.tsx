import type { ReactNode } from 'react';

import { errorGroups, knownErrors } from '#guide/errors/knownErrors.ts';
import { outcomeIds } from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { methodName } from '#snippets/form.ts';

import { MethodMark } from '../MethodMark.tsx';
import { ResultSection } from '../ResultSection.tsx';
import { useIsFramed } from '../site.tsx';
import { ErrorLinks } from './ErrorLinks.tsx';
import { errorsHeading } from './errorsHeading.ts';
import { errorsIslandId } from './errorsIslandId.ts';

interface ErrorsScreenProps {
  /** The box, as it is before its script responds to it. */
  readonly reader: ReactNode;
}

/** Every error that the guide knows: a box that reads what was met, which no frame has, and lists without it. */
export function ErrorsScreen({ reader }: ErrorsScreenProps) {
  const isFramed = useIsFramed();
  return (
    <article className="stack [--gap:2.5rem]">
      <header className="stack [--gap:1rem]">
        <h1 tabIndex={-1}>{errorsHeading}</h1>
        <p className="lead">
          Look up {knownErrors.length} errors from Okta’s token endpoint and APIs by Okta’s own
          text, to see why they happen and what to do.
        </p>
      </header>
      {isFramed ? null : (
        <div id={errorsIslandId} className="needs-script">
          <div inert>{reader}</div>
        </div>
      )}
      {/* On paper it would repeat the lists below. */}
      <section aria-labelledby="usual-heading" className="no-print stack">
        <h2 id="usual-heading">What usually goes wrong, by method</h2>
        {outcomeIds.map((method) => (
          <details key={method}>
            <summary className="py-1.5">
              <MethodMark node={method} name={outcomes[method].name} />
            </summary>
            <div id={methodName(method)} className="pt-2" tabIndex={-1}>
              <ErrorLinks errors={outcomes[method].errors} />
            </div>
          </details>
        ))}
      </section>
      {errorGroups.map(({ id, heading, errors }) => (
        <ResultSection key={id} anchor={id} title={heading}>
          <ErrorLinks errors={errors} />
        </ResultSection>
      ))}
    </article>
  );
}
