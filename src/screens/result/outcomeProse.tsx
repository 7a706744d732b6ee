import { optionOf, questionWords } from '#guide/answerWords.ts';
import { sourcesOf } from '#guide/citations.ts';
import type { Source } from '#guide/claim.ts';
import { exitIds, type NodeId, type OutcomeId, outcomeIds } from '#guide/nodeIds.ts';
import type { Outcome } from '#guide/outcome.ts';
import { exits } from '#guide/exits.ts';
import { furtherReadingOfArticle } from '#guide/furtherReading.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { isAtQuestion } from '#guide/nodeKind.ts';
import type { Walk } from '#guide/replay.ts';
import { flips, reachableFrom, ruledOut } from '#guide/walks.ts';
import type { RequestValues } from '#snippets/values.ts';
import type { OutcomeWalk } from '#guide/nodeKind.ts';

import { CitedList, CitedParagraphs, Cited, PageSourcesProvider } from '../Cited.tsx';
import { TroubleEntry } from '../TroubleEntry.tsx';
import { DifferenceList } from '../DifferenceList.tsx';
import { MethodMark } from '../MethodMark.tsx';
import type { OutcomeProse } from './OutcomeScreen.tsx';
import { PathPicture } from '../diagram/PathPicture.tsx';
import { outcomeSections } from './outcomeSections.ts';
import { RecordSection } from './RecordSection.tsx';
import { ResultSection } from '../ResultSection.tsx';
import { SampleSnippets } from '../snippets/SampleSnippets.tsx';
import { SetUpSteps } from './SetUpSteps.tsx';
import { useAddresses } from '../site.tsx';
import { SourceList } from '../SourceList.tsx';
import { YourAnswers } from '../YourAnswers.tsx';
import { StateLink } from '../StateLink.tsx';

/**
 * The parts of a result that need no script.
 *
 * @param record the decision record as Markdown
 * @param values what stands in the snippets
 */
export function outcomeProse(
  walk: OutcomeWalk,
  record: string,
  values: RequestValues,
): OutcomeProse {
  const outcome = outcomes[walk.node];
  const sources = pageSources(walk, outcome);
  const cited = (children: React.ReactNode) => (
    <PageSourcesProvider value={sources}>{children}</PageSourcesProvider>
  );
  return {
    lead: cited(<Lead walk={walk} outcome={outcome} />),
    picture: <PathPicture walk={walk} />,
    snippets: <SampleSnippets walk={walk} values={values} />,
    rest: cited(<Rest walk={walk} outcome={outcome} />),
    record: <PrerenderedRecord walk={walk} record={record} />,
    sources: (
      <>
        <YourAnswers answers={walk.answers} />
        <ResultSection anchor="sources" title={outcomeSections.sources}>
          <SourceList sources={sources} />
        </ResultSection>
      </>
    ),
  };
}

function pageSources(walk: OutcomeWalk, outcome: Outcome): readonly Source[] {
  return sourcesOf([
    outcome.verdict,
    outcome.whatItIs,
    walk.answers.map((answer) => optionOf(answer).because),
    saidAfter(walk, outcome),
    outcome,
    furtherReadingOfArticle,
    ruledOut(walk).map(({ by, outcome: other }) => optionOf(by).rulesOut[other]),
  ]);
}

function saidAfter(walk: OutcomeWalk, outcome: Outcome): Outcome['afterAnswers'] {
  return outcome.afterAnswers.filter(({ answers }) =>
    answers.some((answer) => walk.answers.includes(answer)),
  );
}

function PrerenderedRecord({ walk, record }: { walk: OutcomeWalk; record: string }) {
  return <RecordSection record={record} file={useAddresses().beside(walk.answers, 'record.md')} />;
}

interface PartProps {
  readonly walk: OutcomeWalk;
  readonly outcome: Outcome;
}

function Lead({ walk, outcome }: PartProps) {
  return (
    <>
      <header className="verdict stack [--gap:0.75rem]" data-node={walk.node}>
        <p>
          <MethodMark node={walk.node} name={outcome.name} />
        </p>
        <h1 tabIndex={-1}>{outcome.heading}</h1>
        <p className="text-title max-w-[48ch] leading-snug">
          <Cited of={outcome.verdict} />
        </p>
      </header>
      <ResultSection anchor="why" title={outcomeSections.why}>
        <ul className="stack list-none [--gap:0.75rem]">
          {walk.answers.map((answer) => (
            <li key={answer}>
              <strong className="block">{optionOf(answer).label}</strong>
              <Cited of={optionOf(answer).because} />
            </li>
          ))}
          <li>
            <a href="#your-answers">Change an answer</a>
          </li>
        </ul>
        <CitedParagraphs of={outcome.whatItIs} />
        {saidAfter(walk, outcome).map(({ heading, statements }) => (
          <div key={heading} className="notice stack [--gap:0.5rem]" data-tone="warn">
            <h3>{heading}</h3>
            <CitedList of={statements} />
          </div>
        ))}
      </ResultSection>
      <ResultSection anchor="next" title={outcomeSections.next}>
        <ol className="steps">
          {outcome.nextSteps.map((step) => (
            <li key={step.text}>
              <span>
                <Cited of={step} />
              </span>
            </li>
          ))}
        </ol>
        <h3>What it costs and risks</h3>
        <CitedList of={outcome.costs} />
      </ResultSection>
    </>
  );
}

function Rest({ walk, outcome }: PartProps) {
  const addresses = useAddresses();
  return (
    <>
      <ResultSection anchor="set-up" title={outcomeSections['set-up']}>
        <SetUpSteps steps={outcome.setUp} />
      </ResultSection>
      <ResultSection anchor="troubles" title={outcomeSections.troubles}>
        <dl>
          {outcome.troubles.map((trouble) => (
            <TroubleEntry key={trouble.fact} trouble={trouble} />
          ))}
        </dl>
      </ResultSection>
      <ResultSection anchor="others" title={outcomeSections.others}>
        <RuledOutList walk={walk} />
        <p>
          <a href={addresses.file('compare/')}>See all three methods side by side</a>
        </p>
      </ResultSection>
      <ResultSection anchor="change" title={outcomeSections.change}>
        <FlipList walk={walk} />
      </ResultSection>
      <ResultSection anchor="layers" title={outcomeSections.layers}>
        <p>
          <a href={addresses.file('compare/#then-and-now')}>
            The article’s chart beside today’s map
          </a>
        </p>
        <DifferenceList differences={outcome.differences} />
        {outcome.article.length > 0 && (
          <>
            <h3>What the article says and still holds</h3>
            <CitedList of={outcome.article} />
          </>
        )}
        <FurtherReading />
      </ResultSection>
      <ResultSection anchor="more" title={outcomeSections.more}>
        <div>
          {outcome.topics.map(({ heading, claims }) => (
            <details key={heading} className="prints-open">
              <summary className="py-2 font-semibold">{heading}</summary>
              <CitedList of={claims} />
            </details>
          ))}
        </div>
        {outcome.unknowns.length > 0 && (
          <>
            <h3>What no public source says</h3>
            <CitedList of={outcome.unknowns} />
          </>
        )}
      </ResultSection>
    </>
  );
}

/** What the article recommends to read next. */
function FurtherReading() {
  const { today, pages } = furtherReadingOfArticle;
  return (
    <>
      <h3>What the article recommends to read</h3>
      <p>
        <Cited of={today} />
      </p>
      <ul className="list-disc ps-5">
        {pages.map(({ id, url, title }) => (
          <li key={id}>
            <a href={url} rel="noreferrer">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function RuledOutList({ walk }: { readonly walk: OutcomeWalk }) {
  return (
    <dl className="stack">
      {ruledOut(walk).map(({ outcome, by }) => {
        const reason = optionOf(by).rulesOut[outcome];
        return (
          <div key={outcome}>
            <dt>
              <MethodMark node={outcome} name={outcomes[outcome].name} />
            </dt>
            <dd className="quiet">Ruled out by your answer “{optionOf(by).label}”</dd>
            {reason !== undefined && (
              <dd>
                <Cited of={reason} />
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}

const isOutcome = (node: NodeId): node is OutcomeId => outcomeIds.some((id) => id === node);

function nodeName(node: NodeId): string {
  if (isOutcome(node)) return outcomes[node].name;
  const exit = exitIds.find((id) => id === node);
  return exit === undefined ? '' : exits[exit].name;
}

/** Where a flipped answer leads, in words: a result, or what the next question can still lead to. */
function leadsTo(walk: Walk): string {
  if (!isAtQuestion(walk)) return `leads to: ${nodeName(walk.node)}.`;
  const results = [...reachableFrom(walk.node)].map(nodeName).filter((name) => name !== '');
  return `asks “${questionWords(walk.node).short}”, then leads to: ${new Intl.ListFormat('en', { type: 'disjunction' }).format(results)}.`;
}

/** Each single answer flipped; those that lead to the same method are said in one line. */
function FlipList({ walk }: { readonly walk: OutcomeWalk }) {
  const all = flips(walk);
  return (
    <ol className="stack list-none">
      {walk.answers.map((answer, index) => (
        <li key={answer} className="max-w-none">
          <p>
            Instead of <strong>“{optionOf(answer).label}”</strong>:
          </p>
          <ul className="ps-5">
            {all
              .filter((flip) => flip.index === index)
              .map((flip) => (
                <li key={flip.to} className="list-disc">
                  <StateLink answers={flip.walk.answers}>{optionOf(flip.to).label}</StateLink>
                  {flip.walk.node === walk.node
                    ? ' changes nothing: the same method.'
                    : ` ${leadsTo(flip.walk)}`}
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
