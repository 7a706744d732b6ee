import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { run } from './packages.mjs';

/**
 * Builds the site into a folder beside `dist/` that is removed afterwards.
 *
 * @param use what is done with the folder
 * @param env variables for this build
 * @throws Error when the build fails
 */
export async function withFreshBuild<Result>(
  use: (folder: string) => Promise<Result>,
  env: Readonly<Record<string, string>> = {},
): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'okta-guide-build-'));
  try {
    const args = ['build', '--logLevel', 'error', '--outDir', folder, '--emptyOutDir'];
    const code = await run('vite', args, env);
    if (code !== 0) throw new Error(`the build ended with exit code ${code}`);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
