import { exits } from '#guide/exits.ts';
import { isAtExit, isAtOutcome } from '#guide/nodeKind.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { exitProse } from '#screens/result/exitProse.tsx';
import { outcomeProse } from '#screens/result/outcomeProse.tsx';
import { defaultValues } from '#snippets/values.ts';

import type { StateView } from './guideView.ts';
import { type ScreenWords, viewBar, viewNotice } from './screenWords.tsx';

/** Returns the words of a result's screen; `undefined` for a walk that has not ended. */
export function resultScreenWords(view: StateView): ScreenWords | undefined {
  const { walk } = view;
  const said = { bar: viewBar(view), notice: viewNotice(view) };
  if (isAtOutcome(walk)) {
    const { heading, verdict } = outcomes[walk.node];
    return {
      title: heading,
      description: verdict.text.replaceAll('`', ''),
      ...said,
      outcome: outcomeProse(walk, defaultValues),
    };
  }
  if (!isAtExit(walk)) return undefined;
  const { heading, verdict } = exits[walk.node];
  return {
    title: heading,
    description: verdict.text.replaceAll('`', ''),
    ...said,
    exit: exitProse(walk),
  };
}
