import { type EmbedParameters, parametersFragment, readParameters } from '#embed/parameters.ts';
import { fragmentChoicesOf } from '#screens/snippets/fragmentChoicesOf.ts';
import type { FragmentChoices } from '#share/fragment.ts';

/** The parameters of a framed page, as its scripts keep them: in the root element and in the links. */
export interface FramedParameters {
  /** What the snippets of the page can show. */
  readonly choices: FragmentChoices;
  readonly current: () => EmbedParameters;
  /** Puts parameters into the links of the walk. */
  readonly carry: (parameters: EmbedParameters) => void;
  /** Puts them into the address too, so that they outlive a reload. */
  readonly keep: (parameters: EmbedParameters) => void;
}

/** @param root the page's root element, with `data-base` and `data-languages` */
export function framedParameters({ dataset }: HTMLElement): FramedParameters {
  const { base = '/', languages = '' } = dataset;
  const choices = fragmentChoicesOf(languages.split(' '));
  const carry = (parameters: EmbedParameters) => {
    const fragment = parametersFragment(parameters, choices);
    dataset['fragment'] = fragment;
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      const [address = ''] = (link.getAttribute('href') ?? '').split('#', 1);
      if (address.startsWith(`${base}embed/`)) link.setAttribute('href', address + fragment);
    }
  };
  return {
    choices,
    current: () => readParameters(dataset['fragment'] ?? '', choices).parameters,
    carry,
    keep: (parameters) => {
      carry(parameters);
      try {
        history.replaceState(null, '', dataset['fragment'] || location.pathname);
      } catch {
        // A frame without an origin may not; the links carry the parameters all the same.
      }
    },
  };
}
