import { holdsValues } from '#share/holdsValues.ts';

import { rememberPlace } from './lastPlace.ts';
import { unfold } from './unfold.ts';

/** Where the browser is, as far as the guide needs to know. */
export interface Place {
  readonly pathname: string;
  /** Includes its `#`, or is empty. */
  readonly fragment: string;
  /** What was stored with this entry of the history. It can be anything, so parse it. */
  readonly state: unknown;
}

/** A link that the person followed without asking for a new tab, a download or another site. */
export interface FollowedLink {
  readonly pathname: string;
  readonly fragment: string;
  readonly dataset: DOMStringMap;
}

/** The browser's history and links, as the guide uses them. */
export interface Navigation {
  place(): Place;
  /** Whether a page of this site led to this document. */
  isFromThisSite(): boolean;
  /** Adds an entry to the history. */
  push(address: string, state: unknown): void;
  /** Replaces the present entry. */
  replace(address: string, state: unknown): void;
  /** Whether the browser believes that it has a network. */
  isOnline(): boolean;
  /**
   * Keeps the present page of the guide on this device, so that other pages can lead back to it.
   *
   * @param fragment the accepted values, never what stands in the address
   */
  remember(fragment: string): void;
  /** Loads an address as a new document. */
  load(address: string): void;
  /** Loads the present address again. */
  reload(): void;
  /** Calls back when the network returns. */
  onOnline(listener: () => void): () => void;
  /** Calls back when the person goes back or forward, or the fragment is edited by hand. */
  onReturn(listener: () => void): () => void;
  /**
   * Offers every followed link on this page.
   *
   * @param follow returns whether it handled the link; otherwise, the browser follows it
   */
  onFollow(follow: (link: FollowedLink) => boolean): () => void;
}

export function browserNavigation(): Navigation {
  /** The links from which the person jumped within this page, the latest last. */
  const jumps: PageLink[] = [];
  const leaveFrom = (link: PageLink) => {
    jumps.push(link);
    writeHistory('pushState', `${location.pathname}${location.hash}`, historyState());
  };
  // Back from an anchor: the browser restores the place, and the focus returns to where it was.
  addEventListener('popstate', () => jumps.pop()?.focus({ preventScroll: true }));
  return {
    place: () => ({ pathname: location.pathname, fragment: location.hash, state: historyState() }),
    isFromThisSite: () => document.referrer.startsWith(`${location.origin}/`),
    push: (address, state) => writeHistory('pushState', address, state),
    replace: (address, state) => writeHistory('replaceState', address, state),
    isOnline: () => navigator.onLine,
    remember: (fragment) => rememberPlace(`${location.pathname}${fragment}`),
    load: (address) => location.assign(address),
    reload: () => location.reload(),
    onOnline: (listener) => {
      addEventListener('online', listener);
      return () => removeEventListener('online', listener);
    },
    onReturn: (listener) => {
      addEventListener('popstate', listener);
      return () => removeEventListener('popstate', listener);
    },
    onFollow: (follow) => {
      const onClick = (event: MouseEvent) => {
        const link = plainLink(event);
        if (link === undefined) return;
        const { element, address } = link;
        if (isAnchorOfThisPage(address)) {
          // The fragment may contain the person's values, so an anchor moves the focus and leaves
          // the fragment as it is.
          if (!moveFocusTo(address.hash.slice(1), () => leaveFrom(element))) return;
          event.preventDefault();
          return;
        }
        const { pathname, hash: fragment } = address;
        const { dataset } = element;
        if (follow({ pathname, fragment, dataset })) event.preventDefault();
      };
      document.addEventListener('click', onClick);
      return () => document.removeEventListener('click', onClick);
    },
  };
}

function historyState(): unknown {
  const state: unknown = history.state;
  return state;
}

function writeHistory(method: 'pushState' | 'replaceState', address: string, state: unknown): void {
  try {
    history[method](state, '', address);
  } catch {
    // Browsers refuse a flood of entries, and some frames refuse any: the page goes on without one.
  }
}

/** A link of the page's text, or one that is part of a drawing. */
type PageLink = HTMLAnchorElement | SVGAElement;

interface PlainLink {
  readonly element: PageLink;
  readonly address: URL;
}

function plainLink(event: MouseEvent): PlainLink | undefined {
  if (event.defaultPrevented || event.button !== 0) return undefined;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const { target } = event;
  const element = target instanceof Element ? target.closest<PageLink>('a[href]') : null;
  if (element === null || element.hasAttribute('download') || element.hasAttribute('target')) {
    return undefined;
  }
  const href = element.getAttribute('href') ?? '';
  if (!URL.canParse(href, location.href)) return undefined;
  const address = new URL(href, location.href);
  return address.origin === location.origin ? { element, address } : undefined;
}

const isAnchorOfThisPage = ({ pathname, hash }: URL): boolean =>
  pathname === location.pathname && hash.length > 1 && !holdsValues(hash);

/**
 * Scrolls to an element and focuses it.
 *
 * @param before called just before the page moves
 * @returns `false` if the page has no element with that id
 */
function moveFocusTo(id: string, before: () => void): boolean {
  const element = document.getElementById(id);
  if (element === null) return false;
  before();
  unfold(element);
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.scrollIntoView();
  element.focus({ preventScroll: true });
  return true;
}

/**
 * Moves the focus to the heading of the screen that has just been drawn, and scrolls its top into
 * view.
 */
export function focusHeading(): void {
  scrollTo(0, 0);
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}
