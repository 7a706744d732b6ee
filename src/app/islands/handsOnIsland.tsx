import { createRoot } from 'react-dom/client';

import { SiteProvider } from '#screens/site.tsx';

import { LabTasks } from '../lab/LabTasks.tsx';
import { machine, sequenceRenderer } from './labIsland.tsx';

/** Draws the exercises, each with the lab. */
export function drawHandsOnIsland(place: HTMLElement): void {
  const base = document.querySelector<HTMLElement>('#root')?.dataset['base'] ?? '/';
  createRoot(place).render(
    <SiteProvider value={{ base, fragment: '' }}>
      <LabTasks exchange={machine} renderer={sequenceRenderer(base)} />
    </SiteProvider>,
  );
}
