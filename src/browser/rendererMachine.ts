import { assign, fromCallback, sendTo, setup, type SnapshotFrom } from 'xstate';

import { fitsMermaid } from '#diagram/mermaidSize.ts';

/** What the machine tells the frame in which Mermaid runs. */
export type MermaidFrameRequest =
  /** Replaces the earlier frame; this one keeps the site's origin. */
  | { readonly type: 'frame.openWithOrigin' }
  | { readonly type: 'frame.draw'; readonly id: number; readonly text: string };

/** The frame's reports. */
export type MermaidFrameEvent =
  | { readonly type: 'frame.loaded' }
  /** Mermaid is there. */
  | { readonly type: 'frame.ready' }
  | { readonly type: 'frame.drew'; readonly id: number; readonly svg: string }
  | { readonly type: 'frame.refused'; readonly id: number; readonly reason: string };

export type RendererEvent =
  | MermaidFrameEvent
  | { readonly type: 'text.changed'; readonly text: string }
  /** A person asks for another attempt. */
  | { readonly type: 'retry' }
  /** A person no longer waits for a drawing. */
  | { readonly type: 'drawing.stop' };

interface RendererContext {
  /** As it was typed last. */
  readonly text: string;
  /** The number of the latest drawing asked for: answers to older ones are ignored. */
  readonly request: number;
  /** The latest text that Mermaid could draw. */
  readonly svg: string | undefined;
  /** Why the latest text could not be drawn. */
  readonly fault: { readonly text: string; readonly reason: string } | undefined;
  /** Whether the frame has no origin; this is tried first. */
  readonly isConfined: boolean;
}

const keepText = {
  type: 'keepText',
  params: ({ event: { text } }: { readonly event: { readonly text: string } }) => ({ text }),
} as const;

/** How to leave a drawing that was given up: Mermaid may be able to draw another text. */
const restart = {
  retry: { target: 'running', actions: 'confine' },
  'text.changed': { target: 'running', actions: ['confine', keepText] },
} as const;

/** A text that is too large never reaches Mermaid, which nothing can interrupt. */
const draw = [{ guard: 'fits', target: 'drawing' }, { target: 'tooLarge' }] as const;

/**
 * Draws a Mermaid text in its own frame and follows its changes. The frame is first tried without
 * an origin. Hosts that send no `Access-Control-Allow-Origin` cannot serve it that way; it then
 * runs with the site's origin. Whoever uses the machine provides the actor `frame`
 * (`mermaidFrame.ts`).
 */
export const rendererMachine = setup({
  types: {
    context: {} as RendererContext,
    events: {} as RendererEvent,
    input: {} as { readonly text: string },
  },
  actors: {
    frame: fromCallback<MermaidFrameRequest>(() => {
      throw new Error('Provide the actor "frame": the machine itself has no document.');
    }),
  },
  delays: {
    /** For a loaded frame to report that Mermaid is there. */
    reportPatience: 1500,
    /** A pause in typing after which the picture follows. */
    typingPause: 250,
    /** For a drawing, whose parts of Mermaid may still have to be loaded. */
    drawingPatience: 30_000,
  },
  guards: {
    isConfined: ({ context }) => context.isConfined,
    fits: ({ context }) => fitsMermaid(context.text),
    isLatest: ({ context }, { id }: { readonly id: number }) => id === context.request,
  },
  actions: {
    keepText: assign({ text: (_, { text }: { readonly text: string }) => text }),
    keepPicture: assign({
      svg: (_, { svg }: { readonly svg: string }) => svg,
      fault: undefined,
    }),
    keepFault: assign({
      fault: ({ context }, { reason }: { readonly reason: string }) => ({
        text: context.text,
        reason,
      }),
    }),
    countRequest: assign({ request: ({ context }) => context.request + 1 }),
    confine: assign({ isConfined: true }),
    release: assign({ isConfined: false }),
    openWithOrigin: sendTo('frame', { type: 'frame.openWithOrigin' }),
    askForDrawing: sendTo('frame', ({ context }) => ({
      type: 'frame.draw',
      id: context.request,
      text: context.text,
    })),
  },
}).createMachine({
  id: 'renderer',
  context: ({ input: { text } }) => ({
    text,
    request: 0,
    svg: undefined,
    fault: undefined,
    isConfined: true,
  }),
  initial: 'running',
  on: {
    'text.changed': {
      actions: keepText,
    },
  },
  states: {
    running: {
      invoke: { id: 'frame', src: 'frame' },
      initial: 'loading',
      states: {
        loading: {
          tags: 'starting',
          on: { 'frame.loaded': 'reporting', 'frame.ready': draw },
        },
        reporting: {
          tags: 'starting',
          on: { 'frame.ready': draw },
          after: {
            reportPatience: [
              { guard: 'isConfined', target: 'loading', actions: ['release', 'openWithOrigin'] },
              { target: '#renderer.unavailable' },
            ],
          },
        },
        drawing: {
          entry: ['countRequest', 'askForDrawing'],
          on: {
            'text.changed': { target: 'typing', actions: keepText },
            'drawing.stop': '#renderer.stopped',
            'frame.drew': {
              guard: { type: 'isLatest', params: ({ event }) => ({ id: event.id }) },
              target: 'drawn',
              actions: { type: 'keepPicture', params: ({ event }) => ({ svg: event.svg }) },
            },
            'frame.refused': {
              guard: { type: 'isLatest', params: ({ event }) => ({ id: event.id }) },
              target: 'refused',
              actions: { type: 'keepFault', params: ({ event }) => ({ reason: event.reason }) },
            },
          },
          after: { drawingPatience: '#renderer.stalled' },
        },
        typing: {
          on: {
            'text.changed': { target: 'typing', reenter: true, actions: keepText },
          },
          after: { typingPause: draw },
        },
        drawn: {
          on: {
            'text.changed': { target: 'typing', actions: keepText },
          },
        },
        tooLarge: {
          on: {
            'text.changed': { target: 'typing', actions: keepText },
          },
        },
        refused: {
          on: {
            'text.changed': { target: 'typing', actions: keepText },
          },
        },
      },
    },
    unavailable: { on: { retry: { target: 'running', actions: 'confine' } } },
    // The frame that hangs is gone.
    stalled: { on: restart },
    stopped: { on: restart },
  },
});

export type RendererMachine = typeof rendererMachine;
type RendererSnapshot = SnapshotFrom<RendererMachine>;

/** The picture of the latest text that could be drawn; `undefined` before there is one. */
export const drawnPicture = ({ context }: RendererSnapshot): string | undefined => context.svg;

/** What a person has to know besides the picture. */
export type RendererStatus =
  | { readonly kind: 'loading' | 'following' | 'unavailable' | 'stalled' | 'stopped' | 'tooLarge' }
  | { readonly kind: 'refused'; readonly text: string; readonly reason: string };

/** The state of the drawing. */
export function rendererStatus(snapshot: RendererSnapshot): RendererStatus {
  const { svg, fault } = snapshot.context;
  if (snapshot.matches('unavailable')) return { kind: 'unavailable' };
  if (snapshot.matches('stalled')) return { kind: 'stalled' };
  if (snapshot.matches('stopped')) return { kind: 'stopped' };
  if (snapshot.matches({ running: 'tooLarge' })) return { kind: 'tooLarge' };
  if (fault !== undefined) return { kind: 'refused', ...fault };
  // The first drawing loads the part of Mermaid that its kind of diagram needs.
  const isLoading = snapshot.hasTag('starting') || svg === undefined;
  return { kind: isLoading ? 'loading' : 'following' };
}
