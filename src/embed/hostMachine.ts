import { assign, emit, setup } from 'xstate';

import type { StateMessage } from './protocol.ts';

/** The state of the guide, as a host is told of it. */
export type GuideState = Omit<StateMessage, 'type'>;

export type HostEvent =
  /** The element is put into a document, or taken out of it. */
  | { readonly type: 'element.connected' | 'element.disconnected' }
  /** Its attribute `start` has changed. */
  | { readonly type: 'start.changed'; readonly start: string }
  /** Its attribute `src` has changed: to a site, by http or https, or to something else. */
  | { readonly type: 'src.changed'; readonly site: Site }
  /** The host's page asks for a state. */
  | { readonly type: 'state.asked'; readonly answers: readonly string[] }
  | { readonly type: 'frame.loaded' }
  | { readonly type: 'frame.state'; readonly state: GuideState }
  | { readonly type: 'frame.height'; readonly height: number }
  | { readonly type: 'frame.problem'; readonly message: string };

/** Address of the site that the guide comes from; `undefined` for what is none. */
type Site = string | undefined;

/** The events that the element dispatches. */
export type HostEmitted =
  | { readonly type: 'ready' | 'answer' | 'outcome'; readonly detail: GuideState }
  | { readonly type: 'height'; readonly detail: { readonly height: number } }
  | { readonly type: 'error'; readonly detail: { readonly message: string } };

interface HostContext {
  /** Segments of the state that is shown, such as `oauth-yes`; `undefined` before it is known. */
  readonly path: string | undefined;
  /** Whether a first state has been shown. */
  readonly isReady: boolean;
  /** Whether the frame has said its state through the present channel, and so hears what is asked. */
  readonly isHearing: boolean;
  /** What was asked for before the frame could hear it. */
  readonly asked: readonly string[] | undefined;
  readonly site: Site;
  readonly start: string;
  /** What the frame was told to show; `undefined` before its first address. */
  readonly address: string | undefined;
}

const pathOf = ({ answers }: GuideState): string =>
  answers.map((answer) => answer.replace('.', '-')).join('/');

interface StateEvent {
  readonly context: HostContext;
  readonly event: { readonly state: GuideState };
}

interface SiteEvent {
  readonly event: { readonly site: Site };
}

const addressOf = ({ site, path, start }: HostContext): string =>
  `${site}embed/${path ? `${path}/` : ''}#${new URLSearchParams({ v: '1', start })}`;

const stateOf = ({ event: { state } }: StateEvent) => state;

/** In this order: what waits is asked for after the state has been told. */
const keepState = [
  { type: 'ask', params: ({ context: { asked } }: StateEvent) => ({ answers: asked }) },
  { type: 'keepState', params: stateOf },
] as const;

/** What becomes of a state that the frame says. */
const takeState = [
  // A frame that was moved, or got another theme, says the state that it had.
  { guard: { type: 'isShown', params: stateOf }, target: 'talking', actions: keepState },
  {
    guard: { type: 'isQuestion', params: stateOf },
    target: 'talking',
    actions: [{ type: 'tellState', params: stateOf }, ...keepState],
  },
  {
    target: 'talking',
    actions: [
      { type: 'tellState', params: stateOf },
      { type: 'tellOutcome', params: stateOf },
      ...keepState,
    ],
  },
] as const;

const takeHeight = {
  type: 'tellHeight',
  params: ({ event: { height } }: { readonly event: { readonly height: number } }) => ({ height }),
} as const;

const takeProblem = {
  type: 'tellProblem',
  params: ({ event: { message } }: { readonly event: { readonly message: string } }) => ({
    message,
  }),
} as const;

const load = [
  'keepAddress',
  {
    type: 'loadFrame',
    params: ({ context }: { readonly context: HostContext }) => ({ address: addressOf(context) }),
  },
] as const;

const hangUp = ['closeChannel', 'stopHearing'] as const;
const leave = { target: 'outside', actions: [...hangUp, ...load] } as const;

const restart = {
  type: 'restart',
  params: ({ event }: { readonly event: { readonly start: string } }) => event,
} as const;

const siteOf = ({ event }: SiteEvent) => event;
const ifSite = { type: 'isSite', params: siteOf } as const;
const keepSite = { type: 'keepSite', params: siteOf } as const;

/** What becomes of another `src`, once the element has been in a document. */
const takeSite = [
  { guard: ifSite, actions: [keepSite, ...load] },
  { target: '.refused', actions: [keepSite, ...hangUp] },
] as const;

/**
 * The other side of the handshake: how the element `<okta-auth-guide>` behaves in a host's page. The
 * loader is 2 KB and cannot carry a machine, so this one says what it does, and `loader.test.ts`
 * walks it and holds the published bytes to it, step by step.
 */
export const hostMachine = setup({
  types: {
    context: {} as HostContext,
    events: {} as HostEvent,
    emitted: {} as HostEmitted,
    input: {} as { readonly site: Site; readonly start: string },
  },
  delays: {
    /** For a loaded frame to answer the greeting. */
    patience: 15_000,
    /** For scripts further down the host's page to listen. */
    turn: 0,
  },
  guards: {
    isHearing: ({ context }) => context.isHearing,
    isSite: (_, { site }: { readonly site: Site }) => site !== undefined,
    hasSite: ({ context }) => context.site !== undefined,
    isShown: ({ context }, state: GuideState) => pathOf(state) === context.path,
    isQuestion: (_, { kind }: GuideState) => kind === 'question',
  },
  actions: {
    /** Gives the frame its address, unless it has it: the state that was shown last, or else the start. */
    loadFrame: (_given, _frame: { readonly address: string }) => undefined,
    /** Opens a channel in place of the one that there was, and gives the frame one end of it. */
    greet: () => undefined,
    closeChannel: () => undefined,
    /** Asks the frame for a state, if there is one to ask for and a channel. */
    ask: (_given, _request: { readonly answers: readonly string[] | undefined }) => undefined,
    /** Puts the host's own link in the frame's place. */
    showLink: () => undefined,
    stopHearing: assign({ isHearing: false }),
    keepSite: assign((_, { site }: { readonly site: Site }) => ({ site })),
    /** What a frame with another address was asked for is gone with its page. */
    keepAddress: assign(({ context }) => {
      const address = addressOf(context);
      return address === context.address ? {} : { address, isHearing: false };
    }),
    restart: assign((_, { start }: { readonly start: string }) => ({ start, path: undefined })),
    keepRequest: assign({
      asked: (_, { answers }: { readonly answers: readonly string[] }) => answers,
    }),
    keepState: assign((_, state: GuideState) => ({
      path: pathOf(state),
      isReady: true,
      isHearing: true,
      asked: undefined,
    })),
    tellState: emit(({ context }, detail: GuideState) => ({
      type: context.isReady ? 'answer' : 'ready',
      detail,
    })),
    tellOutcome: emit((_, detail: GuideState) => ({ type: 'outcome', detail })),
    tellHeight: emit((_, detail: { readonly height: number }) => ({ type: 'height', detail })),
    tellProblem: emit((_, detail: { readonly message: string }) => ({ type: 'error', detail })),
    tellAddress: emit({
      type: 'error',
      detail: { message: 'src must be the http or https address of a guide.' },
    }),
    tellSilence: emit({
      type: 'error',
      detail: { message: 'The guide did not answer. The frame may still work.' },
    }),
  },
}).createMachine({
  id: 'host',
  context: ({ input: { site, start } }) => ({
    path: undefined,
    isReady: false,
    isHearing: false,
    asked: undefined,
    site,
    start,
    address: undefined,
  }),
  initial: 'created',
  on: {
    'state.asked': [
      {
        guard: 'isHearing',
        actions: { type: 'ask', params: ({ event }) => ({ answers: event.answers }) },
      },
      { actions: { type: 'keepRequest', params: ({ event }) => ({ answers: event.answers }) } },
    ],
    'start.changed': { actions: [restart, ...load] },
    'src.changed': takeSite,
  },
  states: {
    // Before its first document there is no frame.
    created: {
      on: {
        'element.connected': [
          { guard: 'hasSite', target: 'loading', actions: load },
          { target: 'refused' },
        ],
        'start.changed': { actions: restart },
        'src.changed': { actions: keepSite },
      },
    },
    // The host's own link takes the frame's place.
    refused: {
      entry: 'showLink',
      after: { turn: { actions: 'tellAddress' } },
      on: {
        'start.changed': { actions: restart },
        'src.changed': [
          { guard: ifSite, target: 'loading', actions: [keepSite, ...load] },
          { target: 'refused', reenter: true },
        ],
      },
    },
    outside: { on: { 'element.connected': 'loading' } },
    loading: {
      on: {
        'frame.loaded': 'greeting',
        'element.disconnected': leave,
      },
    },
    greeting: {
      entry: ['stopHearing', 'greet'],
      on: {
        'frame.loaded': { target: 'greeting', reenter: true },
        'frame.state': takeState,
        'frame.height': { target: 'talking', actions: takeHeight },
        'frame.problem': { target: 'talking', actions: takeProblem },
        'element.disconnected': leave,
      },
      after: { patience: { target: 'silent', actions: 'tellSilence' } },
    },
    // The frame is late, and is still listened to.
    silent: {
      on: {
        'frame.loaded': 'greeting',
        'frame.state': takeState,
        'frame.height': { target: 'talking', actions: takeHeight },
        'frame.problem': { target: 'talking', actions: takeProblem },
        'element.disconnected': leave,
      },
    },
    talking: {
      on: {
        // The frame has gone to another page, or has been loaded anew.
        'frame.loaded': 'greeting',
        'frame.state': takeState,
        'frame.height': { actions: takeHeight },
        'frame.problem': { actions: takeProblem },
        'element.disconnected': leave,
      },
    },
  },
});
