import { createRoot } from 'react-dom/client';

import { mermaidFrame } from '#browser/mermaidFrame.ts';
import { rendererMachine } from '#browser/rendererMachine.ts';
import { SiteProvider } from '#screens/site.tsx';

import { labMachine } from '../lab/labMachine.ts';
import { LabTasks } from '../lab/LabTasks.tsx';
// oxlint-disable-next-line import/no-unassigned-import -- the style comes with the code that needs it
import '../../styles/lab.css';

const exchange = labMachine(
  async () => (await import('../lab/catalogueAnswers.ts')).catalogueAnswer,
);

/** Draws the exercises, each with the lab. */
export function drawHandsOnIsland(place: HTMLElement): void {
  const base = document.querySelector<HTMLElement>('#root')?.dataset['base'] ?? '/';
  const renderer = rendererMachine.provide({
    actors: { frame: mermaidFrame(`${base}mermaid-frame/`) },
  });
  place.classList.remove('island-to-come');
  createRoot(place).render(
    <SiteProvider value={{ base, fragment: '' }}>
      <LabTasks exchange={exchange} renderer={renderer} />
    </SiteProvider>,
  );
}
