import { assertEvent, fromPromise, sendParent, setup } from 'xstate';

import { notProvided } from '../notProvided.ts';
import type { OpenedValues } from './valuesFiles.ts';

/** A person chooses a values file. */
export interface FileChoice {
  readonly type: 'file.choose';
  readonly file: Blob;
}

/** What the file that was chosen last contained. */
export interface FileOpened {
  readonly type: 'file.open';
  readonly opened: OpenedValues;
}

const unreadable: OpenedValues = {
  ok: false,
  problems: [
    'The file could not be read. Choose it again, or choose a copy of it. Nothing was changed.',
  ],
};

/** Opens the values file that was chosen last. It reports the content once all of it was read. */
export const openingMachine = setup({
  types: { events: {} as FileChoice },
  actors: {
    /** Reads a values file. */
    readFile: fromPromise<OpenedValues, Blob>(notProvided('readFile')),
  },
  actions: {
    tell: sendParent((_, opened: OpenedValues): FileOpened => ({ type: 'file.open', opened })),
  },
}).createMachine({
  id: 'opening',
  initial: 'idle',
  states: {
    idle: { on: { 'file.choose': 'reading' } },
    reading: {
      invoke: {
        src: 'readFile',
        id: 'readFile',
        input: ({ event }) => {
          assertEvent(event, 'file.choose');
          return event.file;
        },
        onDone: {
          target: 'idle',
          actions: { type: 'tell', params: ({ event }) => event.output },
        },
        onError: { target: 'idle', actions: { type: 'tell', params: unreadable } },
      },
      on: { 'file.choose': { target: 'reading', reenter: true } },
    },
  },
});
