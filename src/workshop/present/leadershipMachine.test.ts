import {
  createActor,
  type EventObject,
  fromCallback,
  fromPromise,
  type SnapshotFrom,
} from 'xstate';
import { expect, test } from 'vitest';

import { walkMachine } from '#testing/machineWalk.ts';

import { keyedScenarios } from '../scenarios/scenarios.ts';
import { type HandOver, leadershipMachine, type Session } from './leadershipMachine.ts';
import { usualPlan } from './lessonPlan.ts';
import { begun } from './presentation.ts';

const session: Session = {
  beginning: begun(keyedScenarios.slice(0, 1)),
  plan: usualPlan,
  clock: undefined,
  room: undefined,
  isRoomUnkept: false,
  ownCards: [],
  cardsValue: '',
  left: undefined,
};
const input = { id: 'this', cards: keyedScenarios, answerAddress: undefined };
const handOver: HandOver = { fragment: '', room: undefined, uncounted: [], epoch: 7 };

const speaksNot = (snapshot: SnapshotFrom<typeof leadershipMachine>) => {
  expect(snapshot.children.presentation).toBeUndefined();
  expect(snapshot.context.presentation).toBeUndefined();
};

test('every situation of a tab keeps what its states and events promise', () => {
  const quiet = leadershipMachine.provide({
    actors: { readSession: fromPromise(() => new Promise(() => {})) },
  });
  walkMachine(quiet, {
    input,
    situation: ({ value, context: { isForced, isLate, isTaken, handOver: told, leader } }) => [
      value,
      isForced,
      isLate,
      isTaken,
      told?.epoch,
      leader.epoch,
    ],
    states: {
      'holding.claiming': speaksNot,
      'holding.starting': speaksNot,
      'holding.failed': (snapshot) => expect(snapshot.hasTag('failed')).toBe(true),
      'holding.leading': ({ children }) => expect(children.presentation).toBeDefined(),
      following: (snapshot) => {
        speaksNot(snapshot);
        expect(snapshot.hasTag('following')).toBe(true);
        expect(snapshot.context).toMatchObject({ isLate: true, isForced: false });
      },
      asking: (snapshot) => {
        speaksNot(snapshot);
        expect(snapshot.hasTag('following')).toBe(true);
      },
    },
    events: {
      'claim.grant': {
        examples: [{ type: 'claim.grant', epoch: 2, isGuarded: true }],
        promises: ({ context }, before) => {
          expect(context.leader.id).toBe('this');
          expect(context.leader.epoch).toBeGreaterThan(before.context.handOver?.epoch ?? 0);
        },
      },
      'claim.refuse': {
        examples: [{ type: 'claim.refuse' }],
        promises: (after) => expect(after.value).toBe('following'),
      },
      'claim.lose': {
        examples: [{ type: 'claim.lose' }],
        promises: (after, before) => {
          expect(after.value).toBe('following');
          if (before.matches({ holding: 'leading' })) expect(after.context.isTaken).toBe(true);
        },
      },
      'lead.ask': {
        examples: [{ type: 'lead.ask' }],
        promises: (after) => {
          expect(after.value).toBe('following');
          expect(after.context.isTaken).toBe(true);
        },
      },
      'lead.take': {
        examples: [{ type: 'lead.take' }],
        promises: (after) => expect(after.value).toBe('asking'),
      },
      'tab.show': {
        examples: [{ type: 'tab.show' }],
        promises: (after) => {
          expect(after.value).toEqual({ holding: 'claiming' });
          // It is not taken from a tab that has it.
          expect(after.context.isForced).toBe(false);
        },
      },
      'xstate.done.actor.session': {
        examples: [{ type: 'xstate.done.actor.session', output: session }],
        promises: (after) => expect(after.matches({ holding: 'leading' })).toBe(true),
      },
      'xstate.error.actor.session': {
        examples: [{ type: 'xstate.error.actor.session', error: new Error('gone') }],
        promises: (after) => expect(after.hasTag('failed')).toBe(true),
      },
      'xstate.done.actor.leader': {
        examples: [undefined, handOver].map((output) => ({
          type: 'xstate.done.actor.leader',
          output,
        })),
        promises: ({ context }, _before, { output }) => {
          expect(context).toMatchObject({ isForced: true, isLate: true });
          expect(context.handOver).toBe(output);
        },
      },
      'xstate.error.actor.leader': {
        examples: [{ type: 'xstate.error.actor.leader', error: new Error('gone') }],
        promises: ({ context }) => expect(context.isForced).toBe(true),
      },
    },
  });
});

test('a tab claims without force at first, and gives the lead back when it ends', () => {
  const claims: boolean[] = [];
  let held = 0;
  const actor = createActor(
    leadershipMachine.provide({
      actors: {
        claim: fromCallback<EventObject, { readonly id: string; readonly isForced: boolean }>(
          ({ input: { isForced }, sendBack }) => {
            claims.push(isForced);
            held += 1;
            sendBack({ type: 'claim.grant', epoch: 1, isGuarded: true });
            return () => {
              held -= 1;
            };
          },
        ),
      },
    }),
    { input },
  ).start();
  expect(claims).toEqual([false]);
  expect(held).toBe(1);
  actor.stop();
  expect(held).toBe(0);
});
