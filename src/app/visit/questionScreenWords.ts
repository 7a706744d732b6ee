import { questionWords } from '#guide/answerWords.ts';
import { isAtQuestion } from '#guide/nodeKind.ts';
import { questionProse } from '#screens/question/questionProse.tsx';

import type { StateView } from './guideView.ts';
import { type ScreenWords, viewBar, viewNotice } from './screenWords.tsx';

/** Returns the words of a question's screen; `undefined` if the walk has ended. */
export function questionScreenWords(view: StateView): ScreenWords | undefined {
  const { walk, kept } = view;
  if (!isAtQuestion(walk)) return undefined;
  const { heading, why } = questionWords(walk.node);
  return {
    title: heading,
    description: why.text.replaceAll('`', ''),
    bar: viewBar(view),
    notice: viewNotice(view),
    question: questionProse(walk, kept),
  };
}
