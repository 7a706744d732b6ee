import { executedValues } from './hostileValues.ts';
import type { SnippetsForRuns } from './jobs.ts';
import type { WrittenSnippet } from './manifest.ts';
import type { DoneJob } from './summary.ts';
import { type ParsedLanguage, syntaxErrors } from './syntaxCheck.ts';
import { toolchains } from './toolchains.ts';

/** Has the snippets read by a real parser of their language, where nothing runs them. */
export async function parsedJobs(
  { samples, others }: SnippetsForRuns,
  languages: readonly string[],
): Promise<readonly DoneJob[]> {
  const written = [...samples.snippets, ...others.snippets].filter(({ language }) =>
    languages.includes(language),
  );
  const done: DoneJob[] = [];
  for (const snippet of written) {
    const grammar = toolchains[snippet.language]?.grammar;
    if (grammar !== undefined) done.push(await parsedJob(snippet, grammar));
  }
  return done;
}

async function parsedJob(snippet: WrittenSnippet, grammar: ParsedLanguage): Promise<DoneJob> {
  const start = performance.now();
  const differences = await syntaxErrors(grammar, snippet.text);
  return {
    language: snippet.language,
    kind: isHostile(snippet) ? 'hostile' : 'right',
    result: {
      job: `${snippet.id}: ${snippet.values ?? 'read by a parser'}`,
      differences,
      injected: false,
      milliseconds: Math.round(performance.now() - start),
      stderr: '',
    },
  };
}

function isHostile({ values }: WrittenSnippet): boolean {
  return executedValues.some(({ id, hostile }) => id === values && hostile);
}
