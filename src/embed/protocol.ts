/**
 * What the frame and the page around it say to each other, version 1.
 *
 * The host posts a {@link Hello} to the frame on each of its `load` events and gives it one port of a
 * `MessageChannel`. Everything else goes through that port, so no other window can listen in or
 * send messages. Nothing that a person types ever goes through it.
 */
export const protocolName = 'okta-api-authorization-guide';
export const protocolVersion = 1;

/** The host's greeting. */
export interface Hello {
  readonly guide: typeof protocolName;
  readonly v: typeof protocolVersion;
  readonly type: 'hello';
}

/** What a state of the guide can be; `page` is a single page, which no answers lead to. */
const stateKinds = ['question', 'outcome', 'exit', 'page'] as const;

/** The state of the guide that the frame shows, or the page of its handbook. */
export interface StateMessage {
  readonly type: 'state';
  /** `oauth.yes`, … in the order of the walk; none on a page of the handbook. */
  readonly answers: readonly string[];
  /** Id of the question, outcome or exit; the path of a page, such as `service-app/set-up`. */
  readonly node: string;
  readonly kind: (typeof stateKinds)[number];
  /** What is shown, below `embed/`: `oauth-yes/audience-ownOrg`, empty for the first question. */
  readonly path: string;
  /** Where the full guide has it, below the site: `guide/oauth-yes/audience-ownOrg/`. */
  readonly page: string;
}

/** From the frame to the host. */
export type FrameMessage =
  | StateMessage
  | {
      readonly type: 'height';
      /** Of the whole content, in CSS pixels, an integer. */
      readonly height: number;
    }
  | { readonly type: 'problem'; readonly message: string };

/** From the host to the frame. */
export type HostMessage =
  | {
      readonly type: 'goTo';
      /**
       * Answers (`oauth.yes`) or segments (`oauth-yes`), or the id of one node; empty for where the
       * embed begins.
       */
      readonly answers: readonly string[];
    }
  | {
      readonly type: 'parameters';
      /**
       * All that the host gives now, in the form of the fragment: `v=1&theme=dark`. Only what differs
       * from `before` changes, so that what a person has typed stays.
       */
      readonly fragment: string;
      readonly before: string;
    };

const mostAnswers = 20;
/** In characters; more than any host needs. */
const mostFragment = 20_000;
/** A frame that claims more is not believed. */
const mostHeight = 100_000;

const isText = (value: unknown): value is string => typeof value === 'string';

/** A list may be as long as its sender likes, and full of holes: its length is read first. */
function isAnswerList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length <= mostAnswers && value.every(isText);
}

const isFragment = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= mostFragment;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a message, which may be anything, is the greeting of a host that speaks this version. */
export function isHello(message: unknown): message is Hello {
  return (
    isRecord(message) &&
    message['guide'] === protocolName &&
    message['v'] === protocolVersion &&
    message['type'] === 'hello'
  );
}

/** Reads what a host says; `undefined` for anything that is not of this protocol. */
export function parseHostMessage(message: unknown): HostMessage | undefined {
  if (!isRecord(message)) return undefined;
  const { type, answers, fragment, before } = message;
  if (type === 'goTo') return isAnswerList(answers) ? { type, answers } : undefined;
  return type === 'parameters' && isFragment(fragment) && isFragment(before)
    ? { type, fragment, before }
    : undefined;
}

/**
 * Reads what a frame says; `undefined` for anything that is not of this protocol. It is a part of the
 * loader, so it says little.
 */
export function parseFrameMessage(message: unknown): FrameMessage | undefined {
  const {
    type,
    height,
    message: told,
    answers,
    node,
    kind,
    path,
    page,
  } = Object(message) as Readonly<Record<string, unknown>>;
  if (type === 'height' && typeof height === 'number' && height > 0 && height < mostHeight) {
    return { type, height };
  }
  if (type === 'problem' && isText(told)) return { type, message: told };
  const known = stateKinds.find((each) => each === kind);
  return type === 'state' &&
    known &&
    isAnswerList(answers) &&
    isText(node) &&
    isText(path) &&
    isText(page)
    ? { type, answers, node, kind: known, path, page }
    : undefined;
}
