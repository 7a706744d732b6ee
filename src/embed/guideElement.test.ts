import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';

import { describe, expect, test } from 'vitest';
import { type AnyEventObject, createActor, SimulatedClock } from 'xstate';

import { allLeaves, leavesOf, needed, systemWalks } from '#testing/systemWalks.ts';
import { type HostEvent, hostMachine, type ShownState } from './hostMachine.ts';
import { releases } from './releases.ts';

const home = 'https://guide.example/';
const firstAttributes = { site: home, start: 'oauth', theme: 'light', canAnswer: true };
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
  /** The frame's addresses, greetings and requests, and what is in its place. */
  readonly effects: unknown[];
  /** The events for the host's page. */
  readonly dispatched: unknown[];
}

const segmentsOf = (path: string): readonly string[] => path.split('/');

/** The machine, with effects that are only written down. */
function startMachine(input = firstAttributes) {
  const clock = new SimulatedClock();
  const deeds: Deeds = { effects: [], dispatched: [] };
  const page = { address: '', isLink: false };
  const actor = createActor(
    hostMachine.provide({
      actions: {
        loadFrame: (_, { address }) => {
          if (address !== page.address) deeds.effects.push(['load', address]);
          page.address = address;
        },
        reloadFrame: () => {
          deeds.effects.push('again');
        },
        emptyFrame: () => {
          page.address = '';
        },
        greet: () => {
          deeds.effects.push('greet');
        },
        showLink: () => {
          if (!page.isLink) deeds.effects.push('link');
          page.isLink = true;
        },
        showFrame: () => {
          if (page.isLink) deeds.effects.push('frame');
          page.isLink = false;
        },
        ask: (_, { path }) => {
          if (path !== undefined) deeds.effects.push(['ask', segmentsOf(path)]);
        },
        sendParameters: (_, { fragment, before, isHearing }) => {
          if (isHearing && fragment !== before) deeds.effects.push(['tell', fragment, before]);
        },
      },
    }),
    { clock, input },
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
  reset(): void;
}

const folder = new URL(`../../public/embed/${releases.at(-1)?.version ?? ''}/`, import.meta.url);
const published = new Script(readFileSync(new URL('embed.js', folder), 'utf8'));

/**
 * The published loader in a document that has only what it touches.
 *
 * @param address of the script, as the document knows it
 */
function startLoader(address = `${home}embed/1.2.0/embed.js`) {
  const clock = new SimulatedClock();
  const deeds: Deeds = { effects: [], dispatched: [] };
  const attributes = new Map([
    ['start', firstAttributes.start],
    ['theme', firstAttributes.theme],
  ]);
  const timers = new Set<number>();
  const channel = { isOpen: false, say: (_message: unknown): void => undefined };
  const link = { href: `${home}#v=1&org=acme.okta.com`, hash: '#v=1&org=acme.okta.com' };
  const intersections: ((entries: readonly { isIntersecting: boolean }[]) => void)[] = [];
  const switches: (() => void)[] = [];
  const documentRoot = { dataset: {} as Record<string, string>, className: '' };
  let frame: FakeFrame | undefined;

  class FakeElement extends EventTarget {
    readonly clientWidth = 720;
    readonly offsetHeight = 18;
    isConnected = false;
    getAttribute(name: string): string | null {
      return attributes.get(name) ?? null;
    }
    attachShadow(): object {
      return {
        append: () => undefined,
        prepend: () => deeds.effects.push('again'),
      };
    }
    querySelector(): object {
      return link;
    }
    getBoundingClientRect(): object {
      return { top: 0 };
    }
  }
  class FakeScript {
    readonly src = address;
  }
  class FakeFrame extends EventTarget {
    height = '';
    readonly style = { scrollMarginTop: '' };
    readonly contentWindow = {
      postMessage: () => deeds.effects.push('greet'),
    };
    #address = '';
    #isHidden = false;
    get src(): string {
      return this.#address;
    }
    set src(next: string) {
      if (next !== this.#address) deeds.effects.push(['load', next]);
      this.#address = next;
    }
    get hidden(): boolean {
      return this.#isHidden;
    }
    set hidden(next: boolean) {
      if (next !== this.#isHidden) deeds.effects.push(next ? 'link' : 'frame');
      this.#isHidden = next;
    }
    setAttribute(): void {}
    removeAttribute(): void {
      this.#address = '';
    }
    getBoundingClientRect(): object {
      return { top: 0 };
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
      postMessage: ({ type, answers, fragment, before }: Record<string, unknown>) =>
        deeds.effects.push(type === 'goTo' ? ['ask', answers] : ['tell', fragment, before]),
    };
  }
  const defined: (new () => LoaderElement & { isConnected: boolean })[] = [];
  const customElements = {
    get: () => undefined,
    define: (_name: string, element: (typeof defined)[number]) => defined.push(element),
  };
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
      IntersectionObserver: class {
        constructor(listener: (typeof intersections)[number]) {
          intersections.push(listener);
        }
        observe(): void {}
      },
      MutationObserver: class {
        constructor(listener: () => void) {
          switches.push(listener);
        }
        observe(): void {}
      },
      matchMedia: () => ({ addEventListener: () => undefined }),
      getComputedStyle: () => ({ colorScheme: 'normal', position: 'static' }),
      innerWidth: 1024,
      innerHeight: 768,
      document: {
        currentScript: new FakeScript(),
        baseURI: 'https://host.example/',
        documentElement: documentRoot,
        body: { dataset: {} },
        elementsFromPoint: () => [],
        createElement: (name: string) => {
          if (name !== 'iframe') return { append: () => undefined, href: '' };
          frame = new FakeFrame();
          return frame;
        },
      },
      customElements,
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
  const setAttribute = (name: string, value: string) => {
    attributes.set(name, value);
    element.attributeChangedCallback(name);
  };
  return {
    element,
    attributes,
    setAttribute,
    channel,
    clock,
    deeds,
    link,
    documentRoot,
    /** The host's page has changed an attribute of its root. */
    switchPage: () => {
      for (const listener of switches) listener();
    },
    shown: () => {
      if (frame === undefined || (frame.src === '' && !frame.hidden)) return 'nothing';
      return frame.hidden ? 'link' : 'frame';
    },
    isWaiting: () => timers.size > 0,
    load: () => frame?.dispatchEvent(new Event('load')),
    see: () => {
      for (const listener of intersections) listener([{ isIntersecting: true }]);
    },
    connect: () => {
      element.isConnected = true;
      element.connectedCallback();
    },
    disconnect: () => {
      element.isConnected = false;
      element.disconnectedCallback();
    },
  };
}

/** Both sides, side by side. */
const start = () => ({ machine: startMachine(), loader: startLoader() });
type Sides = ReturnType<typeof start>;

const delays: Readonly<Record<string, number>> = {
  'xstate.after.loadingPatience.host.loading.awaited': 15_000,
  'xstate.after.answerPatience.host.greeting': 3000,
  'xstate.after.answerPatience.host.failed.greeting': 3000,
  'xstate.after.turn.host.refused': 0,
};

/** How each event of the machine comes about in the loader. */
const happen: {
  readonly [Type in HostEvent['type']]: (
    loader: Sides['loader'],
    event: Extract<HostEvent, { readonly type: Type }>,
  ) => void;
} = {
  'element.connected': ({ connect }) => connect(),
  'element.disconnected': ({ disconnect }) => disconnect(),
  'element.seen': ({ see }) => see(),
  'start.changed': ({ setAttribute }, { start: id }) => setAttribute('start', id),
  'view.changed': ({ setAttribute }, { view }) => setAttribute('view', view),
  'theme.changed': ({ setAttribute }, { theme }) => setAttribute('theme', theme),
  'src.changed': ({ setAttribute }, { site }) => setAttribute('src', site ?? strangeAddress()),
  'state.asked': ({ element }, { path }) => element.goTo(path),
  'frame.loaded': ({ load }) => load(),
  'frame.state': ({ channel }, { state }) => channel.say({ type: 'state', ...state }),
  'frame.height': ({ channel }, { height }) => channel.say({ type: 'height', height }),
  'frame.problem': ({ channel }, { message }) => channel.say({ type: 'problem', message }),
};

const open = ({ channel, isWaiting, shown }: Sides['loader']) => [
  shown(),
  channel.isOpen,
  isWaiting(),
];

/**
 * What is true of the loader in each state of the machine: what is shown, whether there is a
 * channel, whether it waits.
 */
const promises: Readonly<Record<string, (loader: Sides['loader']) => void>> = {
  created: (loader) => expect(open(loader)).toEqual(['nothing', false, false]),
  refused: ({ channel, shown }) => expect([shown(), channel.isOpen]).toEqual(['link', false]),
  outside: (loader) => expect(open(loader)).toEqual(['frame', false, false]),
  'loading.unseen': (loader) => expect(open(loader)).toEqual(['frame', false, false]),
  'loading.awaited': (loader) => expect(open(loader)).toEqual(['frame', false, true]),
  greeting: (loader) => expect(open(loader)).toEqual(['frame', true, true]),
  talking: (loader) => expect(open(loader)).toEqual(['frame', true, false]),
  'failed.unloaded': (loader) => expect(open(loader)).toEqual(['link', false, false]),
  'failed.unanswered': (loader) => expect(open(loader)).toEqual(['link', true, false]),
  'failed.greeting': (loader) => expect(open(loader)).toEqual(['link', true, true]),
};

const firstQuestion: ShownState = {
  answers: [],
  node: 'oauth',
  kind: 'question',
  path: '',
  page: '',
};
const result: ShownState = {
  answers: ['oauth.yes', 'audience.ownOrg'],
  node: 'serviceApp',
  kind: 'outcome',
  path: 'oauth-yes/audience-ownOrg',
  page: 'guide/oauth-yes/audience-ownOrg/',
};
const page: ShownState = {
  answers: [],
  node: 'service-app/set-up',
  kind: 'page',
  path: 'service-app/set-up',
  page: 'service-app/set-up/',
};
const told = ({ answers, node, kind }: ShownState) => ({ answers, node, kind });

const walks = systemWalks(hostMachine, {
  input: firstAttributes,
  events: [
    { type: 'state.asked', path: 'oauth-yes' },
    { type: 'start.changed', start: 'audience' },
    { type: 'theme.changed', theme: 'dark' },
    { type: 'view.changed', view: 'service-app/set-up' },
    // Changes that change nothing.
    { type: 'start.changed', start: firstAttributes.start },
    { type: 'view.changed', view: '' },
    { type: 'src.changed', site: home },
    { type: 'src.changed', site: otherHome },
    { type: 'src.changed', site: undefined },
    { type: 'frame.state', state: firstQuestion },
    { type: 'frame.state', state: result },
    { type: 'frame.height', height: 812 },
    { type: 'frame.problem', message: 'theme must be one of light, dark, auto.' },
  ],
  // What the frame shows is tried on the way: with all of it there would be a hundred times the walks.
  situation: ({ context: { site, path, height, isHearing, isSeen } }) => ({
    hasSite: site !== undefined,
    isKnown: path !== undefined,
    hasHeight: height > 0,
    isHearing,
    isSeen,
  }),
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
    expect(walks.length).toBeGreaterThan(500);
    for (const { name, steps } of walks) {
      const sides = start();
      for (const { event, state } of steps) {
        take(sides, event);
        expect(sides.machine.actor.getSnapshot().value, name).toEqual(state.value);
        expect(sides.loader.deeds, name).toEqual(sides.machine.deeds);
        for (const leaf of leavesOf(state.value)) needed(promises, leaf)(sides.loader);
      }
      sides.machine.actor.stop();
    }
  });

  test('forgets a host that goes away in the middle of the handshake, and greets again', () => {
    const { deeds, clock, channel } = walked([
      ...greeted,
      { type: 'element.disconnected' },
      { type: 'element.connected' },
    ]);
    clock.increment(60_000);
    expect(channel.isOpen).toBe(false);
    expect(deeds.dispatched).toEqual([]);
  });

  test('is ready once, however late and however often the frame answers', () => {
    const { deeds } = walked([
      ...greeted,
      { type: 'xstate.after.answerPatience.host.greeting' },
      { type: 'frame.state', state: firstQuestion },
      { type: 'frame.loaded' },
      { type: 'frame.state', state: firstQuestion },
      { type: 'frame.state', state: result },
    ]);
    expect(deeds.dispatched).toEqual([
      ['error', { message: 'The guide does not answer.' }],
      ['ready', told(firstQuestion)],
      ['answer', told(result)],
      ['outcome', told(result)],
    ]);
  });

  test('reports a page of the handbook, which is no outcome, and shows it again elsewhere', () => {
    const { deeds } = walked([
      { type: 'view.changed', view: 'service-app/set-up' },
      ...greeted,
      { type: 'frame.state', state: page },
      { type: 'frame.state', state: { ...page, path: 'service-app/details' } },
      { type: 'element.disconnected' },
    ]);
    expect(deeds.dispatched).toEqual([
      ['ready', told(page)],
      ['answer', told(page)],
    ]);
    expect(deeds.effects.filter((each) => Array.isArray(each) && each[0] === 'load')).toEqual([
      ['load', `${home}embed/service-app/set-up/#v=1&start=oauth&theme=light`],
      ['load', `${home}embed/service-app/details/#v=1&start=oauth&theme=light`],
    ]);
  });

  test('reports a height once, and again when it has changed', () => {
    const { deeds } = walked([
      ...greeted,
      { type: 'frame.height', height: 812 },
      { type: 'frame.height', height: 812 },
      { type: 'frame.height', height: 640 },
      { type: 'frame.loaded' },
      { type: 'frame.height', height: 640 },
    ]);
    expect(deeds.dispatched).toEqual([
      ['height', { height: 812 }],
      ['height', { height: 640 }],
    ]);
  });

  test('tells the frame of a parameter in place, with what it knew, and loads nothing', () => {
    const { deeds } = walked([
      ...greeted,
      { type: 'theme.changed', theme: 'dark' },
      { type: 'frame.state', state: firstQuestion },
      { type: 'theme.changed', theme: 'dark' },
      { type: 'start.changed', start: 'audience' },
    ]);
    const [light, dark] = ['v=1&start=oauth&theme=light', 'v=1&start=oauth&theme=dark'];
    expect(deeds.effects).toEqual([
      ['load', `${home}embed/#${light}`],
      'greet',
      ['tell', dark, light],
      ['tell', 'v=1&start=audience&theme=dark', dark],
      ['ask', ['']],
    ]);
  });

  test('keeps the latest of what is asked for too early, and asks once', () => {
    const { deeds } = walked([
      { type: 'state.asked', path: 'oauth-no' },
      ...greeted,
      { type: 'state.asked', path: 'oauth-yes' },
      { type: 'frame.height', height: 812 },
      { type: 'frame.state', state: firstQuestion },
      { type: 'frame.state', state: firstQuestion },
    ]);
    expect(asks(deeds)).toEqual([['ask', ['oauth-yes']]]);
  });

  test('keeps what is asked for while it is in no document, and where its frame has gone elsewhere', () => {
    const { deeds } = walked([
      ...greeted,
      { type: 'frame.state', state: firstQuestion },
      { type: 'element.disconnected' },
      { type: 'state.asked', path: 'oauth-yes' },
      ...greeted,
      { type: 'frame.state', state: firstQuestion },
      { type: 'src.changed', site: otherHome },
      { type: 'state.asked', path: 'oauth-no' },
      { type: 'frame.loaded' },
      { type: 'frame.state', state: firstQuestion },
    ]);
    expect(asks(deeds)).toEqual([
      ['ask', ['oauth-yes']],
      ['ask', ['oauth-no']],
    ]);
  });

  test('shows the host’s link with the state in it when the guide falls silent, and tries again when it is reset', () => {
    const { element, link, deeds, shown } = walked([
      ...greeted,
      { type: 'frame.state', state: result },
      { type: 'frame.loaded' },
      { type: 'xstate.after.answerPatience.host.greeting' },
    ]);
    expect(shown()).toBe('link');
    expect(link.href).toBe(`${home}guide/oauth-yes/audience-ownOrg/#v=1&org=acme.okta.com`);
    element.reset();
    expect(shown()).toBe('frame');
    expect(deeds.effects.slice(-3)).toEqual([
      ['load', `${home}embed/oauth-yes/audience-ownOrg/#v=1&start=oauth&theme=light`],
      'again',
      'frame',
    ]);
  });

  test('leaves a link that leads elsewhere as the host wrote it', () => {
    const { connect, load, channel, clock, link } = startLoader();
    link.href = 'https://host.example/okta';
    connect();
    load();
    channel.say({ type: 'state', ...result });
    load();
    clock.increment(3000);
    expect(link.href).toBe('https://host.example/okta');
  });

  test('waits for ever for a guide that runs no scripts in its sandbox, for it works', () => {
    const loader = startLoader();
    const machine = startMachine({ ...firstAttributes, canAnswer: false });
    loader.attributes.set('sandbox', '');
    for (const event of [...greeted, { type: 'element.seen' }]) take({ machine, loader }, event);
    machine.clock.increment(60_000);
    loader.clock.increment(60_000);
    expect(loader.deeds).toEqual(machine.deeds);
    expect([loader.shown(), loader.deeds.dispatched]).toEqual(['frame', []]);
  });

  test.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,1',
    'blob:https://guide.example/1',
    'http://[',
    'ftp://guide.example/',
  ])('shows the host’s own link, and says why, where src is %s', (src) => {
    const { connect, attributes, setAttribute, clock, deeds, shown } = startLoader();
    attributes.set('src', src);
    connect();
    expect(shown()).toBe('link');
    clock.increment(0);
    expect(deeds).toEqual({
      effects: ['link'],
      dispatched: [['error', { message: 'src must be an http or https address.' }]],
    });
    setAttribute('src', otherHome);
    expect(shown()).toBe('frame');
  });

  test.each(['https://host.example/bundle.js', '', 'https://host.example/embed/embed.js'])(
    'frames no page of the host where it cannot know its site, as at %j: src must name it',
    (address) => {
      const { connect, setAttribute, shown } = startLoader(address);
      connect();
      expect(shown()).toBe('link');
      setAttribute('src', home);
      expect(shown()).toBe('frame');
    },
  );

  test.each([
    ['https://guide.example/docs', 'https://guide.example/docs/embed/'],
    ['https://guide.example/docs/', 'https://guide.example/docs/embed/'],
    ['//guide.example', 'https://guide.example/embed/'],
  ])('takes the src %s with or without a slash', (src, expected) => {
    const { connect, attributes, deeds } = startLoader();
    attributes.set('src', src);
    connect();
    expect(deeds.effects).toEqual([['load', `${expected}#v=1&start=oauth&theme=light`]]);
  });

  test.each([
    [{ dataset: { theme: 'dark' }, className: '' }, 'dark'],
    [{ dataset: { theme: 'light' }, className: 'theme-dark-ready' }, 'light'],
    [{ dataset: {}, className: 'dark' }, 'dark'],
    [{ dataset: {}, className: 'darkness' }, 'light'],
    [{ dataset: {}, className: '' }, 'light'],
  ])('follows the host’s page where theme is page: %j is %s', (switched, theme) => {
    const { connect, attributes, documentRoot, deeds, load, channel, switchPage } = startLoader();
    attributes.set('theme', 'page');
    connect();
    expect(deeds.effects).toEqual([['load', `${home}embed/#v=1&start=oauth&theme=light`]]);
    load();
    channel.say({ type: 'state', ...firstQuestion });
    Object.assign(documentRoot, switched);
    switchPage();
    switchPage();
    const tells = deeds.effects.filter((each) => Array.isArray(each) && each[0] === 'tell');
    expect(tells).toHaveLength(theme === 'light' ? 0 : 1);
    expect(JSON.stringify(tells)).toContain(theme === 'light' ? '' : 'theme=dark');
  });

  test('is told nothing by a problem that is no text', () => {
    const { channel, deeds } = walked(greeted);
    channel.say({ type: 'problem', message: { toString: 1 } });
    expect(deeds.dispatched).toEqual([]);
  });
});

const asks = ({ effects }: Deeds) =>
  effects.filter((effect) => Array.isArray(effect) && effect[0] === 'ask');
