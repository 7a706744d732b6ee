import { mermaidLiveAddress } from '#browser/mermaidLive.ts';
import { mermaidRenderer } from '#browser/mermaidRenderer.ts';
import { offerDownload } from '#browser/offerDownload.ts';
import { pngOf } from '#browser/pictureExport.ts';
import type { DiagramServices } from '#screens/diagram/diagramServices.ts';

/**
 * What the diagram panel does in the browser.
 *
 * @param base where the site lives
 */
export function diagramServices(base: string): DiagramServices {
  return {
    downloadPng: async (svgAddress, fileName) => {
      const response = await fetch(svgAddress);
      if (!response.ok) throw new Error(`${svgAddress} could not be loaded (${response.status}).`);
      offerDownload(await pngOf(await response.text(), 2), fileName);
    },
    mermaidLiveAddress,
    openTab: (address) => {
      window.open(address, '_blank', 'noopener');
    },
    startRenderer: () => mermaidRenderer(`${base}mermaid-frame/`),
  };
}
