import { assign, setup, type SnapshotFrom } from 'xstate';

/** Widths at which an author can look at the guide, in CSS pixels. */
export const previewWidths = ['280', '360', '720', '1024'] as const;
export type PreviewWidth = (typeof previewWidths)[number];

/** The widest preview that a place has room for, so that nobody begins with half of a line. */
export const widestIn = (room: number): PreviewWidth =>
  previewWidths.findLast((width) => Number(width) <= room) ?? previewWidths[0];

export type PreviewEvent =
  | { readonly type: 'width.picked'; readonly width: PreviewWidth }
  /** The element says how high its content is. */
  | { readonly type: 'element.height'; readonly height: number }
  /** The element says what is wrong: above all that its frame does not answer. */
  | { readonly type: 'element.error'; readonly message: string };

const keepHeight = {
  type: 'keepHeight',
  params: ({ event: { height } }: { readonly event: { readonly height: number } }) => ({ height }),
} as const;

const keepWidth = {
  type: 'keepWidth',
  params: ({ event: { width } }: { readonly event: { readonly width: PreviewWidth } }) => ({
    width,
  }),
} as const;

/** The builder's preview: its width, and the height that the guide reports at that width. */
export const previewMachine = setup({
  types: {
    context: {} as {
      readonly width: PreviewWidth;
      /** The latest; of another width until the guide has measured at this one. */
      readonly height: number | undefined;
      readonly message: string;
    },
    events: {} as PreviewEvent,
  },
  actions: {
    keepWidth: assign({ width: (_, { width }: { readonly width: PreviewWidth }) => width }),
    keepHeight: assign({ height: (_, { height }: { readonly height: number }) => height }),
    keepMessage: assign({ message: (_, { message }: { readonly message: string }) => message }),
  },
}).createMachine({
  id: 'preview',
  context: { width: '720', height: undefined, message: '' },
  initial: 'measuring',
  states: {
    measuring: {
      on: {
        'element.height': { target: 'measured', actions: keepHeight },
        'element.error': {
          target: 'unanswered',
          actions: { type: 'keepMessage', params: ({ event }) => ({ message: event.message }) },
        },
        'width.picked': { actions: keepWidth },
      },
    },
    measured: {
      on: {
        'element.height': { actions: keepHeight },
        'width.picked': { target: 'measuring', actions: keepWidth },
      },
    },
    // A frame that is late is still heard.
    unanswered: {
      on: {
        'element.height': { target: 'measured', actions: keepHeight },
        'width.picked': { target: 'measuring', actions: keepWidth },
      },
    },
  },
});

/** The height of the content at the width that is shown; `undefined` until it is measured. */
export const measuredHeight = (snapshot: SnapshotFrom<typeof previewMachine>): number | undefined =>
  snapshot.matches('measured') ? snapshot.context.height : undefined;

/** The problem that the element has reported, as long as no height has arrived. */
export const previewProblem = (snapshot: SnapshotFrom<typeof previewMachine>): string | undefined =>
  snapshot.matches('unanswered') ? snapshot.context.message : undefined;
