import { keepOffline } from '#browser/offline.ts';

declare global {
  interface ImportMeta {
    /** What Vite puts in its place. */
    readonly env: {
      /** Whether this is the built site. */
      readonly PROD: boolean;
    };
  }
}

// Once the page stands, and only as built: while developing, files change under their names.
if (import.meta.env.PROD) {
  void keepOffline(document.querySelector<HTMLElement>('#root')?.dataset['base'] ?? '/');
}
