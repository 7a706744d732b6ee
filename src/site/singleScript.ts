import { build } from 'vite';

import { shippedFiles } from './licences/shippedFiles.ts';

export interface SingleScript {
  readonly fileName: string;
  readonly code: string;
  /** What it was built from, as `shippedFiles` gives it. */
  readonly files: readonly string[];
}

/**
 * Builds a module and all that it imports as one script that a plain `<script>` runs. Styles are
 * left out: the build of the site has them.
 *
 * @param entry the module's file
 * @param entryFileNames name of the result; `[hash]` stands for a hash of its content
 * @throws Error when it would take more than one file
 */
export const classicScript = async (entry: string, entryFileNames: string): Promise<SingleScript> =>
  singleScript(entry, entryFileNames, 'iife');

/** Builds a module and all that it imports as one module; otherwise like `classicScript`. */
export const moduleScript = async (entry: string, entryFileNames: string): Promise<SingleScript> =>
  singleScript(entry, entryFileNames, 'es');

async function singleScript(
  entry: string,
  entryFileNames: string,
  format: 'iife' | 'es',
): Promise<SingleScript> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      // A library has no helper that preloads the parts of a page, which a classic script cannot.
      lib: { entry, formats: [format], name: 'unused' },
      // Vite leaves the white space of modules to those who bundle them; nobody bundles these.
      rolldownOptions: { output: { entryFileNames, codeSplitting: false, minify: true } },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) =>
    'output' in each ? each.output : [],
  );
  const [script, ...others] = outputs.filter(({ type }) => type === 'chunk');
  if (script?.type !== 'chunk' || others.length > 0) {
    throw new Error(`${entry} must become one script, and became ${others.length + 1}.`);
  }
  return {
    fileName: script.fileName,
    code: script.code,
    files: shippedFiles([script], process.cwd()),
  };
}
