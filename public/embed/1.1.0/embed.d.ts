/** Types of the custom element that embed.js defines, version 1.1.0. */

export interface GuideState {
  /** Answers so far, for example `['oauth.yes', 'audience.ownOrg']`. */
  readonly answers: readonly string[];
  /** Id of the question, outcome or exit, as in guide.json. */
  readonly node: string;
  readonly kind: 'question' | 'outcome' | 'exit';
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
  /** A parameter or `src` is wrong, or the frame does not answer. */
  error: CustomEvent<{ readonly message: string }>;
}

/** Attributes: start, theme, accent, show, src, reserve, loading, sandbox, frame-title. */
export interface OktaAuthGuideElement extends HTMLElement {
  /** Shows the state at a path, for example `oauth-yes/audience-ownOrg`. */
  goTo(path: string): void;
  /** Shows the state that the attribute `start` names, or the first question. */
  reset(): void;
  addEventListener<Type extends keyof OktaAuthGuideEventMap>(
    type: Type,
    listener: (event: OktaAuthGuideEventMap[Type]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'okta-auth-guide': OktaAuthGuideElement;
  }
}
