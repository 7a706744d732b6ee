// `npm run fuzz`: gives thousands of damaged and hostile inputs to everything that reads from
// outside, and prints how many of each kind. With `-- --kind fragments` only that kind, with `--
// --runs 10000` that many of each, with `-- --seed 7` the same ones again.
import { parseArgs } from 'node:util';

import { fuzzKinds } from '#testing/fuzz/fuzzKinds.ts';

const usage = `Usage: npm run fuzz -- [--seed N] [--runs N] [--kind ${fuzzKinds.map(({ kind }) => kind).join(' | ')}]`;

function fail(): never {
  console.error(usage);
  process.exit(2);
}

function given(): Readonly<Record<'seed' | 'runs' | 'kind', string | undefined>> {
  try {
    const text = { type: 'string' } as const;
    const { seed, runs, kind } = parseArgs({
      options: { seed: text, runs: text, kind: text },
    }).values;
    return { seed, runs, kind };
  } catch {
    return fail();
  }
}

const asked = given();
const seed = Number(asked.seed ?? Date.now() % 2 ** 31);
const runs = Number(asked.runs ?? 2000);
const chosen = fuzzKinds.filter(({ kind }) => asked.kind === undefined || kind === asked.kind);
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(runs) || runs < 1 || chosen.length === 0) {
  fail();
}

console.log(`seed ${seed}\n`);
let total = 0;
let failed = 0;
for (const { kind, run } of chosen) {
  const problems = await run(seed, runs);
  total += runs;
  failed += problems.length;
  console.log(
    `${kind.padEnd(24)}${String(runs).padStart(8)} inputs  ${problems.length === 0 ? 'ok' : 'FAILED'}`,
  );
  for (const problem of problems) console.error(problem);
}
console.log(`\n${total} inputs of ${chosen.length} kinds, ${failed} kinds failed`);
process.exitCode = failed > 0 ? 1 : 0;
