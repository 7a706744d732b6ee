/**
 * What the frame and the page around it say to each other, version 1.
 *
 * The host posts a {@link Hello} to the frame on each of its `load` events and gives it one port of a
 * `MessageChannel`. Everything else goes through that port, so that no other window can listen in or
 * speak up. Nothing that a person types ever goes through it.
 */
export const protocolName = 'okta-api-authorization-guide';
export const protocolVersion = 1;

/** The host's greeting. */
export interface Hello {
  readonly guide: typeof protocolName;
  readonly v: typeof protocolVersion;
  readonly type: 'hello';
}

/** What a state of the guide can be. */
const stateKinds = ['question', 'outcome', 'exit'] as const;

/** The state of the guide that the frame shows. */
export interface StateMessage {
  readonly type: 'state';
  /** `oauth.yes`, … in the order of the walk. */
  readonly answers: readonly string[];
  /** Id of the question, outcome or exit. */
  readonly node: string;
  readonly kind: (typeof stateKinds)[number];
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
export interface HostMessage {
  readonly type: 'goTo';
  /** Empty for where the embed begins. */
  readonly answers: readonly string[];
}

const mostAnswers = 20;
/** A frame that claims more is not believed. */
const mostHeight = 100_000;

function isAnswerList(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length <= mostAnswers &&
    value.every((each) => typeof each === 'string')
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a message is the greeting of a host that speaks this version; anything may come. */
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
  if (!isRecord(message) || message['type'] !== 'goTo') return undefined;
  const { answers } = message;
  return isAnswerList(answers) ? { type: 'goTo', answers } : undefined;
}

/** Reads what a frame says; `undefined` for anything that is not of this protocol. */
export function parseFrameMessage(message: unknown): FrameMessage | undefined {
  if (!isRecord(message)) return undefined;
  const { type, answers, node, height } = message;
  if (type === 'height') {
    return typeof height === 'number' && height > 0 && height < mostHeight
      ? { type, height }
      : undefined;
  }
  const told = message['message'];
  if (type === 'problem') return typeof told === 'string' ? { type, message: told } : undefined;
  const kind = stateKinds.find((each) => each === message['kind']);
  return type === 'state' && isAnswerList(answers) && typeof node === 'string' && kind
    ? { type, answers, node, kind }
    : undefined;
}
