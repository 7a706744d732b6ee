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
  /** How the room chose after the talk, if it was asked again. */
  readonly after?: Split | undefined;
  /** Whether the guide's own answer is marked. */
  readonly isRevealed: boolean;
}

/** How the room answered: tables with a bar in each row, so the chart and its numbers are one. */
export function SplitChart({ scenario, question, split, after, isRevealed }: SplitChartProps) {
  // Hands may have been raised without being counted: the room's screen says nothing of codes then.
  if (split.answered === 0) return null;
  const key = question === 'twist' ? scenario.twist.result : scenario.result;
  const totals: Counts = [split.answered, after?.answered];
  const methods = resultIds.map((result, place) => ({
    id: result,
    label: <MethodMark node={result} name={resultName(result)} />,
    counts: countsAt(place, split.results, after?.results),
    isKey: isRevealed && result === key,
  }));
  return (
    <div className="split">
      <CountTable
        caption={
          after === undefined ? 'The room chose' : 'The room chose, before and after talking'
        }
        totals={totals}
        rows={shownRows(methods, mostMethods, 'Other methods')}
      />
      <Reasons scenario={scenario} split={split} after={after} isRevealed={isRevealed} />
    </div>
  );
}

/** How often something was chosen: before the talk, and after it if the room was asked again. */
type Counts = readonly [before: number, after: number | undefined];

const countsAt = (
  place: number,
  before: readonly number[],
  after: readonly number[] | undefined,
): Counts => [before[place] ?? 0, after === undefined ? undefined : (after[place] ?? 0)];

const most = ([before, after = 0]: Counts): number => Math.max(before, after);

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, each) => sum + each, 0);

/** Something that was chosen. */
interface CountedRow {
  readonly id: string;
  readonly label: ReactNode;
  readonly counts: Counts;
  /** Whether this is what the guide says. */
  readonly isKey: boolean;
}

/** What fits on the screen in letters that can be read from the back row. */
const mostMethods = 3;
const mostReasons = 3;

/** The rows that were chosen most, the guide's own in any case, in their order; the others as one. */
function shownRows(
  rows: readonly CountedRow[],
  limit: number,
  othersLabel: string,
): readonly CountedRow[] {
  const chosen = rows.filter(({ counts, isKey }) => isKey || most(counts) > 0);
  if (chosen.length <= limit) return chosen;
  const ranked = chosen.toSorted(
    (one, other) =>
      Number(other.isKey) - Number(one.isKey) || most(other.counts) - most(one.counts),
  );
  const shown = new Set(ranked.slice(0, limit));
  const others = ranked.slice(limit);
  const [before, after] = [
    others.map(({ counts }) => counts[0]),
    others.map(({ counts }) => counts[1]),
  ];
  const isAskedAgain = after.every((each) => each !== undefined);
  return [
    ...chosen.filter((row) => shown.has(row)),
    {
      id: 'others',
      label: othersLabel,
      counts: [sumOf(before), isAskedAgain ? sumOf(after) : undefined],
      isKey: false,
    },
  ];
}

function Reasons({
  scenario,
  split,
  after: second,
  isRevealed,
}: Omit<SplitChartProps, 'question'>) {
  // Hands give no reasons, and that is no change of mind.
  const after = sumOf(second?.reasons ?? []) > 0 ? second : undefined;
  const totals: Counts = [
    sumOf(split.reasons),
    after === undefined ? undefined : sumOf(after.reasons),
  ];
  if (most(totals) === 0) return null;
  const reasons = reasonChoices(scenario).map(({ text, belief }, place) => ({
    id: text,
    label: (
      <>
        {reasonLetter(place)}. <TextWithCode text={text} />
      </>
    ),
    counts: countsAt(place, split.reasons, after?.reasons),
    isKey: isRevealed && belief === undefined,
  }));
  return (
    <CountTable
      caption="For this reason"
      totals={totals}
      rows={shownRows(reasons, mostReasons, 'Other reasons')}
    />
  );
}

/** How many of those who were certain were right; empty if nobody was certain, or nobody said. */
export function Certainty({ split: { confidences } }: { readonly split: Split }) {
  const { times, right } = confidences.at(-1) ?? { times: 0, right: 0 };
  if (times === 0) return null;
  return (
    <p className="slide-brief">
      {times === 1
        ? `1 was certain, and ${right === 1 ? 'right' : 'wrong'}.`
        : `${times} were certain, and ${right === times ? 'all' : right} of them right.`}
    </p>
  );
}

interface CountTableProps {
  readonly caption: string;
  /** How many answered. */
  readonly totals: Counts;
  readonly rows: readonly CountedRow[];
}

function CountTable({ caption, totals, rows }: CountTableProps) {
  const isAskedAgain = totals[1] !== undefined;
  return (
    <table data-again={isAskedAgain ? '' : undefined}>
      <caption>
        {caption} ({isAskedAgain ? totals.join(' → ') : totals[0]} answered)
      </caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Choice</th>
          <th scope="col">Share</th>
          <th scope="col">{isAskedAgain ? 'Answers, before and after' : 'Answers'}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, ...row }) => (
          <CountRow key={id} {...row} totals={totals} />
        ))}
      </tbody>
    </table>
  );
}

const share = (count: number, of = 0): number => (of === 0 ? 0 : Math.round((100 * count) / of));

interface CountRowProps extends Omit<CountedRow, 'id'> {
  readonly totals: Counts;
}

function CountRow({ label, counts: [before, after], totals, isKey }: CountRowProps) {
  const first = share(before, totals[0]);
  const then = after === undefined ? undefined : share(after, totals[1]);
  return (
    <tr data-key={isKey ? '' : undefined}>
      <th scope="row">
        {label}
        {isKey && <span className="split-key"> The guide’s answer</span>}
      </th>
      <td>
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect width={first} height={then === undefined ? 10 : 5} className="split-before" />
          {then !== undefined && <rect y="5" width={then} height="5" />}
        </svg>
        <span className="sr-only">
          {then === undefined ? `${first} percent` : `${first} percent, then ${then} percent`}
        </span>
      </td>
      <td>{after === undefined ? before : `${before} → ${after}`}</td>
    </tr>
  );
}
