import { assign, setup, type SnapshotFrom } from 'xstate';

import { measuredWidths, type MeasuredHeights, type MeasuredWidth } from '../usualHeights.ts';

export type HeightsEvent =
  /** Something was chosen that may change how high the guide is. */
  | { readonly type: 'choice.changed' }
  /** The element that is measured says how high its content is. */
  | { readonly type: 'element.height'; readonly height: number };

interface HeightsContext {
  readonly known: Partial<MeasuredHeights>;
}

/** The width that is to be measured next. */
const nextWidth = ({ known }: HeightsContext): MeasuredWidth | undefined =>
  measuredWidths.find((width) => known[width] === undefined);

/**
 * Measures the chosen state at one width after another, each in its own element, which the code
 * that uses the machine draws at {@link widthBeingMeasured}.
 */
export const heightsMachine = setup({
  types: {
    context: {} as HeightsContext & {
      /** The latest height that was reported at this width. */
      readonly height: number;
      /** Counts the choices, so that no element outlives its own. */
      readonly round: number;
    },
    events: {} as HeightsEvent,
  },
  delays: {
    /** For a person to stop typing. */
    pause: 400,
    /** For the height to change once more, as it does when fonts have come. */
    settling: 500,
    /** For a frame to say anything. */
    patience: 20_000,
  },
  guards: {
    isLast: ({ context }) => measuredWidths.at(-1) === nextWidth(context),
  },
  actions: {
    forget: assign(({ context }) => ({ known: {}, height: 0, round: context.round + 1 })),
    hear: assign({ height: (_, { height }: { readonly height: number }) => height }),
    keep: assign(({ context }) => {
      const width = nextWidth(context);
      return width === undefined ? {} : { known: { ...context.known, [width]: context.height } };
    }),
  },
}).createMachine({
  id: 'heights',
  context: { known: {}, height: 0, round: 0 },
  initial: 'waiting',
  on: { 'choice.changed': { target: '.waiting', reenter: true, actions: 'forget' } },
  states: {
    waiting: { after: { pause: 'loading' } },
    loading: {
      on: {
        'element.height': {
          target: 'settling',
          actions: { type: 'hear', params: ({ event: { height } }) => ({ height }) },
        },
      },
      after: { patience: 'unmeasured' },
    },
    settling: {
      on: {
        'element.height': {
          target: 'settling',
          reenter: true,
          actions: { type: 'hear', params: ({ event: { height } }) => ({ height }) },
        },
      },
      after: {
        settling: [
          { guard: 'isLast', target: 'measured', actions: 'keep' },
          { target: 'loading', actions: 'keep' },
        ],
      },
    },
    measured: {},
    unmeasured: {},
  },
});

/** The width at which an element is to be drawn now, and what distinguishes it from all others. */
export function elementBeingMeasured(
  snapshot: SnapshotFrom<typeof heightsMachine>,
): { readonly width: MeasuredWidth; readonly key: string } | undefined {
  const width = nextWidth(snapshot.context);
  const isDrawn = snapshot.matches('loading') || snapshot.matches('settling');
  return isDrawn && width !== undefined
    ? { width, key: `${snapshot.context.round} ${width}` }
    : undefined;
}

/** The heights at all widths; `undefined` until they are known. */
export function measuredHeights({
  context: { known },
}: SnapshotFrom<typeof heightsMachine>): MeasuredHeights | undefined {
  return isWhole(known) ? known : undefined;
}

const isWhole = (known: Partial<MeasuredHeights>): known is MeasuredHeights =>
  measuredWidths.every((width) => known[width] !== undefined);
