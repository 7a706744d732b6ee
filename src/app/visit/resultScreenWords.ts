import { contentVersion } from '#guide/contentVersion.ts';
import { exits } from '#guide/exits.ts';
import { isAtExit, isAtOutcome } from '#guide/nodeKind.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import type { Walk } from '#guide/replay.ts';
import { recordMarkdown } from '#record/markdown.ts';
import { decisionRecord } from '#record/record.ts';
import { exitProse } from '#screens/result/exitProse.tsx';
import { outcomeProse } from '#screens/result/outcomeProse.tsx';
import { defaultValues } from '#snippets/values.ts';

import type { StateView } from './guideView.ts';
import { type ScreenWords, viewBar, viewNotice } from './screenWords.tsx';

/**
 * Gives the decision record of an ended walk as Markdown.
 *
 * @param address of the walk's page, absolute or relative to where the record will lie
 */
export function recordOf(walk: Walk, address: string): string {
  return recordMarkdown(
    decisionRecord(walk, { date: contentVersion, contentVersion, guideAddress: address }),
  );
}

/**
 * Gives the words of a result's screen; `undefined` for a walk that still asks.
 *
 * @param address as in {@link recordOf}
 */
export function resultScreenWords(view: StateView, address: string): ScreenWords | undefined {
  const { walk } = view;
  const said = { bar: viewBar(view), notice: viewNotice(view) };
  if (isAtOutcome(walk)) {
    const { heading, verdict } = outcomes[walk.node];
    return {
      title: heading,
      description: verdict.text.replaceAll('`', ''),
      ...said,
      outcome: outcomeProse(walk, recordOf(walk, address), defaultValues),
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
