import { startTransition, useMemo, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';

import {
  forgetTickedBoxes,
  keepTickedBoxes,
  listenToTickedBoxes,
  tickedBoxes,
} from '#browser/tickedBoxes.ts';
import { operationIndex } from '#catalogue/find.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { parseTicked, tickedText, withTick } from '#record/leavingToken/tickedSteps.ts';
import { TokenPlanner } from '#screens/leaveToken/TokenPlanner.tsx';
import { SiteProvider } from '#screens/site.tsx';

const index = operationIndex(oktaCatalogue);

/** Draws the planner in its place on the page. */
export function drawLeaveTokenIsland(place: HTMLElement): void {
  const base = document.querySelector<HTMLElement>('#root')?.dataset['base'] ?? '/';
  const today = new Date().toISOString().slice(0, 10);
  startTransition(() => {
    // The page has its own ids, made by the same count.
    createRoot(place, { identifierPrefix: 'planner' }).render(
      <SiteProvider value={{ base, fragment: '' }}>
        <PlannerVisit today={today} />
      </SiteProvider>,
    );
  });
}

/** The planner, with the ticks that this device keeps. */
function PlannerVisit({ today }: { readonly today: string }) {
  const kept = useSyncExternalStore(listenToTickedBoxes, tickedBoxes);
  const ticked = useMemo(() => parseTicked(kept), [kept]);
  return (
    <TokenPlanner
      index={index}
      today={today}
      ticks={{
        ticked,
        // Read again, because another window may have ticked something in between.
        onTick: (plan, step, isTicked) =>
          keepTickedBoxes(tickedText(withTick(parseTicked(tickedBoxes()), plan, step, isTicked))),
        onForget: forgetTickedBoxes,
      }}
    />
  );
}
