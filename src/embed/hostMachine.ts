import { assign, emit, setup } from 'xstate';

import type { StateMessage } from './protocol.ts';

/** What the guide reports to a host about its state. */
export type GuideState = Pick<StateMessage, 'answers' | 'node' | 'kind'>;
export type ShownState = Omit<StateMessage, 'type'>;

export type HostEvent =
  /** The element is put into a document, taken out of it, or comes into the window. */
  | { readonly type: 'element.connected' | 'element.disconnected' | 'element.seen' }
  /** Its attribute `start` has changed. */
  | { readonly type: 'start.changed'; readonly start: string }
  /** Another parameter has changed: the theme, by an attribute or with the host's page. */
  | { readonly type: 'theme.changed'; readonly theme: string }
  /** Its attribute `view` has changed. */
  | { readonly type: 'view.changed'; readonly view: string }
  /** Its attribute `src` has changed: to a site, by http or https, or to something else. */
  | { readonly type: 'src.changed'; readonly site: Site }
  /** The host's page asks for a state, by `goTo` or `reset`. */
  | { readonly type: 'state.asked'; readonly path: string }
  | { readonly type: 'frame.loaded' }
  | { readonly type: 'frame.state'; readonly state: ShownState }
  | { readonly type: 'frame.height'; readonly height: number }
  | { readonly type: 'frame.problem'; readonly message: string };

/** Address of the site that the guide comes from; `undefined` for anything else. */
type Site = string | undefined;

/** The events that the element dispatches. */
export type HostEmitted =
  | { readonly type: 'ready' | 'answer' | 'outcome'; readonly detail: GuideState }
  | { readonly type: 'height'; readonly detail: { readonly height: number } }
  | { readonly type: 'error'; readonly detail: { readonly message: string } };

interface HostContext {
  /** What is shown below `embed/`, such as `oauth-yes`; `undefined` before it is known. */
  readonly path: string | undefined;
  /** Where the full guide has it; `undefined` before a first state. */
  readonly page: string | undefined;
  readonly height: number;
  /** Whether the frame has said its state through the present channel, and so hears what is asked. */
  readonly isHearing: boolean;
  /** Whether the element is in the window. */
  readonly isSeen: boolean;
  /** What was asked for before the frame could hear it. */
  readonly asked: string | undefined;
  readonly site: Site;
  readonly view: string | undefined;
  readonly start: string;
  readonly theme: string;
  /** The parameters that the frame knows. */
  readonly told: string;
  /** Whether the frame runs scripts; without, it works silently. */
  readonly canAnswer: boolean;
  /** What the frame was told to show; `undefined` before its first address. */
  readonly address: string | undefined;
}

interface StateEvent {
  readonly context: HostContext;
  readonly event: { readonly state: ShownState };
}

const parametersOf = ({ start, theme }: HostContext): string =>
  `${new URLSearchParams({ v: '1', start, theme })}`;

const addressOf = (context: HostContext): string => {
  const below = context.path ?? context.view;
  return `${context.site}embed/${below ? `${below}/` : ''}#${parametersOf(context)}`;
};

const stateOf = ({ event: { state } }: StateEvent) => state;

/** Sends the parameters that the frame does not know yet. */
const tellParameters = [
  {
    type: 'sendParameters',
    params: ({ context }: { readonly context: HostContext }) => ({
      fragment: parametersOf(context),
      before: context.told,
      isHearing: context.isHearing,
    }),
  },
  'keepTold',
] as const;

/** In this order: what waits is sent after the state has been reported. */
const keepState = [
  'showFrame',
  { type: 'keepState', params: stateOf },
  ...tellParameters,
  {
    type: 'ask',
    params: ({ context: { asked } }: { readonly context: HostContext }) => ({ path: asked }),
  },
  'forgetRequest',
] as const;

/** What becomes of a state that the frame says. */
const takeState = [
  // A frame that was moved says the state that it had.
  { guard: { type: 'isShown', params: stateOf }, target: '#host.talking', actions: keepState },
  {
    guard: { type: 'isResult', params: stateOf },
    target: '#host.talking',
    actions: [
      { type: 'tellState', params: stateOf },
      { type: 'tellOutcome', params: stateOf },
      ...keepState,
    ],
  },
  {
    target: '#host.talking',
    actions: [{ type: 'tellState', params: stateOf }, ...keepState],
  },
] as const;

interface HeightEvent {
  readonly event: { readonly height: number };
}

const heightOf = ({ event: { height } }: HeightEvent) => ({ height });

/** What becomes of a height: only a different one is reported. */
const takeHeight = [
  {
    guard: { type: 'isOtherHeight', params: heightOf },
    target: '#host.talking',
    actions: [
      'showFrame',
      { type: 'tellHeight', params: heightOf },
      { type: 'keepHeight', params: heightOf },
    ],
  },
  { target: '#host.talking', actions: 'showFrame' },
] as const;

const takeProblem = {
  target: '#host.talking',
  actions: [
    'showFrame',
    {
      type: 'tellProblem',
      params: ({ event: { message } }: { readonly event: { readonly message: string } }) => ({
        message,
      }),
    },
  ],
} as const;

const hear = {
  'frame.state': takeState,
  'frame.height': takeHeight,
  'frame.problem': takeProblem,
} as const;

type Change = Extract<HostEvent, { readonly type: `${string}.changed` }>;

/** What differs after an attribute has changed. A new start or view begins again. */
function changed(event: Change): Partial<HostContext> {
  switch (event.type) {
    case 'start.changed':
      return { start: event.start, path: undefined };
    case 'view.changed':
      return { view: event.view, path: undefined };
    case 'theme.changed':
      return { theme: event.theme };
    case 'src.changed':
      return { site: event.site };
  }
}

interface ChangeEvent {
  readonly context: HostContext;
  readonly event: Change;
}

const keepChange = {
  type: 'keepChange',
  params: ({ event }: ChangeEvent) => changed(event),
} as const;

const loadFrame = [
  'keepAddress',
  {
    type: 'loadFrame',
    params: ({ context }: { readonly context: HostContext }) => ({ address: addressOf(context) }),
  },
] as const;
const load = [...loadFrame, 'showFrame'] as const;
const hangUp = ['closeChannel', 'stopHearing'] as const;
/** Loads the frame whatever it contains. */
const loadAgain = [...hangUp, 'forgetAddress', ...loadFrame, 'reloadFrame', 'showFrame'] as const;

const ifElsewhere = {
  type: 'isElsewhere',
  params: ({ context, event }: ChangeEvent) => ({ ...context, ...changed(event) }),
} as const;
const ifNoSite = {
  type: 'isNoSite',
  params: ({ event }: { readonly event: { readonly site: Site } }) => event,
} as const;
const refuse = { guard: ifNoSite, target: '#host.refused', actions: keepChange } as const;

/** What becomes of a change that is in the frame's address, as long as there is a channel. */
const goElsewhere = [
  { guard: ifElsewhere, target: '#host.loading', actions: [...hangUp, keepChange, ...load] },
  { actions: keepChange },
] as const;
const goElsewhereIfAddress = [refuse, ...goElsewhere] as const;

const startInPlace = {
  guard: 'isHearing',
  actions: [keepChange, ...tellParameters, { type: 'ask', params: { path: '' } }],
} as const;

/** Starts to wait again, at the same address or another. */
const waitAnew = {
  target: '#host.loading',
  reenter: true,
  actions: [keepChange, ...load],
} as const;
const tryAgain = { target: '#host.loading', actions: [keepChange, ...loadAgain] } as const;

/**
 * The other side of the handshake: how the element `<okta-auth-guide>` behaves in a host's page.
 * The loader is 2.5 kB and cannot carry a machine. So this machine describes what the loader does,
 * and `guideElement.test.ts` walks it and compares the published bytes with it, step by step.
 */
export const hostMachine = setup({
  types: {
    context: {} as HostContext,
    events: {} as HostEvent,
    emitted: {} as HostEmitted,
    input: {} as Pick<HostContext, 'site' | 'start' | 'theme' | 'canAnswer'>,
  },
  delays: {
    /** For a frame in sight to load. */
    loadingPatience: 15_000,
    /** For a loaded frame to answer the greeting. */
    answerPatience: 3000,
    /** For scripts further down the host's page to listen. */
    turn: 0,
  },
  guards: {
    isHearing: ({ context }) => context.isHearing,
    isSeen: ({ context }) => context.isSeen,
    canAnswer: ({ context }) => context.canAnswer,
    hasSite: ({ context }) => context.site !== undefined,
    isNoSite: (_, { site }: { readonly site: Site }) => site === undefined,
    isElsewhere: ({ context }, changedContext: HostContext) =>
      addressOf(changedContext) !== context.address,
    isShown: ({ context }, { path }: ShownState) => path === context.path,
    isResult: (_, { kind }: ShownState) => kind === 'outcome' || kind === 'exit',
    isOtherHeight: ({ context }, { height }: { readonly height: number }) =>
      height !== context.height,
  },
  actions: {
    /** Gives the frame its address, unless it has it: the state that was shown last, or else the start. */
    loadFrame: (_given, _frame: { readonly address: string }) => undefined,
    /** Takes the frame out and puts it back, which loads it. */
    reloadFrame: () => undefined,
    /** Takes the frame's address away. */
    emptyFrame: () => undefined,
    showFrame: () => undefined,
    /** Puts the host's own link in the frame's place, with the page that was shown last. */
    showLink: (_given, _link: { readonly page: string | undefined }) => undefined,
    /** Opens a channel in place of the one that there was, and gives the frame one end of it. */
    greet: () => undefined,
    closeChannel: () => undefined,
    /** Asks the frame for a state, if there is one to ask for. */
    ask: (_given, _request: { readonly path: string | undefined }) => undefined,
    /** Sends the parameters, if they have changed and the frame hears. */
    sendParameters: (
      _given,
      _parameters: {
        readonly fragment: string;
        readonly before: string;
        readonly isHearing: boolean;
      },
    ) => undefined,
    noteSeen: assign({ isSeen: true }),
    stopHearing: assign({ isHearing: false }),
    keepChange: assign((_, change: Partial<HostContext>) => change),
    keepAddress: assign(({ context }) => {
      const address = addressOf(context);
      return address === context.address ? {} : { address, told: parametersOf(context) };
    }),
    forgetAddress: assign({ address: undefined }),
    keepTold: assign(({ context }) => (context.isHearing ? { told: parametersOf(context) } : {})),
    keepRequest: assign({ asked: (_, { path }: { readonly path: string }) => path }),
    forgetRequest: assign({ asked: undefined }),
    keepHeight: assign({ height: (_, { height }: { readonly height: number }) => height }),
    keepState: assign((_, { path, page }: ShownState) => ({ path, page, isHearing: true })),
    tellState: emit(({ context }, { answers, node, kind }: ShownState) => ({
      type: context.page === undefined ? 'ready' : 'answer',
      detail: { answers, node, kind },
    })),
    tellOutcome: emit((_, { answers, node, kind }: ShownState) => ({
      type: 'outcome',
      detail: { answers, node, kind },
    })),
    tellHeight: emit((_, detail: { readonly height: number }) => ({ type: 'height', detail })),
    tellProblem: emit((_, detail: { readonly message: string }) => ({ type: 'error', detail })),
    tellAddress: emit({
      type: 'error',
      detail: { message: 'src must be an http or https address.' },
    }),
    tellSilence: emit({ type: 'error', detail: { message: 'The guide does not answer.' } }),
  },
}).createMachine({
  id: 'host',
  context: ({ input }) => ({
    ...input,
    path: undefined,
    page: undefined,
    height: 0,
    isHearing: false,
    isSeen: false,
    asked: undefined,
    view: undefined,
    told: '',
    address: undefined,
  }),
  initial: 'created',
  on: {
    'element.seen': { actions: 'noteSeen' },
    'state.asked': [
      {
        guard: 'isHearing',
        actions: { type: 'ask', params: ({ event }) => ({ path: event.path }) },
      },
      { actions: { type: 'keepRequest', params: ({ event }) => event } },
    ],
    'theme.changed': { actions: [keepChange, ...tellParameters] },
  },
  states: {
    // Before its first document there is no frame, and nothing to see.
    created: {
      on: {
        'element.seen': {},
        'element.connected': [
          { guard: 'hasSite', target: 'loading', actions: load },
          { target: 'refused' },
        ],
        'start.changed': { actions: keepChange },
        'view.changed': { actions: keepChange },
        'src.changed': { actions: keepChange },
      },
    },
    // The host's own link takes the frame's place.
    refused: {
      entry: [
        ...hangUp,
        'forgetAddress',
        'emptyFrame',
        { type: 'showLink', params: ({ context }) => ({ page: context.page }) },
      ],
      after: { turn: { actions: 'tellAddress' } },
      on: {
        'start.changed': { actions: keepChange },
        'view.changed': { actions: keepChange },
        'src.changed': [
          { guard: ifNoSite, target: 'refused', reenter: true, actions: keepChange },
          tryAgain,
        ],
      },
    },
    outside: {
      on: {
        'element.connected': 'loading',
        'start.changed': { actions: [keepChange, ...load] },
        'view.changed': { actions: [keepChange, ...load] },
        'src.changed': [refuse, { actions: [keepChange, ...load] }],
      },
    },
    loading: {
      initial: 'unseen',
      on: {
        'frame.loaded': 'greeting',
        'element.disconnected': { target: 'outside', actions: [...hangUp, ...load] },
        'start.changed': waitAnew,
        'view.changed': waitAnew,
        'src.changed': [refuse, waitAnew],
      },
      states: {
        // Browsers hold frames back that are far from the window.
        unseen: {
          always: { guard: 'isSeen', target: 'awaited' },
          on: { 'element.seen': { target: 'awaited', actions: 'noteSeen' } },
        },
        awaited: {
          after: { loadingPatience: { guard: 'canAnswer', target: '#host.failed.unloaded' } },
          on: { 'element.seen': { target: 'awaited', reenter: true } },
        },
      },
    },
    greeting: {
      entry: ['closeChannel', 'stopHearing', 'greet'],
      after: { answerPatience: { guard: 'canAnswer', target: 'failed.unanswered' } },
      on: {
        ...hear,
        'frame.loaded': { target: 'greeting', reenter: true },
        'element.disconnected': { target: 'outside', actions: [...hangUp, ...load] },
        'start.changed': goElsewhere,
        'view.changed': goElsewhere,
        'src.changed': goElsewhereIfAddress,
      },
    },
    talking: {
      on: {
        ...hear,
        // The frame has gone to another page, or has been loaded again.
        'frame.loaded': 'greeting',
        'element.disconnected': { target: 'outside', actions: [...hangUp, ...load] },
        'start.changed': [startInPlace, ...goElsewhere],
        'view.changed': goElsewhere,
        'src.changed': goElsewhereIfAddress,
      },
    },
    // The host's own link takes the frame's place, until the frame answers after all.
    failed: {
      entry: [
        { type: 'showLink', params: ({ context }) => ({ page: context.page }) },
        'tellSilence',
      ],
      on: {
        'frame.loaded': '.greeting',
        'element.disconnected': { target: 'outside', actions: loadAgain },
        'start.changed': tryAgain,
        'view.changed': tryAgain,
        'src.changed': [refuse, tryAgain],
        'state.asked': {
          target: 'loading',
          actions: [{ type: 'keepRequest', params: ({ event }) => event }, ...loadAgain],
        },
      },
      initial: 'unloaded',
      states: {
        unloaded: {},
        unanswered: { on: hear },
        // Late, but loaded: the link stays until it answers.
        greeting: {
          entry: ['closeChannel', 'stopHearing', 'greet'],
          after: {
            answerPatience: {
              guard: 'canAnswer',
              target: 'unanswered',
              actions: 'tellSilence',
            },
          },
          on: { ...hear, 'frame.loaded': { target: 'greeting', reenter: true } },
        },
      },
    },
  },
});
