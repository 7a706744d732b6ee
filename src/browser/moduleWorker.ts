/** A worker of this site, as a page deals with it. */
export interface ModuleWorker {
  readonly post: (message: unknown) => void;
  /** Ends it at once, whatever it is doing. */
  readonly stop: () => void;
}

interface ModuleWorkerEvents {
  readonly onMessage: (message: unknown) => void;
  /** Its script could not be loaded, or threw. */
  readonly onError: () => void;
}

/**
 * Prepares to start a worker. Call it once in a document: the name of its policy can be used only
 * once.
 *
 * @param address of this site’s own module
 * @returns a function that starts a worker whenever it is called
 * @see https://w3c.github.io/trusted-types/dist/spec/
 */
export function moduleWorkerStarter(address: string): (events: ModuleWorkerEvents) => ModuleWorker {
  const policy = globalThis.trustedTypes?.createPolicy('worker', {
    createScriptURL: (given) => {
      if (given !== address) throw new TypeError(`${given} is not the worker of this page.`);
      return given;
    },
  });
  return ({ onMessage, onError }) => {
    const worker = new Worker(policy?.createScriptURL(address) ?? address, { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => onMessage(data));
    worker.addEventListener('error', onError);
    worker.addEventListener('messageerror', onError);
    return {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
      post: (message) => worker.postMessage(message),
      stop: () => worker.terminate(),
    };
  };
}
