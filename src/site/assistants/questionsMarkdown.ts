import { answersTo } from '#guide/answers.ts';
import { optionOf, questionWords } from '#guide/answerWords.ts';
import { type ExitId, exitIds, type OutcomeId, outcomeIds, questionIds } from '#guide/nodeIds.ts';
import type { Answer } from '#guide/questions.ts';
import { resultName } from '#guide/resultName.ts';
import { targetOf } from '#guide/walks.ts';

const isResult = (node: string): node is OutcomeId | ExitId =>
  [...outcomeIds, ...exitIds].some((id) => id === node);

/** Where an answer leads, in the words for what comes next. */
function leadsTo(answer: Answer): string {
  const node = targetOf(answer);
  return isResult(node) ? `result: ${resultName(node)} (\`${node}\`)` : `question \`${node}\``;
}

/** The questions in their order, each answer with where it leads. */
export function questionsMarkdown(): string {
  return questionIds
    .map((id) => {
      const { heading, why } = questionWords(id);
      const answers = answersTo(id).map((answer) => {
        const { label, hint, because } = optionOf(answer);
        return `- \`${answer}\`: ${label}. ${hint.text}\n  Leads to ${leadsTo(answer)}, because: ${because.text}`;
      });
      return `## \`${id}\`: ${heading}\n\n${why.text}\n\n${answers.join('\n')}\n`;
    })
    .join('\n');
}
