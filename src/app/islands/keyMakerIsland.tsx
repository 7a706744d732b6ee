import { createRoot } from 'react-dom/client';
import { createActor, fromPromise } from 'xstate';

import { keyMakerMachine } from '#browser/keys/keyMakerMachine.ts';
import {
  canMakeKeyPairs,
  type KeyChoice,
  makeKeyPair,
  type MadeKeyPair,
  type PrivateForm,
  privateKeyText,
} from '#browser/keys/keyPair.ts';
import { offerDownload } from '#browser/offerDownload.ts';
import { KeyMaker } from '#screens/keys/KeyMaker.tsx';
import { privateJwkFileName, privateKeyFileName } from '#snippets/keys/keyFiles.ts';

const machine = keyMakerMachine.provide({
  actors: {
    makePair: fromPromise<MadeKeyPair, KeyChoice>(async ({ input }) => makeKeyPair(input)),
    exportPrivateKey: fromPromise<
      string,
      { readonly pair: MadeKeyPair | undefined; readonly form: PrivateForm }
    >(async ({ input: { pair, form } }) => {
      if (pair === undefined) throw new Error('There is no key pair.');
      return privateKeyText(pair, form);
    }),
  },
  actions: {
    saveFile: (_, { text, form }) => {
      const name = form === 'jwk' ? privateJwkFileName : privateKeyFileName;
      offerDownload(new Blob([text], { type: 'text/plain;charset=utf-8' }), name);
    },
  },
});

/**
 * Draws the key maker in its place on the page. What it has made is forgotten when a person leaves.
 */
export function drawKeyMakerIsland(place: HTMLElement): void {
  const actor = createActor(machine, { input: { isSupported: canMakeKeyPairs() } }).start();
  // The browser may keep the page in case the person comes back.
  addEventListener('pagehide', () => actor.send({ type: 'pair.forget' }));
  createRoot(place, { identifierPrefix: 'key-maker' }).render(
    <KeyMaker actor={actor} canDownload={globalThis.origin !== 'null'} />,
  );
}
