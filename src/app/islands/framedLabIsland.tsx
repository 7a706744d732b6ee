import { createRoot } from 'react-dom/client';

import { classicScriptLoader } from '#browser/classicScript.ts';
import { labFragmentOf } from '#embed/labView.ts';
import { newSeed } from '#org/exchange/newLab.ts';
import { Lab } from '#screens/lab/Lab.tsx';
import { labId } from '#screens/lab/labIds.ts';
import { SiteProvider } from '#screens/site.tsx';
import { readLabLink } from '#share/readLabLink.ts';

import type { LabCatalogue } from '../lab/labCatalogue.ts';
import { labMachine } from '../lab/labMachine.ts';
import { framedParameters } from './framedParameters.ts';

// The lab in a framed page, loaded when a person opens it. It is one classic script, because a
// frame without an origin cannot import. The catalogue is in the script of the fields
// (embedIsland.tsx), which is loaded when an operation needs it. Mermaid has no frame within
// another site's frame, so the diagram is shown as text.
const root = document.querySelector<HTMLElement>('#root') ?? document.body;
const { base = '/', catalogueScript } = root.dataset;
const framed = framedParameters(root);
const loadScript =
  catalogueScript === undefined
    ? undefined
    : classicScriptLoader(catalogueScript, 'framed-catalogue');

let catalogue: Promise<LabCatalogue> | undefined;

/** Loads the catalogue once; if that fails, it is tried again the next time. */
async function loadCatalogue(): Promise<LabCatalogue> {
  catalogue ??= handedOver();
  try {
    return await catalogue;
  } catch (error) {
    catalogue = undefined;
    throw error;
  }
}

async function handedOver(): Promise<LabCatalogue> {
  if (loadScript === undefined) throw new Error('The development server has no catalogue here.');
  const given = new Promise<LabCatalogue>((resolve) => {
    root.addEventListener('labcatalogue', ({ detail }) => resolve(detail), { once: true });
  });
  await loadScript();
  return given;
}

const machine = labMachine(async () => (await loadCatalogue()).answerOf);

/** The operations that a host names; it may have named them for a reader who is offline now. */
const operationsMissing = {
  operations: [],
  refused: [
    'The operations could not be loaded. Check that you are online, and load the page again.',
  ],
};

const place = document.getElementById(labId);
if (place !== null) {
  const drawing = createRoot(place);
  let shown: string | undefined;
  const draw = async (): Promise<void> => {
    const wanted = labFragmentOf(framed.current(), framed.choices);
    if (wanted === shown) return;
    shown = wanted;
    const { choice, refused } = await readLabLink(wanted, framed.choices, async (values) => {
      try {
        return (await loadCatalogue()).linkedOperations(values);
      } catch {
        return operationsMissing;
      }
    });
    // Meanwhile the host may want another one.
    if (wanted !== shown) return;
    const begun = { seed: newSeed(), start: Math.floor(Date.now() / 1000) * 1000, actions: [] };
    drawing.render(
      <SiteProvider value={{ base, fragment: '', isFramed: true }}>
        <Lab
          // If the host wants another exchange, it is another lab.
          key={wanted}
          machine={machine}
          initial={{ ...choice, ...begun }}
          refused={refused}
          onChosen={() => undefined}
        />
      </SiteProvider>,
    );
  };
  framed.onChange(() => void draw());
  // The person who opened the lab goes on from where its button was.
  place.tabIndex = -1;
  place.role = 'group';
  place.ariaLabel = 'Lab';
  place.focus({ preventScroll: true });
  void draw();
}
