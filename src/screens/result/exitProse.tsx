import type { ReactNode } from 'react';

import { optionOf } from '#guide/answerWords.ts';
import { sourcesOf } from '#guide/citations.ts';
import { exits } from '#guide/exits.ts';
import type { ExitId } from '#guide/nodeIds.ts';
import type { ExitWalk } from '#guide/nodeKind.ts';

import { Cited, CitedList, CitedParagraphs, PageSourcesProvider } from '../Cited.tsx';
import { DifferenceList } from '../DifferenceList.tsx';
import type { ExitProse } from './ExitScreen.tsx';
import { MethodMark } from '../MethodMark.tsx';
import { PathPicture, WholeDecision } from '../diagram/PathPicture.tsx';
import { FoldedSection } from './FoldedSection.tsx';
import { ResultSection } from '../ResultSection.tsx';
import { PersonRequests, ProductRequests } from '../snippets/SignInRequests.tsx';
import { SourceList } from '../SourceList.tsx';
import { InterfaceCases } from './InterfaceCases.tsx';
import { SetUpSteps } from './SetUpSteps.tsx';

/** The requests to start from, at the exits to a person's sign-in. */
const requests: Readonly<Partial<Record<ExitId, ReactNode>>> = {
  userContext: (
    <FoldedSection anchor="requests" title="Requests to start from">
      <PersonRequests />
    </FoldedSection>
  ),
  delegatedGrant: (
    <FoldedSection anchor="requests" title="Try the set-up without the product">
      <ProductRequests />
    </FoldedSection>
  ),
};

/** The parts of an exit that need no script. */
export function exitProse(walk: ExitWalk): ExitProse {
  const exit = exits[walk.node];
  const because = walk.answers.map((answer) => optionOf(answer).because);
  const sources = sourcesOf([exit.verdict, because, exit]);
  return {
    lead: (
      <PageSourcesProvider value={sources}>
        <header className="verdict stack [--gap:0.75rem]" data-node={walk.node}>
          <p>
            <MethodMark node={walk.node} name={exit.name} />
          </p>
          <h1 tabIndex={-1}>{exit.heading}</h1>
          <p className="lead max-w-[48ch]">
            <Cited of={exit.verdict} />
          </p>
        </header>
        <div className="paired">
          <ResultSection anchor="where" title="Where to go">
            <CitedList of={exit.whereToGo} />
          </ResultSection>
          <ResultSection anchor="why" title="Why this is the wrong guide">
            <CitedParagraphs of={because} />
            <CitedParagraphs of={exit.explanation} />
          </ResultSection>
        </div>
        {exit.cases !== undefined && (
          <FoldedSection anchor="cases" title="Find your case">
            <InterfaceCases cases={exit.cases} />
          </FoldedSection>
        )}
        {exit.setUp !== undefined && (
          <FoldedSection anchor="set-up" title="Set it up">
            <SetUpSteps steps={exit.setUp} />
          </FoldedSection>
        )}
        {requests[walk.node]}
        {exit.topics.length > 0 && (
          <FoldedSection anchor="more" title={`${exit.name}: details`}>
            {exit.topics.map(({ heading, claims }) => (
              <div key={heading} className="stack [--gap:0.5rem]">
                <h3>{heading}</h3>
                <CitedList of={claims} />
              </div>
            ))}
          </FoldedSection>
        )}
        {exit.differences.length > 0 && (
          <FoldedSection anchor="layers" title="The article and today">
            <DifferenceList differences={exit.differences} />
          </FoldedSection>
        )}
      </PageSourcesProvider>
    ),
    picture: <PathPicture walk={walk} />,
    sources: (
      <FoldedSection anchor="sources" title="Sources">
        <SourceList sources={sources} />
      </FoldedSection>
    ),
    map: <WholeDecision walk={walk} />,
  };
}
