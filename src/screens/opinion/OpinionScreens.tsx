import { optionOf, questionWords } from '#guide/answerWords.ts';
import { sourcesOf } from '#guide/citations.ts';
import { exitIds, type OutcomeId, outcomeIds, questionIds } from '#guide/nodeIds.ts';
import { type Bearing, type BearingAnswer, opinionSteps } from '#guide/opinion.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { resultName, withArticle } from '#guide/resultName.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { Cited, PageSourcesProvider } from '../Cited.tsx';
import { MethodMark } from '../MethodMark.tsx';
import { ResultSection } from '../ResultSection.tsx';
import { useAddresses } from '../site.tsx';
import { SourceList } from '../SourceList.tsx';
import { StateLink } from '../StateLink.tsx';
import { opinionPath } from './opinionPaths.ts';

/** For people who have a method in mind: which one it is. */
export function OpinionsScreen() {
  const addresses = useAddresses();
  const sources = sourcesOf(outcomeIds.map((method) => outcomes[method].whatItIs[0]));
  return (
    <PageSourcesProvider value={sources}>
      <article className="stack [--gap:2rem]">
        <header className="stack [--gap:1rem]">
          <h1 tabIndex={-1}>Have a method in mind? Check it</h1>
          <p className="lead">
            Choose it. The guide confirms it, or shows the first answer that points to another.
          </p>
        </header>
        <ul className="stack [--gap:1.25rem]">
          {outcomeIds.map((method) => (
            <li key={method} className="stack [--gap:0.25rem]">
              <p>
                <a href={addresses.file(opinionPath(method))}>
                  I think it is {withArticle(outcomes[method].name)}
                </a>
              </p>
              <p>
                <Cited of={outcomes[method].whatItIs[0]} />
              </p>
            </li>
          ))}
        </ul>
        <ResultSection anchor="sources" title="Sources">
          <SourceList sources={sources} />
        </ResultSection>
      </article>
    </PageSourcesProvider>
  );
}

const bearingHeadings: Readonly<Record<Bearing, string>> = {
  confirms: 'This method is right',
  leavesOpen: 'Still possible: the next question decides',
  turns: 'Another method is right',
};

const bearings: readonly Bearing[] = ['confirms', 'leavesOpen', 'turns'];

/** Every question that may decide whether this method is right for a program. */
export function OpinionScreen({ method }: { readonly method: OutcomeId }) {
  const { name, verdict } = outcomes[method];
  const steps = opinionSteps(method);
  const reasons = steps.flatMap(({ answers }) =>
    answers.map(({ answer }) => optionOf(answer).because),
  );
  const sources = sourcesOf([verdict, reasons]);
  return (
    <PageSourcesProvider value={sources}>
      <article className="stack [--gap:2.5rem]">
        <header className="stack [--gap:1rem]">
          <p>
            <MethodMark node={method} name={name} />
          </p>
          <h1 tabIndex={-1}>{opinionHeading(method)}</h1>
          <p className="lead">
            Go through the questions in order. If one of your answers is under “Another method is
            right”, another method fits your program. If none is, the guide agrees.
          </p>
        </header>
        {steps.map(({ question, answers }, place) => (
          <ResultSection
            key={question}
            anchor={question}
            title={`${place + 1}. ${questionWords(question).heading}`}
          >
            {bearings.map((bearing) => {
              const own = answers.filter((each) => each.bearing === bearing);
              return own.length === 0 ? null : (
                <div key={bearing} className="stack [--gap:0.5rem]">
                  <h3>{bearingHeadings[bearing]}</h3>
                  <ul className="stack list-disc ps-5 [--gap:0.5rem]">
                    {own.map((each) => (
                      <li key={each.answer}>
                        <AnswerBearing of={each} />
                      </li>
                    ))}
                  </ul>
                </div>
              );
            })}
          </ResultSection>
        ))}
        <ResultSection anchor="verdict" title="What the guide says about this method">
          <p>
            <Cited of={verdict} />
          </p>
        </ResultSection>
        <ResultSection anchor="sources" title="Sources">
          <SourceList sources={sources} />
        </ResultSection>
      </article>
    </PageSourcesProvider>
  );
}

/** What the page of an opinion is called. */
export const opinionHeading = (method: OutcomeId): string =>
  `Is it really ${withArticle(outcomes[method].name)}?`;

function AnswerBearing({ of: { answer, bearing, target, walk } }: { readonly of: BearingAnswer }) {
  const { label, because } = optionOf(answer);
  const question = questionIds.find((id) => id === target);
  const result = [...outcomeIds, ...exitIds].find((id) => id === target);
  return (
    <>
      <strong>{label}.</strong> {bearing === 'turns' && <TextWithCode text={because.text} />}{' '}
      {bearing === 'leavesOpen' ? (
        question !== undefined && (
          <a href={`#${target}`}>{`Go to the question “${questionWords(question).heading}”`}</a>
        )
      ) : (
        <StateLink answers={walk}>
          {question !== undefined &&
            `Continue with the question “${questionWords(question).heading}”`}
          {result !== undefined && `See the result: ${resultName(result)}`}
        </StateLink>
      )}
    </>
  );
}
