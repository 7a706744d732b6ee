import { build } from 'vite';

export interface ClassicScript {
  readonly fileName: string;
  readonly code: string;
}

/**
 * Builds a module and all that it imports as one script that a plain `<script>` runs.
 *
 * @param entry the module's file
 * @param entryFileNames name of the result; `[hash]` stands for a hash of its content
 * @throws Error when it would take more than one file
 */
export async function classicScript(entry: string, entryFileNames: string): Promise<ClassicScript> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: entry, output: { format: 'iife', entryFileNames } },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) =>
    'output' in each ? each.output : [],
  );
  const [script] = outputs;
  if (script?.type !== 'chunk' || outputs.length !== 1) {
    throw new Error(`${entry} must become one script, and became ${outputs.length} files.`);
  }
  return script;
}
