import { PageSourcesProvider } from '#screens/Cited.tsx';
import { FoldedSection } from '#screens/result/FoldedSection.tsx';
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

/** The workshop: practise with JavaScript, and read every card without it. */
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
          <p>
            <a href="#practise-heading" className="button needs-script" data-rank="primary">
              Practise alone
            </a>
          </p>
          <ul className="ways">
            <li>
              <a href={addresses.file(presenterPath)}>Prepare and give a lesson</a>
            </li>
            <li>
              <a href={addresses.file(handoutsPath)}>Print plans and hand-outs</a>
            </li>
            <li>
              <a href={addresses.file(answerPath)}>Answer in a room</a>
            </li>
            <li>
              <a href={addresses.file(ownCardsPath)}>Write your own cards</a>
            </li>
            <li>
              <a href={addresses.file(handsOnPath)}>Meet five errors, and fix them</a>
            </li>
            <li>
              <a href={addresses.file(workshopFilePath)} download="">
                Download the workshop as one offline file
              </a>
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
        <FoldedSection anchor="sources" title="Sources">
          <SourceList sources={workshopSources} />
        </FoldedSection>
      </article>
    </PageSourcesProvider>
  );
}
