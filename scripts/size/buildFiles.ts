import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { build } from './build.ts';

/** A file of the build. */
export interface BuildFile {
  /** Within the build, with slashes. */
  readonly path: string;
  readonly bytes: number;
  /** Equal for files with the same content. */
  readonly hash: string;
}

/** Copies that the build may contain, each with the reason for it. */
const allowedCopies: readonly { readonly files: RegExp; readonly because: string }[] = [
  {
    files: /^embed\/\d+\.\d+\.\d+\//,
    because: 'a release stays at its address, even the files that the next one did not change',
  },
  {
    files: /^[a-z-]+\/requests\/[a-z-]+\/[a-z-]+\.(sdk\.\w+|tf)$/,
    because: 'a tool that reads the form from its configuration has one text for several forms',
  },
];

/** Every file of the build. */
export function buildFiles(): readonly BuildFile[] {
  return readdirSync(build, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const content = readFileSync(file);
      return {
        path: path.relative(build, file).replaceAll(path.sep, '/'),
        bytes: content.length,
        hash: createHash('sha256').update(content).digest('hex'),
      };
    });
}

/** The paths of files with the same content, group by group, except for the copies that are allowed. */
export function copies(files: readonly BuildFile[]): readonly (readonly string[])[] {
  const pathsByHash = new Map<string, readonly string[]>();
  for (const { hash, path: file } of files) {
    pathsByHash.set(hash, [...(pathsByHash.get(hash) ?? []), file]);
  }
  return [...pathsByHash.values()]
    .filter((equal) => equal.length > 1)
    .filter(
      (equal) =>
        !allowedCopies.some(({ files: allowed }) => equal.every((file) => allowed.test(file))),
    );
}
