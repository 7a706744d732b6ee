// `npm run bench:catalogue`: how long the search takes from a keystroke to its results, with Okta's operations and
// with ten and a hundred times as many, and what the catalogue weighs on the wire. Prints a table, judges nothing.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { findOperations, operationIndex } from '#catalogue/find.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';

import { minimalScopes } from '#catalogue/scopes.ts';

import { catalogueFile } from './guideCatalogue.ts';
import { multipliedCatalogue, quantile } from './multipliedCatalogue.ts';

/** What people type: hits, slips and misses; each is typed letter by letter. */
const queries = [
  'list groups',
  'lits gruops',
  'deactivate user',
  'assign user to application',
  'okta.groups.manage',
  'GET /api/v1/users/00u1/groups',
  'create campaign',
  'xylophone orchestra',
];

const text = readFileSync(catalogueFile);
console.log(
  `catalogue: ${oktaCatalogue.operations.length} operations, ${text.length} bytes, ${gzipSync(text, { level: 9 }).length} gzip, ${brotliCompressSync(text).length} brotli\n`,
);
console.log('operations   index (ms)   keystrokes   median (ms)   p95 (ms)   longest (ms)');
for (const times of [1, 10, 100]) {
  const catalogue = multipliedCatalogue(times);
  const started = performance.now();
  const index = operationIndex(catalogue);
  const built = performance.now() - started;
  const taken: number[] = [];
  for (let round = 0; round < (times === 100 ? 1 : 3); round += 1) {
    for (const query of queries) {
      for (let length = 1; length <= query.length; length += 1) {
        const begun = performance.now();
        findOperations(index, query.slice(0, length), { limit: 20 });
        taken.push(performance.now() - begun);
      }
    }
  }
  const sorted = taken.toSorted((one, other) => one - other);
  const cells = [
    String(catalogue.operations.length).padStart(10),
    built.toFixed(0).padStart(12),
    String(taken.length).padStart(12),
    quantile(sorted, 0.5).toFixed(2).padStart(13),
    quantile(sorted, 0.95).toFixed(2).padStart(10),
    quantile(sorted, 1).toFixed(2).padStart(14),
  ];
  console.log(cells.join(' '));
}
const begun = performance.now();
const scopes = minimalScopes(oktaCatalogue.operations);
console.log(
  `\nfewest scopes for all ${oktaCatalogue.operations.length} operations at once: ${scopes.length}, in ${(performance.now() - begun).toFixed(0)} ms`,
);
