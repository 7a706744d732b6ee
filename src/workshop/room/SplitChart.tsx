import type { ReactNode } from 'react';

import { resultName } from '#guide/resultName.ts';
import { MethodMark } from '#screens/MethodMark.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { reasonChoices } from '../prediction.ts';
import { type KeyedScenario, resultIds } from '../scenario.ts';
import type { RoomQuestion } from './answerCode.ts';
import { reasonLetter } from './phone.ts';
import type { Split } from './split.ts';

interface SplitChartProps {
  readonly scenario: KeyedScenario;
  readonly question: RoomQuestion;
  readonly split: Split;
  /** How the room chose after the talk, where it was asked again. */
  readonly after?: Split | undefined;
  /** Whether the guide's own answer is named. */
  readonly isRevealed: boolean;
}

/** How the room answered: tables whose rows carry a bar, so that the chart and its numbers are one. */
export function SplitChart({ scenario, question, split, after, isRevealed }: SplitChartProps) {
  // Hands may have been raised without being counted: the room's screen says nothing of codes then.
  if (split.answered === 0) return null;
  const key = question === 'twist' ? scenario.twist.result : scenario.result;
  const methods = resultIds.flatMap((result, place) => {
    const counts = countsAt(place, split.results, after?.results);
    const isKey = isRevealed && result === key;
    return isKey || isAny(counts) ? [{ result, counts, isKey }] : [];
  });
  return (
    <div className="split">
      <CountTable
        caption={
          after === undefined ? 'The room chose' : 'The room chose, before and after the talk'
        }
        totals={[split.answered, ...(after === undefined ? [] : [after.answered])]}
      >
        {methods.map(({ result, counts, isKey }) => (
          <CountRow
            key={result}
            counts={counts}
            totals={[split.answered, after?.answered]}
            isKey={isKey}
          >
            <MethodMark node={result} name={resultName(result)} />
          </CountRow>
        ))}
      </CountTable>
      <Reasons scenario={scenario} split={split} after={after} isRevealed={isRevealed} />
      {isRevealed && <Certainty split={after ?? split} />}
    </div>
  );
}

/** How often something was chosen: before the talk, and after it where the room was asked again. */
type Counts = readonly [before: number, after: number | undefined];

const countsAt = (
  place: number,
  before: readonly number[],
  after: readonly number[] | undefined,
): Counts => [before[place] ?? 0, after === undefined ? undefined : (after[place] ?? 0)];

const isAny = ([before, after = 0]: Counts): boolean => before + after > 0;

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, each) => sum + each, 0);

/** At the key, the guide's reason stands against those that most people gave instead. */
const mostReasonsRevealed = 3;

function Reasons({ scenario, split, after, isRevealed }: Omit<SplitChartProps, 'question'>) {
  const totals: Counts = [
    sumOf(split.reasons),
    after === undefined ? undefined : sumOf(after.reasons),
  ];
  if (!isAny(totals)) return null;
  const reasons = reasonChoices(scenario)
    .map(({ text, belief }, place) => ({
      text,
      letter: reasonLetter(place),
      counts: countsAt(place, split.reasons, after?.reasons),
      isKey: isRevealed && belief === undefined,
    }))
    .filter(({ counts, isKey }) => isKey || isAny(counts));
  const byCount = reasons.toSorted(
    (one, other) =>
      Number(other.isKey) - Number(one.isKey) ||
      Math.max(other.counts[0], other.counts[1] ?? 0) - Math.max(one.counts[0], one.counts[1] ?? 0),
  );
  const shown = isRevealed ? byCount.slice(0, mostReasonsRevealed) : reasons;
  return (
    <CountTable caption="For this reason" totals={totals}>
      {shown.map(({ text, letter, counts, isKey }) => (
        <CountRow key={text} counts={counts} totals={totals} isKey={isKey}>
          {letter}. <TextWithCode text={text} />
        </CountRow>
      ))}
    </CountTable>
  );
}

/** How many of those who were certain were right. */
function Certainty({ split: { confidences } }: { readonly split: Split }) {
  const { times, right } = confidences.at(-1) ?? { times: 0, right: 0 };
  if (times === 0) return null;
  return (
    <p className="split-note">
      {times === 1
        ? `1 was certain, and ${right === 1 ? 'right' : 'wrong'}.`
        : `${times} were certain, and ${right === times ? 'all' : right} of them right.`}
    </p>
  );
}

interface CountTableProps {
  readonly caption: string;
  /** How many answered: once, or before and after. */
  readonly totals: readonly (number | undefined)[];
  readonly children: ReactNode;
}

function CountTable({ caption, totals, children }: CountTableProps) {
  const known = totals.filter((each) => each !== undefined);
  return (
    <table>
      <caption>
        {caption} ({known.join(' → ')} answered)
      </caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Choice</th>
          <th scope="col">Share</th>
          <th scope="col">{known.length > 1 ? 'Answers, before and after' : 'Answers'}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

const share = (count: number, of = 0): number => (of === 0 ? 0 : Math.round((100 * count) / of));

interface CountRowProps {
  readonly counts: Counts;
  readonly totals: Counts;
  /** Whether this is what the guide says. */
  readonly isKey: boolean;
  readonly children: ReactNode;
}

function CountRow({ counts: [before, after], totals, isKey, children }: CountRowProps) {
  const first = share(before, totals[0]);
  const then = after === undefined ? undefined : share(after, totals[1]);
  return (
    <tr data-key={isKey ? '' : undefined}>
      <th scope="row">
        {children}
        {isKey && <span className="split-key"> The guide’s answer</span>}
      </th>
      <td>
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect width={first} height={after === undefined ? 10 : 5} className="split-before" />
          {then !== undefined && <rect y="5" width={then} height="5" />}
        </svg>
        <span className="sr-only">
          {after === undefined ? `${first} percent` : `${first} percent, then ${then} percent`}
        </span>
      </td>
      <td>{after === undefined ? before : `${before} → ${after}`}</td>
    </tr>
  );
}
