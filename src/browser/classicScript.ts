/** What browsers with Trusted Types require before a script's address may be set. */
interface ScriptAddressPolicies {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): string };
}

declare global {
  // eslint-disable-next-line no-var -- an ambient global is declared with var
  var trustedTypes: ScriptAddressPolicies | undefined;
}

/**
 * Prepares to load a classic script, the only kind that a frame without an origin can load from a
 * server without CORS headers. Call it once in a document for each name: a policy's name can be
 * used only once.
 *
 * @param address of this site's own script
 * @param policyName of the Trusted Types policy that lets this address through
 * @returns a function that loads the script whenever it is called, and rejects if that fails
 * @see https://w3c.github.io/trusted-types/dist/spec/
 */
export function classicScriptLoader(
  address: string,
  policyName = 'framed-values',
): () => Promise<void> {
  const policy = globalThis.trustedTypes?.createPolicy(policyName, {
    createScriptURL: (given) => {
      if (given !== address) throw new TypeError(`${given} is not a script of this page.`);
      return given;
    },
  });
  return async () => {
    const script = document.createElement('script');
    script.src = policy === undefined ? address : policy.createScriptURL(address);
    await new Promise((resolve, reject) => {
      script.addEventListener('load', resolve);
      script.addEventListener('error', () => reject(new Error(`${address} could not be loaded.`)));
      document.head.append(script);
    });
  };
}
