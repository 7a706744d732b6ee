import { holdsValues } from '#share/holdsValues.ts';

import { oncePainted, signs } from './oncePainted.ts';

interface Hydration {
  /**
   * Loads what the page is hydrated with; resolves once it is, and rejects if it could not be
   * loaded.
   */
  readonly hydrate: () => Promise<void>;
  /** Whether to hydrate the page at once, because it does not show what its address says. */
  readonly isUrgent: boolean;
  /** Path of a state of the guide, whose links take values along. */
  readonly isState: (pathname: string) => boolean;
}

/**
 * Hydrates a page when it is idle, or as soon as a person points at it, touches it or moves the
 * focus within it. Until then a link is a link. Clicks that only the hydrated page can handle are
 * kept, and given to it once each; if it cannot be loaded, the next such sign tries again.
 *
 * No state machine: this is the script that a page loads before anything else, and must stay small.
 */
export function hydrateOnDemand(
  root: HTMLElement,
  { hydrate, isUrgent, isState }: Hydration,
): void {
  let isStarted = false;
  const held = new Set<HTMLElement>();
  const listening = new AbortController();
  const { signal } = listening;

  const hydrateOnce = async () => {
    if (isStarted) return;
    isStarted = true;
    try {
      await hydrate();
    } catch {
      isStarted = false;
      for (const element of held) {
        // Without anything to take it over, a link leads where it says.
        if (element instanceof HTMLAnchorElement && element.hash === '')
          location.assign(element.href);
      }
      held.clear();
      // The page still does not show what its address says.
      if (isUrgent) setTimeout(start, 5000);
      return;
    }
    listening.abort();
    root.dataset['hydrated'] = '';
    for (const element of held) element.click();
  };
  const start = () => void hydrateOnce();

  const hold = (element: HTMLElement, event: Event) => {
    // Nothing else may handle it too: React replays clicks on its own while it hydrates.
    event.preventDefault();
    event.stopImmediatePropagation();
    held.add(element);
    start();
  };

  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest('button');
    if (button !== null && root.contains(button) && !worksAlone(button)) hold(button, event);
    const link = event.target.closest<HTMLAnchorElement | SVGAElement>('a[href]');
    const href = link?.getAttribute('href') ?? '';
    // It changes the page in place, and leads away only if there is no app.
    if (link instanceof HTMLElement && link.dataset['language'] !== undefined) {
      if (!event.metaKey && !event.ctrlKey && !event.shiftKey) hold(link, event);
      return;
    }
    if (link === null || !holdsValues(location.hash) || !URL.canParse(href, location.href)) return;
    // The browser would replace the values with the anchor.
    if (href.startsWith('#')) {
      if (link instanceof HTMLElement) hold(link, event);
      return;
    }
    const { origin, pathname } = new URL(href, location.href);
    if (origin === location.origin && isState(pathname)) {
      link.setAttribute('href', pathname + location.hash);
    }
  };

  document.addEventListener('click', onClick, { capture: true, signal });
  for (const sign of signs) {
    document.addEventListener(sign, start, { capture: true, passive: true, signal });
  }
  addEventListener(
    'hashchange',
    () => {
      if (holdsValues(location.hash)) start();
    },
    { signal },
  );
  if (isUrgent) start();
  else oncePainted(start);
}

/** Buttons that work without the hydrated page. */
const worksAlone = (button: HTMLButtonElement): boolean =>
  button.matches('[data-copies], [data-copies-address], [data-downloads], [popovertarget]');
