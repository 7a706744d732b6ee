import { createActorContext } from '@xstate/react';
import type { ReactNode } from 'react';
import { fromCallback, fromPromise } from 'xstate';

import { enableRememberedChoices } from '#browser/rememberedChoices.ts';
import { siteAnswers } from '#browser/siteReach.ts';

import { openingMachine } from './openingMachine.ts';
import type { OpenedValues } from './valuesFiles.ts';
import {
  type OperationsCode,
  type ValuesCode,
  type ValuesEvent,
  valuesMachine,
} from './valuesMachine.ts';

/** Where the values of a visit are kept: the address, or what replaces it in a frame. */
export interface ValuesAddress {
  /** The present fragment, with its `#`, or empty. */
  readonly fragment: () => string;
  /**
   * Puts the values into the address.
   *
   * @param whole all of them, if the fragment has no room for some
   */
  readonly write: (fragment: string, whole: string) => void;
  /** All values, if the present fragment had no room for some and they are kept. */
  readonly kept: () => string | undefined;
  /** Whether somebody else may have written the fragment that the page was opened with. */
  readonly isForeign: () => boolean;
  /** Calls back whenever the fragment is changed by anything other than `write`. */
  readonly onReturn: (listener: () => void) => () => void;
}

/** The values of this visit, for every screen below `ValuesProvider`. */
export const ValuesActor = createActorContext(valuesMachine);

interface ValuesProviderProps {
  readonly address: ValuesAddress;
  readonly children: ReactNode;
}

/** Runs the values of a visit, and keeps them in an address. */
export function ValuesProvider({ address, children }: ValuesProviderProps) {
  return <ValuesActor.Provider logic={valuesIn(address)}>{children}</ValuesActor.Provider>;
}

const valuesIn = (address: ValuesAddress) =>
  valuesMachine.provide({
    actors: {
      address: fromCallback<ValuesEvent>(({ sendBack }) => {
        const tell = (isForeign: boolean) =>
          sendBack({
            type: 'address.bring',
            fragment: address.fragment(),
            kept: address.kept(),
            isForeign,
          });
        tell(address.isForeign());
        return address.onReturn(() => tell(false));
      }),
      pickers: fromCallback<ValuesEvent>(({ sendBack }) =>
        enableRememberedChoices((name, value) => sendBack({ type: 'picker.choose', name, value })),
      ),
      loadCode: fromPromise<ValuesCode>(() => import('./liveValues.tsx')),
      loadOperations: fromPromise<OperationsCode>(() => import('./chosenOperations.tsx')),
      opening: openingMachine.provide({
        actors: {
          readFile: fromPromise<OpenedValues, Blob>(async ({ input }) => {
            const { openedFile } = await import('./valuesFiles.ts');
            return openedFile(input);
          }),
        },
      }),
      askSite: fromPromise(siteAnswers),
    },
    actions: {
      writeAddress: (_, { fragment, whole }) => address.write(fragment, whole),
    },
  });
