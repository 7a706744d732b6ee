import { questionIdOf } from './answers.ts';
import type { QuestionId } from './nodeIds.ts';
import type { Option, Question } from './question.ts';
import { type Answer, questions } from './questions.ts';

/** The words of a question. */
export function questionWords(id: QuestionId): Question {
  return questions[id];
}

/** The question that an answer answers. */
export function questionOf(answer: Answer): Question {
  return questions[questionIdOf(answer)];
}

/** The option that an answer chooses. */
export function optionOf(answer: Answer): Option {
  const [, id = ''] = answer.split('.');
  const option = questionOf(answer).options[id];
  if (option === undefined) {
    throw new Error(`The answer "${answer}" has no words. Add its option to questions.ts.`);
  }
  return option;
}
