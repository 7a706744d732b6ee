import { assign, fromPromise, setup, type SnapshotFrom } from 'xstate';

import { administer, type AdminCommand } from '../admin.ts';
import { type ExchangeSetting, firstStage, type Stage } from './advance.ts';
import type { Breakage } from './breakages.ts';
import { startOf } from './client.ts';
import type { Lab } from './newLab.ts';
import type { ExchangePlan } from './plan.ts';

export interface ExchangeInput {
  readonly plan: ExchangePlan;
  readonly breakage?: Breakage | undefined;
  /** The time at which every exchange of the lab begins, in milliseconds since the epoch. */
  readonly start: number;
}

interface ExchangeContext {
  readonly plan: ExchangePlan;
  /** What is broken; undefined when everything is right. */
  readonly breakage: Breakage | undefined;
  readonly start: number;
  /** Undefined until its keys are made. */
  readonly lab: Lab | undefined;
  /** Every stage so far; the last one is the current one. */
  readonly stages: readonly Stage[];
  /** Whether the messages follow each other by themselves. */
  readonly isPlaying: boolean;
  /** Why the lab could not go on. */
  readonly reason: string;
}

/** What the client is given to send its next request. */
export interface AdvanceInput {
  readonly setting: ExchangeSetting;
  readonly stage: Stage;
}

export type ExchangeEvent =
  | { readonly type: 'exchange.step' | 'exchange.play' | 'exchange.pause' | 'exchange.back' }
  /** The client begins anew; the org stays as it is. */
  | { readonly type: 'exchange.restart' }
  /** Another exchange, or another fault, from the beginning. */
  | {
      readonly type: 'exchange.set';
      readonly plan: ExchangePlan;
      readonly breakage?: Breakage | undefined;
    }
  | { readonly type: 'exchange.administer'; readonly command: AdminCommand }
  /** The client and the org let time pass. */
  | { readonly type: 'exchange.wait'; readonly seconds: number }
  | { readonly type: 'exchange.retry' };

/** Milliseconds between two messages while the exchange plays. */
const playDelay = 1200;

/**
 * The client in the lab: it sends one request after the other, each on a step or by itself. Whoever uses the machine
 * provides the actors `makeLab` and `advance`.
 */
export const exchangeMachine = setup({
  types: {
    context: {} as ExchangeContext,
    input: {} as ExchangeInput,
    events: {} as ExchangeEvent,
  },
  actors: {
    makeLab: fromPromise<Lab>(async () => {
      throw new Error('Provide the actor "makeLab": the machine itself makes no keys.');
    }),
    advance: fromPromise<Stage, AdvanceInput>(async () => {
      throw new Error('Provide the actor "advance": the machine itself sends nothing.');
    }),
  },
  actions: {
    beginLab: assign(({ context }, { lab }: { readonly lab: Lab }) => ({
      lab,
      stages: [firstStage(settingOf(context, lab), context.start)],
    })),
    beginAnew: assign(
      ({ context }, { plan, breakage }: Pick<ExchangeContext, 'plan' | 'breakage'>) => {
        const { lab, start } = context;
        return {
          plan,
          breakage,
          isPlaying: false,
          stages: lab === undefined ? [] : [firstStage(settingOf({ plan, breakage }, lab), start)],
        };
      },
    ),
    restart: assign({
      stages: ({ context: { stages, plan } }) => {
        const stage = stages.at(-1);
        return stage === undefined ? [] : [{ ...stage, client: startOf(plan), messages: [] }];
      },
    }),
    keepStage: assign({
      stages: ({ context }, { stage }: { readonly stage: Stage }) => [...context.stages, stage],
    }),
    goBack: assign({ stages: ({ context }) => context.stages.slice(0, -1), isPlaying: false }),
    administer: assign({
      stages: ({ context }, { command }: { readonly command: AdminCommand }) =>
        context.stages.map((stage, index) =>
          index === context.stages.length - 1 ? administered(stage, command) : stage,
        ),
    }),
    wait: assign({
      stages: ({ context }, { seconds }: { readonly seconds: number }) =>
        context.stages.map((stage, index) =>
          index === context.stages.length - 1
            ? { ...stage, now: stage.now + seconds * 1000 }
            : stage,
        ),
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
    isLast: (_, { stage }: { readonly stage: Stage }) => stage.client.step === 'done',
  },
  delays: { playDelay },
}).createMachine({
  id: 'exchange',
  context: ({ input }) => ({
    plan: input.plan,
    breakage: input.breakage,
    start: input.start,
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
        onDone: {
          target: 'open',
          actions: { type: 'beginLab', params: ({ event }) => ({ lab: event.output }) },
        },
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
            'exchange.administer': {
              actions: {
                type: 'administer',
                params: ({ event }) => ({ command: event.command }),
              },
            },
            'exchange.restart': { actions: 'restart' },
            'exchange.wait': {
              actions: { type: 'wait', params: ({ event }) => ({ seconds: event.seconds }) },
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
            'exchange.restart': { target: 'ready', actions: 'restart' },
            'exchange.administer': {
              actions: {
                type: 'administer',
                params: ({ event }) => ({ command: event.command }),
              },
            },
          },
        },
      },
    },
    failed: { on: { 'exchange.retry': { target: 'preparing', actions: 'throwAway' } } },
  },
});

export type ExchangeMachine = typeof exchangeMachine;
export type ExchangeSnapshot = SnapshotFrom<ExchangeMachine>;

/** The current stage; undefined until the lab's keys are made. */
export function currentStage({ context }: ExchangeSnapshot): Stage | undefined {
  return context.stages.at(-1);
}

function settingOf(
  { plan, breakage }: Pick<ExchangeContext, 'plan' | 'breakage'>,
  lab: Lab,
): ExchangeSetting {
  return { ...lab, plan, faults: breakage?.faults ?? {} };
}

function advanceInputOf(context: ExchangeContext): AdvanceInput {
  const stage = context.stages.at(-1);
  if (context.lab === undefined || stage === undefined) {
    throw new Error('The lab cannot send before its keys are made.');
  }
  return { setting: settingOf(context, context.lab), stage };
}

function administered(stage: Stage, command: AdminCommand): Stage {
  const done = administer(stage.org, command, stage.now);
  return 'org' in done ? { ...stage, org: done.org } : stage;
}
