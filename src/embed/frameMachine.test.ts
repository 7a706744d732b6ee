import { afterEach, describe, expect, test } from 'vitest';
import { type AnyEventObject, createActor, fromPromise } from 'xstate';

import { eventually } from '#testing/eventually.ts';
import { allLeaves, leavesOf, needed, systemWalks } from '#testing/systemWalks.ts';
import { conversationOf } from './conversation.ts';
import { fieldsProgress, type FrameEvent, frameMachine } from './frameMachine.ts';
import type { StateMessage } from './protocol.ts';

const state: StateMessage = {
  type: 'state',
  answers: ['oauth.no'],
  node: 'obstacle',
  kind: 'question',
  path: 'oauth-no',
  page: 'guide/oauth-no/',
};
const problem = 'theme must be one of light, dark, auto. It is treated as auto.';
const laterProblem = 'accent must be a colour like #1a5fb4.';
const stopped: (() => void)[] = [];
afterEach(() => {
  for (const stop of stopped.splice(0)) stop();
});

/** A host's end of the channel, and what came out of it. */
class Host {
  readonly channel = new MessageChannel();
  readonly heard: unknown[] = [];
  constructor() {
    this.channel.port1.addEventListener('message', ({ data }) => this.heard.push(data));
    this.channel.port1.start();
  }
  change(fragment: string, before: string): void {
    this.channel.port1.postMessage({ type: 'parameters', fragment, before });
  }
  ask(answers: readonly string[]): void {
    this.channel.port1.postMessage({ type: 'goTo', answers });
  }
  leave(): void {
    this.channel.port1.close();
  }
}

/** The machine at work in a page whose height the test changes. */
function start() {
  const hosts: Host[] = [];
  const shown: unknown[] = [];
  const applied: unknown[] = [];
  const followers = new Set<(height: number) => void>();
  const loads: { readonly succeed: () => void; readonly fail: (reason: Error) => void }[] = [];
  const actor = createActor(
    frameMachine.provide({
      actors: {
        conversation: conversationOf({
          state,
          problems: () => [problem],
          problemsOf: ({ type }) => (type === 'parameters' ? [laterProblem] : []),
          followHeight: (say) => {
            followers.add(say);
            say(600);
            return () => followers.delete(say);
          },
        }),
        loadFields: fromPromise<void>(
          async () =>
            new Promise((succeed, fail) => {
              loads.push({ succeed, fail });
            }),
        ),
      },
      actions: {
        show: (_, { answers }) => shown.push(answers),
        apply: (_, { fragment, before }) => applied.push([fragment, before]),
      },
    }),
  ).start();
  stopped.push(() => {
    actor.stop();
    for (const host of hosts) host.leave();
  });
  return {
    actor,
    followers,
    hosts,
    loads,
    shown,
    applied,
    state: () => actor.getSnapshot(),
    greet: () => {
      const host = new Host();
      hosts.push(host);
      actor.send({ type: 'host.greeted', port: host.channel.port2 });
      return host;
    },
  };
}
type Frame = ReturnType<typeof start>;

/** How each event comes about. */
const happen: Readonly<Record<string, (frame: Frame, event: AnyEventObject) => void>> = {
  'host.greeted': ({ greet }) => greet(),
  'host.asked': ({ hosts }) => hosts.at(-1)?.ask(['oauth.yes']),
  'host.changed': ({ hosts }) => hosts.at(-1)?.change('v=1&accent=red', 'v=1'),
  'host.left': ({ hosts }) => hosts.at(-1)?.leave(),
  'fields.asked': ({ actor }, { by }) =>
    actor.send({ type: 'fields.asked', by: by === 'person' ? 'person' : 'host' }),
  'xstate.done.actor.loadFields': ({ loads }) => loads.at(-1)?.succeed(),
  'xstate.error.actor.loadFields': ({ loads }) => loads.at(-1)?.fail(new Error('offline')),
};

const isAwaited = (frame: Frame): boolean => frame.state().context.isAwaited;

/** What is true in each state, however it was reached. */
const promises: Readonly<Record<string, (frame: Frame) => void>> = {
  'host.unknown': ({ followers }) => expect(followers.size).toBe(0),
  'host.greeted': ({ followers, hosts }) => {
    expect(followers.size).toBe(1);
    expect(hosts.at(-1)?.heard.slice(0, 3)).toEqual([
      state,
      { type: 'problem', message: problem },
      { type: 'height', height: 600 },
    ]);
  },
  'fields.sample': (frame) => {
    expect(fieldsProgress(frame.state())).toBeUndefined();
    expect(frame.loads).toEqual([]);
  },
  'fields.loading': (frame) =>
    expect(fieldsProgress(frame.state())).toBe(isAwaited(frame) ? 'loading' : undefined),
  'fields.failed': (frame) => {
    expect(fieldsProgress(frame.state())).toBe(isAwaited(frame) ? 'failed' : undefined);
    expect(frame.state().can({ type: 'fields.asked', by: 'person' })).toBe(true);
  },
  'fields.open': (frame) => {
    expect(fieldsProgress(frame.state())).toBeUndefined();
    expect(frame.state().can({ type: 'fields.asked', by: 'person' })).toBe(false);
  },
};

const events: readonly FrameEvent[] = [
  { type: 'host.greeted', port: new MessageChannel().port2 },
  { type: 'host.asked', answers: ['oauth.yes'] },
  { type: 'host.changed', fragment: 'v=1&accent=red', before: 'v=1' },
  { type: 'fields.asked', by: 'person' },
  { type: 'fields.asked', by: 'host' },
];

describe('a framed page keeps the promise of each state on every walk', () => {
  test('and every state has one', () => {
    expect(Object.keys(promises).toSorted()).toEqual([...allLeaves(frameMachine)].toSorted());
  });

  test.each(systemWalks(frameMachine, { events, situation: ({ context }) => context }))(
    '$name',
    async ({ steps }) => {
      const frame = start();
      for (const { event, state: expected } of steps) {
        needed(happen, event.type)(frame, event);
        // What is sent through a channel arrives in a turn of its own.
        await eventually(() => {
          expect(frame.state().value).toEqual(expected.value);
          for (const leaf of leavesOf(expected.value)) needed(promises, leaf)(frame);
        });
      }
    },
  );
});

describe('what happens at the wrong moment', () => {
  test('a second greeting takes the place of the first, whose host hears and asks no more', async () => {
    const frame = start();
    const first = frame.greet();
    const second = frame.greet();
    first.ask(['oauth.yes']);
    for (const say of frame.followers) say(900);
    await eventually(() => expect(second.heard).toContainEqual({ type: 'height', height: 900 }));
    expect(first.heard).not.toContainEqual({ type: 'height', height: 900 });
    expect(frame.shown).toEqual([]);
  });

  test('a host that goes away before it has heard anything leaves the page as it was', async () => {
    const frame = start();
    frame.greet().leave();
    await eventually(() => expect(frame.state().value.host).toBe('unknown'));
    expect(frame.followers.size).toBe(0);
    const next = frame.greet();
    await eventually(() => expect(next.heard[0]).toEqual(state));
  });

  test('a host that says strange things changes nothing, and is still heard', async () => {
    const frame = start();
    const host = frame.greet();
    for (const strange of [
      null,
      'hello',
      { type: 'values' },
      { type: 'goTo', answers: [1] },
      { type: 'parameters', fragment: 'v=1' },
    ]) {
      host.channel.port1.postMessage(strange);
    }
    host.ask(['oauth.yes', 'audience.ownOrg']);
    await eventually(() => expect(frame.shown).toEqual([['oauth.yes', 'audience.ownOrg']]));
  });

  test('a host that gives other parameters has them applied, and hears what is wrong with them', async () => {
    const frame = start();
    const host = frame.greet();
    host.change('v=1&accent=red', 'v=1&theme=dark');
    await eventually(() => expect(frame.applied).toEqual([['v=1&accent=red', 'v=1&theme=dark']]));
    await eventually(() =>
      expect(host.heard.at(-1)).toEqual({ type: 'problem', message: laterProblem }),
    );
  });

  test('a host that gives other parameters while the page it asked for is on its way has it asked for again', async () => {
    const frame = start();
    const host = frame.greet();
    host.ask(['oauth.yes']);
    host.change('v=1&theme=dark', 'v=1');
    await eventually(() => expect(frame.applied).toHaveLength(1));
    expect(frame.shown).toEqual([['oauth.yes'], ['oauth.yes']]);
    const next = frame.greet();
    next.change('v=1', 'v=1&theme=dark');
    await eventually(() => expect(frame.applied).toHaveLength(2));
    expect(frame.shown).toHaveLength(2);
  });

  test('a person who asks while the host’s values load the fields is informed, and loads them once', async () => {
    const frame = start();
    frame.actor.send({ type: 'fields.asked', by: 'host' });
    expect(fieldsProgress(frame.state())).toBeUndefined();
    frame.actor.send({ type: 'fields.asked', by: 'person' });
    expect(fieldsProgress(frame.state())).toBe('loading');
    frame.loads[0]?.fail(new Error('offline'));
    await eventually(() => expect(fieldsProgress(frame.state())).toBe('failed'));
    frame.actor.send({ type: 'fields.asked', by: 'person' });
    frame.loads[1]?.succeed();
    await eventually(() => expect(frame.state().value.fields).toBe('open'));
    expect(frame.loads).toHaveLength(2);
  });
});
