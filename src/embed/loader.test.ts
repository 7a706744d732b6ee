import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';

import { describe, expect, test } from 'vitest';
import { type AnyEventObject, createActor, SimulatedClock } from 'xstate';

import { allLeaves, leavesOf, needed, systemWalks } from '#testing/systemWalks.ts';
import { type GuideState, type HostEvent, hostMachine } from './hostMachine.ts';
import { releases } from './releases.ts';

const home = 'https://guide.example/';
const pathOf = (answers: readonly string[]): string =>
  answers.map((answer) => answer.replace('.', '-')).join('/');

const firstAttributes = { site: home, start: 'oauth' };
const otherHome = 'https://copy.example/';
let strange = 0;
/** Another one each time, as a host would change it. */
const strangeAddress = (): string => {
  strange += 1;
  return (
    [`javascript:alert(${strange})`, `http://[${strange}`, `data:text/html,${strange}`][
      strange % 3
    ] ?? ''
  );
};

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
  const page = { hasChannel: false, address: '' };
  const actor = createActor(
    hostMachine.provide({
      actions: {
        loadFrame: (_, { address }) => {
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
        showLink: () => {
          deeds.effects.push('link');
        },
        ask: (_, { answers }) => {
          if (answers !== undefined && page.hasChannel) deeds.effects.push(['ask', answers]);
        },
      },
    }),
    { clock, input: firstAttributes },
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

const published = new Script(
  readFileSync(
    new URL(`../../public/embed/${releases.at(-1)?.version ?? ''}/embed.js`, import.meta.url),
    'utf8',
  ),
);

/** The published loader in a document that has only what it touches. */
function startLoader() {
  const clock = new SimulatedClock();
  const deeds: Deeds = { effects: [], dispatched: [] };
  const attributes = new Map([['start', firstAttributes.start]]);
  const timers = new Set<number>();
  const channel = { isOpen: false, say: (_message: unknown): void => undefined };
  let frame: EventTarget | undefined;
  const room = {
    firstChild: undefined as unknown,
    replaceChildren(child: unknown) {
      this.firstChild = child;
      if (child === 'slot') deeds.effects.push('link');
    },
  };

  class FakeElement extends EventTarget {
    readonly clientWidth = 720;
    getAttribute(name: string): string | null {
      return attributes.get(name) ?? null;
    }
    hasAttribute(name: string): boolean {
      return attributes.has(name);
    }
    attachShadow(): object {
      return room;
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
  published.runInContext(
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
        createElement: (name: string) => {
          if (name === 'slot') return name;
          frame = new FakeFrame();
          return frame;
        },
      },
      customElements: {
        get: () => undefined,
        define: (_name: string, element: new () => LoaderElement) => defined.push(element),
      },
      setTimeout: (action: () => void, delay = 0) => {
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
    shown: () => (room.firstChild === frame && frame !== undefined ? 'frame' : room.firstChild),
    isWaiting: () => timers.size > 0,
    load: () => frame?.dispatchEvent(new Event('load')),
  };
}

/** Both sides, side by side. */
const start = () => ({ machine: startMachine(), loader: startLoader() });
type Sides = ReturnType<typeof start>;

const patience = 15_000;
const patienceEnds = 'xstate.after.patience.host.greeting';
const delays: Readonly<Record<string, number>> = {
  [patienceEnds]: patience,
  'xstate.after.turn.host.refused': 0,
};

/** How each event of the machine comes about in the loader. */
const happen: {
  readonly [Type in HostEvent['type']]: (
    loader: Sides['loader'],
    event: Extract<HostEvent, { readonly type: Type }>,
  ) => void;
} = {
  'element.connected': ({ element }) => element.connectedCallback(),
  'element.disconnected': ({ element }) => element.disconnectedCallback(),
  'start.changed': ({ element, attributes }, { start: id }) => {
    attributes.set('start', id);
    element.attributeChangedCallback('start');
  },
  'src.changed': ({ element, attributes }, { site }) => {
    attributes.set('src', site ?? strangeAddress());
    element.attributeChangedCallback('src');
  },
  'state.asked': ({ element }, { answers }) => element.goTo(pathOf(answers)),
  'frame.loaded': ({ load }) => load(),
  'frame.state': ({ channel }, { state }) => channel.say({ type: 'state', ...state }),
  'frame.height': ({ channel }, { height }) => channel.say({ type: 'height', height }),
  'frame.problem': ({ channel }, { message }) => channel.say({ type: 'problem', message }),
};

/** What holds of the loader in each state of the machine. */
const promises: Readonly<Record<string, (loader: Sides['loader']) => void>> = {
  created: ({ shown }) => expect(shown()).toBeUndefined(),
  refused: ({ channel, shown }) => expect([channel.isOpen, shown()]).toEqual([false, 'slot']),
  outside: ({ channel, isWaiting }) =>
    expect([channel.isOpen, isWaiting()]).toEqual([false, false]),
  loading: ({ channel, shown }) => expect([channel.isOpen, shown()]).toEqual([false, 'frame']),
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
  input: firstAttributes,
  events: [
    { type: 'state.asked', answers: ['oauth.yes'] },
    { type: 'start.changed', start: 'audience' },
    { type: 'src.changed', site: otherHome },
    { type: 'src.changed', site: undefined },
    { type: 'frame.state', state: firstQuestion },
    { type: 'frame.state', state: result },
    { type: 'frame.height', height: 812 },
    { type: 'frame.problem', message: 'theme must be one of light, dark, auto.' },
  ],
  // Where the frame stands is tried on the way: with it there would be ten times the walks.
  situation: ({ context: { address: _address, start: _start, ...others } }) => others,
});

const isHostEvent = (event: AnyEventObject): event is HostEvent => event.type in happen;

function take({ machine, loader }: Sides, event: AnyEventObject): void {
  const delay = delays[event.type];
  if (delay !== undefined) {
    machine.clock.increment(delay);
    loader.clock.increment(delay);
    return;
  }
  if (!isHostEvent(event)) throw new Error(`The test does not say how ${event.type} comes about.`);
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

  test('keeps what is asked for while it is in no document, and where its frame has gone elsewhere', () => {
    const { deeds } = walked([
      ...greeted,
      { type: 'frame.state', state: firstQuestion },
      { type: 'element.disconnected' },
      { type: 'state.asked', answers: ['oauth.yes'] },
      ...greeted,
      { type: 'frame.state', state: firstQuestion },
      { type: 'src.changed', site: otherHome },
      { type: 'state.asked', answers: ['oauth.no'] },
      { type: 'frame.loaded' },
      { type: 'frame.state', state: firstQuestion },
    ]);
    expect(deeds.effects.filter((effect) => Array.isArray(effect) && effect[0] === 'ask')).toEqual([
      ['ask', ['oauth.yes']],
      ['ask', ['oauth.no']],
    ]);
  });

  test.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,1',
    'blob:https://guide.example/1',
    'http://[',
    'ftp://guide.example/',
  ])('shows the host’s own link, and says why, where src is %s', (src) => {
    const { element, attributes, clock, deeds, shown } = startLoader();
    attributes.set('src', src);
    element.connectedCallback();
    expect(shown()).toBe('slot');
    clock.increment(0);
    expect(deeds).toEqual({
      effects: ['link'],
      dispatched: [['error', { message: 'src must be the http or https address of a guide.' }]],
    });
    attributes.set('src', otherHome);
    element.attributeChangedCallback('src');
    expect(shown()).toBe('frame');
  });

  test('is told nothing by a problem that is no text', () => {
    const { channel, deeds } = walked(greeted);
    channel.say({ type: 'problem', message: { toString: 1 } });
    expect(deeds.dispatched).toEqual([]);
  });
});
