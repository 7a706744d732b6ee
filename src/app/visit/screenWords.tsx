import type { ReactNode } from 'react';

import { optionOf } from '#guide/answerWords.ts';
import { AnswerBar } from '#screens/answerBar/AnswerBar.tsx';
import { CopyLink } from '#screens/answerBar/CopyLink.tsx';
import { DroppedNotice } from '#screens/siteFrame/DroppedNotice.tsx';
import type { ExitProse } from '#screens/result/ExitScreen.tsx';
import type { OutcomeProse } from '#screens/result/OutcomeScreen.tsx';

import type { StateView } from './guideView.ts';

/** The words of a screen. A prerendered page has them already; the browser loads them for the next. */
export interface ScreenWords {
  /** The page's heading. */
  readonly title: string;
  /** One sentence for search engines and link previews. */
  readonly description: string;
  /** The answers so far; absent at the first question. */
  readonly bar: ReactNode;
  /** What could not be used. */
  readonly notice: ReactNode;
  readonly question?: ReactNode;
  readonly outcome?: OutcomeProse;
  readonly exit?: ExitProse;
}

/** The answers that lead to a view. */
export function viewBar({ walk: { answers } }: StateView): ReactNode {
  return answers.length === 0 ? undefined : (
    <div className="shell">
      <AnswerBar answers={answers}>
        <CopyLink answers={answers} />
      </AnswerBar>
    </div>
  );
}

/** Says what a view could not use from the address or from earlier answers. */
export function viewNotice({ walk, droppedSegments, droppedAnswers }: StateView): ReactNode {
  return (
    <>
      <DroppedNotice
        dropped={droppedSegments}
        because="address"
        understood={walk.answers.map((answer) => optionOf(answer).short)}
      />
      <DroppedNotice
        dropped={droppedAnswers.map((answer) => optionOf(answer).label)}
        because="change"
      />
    </>
  );
}
