import { createActor, type EventObject, fromCallback } from 'xstate';
import { describe, expect, test, vi } from 'vitest';

import type { KeyPlace } from '#browser/pressedKeys.ts';
import type { OpenChannel } from '#browser/windowChannel.ts';
import { walkMachine } from '#testing/machineWalk.ts';

import { answerCode } from '../room/answerCode.ts';
import { collect, roomFile } from '../room/room.ts';
import { keyedScenarios, scenarios } from '../scenarios/scenarios.ts';
import { audienceMachine } from './audienceMachine.ts';
import { audienceQuestion } from './audienceView.ts';
import { isCurrent, parseLeader } from './leader.ts';
import { usualPlan } from './lessonPlan.ts';
import { begun, type Presentation, shownCard, type Stage, stagesOf } from './presentation.ts';
import {
  keyEvent,
  nextView,
  presentationAt,
  type PresentationContext,
  type PresentationInput,
  presentationMachine,
  secondsLeft,
  viewOf,
} from './presentationMachine.ts';
import { audienceTeller, presenterListener } from './windows.ts';

const discussion = scenarios.find(({ kind }) => kind === 'discussion');
const [keyed] = keyedScenarios;
if (discussion === undefined || keyed === undefined) throw new Error('Cards are missing.');
const deck = [keyed, discussion];

const inputAt = (place: Partial<Presentation>): PresentationInput => ({
  beginning: { ...begun(deck), ...place },
  plan: usualPlan,
  room: undefined,
  cards: scenarios,
  answerAddress: 'https://guide.example/workshop/answer/',
  leader: { id: 'first', epoch: 1, isGuarded: true },
  cardsValue: '',
});

const answer = answerCode(
  { room: 'K7QF', card: keyed.id, question: 'card' },
  { phone: 1, result: keyed.result, reason: 0, confidence: 'guess' },
);
const answeredRoom = collect({ code: 'K7QF', answers: [] }, answer, scenarios).room;
const isAnswered = ({ context: { room } }: { readonly context: PresentationContext }) =>
  room !== undefined && room.answers.length > 0;

const promised =
  (stage: Stage) =>
  (snapshot: Parameters<typeof presentationAt>[0]): void => {
    const place = presentationAt(snapshot);
    const card = shownCard(place);
    expect(place.stage).toBe(stage);
    expect(card && stagesOf(card)).toContain(stage);
  };

const shown = (snapshot: Parameters<typeof presentationAt>[0]) => {
  const { card, stage } = presentationAt(snapshot);
  return { card, stage };
};

test(
  'every situation of a presentation keeps what its states and events promise',
  { timeout: 120_000 },
  () => {
    // A room that hears nothing reports nothing: the walk says what it has.
    const quiet = presentationMachine.provide({ actions: { tellRoom: () => {} } });
    walkMachine(quiet, {
      input: inputAt({}),
      otherInputs: [
        ...stagesOf(keyed).map((stage) => inputAt({ stage })),
        ...stagesOf(discussion).map((stage) => inputAt({ card: 1, stage })),
        inputAt({ card: 2 }),
      ],
      // The window's layout and the time touch nothing else, so one place is enough to walk them.
      situation: (snapshot) => {
        const { value, context } = snapshot;
        return [
          value.card,
          value.screen,
          context.card,
          context.deck.length,
          isAnswered(snapshot),
          value.card === 'story' &&
            context.card === 0 &&
            context.deck.length === 2 && [
              value.layout,
              value.layout === 'slide'
                ? ''
                : [value.clock, value.time, value.audience, value.files],
            ],
        ];
      },
      states: {
        'card.story': promised('story'),
        'card.facts': promised('facts'),
        'card.question': promised('question'),
        'card.split': promised('split'),
        'card.again': promised('again'),
        'card.key': promised('key'),
        'card.twist': promised('twist'),
        'card.twistKey': promised('twistKey'),
        'card.points': promised('points'),
        'card.over': (snapshot) => {
          expect(shownCard(presentationAt(snapshot))).toBeUndefined();
          expect(snapshot.can({ type: 'step.next' })).toBe(false);
          expect(nextView(snapshot)).toBeUndefined();
        },
        'screen.shown': (snapshot) => expect(presentationAt(snapshot).isBlack).toBe(false),
        'screen.black': (snapshot) => expect(presentationAt(snapshot).isBlack).toBe(true),
        'layout.window.prepare': (snapshot) => {
          expect(snapshot.hasTag('slideOnly') || snapshot.hasTag('live')).toBe(false);
        },
        'layout.window.live': (snapshot) => expect(snapshot.hasTag('live')).toBe(true),
        'layout.slide': (snapshot) => expect(snapshot.hasTag('slideOnly')).toBe(true),
        'layout.window.report': (snapshot) => expect(snapshot.hasTag('report')).toBe(true),
        'layout.window.print': (snapshot) => expect(snapshot.hasTag('print')).toBe(true),
        'clock.stopped': (snapshot) => expect(snapshot.hasTag('timed')).toBe(false),
        'clock.running': (snapshot) => expect(snapshot.hasTag('timed')).toBe(true),
        'time.hidden': (snapshot) => expect(viewOf(snapshot)).not.toHaveProperty('secondsLeft'),
        'time.shown': (snapshot) =>
          expect(viewOf(snapshot).secondsLeft).toBe(secondsLeft(snapshot.context)),
        'files.idle': (snapshot) => expect(snapshot.hasTag('packing')).toBe(false),
        'files.packing': (snapshot) => expect(snapshot.hasTag('packing')).toBe(true),
        'files.packingFailed': (snapshot) => expect(snapshot.hasTag('packingFailed')).toBe(true),
        'files.comparing': (snapshot) => expect(snapshot.hasTag('packing')).toBe(false),
        'files.reading': (snapshot) => expect(snapshot.hasTag('packing')).toBe(false),
        'audience.absent': (snapshot) => expect(snapshot.hasTag('audienceThere')).toBe(false),
        'audience.there': (snapshot) => expect(snapshot.hasTag('audienceThere')).toBe(true),
        room: (snapshot) => expect(snapshot.children.room).toBeDefined(),
      },
      events: {
        'step.next': {
          examples: [{ type: 'step.next' }],
          promises: (after, before) => {
            expect(presentationAt(after)).toEqual(nextView(before)?.presentation);
            const [from, to] = [presentationAt(before), presentationAt(after)];
            // How the room chose, and the second vote, come only if it has answered.
            const stages = stagesOf(shownCard(from) ?? keyed).filter(
              (stage) =>
                isAnswered(before) ||
                ['split', 'again'].includes(from.stage) ||
                !['split', 'again'].includes(stage),
            );
            const following = stages[stages.indexOf(from.stage) + 1];
            expect(shown(after)).toEqual(
              following === undefined
                ? { card: from.card + 1, stage: 'story' }
                : { card: from.card, stage: following },
            );
            expect(to.isBlack).toBe(from.isBlack);
          },
        },
        'step.back': {
          examples: [{ type: 'step.back' }],
          promises: (after, before) => {
            // Back and on again is where one was, unless there was nothing before.
            const again = nextView(after)?.presentation;
            // A vote that was taken back leaves nothing to come back to.
            if (presentationAt(before).stage === 'split' && !isAnswered(before)) return;
            if (after.context.card !== before.context.card || again?.stage !== 'facts') {
              expect(again).toEqual(presentationAt(before));
            }
          },
        },
        'card.show': {
          examples: [0, 1, 2, 7, 0.5].map((card) => ({ type: 'card.show', card })),
          promises: (after, before, { card }) => {
            const isThere = [0, 1, 2]
              .slice(0, before.context.deck.length + 1)
              .includes(Number(card));
            expect(shown(after)).toEqual(isThere ? { card, stage: 'story' } : shown(before));
          },
        },
        'deck.choose': {
          examples: [[], [keyed, discussion, keyed]].map((cards) => ({
            type: 'deck.choose',
            cards,
          })),
          promises: (after, before, { cards }) => {
            expect(after.context.deck).toEqual([...new Set(Array.isArray(cards) ? cards : [])]);
            const [was, is] = [presentationAt(before), presentationAt(after)];
            const card = shownCard(was);
            const isThere = card !== undefined && after.context.deck.includes(card);
            expect(is).toMatchObject({
              stage: isThere ? was.stage : 'story',
              isBlack: was.isBlack,
            });
            if (isThere) expect(shownCard(is)).toBe(card);
          },
        },
        'screen.toggle': {
          examples: [{ type: 'screen.toggle' }],
          promises: (after, before) => {
            expect(presentationAt(after)).toEqual({
              ...presentationAt(before),
              isBlack: !presentationAt(before).isBlack,
            });
          },
        },
        'screen.fill': {
          examples: [{ type: 'screen.fill' }],
          promises: (after, before) => expect(viewOf(after)).toEqual(viewOf(before)),
        },
        'layout.live': {
          examples: [{ type: 'layout.live' }],
          promises: (after, before) => {
            expect(viewOf(after)).toEqual(viewOf(before));
            expect(after.hasTag('live')).toBe(
              !before.hasTag('slideOnly') && !before.hasTag('print'),
            );
          },
        },
        'layout.prepare': {
          examples: [{ type: 'layout.prepare' }],
          promises: (after, before) => {
            expect(viewOf(after)).toEqual(viewOf(before));
            expect(after.hasTag('live')).toBe(false);
          },
        },
        'layout.slide': {
          examples: [{ type: 'layout.slide' }],
          promises: (after, before) => expect(viewOf(after)).toEqual(viewOf(before)),
        },
        'layout.notes': {
          examples: [{ type: 'layout.notes' }],
          promises: (after, before) => expect(viewOf(after)).toEqual(viewOf(before)),
        },
        'layout.report': {
          examples: [{ type: 'layout.report' }],
          promises: (after, before) => expect(viewOf(after)).toEqual(viewOf(before)),
        },
        'layout.print': {
          examples: [{ type: 'layout.print' }],
          promises: (after, before) => expect(viewOf(after)).toEqual(viewOf(before)),
        },
        'plan.change': {
          examples: [{ type: 'plan.change', plan: { ...usualPlan, people: 30 } }],
          promises: (after, before) => {
            expect(after.context.plan.people).toBe(30);
            expect(presentationAt(after)).toEqual(presentationAt(before));
          },
        },
        'clock.start': {
          examples: [{ type: 'clock.start' }],
          promises: (after) => expect(after.hasTag('timed')).toBe(true),
        },
        'lesson.begin': {
          examples: [{ type: 'lesson.begin' }],
          promises: (after) => expect(after.hasTag('timed')).toBe(true),
        },
        'lesson.restart': {
          examples: [{ type: 'lesson.restart' }],
          promises: (after, before) => {
            expect(shown(after)).toEqual({ card: 0, stage: 'story' });
            expect(after.context.clock).toMatchObject({ seconds: 0, stepFrom: 0, isRunning: true });
            expect(after.hasTag('live')).toBe(
              before.hasTag('live') || before.matches({ layout: { window: 'prepare' } }),
            );
          },
        },
        'clock.stop': {
          examples: [{ type: 'clock.stop' }],
          promises: (after, before) => {
            expect(after.hasTag('timed')).toBe(false);
            expect(after.context.clock).toEqual({ ...before.context.clock, isRunning: false });
          },
        },
        'clock.extend': {
          examples: [{ type: 'clock.extend' }],
          promises: (after, before) => {
            expect(secondsLeft(after.context)).toBe(secondsLeft(before.context) + 60);
          },
        },
        'time.toggle': {
          examples: [{ type: 'time.toggle' }],
          promises: (after, before) => {
            expect(after.hasTag('timeShown')).toBe(!before.hasTag('timeShown'));
          },
        },
        'file.pack': {
          examples: [{ type: 'file.pack' }],
          promises: (after) => expect(after.hasTag('packing')).toBe(true),
        },
        'file.open': {
          examples: [{ type: 'file.open', file: new Blob() }],
          promises: (after) => expect(after.matches({ files: 'reading' })).toBe(true),
        },
        'xstate.done.actor.packing': {
          examples: [{ type: 'xstate.done.actor.packing', output: new Blob() }],
          promises: (after) => expect(after.matches({ files: 'idle' })).toBe(true),
        },
        'xstate.error.actor.packing': {
          examples: [{ type: 'xstate.error.actor.packing', error: new Error('offline') }],
          promises: (after) => expect(after.hasTag('packingFailed')).toBe(true),
        },
        'xstate.done.actor.reading': {
          examples: [{ fragment: '#deck=x' }, { problem: 'No lesson.' }].map((output) => ({
            type: 'xstate.done.actor.reading',
            output,
          })),
          promises: (after, before, { output }) => {
            expect(after.matches({ files: 'idle' })).toBe(true);
            const isRead = typeof output === 'object' && output !== null && 'fragment' in output;
            const { fileProblem } = before.context;
            expect(after.context.fileProblem).toBe(isRead ? fileProblem : 'No lesson.');
          },
        },
        'xstate.error.actor.reading': {
          examples: [{ type: 'xstate.error.actor.reading', error: new Error('gone') }],
          promises: (after) => expect(after.context.fileProblem).toContain('could not be read'),
        },
        'comparison.open': {
          examples: [{ type: 'comparison.open', file: new Blob() }],
          promises: (after) => expect(after.matches({ files: 'comparing' })).toBe(true),
        },
        'xstate.done.actor.comparing': {
          examples: [{ room: answeredRoom, refused: 0 }, { problem: 'No room.' }].map((output) => ({
            type: 'xstate.done.actor.comparing',
            output,
          })),
          promises: (after, before, { output }) => {
            const isRoom = typeof output === 'object' && output !== null && 'room' in output;
            expect(after.context.compared).toBe(isRoom ? answeredRoom : before.context.compared);
            expect(after.context.fileProblem).toBe(isRoom ? undefined : 'No room.');
          },
        },
        'xstate.error.actor.comparing': {
          examples: [{ type: 'xstate.error.actor.comparing', error: new Error('gone') }],
          promises: (after) => expect(after.context.fileProblem).toContain('could not be read'),
        },
        'xstate.snapshot.room': {
          examples: [answeredRoom, undefined].map((room) => ({
            type: 'xstate.snapshot.room',
            snapshot: { context: { room } },
          })),
          promises: (after, before) => {
            expect(presentationAt(after)).toEqual(presentationAt(before));
          },
        },
        'audience.hear': {
          examples: [{ type: 'audience.hear', shows: '#deck=x' }],
          promises: (after) => {
            expect(after.hasTag('audienceThere')).toBe(true);
            expect(after.context.audienceShows).toBe('#deck=x');
          },
        },
        'xstate.after.audiencePatience.presentation.audience.there': {
          examples: [{ type: 'xstate.after.audiencePatience.presentation.audience.there' }],
          promises: (after) => expect(after.hasTag('audienceThere')).toBe(false),
        },
        'audience.lose': {
          examples: [{ type: 'audience.lose' }],
          promises: (after, before) => {
            expect(after.context).toEqual({ ...before.context, isAudienceLost: true });
          },
        },
        'stopwatch.count': {
          examples: [{ type: 'stopwatch.count', seconds: 3 }],
          promises: (after) => expect(after.context.clock.seconds).toBe(3),
        },
      },
    });
  },
);

test('a presentation goes through every stage of every card, and back the same way', () => {
  const actor = createActor(presentationMachine, {
    input: { ...inputAt({}), beginning: begun(scenarios) },
  }).start();
  const places = [presentationAt(actor.getSnapshot())];
  while (actor.getSnapshot().can({ type: 'step.next' })) {
    actor.send({ type: 'step.next' });
    places.push(presentationAt(actor.getSnapshot()));
  }
  expect(shownCard(places.at(-1) ?? begun([]))).toBeUndefined();
  expect(new Set(places.map(({ card }) => card)).size).toBe(scenarios.length + 1);
  for (const [index, place] of places.entries()) {
    if (shownCard(place)?.kind === 'keyed' && place.stage === 'story') {
      // Nothing of a card’s key comes before its stage.
      expect(places[index + 2]?.stage).toBe('question');
      // Nobody has answered, so there is nothing to show or to talk about before it.
      expect(places[index + 3]?.stage).toBe('key');
    }
  }
  for (const place of places.toReversed()) {
    expect(presentationAt(actor.getSnapshot())).toEqual(place);
    actor.send({ type: 'step.back' });
  }
  expect(presentationAt(actor.getSnapshot())).toEqual(places[0]);
});

test('a place that is not in the deck changes nothing', () => {
  const actor = createActor(presentationMachine, { input: inputAt({ stage: 'key' }) }).start();
  const place = presentationAt(actor.getSnapshot());
  actor.send({ type: 'card.show', card: 7 });
  expect(presentationAt(actor.getSnapshot())).toEqual(place);
  actor.send({ type: 'card.show', card: 1 });
  expect(presentationAt(actor.getSnapshot())).toMatchObject({ card: 1, stage: 'story' });
});

test('the address keeps each place, the first one too', () => {
  const storePlace = vi.fn<(fragment: string) => void>();
  const actor = createActor(
    presentationMachine.provide({
      actions: { storePlace: (_, { fragment }) => storePlace(fragment) },
    }),
    { input: inputAt({ stage: 'question' }) },
  ).start();
  expect(storePlace.mock.lastCall?.[0]).toContain('card=0&stage=question');
  actor.send({ type: 'step.next' });
  expect(storePlace.mock.lastCall?.[0]).toContain('card=0&stage=key');
  actor.send({ type: 'deck.choose', cards: [discussion] });
  expect(storePlace.mock.lastCall?.[0]).toBe(`#deck=${discussion.id}&card=0&stage=story`);
});

const begins = (place: Partial<Presentation>) =>
  createActor(presentationMachine, { input: inputAt(place) }).start();

test('a lesson goes on where it is given: after a reload, and after the slide alone', () => {
  expect(begins({}).getSnapshot().hasTag('live')).toBe(false);
  expect(begins({ stage: 'facts' }).getSnapshot().hasTag('live')).toBe(true);
  const actor = begins({ card: 1 });
  for (const isLive of [true, false]) {
    expect(actor.getSnapshot().hasTag('live')).toBe(isLive);
    actor.send({ type: 'layout.slide' });
    expect(actor.getSnapshot().hasTag('live')).toBe(false);
    actor.send({ type: 'layout.notes' });
    expect(actor.getSnapshot().hasTag('live')).toBe(isLive);
    actor.send({ type: 'layout.prepare' });
  }
});

test('each key does what the page says, and no other one does anything', () => {
  const keys = ['ArrowRight', 'PageDown', ' ', 'ArrowLeft', 'PageUp', 'b', '.', 'f', 'Escape'];
  const doing = (place: KeyPlace) => keys.filter((key) => keyEvent(key, place) !== undefined);
  expect(doing('page')).toEqual(keys);
  expect(doing('control')).toEqual(keys.filter((key) => key !== ' '));
  expect(doing('choice')).toEqual(['PageDown', 'PageUp', 'b', '.', 'f', 'Escape']);
  expect(doing('text')).toEqual(['ArrowRight', 'PageDown', 'ArrowLeft', 'PageUp', '.', 'Escape']);
  expect(keyEvent('Enter', 'page')).toBeUndefined();
  const actor = createActor(presentationMachine, { input: inputAt({}) }).start();
  for (const key of ['ArrowRight', ' ', 'PageUp', 'b']) {
    const event = keyEvent(key, 'page');
    if (event !== undefined) actor.send(event);
  }
  expect(presentationAt(actor.getSnapshot())).toEqual({
    ...begun(deck),
    stage: 'facts',
    isBlack: true,
  });
});

test('a deck that changes in mid-lesson leaves the card and its step where they are', () => {
  const storePlace = vi.fn<(fragment: string) => void>();
  const actor = createActor(
    presentationMachine.provide({
      actions: { storePlace: (_, { fragment }) => storePlace(fragment) },
    }),
    { input: inputAt({ stage: 'twist' }) },
  ).start();
  actor.send({ type: 'screen.toggle' });
  actor.send({ type: 'deck.choose', cards: [discussion, keyed] });
  expect(presentationAt(actor.getSnapshot())).toEqual({
    deck: [discussion, keyed],
    card: 1,
    stage: 'twist',
    isBlack: true,
  });
  expect(storePlace.mock.lastCall?.[0]).toBe(
    `#deck=${discussion.id}+${keyed.id}&card=1&stage=twist`,
  );
});

/** A stopwatch by hand: what a test says has passed. */
function clockwork() {
  const froms: number[] = [];
  const stop = vi.fn<() => void>();
  const stopwatch = fromCallback<EventObject, { readonly from: number }>(({ input }) => {
    froms.push(input.from);
    return stop;
  });
  return { froms, stop, machine: presentationMachine.provide({ actors: { stopwatch } }) };
}

test('the clock of a lesson begins with it, goes on where it was stopped, and begins again with the next', () => {
  const { froms, stop, machine } = clockwork();
  const actor = createActor(machine, { input: inputAt({}) }).start();
  expect(froms).toEqual([]);
  actor.send({ type: 'layout.live' });
  actor.send({ type: 'stopwatch.count', seconds: 90 });
  actor.send({ type: 'step.next' });
  expect(secondsLeft(actor.getSnapshot().context)).toBe(60);
  actor.send({ type: 'stopwatch.count', seconds: 100 });
  expect(secondsLeft(actor.getSnapshot().context)).toBe(50);
  actor.send({ type: 'clock.stop' });
  expect(stop).toHaveBeenCalledOnce();
  actor.send({ type: 'stopwatch.count', seconds: 900 });
  actor.send({ type: 'clock.start' });
  expect(froms).toEqual([0, 100]);
  actor.send({ type: 'clock.stop' });
  actor.send({ type: 'card.show', card: 0 });
  actor.send({ type: 'layout.prepare' });
  actor.send({ type: 'layout.live' });
  expect(froms).toEqual([0, 100, 0]);
});

test('after a reload the clock of the lesson and of its step go on', () => {
  const { froms, machine } = clockwork();
  const clock = {
    seconds: 300,
    step: `${keyed.id} facts`,
    stepFrom: 280,
    extra: 60,
    isRunning: true,
  };
  const actor = createActor(machine, { input: { ...inputAt({ stage: 'facts' }), clock } }).start();
  expect(froms).toEqual([300]);
  expect(actor.getSnapshot().context.clock).toEqual(clock);
  const other = createActor(machine, { input: { ...inputAt({ stage: 'key' }), clock } }).start();
  expect(other.getSnapshot().context.clock).toMatchObject({
    seconds: 300,
    stepFrom: 300,
    extra: 0,
  });
});

test('where a room has answered, it sees how it chose and votes again before the key', () => {
  const room = roomFile(answeredRoom);
  const actor = createActor(presentationMachine, { input: { ...inputAt({}), room } }).start();
  const passed: Stage[] = [];
  while (actor.getSnapshot().context.card === 0) {
    passed.push(presentationAt(actor.getSnapshot()).stage);
    const view = nextView(actor.getSnapshot());
    actor.send({ type: 'step.next' });
    expect(viewOf(actor.getSnapshot())).toEqual(view);
  }
  expect(passed).toEqual(stagesOf(keyed));
});

test('what hands and codes count for is settled with the step, and not changed by the first of them', () => {
  const room = roomFile({ code: 'K7QF', answers: [] });
  const actor = createActor(presentationMachine, {
    input: { ...inputAt({ stage: 'key' }), room },
  }).start();
  const count = (hands: number) => {
    const { asked } = actor.getSnapshot().context;
    if (asked === undefined) throw new Error('Nothing is asked.');
    actor.getSnapshot().children.room?.send({
      type: 'hands.count',
      hands: { ...asked, result: keyed.result, count: hands },
    });
  };
  count(1);
  count(12);
  expect(actor.getSnapshot().context.room?.hands).toEqual([
    { card: keyed.id, question: 'card', result: keyed.result, count: 12 },
  ]);
});

test('after a reload at the second vote, codes count for the second vote', () => {
  const room = roomFile(answeredRoom);
  const actor = createActor(presentationMachine, {
    input: { ...inputAt({ stage: 'key' }), room },
  }).start();
  const { children, context } = actor.getSnapshot();
  expect(context.asked).toEqual({ card: keyed.id, question: 'again' });
  expect(children.room?.getSnapshot().context.onScreen).toEqual(context.asked);
});

test('keys move the lesson where it is given, and nowhere else', () => {
  let listening = 0;
  const keys = fromCallback<EventObject, undefined>(() => {
    listening += 1;
    return () => {
      listening -= 1;
    };
  });
  const actor = createActor(presentationMachine.provide({ actors: { keys } }), {
    input: inputAt({}),
  }).start();
  expect(listening).toBe(0);
  for (const [type, isListening] of [
    ['layout.live', true],
    ['layout.slide', true],
    ['layout.notes', true],
    ['layout.report', false],
    ['layout.prepare', false],
    ['layout.print', false],
  ] as const) {
    actor.send({ type });
    expect([type, listening]).toEqual([type, isListening ? 1 : 0]);
  }
});

test('a lesson that was paused is paused after a reload, also on its first step', () => {
  const clock = { seconds: 40, step: `${keyed.id} story`, stepFrom: 0, extra: 0, isRunning: false };
  const paused = createActor(presentationMachine, { input: { ...inputAt({}), clock } }).start();
  expect(paused.getSnapshot().hasTag('timed')).toBe(false);
  const running = createActor(presentationMachine, {
    input: { ...inputAt({}), clock: { ...clock, isRunning: true } },
  }).start();
  expect(running.getSnapshot().hasTag('timed')).toBe(true);
  expect(running.getSnapshot().hasTag('live')).toBe(true);
});

/** Windows of one browser: what one says, all others hear, as a copy. */
function windows() {
  const hearers = new Set<(message: unknown) => void>();
  const openChannel: OpenChannel = (hear) => {
    hearers.add(hear);
    return {
      say: (message) => {
        for (const other of hearers) if (other !== hear) other(structuredClone(message));
      },
      close: () => hearers.delete(hear),
    };
  };
  return { openChannel, hearers };
}

function runWindows() {
  const { openChannel, hearers } = windows();
  const presenter = createActor(
    presentationMachine.provide({ actors: { audience: audienceTeller(openChannel) } }),
    { input: { ...inputAt({ stage: 'question' }), room: roomFile({ code: 'K7QF', answers: [] }) } },
  ).start();
  const openAudience = () =>
    createActor(
      audienceMachine.provide({ actors: { presenter: presenterListener(openChannel) } }),
    ).start();
  return { presenter, openAudience, openChannel, hearers };
}

describe('the two windows', () => {
  test('show one view, whatever happens in which order', () => {
    const { presenter, openAudience } = runWindows();
    const audience = openAudience();
    const room = presenter.getSnapshot().children.room;
    const bothShowTheSame = () => {
      const view = viewOf(presenter.getSnapshot());
      expect(audience.getSnapshot().context.view).toEqual(structuredClone(view));
      return view;
    };
    expect(bothShowTheSame().room?.answered).toBe(0);
    room?.send({ type: 'codes.count', text: answer });
    expect(bothShowTheSame().room).toMatchObject({ answered: 1 });
    expect(bothShowTheSame().room).not.toHaveProperty('split');
    presenter.send({ type: 'screen.toggle' });
    expect(bothShowTheSame().presentation.isBlack).toBe(true);
    presenter.send({ type: 'step.next' });
    expect(bothShowTheSame().room?.split?.answered).toBe(1);
    room?.send({ type: 'room.close' });
    expect(bothShowTheSame().room).toBeUndefined();
    presenter.send({ type: 'deck.choose', cards: [discussion] });
    expect(bothShowTheSame()).toEqual({ presentation: { ...begun([discussion]), isBlack: true } });
  });

  test('an audience’s window that is closed in mid-reveal and opened again comes to the same place', () => {
    const { presenter, openAudience, hearers } = runWindows();
    const first = openAudience();
    presenter.send({ type: 'step.next' });
    first.stop();
    expect(hearers.size).toBe(1);
    presenter.send({ type: 'step.next' });
    const second = openAudience();
    expect(second.getSnapshot().context.view?.presentation.stage).toBe('twist');
    expect(first.getSnapshot().context.view?.presentation.stage).toBe('key');
  });

  test('a presenter’s window that is closed in mid-reveal leaves the last view until another one opens', () => {
    const { presenter, openAudience, openChannel, hearers } = runWindows();
    const audience = openAudience();
    presenter.send({ type: 'step.next' });
    presenter.stop();
    expect(hearers.size).toBe(1);
    expect(audience.getSnapshot().context.view?.presentation.stage).toBe('key');
    createActor(
      presentationMachine.provide({ actors: { audience: audienceTeller(openChannel) } }),
      { input: inputAt({ card: 1, stage: 'points' }) },
    ).start();
    expect(audience.getSnapshot().context.view?.presentation).toMatchObject({
      card: 1,
      stage: 'points',
    });
  });

  test('the audience’s follows the tab that leads, whichever speaks, and a leader that storage forgot', () => {
    const { openChannel } = windows();
    const machine = presentationMachine.provide({
      actors: { audience: audienceTeller(openChannel) },
    });
    const present = (id: string, epoch: number) =>
      createActor(machine, {
        input: { ...inputAt({}), leader: { id, epoch, isGuarded: true } },
      }).start();
    const forgotten = present('forgotten', 1);
    const ask = () =>
      createActor(
        audienceMachine.provide({ actors: { presenter: presenterListener(openChannel) } }),
      ).start();
    const leading = present('leading', 2);
    const audience = ask();
    for (let step = 0; step < 3; step += 1) forgotten.send({ type: 'step.next' });
    expect(presentationAt(forgotten.getSnapshot()).stage).toBe('key');
    expect(audience.getSnapshot().context.view?.presentation.stage).toBe('story');
    leading.send({ type: 'step.next' });
    expect(audience.getSnapshot().context.view?.presentation.stage).toBe('facts');
    // Storage was wiped: the next leader starts counting again, until it hears whom the screen follows.
    for (const tab of [forgotten, leading]) tab.stop();
    const { say } = openChannel(
      () => {},
      () => {},
    );
    present('anew', 1);
    say(audienceQuestion({ leader: audience.getSnapshot().context.leader, shows: undefined }));
    expect(audience.getSnapshot().context.leader?.id).toBe('anew');
    audience.stop();
  });

  test('go on at a key that is pressed in the audience’s, once the lesson is given', () => {
    const { openChannel } = windows();
    const presenter = createActor(
      presentationMachine.provide({ actors: { audience: audienceTeller(openChannel) } }),
      { input: inputAt({}) },
    ).start();
    let heeded: ((key: string, place: KeyPlace) => boolean) | undefined;
    const press = (key: string) => heeded?.(key, 'page');
    createActor(
      audienceMachine.provide({
        actors: {
          presenter: presenterListener(openChannel, (heed) => {
            heeded = heed;
            return () => {};
          }),
        },
      }),
    ).start();
    press('PageDown');
    expect(presentationAt(presenter.getSnapshot()).stage).toBe('story');
    presenter.send({ type: 'layout.live' });
    expect(press('PageDown')).toBe(true);
    expect(presentationAt(presenter.getSnapshot()).stage).toBe('facts');
    // Each window fills the screen by itself.
    expect(press('f')).toBe(false);
    expect(press('x')).toBe(false);
    presenter.send({ type: 'clock.stop' });
  });

  test('say nothing again that has been said, unless it is asked for', () => {
    const { openChannel } = windows();
    const presenter = createActor(
      presentationMachine.provide({ actors: { audience: audienceTeller(openChannel) } }),
      { input: inputAt({}) },
    );
    const heard: unknown[] = [];
    const other = openChannel(
      (message) => heard.push(message),
      () => {},
    );
    presenter.start();
    presenter.send({ type: 'clock.start' });
    presenter.send({ type: 'stopwatch.count', seconds: 1 });
    presenter.send({ type: 'layout.slide' });
    expect(heard).toHaveLength(1);
    other.say(audienceQuestion({ leader: undefined, shows: undefined }));
    expect(heard).toHaveLength(2);
    other.say('something else');
    expect(heard).toHaveLength(2);
  });
});

test('every situation of an audience’s window keeps what its states and events promise', () => {
  const view = { presentation: begun(deck) };
  walkMachine(audienceMachine, {
    input: undefined,
    situation: ({ value, context }) => [value, context.leader],
    states: {
      waiting: ({ context }) => expect(context.view).toBeUndefined(),
      following: ({ context }) => expect(context.view).toBe(view),
      lost: (snapshot) => expect(snapshot.hasTag('lost')).toBe(true),
    },
    events: {
      'presenter.lose': {
        examples: [{ type: 'presenter.lose' }],
        promises: (after, before) => {
          expect(after.value).toBe('lost');
          expect(after.context.view).toBe(before.context.view);
        },
      },
      'view.show': {
        examples: [
          { type: 'view.show', view, leader: { id: 'first', epoch: 1 } },
          { type: 'view.show', view, leader: { id: 'second', epoch: 2 } },
        ],
        promises: (after, before, { leader }) => {
          const told = parseLeader(leader);
          if (told === undefined || !isCurrent(told, before.context.leader)) {
            // A tab that was taken over speaks to nobody.
            expect(after.value).toEqual(before.value);
            expect(after.context).toEqual(before.context);
            return;
          }
          expect(after.value).toBe('following');
          expect(after.context.leader).toEqual(leader);
        },
      },
    },
  });
});

test('foreign messages change nothing on the audience’s screen', () => {
  const { openChannel } = windows();
  const audience = createActor(
    audienceMachine.provide({ actors: { presenter: presenterListener(openChannel) } }),
  ).start();
  const { say } = openChannel(
    () => {},
    () => {},
  );
  for (const message of [null, 'hello', { deck: ['x'], card: 0, stage: 'key', isBlack: false }]) {
    say(message);
  }
  expect(audience.getSnapshot().value).toBe('waiting');
});
