import { parseArgs } from 'node:util';

import { languages } from '#snippets/languages.ts';

/** What `npm run test:snippets --` was asked for. */
export interface Wanted {
  /** Ids, in the order of the page; never of official tools, which are not run. */
  readonly languages: readonly string[];
  /** Whether the requests of a person's sign-in are run too. */
  readonly signIn: boolean;
  /** Whether only some of all that were named. */
  readonly isPart: boolean;
  /** Whether what was proven before, and has not changed since, is run again. */
  readonly all: boolean;
  readonly writeReport: boolean;
}

/** What the requests of a person's sign-in are called among the arguments. */
const signInName = 'sign-in';

/**
 * Reads the arguments: names of languages, `sign-in`, `--all` and `--write-report`.
 *
 * @throws RangeError for a language that is not run
 */
export function wantedBy(args: readonly string[]): Wanted {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { all: { type: 'boolean' }, 'write-report': { type: 'boolean' } },
    allowPositionals: true,
  });
  const all = languages.filter(({ kind }) => kind === 'language').map(({ id }) => id);
  const known = [...all, signInName];
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new RangeError(`No language "${unknown.join('", "')}". There are: ${known.join(', ')}.`);
  }
  const isPart = positionals.length > 0;
  return {
    languages: all.filter((id) => !isPart || positionals.includes(id)),
    signIn: !isPart || positionals.includes(signInName),
    isPart,
    all: values.all === true,
    writeReport: values['write-report'] === true,
  };
}
