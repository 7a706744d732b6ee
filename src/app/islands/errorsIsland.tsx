import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';

import { operationIndex } from '#catalogue/find.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { ErrorReader } from '#screens/errors/ErrorReader.tsx';
import { SiteProvider } from '#screens/site.tsx';
import { callsIn } from '#search/errors/callsIn.ts';

const index = operationIndex(oktaCatalogue);

/** Draws the box for an error in its place on the page. */
export function drawErrorsIsland(place: HTMLElement): void {
  const base = document.querySelector<HTMLElement>('#root')?.dataset['base'] ?? '/';
  startTransition(() => {
    createRoot(place).render(
      <SiteProvider value={{ base, fragment: '' }}>
        <ErrorReader operationsIn={(text) => callsIn(index, text)} />
      </SiteProvider>,
    );
  });
}
