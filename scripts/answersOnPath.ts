import { optionOf, questionWords } from '#guide/answerWords.ts';
import { isAnswer } from '#guide/answers.ts';
import { type QuestionId, questionIds } from '#guide/nodeIds.ts';
import type { Walk } from '#guide/replay.ts';
import { nextAnswers } from '#guide/walks.ts';

/** Why an answer cannot be given at this point of a walk. */
export function reasonAgainst(answer: string, walk: Walk): string {
  const shown = JSON.stringify(answer);
  if (walk.kind !== 'question') {
    return `${shown} comes after the end: ${walk.answers.join(' ')} has led to the ${walk.kind} "${walk.node}"`;
  }
  if (isAnswer(answer)) return `${shown} does not follow here`;
  const [node = ''] = answer.split('.');
  return questionIds.some((id) => id === node)
    ? `${shown} is not an answer: the question "${node}" has no such option`
    : `${shown} is not an answer: there is no question ${JSON.stringify(node)}`;
}

/** The question that a walk has reached, with its options; if the walk has ended, that nothing more is asked. */
export function asked(walk: Walk): string {
  if (walk.kind !== 'question') return 'no further answer is needed';
  const { heading } = questionWords(walk.node as QuestionId);
  const options = nextAnswers(walk).map((answer) => `${answer} (${optionOf(answer).label})`);
  return `the question here is ${walk.node}, "${heading}", and the possible answers are ${options.join(', ')}`;
}
