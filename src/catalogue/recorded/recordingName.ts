import { leftOutPart } from '../pasted/safeExcerpt.ts';

/**
 * The names under which recordings are reported: those of their files, without folders, and each
 * only once. A name that looks random is not repeated, because some tools name a file after a
 * session.
 */
export function recordingNames(files: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return files.map((file, position) => {
    const name = plainName(file) ?? `recording ${position + 1} (${leftOutPart})`;
    const own = taken.has(name) ? `${name} (${position + 1})` : name;
    taken.add(own);
    return own;
  });
}

function plainName(file: string): string | undefined {
  const name = file.split(/[/\\]/).at(-1)?.slice(0, 60) ?? '';
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const isPlain =
    words.length > 0 &&
    words.every((word) => word.length <= 20 && /^(?:\p{L}+\d{0,4}|\d{1,8})$/u.test(word));
  return isPlain ? name : undefined;
}
