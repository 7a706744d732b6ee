import type { OktaAuthGuideElement } from './elementTypes/embed.d.ts';
import {
  type HostMessage,
  parseFrameMessage,
  protocolName,
  protocolVersion,
  type StateMessage,
} from './protocol.ts';

// The custom element `<okta-auth-guide>` of a host's page. It is released as a small script and a
// small module (scripts/embedRelease.ts), so it says things the short way and depends on the
// protocol only. What it does is written down in hostMachine.ts.
const tag = 'okta-auth-guide';
/** Handed on to the guide, which knows what they mean. */
const parameterNames = ['accent', 'heading', 'languages', 'ops', 'org', 'show', 'start', 'theme'];
/** How long a frame in sight may take to load, in milliseconds. */
const loadingPatience = 15_000;
/** How long a loaded frame may take to answer. */
const answerPatience = 3000;
/** An element that is lower than this has been given no room by the host's page. */
const leastRoom = 200;

/**
 * The height of the first question at a width, in CSS pixels and rather too high than too low, if
 * the host's page has given no room: the blocks of the builder give it by CSS.
 */
const usualHeight = (width: number): number => Math.max(1145, 970 + 66_000_000 / width ** 2);

/** The bar that an element belongs to and that stays while the page scrolls; not one around `inside`. */
function barOf(element: Element | null, inside: Element): Element | undefined {
  if (!element || element.contains(inside)) return undefined;
  return /fixed|sticky/.test(getComputedStyle(element).position)
    ? element
    : barOf(element.parentElement, inside);
}

/** How far down the window is covered, above an element, by what stays there while the page scrolls. */
function coverOf(inside: Element): number {
  let cover = 0;
  // Whatever covers half of the window is not a header.
  while (cover < innerHeight / 2) {
    // A bar may let the pointer through, and its children not.
    const [bar] = document
      .elementsFromPoint(innerWidth / 2, cover + 1)
      .flatMap((element) => barOf(element, inside) ?? []);
    if (!bar) break;
    cover = Math.max(cover + 1, bar.getBoundingClientRect().bottom);
  }
  return cover;
}

/** The theme of the host's page: by the names of the usual switches, or else by its `color-scheme`. */
function themeOf(element: Element): string {
  const { documentElement: root, body } = document;
  const switches = `${root.dataset['theme']} ${root.className} ${body.dataset['mdColorScheme']} ${getComputedStyle(element).colorScheme}`;
  const [name = ''] = /\b(light dark|dark|slate|light)\b/.exec(switches) ?? [];
  if (name === 'light dark') return 'auto';
  return /[ds]/.test(name) ? 'dark' : 'light';
}

/** What an element does when its document, its attributes or its page change; a tuple is short. */
type Guide = readonly [
  connect: () => void,
  disconnect: () => void,
  change: (name: string) => void,
  goTo: (path: string) => void,
];

/**
 * The guide in an element, from its first document on.
 *
 * @param home the site that the loader comes from; nothing if it does not know
 */
function guideIn(host: HTMLElement, home: string | undefined): Guide {
  const sheet = new CSSStyleSheet();
  /** Hidden if the host's own link takes its place. */
  const frame = document.createElement('iframe');
  /** Shown in its place if the host gives no link. */
  const ownLink = document.createElement('a');
  let shadow: ShadowRoot | undefined;
  let isSeen: boolean | undefined;
  /** Whether `src` names no site, so that there is nothing to wait for. */
  let isRefused = false;
  let port: MessagePort | undefined;
  let shown: StateMessage | undefined;
  /** What is shown below `embed/`, and is shown again elsewhere. */
  let path: string | undefined;
  /** Whether the frame has said its state through the present port, and so hears what is asked. */
  let isHearing = false;
  /** What was asked for before the frame could hear it. */
  let asked: HostMessage | undefined;
  /** The parameters that the frame knows. */
  let told = '';
  let height = 0;
  let watch = 0;

  const attribute = (name: string) => host.getAttribute(name);
  const tell = (type: string, detail: object) =>
    host.dispatchEvent(new CustomEvent(type, { detail }));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has one other end
  const say = (message: HostMessage) => port?.postMessage(message);

  const reserve = (room: number) =>
    sheet.replaceSync(
      `:host{display:block;width:100%;min-height:${room}px;padding:0!important}iframe{display:block;width:100%;border:0}iframe[hidden],iframe:not([hidden])+slot{display:none}`,
    );

  /** The site that the guide comes from; nothing for a text that is no address, or one that runs as a script. */
  function siteOfGuide(): string | undefined {
    try {
      const { href } = new URL(attribute('src') ?? home ?? 'none:', document.baseURI);
      return /^https?:/.test(href) ? href.replace(/\/?$/, '/') : undefined;
    } catch {
      return undefined;
    }
  }

  function parameters(): string {
    const given = new URLSearchParams({ v: '1' });
    for (const name of parameterNames) {
      const value = attribute(name);
      if (value !== null) given.set(name, name + value === 'themepage' ? themeOf(host) : value);
    }
    return `${given}`;
  }

  /** Shows the frame, or the host's own link in its place, with the state in it. */
  function show(isFrame: boolean): void {
    frame.hidden = !isFrame;
    if (isFrame) return;
    reserve(0);
    const site = siteOfGuide();
    const link = host.querySelector('a') ?? ownLink;
    link.href ||= site ?? '';
    if (site && shown && link.href.startsWith(site)) link.href = site + shown.page + link.hash;
  }

  /** Later, so that scripts further down the page hear it. */
  function fail(message: string, time: number): void {
    clearTimeout(watch);
    watch = setTimeout(() => {
      show(false);
      tell('error', { message });
    }, time);
  }

  function wait(time: number): void {
    // Where the sandbox runs no scripts, the guide is silent and works.
    if (/allow-scripts/.test(attribute('sandbox') ?? 'allow-scripts')) {
      fail('The guide does not answer.', time);
    }
  }

  /** Waits for a frame that a person sees to load. */
  function awaitFrame(): void {
    if (isSeen && host.isConnected && !port && !frame.hidden) wait(loadingPatience);
  }

  function hangUp(): void {
    clearTimeout(watch);
    port?.close();
    port = undefined;
    isHearing = false;
  }

  function load(): void {
    const site = siteOfGuide();
    isRefused = !site;
    if (isRefused) {
      hangUp();
      frame.removeAttribute('src');
      show(false);
      fail('src must be an http or https address.', 0);
      return;
    }
    const below = path ?? attribute('view');
    const fragment = parameters();
    const address = `${site}embed/${below ? `${below}/` : ''}#${fragment}`;
    const isAgain = frame.hidden;
    if (frame.src !== address || isAgain) {
      hangUp();
      frame.src = address;
      told = fragment;
    }
    // A frame that is put back into its place loads again, whatever it contains.
    if (isAgain) shadow?.prepend(frame);
    show(true);
    awaitFrame();
  }

  function tellParameters(): void {
    const fragment = parameters();
    const before = told;
    if (!isHearing || fragment === before) return;
    told = fragment;
    say({ type: 'parameters', fragment, before });
  }

  function goTo(wanted: string): void {
    asked = { type: 'goTo', answers: wanted.split('/') };
    // Until the frame has said its state, it may not have heard the greeting.
    if (isHearing) ask();
    // A frame that has failed is tried again.
    else if (frame.hidden && !isRefused) load();
  }

  function ask(): void {
    if (asked) say(asked);
    asked = undefined;
  }

  function greet(): void {
    if (isRefused) return;
    hangUp();
    const { port1, port2 } = new MessageChannel();
    port = port1;
    wait(answerPatience);
    port1.addEventListener('message', hear);
    port1.start();
    frame.contentWindow?.postMessage(
      { guide: protocolName, v: protocolVersion, type: 'hello' },
      attribute('sandbox') === null ? new URL(frame.src).origin : '*',
      [port2],
    );
  }

  function hear({ data }: MessageEvent<unknown>): void {
    const message = parseFrameMessage(data);
    if (!message) return;
    clearTimeout(watch);
    show(true);
    if (message.type === 'state') take(message);
    else if (message.type === 'problem') tell('error', { message: message.message });
    else if (height !== message.height) {
      ({ height } = message);
      frame.height = `${height}`;
      tell('height', { height });
    }
  }

  function take(state: StateMessage): void {
    const { answers, node, kind } = state;
    const detail = { answers, node, kind };
    const isFirst = !shown;
    // A frame that was moved says the state that it had.
    const isNew = path !== state.path;
    shown = state;
    ({ path } = state);
    isHearing = true;
    if (isNew) {
      if (!isFirst) {
        // The top of the new page goes below everything that covers the top of the window.
        const cover = coverOf(host);
        reserve(0);
        frame.style.scrollMarginTop = `${cover}px`;
        if (frame.getBoundingClientRect().top < cover) frame.scrollIntoView();
      }
      tell(isFirst ? 'ready' : 'answer', detail);
      if (/^[oe]/.test(kind)) tell('outcome', detail);
    }
    tellParameters();
    ask();
  }

  function begin(): void {
    const given = host.offsetHeight;
    frame.title = attribute('frame-title') ?? 'Okta API authorization guide';
    frame.setAttribute('loading', attribute('loading') ?? 'lazy');
    const sandbox = attribute('sandbox');
    if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
    frame.allow = 'clipboard-write';
    frame.addEventListener('load', greet);
    shadow = host.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [sheet];
    ownLink.textContent = frame.title;
    const slot = document.createElement('slot');
    slot.append(ownLink);
    // An inline element has no width to measure.
    reserve(0);
    const usual = usualHeight(host.clientWidth || 640);
    const room = given > leastRoom ? given : Math.ceil(Number(attribute('reserve')) || usual);
    reserve(room);
    frame.height = `${room}`;
    // A frame that is put into a page without an address would load an empty one.
    load();
    shadow.append(frame, slot);
    new IntersectionObserver(([entry]) => {
      isSeen = entry?.isIntersecting;
      awaitFrame();
    }).observe(host);
    const switches = new MutationObserver(tellParameters);
    for (const element of [document.documentElement, document.body]) {
      switches.observe(element, { attributes: true });
    }
    matchMedia('(prefers-color-scheme:dark)').addEventListener('change', tellParameters);
  }

  return [
    () => (shadow ? awaitFrame() : begin()),
    () => {
      if (isRefused) return;
      hangUp();
      // A frame that is put elsewhere starts again: with the state that it had.
      load();
    },
    (name) => {
      const isStart = name === 'start';
      if (isStart || name === 'view') path = undefined;
      if (!shadow || (isRefused && name !== 'src')) return;
      if (isStart ? isHearing : parameterNames.includes(name)) {
        tellParameters();
        if (isStart) goTo('');
      } else load();
    },
    goTo,
  ];
}

/**
 * Defines the element, if there is a document and no such element yet.
 *
 * @param own address of the loader: the site is the folder above its `embed/<version>/`
 */
export function defineGuideElement(own: string): void {
  const [, home] = /^(https?:.*\/)embed\/[\d.]+\/embed\.m?js$/.exec(own) ?? [];
  const registry = globalThis.customElements;
  if (!registry || registry.get(tag)) return;
  registry.define(
    tag,
    class extends HTMLElement implements Pick<OktaAuthGuideElement, 'goTo' | 'reset'> {
      static readonly observedAttributes = [...parameterNames, 'src', 'view'];
      readonly #guide = guideIn(this, home);
      connectedCallback(): void {
        this.#guide[0]();
      }
      /** A move that keeps the frame needs nothing. */
      connectedMoveCallback(): void {}
      disconnectedCallback(): void {
        this.#guide[1]();
      }
      attributeChangedCallback(name: string): void {
        this.#guide[2](name);
      }
      goTo(path: string): void {
        this.#guide[3](path);
      }
      reset(): void {
        this.goTo('');
      }
    },
  );
}
