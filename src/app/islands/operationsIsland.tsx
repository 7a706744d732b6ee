import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

import { browserNavigation, type Navigation } from '#browser/navigation.ts';
import { operationIndex } from '#catalogue/find.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { fragmentChoices } from '#screens/snippets/fragmentChoices.ts';
import { OperationsExplorer } from '#screens/operations/OperationsExplorer.tsx';
import { SiteProvider } from '#screens/site.tsx';
import { decodeFragment, encodeFragment, type SharedValues } from '#share/fragment.ts';

// oxlint-disable-next-line import/no-unassigned-import -- the style comes with the code that needs it
import '../../styles/operations.css';

/** On this page no operation is picked until somebody picks one. */
const choices = { ...fragmentChoices, defaultOperations: [] };

const index = operationIndex(oktaCatalogue);

/** Draws the choice of operations in its place on the page. */
export function drawOperationsIsland(place: HTMLElement): void {
  const base = document.querySelector<HTMLElement>('#root')?.dataset['base'] ?? '/';
  createRoot(place).render(<OperationsVisit base={base} navigation={browserNavigation()} />);
}

interface Read {
  readonly values: SharedValues;
  readonly refused: readonly string[];
  readonly holdsSecret: boolean;
}

function readAddress(navigation: Navigation): Read {
  const decoded = decodeFragment(navigation.place().fragment, choices);
  return {
    values: decoded?.values ?? {},
    refused: [
      ...(decoded?.refused ?? []).map(({ reason }) => reason),
      ...(decoded?.unknownKeys ?? []).map(
        (key) => `The guide has no value of the name ${key}, so it was left out.`,
      ),
    ],
    holdsSecret: decoded?.holdsSecret ?? false,
  };
}

function OperationsVisit({ base, navigation }: { base: string; navigation: Navigation }) {
  const [{ values, refused, holdsSecret }, setRead] = useState<Read>(() => readAddress(navigation));
  useEffect(() => navigation.onReturn(() => setRead(readAddress(navigation))), [navigation]);
  const fragment = encodeFragment(values, choices);
  // What a link cannot take over, `encodeFragment` leaves out.
  const fitsIntoLink = values.operations === undefined || /[#&]ops=/.test(fragment);
  useEffect(() => {
    // A secret that an address brought stays neither there nor in the history.
    const { pathname, state } = navigation.place();
    if (holdsSecret) navigation.replace(`${pathname}${fragment}`, state);
  }, [navigation, holdsSecret, fragment]);
  const onReferences = (operations: readonly string[]) => {
    const { operations: _previous, ...others } = values;
    const next = operations.length === 0 ? others : { ...others, operations };
    const { pathname, state } = navigation.place();
    navigation.replace(`${pathname}${encodeFragment(next, choices)}`, state);
    setRead({ values: next, refused: [], holdsSecret: false });
  };
  return (
    <SiteProvider value={{ base, fragment: encodeFragment(values, fragmentChoices) }}>
      <OperationsExplorer
        index={index}
        references={values.operations ?? []}
        onReferences={onReferences}
        refused={refused}
        address={
          fitsIntoLink ? `${location.origin}${navigation.place().pathname}${fragment}` : undefined
        }
      />
    </SiteProvider>
  );
}
