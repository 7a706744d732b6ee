import { sourcesOf } from '#guide/citations.ts';
import { PageSourcesProvider } from '#screens/Cited.tsx';
import { ResultSection } from '#screens/ResultSection.tsx';
import { useAddresses } from '#screens/site.tsx';
import { SourceList } from '#screens/SourceList.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { handoutsPath } from './handouts/handout.ts';
import { levelWords } from './levelWords.ts';
import { presenterPath } from './present/presentPaths.ts';
import { practiceDeskId } from './practiceDeskId.ts';
import { levels, type Scenario } from './scenario.ts';
import { ScenarioKey, TwistChange, TwistKey } from './ScenarioKey.tsx';
import { answerPath } from './room/roomAddress.ts';
import { scenarios } from './scenarios/scenarios.ts';

/** Everything that the cards rest on, in the order of the page. */
export const workshopSources = sourcesOf(scenarios);

/** The workshop: practise with a script, and read every card without. */
export function WorkshopScreen() {
  const addresses = useAddresses();
  return (
    <PageSourcesProvider value={workshopSources}>
      <article className="stack [--gap:2.5rem]">
        <header className="stack [--gap:1rem]">
          <h1 tabIndex={-1}>The workshop: learn to choose</h1>
          <p className="text-title max-w-[52ch] leading-snug">
            Read what somebody wants, predict the method and the reason, then compare with the
            guide.
          </p>
          <p>
            Teaching others? <a href={addresses.file(presenterPath)}>Present the cards</a>, or{' '}
            <a href={addresses.file(handoutsPath)}>print plans and hand-outs</a>. Sitting in
            somebody’s workshop? <a href={addresses.file(answerPath)}>Answer in the room</a>.
          </p>
        </header>
        <div id={practiceDeskId} className="needs-script stack">
          <p role="status">Loading the cards.</p>
        </div>
        <ResultSection anchor="cards" title={`All ${scenarios.length} cards, to read`}>
          <p>Each fold holds the story; the key is in a fold of its own within it.</p>
          {levels.map((level) => (
            <section key={level} aria-labelledby={`level-${level}`} className="stack">
              <h3 id={`level-${level}`}>
                {levelWords[level].label}: {levelWords[level].means}
              </h3>
              <div>
                {scenarios
                  .filter((scenario) => scenario.level === level)
                  .map((scenario) => (
                    <CardToRead key={scenario.id} scenario={scenario} />
                  ))}
              </div>
            </section>
          ))}
        </ResultSection>
        <ResultSection anchor="sources" title="Sources">
          <SourceList sources={workshopSources} />
        </ResultSection>
      </article>
    </PageSourcesProvider>
  );
}

function CardToRead({ scenario }: { readonly scenario: Scenario }) {
  return (
    <details className="prints-open">
      <summary className="py-2 font-semibold">{scenario.title}</summary>
      <div className="stack ps-5">
        <p>
          <TextWithCode text={scenario.story} />
        </p>
        <dl className="facts">
          {scenario.facts.map(({ ask, told }) => (
            <div key={ask} className="contents">
              <dt>{ask}</dt>
              <dd>
                <TextWithCode text={told} />
              </dd>
            </div>
          ))}
        </dl>
        <details>
          <summary className="py-2">
            {scenario.kind === 'keyed' ? 'The key, and a twist' : 'What to discuss'}
          </summary>
          <div className="stack">
            <ScenarioKey scenario={scenario} />
            {scenario.kind === 'keyed' && (
              <>
                <TwistChange twist={scenario.twist} />
                <TwistKey twist={scenario.twist} />
              </>
            )}
          </div>
        </details>
      </div>
    </details>
  );
}
