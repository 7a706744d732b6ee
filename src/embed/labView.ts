import { outcomeIds } from '#guide/nodeIds.ts';
import { labPath } from '#screens/lab/labPath.ts';
import { formDecoded, formEncoded, type Pair } from '#share/formEncoding.ts';
import { encodeFragment, type FragmentChoices } from '#share/fragment.ts';

import type { EmbedParameters } from './parameters.ts';

/** The view that shows the lab. */
export const labView = labPath.replace(/\/$/, '');

/** The names of the lab's exchanges, for the host's developer. */
export const labStartForms = 'a method, like apiToken, or something broken, like scope-not-granted';

/**
 * Returns the fragment of a link to the lab (`#share/labLink.ts`) for the exchange that a host
 * wants: `start` is a method or the id of a breakage, the values are those of the requests. Empty
 * for the usual exchange.
 */
export function labFragmentOf(
  { start, values }: Pick<EmbedParameters, 'start' | 'values'>,
  choices: FragmentChoices,
): string {
  const isMethod = outcomeIds.some((each) => each === start);
  const started: readonly Pair[] =
    start === undefined ? [] : [[isMethod ? 'method' : 'break', start]];
  const given = formDecoded(encodeFragment(values, choices).slice(1));
  const wanted = [...started, ...given];
  return wanted.length === 0 ? '' : `#${formEncoded([['lab', '1'], ...wanted])}`;
}
