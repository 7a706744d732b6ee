import { assign, fromCallback, sendTo, setup, type SnapshotFrom } from 'xstate';

import { notProvided } from '../notProvided.ts';
import {
  type AuditReport,
  type AuditSettings,
  type GivenRecording,
  mostBytes,
} from './auditWork.ts';

export interface GivenRecordings extends AuditSettings {
  readonly recordings: readonly GivenRecording[];
}

export type AuditEvent =
  | ({ readonly type: 'recordings.give' } & GivenRecordings)
  | { readonly type: 'granted.change'; readonly granted: string }
  | { readonly type: 'reading.cancel' }
  /** From the worker. */
  | { readonly type: 'reading.progress'; readonly done: number }
  | { readonly type: 'report.come'; readonly report: AuditReport }
  | { readonly type: 'worker.fail'; readonly reason: 'unreadable' | 'notLoaded' };

/** What the worker is told while it runs. */
export interface WorkerEvent {
  readonly type: 'compare';
  readonly granted: string;
}

interface AuditContext {
  readonly given: GivenRecordings;
  /** How much is read, from 0 to 1. */
  readonly done: number;
  readonly report: AuditReport | undefined;
}

const nothing: GivenRecordings = { recordings: [], granted: '', hosts: '' };

/**
 * Reads what a program called, in a worker that is ended if a person cancels or gives something
 * else. The recordings stay with the worker as long as their report is shown, so that scopes can be
 * compared with it.
 */
export const auditMachine = setup({
  types: {
    context: {} as AuditContext,
    events: {} as AuditEvent,
  },
  actors: {
    /** Starts the worker, hands it the recordings, and passes its messages on. */
    worker: fromCallback<WorkerEvent, GivenRecordings>(notProvided('worker')),
  },
  actions: {
    take: assign((_, given: GivenRecordings) => ({ given, done: 0, report: undefined })),
    keepProgress: assign((_, { done }: { readonly done: number }) => ({ done })),
    keepReport: assign((_, { report }: { readonly report: AuditReport }) => ({ report })),
  },
  guards: {
    isEmpty: (_, { recordings }: GivenRecordings) =>
      recordings.every(({ content }) => content.size === 0),
    isTooLarge: (_, { recordings }: GivenRecordings) =>
      recordings.reduce((sum, { content }) => sum + content.size, 0) > mostBytes,
  },
}).createMachine({
  id: 'audit',
  context: { given: nothing, done: 0, report: undefined },
  initial: 'idle',
  on: {
    'recordings.give': [
      { guard: { type: 'isEmpty', params: ({ event }) => event }, target: '.empty' },
      { guard: { type: 'isTooLarge', params: ({ event }) => event }, target: '.tooLarge' },
      { target: '.open', reenter: true, actions: { type: 'take', params: ({ event }) => event } },
    ],
  },
  states: {
    idle: {},
    empty: {},
    tooLarge: {},
    unreadable: {},
    notLoaded: {},
    open: {
      invoke: { id: 'worker', src: 'worker', input: ({ context }) => context.given },
      on: {
        'worker.fail': [
          { guard: ({ event }) => event.reason === 'unreadable', target: 'unreadable' },
          { target: 'notLoaded' },
        ],
      },
      initial: 'reading',
      states: {
        reading: {
          on: {
            'reading.progress': {
              actions: { type: 'keepProgress', params: ({ event }) => event },
            },
            'report.come': {
              target: 'shown',
              actions: { type: 'keepReport', params: ({ event }) => event },
            },
            'reading.cancel': '#audit.idle',
          },
        },
        shown: {
          on: {
            'granted.change': {
              actions: sendTo('worker', ({ event }) => ({
                type: 'compare' as const,
                granted: event.granted,
              })),
            },
            'report.come': { actions: { type: 'keepReport', params: ({ event }) => event } },
          },
        },
      },
    },
  },
});

export type AuditSnapshot = SnapshotFrom<typeof auditMachine>;

/** How much is read, from 0 to 1; undefined while nothing is being read. */
export const progressIn = (snapshot: AuditSnapshot): number | undefined =>
  snapshot.matches({ open: 'reading' }) ? snapshot.context.done : undefined;

/** What was found; undefined until everything is read. */
export const reportIn = (snapshot: AuditSnapshot): AuditReport | undefined =>
  snapshot.matches({ open: 'shown' }) ? snapshot.context.report : undefined;

/** Why nothing was read; undefined if nothing went wrong. */
export function problemIn(snapshot: AuditSnapshot): string | undefined {
  if (snapshot.matches('empty'))
    return 'There is nothing to read. Paste some text, or choose a file.';
  if (snapshot.matches('tooLarge')) {
    return 'This is more than 50 MB. Make a shorter recording, or use the command below, which has no size limit.';
  }
  if (snapshot.matches('unreadable')) {
    return 'The file could not be read. It may have been moved or changed: choose it again.';
  }
  return snapshot.matches('notLoaded')
    ? 'The file reader could not be loaded. Check your connection, and load the page again.'
    : undefined;
}
