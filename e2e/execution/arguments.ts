import { parseArgs } from 'node:util';

import { languages } from '#snippets/languages.ts';

/** What `npm run test:snippets --` was asked for. */
export interface Wanted {
  /** Ids, in the order of the page; never of official tools, which are not run. */
  readonly languages: readonly string[];
  /** Whether only some of them were named. */
  readonly isPart: boolean;
  readonly writeReport: boolean;
}

/**
 * Reads the arguments: names of languages, and `--write-report`.
 *
 * @throws RangeError for a language that is not run
 */
export function wantedBy(args: readonly string[]): Wanted {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { 'write-report': { type: 'boolean' } },
    allowPositionals: true,
  });
  const all = languages.filter(({ kind }) => kind === 'language').map(({ id }) => id);
  const unknown = positionals.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    throw new RangeError(`No language "${unknown.join('", "')}". There are: ${all.join(', ')}.`);
  }
  const isPart = positionals.length > 0;
  const writeReport = values['write-report'] === true;
  if (writeReport && isPart) {
    throw new RangeError('The report is written of all languages together: name none.');
  }
  return {
    languages: all.filter((id) => !isPart || positionals.includes(id)),
    isPart,
    writeReport,
  };
}
