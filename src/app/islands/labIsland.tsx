import { createRoot } from 'react-dom/client';
import { fromPromise } from 'xstate';

import { mermaidFrame } from '#browser/mermaidFrame.ts';
import { rendererMachine } from '#browser/rendererMachine.ts';
import { advance, type ExchangeSetting, replayed } from '#org/exchange/advance.ts';
import { exchangeMachine, settingOf } from '#org/exchange/exchangeMachine.ts';
import { newLab, newSeed } from '#org/exchange/newLab.ts';
import { Lab } from '#screens/lab/Lab.tsx';
import { SiteProvider } from '#screens/site.tsx';
import { fragmentChoicesOf } from '#screens/snippets/fragmentChoicesOf.ts';
import { labFragment } from '#share/labLink.ts';
import { type LabLink, readLabLink } from '#share/readLabLink.ts';
// oxlint-disable-next-line import/no-unassigned-import -- the style comes with the code that needs it
import '../../styles/lab.css';

const machine = exchangeMachine.provide({
  actors: {
    makeLab: fromPromise(async ({ input }) => {
      const lab = await newLab();
      const setting = settingOf(input, lab);
      const answering = input.actions.length === 0 ? setting : await withAnswers(setting);
      return { lab, stages: await replayed(answering, input.start, input.actions) };
    }),
    advance: fromPromise(async ({ input: { setting, stage } }) =>
      advance(stage.client.step === 'callApi' ? await withAnswers(setting) : setting, stage),
    ),
  },
});

/** What is needed for the answers comes with the first call whose answer the model does not know by itself. */
async function withAnswers(setting: ExchangeSetting): Promise<ExchangeSetting> {
  if (setting.plan.operations.every(({ reference }) => reference === 'listGroups')) return setting;
  try {
    const { catalogueAnswer } = await import('../lab/catalogueAnswers.ts');
    return { ...setting, answerOf: catalogueAnswer };
  } catch {
    // Without it an operation says what it has received.
    return setting;
  }
}

/**
 * Draws the lab, with the exchange that the address asks for, and follows the address.
 *
 * @param fragment with which the page was opened
 */
export async function drawLabIsland(place: HTMLElement, fragment: string): Promise<void> {
  const base = document.querySelector<HTMLElement>('#root')?.dataset['base'] ?? '/';
  const renderer = rendererMachine.provide({
    actors: { frame: mermaidFrame(`${base}mermaid-frame/`) },
  });
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

/** Reads a link. What of it the lab would not write itself does not stay in the address: it may be a secret. */
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
