import { assign, emit, setup } from 'xstate';

import type { StateMessage } from './protocol.ts';

/** The state of the guide, as a host is told of it. */
export type GuideState = Omit<StateMessage, 'type'>;

export type HostEvent =
  /** The element is put into a document, or taken out of it. */
  | { readonly type: 'element.connected' | 'element.disconnected' }
  /** Its attribute `start` has changed. */
  | { readonly type: 'start.changed' }
  /** The host's page asks for a state. */
  | { readonly type: 'state.asked'; readonly answers: readonly string[] }
  | { readonly type: 'frame.loaded' }
  | { readonly type: 'frame.state'; readonly state: GuideState }
  | { readonly type: 'frame.height'; readonly height: number }
  | { readonly type: 'frame.problem'; readonly message: string };

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
  /** What was asked for before the frame could hear it. */
  readonly asked: readonly string[] | undefined;
}

const pathOf = ({ answers }: GuideState): string =>
  answers.map((answer) => answer.replace('.', '-')).join('/');

interface StateEvent {
  readonly context: HostContext;
  readonly event: { readonly state: GuideState };
}

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

const load = {
  type: 'loadFrame',
  params: ({ context: { path } }: { readonly context: HostContext }) => ({ path }),
} as const;

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
  },
  delays: {
    /** For a loaded frame to answer the greeting. */
    patience: 15_000,
  },
  guards: {
    knowsState: ({ context }) => context.path !== undefined,
    isShown: ({ context }, state: GuideState) => pathOf(state) === context.path,
    isQuestion: (_, { kind }: GuideState) => kind === 'question',
  },
  actions: {
    /** Sets the frame's address: the state that was shown last, or else the start. */
    loadFrame: (_given, _shown: { readonly path: string | undefined }) => undefined,
    /** Opens a channel in place of the one that there was, and gives the frame one end of it. */
    greet: () => undefined,
    closeChannel: () => undefined,
    /** Asks the frame for a state, if there is one to ask for and a channel. */
    ask: (_given, _request: { readonly answers: readonly string[] | undefined }) => undefined,
    forgetState: assign({ path: undefined }),
    keepRequest: assign({
      asked: (_, { answers }: { readonly answers: readonly string[] }) => answers,
    }),
    keepState: assign((_, state: GuideState) => ({
      path: pathOf(state),
      isReady: true,
      asked: undefined,
    })),
    tellState: emit(({ context }, detail: GuideState) => ({
      type: context.isReady ? 'answer' : 'ready',
      detail,
    })),
    tellOutcome: emit((_, detail: GuideState) => ({ type: 'outcome', detail })),
    tellHeight: emit((_, detail: { readonly height: number }) => ({ type: 'height', detail })),
    tellProblem: emit((_, detail: { readonly message: string }) => ({ type: 'error', detail })),
    tellSilence: emit({
      type: 'error',
      detail: { message: 'The guide did not answer. The frame may still work.' },
    }),
  },
}).createMachine({
  id: 'host',
  context: { path: undefined, isReady: false, asked: undefined },
  initial: 'created',
  on: {
    'state.asked': [
      {
        guard: 'knowsState',
        actions: { type: 'ask', params: ({ event }) => ({ answers: event.answers }) },
      },
      { actions: { type: 'keepRequest', params: ({ event }) => ({ answers: event.answers }) } },
    ],
    'start.changed': { actions: ['forgetState', load] },
  },
  states: {
    // Before its first document there is no frame.
    created: {
      on: { 'element.connected': { target: 'loading', actions: load }, 'start.changed': {} },
    },
    outside: { on: { 'element.connected': 'loading' } },
    loading: {
      on: {
        'frame.loaded': 'greeting',
        'element.disconnected': { target: 'outside', actions: ['closeChannel', load] },
      },
    },
    greeting: {
      entry: 'greet',
      on: {
        'frame.loaded': { target: 'greeting', reenter: true },
        'frame.state': takeState,
        'frame.height': { target: 'talking', actions: takeHeight },
        'frame.problem': { target: 'talking', actions: takeProblem },
        'element.disconnected': { target: 'outside', actions: ['closeChannel', load] },
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
        'element.disconnected': { target: 'outside', actions: ['closeChannel', load] },
      },
    },
    talking: {
      on: {
        // The frame has gone to another page, or has been loaded anew.
        'frame.loaded': 'greeting',
        'frame.state': takeState,
        'frame.height': { actions: takeHeight },
        'frame.problem': { actions: takeProblem },
        'element.disconnected': { target: 'outside', actions: ['closeChannel', load] },
      },
    },
  },
});
