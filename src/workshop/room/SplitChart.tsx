import type { ReactNode } from 'react';

import { resultName } from '#guide/resultName.ts';
import { MethodMark } from '#screens/MethodMark.tsx';

import { confidenceWords } from '../levelWords.ts';
import { confidences, reasonChoices } from '../prediction.ts';
import { resultIds, type Scenario } from '../scenario.ts';
import type { RoomQuestion } from './answerCode.ts';
import { reasonLetter } from './phone.ts';
import type { Split } from './split.ts';

interface SplitChartProps {
  readonly scenario: Scenario;
  readonly question: RoomQuestion;
  readonly split: Split;
}

/** How the room answered: tables whose rows carry a bar, so that the chart and its numbers are one. */
export function SplitChart({ scenario, question, split }: SplitChartProps) {
  if (scenario.kind !== 'keyed') return null;
  const key = question === 'card' ? scenario.result : scenario.twist.result;
  const { answered } = split;
  // Hands may have been raised instead: the room's screen says nothing of codes then.
  if (answered === 0) return null;
  return (
    <div className="split">
      <SplitTable caption={`The room chose (${answered} answered)`}>
        {resultIds.map((result, place) => (
          <SplitRow
            key={result}
            times={split.results[place] ?? 0}
            of={answered}
            isKey={result === key}
          >
            <MethodMark node={result} name={resultName(result)} />
          </SplitRow>
        ))}
      </SplitTable>
      {split.reasons.length > 0 && (
        <SplitTable caption="For this reason">
          {reasonChoices(scenario).map(({ text, belief }, place) => (
            <SplitRow
              key={text}
              times={split.reasons[place] ?? 0}
              of={answered}
              isKey={belief === undefined}
            >
              {reasonLetter(place)}. {text}
            </SplitRow>
          ))}
        </SplitTable>
      )}
      {split.confidences.length > 0 && (
        <SplitTable caption="How sure they were">
          {confidences.map((each, place) => {
            const { times, right } = split.confidences[place] ?? { times: 0, right: 0 };
            return (
              <SplitRow key={each} times={times} of={answered}>
                {confidenceWords[each]}
                {times > 0 && `, ${right} of them right`}
              </SplitRow>
            );
          })}
        </SplitTable>
      )}
    </div>
  );
}

function SplitTable({
  caption,
  children,
}: {
  readonly caption: string;
  readonly children: ReactNode;
}) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Choice</th>
          <th scope="col">Share</th>
          <th scope="col">Answers</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

interface SplitRowProps {
  readonly times: number;
  /** How many answered in all. */
  readonly of: number;
  /** Whether this is what the guide says. */
  readonly isKey?: boolean;
  readonly children: ReactNode;
}

function SplitRow({ times, of, isKey = false, children }: SplitRowProps) {
  const share = Math.round((100 * times) / of);
  return (
    <tr data-key={isKey ? '' : undefined}>
      <th scope="row">
        {children}
        {isKey && <span className="split-key"> The guide’s answer</span>}
      </th>
      <td>
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect width={share} height="10" />
        </svg>
        <span className="sr-only">{share} percent</span>
      </td>
      <td>{times}</td>
    </tr>
  );
}
