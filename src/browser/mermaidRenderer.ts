import { type FrameMessage, parseFrameMessage, sealed } from './mermaidProtocol.ts';

/** What became of a Mermaid text. */
export type Drawing =
  | { readonly ok: true; readonly svg: string }
  | { readonly ok: false; readonly reason: string };

/** Draws Mermaid texts, one after the other. */
export interface MermaidRenderer {
  draw(text: string): Promise<Drawing>;
  /** Takes the frame away; a drawing that is still under way then never comes. */
  close(): void;
}

/** How long the frame may take to report after it has loaded, in milliseconds. */
const patience = 1500;

/**
 * Starts Mermaid in a frame of its own, where a policy of its own holds. The frame is first tried
 * without an origin (`sandbox="allow-scripts"`); hosts that send no `Access-Control-Allow-Origin`
 * cannot serve it so, and it then runs with the site's origin.
 *
 * @param address of the page `mermaid-frame/`
 */
export function mermaidRenderer(address: string): MermaidRenderer {
  const waiting = new Map<number, (drawing: Drawing) => void>();
  let latest = 0;
  let frame = openFrame(address, true);
  let report: ((ready: boolean) => void) | undefined;

  const onMessage = ({ source, data }: MessageEvent<unknown>) => {
    if (source === null || source !== frame.contentWindow) return;
    const message = parseFrameMessage(data);
    if (message === undefined) return;
    if (message.kind === 'ready') report?.(true);
    else settle(message);
  };
  const settle = (message: Exclude<FrameMessage, { kind: 'ready' }>) => {
    const answer = waiting.get(message.id);
    waiting.delete(message.id);
    answer?.(
      message.kind === 'drawn'
        ? { ok: true, svg: message.svg }
        : { ok: false, reason: message.reason },
    );
  };
  addEventListener('message', onMessage);

  const isReady = () =>
    new Promise<boolean>((done) => {
      report = done;
      frame.addEventListener('load', () => setTimeout(() => done(false), patience));
      document.body.append(frame);
    });
  const started = isReady().then(async (ready) => {
    if (ready) return true;
    frame.remove();
    frame = openFrame(address, false);
    return isReady();
  });

  return {
    draw: async (text) => {
      if (!(await started)) {
        return {
          ok: false,
          reason:
            'Mermaid could not be loaded, perhaps because you are offline. Your text is kept: copy it, or try again later.',
        };
      }
      latest += 1;
      const id = latest;
      return new Promise((done) => {
        waiting.set(id, done);
        // A frame without an origin can only be addressed by "*"; the text is no secret.
        frame.contentWindow?.postMessage(sealed({ id, text }), '*');
      });
    },
    close: () => {
      removeEventListener('message', onMessage);
      frame.remove();
    },
  };
}

function openFrame(address: string, withoutOrigin: boolean): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  if (withoutOrigin) frame.setAttribute('sandbox', 'allow-scripts');
  frame.className = 'drawing-room';
  frame.title = 'Mermaid, drawing the picture';
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  frame.src = address;
  return frame;
}
