import { claimOfSample, executionReport } from '#snippets/executionReport.ts';
import type { Language } from '#snippets/language.ts';
import type { Snippet } from '#snippets/snippet.ts';

import { useAddresses } from '../site.tsx';

interface SnippetEvidenceProps {
  readonly language: Language;
  readonly snippet: Snippet;
  /** Whether it makes several calls. */
  readonly makesSeveralCalls: boolean;
}

/** What has been proven about a snippet, and with what. */
export function SnippetEvidence({ language, snippet, makesSeveralCalls }: SnippetEvidenceProps) {
  const addresses = useAddresses();
  const run = executionReport.languages[language.id];
  const executedOn = run?.executedOn ?? '';
  const versions = run?.versions.join(', ') ?? '';
  const date = <time dateTime={executedOn}>{executedOn}</time>;
  const meaning = <a href={`${addresses.file('about/')}#how-proven`}>About our tests</a>;
  if (snippet.claim === 'executed') {
    return (
      <p>
        <strong>Executed</strong> on {date} with {versions}. {meaning}
      </p>
    );
  }
  const sample = claimOfSample(snippet.id);
  if (makesSeveralCalls && sample === 'executed') {
    return (
      <p>
        For each method and type of token, a program of six calls was <strong>executed</strong> on{' '}
        {date} with {versions}, with one kind of key. Your calls are in the same places, written by
        rules that were tried with hostile values too. {meaning}
      </p>
    );
  }
  if (sample !== 'none') {
    return (
      <p>
        With the sample values this was <strong>executed</strong> on {date} with {versions}. Yours
        are in the same places, written by rules that were tried with hostile values too. {meaning}
      </p>
    );
  }
  return (
    <p>
      <strong>Not executed</strong> by this project’s tests
      {language.kind === 'officialTool' &&
        ', and not compiled: they have no copy of this tool'}.{' '}
      {meaning}
    </p>
  );
}
