import { createRoot } from 'react-dom/client';

import { mermaidFrame } from '#browser/mermaidFrame.ts';
import { type RendererMachine, rendererMachine } from '#browser/rendererMachine.ts';
import type { ExchangeMachine } from '#org/exchange/exchangeMachine.ts';
import { newSeed } from '#org/exchange/newLab.ts';
import { Lab } from '#screens/lab/Lab.tsx';
import { SiteProvider } from '#screens/site.tsx';
import { fragmentChoicesOf } from '#screens/snippets/fragmentChoicesOf.ts';
import { labFragment } from '#share/labLink.ts';
import { type LabLink, readLabLink } from '#share/readLabLink.ts';

import { labMachine } from '../lab/labMachine.ts';
// oxlint-disable-next-line import/no-unassigned-import -- the style comes with the code that needs it
import '../../styles/lab.css';

/** The exchange as it runs in a page of the site. */
export const machine: ExchangeMachine = labMachine(
  async () => (await import('../lab/catalogueAnswers.ts')).catalogueAnswer,
);

/**
 * Draws the lab with the exchange that the address asks for, and follows the address.
 *
 * @param fragment with which the page was opened
 */
export async function drawLabIsland(place: HTMLElement, fragment: string): Promise<void> {
  const base = document.querySelector<HTMLElement>('#root')?.dataset['base'] ?? '/';
  const renderer = sequenceRenderer(base);
  const root = createRoot(place);
  let drawn = 0;
  const draw = async (linked: string): Promise<void> => {
    const { choice, refused, replay } = await linkedLab(linked);
    const begun = { seed: newSeed(), start: Math.floor(Date.now() / 1000) * 1000, actions: [] };
    root.render(
      <SiteProvider value={{ base, fragment: '' }}>
        <Lab
          // Another link is another lab.
          key={(drawn += 1)}
          machine={machine}
          renderer={renderer}
          initial={{ ...choice, ...(replay ?? begun) }}
          refused={refused}
          onChosen={putIntoAddress}
        />
      </SiteProvider>,
    );
  };
  addEventListener('hashchange', () => {
    if (isLabLink(location.hash)) void draw(location.hash);
  });
  await draw(fragment);
}

/** The actor that draws the sequence diagram in a page of the site. */
export function sequenceRenderer(base: string): RendererMachine {
  return rendererMachine.provide({
    actors: { frame: mermaidFrame(`${base}mermaid-frame/`) },
  });
}

/**
 * Reads a link. Any part that the lab would not write itself is removed from the address: it may be
 * a secret.
 */
async function linkedLab(fragment: string): Promise<LabLink> {
  const link = await readLabLink(fragment, fragmentChoicesOf([]), async (values) => {
    const { linkedOperations } = await import('../lab/linkedOperations.ts');
    return linkedOperations(values);
  });
  if (isLabLink(fragment)) putIntoAddress(labFragment(link.choice, link.replay));
  return link;
}

function isLabLink(fragment: string): boolean {
  return /^#(?:.*&)?lab=/.test(fragment);
}

function putIntoAddress(fragment: string): void {
  if (location.hash !== fragment) history.replaceState(history.state, '', fragment);
}
