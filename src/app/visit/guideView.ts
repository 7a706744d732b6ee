import { isAnswer } from '#guide/answers.ts';
import type { Answer } from '#guide/questions.ts';
import { continueWith, type Replay, type Walk } from '#guide/replay.ts';
import { pathOf, stateFromPathname } from '#share/address.ts';

/** What the app shows. */
export type GuideView = StateView | { readonly kind: 'notFound' };

export interface StateView {
  readonly kind: 'state';
  readonly walk: Walk;
  /** Answers of the walk that is being changed, to be reused if they still fit. */
  readonly kept: readonly Answer[];
  /** Segments of the address that could not be used. */
  readonly droppedSegments: readonly string[];
  /** Later answers that no longer fit after a change. */
  readonly droppedAnswers: readonly Answer[];
}

/** What is stored with an entry of the browser's history. */
interface HistoryState {
  readonly kept: readonly Answer[];
  readonly dropped: readonly Answer[];
}

const nothing: HistoryState = { kept: [], dropped: [] };

/** No walk is half as long. */
const mostAnswers = 50;

const answersIn = (value: unknown): readonly Answer[] =>
  Array.isArray(value)
    ? value
        .slice(0, mostAnswers)
        .filter((each): each is Answer => typeof each === 'string' && isAnswer(each))
    : [];

/** Reads an entry's state; anything that is not ours counts as nothing. */
function parseHistoryState(state: unknown): HistoryState {
  if (typeof state !== 'object' || state === null) return nothing;
  return {
    kept: answersIn('kept' in state ? state.kept : undefined),
    dropped: answersIn('dropped' in state ? state.dropped : undefined),
  };
}

/** The view without history: the one that a page is prerendered with. */
export function viewOf(walk: Walk): StateView {
  return { kind: 'state', walk, kept: [], droppedSegments: [], droppedAnswers: [] };
}

/**
 * Returns what to show at an address. A damaged address shows the last state that fits and says
 * what was dropped; one that is not a state of the guide is not found.
 */
export function viewAt(pathname: string, base: string, historyState: unknown): GuideView {
  const state = stateFromPathname(pathname, base);
  if (state === undefined) return { kind: 'notFound' };
  if (state.dropped.length > 0) {
    return {
      ...viewOf(state.walk),
      droppedSegments: state.dropped.map(({ segment }) => segment),
    };
  }
  const { kept, dropped } = parseHistoryState(historyState);
  return { ...viewOf(state.walk), kept, droppedAnswers: dropped };
}

/**
 * Whether two views show the same: the walk, the answers kept from another, and what was dropped.
 */
export const sameView = (one: GuideView, other: GuideView): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

export interface Visit {
  readonly view: StateView;
  /** Below the base. */
  readonly path: string;
  readonly historyState: HistoryState;
}

/**
 * Returns where a followed link leads.
 *
 * @param walk the state that the link names
 * @param kept later answers that the link carries, separated by spaces
 * @param when `continue` reuses them now; `change` opens the question and keeps them for later
 */
export function visit(walk: Walk, kept: string | undefined, when: string | undefined): Visit {
  const later = answersIn(kept?.split(' '));
  const replayed: Replay =
    when === 'continue' ? continueWith(walk.answers, later) : { walk, dropped: [] };
  const dropped = answersIn(replayed.dropped.map(({ answer }) => answer));
  const historyState = { kept: when === 'change' ? later : [], dropped };
  return {
    view: { ...viewOf(replayed.walk), kept: historyState.kept, droppedAnswers: dropped },
    path: pathOf(replayed.walk.answers),
    historyState,
  };
}
