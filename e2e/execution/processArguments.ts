import { readdirSync, readFileSync } from 'node:fs';

/** The programs that run now with one of the texts in their arguments, where everybody can read it. */
export function programsWith(texts: readonly string[]): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const [program = '', ...args] = argumentsOf(name);
      return args.some((argument) => texts.some((text) => argument.includes(text)))
        ? [program]
        : [];
    });
}

function argumentsOf(process: string): readonly string[] {
  try {
    return readFileSync(`/proc/${process}/cmdline`, 'utf8').split('\0');
  } catch {
    // It has ended.
    return [];
  }
}
