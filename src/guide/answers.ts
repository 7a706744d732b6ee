import { guideMachine } from './machine.ts';
import { type QuestionId, questionIds } from './nodeIds.ts';
import type { Answer } from './questions.ts';

const answersByQuestion: ReadonlyMap<string, readonly Answer[]> = new Map(
  questionIds.map((id) => [id, Object.keys(guideMachine.states[id]?.on ?? {}) as Answer[]]),
);

const answers: ReadonlySet<string> = new Set([...answersByQuestion.values()].flat());

/** Whether a text names an option of a question. Whether it may be given now is for the machine to decide. */
export function isAnswer(text: string): text is Answer {
  return answers.has(text);
}

/** The answers to a question in the order in which it offers them; none for any other node. */
export function answersTo(node: string): readonly Answer[] {
  return answersByQuestion.get(node) ?? [];
}

/** The question that an answer answers. */
export function questionIdOf(answer: Answer): QuestionId {
  const [id] = answer.split('.');
  return id as QuestionId;
}
