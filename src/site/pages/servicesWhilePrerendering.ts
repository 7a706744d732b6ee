import { pictureExportMachine } from '#browser/pictureExportMachine.ts';
import { rendererMachine } from '#browser/rendererMachine.ts';
import type { GuideServices } from '#app/visit/GuideApp.tsx';

const absent = (): never => {
  throw new Error('A browser service was used while a page was prerendered. Call it in an effect.');
};

/** Stands for the browser where there is none: nothing may call it before the page is hydrated. */
export const servicesWhilePrerendering: GuideServices = {
  navigation: {
    place: absent,
    isFromThisSite: absent,
    push: absent,
    replace: absent,
    isOnline: absent,
    remember: absent,
    load: absent,
    reload: absent,
    onOnline: absent,
    onReturn: absent,
    onFollow: absent,
  },
  // Machines that no browser has been provided for: an actor starts once the page is there.
  diagram: { pictureExport: pictureExportMachine, renderer: rendererMachine },
  onHydrated: absent,
  onArrived: absent,
};
