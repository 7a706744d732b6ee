import { shallowEqual, useSelector } from '@xstate/react';
import { createContext, useContext } from 'react';
import type { ActorRefFrom } from 'xstate';

import type { AudienceView } from './audienceView.ts';
import type { Presentation } from './presentation.ts';
import {
  presentationAt,
  type presentationMachine,
  type PresentationSnapshot,
  viewOf,
} from './presentationMachine.ts';

type PresentationActor = ActorRefFrom<typeof presentationMachine>;

/** The presentation of this tab, for its screens. */
export const PresentationContext = createContext<PresentationActor | undefined>(undefined);

/** The presentation that this tab leads. Throws outside of a presentation. */
export function usePresentationActor(): PresentationActor {
  const actor = useContext(PresentationContext);
  if (actor === undefined) throw new Error('Nothing is presented here.');
  return actor;
}

/** Selects a value of the presentation; the component renders again when it changes. */
export function useOfPresentation<Selected>(
  select: (snapshot: PresentationSnapshot) => Selected,
  isEqual?: (before: Selected, after: Selected) => boolean,
): Selected {
  return useSelector(usePresentationActor(), select, isEqual);
}

/** Where the presentation is. */
export function usePresentation(): Presentation {
  return useOfPresentation(presentationAt, shallowEqual);
}

/** The view that the audience's window receives too. */
export function useAudienceView(): AudienceView {
  return useOfPresentation(viewOf, isSameView);
}

/** Whether two views show the same; each one is a new object. */
export function isSameView(
  before: AudienceView | undefined,
  after: AudienceView | undefined,
): boolean {
  return (
    shallowEqual(before?.presentation, after?.presentation) &&
    before?.secondsLeft === after?.secondsLeft &&
    JSON.stringify(before?.room) === JSON.stringify(after?.room)
  );
}
