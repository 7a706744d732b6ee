import { fromPromise } from 'xstate';

import { mermaidFrame } from '#browser/mermaidFrame.ts';
import { offerDownload } from '#browser/offerDownload.ts';
import { type PictureExport, pictureExportMachine } from '#browser/pictureExportMachine.ts';
import { rendererMachine } from '#browser/rendererMachine.ts';
import type { DiagramServices } from '#screens/diagram/diagramServices.ts';

/**
 * What the diagram panel does in the browser.
 *
 * @param base where the site lives
 */
export function diagramServices(base: string): DiagramServices {
  return {
    pictureExport: pictureExportMachine.provide({
      actors: {
        exportPicture: fromPromise(async ({ input }: { readonly input: PictureExport }) =>
          exportPicture(input),
        ),
      },
    }),
    renderer: rendererMachine.provide({ actors: { frame: mermaidFrame(`${base}mermaid-frame/`) } }),
  };
}

async function exportPicture(wanted: PictureExport): Promise<void> {
  if (wanted.as === 'mermaidLive') {
    const { mermaidLiveAddress } = await import('#browser/mermaidLive.ts');
    window.open(await mermaidLiveAddress(wanted.text), '_blank', 'noopener');
    return;
  }
  const { pngOf } = await import('#browser/pictureExport.ts');
  const { svgAddress, fileName } = wanted;
  const response = await fetch(svgAddress);
  if (!response.ok) throw new Error(`${svgAddress} could not be loaded (${response.status}).`);
  offerDownload(await pngOf(await response.text(), 2), fileName);
}
