import type { ReactNode } from 'react';

import { DecisionPicture } from '#screens/diagram/DecisionMap.tsx';
import { useAddresses } from '#screens/site.tsx';

import { levelWords } from '../levelWords.ts';
import { levels } from '../scenario.ts';
import { scenarios } from '../scenarios/scenarios.ts';
import { AnswerKey } from './AnswerKey.tsx';
import { CutOutCards } from './CutOutCards.tsx';
import { type Handout, handoutPath, handouts } from './handout.ts';
import { Plans } from './Plans.tsx';
import { Worksheet } from './Worksheet.tsx';

/** The list of what can be printed. */
export function HandoutsScreen() {
  const addresses = useAddresses();
  return (
    <article className="stack [--gap:2rem]">
      <header className="stack [--gap:1rem]">
        <h1 tabIndex={-1}>Hand-outs for a workshop</h1>
        <p className="lead">
          Each hand-out is a separate page, made from the same cards. Print it with your browser, on
          A4 or Letter.
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
  'blank-poster': () => <Poster isBlank />,
  poster: () => <Poster />,
  'answer-key': () => <AnswerKey scenarios={scenarios} />,
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
      <CutOutCards scenarios={scenarios.filter((scenario) => scenario.level === level)} />
    </section>
  ));
}

/** The whole decision, as wide as the paper; on a small screen it scrolls in its own frame. */
function Poster({ isBlank = false }: { readonly isBlank?: boolean }) {
  return (
    <div
      className={isBlank ? 'poster blank-map' : 'poster'}
      tabIndex={0}
      role="group"
      aria-label="The poster"
    >
      <DecisionPicture />
    </div>
  );
}
