import { type ActorRef, assign, fromCallback, sendTo, setup, type Snapshot } from 'xstate';

/** Sent to the owner of the text when another text has taken its place. */
export interface TextReplaced {
  readonly type: 'text.replace';
  readonly text: string;
}

export type TextOwner = ActorRef<Snapshot<unknown>, TextReplaced>;

/** A request to a device: to keep a text in place of the one that this window knows of. */
export interface KeepOrder {
  readonly type: 'device.store';
  readonly text: string;
  /** What the device keeps, as far as this window knows; undefined for nothing. */
  readonly over: string | undefined;
}

/** What a device reports. */
export type DeviceReport =
  | { readonly type: 'device.keep'; readonly isKept: boolean }
  /** The device keeps something that this window does not know of; undefined for nothing. */
  | { readonly type: 'device.change'; readonly kept: string | undefined };

/** One text of a browser's storage, which other windows change too. */
export interface SharedText {
  readonly read: () => string | undefined;
  /** Returns whether it is stored. */
  readonly write: (text: string) => boolean;
  /** Listens to other windows; returns a function that ends that. */
  readonly listen: (heed: () => void) => () => void;
}

/** A device that keeps a text, but never overwrites one that this window has not seen. */
export const deviceWith = ({ read, write, listen }: SharedText) =>
  fromCallback<KeepOrder, undefined>(({ sendBack, receive }) => {
    const tell = (report: DeviceReport) => sendBack(report);
    receive(({ text, over }) => {
      const kept = read();
      if (kept === over) tell({ type: 'device.keep', isKept: write(text) });
      else tell({ type: 'device.change', kept });
    });
    return listen(() => tell({ type: 'device.change', kept: read() }));
  });

export interface KeepingContext {
  readonly owner: TextOwner;
  /** The text of this window. */
  readonly text: string;
  /** What the device keeps, as far as this window knows; undefined for nothing. */
  readonly kept: string | undefined;
  /** Whether the text of another window was taken over, and nothing was changed here since. */
  readonly hasFollowed: boolean;
}

type KeepingEvent =
  /** The text of this window has become another one. */
  | { readonly type: 'text.change'; readonly text: string }
  /** Gives up this window's text for the other one that is kept. */
  | { readonly type: 'theirs.take' }
  /** Keeps this window's text in place of the other one. */
  | { readonly type: 'mine.keep' }
  | { readonly type: 'keep.retry' }
  | DeviceReport;

const keeping = setup({
  types: {
    context: {} as KeepingContext,
    events: {} as KeepingEvent,
    input: {} as Pick<KeepingContext, 'owner' | 'text' | 'kept'>,
    children: {} as { readonly device: 'device' },
    tags: {} as 'unkept',
  },
  actors: {
    /** Keeps the text on this device, and reports what other windows keep there. */
    device: fromCallback<KeepOrder, undefined>(() => {}),
  },
  actions: {
    takeText: assign((_, { text }: { readonly text: string }) => ({ text, hasFollowed: false })),
    noteKept: assign((_, { kept }: { readonly kept: string | undefined }) => ({ kept })),
    noteStored: assign(({ context: { text } }) => ({ kept: text, hasFollowed: false })),
    follow: assign(({ context: { text, kept = text } }) => ({ text: kept, hasFollowed: true })),
    store: sendTo('device', ({ context: { text, kept } }): KeepOrder => ({
      type: 'device.store',
      text,
      over: kept,
    })),
    tellOwner: sendTo(
      ({ context }) => context.owner,
      ({ context: { text } }): TextReplaced => ({ type: 'text.replace', text }),
    ),
  },
  guards: {
    isAnother: ({ context }, { text }: { readonly text: string }) => text !== context.text,
    isKnown: ({ context }, { kept }: { readonly kept: string | undefined }) =>
      kept === context.kept,
    isSame: ({ context }, { kept }: { readonly kept: string | undefined }) => kept === context.text,
    isGone: (_, { kept }: { readonly kept: string | undefined }) => kept === undefined,
    isStored: (_, { isKept }: { readonly isKept: boolean }) => isKept,
  },
});

type DeviceChange = Extract<DeviceReport, { type: 'device.change' }>;

const ofEvent = <Event>({ event }: { readonly event: Event }): Event => event;
const noteKept = { type: 'noteKept', params: ofEvent<DeviceChange> } as const;
const isSame = { type: 'isSame', params: ofEvent<DeviceChange> } as const;
const isGone = { type: 'isGone', params: ofEvent<DeviceChange> } as const;

/** This window's text differs from what is on the device by then. */
const meet = [
  { guard: isSame, target: 'inStep', actions: noteKept },
  { guard: isGone, target: 'removed', actions: noteKept },
  { target: 'apart', actions: noteKept },
] as const;

const storeAgain = {
  target: 'storing',
  actions: {
    type: 'takeText',
    params: ofEvent<Extract<KeepingEvent, { type: 'text.change' }>>,
  },
} as const;

/**
 * How this device keeps a text when other windows keep theirs too. No window overwrites a text
 * that nobody has seen.
 */
export const keepingMachine = keeping.createMachine({
  id: 'keeping',
  context: ({ input }) => ({ ...input, hasFollowed: false }),
  invoke: { id: 'device', src: 'device' },
  initial: 'inStep',
  states: {
    /** Nothing in this window is lost with it. */
    inStep: {
      on: {
        'text.change': {
          guard: {
            type: 'isAnother',
            params: ofEvent<Extract<KeepingEvent, { type: 'text.change' }>>,
          },
          ...storeAgain,
        },
        'device.change': [
          { guard: { type: 'isKnown', params: ofEvent<DeviceChange> } },
          { guard: isSame, actions: noteKept },
          { guard: isGone, target: 'removed', actions: noteKept },
          // Whoever keeps something else has seen what this window kept.
          { actions: [noteKept, 'follow', 'tellOwner'] },
        ],
      },
    },
    storing: {
      entry: 'store',
      on: {
        'text.change': { ...storeAgain, reenter: true },
        'device.keep': [
          {
            guard: {
              type: 'isStored',
              params: ofEvent<Extract<DeviceReport, { type: 'device.keep' }>>,
            },
            target: 'inStep',
            actions: 'noteStored',
          },
          { target: 'refused' },
        ],
        'device.change': meet,
      },
    },
    /** Storage is full or blocked. */
    refused: {
      tags: 'unkept',
      on: { 'text.change': storeAgain, 'keep.retry': 'storing', 'device.change': meet },
    },
    /** What was kept is gone: by another window, or by the browser. */
    removed: {
      tags: 'unkept',
      on: { 'text.change': storeAgain, 'keep.retry': 'storing', 'device.change': meet },
    },
    /** Another window's text is kept, and this window has one of its own. */
    apart: {
      tags: 'unkept',
      on: {
        'text.change': { actions: storeAgain.actions },
        'theirs.take': { target: 'inStep', actions: ['follow', 'tellOwner'] },
        'mine.keep': 'storing',
        'device.change': meet,
      },
    },
  },
});
