import { oncePainted } from '#browser/oncePainted.ts';
import { canHaveWorker, hasWorker } from '#browser/workerPresence.ts';
import { offlineControlParts } from '#screens/siteFrame/offlineControlParts.ts';

declare global {
  interface ImportMeta {
    /** Vite replaces this. */
    readonly env: {
      /** Whether this is the built site. */
      readonly PROD: boolean;
    };
  }
}

/**
 * Pages of the workshop that keep the site automatically: a teacher's, not those of a room's
 * phones.
 */
const keepingKinds: ReadonlySet<string> = new Set([
  'workshop',
  'presenter',
  'ownCards',
  'handsOn',
  'handout',
]);

/**
 * Lets a person keep the site on this device. The code for that is loaded if it is needed: the site
 * is kept already, a person asks for it, or the page is the workshop's. Loading may fail, because
 * the person leaves the page or the network ends. The page works without it, and the next one tries
 * again.
 */
export function offerOffline(): void {
  const control = document.getElementById(offlineControlParts.control);
  // During development, files change but keep their names.
  if (!import.meta.env.PROD || !canHaveWorker()) {
    if (control !== null) control.hidden = true;
    return;
  }
  const { base = '/', kind = '' } = document.querySelector<HTMLElement>('#root')?.dataset ?? {};
  const keepsUnasked = keepingKinds.has(kind);
  let isLoading = false;
  const load = (isAskedFor: boolean) => {
    if (isLoading) return;
    isLoading = true;
    const offersNewVersion = kind !== 'audience';
    import('./keepOffline.ts').then(
      ({ keepOffline }) => keepOffline({ base, keepsUnasked, offersNewVersion, isAskedFor }),
      () => {
        isLoading = false;
        const status = control?.querySelector(offlineControlParts.status);
        if (isAskedFor && status) {
          status.textContent = 'That needs a network. Try again when you are online.';
        }
      },
    );
  };
  control?.querySelector(offlineControlParts.keep)?.addEventListener('click', () => load(true));
  const look = () => {
    if (keepsUnasked) load(false);
    else hasWorker(base).then((isKept) => isKept && load(false), nothing);
  };
  oncePainted(look);
}

const nothing = (): undefined => undefined;
