import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { projectFolder } from '../packages.mjs';

/**
 * Builds the site of an earlier commit with today's packages, in folders that are removed
 * afterwards.
 *
 * @param revision as git names it: `HEAD~20`, a tag, a hash
 * @param use what is done with the folder of the build
 * @throws Error when git does not know the revision, or its build fails
 */
export async function withBuildOf<Result>(
  revision: string,
  use: (build: string) => Result,
): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'okta-guide-earlier-'));
  const source = path.join(folder, 'source');
  const build = path.join(folder, 'build');
  try {
    git('worktree', 'add', '--quiet', '--detach', source, revision);
    const packages = path.join(projectFolder, 'node_modules');
    await symlink(packages, path.join(source, 'node_modules'), 'junction');
    const vite = path.join(packages, 'vite', 'bin', 'vite.js');
    execFileSync(process.execPath, [vite, 'build', '--logLevel', 'error', '--outDir', build], {
      cwd: source,
      stdio: 'inherit',
    });
    return use(build);
  } finally {
    await rm(folder, { recursive: true, force: true });
    git('worktree', 'prune');
  }
}

const git = (...args: readonly string[]) => {
  execFileSync('git', args, { cwd: projectFolder, stdio: ['ignore', 'inherit', 'inherit'] });
};
