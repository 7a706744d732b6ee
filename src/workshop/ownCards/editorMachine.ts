import { assertEvent, assign, enqueueActions, fromPromise, raise, setup } from 'xstate';

import { inSlices, type WorkProgress } from '#browser/slices.ts';

import {
  type CardFile,
  readingFile,
  type Submission,
  submission,
  usableCards,
  withoutCard,
} from './cardFile.ts';
import type { CardRecord } from './cardRecord.ts';
import { longestFile } from './cardYaml.ts';
import { keepingMachine, type TextReplaced } from './keepingMachine.ts';

export interface EditorInput {
  /** What the editor begins with. */
  readonly text: string;
  /** What this device keeps; undefined for nothing. */
  readonly kept: string | undefined;
}

export interface EditorContext {
  readonly input: EditorInput;
  /** What is in the field. */
  readonly text: string;
  /** The text that was read to its end last, and what it says. */
  readonly file: CardFile;
  /** How much of the text is read, from 0 to 1. */
  readonly done: number;
  /** The text before the last change that was not typed; undefined when there is none to go back to. */
  readonly before: string | undefined;
  /** The card that is in the form; undefined for a new one. */
  readonly edited: CardRecord | undefined;
  /** The result for the card that was submitted last. */
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
  /** The text has become another one, which is to be read. */
  | { readonly type: 'text.change' }
  | { readonly type: 'cards.read'; readonly file: CardFile }
  /** Ends the reading of a long text. */
  | { readonly type: 'work.stop' }
  | WorkProgress
  | TextReplaced
  /** The file that was read has become another one, in whatever way. */
  | { readonly type: 'file.change' };

const noFile: CardFile = { text: '', kept: '', records: [], problems: [] };

const editing = setup({
  types: {
    context: {} as EditorContext,
    events: {} as EditorEvent,
    input: {} as EditorInput,
    children: {} as {
      readonly keeping: 'keeping';
      readonly chosenFile: 'readText';
      readonly reader: 'readCards';
      readonly link: 'makeLink';
    },
  },
  actors: {
    /** Keeps the text on this device. */
    keeping: keepingMachine,
    /** The text of a file. */
    readText: fromPromise<string, Blob>(() => new Promise(() => {})),
    /** What a text says. */
    readCards: inSlices(readingFile, (file) => ({ type: 'cards.read', file })),
    /** The fragment of a link to cards. */
    makeLink: fromPromise<string, readonly CardRecord[]>(() => new Promise(() => {})),
  },
  actions: {
    type: assign((_, { text }: { readonly text: string }) => ({ text })),
    replace: assign(({ context }, { text }: { readonly text: string }) => ({
      text,
      before: context.text,
    })),
    undo: assign(({ context }) => ({ text: context.before ?? context.text, before: undefined })),
    edit: assign((_, { card }: { readonly card: CardRecord | undefined }) => ({
      edited: card,
      submitted: undefined,
    })),
    delete: assign(({ context }, { id }: { readonly id: string }) => {
      const file = withoutCard(context.file, id);
      return { text: file.text, file, before: context.text };
    }),
    judge: assign(({ context }, { card }: { readonly card: CardRecord }) => ({
      submitted: { card, became: submissionIn(context, card) },
    })),
    take: assign(({ context }, { card }: { readonly card: CardRecord }) => {
      const became = submissionIn(context, card);
      return became.kind === 'taken'
        ? {
            text: became.file.text,
            file: became.file,
            before: context.text,
            edited: card,
            submitted: { card, became },
          }
        : {};
    }),
    takeFile: assign((_, { file }: { readonly file: CardFile }) => ({ file })),
    begin: assign({ done: 0 }),
    tellProgress: assign((_, { done }: { readonly done: number }) => ({ done })),
    showLink: assign((_, { fragment }: { readonly fragment: string }) => ({ fragment })),
    hideLink: assign({ fragment: '' }),
    tellText: raise({ type: 'text.change' }),
    tellFile: raise({ type: 'file.change' }),
    /** What was not read to its end is not kept, and nothing that contains a secret. */
    keep: enqueueActions(({ context: { file }, enqueue }) => {
      if (file.kept === undefined) return;
      enqueue.sendTo('keeping', { type: 'text.change', text: file.kept });
    }),
  },
  guards: {
    hasCards: ({ context }) => usableCards(context.file).length > 0,
    isRead: ({ context: { text, file } }) => text === file.text,
    hasBefore: ({ context }) => context.before !== undefined,
    // While the text has faults, or is not read, writing it again would lose its content.
    canDelete: ({ context: { text, file } }, { id }: { readonly id: string }) =>
      text === file.text &&
      file.problems.length === 0 &&
      file.records.length > 1 &&
      file.records.some((card) => card.id === id),
    canTake: ({ context }, { card }: { readonly card: CardRecord }) =>
      submissionIn(context, card).kind === 'taken',
    isOfText: ({ context }, { file }: { readonly file: CardFile }) => file.text === context.text,
    // A character takes up to three bytes for each of the halves that are counted.
    isTooLarge: (_, { file }: { readonly file: Blob }) => file.size > 3 * longestFile,
    isTooLong: (_, { text }: { readonly text: string }) => text.length > longestFile,
  },
});

const submissionIn = ({ text, file, edited }: EditorContext, card: CardRecord): Submission =>
  submission(text, file, card, edited);

/** Where a teacher writes cards: their file as a text, one of them in a form, and the link to them. */
export const editorMachine = editing.createMachine({
  id: 'editor',
  context: ({ input }) => ({
    input,
    text: input.text,
    file: noFile,
    done: 0,
    before: undefined,
    edited: undefined,
    submitted: undefined,
    fragment: '',
  }),
  invoke: {
    id: 'keeping',
    src: 'keeping',
    input: ({ context: { input }, self }) => ({ ...input, owner: self }),
  },
  type: 'parallel',
  on: {
    'text.type': { actions: [{ type: 'type', params: ({ event }) => event }, 'tellText'] },
    'text.undo': { guard: 'hasBefore', actions: ['undo', 'tellText'] },
    'text.replace': { actions: [{ type: 'replace', params: ({ event }) => event }, 'tellText'] },
    'card.edit': { actions: { type: 'edit', params: ({ event }) => event } },
    'card.compose': { actions: { type: 'edit', params: { card: undefined } } },
    'card.delete': {
      guard: { type: 'canDelete', params: ({ event }) => event },
      actions: [{ type: 'delete', params: ({ event }) => event }, 'tellFile'],
    },
    'card.submit': [
      {
        guard: { type: 'canTake', params: ({ event }) => event },
        actions: [{ type: 'take', params: ({ event }) => event }, 'tellFile'],
      },
      { actions: { type: 'judge', params: ({ event }) => event } },
    ],
  },
  states: {
    file: {
      initial: 'idle',
      // Another file overtakes the one that is being read.
      on: {
        'file.choose': [
          {
            guard: { type: 'isTooLarge', params: ({ event }) => event },
            target: '.tooLong',
          },
          { target: '.opening' },
        ],
      },
      states: {
        idle: {},
        opening: {
          invoke: {
            id: 'chosenFile',
            src: 'readText',
            input: ({ event }) => {
              assertEvent(event, 'file.choose');
              return event.file;
            },
            onDone: [
              {
                guard: { type: 'isTooLong', params: ({ event }) => ({ text: event.output }) },
                target: 'tooLong',
              },
              {
                target: 'idle',
                actions: [
                  { type: 'replace', params: ({ event }) => ({ text: event.output }) },
                  'tellText',
                ],
              },
            ],
            onError: { target: 'unreadable' },
          },
        },
        unreadable: {},
        tooLong: {},
      },
    },
    text: {
      initial: 'reading',
      on: {
        // A text that changes while it is being read is read again.
        'text.change': { target: '.reading' },
        'file.change': { guard: 'isRead', target: '.read', actions: 'keep' },
      },
      states: {
        reading: {
          entry: 'begin',
          invoke: { id: 'reader', src: 'readCards', input: ({ context }) => context.text },
          on: {
            'cards.read': {
              guard: { type: 'isOfText', params: ({ event }) => event },
              target: 'read',
              actions: [{ type: 'takeFile', params: ({ event }) => event }, 'tellFile'],
            },
            'work.progress': {
              actions: { type: 'tellProgress', params: ({ event }) => event },
            },
            'work.stop': { target: 'stopped' },
          },
        },
        read: {},
        stopped: {},
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
