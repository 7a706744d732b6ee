import {
  type EmbedParameters,
  holdsParameters,
  parametersFragment,
  readParameters,
} from '#embed/parameters.ts';
import { fragmentChoicesOf } from '#screens/snippets/fragmentChoicesOf.ts';
import { encodeFragment, type FragmentChoices } from '#share/fragment.ts';

/** The parameters of a framed page, as its scripts keep them: in the root element and in the links. */
export interface FramedParameters {
  /** What the snippets of the page can show. */
  readonly choices: FragmentChoices;
  readonly current: () => EmbedParameters;
  /** The same as a fragment with its `#`; empty when all are defaults. */
  readonly fragment: () => string;
  /** Calls back whenever the host has changed them, until the returned function is called. */
  readonly onChange: (listener: () => void) => () => void;
  /** The same, only if the host has changed what is in the requests. */
  readonly onValuesChange: (listener: () => void) => () => void;
  /** Puts parameters into the links of the walk. */
  readonly carry: (parameters: EmbedParameters) => void;
  /** Puts them into the address too, so that they survive a reload. */
  readonly keep: (parameters: EmbedParameters) => void;
  /** Keeps parameters that the host has changed, and tells the code that draws them. */
  readonly change: (parameters: EmbedParameters) => void;
}

// Two scripts of the page share the root element: with these events, one tells the other.
const changeEvent = 'parameters';
const valuesChangeEvent = 'values';

/** @param root the page's root element, with `data-base` and `data-languages` */
export function framedParameters(root: HTMLElement): FramedParameters {
  const { dataset } = root;
  const { base = '/', languages = '' } = dataset;
  const choices = fragmentChoicesOf(languages.split(' '));
  const carry = (parameters: EmbedParameters) => {
    const fragment = parametersFragment(parameters, choices);
    dataset['fragment'] = fragment;
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      const href = link.getAttribute('href') ?? '';
      const [address = ''] = href.split('#', 1);
      // An address has one fragment: if there are parameters, they replace a section.
      const isLeft = fragment === '' && !holdsParameters(href);
      if (address.startsWith(`${base}embed/`) && !isLeft)
        link.setAttribute('href', address + fragment);
    }
  };
  const keep = (parameters: EmbedParameters) => {
    carry(parameters);
    try {
      history.replaceState(null, '', dataset['fragment'] || location.pathname);
    } catch {
      // A frame without an origin may not do this; the links carry the parameters all the same.
    }
  };
  const current = () => readParameters(dataset['fragment'] ?? '', choices).parameters;
  const valuesOf = ({ values }: EmbedParameters) => encodeFragment(values, choices);
  const listen = (type: string, listener: () => void) => {
    root.addEventListener(type, listener);
    return () => root.removeEventListener(type, listener);
  };
  return {
    choices,
    current,
    fragment: () => dataset['fragment'] ?? '',
    onChange: (listener) => listen(changeEvent, listener),
    onValuesChange: (listener) => listen(valuesChangeEvent, listener),
    carry,
    keep,
    change: (parameters) => {
      const before = valuesOf(current());
      keep(parameters);
      root.dispatchEvent(new Event(changeEvent));
      if (valuesOf(parameters) !== before) root.dispatchEvent(new Event(valuesChangeEvent));
    },
  };
}
