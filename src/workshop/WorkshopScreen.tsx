import { PageSourcesProvider } from '#screens/Cited.tsx';
import { ResultSection } from '#screens/ResultSection.tsx';
import { useAddresses } from '#screens/site.tsx';
import { SourceList } from '#screens/SourceList.tsx';

import { CardsToRead } from './CardsToRead.tsx';
import { workshopFilePath } from './file/workshopFilePath.ts';
import { handoutsPath } from './handouts/handout.ts';
import { presenterPath } from './present/presentPaths.ts';
import { Practice } from './practice/Practice.tsx';
import { practiceId } from './practice/practiceId.ts';
import { roundMachine } from './practice/roundMachine.ts';
import { handsOnPath } from './handsOn/handsOnPath.ts';
import { ownCardsPath } from './ownCards/ownCardsPaths.ts';
import { answerPath } from './room/roomAddress.ts';
import { workshopSources } from './workshopSources.ts';

/** The workshop: practise with a script, and read every card without. */
export function WorkshopScreen() {
  const addresses = useAddresses();
  return (
    <PageSourcesProvider value={workshopSources}>
      <article className="stack [--gap:2.5rem]">
        <header className="stack [--gap:1rem]">
          <h1 tabIndex={-1}>The workshop: learn to choose</h1>
          <p className="lead">
            Read what somebody wants, predict the method and the reason, then compare with the
            guide.
          </p>
          <ul className="list-disc ps-5">
            <li>
              Teaching others? <a href={addresses.file(presenterPath)}>Present the cards</a>, or{' '}
              <a href={addresses.file(handoutsPath)}>print plans and hand-outs</a>.
            </li>
            <li>
              Cases of your own? <a href={addresses.file(ownCardsPath)}>Write your own cards</a>.
            </li>
            <li>
              Sitting in somebody’s workshop?{' '}
              <a href={addresses.file(answerPath)}>Answer in the room</a>.
            </li>
            <li>
              A keyboard before you?{' '}
              <a href={addresses.file(handsOnPath)}>Meet the usual errors, and mend them</a>.
            </li>
            <li>
              No network there?{' '}
              <a href={addresses.file(workshopFilePath)} download="">
                Take all of it along as one file
              </a>
              .
            </li>
          </ul>
        </header>
        {/* What the script draws at first, so that nothing moves when it comes. */}
        <div id={practiceId} className="needs-script stack">
          <div inert>
            <Practice machine={roundMachine} stored={undefined} />
          </div>
        </div>
        <CardsToRead />
        <ResultSection anchor="sources" title="Sources">
          <SourceList sources={workshopSources} />
        </ResultSection>
      </article>
    </PageSourcesProvider>
  );
}
