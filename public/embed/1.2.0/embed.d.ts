/** Types of the custom element that embed.js and embed.mjs define, version 1.2.0. */

/** What is shown: a state of the decision, or a page of the handbook. */
export interface GuideState {
  /** Answers so far, for example `['oauth.yes', 'audience.ownOrg']`; none on a page. */
  readonly answers: readonly string[];
  /** Id of the question, outcome or exit, as in guide.json; the path of a page. */
  readonly node: string;
  readonly kind: 'question' | 'outcome' | 'exit' | 'page';
}

export interface OktaAuthGuideEventMap {
  /** The first state is shown and the frame has answered. */
  ready: CustomEvent<GuideState>;
  /** Another state is shown. */
  answer: CustomEvent<GuideState>;
  /** The state is an outcome or an exit; comes after `ready` or `answer`. */
  outcome: CustomEvent<GuideState>;
  /** The content's height in CSS pixels has changed. */
  height: CustomEvent<{ readonly height: number }>;
  /** A parameter, `src` or a `goTo` is wrong, or the frame does not answer. */
  error: CustomEvent<{ readonly message: string }>;
}

export interface OktaAuthGuideAttributes {
  /** Where to begin: a question's id (`audience`), or a walk (`oauth-yes/audience-ownOrg`). */
  readonly start?: string | undefined;
  /** A page of the handbook in place of the decision, for example `service-app/set-up`. */
  readonly view?: string | undefined;
  /** `page` follows the page around it, `auto` (without it) the reader's system. */
  readonly theme?: 'light' | 'dark' | 'auto' | 'page' | undefined;
  /** Colour of links, `#rrggbb`. */
  readonly accent?: string | undefined;
  /** `compact` for short results, or the parts to show: `map snippet record sources`. */
  readonly show?: string | undefined;
  /** Level of the main heading in the outline of the page, from 1 to 6; 1 without it. */
  readonly heading?: string | number | undefined;
  /** Ids of the snippet languages to offer, separated by spaces. */
  readonly languages?: string | undefined;
  /** The Okta org's domain in the requests. */
  readonly org?: string | undefined;
  /** The operations that the program calls, by their ids, separated by spaces. */
  readonly ops?: string | undefined;
  /** Room in pixels that is kept until the guide has said how high it is. */
  readonly reserve?: string | number | undefined;
  /** `eager`; otherwise the frame loads when it comes near. */
  readonly loading?: 'eager' | 'lazy' | undefined;
  /** As on a frame. */
  readonly sandbox?: string | undefined;
  /** The frame's name for people who hear the page. */
  readonly 'frame-title'?: string | undefined;
  /** The site of the guide, where the script came from elsewhere; http or https only. */
  readonly src?: string | undefined;
}

export interface OktaAuthGuideElement extends HTMLElement {
  /** Shows the state at a path, for example `oauth-yes/audience-ownOrg`; `error` if there is none. */
  goTo(path: string): void;
  /** Shows where the embed begins; a guide that did not answer is tried again. */
  reset(): void;
  addEventListener<Type extends keyof OktaAuthGuideEventMap>(
    type: Type,
    listener: (this: OktaAuthGuideElement, event: OktaAuthGuideEventMap[Type]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (this: OktaAuthGuideElement, event: HTMLElementEventMap[Type]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Type extends keyof OktaAuthGuideEventMap>(
    type: Type,
    listener: (this: OktaAuthGuideElement, event: OktaAuthGuideEventMap[Type]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (this: OktaAuthGuideElement, event: HTMLElementEventMap[Type]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'okta-auth-guide': OktaAuthGuideElement;
  }
}
