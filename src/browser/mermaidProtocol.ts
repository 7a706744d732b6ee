/**
 * What the page and the frame in which Mermaid runs say to each other. Both sides parse what they
 * receive and answer nobody else; they ignore anything that does not have this form.
 */
const protocol = 'okta-guide-mermaid';
const version = 1;

/** The page asks for a drawing. */
export interface DrawRequest {
  readonly id: number;
  readonly text: string;
}

/** The frame answers: it can draw, it has drawn, or the text does not parse. */
export type FrameMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'drawn'; readonly id: number; readonly svg: string }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };

type Envelope<Message> = Message & { readonly protocol: string; readonly version: number };

/** Puts a message into the form that the other side accepts. */
export function sealed<Message extends object>(message: Message): Envelope<Message> {
  return { protocol, version, ...message };
}

const fieldsOf = (data: unknown): Readonly<Record<string, unknown>> | undefined => {
  if (typeof data !== 'object' || data === null) return undefined;
  const fields = data as Readonly<Record<string, unknown>>;
  return fields['protocol'] === protocol && fields['version'] === version ? fields : undefined;
};

/** Reads a message from the page; `undefined` for any other. */
export function parseDrawRequest(data: unknown): DrawRequest | undefined {
  const { id, text } = fieldsOf(data) ?? {};
  return typeof id === 'number' && typeof text === 'string' ? { id, text } : undefined;
}

/** Reads a message from the frame; `undefined` for any other. */
export function parseFrameMessage(data: unknown): FrameMessage | undefined {
  const { kind, id, svg, reason } = fieldsOf(data) ?? {};
  if (kind === 'ready') return { kind };
  if (typeof id !== 'number') return undefined;
  if (kind === 'drawn' && typeof svg === 'string') return { kind, id, svg };
  if (kind === 'failed' && typeof reason === 'string') return { kind, id, reason };
  return undefined;
}
