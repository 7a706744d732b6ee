import type { PictureExportMachine } from '#browser/pictureExportMachine.ts';
import type { RendererMachine } from '#browser/rendererMachine.ts';

/** The machines that the diagram’s panel and its editor run, with what they need of the browser. */
export interface DiagramServices {
  readonly pictureExport: PictureExportMachine;
  readonly renderer: RendererMachine;
}
