import { optionOf, questionOf } from '#guide/answerWords.ts';
import type { Answer } from '#guide/questions.ts';

import { StateLink } from './StateLink.tsx';

interface YourAnswersProps {
  readonly answers: readonly Answer[];
}

/** The answers so far, each with a link that changes it, and the way back to the start. */
export function YourAnswers({ answers }: YourAnswersProps) {
  if (answers.length === 0) return null;
  return (
    <nav aria-labelledby="your-answers" className="max-w-[44rem]">
      <h2 id="your-answers" className="eyebrow">
        Your answers
      </h2>
      <ol>
        {answers.map((answer, index) => (
          <li
            key={answer}
            className="grid max-w-none grid-cols-[1fr_auto] gap-x-4 border-b border-line py-2"
          >
            <span className="quiet col-span-2">{questionOf(answer).heading}</span>
            <span>{optionOf(answer).label}</span>
            <StateLink
              answers={answers.slice(0, index)}
              kept={{ answers: answers.slice(index), when: 'change' }}
              className="self-end"
              label={`Change: ${questionOf(answer).short}`}
            >
              Change
            </StateLink>
          </li>
        ))}
      </ol>
      <p className="flex gap-6 pt-3">
        <StateLink answers={answers.slice(0, -1)}>Back</StateLink>
        <StateLink answers={[]}>Start again</StateLink>
      </p>
    </nav>
  );
}
