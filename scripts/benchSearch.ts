// `npm run bench:search`: how long the site's search takes from a keystroke to its hits, with Okta's operations
// and with ten and a hundred times as many, compared with a scan that looks for each word in the
// lower-case text of every entry. Both in one run; a ratio above 1 says how many times slower the
// scan is. Prints a table, judges nothing.
import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';

import { knownErrors } from '#guide/errors/knownErrors.ts';
import { tools } from '#guide/tools/tools.ts';
import { entriesOf, type SearchEntry, searchFile } from '#search/index/entry.ts';
import { searchFor, searchIndex } from '#search/index/search.ts';
import { searchedTerms } from '#site/search/searchedTerms.ts';
import { searchEntries } from '#site/search/searchEntries.ts';
import { scenarios } from '#workshop/scenarios/scenarios.ts';

import { multipliedCatalogue, quantile } from './multipliedCatalogue.ts';

/** What people type, letter by letter. */
const typed = [
  'list groups',
  'lits gruops',
  'deactivate user',
  'okta.groups.manage',
  'GET /api/v1/users/00u1/groups',
  'invalid_dpop_proof',
  'client assertion',
  'xylophone orchestra',
];
/** What people paste, all at once. */
const pasted = [
  '400 Bad Request, invalid_client: The client_assertion token has an expiration too far into the future.',
  'Error: failed to get groups claim for OAuth application: the API returned an error: Invalid session',
  `${'> GET /api/v1/groups?limit=10 HTTP/2\n< content-type: application/json\n'.repeat(40)}{"errorCode":"E0000011","errorSummary":"Invalid token provided"}`,
];
const queries = [
  ...typed.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1))),
  ...pasted,
];

/** What a page without an index would do. */
function scanner(entries: readonly SearchEntry[]): (query: string) => readonly SearchEntry[] {
  const texts = entries.map((entry) => ({
    entry,
    text: [entry.title, entry.detail, ...entry.keys, entry.words].join(' ').toLowerCase(),
  }));
  return (query) => {
    const words = query.toLowerCase().split(/\s+/);
    return texts
      .filter(({ text }) => words.every((word) => text.includes(word)))
      .slice(0, 12)
      .map(({ entry }) => entry);
  };
}

function timed(search: (query: string) => unknown, rounds: number): readonly number[] {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const query of queries) {
      const begun = performance.now();
      search(query);
      taken.push(performance.now() - begun);
    }
  }
  return taken.toSorted((one, other) => one - other);
}

console.log(
  'operations  index kB (gzip)  made in (ms)   median (ms)   p95 (ms)   longest (ms)   scan: median      p95   ratio of medians  of p95',
);
for (const times of [1, 10, 100]) {
  const catalogue = multipliedCatalogue(times);
  const text = JSON.stringify(
    searchFile(
      searchEntries({
        catalogue,
        errors: knownErrors,
        tools,
        terms: searchedTerms,
        pages: [],
        cards: scenarios,
      }),
    ),
  );
  const started = performance.now();
  const entries = entriesOf(JSON.parse(text));
  const index = searchIndex(entries);
  const made = performance.now() - started;
  const rounds = times === 100 ? 2 : 5;
  const own = timed((query) => searchFor(index, query), rounds);
  const scan = timed(scanner(entries), rounds);
  const cells: readonly (readonly [string, number])[] = [
    [String(catalogue.operations.length), 10],
    [(gzipSync(text, { level: 9 }).length / 1000).toFixed(0), 17],
    [made.toFixed(0), 14],
    [quantile(own, 0.5).toFixed(2), 14],
    [quantile(own, 0.95).toFixed(2), 11],
    [quantile(own, 1).toFixed(2), 15],
    [quantile(scan, 0.5).toFixed(2), 15],
    [quantile(scan, 0.95).toFixed(2), 9],
    [(quantile(scan, 0.5) / quantile(own, 0.5)).toFixed(1), 19],
    [(quantile(scan, 0.95) / quantile(own, 0.95)).toFixed(1), 8],
  ];
  console.log(cells.map(([cell, width]) => cell.padStart(width)).join(''));
}
