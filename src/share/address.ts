import type { Answer } from '#guide/questions.ts';
import { replay, type DropReason, type Walk } from '#guide/replay.ts';

const folder = 'guide';
const embedFolder = 'embed';
const segmentForm = /^([A-Za-z][A-Za-z0-9]*)-([A-Za-z][A-Za-z0-9]*)$/;

/**
 * Gives the address of the state after these answers, relative to the site's base: `''` for the
 * first question, else `guide/<node>-<option>/…/`, with a trailing slash.
 */
export function pathOf(answers: readonly Answer[]): string {
  return answers.length === 0 ? '' : folderOf(folder, answers);
}

/**
 * Gives the address of the framed page of the state after these answers, relative to the site's
 * base: `embed/` for the first question, else `embed/<node>-<option>/…/`.
 */
export function embedPathOf(answers: readonly Answer[]): string {
  return folderOf(embedFolder, answers);
}

/** Gives the address of the framed form of a page that is not a state of the guide. */
export const framedPathOf = (path: string): string => `${embedFolder}/${path}`;

/** Gives the segments of a walk, such as `oauth-yes/audience-ownOrg`; `''` for the first question. */
export function walkPathOf(answers: readonly Answer[]): string {
  return answers.map((answer) => answer.replace('.', '-')).join('/');
}

function folderOf(root: string, answers: readonly Answer[]): string {
  return answers.length === 0 ? `${root}/` : `${root}/${walkPathOf(answers)}/`;
}

export interface PathAnswers {
  /**
   * What the segments before the first malformed one say, as events (`oauth.yes`). Only their form is
   * right: `replay` decides whether they exist and follow.
   */
  readonly answers: readonly string[];
  /** The first segment that does not have the form `<node>-<option>`, and all after it, decoded for display. */
  readonly malformed: readonly string[];
}

/**
 * Reads the answers in an address, relative to the site's base. It accepts missing or doubled
 * slashes, a final `index.html` and percent-encoding; case matters. It never throws, whatever the
 * text is.
 *
 * @param path without query and fragment
 */
export function answersFromPath(path: string): PathAnswers {
  const all = segmentsOf(path);
  const segments = all[0] === folder ? all.slice(1) : all;
  const firstBad = segments.findIndex((segment) => !segmentForm.test(segment));
  const end = firstBad === -1 ? segments.length : firstBad;
  return {
    answers: segments.slice(0, end).map((segment) => segment.replace('-', '.')),
    malformed: segments.slice(end),
  };
}

export interface DroppedSegment {
  /** As it stood in the address, decoded. */
  readonly segment: string;
  /** `malformed`: it does not have the form `<node>-<option>`, or comes after one that does not. */
  readonly reason: DropReason | 'malformed';
}

export interface AddressState {
  readonly walk: Walk;
  /** What could not be used, in the order of the address. */
  readonly dropped: readonly DroppedSegment[];
  /** Whether the pathname is letter by letter the address of this state. */
  readonly exact: boolean;
}

/**
 * Returns the state that a browser's pathname stands for: the last valid question, outcome or exit,
 * and what was dropped. It never throws.
 *
 * @param pathname begins with `/`, for example `location.pathname`
 * @param base where the site lives, begins and ends with `/`
 * @returns `undefined` for a pathname outside the base, and for one that is neither the first
 *   question nor under `guide/`: another page, or none
 */
export function stateFromPathname(pathname: string, base: string): AddressState | undefined {
  const inside = `${pathname}/` === base ? '' : pathname;
  if (inside !== '' && !inside.startsWith(base)) return undefined;
  const path = inside.slice(base.length);
  const [first] = segmentsOf(path);
  if (first !== undefined && first !== folder) return undefined;
  const { answers, malformed } = answersFromPath(path);
  const { walk, dropped } = replay(answers);
  return {
    walk,
    dropped: [
      ...dropped.map(({ answer, reason }) => ({ segment: answer.replace('.', '-'), reason })),
      ...malformed.map((segment) => ({ segment, reason: 'malformed' as const })),
    ],
    exact: pathname === base + pathOf(walk.answers),
  };
}

/** The parts of an address between its slashes, decoded. It never throws. */
export function segmentsOf(path: string): readonly string[] {
  const segments = path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decoded);
  return segments.at(-1) === 'index.html' ? segments.slice(0, -1) : segments;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A damaged escape, or bytes that are not UTF-8: shown as they came.
    return segment;
  }
}
