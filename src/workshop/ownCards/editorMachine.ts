import { assertEvent, assign, fromPromise, raise, setup } from 'xstate';

import {
  type CardFile,
  cardFile,
  type Submission,
  submission,
  usableCards,
  withoutCard,
} from './cardFile.ts';
import type { CardRecord } from './cardRecord.ts';

export interface EditorContext {
  readonly file: CardFile;
  /** The file before the last change that was not typed; undefined when there is none to go back to. */
  readonly before: CardFile | undefined;
  /** The card that is in the form; undefined for a new one. */
  readonly edited: CardRecord | undefined;
  /** What became of the card that was handed in last. */
  readonly submitted: { readonly card: CardRecord; readonly became: Submission } | undefined;
  /** The fragment of the link to the cards; empty while there is none. */
  readonly fragment: string;
}

type EditorEvent =
  | { readonly type: 'text.type'; readonly text: string }
  | { readonly type: 'text.undo' }
  | { readonly type: 'file.choose'; readonly file: Blob }
  | { readonly type: 'card.edit'; readonly card: CardRecord }
  | { readonly type: 'card.compose' }
  | { readonly type: 'card.delete'; readonly id: string }
  | { readonly type: 'card.submit'; readonly card: CardRecord }
  /** The file has become another one, by whatever way. */
  | { readonly type: 'file.change' };

const editing = setup({
  types: {
    context: {} as EditorContext,
    events: {} as EditorEvent,
    input: {} as { readonly text: string },
  },
  actors: {
    /** The text of a file. */
    readText: fromPromise<string, Blob>(() => new Promise(() => {})),
    /** The fragment of a link to cards. */
    makeLink: fromPromise<string, readonly CardRecord[]>(() => new Promise(() => {})),
  },
  actions: {
    type: assign((_, { text }: { readonly text: string }) => ({ file: cardFile(text) })),
    replace: assign(({ context }, { text }: { readonly text: string }) => ({
      file: cardFile(text),
      before: context.file,
    })),
    undo: assign(({ context }) => ({
      file: context.before ?? context.file,
      before: undefined,
    })),
    edit: assign((_, { card }: { readonly card: CardRecord | undefined }) => ({
      edited: card,
      submitted: undefined,
    })),
    delete: assign(({ context }, { id }: { readonly id: string }) => ({
      file: withoutCard(context.file, id),
      before: context.file,
    })),
    judge: assign(({ context: { file, edited } }, { card }: { readonly card: CardRecord }) => ({
      submitted: { card, became: submission(file, card, edited) },
    })),
    take: assign(({ context: { file, edited } }, { card }: { readonly card: CardRecord }) => {
      const became = submission(file, card, edited);
      return became.kind === 'taken'
        ? { file: became.file, before: file, edited: card, submitted: { card, became } }
        : {};
    }),
    showLink: assign((_, { fragment }: { readonly fragment: string }) => ({ fragment })),
    hideLink: assign({ fragment: '' }),
    tellChange: raise({ type: 'file.change' }),
    /** Keeps the text on this device; whoever runs the machine says where. */
    storeText: (_actionArguments, _stored: { readonly text: string }) => {},
  },
  guards: {
    hasCards: ({ context }) => usableCards(context.file).length > 0,
    hasBefore: ({ context }) => context.before !== undefined,
    // While the text has faults, writing it anew would lose what cannot be read.
    canDelete: ({ context: { file } }, { id }: { readonly id: string }) =>
      file.problems.length === 0 &&
      file.records.length > 1 &&
      file.records.some((card) => card.id === id),
    canTake: ({ context: { file, edited } }, { card }: { readonly card: CardRecord }) =>
      submission(file, card, edited).kind === 'taken',
  },
});

/** Where a teacher writes cards: their file as a text, one of them in a form, and the link to them. */
export const editorMachine = editing.createMachine({
  id: 'editor',
  context: ({ input: { text } }) => ({
    file: cardFile(text),
    before: undefined,
    edited: undefined,
    submitted: undefined,
    fragment: '',
  }),
  type: 'parallel',
  on: {
    'text.type': { actions: [{ type: 'type', params: ({ event }) => event }, 'tellChange'] },
    'text.undo': { guard: 'hasBefore', actions: ['undo', 'tellChange'] },
    'card.edit': { actions: { type: 'edit', params: ({ event }) => event } },
    'card.compose': { actions: { type: 'edit', params: { card: undefined } } },
    'card.delete': {
      guard: { type: 'canDelete', params: ({ event }) => event },
      actions: [{ type: 'delete', params: ({ event }) => event }, 'tellChange'],
    },
    'card.submit': [
      {
        guard: { type: 'canTake', params: ({ event }) => event },
        actions: [{ type: 'take', params: ({ event }) => event }, 'tellChange'],
      },
      { actions: { type: 'judge', params: ({ event }) => event } },
    ],
  },
  states: {
    file: {
      initial: 'idle',
      // Another file overtakes the one that is being read.
      on: {
        'file.choose': { target: '.reading' },
        'file.change': {
          actions: {
            type: 'storeText',
            params: ({ context }) => ({ text: context.file.text }),
          },
        },
      },
      states: {
        idle: {},
        reading: {
          invoke: {
            id: 'chosenFile',
            src: 'readText',
            input: ({ event }) => {
              assertEvent(event, 'file.choose');
              return event.file;
            },
            onDone: {
              target: 'idle',
              actions: [
                { type: 'replace', params: ({ event }) => ({ text: event.output }) },
                'tellChange',
              ],
            },
            onError: { target: 'unreadable' },
          },
        },
        unreadable: {},
      },
    },
    link: {
      initial: 'weighing',
      // Cards that change while their link is made cancel that one.
      on: { 'file.change': { target: '.weighing' } },
      states: {
        weighing: { always: [{ guard: 'hasCards', target: 'making' }, { target: 'absent' }] },
        absent: { entry: 'hideLink' },
        making: {
          invoke: {
            id: 'link',
            src: 'makeLink',
            input: ({ context }) => usableCards(context.file),
            onDone: {
              target: 'made',
              actions: { type: 'showLink', params: ({ event }) => ({ fragment: event.output }) },
            },
            onError: { target: 'failed', actions: 'hideLink' },
          },
        },
        made: {},
        failed: {},
      },
    },
  },
});
