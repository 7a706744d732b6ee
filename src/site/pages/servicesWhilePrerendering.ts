import type { GuideServices } from '#app/visit/GuideApp.tsx';

const absent = (): never => {
  throw new Error('A browser service was used while a page was prerendered. Call it in an effect.');
};

/** Stands for the browser where there is none: nothing may call it before the page is hydrated. */
export const servicesWhilePrerendering: GuideServices = {
  navigation: {
    place: absent,
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
  diagram: {
    downloadPng: absent,
    mermaidLiveAddress: absent,
    openTab: absent,
    startRenderer: absent,
  },
  onHydrated: absent,
};
