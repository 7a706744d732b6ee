import { optionOf } from '#guide/answerWords.ts';
import { sourcesOf } from '#guide/citations.ts';
import type { OutcomeWalk } from '#guide/nodeKind.ts';
import type { NextStep, Outcome } from '#guide/outcome.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { ruledOut } from '#guide/walks.ts';
import type { RequestValues } from '#snippets/values.ts';

import { Cited, CitedList, PageSourcesProvider, Standing } from '../Cited.tsx';
import { PathPicture, WholeDecision } from '../diagram/PathPicture.tsx';
import { HandbookLinks } from '../handbook/HandbookLinks.tsx';
import { handbookPath } from '../handbook/handbookPaths.ts';
import { MethodMark } from '../MethodMark.tsx';
import { ResultSection } from '../ResultSection.tsx';
import { useAddresses } from '../site.tsx';
import { SampleSnippets } from '../snippets/SampleSnippets.tsx';
import { SourceList } from '../SourceList.tsx';
import { FlipList } from './FlipList.tsx';
import type { OutcomeProse } from './OutcomeScreen.tsx';
import { outcomeSections } from './outcomeSections.ts';
import { recordFileName } from '#record/fileName.ts';
import { RecordSection } from './RecordSection.tsx';
import { keyFacts, Verdict } from './Verdict.tsx';

/**
 * The parts of a result that need no script.
 *
 * @param values those in the snippets
 */
export function outcomeProse(walk: OutcomeWalk, values: RequestValues): OutcomeProse {
  const outcome = outcomes[walk.node];
  const sources = sourcesOf([
    outcome.verdict,
    keyFacts(walk.node),
    walk.answers.map((answer) => optionOf(answer).because),
    saidAfter(walk, outcome),
    outcome.nextSteps,
    ruledOut(walk).map(({ by, outcome: other }) => optionOf(by).rulesOut[other]),
  ]);
  const cited = (children: React.ReactNode) => (
    <PageSourcesProvider value={sources}>{children}</PageSourcesProvider>
  );
  return {
    verdict: cited(<Verdict method={walk.node} />),
    snippets: <SampleSnippets walk={walk} values={values} />,
    reasons: cited(<Reasons walk={walk} outcome={outcome} />),
    others: cited(<Others walk={walk} />),
    change: <Change walk={walk} />,
    picture: <PathPicture walk={walk} />,
    map: <WholeDecision walk={walk} />,
    record: <RecordOf walk={walk} />,
    handbook: (
      <>
        <ResultSection anchor="handbook" title={outcomeSections.handbook}>
          <HandbookLinks method={walk.node} />
        </ResultSection>
        <ResultSection anchor="sources" title={outcomeSections.sources}>
          <details className="prints-open">
            <summary>{sources.length} sources</summary>
            <SourceList sources={sources} />
          </details>
        </ResultSection>
      </>
    ),
  };
}

function saidAfter(walk: OutcomeWalk, outcome: Outcome): Outcome['afterAnswers'] {
  return outcome.afterAnswers.filter(({ answers }) =>
    answers.some((answer) => walk.answers.includes(answer)),
  );
}

function RecordOf({ walk }: { readonly walk: OutcomeWalk }) {
  return (
    <RecordSection
      folder={useAddresses().beside(walk.answers, '')}
      fileName={recordFileName({ title: outcomes[walk.node].heading })}
    />
  );
}

interface PartProps {
  readonly walk: OutcomeWalk;
  readonly outcome: Outcome;
}

function Reasons({ walk, outcome }: PartProps) {
  return (
    <>
      <ResultSection anchor="why" title={outcomeSections.why}>
        <ul className="stack [--gap:0.75rem]">
          {walk.answers.map((answer) => (
            <li key={answer}>
              <strong className="block">{optionOf(answer).label}</strong>
              <Cited of={optionOf(answer).because} />
            </li>
          ))}
        </ul>
        {saidAfter(walk, outcome).map(({ heading, statements }) => (
          <details key={heading} className="notice prints-open" data-tone="warn">
            <summary>
              <h3>{heading}</h3>
              {/* What is in dispute says so before it is unfolded. */}
              <Standing of={statements.flatMap(({ basis }) => basis.map(({ status }) => status))} />
            </summary>
            <CitedList of={statements} />
          </details>
        ))}
      </ResultSection>
      <ResultSection anchor="next" title={outcomeSections.next}>
        <ol className="steps">
          {outcome.nextSteps.map((step) => (
            <li key={step.text}>
              <span>
                <Cited of={step} isWithin /> <HelpLink walk={walk} help={step.help} />
              </span>
            </li>
          ))}
        </ol>
      </ResultSection>
    </>
  );
}

/** Leads to the page that helps with a step. */
function HelpLink({ walk, help }: { readonly walk: OutcomeWalk; readonly help: NextStep['help'] }) {
  const addresses = useAddresses();
  const page =
    help.page === 'operations' ? 'operations/' : handbookPath(walk.node, `${help.page}/`);
  const anchor = help.anchor === undefined ? '' : `#${help.anchor}`;
  return (
    <a className="inline-block" href={`${addresses.file(page)}${anchor}`}>
      {help.label}
    </a>
  );
}

function Others({ walk }: Pick<PartProps, 'walk'>) {
  const addresses = useAddresses();
  return (
    <ResultSection anchor="others" title={outcomeSections.others}>
      <dl className="stack">
        {ruledOut(walk).map(({ outcome, by }) => {
          const reason = optionOf(by).rulesOut[outcome];
          return (
            <div key={outcome}>
              <dt>
                <MethodMark node={outcome} name={outcomes[outcome].name} />{' '}
                <span className="quiet">ruled out by your answer “{optionOf(by).label}”</span>
              </dt>
              {reason !== undefined && (
                <dd>
                  <Cited of={reason} />
                </dd>
              )}
            </div>
          );
        })}
      </dl>
      <p>
        <a href={addresses.file('compare/')}>See all three methods side by side</a>
      </p>
    </ResultSection>
  );
}

function Change({ walk }: Pick<PartProps, 'walk'>) {
  return (
    <ResultSection anchor="change" title={outcomeSections.change}>
      <details className="prints-open">
        <summary>Every other answer, and what it leads to</summary>
        <FlipList walk={walk} />
      </details>
    </ResultSection>
  );
}
