import { type ActorRefFrom, assign, fromPromise, setup, type SnapshotFrom } from 'xstate';

import { type ExchangeSetting, firstStage, type Lab, type Stage, withAction } from './advance.ts';
import type { Breakage } from './breakages.ts';
import { faultsOf } from './breaking.ts';
import type { LabAction, OrgAction } from './labActions.ts';
import type { ExchangePlan } from './plan.ts';

export interface ExchangeInput {
  readonly plan: ExchangePlan;
  readonly breakage?: Breakage | undefined;
  /** The time at which every exchange of the lab begins, in milliseconds since the epoch. */
  readonly start: number;
  /** Its ids and nonces come from this (`seededIds.ts`). */
  readonly seed: string;
  /** What is repeated before a person does anything. */
  readonly actions: readonly LabAction[];
}

interface ExchangeContext extends ExchangeInput {
  /** What is broken; undefined when everything is right. */
  readonly breakage: Breakage | undefined;
  /** Undefined until its keys are made. */
  readonly lab: Lab | undefined;
  /** Every stage so far; the last one is the current one. */
  readonly stages: readonly Stage[];
  /** Whether the messages follow each other automatically. */
  readonly isPlaying: boolean;
  /** Why the lab could not go on. */
  readonly reason: string;
}

/** A lab with its keys, and the stages that the actions have led to. */
export interface OpenedLab {
  readonly lab: Lab;
  readonly stages: readonly Stage[];
}

/** What the client is given to send its next request. */
export interface AdvanceInput {
  readonly setting: ExchangeSetting;
  readonly stage: Stage;
}

export type ExchangeEvent =
  | { readonly type: 'exchange.step' | 'exchange.play' | 'exchange.pause' | 'exchange.back' }
  /** Another exchange, or another fault, from the beginning. */
  | {
      readonly type: 'exchange.set';
      readonly plan: ExchangePlan;
      readonly breakage?: Breakage | undefined;
    }
  /** Something happens between two requests. */
  | { readonly type: 'exchange.act'; readonly action: OrgAction }
  | { readonly type: 'exchange.retry' };

/** Milliseconds between two messages while the exchange plays. */
const playDelay = 1200;

/**
 * The client in the lab: it sends one request after the other, step by step or automatically.
 * Whoever uses the machine provides the actors `makeLab` and `advance`.
 */
export const exchangeMachine = setup({
  types: {
    context: {} as ExchangeContext,
    input: {} as ExchangeInput,
    events: {} as ExchangeEvent,
  },
  actors: {
    makeLab: fromPromise<OpenedLab, ExchangeInput>(async () => {
      throw new Error('Provide the actor "makeLab": the machine itself makes no keys.');
    }),
    advance: fromPromise<Stage, AdvanceInput>(async () => {
      throw new Error('Provide the actor "advance": the machine itself sends nothing.');
    }),
  },
  actions: {
    beginLab: assign((_, { lab, stages }: OpenedLab) => ({ lab, stages })),
    beginAnew: assign(
      ({ context }, { plan, breakage }: Pick<ExchangeContext, 'plan' | 'breakage'>) => {
        const { lab, start } = context;
        return {
          plan,
          breakage,
          isPlaying: false,
          stages:
            lab === undefined
              ? []
              : [firstStage({ ...lab, plan, faults: faultsOf(breakage, plan) }, start)],
        };
      },
    ),
    keepStage: assign({
      stages: ({ context }, { stage }: { readonly stage: Stage }) => [...context.stages, stage],
    }),
    goBack: assign({ stages: ({ context }) => context.stages.slice(0, -1), isPlaying: false }),
    act: assign({
      stages: ({ context: { plan, stages } }, { action }: { readonly action: OrgAction }) =>
        withAction(plan, stages, action),
    }),
    throwAway: assign({ lab: undefined, stages: [] }),
    play: assign({ isPlaying: true }),
    pause: assign({ isPlaying: false }),
    keepReason: assign({
      isPlaying: false,
      reason: (_, { error }: { readonly error: unknown }) =>
        error instanceof Error ? error.message : String(error),
    }),
  },
  guards: {
    hasSent: ({ context }) => context.stages.length > 1,
    isPlaying: ({ context }) => context.isPlaying,
    isLast: (_, { stage }: { readonly stage: Stage | undefined }) => stage?.client.step === 'done',
    isRestart: (_, { action }: { readonly action: OrgAction }) => action.type === 'restart',
  },
  delays: { playDelay },
}).createMachine({
  id: 'exchange',
  context: ({ input }) => ({
    plan: input.plan,
    breakage: input.breakage,
    start: input.start,
    seed: input.seed,
    actions: input.actions,
    lab: undefined,
    stages: [],
    isPlaying: false,
    reason: '',
  }),
  initial: 'preparing',
  states: {
    preparing: {
      invoke: {
        id: 'makeLab',
        src: 'makeLab',
        input: ({ context }) => context,
        onDone: [
          {
            guard: {
              type: 'isLast',
              params: ({ event }) => ({ stage: event.output.stages.at(-1) }),
            },
            target: 'open.finished',
            actions: { type: 'beginLab', params: ({ event }) => event.output },
          },
          {
            target: 'open',
            actions: { type: 'beginLab', params: ({ event }) => event.output },
          },
        ],
        onError: {
          target: 'failed',
          actions: { type: 'keepReason', params: ({ event }) => ({ error: event.error }) },
        },
      },
    },
    open: {
      initial: 'ready',
      on: {
        'exchange.set': {
          target: '.ready',
          actions: {
            type: 'beginAnew',
            params: ({ event }) => ({ plan: event.plan, breakage: event.breakage }),
          },
        },
      },
      states: {
        ready: {
          on: {
            'exchange.step': 'sending',
            'exchange.play': { target: 'sending', actions: 'play' },
            'exchange.back': { guard: 'hasSent', actions: 'goBack' },
            'exchange.act': {
              actions: { type: 'act', params: ({ event }) => ({ action: event.action }) },
            },
          },
        },
        sending: {
          invoke: {
            id: 'advance',
            src: 'advance',
            input: ({ context }) => advanceInputOf(context),
            onDone: [
              {
                guard: { type: 'isLast', params: ({ event }) => ({ stage: event.output }) },
                target: 'finished',
                actions: [
                  { type: 'keepStage', params: ({ event }) => ({ stage: event.output }) },
                  'pause',
                ],
              },
              {
                guard: 'isPlaying',
                target: 'resting',
                actions: { type: 'keepStage', params: ({ event }) => ({ stage: event.output }) },
              },
              {
                target: 'ready',
                actions: { type: 'keepStage', params: ({ event }) => ({ stage: event.output }) },
              },
            ],
            onError: {
              target: '#exchange.failed',
              actions: { type: 'keepReason', params: ({ event }) => ({ error: event.error }) },
            },
          },
          on: { 'exchange.pause': { actions: 'pause' } },
        },
        resting: {
          after: { playDelay: 'sending' },
          on: {
            'exchange.pause': { target: 'ready', actions: 'pause' },
            'exchange.step': { target: 'sending', actions: 'pause' },
          },
        },
        finished: {
          on: {
            'exchange.back': { target: 'ready', actions: 'goBack' },
            'exchange.act': [
              {
                guard: { type: 'isRestart', params: ({ event }) => ({ action: event.action }) },
                target: 'ready',
                actions: { type: 'act', params: ({ event }) => ({ action: event.action }) },
              },
              { actions: { type: 'act', params: ({ event }) => ({ action: event.action }) } },
            ],
          },
        },
      },
    },
    failed: { on: { 'exchange.retry': { target: 'preparing', actions: 'throwAway' } } },
  },
});

export type ExchangeMachine = typeof exchangeMachine;
export type ExchangeActor = ActorRefFrom<ExchangeMachine>;
export type ExchangeSnapshot = SnapshotFrom<ExchangeMachine>;

/** The current stage; undefined until the lab's keys are made. */
export function currentStage({ context }: ExchangeSnapshot): Stage | undefined {
  return context.stages.at(-1);
}

/** What an exchange needs. */
export function settingOf(
  { plan, breakage, seed }: Pick<ExchangeInput, 'plan' | 'breakage' | 'seed'>,
  lab: Lab,
): ExchangeSetting {
  return { ...lab, plan, faults: faultsOf(breakage, plan), seed };
}

function advanceInputOf(context: ExchangeContext): AdvanceInput {
  const stage = context.stages.at(-1);
  if (context.lab === undefined || stage === undefined) {
    throw new Error('The lab cannot send before its keys are made.');
  }
  return { setting: settingOf(context, context.lab), stage };
}
