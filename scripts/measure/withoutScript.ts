import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Copies a build and removes from its pages the script tags and what preloads scripts.
 *
 * @param use is given the folder of the copy, which is deleted afterwards
 */
export async function withScriptlessCopy<Result>(
  build: string,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'without-script-'));
  try {
    await cp(build, folder, { recursive: true });
    const pages = (await readdir(folder, { recursive: true })).filter((file) =>
      file.endsWith('.html'),
    );
    for (const page of pages) {
      const file = path.join(folder, page);
      // oxlint-disable-next-line no-await-in-loop -- one file at a time is in memory
      const html = await readFile(file, 'utf8');
      // oxlint-disable-next-line no-await-in-loop -- the same
      await writeFile(file, withoutScripts(html));
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const withoutScripts = (html: string): string =>
  html.replaceAll(/<script\b[^>]*>[^<]*<\/script>/g, '');
