import { PageSourcesProvider } from '#screens/Cited.tsx';
import { ResultSection } from '#screens/ResultSection.tsx';
import { SourceList } from '#screens/SourceList.tsx';

import { CardsToRead } from '../CardsToRead.tsx';
import { tasksId } from '../handsOn/handsOnPath.ts';
import { Plans } from '../handouts/Plans.tsx';
import { practiceId } from '../practice/practiceId.ts';
import { presenterId } from '../present/presentIds.ts';
import { workshopSources } from '../workshopSources.ts';

interface WorkshopFileScreenProps {
  /** What the lab's operations answer, as JSON; the file has no catalogue. */
  readonly labAnswers: string;
}

/** The whole workshop in one file, before its script runs: presenting, practice, tasks, plans and every card. */
export function WorkshopFileScreen({ labAnswers }: WorkshopFileScreenProps) {
  return (
    <PageSourcesProvider value={workshopSources}>
      <article className="stack [--gap:2.5rem]">
        <header className="stack [--gap:1rem]">
          <h1 tabIndex={-1}>The workshop in one file</h1>
          <p className="lead">
            How to authorize a program’s calls to Okta’s APIs: present the cards, practise alone,
            meet errors and fix them, and read plans and keys. The file loads nothing else, so it
            works from a USB stick and without a network.
          </p>
          <nav aria-label="In this file">
            <ul className="flex flex-wrap gap-x-6">
              {[
                ['present', 'Present'],
                [practiceId, 'Practise'],
                ['errors', 'Meet errors'],
                ['plans', 'Plans'],
                ['cards', 'Cards'],
                ['sources', 'Sources'],
              ].map(([anchor, label]) => (
                <li key={anchor}>
                  <a href={`#${anchor}`}>{label}</a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        <ResultSection anchor="present" title="Prepare a lesson, then give it">
          <p>
            Choose the cards and their minutes, then begin. You have two windows: this one for you,
            the other for the room. Use a clicker or the arrow keys to go forward and back, even
            while you type codes. Press B to black out the screen, F to fill it.
          </p>
          <div id={presenterId}>
            <p>Presenting needs JavaScript. Plans and cards are below.</p>
          </div>
        </ResultSection>
        <div id={practiceId} className="stack" tabIndex={-1}>
          <p>Practising needs JavaScript. Every card can be read below.</p>
        </div>
        <ResultSection anchor="errors" title="Meet the errors, and fix them">
          <p>
            Five requests that Okta refuses: read what comes back, change one thing, and try again.
            A model of an Okta org answers inside this file. Nothing is sent.
          </p>
          <div id={tasksId} data-answers={labAnswers}>
            <p>The tasks need JavaScript.</p>
          </div>
        </ResultSection>
        <ResultSection anchor="plans" title="Plans for 45 and 90 minutes">
          <Plans />
        </ResultSection>
        <CardsToRead />
        <ResultSection anchor="sources" title="Sources">
          <SourceList sources={workshopSources} />
        </ResultSection>
      </article>
    </PageSourcesProvider>
  );
}
