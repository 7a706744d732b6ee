import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';

import { describe, expect, test } from 'vitest';
import { type AnyEventObject, createActor, SimulatedClock } from 'xstate';

import { allLeaves, leavesOf, needed, systemWalks } from '#testing/systemWalks.ts';
import { type GuideState, type HostEvent, hostMachine } from './hostMachine.ts';
import { releases } from './releases.ts';

const home = 'https://guide.example/';
const pathOf = (answers: readonly string[]): string =>
  answers.map((answer) => answer.replace('.', '-')).join('/');

/** What one side, the machine or the loader, has done: both must do the same. */
interface Deeds {
  /** The frame's addresses, greetings and requests. */
  readonly effects: unknown[];
  /** The events for the host's page. */
  readonly dispatched: unknown[];
}

/** The machine, with effects that are only written down. */
function startMachine() {
  const clock = new SimulatedClock();
  const deeds: Deeds = { effects: [], dispatched: [] };
  const page = { start: 'oauth', hasChannel: false, address: '' };
  const actor = createActor(
    hostMachine.provide({
      actions: {
        loadFrame: (_, { path }) => {
          const address = `${home}embed/${path ? `${path}/` : ''}#v=1&start=${page.start}`;
          if (address !== page.address) deeds.effects.push(['load', address]);
          page.address = address;
        },
        greet: () => {
          page.hasChannel = true;
          deeds.effects.push('greet');
        },
        closeChannel: () => {
          page.hasChannel = false;
        },
        ask: (_, { answers }) => {
          if (answers !== undefined && page.hasChannel) deeds.effects.push(['ask', answers]);
        },
      },
    }),
    { clock },
  );
  actor.on('*', ({ type, detail }) => deeds.dispatched.push([type, detail]));
  actor.start();
  return { actor, clock, deeds, page };
}

interface LoaderElement extends EventTarget {
  connectedCallback(): void;
  disconnectedCallback(): void;
  attributeChangedCallback(name: string): void;
  goTo(path: string): void;
}

/** The published loader in a document that has only what it touches. */
function startLoader() {
  const clock = new SimulatedClock();
  const deeds: Deeds = { effects: [], dispatched: [] };
  const attributes = new Map([['start', 'oauth']]);
  const timers = new Set<number>();
  const channel = { isOpen: false, say: (_message: unknown): void => undefined };
  let frame: EventTarget | undefined;

  class FakeElement extends EventTarget {
    readonly clientWidth = 720;
    getAttribute(name: string): string | null {
      return attributes.get(name) ?? null;
    }
    hasAttribute(name: string): boolean {
      return attributes.has(name);
    }
    attachShadow(): object {
      return { append: () => undefined };
    }
    getBoundingClientRect(): object {
      return { top: 0 };
    }
    scrollIntoView(): void {}
  }
  class FakeScript {
    readonly src = `${home}embed/1.0.0/embed.js`;
  }
  class FakeFrame extends EventTarget {
    height = '';
    readonly contentWindow = {
      postMessage: () => deeds.effects.push('greet'),
    };
    #address = '';
    get src(): string {
      return this.#address;
    }
    set src(address: string) {
      this.#address = address;
      deeds.effects.push(['load', address]);
    }
  }
  class FakeChannel {
    readonly port2 = {};
    readonly port1 = {
      addEventListener: (_type: string, listener: (event: { data: unknown }) => void) => {
        channel.say = (data) => listener({ data });
      },
      start: () => {
        channel.isOpen = true;
      },
      close: () => {
        channel.isOpen = false;
        channel.say = () => undefined;
      },
      postMessage: ({ answers }: { answers: unknown }) => deeds.effects.push(['ask', answers]),
    };
  }
  const defined: (new () => LoaderElement)[] = [];
  runInContext(
    readFileSync(
      new URL(`../../public/embed/${releases.at(-1)?.version ?? ''}/embed.js`, import.meta.url),
      'utf8',
    ),
    createContext({
      URL,
      URLSearchParams,
      CustomEvent,
      HTMLElement: FakeElement,
      HTMLScriptElement: FakeScript,
      MessageChannel: FakeChannel,
      CSSStyleSheet: class {
        replaceSync(): void {}
      },
      document: {
        currentScript: new FakeScript(),
        baseURI: 'https://host.example/',
        createElement: () => {
          frame = new FakeFrame();
          return frame;
        },
      },
      customElements: {
        get: () => undefined,
        define: (_name: string, element: new () => LoaderElement) => defined.push(element),
      },
      setTimeout: (action: () => void, delay: number) => {
        const timer = clock.setTimeout(() => {
          timers.delete(timer);
          action();
        }, delay);
        timers.add(timer);
        return timer;
      },
      clearTimeout: (timer: number) => {
        timers.delete(timer);
        clock.clearTimeout(timer);
      },
    }),
  );
  const [Loader] = defined;
  if (Loader === undefined) throw new Error('The loader has defined no element.');
  const element = new Loader();
  for (const type of ['ready', 'answer', 'outcome', 'height', 'error']) {
    element.addEventListener(type, (event) => {
      if (event instanceof CustomEvent) deeds.dispatched.push([type, event.detail]);
    });
  }
  return {
    element,
    attributes,
    channel,
    clock,
    deeds,
    hasFrame: () => frame !== undefined,
    isWaiting: () => timers.size > 0,
    load: () => frame?.dispatchEvent(new Event('load')),
  };
}

/** Both sides, side by side. */
const start = () => ({ machine: startMachine(), loader: startLoader() });
type Sides = ReturnType<typeof start>;

const patience = 15_000;
const patienceEnds = 'xstate.after.patience.host.greeting';

/** How each event of the machine comes about in the loader. */
const happen: {
  readonly [Type in HostEvent['type']]: (
    loader: Sides['loader'],
    event: Extract<HostEvent, { readonly type: Type }>,
  ) => void;
} = {
  'element.connected': ({ element }) => element.connectedCallback(),
  'element.disconnected': ({ element }) => element.disconnectedCallback(),
  'start.changed': ({ element, attributes }) => {
    attributes.set('start', 'audience');
    element.attributeChangedCallback('start');
  },
  'state.asked': ({ element }, { answers }) => element.goTo(pathOf(answers)),
  'frame.loaded': ({ load }) => load(),
  'frame.state': ({ channel }, { state }) => channel.say({ type: 'state', ...state }),
  'frame.height': ({ channel }, { height }) => channel.say({ type: 'height', height }),
  'frame.problem': ({ channel }, { message }) => channel.say({ type: 'problem', message }),
};

/** What holds of the loader in each state of the machine. */
const promises: Readonly<Record<string, (loader: Sides['loader']) => void>> = {
  created: ({ hasFrame }) => expect(hasFrame()).toBe(false),
  outside: ({ channel, isWaiting }) =>
    expect([channel.isOpen, isWaiting()]).toEqual([false, false]),
  loading: ({ channel, hasFrame }) => expect([channel.isOpen, hasFrame()]).toEqual([false, true]),
  greeting: ({ channel, isWaiting }) => expect([channel.isOpen, isWaiting()]).toEqual([true, true]),
  silent: ({ channel, deeds }) => {
    expect(channel.isOpen).toBe(true);
    expect(JSON.stringify(deeds.dispatched)).toContain('did not answer');
  },
  talking: ({ channel, isWaiting }) => expect([channel.isOpen, isWaiting()]).toEqual([true, false]),
};

const firstQuestion: GuideState = { answers: [], node: 'oauth', kind: 'question' };
const result: GuideState = {
  answers: ['oauth.yes', 'audience.ownOrg'],
  node: 'serviceApp',
  kind: 'outcome',
};
const walks = systemWalks(hostMachine, {
  events: [
    { type: 'state.asked', answers: ['oauth.yes'] },
    { type: 'frame.state', state: firstQuestion },
    { type: 'frame.state', state: result },
    { type: 'frame.height', height: 812 },
    { type: 'frame.problem', message: 'theme must be one of light, dark, auto.' },
  ],
  situation: ({ context }) => context,
});

const isHostEvent = (event: AnyEventObject): event is HostEvent => event.type in happen;

function take({ machine, loader }: Sides, event: AnyEventObject): void {
  if (event.type === patienceEnds) {
    machine.clock.increment(patience);
    loader.clock.increment(patience);
    return;
  }
  if (!isHostEvent(event)) throw new Error(`The test does not say how ${event.type} comes about.`);
  if (event.type === 'start.changed') machine.page.start = 'audience';
  machine.actor.send(event);
  const cause: (loader: Sides['loader'], event: never) => void = happen[event.type];
  Reflect.apply(cause, undefined, [loader, event]);
}

const greeted = [{ type: 'element.connected' }, { type: 'frame.loaded' }];

/** Takes events on both sides and gives the loader afterwards. */
const walked = (events: readonly AnyEventObject[]) => {
  const sides = start();
  for (const event of events) {
    take(sides, event);
    expect(sides.loader.deeds).toEqual(sides.machine.deeds);
  }
  return sides.loader;
};

describe('the published loader', () => {
  test('is promised something in each state of the machine', () => {
    expect(Object.keys(promises).toSorted()).toEqual([...allLeaves(hostMachine)].toSorted());
  });

  test('does what the machine does, on a walk for every event in every state', () => {
    expect(walks.length).toBeGreaterThan(100);
    for (const { name, steps } of walks) {
      const sides = start();
      for (const { event, state } of steps) {
        take(sides, event);
        expect(sides.machine.actor.getSnapshot().value, name).toBe(state.value);
        expect(sides.loader.deeds, name).toEqual(sides.machine.deeds);
        for (const leaf of leavesOf(state.value)) needed(promises, leaf)(sides.loader);
      }
      sides.machine.actor.stop();
    }
  });

  test('forgets a host that goes away in the middle of the handshake, and greets anew', () => {
    const { deeds, clock, channel } = walked([
      ...greeted,
      { type: 'element.disconnected' },
      { type: 'element.connected' },
    ]);
    clock.increment(patience);
    expect(channel.isOpen).toBe(false);
    expect(deeds.dispatched).toEqual([]);
  });

  test('is ready once, however late and however often the frame answers', () => {
    const { deeds } = walked([
      ...greeted,
      { type: patienceEnds },
      { type: 'frame.state', state: firstQuestion },
      { type: 'frame.loaded' },
      { type: 'frame.state', state: firstQuestion },
      { type: 'frame.state', state: result },
    ]);
    expect(deeds.dispatched).toEqual([
      ['error', { message: expect.any(String) }],
      ['ready', firstQuestion],
      ['answer', result],
      ['outcome', result],
    ]);
  });

  test('keeps the latest of what is asked for too early, and asks once', () => {
    const { deeds } = walked([
      { type: 'state.asked', answers: ['oauth.no'] },
      ...greeted,
      { type: 'state.asked', answers: ['oauth.yes'] },
      { type: 'frame.height', height: 812 },
      { type: 'frame.state', state: firstQuestion },
      { type: 'frame.state', state: firstQuestion },
    ]);
    expect(deeds.effects.filter((effect) => Array.isArray(effect) && effect[0] === 'ask')).toEqual([
      ['ask', ['oauth.yes']],
    ]);
  });
});
