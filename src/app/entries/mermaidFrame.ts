import mermaid from 'mermaid';

import { parseDrawRequest, sealed } from '#browser/mermaidProtocol.ts';

// The script of `mermaid-frame/`: draws what the page around it sends, and answers nobody else.
mermaid.initialize({
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  layout: 'dagre',
  look: 'classic',
  theme: 'neutral',
  htmlLabels: false,
  fontFamily: 'system-ui, sans-serif',
});

addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
  if (source !== parent) return;
  const request = parseDrawRequest(data);
  if (request === undefined) return;
  void answer(request.id, request.text);
});

async function answer(id: number, text: string): Promise<void> {
  try {
    const { svg } = await mermaid.render(`drawing-${id}`, text);
    tell({ kind: 'drawn', id, svg: standalone(svg) });
  } catch (error) {
    tell({ kind: 'failed', id, reason: error instanceof Error ? error.message : String(error) });
  }
}

function tell(message: object): void {
  // The frame may have no origin to name; the messages contain only the picture.
  parent.postMessage(sealed(message), '*');
}

/**
 * Corrects Mermaid's SVG for use as a file: it lacks `xmlns:xlink` although it links, and its width
 * is "100%", which makes an image 150 px high.
 */
function standalone(svg: string): string {
  const room = document.createElement('div');
  room.innerHTML = svg;
  const picture = room.querySelector('svg');
  if (picture === null) return svg;
  const { width, height } = picture.viewBox.baseVal;
  picture.setAttribute('width', `${Math.ceil(width)}`);
  picture.setAttribute('height', `${Math.ceil(height)}`);
  picture.style.maxWidth = '';
  return new XMLSerializer().serializeToString(picture);
}

tell({ kind: 'ready' });
