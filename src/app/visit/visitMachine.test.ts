import { describe, expect, test, vi } from 'vitest';
import { createActor, fromCallback, fromPromise } from 'xstate';

import { replay } from '#guide/replay.ts';
import { walkMachine } from '#testing/machineWalk.ts';

import { type GuideView, type StateView, viewOf } from './guideView.ts';
import type { ScreenWords } from './screenWords.tsx';
import {
  isOffline,
  type Move,
  shownScreen,
  type VisitEvent,
  visitMachine,
} from './visitMachine.ts';

const first = viewOf(replay([]).walk);
const second = viewOf(replay(['oauth.yes']).walk);
const third = viewOf(replay(['oauth.yes', 'audience.ownOrg']).walk);
const notFound: GuideView = { kind: 'notFound' };

const wordsOf = ({ walk }: StateView): ScreenWords => ({
  title: walk.answers.join(' '),
  description: '',
  bar: null,
  notice: null,
});

const follow = (view: StateView): Move => ({
  type: 'visit.follow',
  view,
  pathname: `/${view.walk.answers.join('/')}`,
  historyState: null,
});
const goBack = (view: GuideView): Move => ({ type: 'visit.return', view, pathname: '/' });

/** A visit whose effects are noted, and whose words come when the test says so. */
function visitInTest({ online = true } = {}) {
  const fetches: {
    readonly view: StateView;
    readonly come: () => void;
    readonly fail: () => void;
  }[] = [];
  const arrive = vi.fn<(move: Move | undefined) => void>();
  const rememberPlace = vi.fn<(view: GuideView) => void>();
  const loadPage = vi.fn<(move: Move | undefined) => void>();
  const machine = visitMachine.provide({
    actors: {
      browser: fromCallback<VisitEvent>(() => undefined),
      loadWords: fromPromise<ScreenWords | undefined, { readonly view: StateView }>(
        async ({ input: { view } }) =>
          new Promise((resolve, reject) => {
            fetches.push({
              view,
              come: () => resolve(wordsOf(view)),
              fail: () => reject(new Error('The words did not come.')),
            });
          }),
      ),
    },
    actions: {
      arrive: (_, move) => arrive(move),
      rememberPlace: (_, view) => rememberPlace(view),
      loadPage: (_, move) => loadPage(move),
    },
    guards: { isOnline: () => online },
  });
  const actor = createActor(machine, { input: { view: first, words: undefined } });
  actor.start();
  return { actor, fetches, arrive, rememberPlace, loadPage };
}

/** Lets promises that were settled reach the machine. */
const settled = async () => new Promise((resolve) => setTimeout(resolve));

describe('the whole machine', () => {
  test('keeps its promises in every state and at every transition', () => {
    walkMachine(
      visitMachine.provide({
        actors: {
          browser: fromCallback<VisitEvent>(() => undefined),
          loadWords: fromPromise<ScreenWords | undefined, { readonly view: StateView }>(
            async () => new Promise(() => {}),
          ),
        },
        // A failure brings along whether there was a network.
        guards: { isOnline: ({ event }) => 'error' in event && event.error === 'online' },
      }),
      {
        input: { view: first, words: undefined },
        situation: ({ value, context: { shown, next } }) => [
          value,
          shown.view,
          shown.words?.title,
          next?.type,
          next?.view,
        ],
        states: {
          showing: ({ context }) => expect(context.next).toBeUndefined(),
          loading: ({ context, children }) => {
            expect(context.next?.view.kind).toBe('state');
            expect(children['loadWords']).toBeDefined();
          },
          offline: (snapshot) => {
            expect(isOffline(snapshot)).toBe(true);
            expect(snapshot.context.next).toBeDefined();
          },
          leaving: ({ context }) => expect(context.next).toBeDefined(),
        },
        events: {
          'visit.follow': {
            examples: [follow(second), follow(third)],
            promises: (after, before, event) => {
              expect(after.value).toBe('loading');
              expect(after.context.next).toEqual(event);
              expect(shownScreen(after)).toBe(shownScreen(before));
            },
          },
          'visit.correct': {
            examples: [{ ...follow(second), type: 'visit.correct' }],
            promises: (after, before) => {
              const isThere = shownScreen(before).view === second;
              expect(after.value).toBe(isThere ? 'showing' : 'loading');
            },
          },
          'visit.return': {
            examples: [goBack(first), goBack(notFound)],
            promises: (after, before, event) => {
              const isThere = shownScreen(before).view === event['view'];
              if (isThere) expect(shownScreen(after)).toBe(shownScreen(before));
              if (event['view'] === notFound || isThere) expect(after.value).toBe('showing');
              else expect(after.value).toBe('loading');
            },
          },
          'network.return': {
            examples: [{ type: 'network.return' }],
            promises: (after, before) => {
              expect(after.value).toBe('loading');
              expect(after.context).toEqual(before.context);
            },
          },
          'xstate.done.actor.loadWords': {
            examples: [{ type: 'xstate.done.actor.loadWords', output: wordsOf(second) }],
            promises: (after, before, event) => {
              expect(after.value).toBe('showing');
              expect(shownScreen(after)).toEqual({
                view: before.context.next?.view,
                words: event['output'],
                moves: shownScreen(before).moves + 1,
              });
            },
          },
          'xstate.error.actor.loadWords': {
            examples: ['online', 'offline'].map((error) => ({
              type: 'xstate.error.actor.loadWords',
              error,
            })),
            promises: (after, before, event) => {
              const canLoad =
                event['error'] === 'online' || before.context.next?.type === 'visit.return';
              expect(after.value).toBe(canLoad ? 'leaving' : 'offline');
              expect(shownScreen(after)).toBe(shownScreen(before));
            },
          },
        },
      },
    );
  });
});

describe('on the way to a screen', () => {
  test('a link that is followed shows its screen once the words are there, and the history gets an entry', async () => {
    const { actor, fetches, arrive, rememberPlace } = visitInTest();
    actor.send(follow(second));
    expect(shownScreen(actor.getSnapshot()).view).toBe(first);
    expect(arrive).not.toHaveBeenCalled();
    fetches[0]?.come();
    await settled();
    expect(shownScreen(actor.getSnapshot())).toEqual({
      view: second,
      words: wordsOf(second),
      moves: 1,
    });
    expect(arrive.mock.calls).toEqual([[follow(second)]]);
    expect(rememberPlace.mock.calls).toEqual([[first], [second]]);
  });

  test('whoever goes elsewhere meanwhile is shown the newer screen, whichever words come first', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const { actor, fetches, arrive } = visitInTest();
      actor.send(follow(second));
      actor.send(follow(third));
      for (const index of order) {
        fetches[index]?.come();
        // One after the other, in the order that is tried.
        // oxlint-disable-next-line no-await-in-loop
        await settled();
      }
      expect(shownScreen(actor.getSnapshot())).toEqual({
        view: third,
        words: wordsOf(third),
        moves: 1,
      });
      expect(arrive.mock.calls).toEqual([[follow(third)]]);
    }
  });

  test('a person who goes back to the visible screen is not moved by words that come late', async () => {
    const { actor, fetches, arrive } = visitInTest();
    actor.send(follow(second));
    actor.send(goBack(first));
    fetches[0]?.come();
    await settled();
    expect(shownScreen(actor.getSnapshot()).view).toBe(first);
    expect(arrive).not.toHaveBeenCalled();
  });

  test('a fetch that fails late does not disturb the newer one', async () => {
    const { actor, fetches, loadPage } = visitInTest();
    actor.send(follow(second));
    actor.send(follow(third));
    fetches[0]?.fail();
    await settled();
    expect(actor.getSnapshot().value).toBe('loading');
    fetches[1]?.come();
    await settled();
    expect(shownScreen(actor.getSnapshot()).view).toBe(third);
    expect(loadPage).not.toHaveBeenCalled();
  });

  test('an address outside the guide is shown at once, and stops what was on its way', async () => {
    const { actor, fetches } = visitInTest();
    actor.send(follow(second));
    actor.send(goBack(notFound));
    expect(shownScreen(actor.getSnapshot()).view).toBe(notFound);
    fetches[0]?.come();
    await settled();
    expect(shownScreen(actor.getSnapshot())).toEqual({
      view: notFound,
      words: undefined,
      moves: 1,
    });
  });
});

describe('when the words do not come', () => {
  test('with a network the browser loads the page itself, once', async () => {
    const { actor, fetches, loadPage, arrive } = visitInTest();
    actor.send(follow(second));
    fetches[0]?.fail();
    await settled();
    expect(loadPage.mock.calls).toEqual([[follow(second)]]);
    expect(arrive).not.toHaveBeenCalled();
  });

  test('without one the screen stays, and choosing again tries again', async () => {
    const { actor, fetches, loadPage } = visitInTest({ online: false });
    actor.send(follow(second));
    fetches[0]?.fail();
    await settled();
    expect(isOffline(actor.getSnapshot())).toBe(true);
    expect(shownScreen(actor.getSnapshot()).view).toBe(first);
    actor.send(follow(third));
    expect(isOffline(actor.getSnapshot())).toBe(false);
    fetches[1]?.come();
    await settled();
    expect(shownScreen(actor.getSnapshot()).view).toBe(third);
    expect(loadPage).not.toHaveBeenCalled();
  });

  test('the screen that was asked for opens when the network returns', async () => {
    const { actor, fetches, arrive } = visitInTest({ online: false });
    actor.send(follow(second));
    fetches[0]?.fail();
    await settled();
    actor.send({ type: 'network.return' });
    fetches[1]?.come();
    await settled();
    expect(shownScreen(actor.getSnapshot()).view).toBe(second);
    expect(arrive.mock.calls).toEqual([[follow(second)]]);
  });

  test('back and forward load the page in any case, for the address is already there', async () => {
    const { actor, fetches, loadPage } = visitInTest({ online: false });
    actor.send(goBack(second));
    fetches[0]?.fail();
    await settled();
    expect(loadPage.mock.calls).toEqual([[goBack(second)]]);
  });
});

test('a visit that ends stops listening to the browser', () => {
  const end = vi.fn<() => void>();
  const actor = createActor(
    visitMachine.provide({ actors: { browser: fromCallback<VisitEvent>(() => end) } }),
    { input: { view: first, words: undefined } },
  );
  actor.start();
  expect(end).not.toHaveBeenCalled();
  actor.stop();
  expect(end).toHaveBeenCalledOnce();
});
