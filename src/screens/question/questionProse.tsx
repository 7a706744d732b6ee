import { optionOf, questionWords } from '#guide/answerWords.ts';
import { sourcesOf } from '#guide/citations.ts';
import { contentVersion } from '#guide/contentVersion.ts';
import type { QuestionId } from '#guide/nodeIds.ts';
import type { Option, Question } from '#guide/question.ts';
import { questionHelp } from '#guide/questionHelp.ts';
import { answersTo } from '#guide/answers.ts';
import type { Answer } from '#guide/questions.ts';
import type { Walk } from '#guide/replay.ts';
import { targetOf } from '#guide/walks.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { Cited, CitedList, CitedParagraphs, PageSourcesProvider } from '../Cited.tsx';
import { DecisionList } from '../diagram/DecisionList.tsx';
import { DecisionMap } from '../diagram/DecisionMap.tsx';
import { OpenFieldsButton } from '../framed/OpenFieldsButton.tsx';
import { leaveTokenPath } from '../leaveToken/leaveTokenPath.ts';
import { SourceList } from '../SourceList.tsx';
import { useAddresses, useIsFramed, useReporting } from '../site.tsx';
import { StateLink } from '../StateLink.tsx';
import { NotSure } from './NotSure.tsx';
import { tokenOnlyCheckId, tokenOnlyCheckLabel } from './tokenOnlyCheckId.ts';

type QuestionWalk = Walk & { readonly node: QuestionId };

/**
 * A question's page, which needs no script: why it is asked, its options as links, the answers so
 * far and the map.
 *
 * @param kept the answers that were given before this question was opened to change its answer
 */
export function questionProse(walk: QuestionWalk, kept: readonly Answer[]): React.ReactNode {
  return <QuestionPage walk={walk} kept={kept} />;
}

/** More options than these are not in sight at once in one column. */
const mostBesideMap = 5;

interface QuestionPageProps {
  readonly walk: QuestionWalk;
  readonly kept: readonly Answer[];
}

function QuestionPage({ walk, kept }: QuestionPageProps) {
  const isFramed = useIsFramed();
  const question = questionWords(walk.node);
  const answers = answersTo(walk.node);
  const placed = (aside: boolean) =>
    answers.filter((answer) => (optionOf(answer).placement === 'aside') === aside);
  const previous = kept.find((answer) => answers.includes(answer));
  const later = kept.filter((answer) => answer !== previous);
  const last = walk.answers.at(-1);
  const sources = sourcesOf([question, questionHelp[walk.node].findOut]);
  /** Shown in two columns above the map, so that all of them are in sight at once. */
  const isLong = placed(false).length > mostBesideMap;
  const optionList = (shown: readonly Answer[]) => (
    <ul className={isLong ? 'options lg:max-w-none lg:columns-2 lg:gap-x-14' : 'options'}>
      {shown.map((answer) => (
        <OptionItem
          key={answer}
          answer={answer}
          option={optionOf(answer)}
          chosen={answer === previous}
          link={
            <StateLink
              answers={[...walk.answers, answer]}
              {...(later.length > 0 && { kept: { answers: later, when: 'continue' as const } })}
            >
              {optionOf(answer).label}
            </StateLink>
          }
        />
      ))}
    </ul>
  );
  const rest = (
    <>
      <div className="stack [--gap:0]">
        {placed(true).length > 0 && (
          <details
            className="prints-open"
            open={previous !== undefined && placed(true).includes(previous)}
          >
            <summary
              className="py-1.5 font-semibold"
              data-leads={placed(true).map(targetOf).join(' ')}
            >
              Not this kind of program?
            </summary>
            {optionList(placed(true))}
          </details>
        )}
        <NotSure question={walk.node} />
      </div>
      {walk.answers.length === 0 && !isFramed && <Trust />}
      <p>
        <Cited of={question.why} isWithin={walk.answers.length === 0} />
        {walk.answers.length === 0 &&
          ' Where Okta’s 2023 article and today’s documentation differ, this guide shows both.'}
      </p>
      <Terms terms={question.terms} />
      <CitedParagraphs of={question.background} />
      <details className="quiet prints-open" data-part="sources">
        <summary className="py-2">Sources for this page ({sources.length})</summary>
        <SourceList sources={sources} />
      </details>
    </>
  );
  return (
    <PageSourcesProvider value={sources}>
      <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,21fr)_minmax(0,20fr)] xl:grid-cols-[minmax(0,12fr)_minmax(0,17fr)]">
        <div className={`stack [--gap:1.25rem]${isLong ? ' lg:col-span-2' : ''}`}>
          {walk.answers.length === 0 && (
            <p className="quiet">
              Your program needs to call Okta’s APIs. In four answers or fewer, this guide tells you
              how to authorize it, and why.
            </p>
          )}
          <h1 tabIndex={-1} className={isLong ? 'lg:max-w-none' : undefined}>
            {question.heading}
          </h1>
          {previous !== undefined && (
            <p className="notice" data-tone="act">
              You are changing this answer. Your later answers are kept if they still fit.
            </p>
          )}
          {last !== undefined && <Instead answer={last} />}
          {optionList(placed(false))}
          {walk.answers.length === 0 && !isFramed && <Doors />}
          {!isLong && rest}
        </div>
        {isLong && <div className="stack [--gap:1.25rem]">{rest}</div>}
        <nav aria-label="Map of the decision" data-part="map">
          <details className="map-fold prints-open" open={!isFramed}>
            <summary>Map of the whole decision</summary>
            {/* In a frame there is hardly ever room for the map; the list has its links. */}
            {!isFramed && <DecisionMap walk={walk} />}
            <DecisionList walk={walk} />
          </details>
        </nav>
      </div>
    </PageSourcesProvider>
  );
}

/** The ways in for people who come with something other than the question. */
function Doors() {
  const addresses = useAddresses();
  return (
    <p>
      Here for something else? <a href={addresses.file('errors/')}>Look up an error</a>,{' '}
      <a href={addresses.file('operations/')}>find an operation or scope</a>,{' '}
      <a href={addresses.file('tools/')}>find your tool</a>,{' '}
      <a href={addresses.file(leaveTokenPath)}>stop using an API token</a>, or{' '}
      <a href={addresses.file('check/')}>check your choice of method</a>.
    </p>
  );
}

/** Who says this, how old it is, and where to report a mistake in it. */
function Trust() {
  const reporting = useReporting();
  return (
    <p className="quiet">
      Independent of Okta. Content checked on{' '}
      <time dateTime={contentVersion}>{contentVersion}</time>.{' '}
      <a className="beside" href={reporting.addressFor('')}>
        Report a mistake
      </a>
    </p>
  );
}

interface OptionItemProps {
  readonly answer: Answer;
  readonly option: Option;
  readonly chosen: boolean;
  readonly link: React.ReactNode;
}

function OptionItem({ answer, option, chosen, link }: OptionItemProps) {
  return (
    <li className="option" data-chosen={chosen ? '' : undefined} data-leads={targetOf(answer)}>
      <div className="option-choice">
        {link}
        <p className="option-hint">
          {chosen && <strong>Your answer so far. </strong>}
          <Cited of={option.hint} />
        </p>
      </div>
      {option.instead !== undefined && (
        <details className="prints-open">
          <summary>
            {option.limit === 'real' ? 'What would still avoid the token' : 'What to do instead'}
          </summary>
          <CitedList of={option.instead} />
        </details>
      )}
      {answer === 'obstacle.tokenOnlyOperation' && <TokenOnlyPlace />}
    </li>
  );
}

/** Which operations are like that: a page without script, and the place of the check that needs one. */
function TokenOnlyPlace() {
  const addresses = useAddresses();
  const isFramed = useIsFramed();
  return (
    <div className="option-hint stack [--gap:0.5rem]">
      <p>
        <a href={addresses.file('operations/')}>Look up which credential an operation accepts</a>
      </p>
      <div id={tokenOnlyCheckId} className="needs-script">
        {isFramed ? (
          <OpenFieldsButton label={tokenOnlyCheckLabel} />
        ) : (
          <details>
            <summary>{tokenOnlyCheckLabel}</summary>
          </details>
        )}
      </div>
    </div>
  );
}

/** After an obstacle that rules nothing out: what to do about it, before the walk continues. */
function Instead({ answer }: { readonly answer: Answer }) {
  const option = optionOf(answer);
  if (option.limit !== 'none' || option.instead === undefined) return null;
  return (
    <div className="notice stack [--gap:0.5rem]" data-tone="act" data-answer={answer}>
      <p>
        <strong>
          {answer === 'obstacle.nothing'
            ? 'You named nothing that stands in the way, so OAuth 2.0 is possible.'
            : `“${option.label}” does not rule out OAuth 2.0.`}
        </strong>
      </p>
      <CitedList of={option.instead} />
    </div>
  );
}

function Terms({ terms }: { readonly terms: Question['terms'] }) {
  if (terms.length === 0) return null;
  return (
    <dl className="facts text-small">
      {terms.map(({ term, meaning }) => (
        <div key={term} className="contents">
          <dt>
            <TextWithCode text={term} />
          </dt>
          <dd>
            <Cited of={meaning} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
