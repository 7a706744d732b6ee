import { formDecoded, formEncoded, type Pair } from '#share/formEncoding.ts';
import {
  decodeFragment,
  encodeFragment,
  type FragmentChoices,
  type SharedValues,
} from '#share/fragment.ts';
import { refusedLines } from '#share/refusedLines.ts';

/** The version of the parameters; what it means never changes. */
const version = '1';

/** The parts of the guide that a host may choose from. */
export const parts = ['map', 'snippet', 'record', 'sources'] as const;
export type Part = (typeof parts)[number];

/** The word of `show` for the short form of a result. */
const compactWord = 'compact';

export const themes = ['light', 'dark', 'auto'] as const;
export type Theme = (typeof themes)[number];

/** How a host wants the guide to look and work in its page. */
export interface EmbedParameters {
  readonly theme: Theme;
  /** Colour of links, `#rrggbb`; absent for the guide's own. */
  readonly accent?: string;
  /**
   * Whether a result is shown in its short form: the method, why, the next steps, and the request
   * alone; an exit says where to go.
   */
  readonly isCompact: boolean;
  /** The parts that are shown in full; the short form shows them in addition. */
  readonly shown: readonly Part[];
  /** Level of the main heading in the outline of the host's page, from 2 to 6; absent for 1. */
  readonly heading?: number;
  /** Where `embed/` begins: a question's id, or segments as in an address; see `start.ts`. */
  readonly start?: string;
  /** Ids of the snippet languages that are offered; absent for all. */
  readonly languages?: readonly string[];
  /** What is in the snippets, under the names that links to the guide use. */
  readonly values: SharedValues;
}

export const defaultParameters: EmbedParameters = {
  theme: 'auto',
  isCompact: false,
  shown: parts,
  values: {},
};

export interface ReadParameters {
  readonly parameters: EmbedParameters;
  /** For the host's developer: what is wrong, why, and what is used instead. */
  readonly problems: readonly string[];
}

/** Whether a fragment contains parameters of any version; otherwise, it is an anchor. */
export const holdsParameters = (fragment: string): boolean => /(?:^#?|&)v=/.test(fragment);

/**
 * Reads the parameters of an embed from its fragment. Unknown ones are ignored; a wrong one falls
 * back to its default and is among the problems. Never throws.
 *
 * @param fragment with or without its `#`; one without `v=` contains no parameters
 * @param choices what the snippets of the page can show
 */
export function readParameters(fragment: string, choices: FragmentChoices): ReadParameters {
  const text = fragment.replace(/^#/, '');
  if (!holdsParameters(fragment)) return { parameters: defaultParameters, problems: [] };
  const given = new Map(formDecoded(text).toReversed());
  if (given.get('v') !== version) {
    return {
      parameters: defaultParameters,
      problems: [`This guide supports v=1 only, so all parameters have their defaults.`],
    };
  }
  const problems: string[] = [];
  const theme = given.get('theme') ?? 'auto';
  const knownTheme = themes.find((each) => each === theme);
  if (knownTheme === undefined) {
    problems.push(`theme must be one of ${themes.join(', ')}. It is treated as auto.`);
  }
  const accent = given.get('accent');
  const isColour = accent !== undefined && /^#[0-9a-f]{6}$/i.test(accent);
  if (accent !== undefined && !isColour) {
    problems.push("accent must be a colour like #1a5fb4. The guide's own is used.");
  }
  const wanted = listOf(given.get('show'));
  const unknown = wanted?.filter((each) => !showWords.includes(each)) ?? [];
  if (unknown.length > 0) {
    problems.push(`show contains parts that do not exist. It accepts ${showWords.join(', ')}.`);
  }
  const wantedLanguages = listOf(given.get('languages'));
  const languages = choices.languages.filter((id) => wantedLanguages?.includes(id));
  if (wantedLanguages?.some((id) => !choices.languages.includes(id))) {
    problems.push(
      `languages contains some that the guide does not have. It accepts ${choices.languages.join(', ')}.`,
    );
  }
  const decoded = decodeFragment(text, choices);
  const lines = refusedLines({ refused: decoded?.refused ?? [], unknownKeys: [] });
  problems.push(
    ...lines.map(({ key, reason }) => (key === undefined ? reason : `${key}: ${reason}`)),
  );
  const heading = given.get('heading');
  const isLevel = heading !== undefined && /^[1-6]$/.test(heading);
  if (heading !== undefined && !isLevel) {
    problems.push('heading must be a level from 1 to 6. It is treated as 1.');
  }
  const start = given.get('start');
  return {
    parameters: {
      theme: knownTheme ?? 'auto',
      values: decoded?.values ?? {},
      ...(languages.length > 0 && { languages }),
      ...(isColour && { accent: accent.toLowerCase() }),
      ...(start && { start }),
      ...(isLevel && heading !== '1' && { heading: Number(heading) }),
      isCompact: wanted?.includes(compactWord) ?? false,
      shown: wanted === undefined ? parts : parts.filter((part) => wanted.includes(part)),
    },
    problems,
  };
}

/** All words that `show` accepts. */
const showWords: readonly string[] = [compactWord, ...parts];

/**
 * The value of `show` for these parameters, in the fragment and in the element's attribute.
 *
 * @returns `undefined` if it can be left out: whole results with all their parts
 */
export function showText({
  isCompact,
  shown,
}: Pick<EmbedParameters, 'isCompact' | 'shown'>): string | undefined {
  if (isCompact) return [compactWord, ...shown].join(' ');
  return shown.length < parts.length ? shown.join(' ') : undefined;
}

/** The words of a list, separated by spaces or commas. */
const listOf = (text: string | undefined): readonly string[] | undefined =>
  text?.split(/[\s,]+/).filter((each) => each !== '');

/**
 * Writes parameters as a fragment with its `#`, keys in alphabetical order, defaults left out.
 *
 * @param choices what the snippets of the page can show
 * @returns `''` when all are defaults
 */
export function parametersFragment(parameters: EmbedParameters, choices: FragmentChoices): string {
  const { theme, accent, heading, start, languages, values: given } = parameters;
  const show = showText(parameters);
  const values = formDecoded(encodeFragment(given, choices).slice(1));
  const pairs: Pair[] = values.filter(([key]) => key !== 'v');
  if (accent !== undefined) pairs.push(['accent', accent]);
  if (heading !== undefined) pairs.push(['heading', `${heading}`]);
  if (languages !== undefined) pairs.push(['languages', languages.join(' ')]);
  if (show !== undefined) pairs.push(['show', show]);
  if (start !== undefined) pairs.push(['start', start]);
  if (theme !== 'auto') pairs.push(['theme', theme]);
  return pairs.length === 0 ? '' : `#${versioned(pairs)}`;
}

export interface ChangedFragment {
  /** The whole, with its `#`. */
  readonly fragment: string;
  /** What changes, and no more. */
  readonly changes: string;
}

/**
 * Changes only those parts of a fragment in which the host's parameters differ from its earlier ones. Everything else
 * stays, such as what a person has typed.
 *
 * @param current the fragment of the page, with or without its `#`
 */
export function changedFragment(current: string, before: string, now: string): ChangedFragment {
  const gave = new Map(formDecoded(before).toReversed());
  const gives = new Map(formDecoded(now).toReversed());
  const names = [...new Set([...gave.keys(), ...gives.keys()])];
  const others = names.filter((name) => gave.get(name) !== gives.get(name));
  const changes = others.flatMap((name): Pair[] => {
    const value = gives.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  const kept = formDecoded(current.replace(/^#/, '')).filter(([name]) => !others.includes(name));
  return {
    fragment: `#${versioned([...kept, ...changes])}`,
    changes: versioned(changes),
  };
}

/** The version first, then the keys in alphabetical order. */
function versioned(pairs: readonly Pair[]): string {
  const named = pairs.filter(([name]) => name !== 'v');
  return formEncoded([
    ['v', version],
    ...named.toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ]);
}
