import type { OktaAuthGuideElement } from './oktaAuthGuideElement.d.ts';
import {
  type HostMessage,
  parseFrameMessage,
  protocolName,
  protocolVersion,
  type StateMessage,
} from './protocol.ts';

// The script of a host: the custom element `<okta-auth-guide>`. It is released as one small file
// (scripts/embedRelease.ts), so it says things the short way and depends on the protocol only.
const tag = 'okta-auth-guide';
const script = document.currentScript;
/** The site that served this script, two folders up from its version. */
const home = script instanceof HTMLScriptElement ? new URL('../../', script.src).href : '';
/** Handed on as they are; the guide ignores those that it does not know. */
const parameterNames = ['accent', 'languages', 'ops', 'org', 'show', 'start', 'theme'];
/** How long a loaded frame may take to answer the greeting, in milliseconds. */
const patience = 15_000;

/**
 * The height of the first question at a width, in CSS pixels and rather too high than too low, so
 * that nothing of the host moves when the frame says how high it is; e2e/embed.spec.ts holds it.
 */
function usualHeight(width: number): number {
  if (width < 640) return 970 + 66_000_000 / width ** 2;
  return width < 1000 ? 1060 : 1145;
}

class OktaAuthGuide extends HTMLElement implements Pick<OktaAuthGuideElement, 'goTo' | 'reset'> {
  static readonly observedAttributes = [...parameterNames, 'src'];
  readonly #sheet = new CSSStyleSheet();
  #room: ShadowRoot | undefined;
  #frame: HTMLIFrameElement | undefined;
  #port: MessagePort | undefined;
  /** Segments of the state that is shown, once the frame has spoken. */
  #path: string | undefined;
  #isReady = false;
  /** Whether the frame has said its state through the present port, and so hears what is asked. */
  #isHearing = false;
  /** What was asked for before the frame could hear it. */
  #asked: HostMessage | undefined;
  /** The attribute `src` that names no site. */
  #refused: string | null | undefined;
  #watch = 0;

  connectedCallback(): void {
    if (this.#frame !== undefined) return;
    const frame = document.createElement('iframe');
    this.#frame = frame;
    frame.title = this.getAttribute('frame-title') ?? 'Okta API authorization guide';
    frame.loading = this.getAttribute('loading') === 'eager' ? 'eager' : 'lazy';
    frame.allow = 'clipboard-write';
    const sandbox = this.getAttribute('sandbox');
    if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
    frame.addEventListener('load', () => this.#greet());
    this.#room = this.attachShadow({ mode: 'open' });
    this.#room.adoptedStyleSheets = [this.#sheet];
    // An inline element has no width to measure.
    this.#reserve(0);
    const reserve = Number(this.getAttribute('reserve')) || usualHeight(this.clientWidth || 640);
    this.#reserve(Math.ceil(reserve));
    frame.height = `${Math.ceil(reserve)}`;
    this.#load();
  }

  /** A move that keeps the frame needs nothing. */
  connectedMoveCallback(): void {}

  disconnectedCallback(): void {
    if (this.#refused === undefined) this.#hangUp();
    // A frame that is put elsewhere starts anew: with the state that it had.
    this.#load();
  }

  attributeChangedCallback(name: string): void {
    if (name === 'start') this.#path = undefined;
    this.#load();
  }

  goTo(path: string): void {
    const segments = path.split('/').filter((segment) => segment !== '');
    this.#ask({ type: 'goTo', answers: segments.map((segment) => segment.replace('-', '.')) });
  }

  reset(): void {
    this.goTo('');
  }

  #ask(message: HostMessage): void {
    // Until the frame has said its state, it may not have heard the greeting.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has one other end
    if (this.#isHearing) this.#port?.postMessage(message);
    else this.#asked = message;
  }

  #hangUp(): void {
    clearTimeout(this.#watch);
    this.#port?.close();
    this.#port = undefined;
    this.#isHearing = false;
  }

  /** The site that the guide comes from; nothing for an address that is none, or that runs as a script. */
  #site(): string | undefined {
    try {
      const { href } = new URL(this.getAttribute('src') ?? home, document.baseURI);
      return /^https?:/.test(href) ? href : undefined;
    } catch {
      return undefined;
    }
  }

  #load(): void {
    const site = this.#site();
    if (this.#frame === undefined) return;
    if (site === undefined) {
      this.#refuse();
      return;
    }
    if (this.#refused !== undefined) this.#hangUp();
    this.#refused = undefined;
    const parameters = new URLSearchParams({ v: '1' });
    for (const name of parameterNames) {
      const value = this.getAttribute(name);
      if (value !== null) parameters.set(name, value);
    }
    const address = `${site}embed/${this.#path ? `${this.#path}/` : ''}#${parameters}`;
    if (this.#frame.src !== address) {
      this.#frame.src = address;
      this.#isHearing = false;
    }
    if (this.#room?.firstChild !== this.#frame) this.#room?.replaceChildren(this.#frame);
  }

  /** Shows the host's own link in place of the frame. */
  #refuse(): void {
    const src = this.getAttribute('src');
    if (this.#refused === src) return;
    this.#refused = src;
    this.#hangUp();
    this.#reserve(0);
    this.#room?.replaceChildren(document.createElement('slot'));
    // Scripts further down the page are to hear it.
    this.#watch = setTimeout(() =>
      this.#tell('error', { message: 'src must be the http or https address of a guide.' }),
    );
  }

  #greet(): void {
    this.#hangUp();
    const { port1: port, port2 } = new MessageChannel();
    this.#port = port;
    const target = this.hasAttribute('sandbox') ? '*' : new URL(this.#frame?.src ?? '').origin;
    const hello = { guide: protocolName, v: protocolVersion, type: 'hello' };
    this.#watch = setTimeout(
      () => this.#tell('error', { message: 'The guide did not answer. The frame may still work.' }),
      patience,
    );
    port.addEventListener('message', ({ data }) => this.#hear(data));
    port.start();
    this.#frame?.contentWindow?.postMessage(hello, target, [port2]);
  }

  #hear(data: unknown): void {
    const message = parseFrameMessage(data);
    if (message === undefined) return;
    clearTimeout(this.#watch);
    const { type, ...detail } = message;
    if (type === 'problem') this.#tell('error', detail);
    else if (message.type === 'height') {
      if (this.#frame !== undefined) this.#frame.height = `${message.height}`;
      this.#tell('height', detail);
    } else if (message.type === 'state') {
      this.#show(message);
    }
  }

  #show(state: StateMessage): void {
    const path = state.answers.map((each) => each.replace('.', '-')).join('/');
    const isFirst = !this.#isReady;
    // A frame that was moved, or got another theme, says the state that it had.
    const isKnown = path === this.#path;
    this.#path = path;
    this.#isReady = true;
    this.#isHearing = true;
    if (!isKnown) {
      if (!isFirst) {
        this.#reserve(0);
        if (this.getBoundingClientRect().top < 0) this.scrollIntoView();
      }
      const { answers, node, kind } = state;
      this.#tell(isFirst ? 'ready' : 'answer', { answers, node, kind });
      if (kind !== 'question') this.#tell('outcome', { answers, node, kind });
    }
    if (this.#asked !== undefined) this.#ask(this.#asked);
    this.#asked = undefined;
  }

  #reserve(height: number): void {
    this.#sheet.replaceSync(
      `:host{display:block;min-height:${height}px}iframe{display:block;width:100%;border:0}@media print{:host{min-height:0}}`,
    );
  }

  #tell(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

if (!customElements.get(tag)) customElements.define(tag, OktaAuthGuide);
