import type { ReactNode } from 'react';

import { answersTo, questionIdOf } from '#guide/answers.ts';
import { optionOf, questionOf } from '#guide/answerWords.ts';
import { exitIds, type NodeId, outcomeIds } from '#guide/nodeIds.ts';
import type { Answer } from '#guide/questions.ts';
import { changeAnswer } from '#guide/replay.ts';
import { resultName } from '#guide/resultName.ts';

import { StateLink } from '../StateLink.tsx';

interface GivenAnswers {
  readonly answers: readonly Answer[];
}

interface AnswerBarProps extends GivenAnswers {
  /** What else there is to do with the answers, as items of the list. */
  readonly children: ReactNode;
}

/**
 * The answers so far. Each opens its question in place, with the options as links to the walk that
 * one of them would make; after them comes the way back to the start. The folds are native, and
 * `#browser/answerFolds.ts` closes them again.
 */
export function AnswerBar({ answers, children }: AnswerBarProps) {
  return (
    <nav id="your-answers" aria-label="Your answers" className="answers" tabIndex={-1}>
      <ul>
        {answers.map((answer, index) => (
          <li key={answer} data-answer={answer}>
            <AnsweredQuestion answers={answers} index={index} answer={answer} />
          </li>
        ))}
        <li>
          <StateLink answers={[]} className="chip">
            Start again
          </StateLink>
        </li>
        {children}
      </ul>
    </nav>
  );
}

interface AnsweredQuestionProps extends GivenAnswers {
  readonly index: number;
  readonly answer: Answer;
}

function AnsweredQuestion({ answers, index, answer }: AnsweredQuestionProps) {
  const { heading, short } = questionOf(answer);
  return (
    <details name="answers">
      <summary className="chip">
        <small>{short} </small>
        {optionOf(answer).short}
      </summary>
      <div>
        <p>
          <StateLink
            answers={answers.slice(0, index)}
            kept={{ answers: answers.slice(index), when: 'change' }}
          >
            {heading}
          </StateLink>
        </p>
        <ul>
          {answersTo(questionIdOf(answer)).map((other) =>
            other === answer ? (
              <li key={other} aria-current="true">
                {optionOf(other).label}
              </li>
            ) : (
              <li key={other}>
                <ChangeLink answers={answers} index={index} to={other} />
              </li>
            ),
          )}
        </ul>
      </div>
    </details>
  );
}

interface ChangeLinkProps extends GivenAnswers {
  readonly index: number;
  readonly to: Answer;
}

/** Leads to the walk with one answer changed; the later answers that no longer fit are named there. */
function ChangeLink({ answers, index, to }: ChangeLinkProps) {
  const { walk, dropped } = changeAnswer(answers, index, to);
  const lost = answers.filter((answer) => dropped.some((each) => each.answer === answer));
  const end = endName(walk.node);
  return (
    <StateLink
      answers={walk.answers}
      {...(lost.length > 0 && { kept: { answers: lost, when: 'continue' as const } })}
    >
      {optionOf(to).label}
      {end !== undefined && <small> → {end}</small>}
    </StateLink>
  );
}

function endName(node: NodeId): string | undefined {
  const id = [...outcomeIds, ...exitIds].find((each) => each === node);
  return id === undefined ? undefined : resultName(id);
}
