/** The service worker of this site, as a page deals with it. */
export interface PageWorker {
  /** Asks the worker in charge; resolves to its answer. */
  readonly ask: (message: object) => Promise<unknown>;
  /** Unregisters it: no page that is opened from now on has it. */
  readonly dismiss: () => Promise<void>;
  /** Calls back whenever another version takes charge. */
  readonly onChange: (listener: () => void) => () => void;
}

/**
 * Registers the site's service worker.
 *
 * @param base path that all addresses of the site start with
 * @throws if there are no service workers, or if they are refused: in a frame without an origin,
 * the mere name throws
 */
export async function registerWorker(base: string): Promise<PageWorker> {
  // The policy lets only this one address through.
  const address = `${base}sw.js`;
  const policy = globalThis.trustedTypes?.createPolicy('service-worker', {
    createScriptURL: (given) => {
      if (given !== address) throw new TypeError(`${given} is not the service worker.`);
      return given;
    },
  });
  const script = policy?.createScriptURL(address) ?? address;
  const workers = navigator.serviceWorker;
  await workers.register(script, { scope: base });
  const registration = await workers.ready;
  // A page may be open for days, and a step within it loads no page: nothing else would check.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
  });
  return {
    ask: async (message) =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
          port1.close();
          resolve(data);
        });
        port1.start();
        (workers.controller ?? registration.active)?.postMessage(message, [port2]);
      }),
    dismiss: async () => {
      await registration.unregister();
    },
    onChange: (listener) => {
      workers.addEventListener('controllerchange', listener);
      return () => workers.removeEventListener('controllerchange', listener);
    },
  };
}

/** Whether the person has asked to load no more than is needed. */
export function asksToSaveData(): boolean {
  const connection: unknown = 'connection' in navigator ? navigator.connection : undefined;
  return (
    typeof connection === 'object' &&
    connection !== null &&
    'saveData' in connection &&
    connection.saveData === true
  );
}

/** Resolves once this device keeps enough to work without a network; never if it does not. */
export async function offlineReady(): Promise<void> {
  try {
    await navigator.serviceWorker.ready;
  } catch {
    await new Promise<never>(() => {});
  }
}
