import type { Answer } from '#guide/questions.ts';
import { embedPathOf, framedPathOf, pathOf, walkPathOf } from '#share/address.ts';
import type { FragmentChoices } from '#share/fragment.ts';

import { type EmbedParameters, parametersFragment, type Theme } from '../../parameters.ts';
import type { LoaderRelease } from '../../releases.ts';
import type { MeasuredHeights } from '../../usualHeights.ts';
import { viewedPath } from '../../views.ts';

/** An author's choices, from which the blocks are made. */
export interface EmbedChoice {
  /** Absolute address of the guide, ends with `/`. */
  readonly site: string;
  /** The state that is shown first. */
  readonly answers: readonly Answer[];
  /** A single page in place of the states, by its id, and where it begins; only the lab begins somewhere. */
  readonly view?: { readonly id: string; readonly start?: string };
  /** `page`, as the page around it, is a word of the element; a frame then follows the system. */
  readonly theme: Theme | 'page';
  /** All other parameters; the start is `answers`. */
  readonly parameters: Omit<EmbedParameters, 'start' | 'theme'>;
  /** What the snippets can show. */
  readonly choices: FragmentChoices;
  /** How high the state is, for the room that a block keeps. */
  readonly heights: MeasuredHeights;
  /** The heading of the state, for the link and for the picture's alternative text. */
  readonly heading: string;
  readonly release: LoaderRelease;
}

export const frameTitle = 'Okta API authorization guide';

/** Address of the page to be framed, with the parameters in its fragment. */
export function frameAddress(choice: EmbedChoice): string {
  const { site, answers, view, theme, parameters, choices } = choice;
  const start = startOf(choice);
  const fragment = parametersFragment(
    { ...parameters, theme: theme === 'page' ? 'auto' : theme, ...(start && { start }) },
    choices,
  );
  return `${site}${view === undefined ? embedPathOf(answers) : framedPathOf(viewedPath(view.id))}${fragment}`;
}

/** What `start` says; empty where it need not say anything. */
const startOf = ({ view, answers }: EmbedChoice): string =>
  view === undefined ? walkPathOf(answers) : (view.start ?? '');

/** Address of the chosen page on the site itself. */
export const fullAddress = ({ site, view, answers }: EmbedChoice): string =>
  `${site}${view === undefined ? pathOf(answers) : viewedPath(view.id)}`;

export const loaderAddress = ({ site, release }: EmbedChoice): string =>
  `${site}embed/${release.version}/embed.js`;

/** The same as a module, which knows its site by its own address. */
export const moduleAddress = ({ site, release }: EmbedChoice): string =>
  `${site}embed/${release.version}/embed.mjs`;

/** Parameters of the fragment that are attributes of the element too, under the same names. */
const elementAttributes: ReadonlySet<string> = new Set([
  'accent',
  'heading',
  'languages',
  'ops',
  'org',
  'show',
]);

/** The element's attributes for the choice, without its style. */
export function attributesOf(
  choice: EmbedChoice,
): readonly (readonly [name: string, value: string])[] {
  const { parameters, choices, theme, view } = choice;
  const given = new URLSearchParams(
    parametersFragment({ ...parameters, theme: 'auto' }, choices).slice(1),
  );
  const start = startOf(choice);
  return [
    ...(view === undefined ? [] : [['view', view.id] as const]),
    ...(start === '' ? [] : [['start', start] as const]),
    ...(theme === 'auto' ? [] : [['theme', theme] as const]),
    ...[...given].filter(([name]) => elementAttributes.has(name)),
  ];
}
