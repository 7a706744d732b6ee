import { useActorRef, useSelector } from '@xstate/react';
import { startTransition, useLayoutEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { fromCallback } from 'xstate';

import { lastSelection, rememberSelection } from '#browser/lastSelection.ts';
import { browserNavigation, type Navigation } from '#browser/navigation.ts';
import { operationIndex } from '#catalogue/find.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { TypedAhead } from '#screens/operationChoice/typedAhead.ts';
import { OperationsExplorer } from '#screens/operations/OperationsExplorer.tsx';
import { SiteProvider } from '#screens/site.tsx';
import { fragmentChoicesOf } from '#screens/snippets/fragmentChoicesOf.ts';
import type { FragmentChoices } from '#share/fragment.ts';

// oxlint-disable-next-line import/no-unassigned-import -- the style comes with the code that needs it
import '../../styles/operations.css';
import {
  earlierIn,
  guideFragment,
  referencesIn,
  refusedIn,
  selectionFragment,
  type SelectionEvent,
  selectionMachine,
  soughtIn,
} from './selectionMachine.ts';

const index = operationIndex(oktaCatalogue);

/** Draws the choice of operations in its place on the page, and calls back once it is there. */
export function drawOperationsIsland(place: HTMLElement, onDrawn: () => void): void {
  const { base = '/', languages = '' } =
    document.querySelector<HTMLElement>('#root')?.dataset ?? {};
  // A transition is done in slices, between which the page reacts to scrolling.
  startTransition(() => {
    createRoot(place).render(
      <OperationsVisit
        base={base}
        choices={fragmentChoicesOf(languages.split(' '))}
        navigation={browserNavigation()}
        onDrawn={onDrawn}
      />,
    );
  });
}

const selectionIn = (navigation: Navigation) =>
  selectionMachine.provide({
    actors: {
      address: fromCallback<SelectionEvent>(({ sendBack }) =>
        navigation.onReturn(() =>
          sendBack({
            type: 'address.bring',
            fragment: navigation.place().fragment,
            kept: lastSelection(),
          }),
        ),
      ),
    },
    actions: {
      writeAddress: (_, fragment) => {
        const { pathname, state } = navigation.place();
        navigation.replace(`${pathname}${fragment}`, state);
      },
      keep: (_, fragment) => rememberSelection(fragment),
    },
  });

interface OperationsVisitProps {
  readonly base: string;
  readonly choices: FragmentChoices;
  readonly navigation: Navigation;
  readonly onDrawn: () => void;
}

function OperationsVisit({ base, choices, navigation, onDrawn }: OperationsVisitProps) {
  useLayoutEffect(onDrawn, [onDrawn]);
  const { fragment: brought, pathname } = navigation.place();
  const selection = useActorRef(selectionIn(navigation), {
    input: { choices, fragment: brought, kept: lastSelection() },
  });
  const references = useSelector(selection, referencesIn);
  const refused = useSelector(selection, refusedIn);
  const earlier = useSelector(selection, earlierIn);
  const sought = useSelector(selection, soughtIn);
  const fragment = useSelector(selection, selectionFragment);
  const toGuide = useSelector(selection, guideFragment);
  return (
    <SiteProvider value={{ base, fragment: toGuide }}>
      <TypedAhead value={sought}>
        <OperationsExplorer
          key={sought}
          index={index}
          references={references}
          onReferences={(picked) => selection.send({ type: 'operations.pick', references: picked })}
          earlier={earlier}
          refused={refused}
          address={fragment === undefined ? undefined : `${location.origin}${pathname}${fragment}`}
        />
      </TypedAhead>
    </SiteProvider>
  );
}
