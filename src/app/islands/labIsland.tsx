import { createRoot } from 'react-dom/client';
import { fromPromise } from 'xstate';

import { advance } from '#org/exchange/advance.ts';
import { exchangeMachine } from '#org/exchange/exchangeMachine.ts';
import { labChoiceOf } from '#org/exchange/labLink.ts';
import { newLab } from '#org/exchange/newLab.ts';
import { Lab } from '#screens/lab/Lab.tsx';
import { SiteProvider } from '#screens/site.tsx';
// oxlint-disable-next-line import/no-unassigned-import -- the style comes with the code that needs it
import '../../styles/lab.css';

const machine = exchangeMachine.provide({
  actors: {
    makeLab: fromPromise(newLab),
    advance: fromPromise(({ input: { setting, stage } }) => advance(setting, stage)),
  },
});

/** Draws the lab, with the exchange that the address asks for. */
export function drawLabIsland(place: HTMLElement): void {
  const base = document.querySelector<HTMLElement>('#root')?.dataset['base'] ?? '/';
  createRoot(place).render(
    <SiteProvider value={{ base, fragment: '' }}>
      <Lab
        machine={machine}
        initial={labChoiceOf(location.hash)}
        start={Date.now()}
        onChosen={(fragment) => history.replaceState(history.state, '', fragment)}
      />
    </SiteProvider>,
  );
}
