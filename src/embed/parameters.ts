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

/** The parts of the guide that a host may leave out. */
export const parts = ['map', 'snippet', 'record', 'sources'] as const;
export type Part = (typeof parts)[number];

export const themes = ['light', 'dark', 'auto'] as const;
export type Theme = (typeof themes)[number];

/** How a host wants the guide in its page. */
export interface EmbedParameters {
  readonly theme: Theme;
  /** Colour of links, `#rrggbb`; absent for the guide's own. */
  readonly accent?: string;
  readonly shown: readonly Part[];
  /** Where `embed/` begins: a question's id, or segments as in an address; see `start.ts`. */
  readonly start?: string;
  /** Ids of the snippet languages that are offered; absent for all. */
  readonly languages?: readonly string[];
  /** What stands in the snippets, under the names that links to the guide use. */
  readonly values: SharedValues;
}

export const defaultParameters: EmbedParameters = { theme: 'auto', shown: parts, values: {} };

export interface ReadParameters {
  readonly parameters: EmbedParameters;
  /** For the host's developer: what was given wrongly, why, and what is used in its place. */
  readonly problems: readonly string[];
}

/** Whether a fragment holds parameters, of whatever version; it is an anchor otherwise. */
export const holdsParameters = (fragment: string): boolean => /(?:^#?|&)v=/.test(fragment);

/**
 * Reads the parameters of an embed from its fragment. Unknown ones are ignored; a wrong one falls
 * back to its default and is among the problems. Never throws.
 *
 * @param fragment with or without its `#`; one without `v=` holds no parameters
 * @param choices what the snippets of the page can show
 */
export function readParameters(fragment: string, choices: FragmentChoices): ReadParameters {
  const text = fragment.replace(/^#/, '');
  if (!holdsParameters(fragment)) return { parameters: defaultParameters, problems: [] };
  const given = new Map(formDecoded(text).toReversed());
  if (given.get('v') !== version) {
    return {
      parameters: defaultParameters,
      problems: [`This guide knows v=1 only, so all parameters are the defaults.`],
    };
  }
  const problems: string[] = [];
  const theme = given.get('theme') ?? 'auto';
  const knownTheme = themes.find((each) => each === theme);
  if (knownTheme === undefined) {
    problems.push(`theme must be one of ${themes.join(', ')}. It is taken for auto.`);
  }
  const accent = given.get('accent');
  const isColour = accent !== undefined && /^#[0-9a-f]{6}$/i.test(accent);
  if (accent !== undefined && !isColour) {
    problems.push("accent must be a colour like #1a5fb4. The guide's own is used.");
  }
  const wanted = listOf(given.get('show'));
  const unknown = wanted?.filter((each) => !parts.some((part) => part === each)) ?? [];
  if (unknown.length > 0) {
    problems.push(`show names parts that do not exist. There are ${parts.join(', ')}.`);
  }
  const wantedLanguages = listOf(given.get('languages'));
  const languages = choices.languages.filter((id) => wantedLanguages?.includes(id));
  if (wantedLanguages?.some((id) => !choices.languages.includes(id))) {
    problems.push(
      `languages names some that the guide does not write. There are ${choices.languages.join(', ')}.`,
    );
  }
  const decoded = decodeFragment(text, choices);
  const lines = refusedLines({ refused: decoded?.refused ?? [], unknownKeys: [] });
  problems.push(
    ...lines.map(({ key, reason }) => (key === undefined ? reason : `${key}: ${reason}`)),
  );
  const start = given.get('start');
  return {
    parameters: {
      theme: knownTheme ?? 'auto',
      values: decoded?.values ?? {},
      ...(languages.length > 0 && { languages }),
      ...(isColour && { accent: accent.toLowerCase() }),
      ...(start && { start }),
      shown: wanted === undefined ? parts : parts.filter((part) => wanted.includes(part)),
    },
    problems,
  };
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
export function parametersFragment(
  { theme, accent, shown, start, languages, values: given }: EmbedParameters,
  choices: FragmentChoices,
): string {
  const values = formDecoded(encodeFragment(given, choices).slice(1));
  const pairs: Pair[] = values.filter(([key]) => key !== 'v');
  if (accent !== undefined) pairs.push(['accent', accent]);
  if (languages !== undefined) pairs.push(['languages', languages.join(' ')]);
  if (shown.length < parts.length) pairs.push(['show', shown.join(' ')]);
  if (start !== undefined) pairs.push(['start', start]);
  if (theme !== 'auto') pairs.push(['theme', theme]);
  pairs.sort(([one], [other]) => (one < other ? -1 : 1));
  return pairs.length === 0 ? '' : `#${formEncoded([['v', version], ...pairs])}`;
}
