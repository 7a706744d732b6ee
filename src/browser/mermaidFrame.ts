import { fromCallback } from 'xstate';

import { type FrameMessage, parseFrameMessage, sealed } from './mermaidProtocol.ts';
import type { MermaidFrameEvent, MermaidFrameRequest } from './rendererMachine.ts';

/**
 * The actor that keeps a frame in the document, in which Mermaid runs under its own policy
 * (`mermaid-frame/`). It removes the frame when it is stopped.
 *
 * @param address of the page `mermaid-frame/`
 */
export function mermaidFrame(address: string) {
  return fromCallback<MermaidFrameRequest>(({ sendBack, receive }) => {
    const tell = (event: MermaidFrameEvent) => sendBack(event);
    const open = (frame: HTMLIFrameElement) => {
      frame.addEventListener('load', () => tell({ type: 'frame.loaded' }));
      document.body.append(frame);
      return frame;
    };
    let frame = open(frameAt(address, 'allow-scripts'));
    const hear = ({ source, data }: MessageEvent<unknown>) => {
      if (source === null || source !== frame.contentWindow) return;
      const message = parseFrameMessage(data);
      if (message !== undefined) tell(eventOf(message));
    };
    addEventListener('message', hear);
    receive((request) => {
      if (request.type === 'frame.openWithOrigin') {
        frame.remove();
        frame = open(frameAt(address));
      } else {
        const { id, text } = request;
        // A frame without an origin can only be addressed by "*"; the text is not a secret.
        frame.contentWindow?.postMessage(sealed({ id, text }), '*');
      }
    });
    return () => {
      removeEventListener('message', hear);
      frame.remove();
    };
  });
}

function eventOf(message: FrameMessage): MermaidFrameEvent {
  switch (message.kind) {
    case 'ready':
      return { type: 'frame.ready' };
    case 'drawn':
      return { type: 'frame.drew', id: message.id, svg: message.svg };
    case 'failed':
      return { type: 'frame.refused', id: message.id, reason: message.reason };
  }
}

/** @param sandbox what the frame may do; if absent, whatever the page may do */
function frameAt(address: string, sandbox?: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
  frame.className = 'drawing-room';
  frame.title = 'Mermaid, drawing the picture';
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  frame.src = address;
  return frame;
}
