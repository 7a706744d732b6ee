import { assign, fromPromise, setup, type SnapshotFrom } from 'xstate';

/** The forms in which a person can take a picture away. */
export type PictureExport =
  | { readonly as: 'png'; readonly svgAddress: string; readonly fileName: string }
  /** A tab of mermaid.live with the text. */
  | { readonly as: 'mermaidLive'; readonly text: string };

/**
 * Takes a picture out of the page. A new request replaces one that is under way, whose outcome is
 * then no longer reported. Whoever uses the machine provides the actor `exportPicture`.
 */
export const pictureExportMachine = setup({
  types: {
    context: {} as {
      /** Why the latest failed attempt did not work. */
      readonly reason: string;
    },
    events: {} as { readonly type: 'export.asked'; readonly wanted: PictureExport },
  },
  actors: {
    exportPicture: fromPromise<void, PictureExport>(async () => {
      throw new Error('Provide the actor "exportPicture": the machine itself has no document.');
    }),
  },
  actions: {
    keepReason: assign({
      reason: (_, { error }: { readonly error: unknown }) =>
        error instanceof Error ? error.message : String(error),
    }),
  },
}).createMachine({
  id: 'pictureExport',
  context: { reason: '' },
  initial: 'idle',
  states: {
    idle: { on: { 'export.asked': 'exporting' } },
    exporting: {
      invoke: {
        id: 'exportPicture',
        src: 'exportPicture',
        input: ({ event }) => event.wanted,
        onDone: 'idle',
        onError: {
          target: 'failed',
          actions: { type: 'keepReason', params: ({ event }) => ({ error: event.error }) },
        },
      },
      on: { 'export.asked': { target: 'exporting', reenter: true } },
    },
    failed: { on: { 'export.asked': 'exporting' } },
  },
});

export type PictureExportMachine = typeof pictureExportMachine;

/** Why the latest attempt failed; `undefined` if none did, or if another is under way. */
export const exportFailure = (snapshot: SnapshotFrom<PictureExportMachine>): string | undefined =>
  snapshot.matches('failed') ? snapshot.context.reason : undefined;
