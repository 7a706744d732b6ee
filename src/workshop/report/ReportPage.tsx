import { resultName } from '#guide/resultName.ts';
import { Standing } from '#screens/Cited.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';
import { WideTable } from '#ui/WideTable.tsx';

import type { ComparedQuestion, LessonComparison, UncomparedCard } from './compareLessons.ts';
import type { CardReport, LessonReport, QuestionReport } from './lessonReport.ts';
import {
  beliefsWords,
  cardColumns,
  certaintyWords,
  comparedColumns,
  lessonSentences,
  noneStayed,
  noneToTeachAgain,
  nothingToCompare,
  onlyHereWords,
  onlyThereWords,
  pointsWords,
  reportHeadings,
  rightWords,
  stayedWords,
  teachAgainIntroduction,
  teachAgainWords,
  timesWords,
  whatCardColumnsMean,
  whatComparedColumnsMean,
  whatStayedCounts,
  type When,
} from './reportWords.ts';

interface LessonReportViewProps {
  readonly report: LessonReport;
  /** This lesson beside another one. */
  readonly compared?: LessonComparison | undefined;
}

/** The report of a lesson, to be read and printed; the page around it has the title. */
export function LessonReportView({ report, compared }: LessonReportViewProps) {
  return (
    <div className="stack [--gap:2rem]">
      <div className="stack">
        {lessonSentences(report).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {report.cards.length > 0 && <CardTable cards={report.cards} />}
      {report.stayed !== undefined && <Stayed beliefs={report.stayed} />}
      {report.teachAgain !== undefined && <TeachAgain cards={report.teachAgain} />}
      <BeliefsByCard cards={report.cards} />
      {compared !== undefined && <Comparison compared={compared} />}
    </div>
  );
}

function CardTable({ cards }: { readonly cards: readonly CardReport[] }) {
  return (
    <section className="stack" aria-labelledby="report-cards">
      <h2 id="report-cards">{reportHeadings.cards}</h2>
      <p>{whatCardColumnsMean}</p>
      <WideTable label={reportHeadings.cards}>
        <Columns names={cardColumns} />
        <tbody>
          {cards.map(({ id, title, before, after, change, twist }) => (
            <tr key={id}>
              <th scope="row">
                <TextWithCode text={title} />
              </th>
              <td>{rightWords(before)}</td>
              <td>{rightWords(after)}</td>
              <td>{pointsWords(change)}</td>
              <td>{rightWords(twist)}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </section>
  );
}

function Columns({ names }: { readonly names: readonly string[] }) {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Stayed({ beliefs }: { readonly beliefs: NonNullable<LessonReport['stayed']> }) {
  return (
    <section className="stack" aria-labelledby="report-stayed">
      <h2 id="report-stayed">{reportHeadings.stayed}</h2>
      {beliefs.length === 0 ? (
        <p>{noneStayed}</p>
      ) : (
        <>
          <p>{whatStayedCounts}</p>
          <ul className="stack list-disc ps-5">
            {beliefs.map(({ belief: { belief, truth }, cards }) => (
              <li key={belief} className="break-inside-avoid">
                “<TextWithCode text={belief} />” <TextWithCode text={truth.text} />
                <Standing of={(truth.basis ?? []).map(({ status }) => status)} />
                <ul className="list-disc ps-5">
                  {cards.map(({ id, title, before, after }) => (
                    <li key={id}>
                      <TextWithCode text={title} />: {stayedWords(before, after)}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function TeachAgain({ cards }: { readonly cards: NonNullable<LessonReport['teachAgain']> }) {
  return (
    <section className="stack" aria-labelledby="report-teach-again">
      <h2 id="report-teach-again">{reportHeadings.teachAgain}</h2>
      {cards.length === 0 ? (
        <p>{noneToTeachAgain}</p>
      ) : (
        <>
          <p>{teachAgainIntroduction}</p>
          <ul className="list-disc ps-5">
            {cards.map((card) => (
              <li key={card.id}>
                <TextWithCode text={card.title} />: {teachAgainWords(card)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function BeliefsByCard({ cards }: { readonly cards: readonly CardReport[] }) {
  const asked = cards.filter(({ before, after }) => before.answered + after.answered > 0);
  if (asked.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="report-beliefs">
      <h2 id="report-beliefs">{reportHeadings.beliefs}</h2>
      {asked.map(({ id, title, result, before, after }) => (
        <div key={id} className="stack break-inside-avoid [--gap:0.5rem]">
          <h3>
            <TextWithCode text={title} />
          </h3>
          <p>The guide’s answer: {resultName(result)}.</p>
          <QuestionBeliefs when="before" question={before} />
          <QuestionBeliefs when="after" question={after} />
        </div>
      ))}
    </section>
  );
}

interface QuestionBeliefsProps {
  readonly when: When;
  readonly question: QuestionReport;
}

function QuestionBeliefs({ when, question }: QuestionBeliefsProps) {
  const { beliefs } = question;
  const introduction = beliefsWords(when, question);
  const certainty = certaintyWords(when, question);
  return (
    <>
      {introduction !== undefined && <p>{introduction}</p>}
      {beliefs !== undefined && beliefs.held.length > 0 && (
        <ul className="list-disc ps-5">
          {beliefs.held.map(({ belief: { belief }, times }) => (
            <li key={belief}>
              “<TextWithCode text={belief} />
              ”: {timesWords(times, beliefs.of)}
            </li>
          ))}
        </ul>
      )}
      {certainty !== undefined && <p>{certainty}</p>}
    </>
  );
}

function Comparison({ compared }: { readonly compared: LessonComparison }) {
  return (
    <section className="stack" aria-labelledby="report-compared">
      <h2 id="report-compared">{reportHeadings.compared}</h2>
      {compared.cards.length === 0 ? (
        <p>{nothingToCompare}</p>
      ) : (
        <>
          <p>{whatComparedColumnsMean}</p>
          <WideTable label={reportHeadings.compared}>
            <Columns names={comparedColumns} />
            <tbody>
              {compared.cards.map(({ id, title, before, after }) => (
                <tr key={id}>
                  <th scope="row">
                    <TextWithCode text={title} />
                  </th>
                  <ComparedCells of={before} />
                  <ComparedCells of={after} />
                </tr>
              ))}
            </tbody>
          </WideTable>
        </>
      )}
      <Titles words={onlyHereWords} cards={compared.onlyHere} />
      <Titles words={onlyThereWords} cards={compared.onlyThere} />
    </section>
  );
}

function ComparedCells({ of: { here, there, difference } }: { readonly of: ComparedQuestion }) {
  return (
    <>
      <td>{rightWords(here)}</td>
      <td>{rightWords(there)}</td>
      <td>{pointsWords(difference)}</td>
    </>
  );
}

interface TitlesProps {
  readonly words: string;
  readonly cards: readonly UncomparedCard[];
}

function Titles({ words, cards }: TitlesProps) {
  if (cards.length === 0) return null;
  return (
    <>
      <p>{words}</p>
      <ul className="list-disc ps-5">
        {cards.map(({ id, title }) => (
          <li key={id}>
            <TextWithCode text={title} />
          </li>
        ))}
      </ul>
    </>
  );
}
