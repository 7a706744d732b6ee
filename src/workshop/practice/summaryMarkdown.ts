import { questionWords } from '#guide/answerWords.ts';
import { resultName } from '#guide/resultName.ts';

import { confidenceWords } from '../levelWords.ts';
import type { Attempt } from './round.ts';
import { summaryOf } from './summary.ts';

/** Writes a round of practice as Markdown, card by card and summed up. All words are the guide's own. */
export function summaryMarkdown(attempts: readonly Attempt[]): string {
  const summary = summaryOf(attempts);
  return [
    '# Practice: how a program authorizes its calls to Okta’s APIs',
    '',
    `${summary.rightResults} of ${summary.predicted} methods right, ${summary.rightReasons} of them for the right reason; ${summary.twists.right} of ${summary.twists.predicted} twists right; ${summary.skipped} skipped.`,
    '',
    '## The cards',
    '',
    ...attempts.map(lineOf),
    ...section(
      'What to read again',
      summary.missedForks.map(({ question }) => questionWords(question).heading),
    ),
    ...section(
      'Beliefs that misled you',
      summary.misconceptions.map(({ belief: { belief, truth } }) => `“${belief}” ${truth.text}`),
    ),
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines.map((line) => `- ${line}`)];
}

function lineOf({ scenario, prediction, hints }: Attempt): string {
  if (scenario.kind === 'discussion') return `- ${scenario.title}: to discuss`;
  const helped = hints === 0 ? '' : ` (${hints === 1 ? 'one hint' : `${hints} hints`})`;
  if (prediction === undefined) {
    return `- ${scenario.title}: skipped; the guide says ${resultName(scenario.result)}${helped}`;
  }
  const verdict = prediction.result === scenario.result ? 'you were right' : 'you were wrong';
  return `- ${scenario.title}: you said ${resultName(prediction.result)}, ${confidenceWords[prediction.confidence].toLowerCase()}; the guide says ${resultName(scenario.result)}, so ${verdict}${helped}`;
}
