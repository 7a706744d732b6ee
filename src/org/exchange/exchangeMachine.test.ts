import { expect, test } from 'vitest';
import { type AnyEventObject, type AnyMachineSnapshot, createActor, fromPromise } from 'xstate';

import { allLeaves, leavesOf, needed, systemWalks } from '#testing/systemWalks.ts';

import { advance, firstStage, type Stage } from './advance.ts';
import { breakages } from './breakages.ts';
import {
  type AdvanceInput,
  currentStage,
  type ExchangeEvent,
  type ExchangeInput,
  exchangeMachine,
  type OpenedLab,
} from './exchangeMachine.ts';
import { newLab } from './newLab.ts';
import { labClientIds, planOf } from './plan.ts';

const lab = await newLab();
const start = Date.UTC(2026, 10, 29, 12);
const input = {
  plan: planOf({ method: 'serviceApp' }),
  start,
  seed: 'example1',
  actions: [],
} as const satisfies ExchangeInput;
const setting = { ...lab, plan: input.plan, faults: {}, seed: input.seed };
const first = firstStage(setting, start);
const second = await advance(setting, first);
const last = await advance(setting, second);
const opened: OpenedLab = { lab, stages: [first] };
const openedAtTheEnd: OpenedLab = { lab, stages: [first, second, last] };

const [breakage] = breakages;
const set: ExchangeEvent = { type: 'exchange.set', plan: { ...input.plan, dpop: true }, breakage };
/** The first switch of a plan with an app is its role. */
const removeRole = {
  type: 'exchange.act',
  action: { type: 'off', place: 0 },
} as const satisfies ExchangeEvent;
const restart = {
  type: 'exchange.act',
  action: { type: 'restart' },
} as const satisfies ExchangeEvent;
const wait = { type: 'exchange.act', action: { type: 'wait' } } as const satisfies ExchangeEvent;
const acts = [removeRole, restart, wait];

/** The machine at work; the test says when an attempt is through, and with what. */
function begin() {
  const labs: { readonly succeed: (made: OpenedLab) => void; readonly fail: () => void }[] = [];
  const sent: { readonly succeed: (stage: Stage) => void; readonly fail: () => void }[] = [];
  const waits: (() => void)[] = [];
  const clock = {
    setTimeout: (callback: () => void) => waits.push(callback),
    clearTimeout: (index: number) => {
      waits[index - 1] = () => undefined;
    },
  };
  const actor = createActor(
    exchangeMachine.provide({
      actors: {
        makeLab: fromPromise<OpenedLab, ExchangeInput>(
          async () =>
            new Promise((succeed, fail) => {
              labs.push({ succeed, fail: () => fail(new Error('no keys')) });
            }),
        ),
        advance: fromPromise<Stage, AdvanceInput>(
          async () =>
            new Promise((succeed, fail) => {
              sent.push({ succeed, fail: () => fail(new Error('no answer')) });
            }),
        ),
      },
    }),
    { input, clock },
  ).start();
  return { actor, labs, sent, waits, state: () => actor.getSnapshot() };
}
type Exchange = ReturnType<typeof begin>;

const settled = async (): Promise<void> =>
  new Promise((done) => {
    setTimeout(done);
  });

const happen: Readonly<Record<string, (exchange: Exchange, event: AnyEventObject) => void>> = {
  'exchange.step': ({ actor }) => actor.send({ type: 'exchange.step' }),
  'exchange.play': ({ actor }) => actor.send({ type: 'exchange.play' }),
  'exchange.pause': ({ actor }) => actor.send({ type: 'exchange.pause' }),
  'exchange.back': ({ actor }) => actor.send({ type: 'exchange.back' }),
  'exchange.retry': ({ actor }) => actor.send({ type: 'exchange.retry' }),
  'exchange.set': ({ actor }) => actor.send(set),
  'exchange.act': ({ actor }, { action }) =>
    actor.send(acts.find((each) => each.action === action) ?? wait),
  'xstate.done.actor.makeLab': ({ labs }, { output }) =>
    labs.at(-1)?.succeed(output === openedAtTheEnd ? openedAtTheEnd : opened),
  'xstate.error.actor.makeLab': ({ labs }) => labs.at(-1)?.fail(),
  'xstate.done.actor.advance': ({ sent }, { output }) =>
    sent.at(-1)?.succeed(output === last ? last : second),
  'xstate.error.actor.advance': ({ sent }) => sent.at(-1)?.fail(),
  'xstate.after.playDelay.exchange.open.resting': ({ waits }) => waits.at(-1)?.(),
};

const promises: Readonly<Record<string, (exchange: Exchange) => void>> = {
  preparing: ({ state }) => expect(currentStage(state())).toBeUndefined(),
  'open.ready': ({ state }) => {
    expect(currentStage(state())?.client.step).not.toBe('done');
    expect(state().context.isPlaying).toBe(false);
  },
  'open.sending': ({ state }) => expect(currentStage(state())?.client.step).not.toBe('done'),
  'open.resting': ({ state }) => {
    expect(state().context.isPlaying).toBe(true);
    expect(currentStage(state())?.messages).not.toEqual([]);
  },
  'open.finished': ({ state }) => {
    expect(currentStage(state())?.client.step).toBe('done');
    expect(state().context.isPlaying).toBe(false);
  },
  failed: ({ state }) => expect(state().context.reason).toMatch(/^no (?:keys|answer)$/),
};

test('every state promises something', () => {
  expect(Object.keys(promises).toSorted()).toEqual([...allLeaves(exchangeMachine)].toSorted());
});

const walks = systemWalks(exchangeMachine, {
  input,
  events: [
    set,
    removeRole,
    restart,
    wait,
    { type: 'xstate.done.actor.makeLab', output: opened },
    { type: 'xstate.done.actor.makeLab', output: openedAtTheEnd },
    { type: 'xstate.error.actor.makeLab', error: new Error('no keys') },
    { type: 'xstate.done.actor.advance', output: second },
    { type: 'xstate.done.actor.advance', output: last },
    { type: 'xstate.error.actor.advance', error: new Error('no answer') },
  ],
  situation: ({ context }: AnyMachineSnapshot) => {
    const { stages, isPlaying, lab: made } = context as ReturnType<Exchange['state']>['context'];
    return [Math.min(stages.length, 2), isPlaying, made !== undefined];
  },
});

test.each(walks)('each state keeps its promise: $name', async ({ steps }) => {
  const exchange = begin();
  for (const { event, state } of steps) {
    needed(happen, event.type)(exchange, event);
    await settled();
    expect(exchange.state().value).toEqual(state.value);
    for (const leaf of leavesOf(state.value)) needed(promises, leaf)(exchange);
  }
});

/** An exchange that is ready. */
async function ready(): Promise<Exchange> {
  const exchange = begin();
  exchange.labs[0]?.succeed(opened);
  await settled();
  return exchange;
}

test('what an admin does counts for the next request, and a new exchange begins rightly set up', async () => {
  const { actor, state } = await ready();
  const hasRole = () =>
    currentStage(state())?.org.apps.find(({ clientId }) => clientId === labClientIds.serviceApp)
      ?.hasAdminRole;
  actor.send(removeRole);
  expect(hasRole()).toBe(false);
  actor.send(restart);
  expect(hasRole()).toBe(false);
  actor.send({ type: 'exchange.set', plan: input.plan });
  expect(hasRole()).toBe(true);
});

test('time passes for the client and the org alike', async () => {
  const { actor, state } = await ready();
  actor.send(wait);
  expect(currentStage(state())?.now).toBe(start + 3_600_000);
});

test('going back shows the stage before, with the org as it was', async () => {
  const { actor, sent, state } = await ready();
  actor.send({ type: 'exchange.step' });
  sent[0]?.succeed(second);
  await settled();
  expect(currentStage(state())).toBe(second);
  actor.send({ type: 'exchange.back' });
  expect(currentStage(state())?.messages).toEqual([]);
});

test('an answer to an exchange that was given up says nothing of the new one', async () => {
  const { actor, sent, state } = await ready();
  actor.send({ type: 'exchange.step' });
  actor.send(set);
  sent[0]?.succeed(second);
  await settled();
  expect(state().value).toEqual({ open: 'ready' });
  expect(currentStage(state())?.messages).toEqual([]);
});
