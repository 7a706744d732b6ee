import { createActor, fromPromise } from 'xstate';

import { asksToSaveData, registerWorker } from '#browser/offline.ts';
import { removeText, storedText, storeText } from '#browser/storedText.ts';
import { hasWorker } from '#browser/workerPresence.ts';
import { offlineControlParts } from '#screens/siteFrame/offlineControlParts.ts';

import { type OfflineContext, offlineMachine, type OfflineSnapshot } from './offlineMachine.ts';
import { offlineWords } from './offlineWords.ts';
import { keptReport, type WorkerMessage } from './workerMessages.ts';

export interface KeepOfflineInput {
  /** Path that all addresses of the site start with. */
  readonly base: string;
  /** Whether this page keeps the site without being asked to. */
  readonly keepsUnasked: boolean;
  /** Whether a new version is offered: nobody sits at the audience's screen. */
  readonly offersNewVersion: boolean;
  /** What the person pressed before this code was loaded. */
  readonly isAskedFor: boolean;
}

const wishName = 'offline';

/** Keeps the site on this device if a person wants that, and shows the state. */
export function keepOffline(input: KeepOfflineInput): void {
  const { base } = input;
  const page = createActor(
    offlineMachine.provide({
      actors: {
        look: fromPromise(async () => (await hasWorker(base)) || isWantedUnasked(input)),
        register: fromPromise(async () => registerWorker(base)),
        keep: fromPromise(async ({ input: { worker } }: { input: OfflineContext }) => {
          const keep: WorkerMessage = { kind: 'keep' };
          return keptReport(await worker?.ask(keep));
        }),
        forget: fromPromise(async ({ input: { worker } }: { input: OfflineContext }) => {
          const forget: WorkerMessage = { kind: 'forget' };
          await worker?.dismiss();
          await worker?.ask(forget);
        }),
        compare: fromPromise<boolean, OfflineContext>(async ({ input: { worker } }) => {
          const compare: WorkerMessage = { kind: 'compare', addresses: loadedAddresses() };
          return (await worker?.ask(compare)) !== false;
        }),
      },
      actions: {
        rememberWish: (_, wish) => {
          if (wish === 'forget') storeText(wishName, wish);
          else removeText(wishName);
        },
        loadPage: () => location.reload(),
      },
    }),
  );
  const control = document.getElementById(offlineControlParts.control);
  page.subscribe((snapshot) => {
    if (control !== null) show(control, snapshot);
    if (input.offersNewVersion && snapshot.matches({ kept: { version: 'outdated' } })) {
      import('./newVersionNotice.ts').then(
        ({ offerNewVersion }) => offerNewVersion(() => page.send({ type: 'page.renew' })),
        // Without it, the next page that is opened is the new version all the same.
        () => undefined,
      );
    }
  });
  const { keep, forget } = offlineControlParts;
  control?.querySelector(keep)?.addEventListener('click', () => page.send({ type: 'site.keep' }));
  control
    ?.querySelector(forget)
    ?.addEventListener('click', () => page.send({ type: 'site.forget' }));
  page.start();
  if (input.isAskedFor) page.send({ type: 'site.keep' });
}

const isWantedUnasked = ({ keepsUnasked }: KeepOfflineInput): boolean =>
  keepsUnasked && !asksToSaveData() && storedText(wishName) !== 'forget';

function show(control: HTMLElement, snapshot: OfflineSnapshot): void {
  const words = offlineWords(snapshot);
  const status = control.querySelector(offlineControlParts.status);
  const keep = control.querySelector<HTMLElement>(offlineControlParts.keep);
  const forget = control.querySelector<HTMLElement>(offlineControlParts.forget);
  if (status === null || keep === null || forget === null) return;
  if (status.textContent !== words.status) status.textContent = words.status;
  keep.hidden = words.keep === undefined;
  if (words.keep !== undefined) keep.textContent = words.keep;
  forget.hidden = !words.canForget;
  // The button that was pressed may disappear: the focus stays in its place.
  const focused = [keep, forget].find((button) => button === document.activeElement);
  if (focused?.hidden === true) control.focus();
}

/** Scripts and styles that the page came with. */
const loadedAddresses = (): readonly string[] => [
  ...[...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) => src),
  ...[...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(
    ({ href }) => href,
  ),
];
