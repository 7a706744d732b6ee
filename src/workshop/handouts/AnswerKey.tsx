import { resultName } from '#guide/resultName.ts';
import { Standing } from '#screens/Cited.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { DiscussionPoints } from '../DiscussionPoints.tsx';
import { resultIds, type Scenario, type Words } from '../scenario.ts';

/** How sure a reason is, if not all sources agree; paper has no links to them. */
function StandingOf({ words }: { readonly words: Words }) {
  return <Standing of={(words.basis ?? []).map(({ status }) => status)} />;
}

/** What the guide says about each card, why, and what people believe; only for the teacher. */
export function AnswerKey({ scenarios }: { readonly scenarios: readonly Scenario[] }) {
  const keyed = scenarios.filter((scenario) => scenario.kind === 'keyed');
  return (
    <>
      {keyed.map((scenario) => (
        <section
          key={scenario.id}
          aria-labelledby={`key-${scenario.id}`}
          className="stack [--gap:0.4rem]"
        >
          <h2 id={`key-${scenario.id}`} className="text-body">
            {scenario.title}: {resultName(scenario.result)}
          </h2>
          <p>
            <TextWithCode text={scenario.reason.text} />
            <StandingOf words={scenario.reason} />
          </p>
          <p className="quiet">
            If asked:{' '}
            {scenario.facts.map(({ ask, told }) => `${ask} ${told}`.replaceAll('`', '')).join(' ')}
          </p>
          <p>
            Twist: <TextWithCode text={scenario.twist.change} />{' '}
            <strong>{resultName(scenario.twist.result)}.</strong>{' '}
            <TextWithCode text={scenario.twist.reason.text} />
            <StandingOf words={scenario.twist.reason} />
          </p>
          <ul className="list-disc ps-5 text-small">
            {resultIds.map((result) => {
              const misconception = scenario.misconceptions[result];
              return (
                misconception !== undefined && (
                  <li key={result}>
                    {resultName(result)}: “{misconception.belief}”
                  </li>
                )
              );
            })}
          </ul>
        </section>
      ))}
      {scenarios.map(
        (scenario) =>
          scenario.kind === 'discussion' && (
            <section key={scenario.id} className="stack [--gap:0.4rem]">
              <h2 className="text-body">{scenario.title}: to discuss</h2>
              <p>
                <TextWithCode text={scenario.whyNoKey.text} />
              </p>
              <DiscussionPoints points={scenario.points} />
            </section>
          ),
      )}
      <p>
        The sources of the reasons are listed on the workshop’s page and on the page of each result.
      </p>
    </>
  );
}
