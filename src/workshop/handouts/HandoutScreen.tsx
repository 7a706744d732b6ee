import type { ReactNode } from 'react';

import { resultName } from '#guide/resultName.ts';
import { DecisionPicture } from '#screens/diagram/DecisionMap.tsx';
import { Standing } from '#screens/Cited.tsx';
import { useAddresses } from '#screens/site.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';
import { WideTable } from '#ui/WideTable.tsx';

import { DiscussionPoints } from '../DiscussionPoints.tsx';
import { levelWords } from '../levelWords.ts';
import { levels, resultIds, type Scenario, type Words } from '../scenario.ts';
import { keyedScenarios, scenarios } from '../scenarios/scenarios.ts';
import { type Handout, handoutPath, handouts } from './handout.ts';
import { Plans } from './Plans.tsx';

/** The list of what can be printed. */
export function HandoutsScreen() {
  const addresses = useAddresses();
  return (
    <article className="stack [--gap:2rem]">
      <header className="stack [--gap:1rem]">
        <h1 tabIndex={-1}>Hand-outs for a workshop</h1>
        <p className="lead">
          Each is a page of its own, made from the same cards. Print it with your browser, on A4 or
          Letter.
        </p>
      </header>
      <dl className="stack">
        {handouts.map((handout) => (
          <div key={handout.id}>
            <dt>
              <a href={addresses.file(handoutPath(handout))}>{handout.title}</a>
            </dt>
            <dd>{handout.purpose}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={addresses.file('workshop/')}>Back to the workshop</a>
      </p>
    </article>
  );
}

const bodies: Readonly<Record<Handout['id'], () => ReactNode>> = {
  plans: () => <Plans />,
  cards: () => <CardsToCutOut />,
  worksheet: () => <Worksheet />,
  'blank-poster': () => (
    <div className="poster blank-map">
      <DecisionPicture />
    </div>
  ),
  poster: () => (
    <div className="poster">
      <DecisionPicture />
    </div>
  ),
  'answer-key': () => <AnswerKey />,
};

/** One hand-out, to be read on the screen and printed. */
export function HandoutScreen({ handout }: { readonly handout: Handout }) {
  const addresses = useAddresses();
  return (
    <article className="stack [--gap:1.5rem]" data-handout={handout.id}>
      <header className="stack [--gap:0.5rem]">
        <h1 tabIndex={-1}>{handout.title}</h1>
        <p className="no-print">{handout.purpose}</p>
        <p className="no-print">
          <a href={addresses.file('workshop/handouts/')}>All hand-outs</a>
        </p>
      </header>
      {bodies[handout.id]()}
    </article>
  );
}

function CardsToCutOut() {
  return levels.map((level) => (
    <section key={level} aria-labelledby={`cut-${level}`} className="stack new-sheet">
      <h2 id={`cut-${level}`}>
        {levelWords[level].label}: {levelWords[level].means}
      </h2>
      <ul className="cut-out">
        {scenarios
          .filter((scenario) => scenario.level === level)
          .map((scenario) => (
            <li key={scenario.id}>
              <CardFace scenario={scenario} />
            </li>
          ))}
      </ul>
    </section>
  ));
}

function CardFace({ scenario }: { readonly scenario: Scenario }) {
  return (
    <div className="stack [--gap:0.4rem]">
      <h3>{scenario.title}</h3>
      <p>
        <TextWithCode text={scenario.story} />
      </p>
      <p className="quiet">Ask: {scenario.facts.map(({ ask }) => ask).join(' ')}</p>
    </div>
  );
}

const rows = 9;
const worksheetColumns = ['M', 'Because', 'Sure', 'The guide said', 'Twist'] as const;
/** Room for a pen, which is not nothing for whoever hears the table. */
const toWriteIn = '\u00a0';

function Worksheet() {
  return (
    <>
      <p>
        Predict before anything is revealed. M: the method (SA service app, SI API service
        integration, AT API token, UC user context, CS custom authorization server). Sure: 1 a
        guess, 2 fairly sure, 3 certain.
      </p>
      <WideTable label="My predictions">
        <thead>
          <tr>
            <th scope="col">Card</th>
            {worksheetColumns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, index) => (
            <tr key={index}>
              <th scope="row">{index + 1}</th>
              {worksheetColumns.map((column) => (
                <td key={column}>{toWriteIn}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
      <p>The fact that I will ask for next time:</p>
      <p className="line-to-write-on" />
      <p>What I believed, and what is so:</p>
      <p className="line-to-write-on" />
      <p className="line-to-write-on" />
    </>
  );
}

/** What a reason rests on, where not all sources agree; paper has no links to them. */
function StandingOf({ words }: { readonly words: Words }) {
  return <Standing of={(words.basis ?? []).map(({ status }) => status)} />;
}

function AnswerKey() {
  return (
    <>
      {keyedScenarios.map((scenario) => (
        <section
          key={scenario.id}
          aria-labelledby={`key-${scenario.id}`}
          className="stack [--gap:0.4rem]"
        >
          <h2 id={`key-${scenario.id}`} className="text-body">
            {scenario.title}: {resultName(scenario.result)}
          </h2>
          <p>
            <TextWithCode text={scenario.reason.text} /> <StandingOf words={scenario.reason} />
          </p>
          <p className="quiet">
            If asked:{' '}
            {scenario.facts.map(({ ask, told }) => `${ask} ${told}`.replaceAll('`', '')).join(' ')}
          </p>
          <p>
            Twist: <TextWithCode text={scenario.twist.change} />{' '}
            <strong>{resultName(scenario.twist.result)}.</strong>{' '}
            <TextWithCode text={scenario.twist.reason.text} />{' '}
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
        The reasons rest on the sources that the page of the workshop lists, and each result’s page
        with it.
      </p>
    </>
  );
}
