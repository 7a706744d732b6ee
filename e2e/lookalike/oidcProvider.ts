import type { Provider } from 'oidc-provider';

let loaded: Promise<{ readonly Provider: typeof Provider }> | undefined;

/**
 * Loads `oidc-provider` without its notice that Node.js 20 is older than what its authors support. It runs
 * there, as the tests show, and nobody who reads the notice could do anything about it. Everything else that it
 * has to say is printed.
 */
export function importServer(): Promise<{ readonly Provider: typeof Provider }> {
  loaded ??= (async () => {
    const { warn } = console;
    const filtered = (...words: readonly unknown[]) => {
      if (!String(words[0]).includes('oidc-provider WARNING: Unsupported runtime')) warn(...words);
    };
    Object.assign(console, { warn: filtered });
    try {
      return await import('oidc-provider');
    } finally {
      Object.assign(console, { warn });
    }
  })();
  return loaded;
}
