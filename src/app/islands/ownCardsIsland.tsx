import { createRoot } from 'react-dom/client';
import { fromPromise } from 'xstate';

import { listenToText, storeText, storedText } from '#browser/storedText.ts';
import { SiteProvider } from '#screens/site.tsx';
import { CardEditor } from '#workshop/ownCards/CardEditor.tsx';
import { cardsFragment } from '#workshop/ownCards/cardLink.ts';
import { editorMachine } from '#workshop/ownCards/editorMachine.ts';
import { deviceWith, keepingMachine } from '#workshop/ownCards/keepingMachine.ts';
// oxlint-disable-next-line import/no-unassigned-import -- the style comes with the code that needs it
import '../../styles/ownCards.css';

const name = 'own-cards';

const machine = editorMachine.provide({
  actors: {
    keeping: keepingMachine.provide({
      actors: {
        device: deviceWith({
          read: () => storedText(name),
          write: (text) => storeText(name, text),
          listen: (heed) => {
            const stopListening = listenToText(name, heed);
            // A sleeping window hears nothing from the others.
            document.addEventListener('visibilitychange', heed);
            return () => {
              stopListening();
              document.removeEventListener('visibilitychange', heed);
            };
          },
        }),
      },
    }),
    readText: fromPromise(({ input }) => input.text()),
    makeLink: fromPromise(({ input }) => cardsFragment(input)),
  },
});

/** Draws the editor with what was written on this device before. */
export function drawOwnCardsIsland(place: HTMLElement): void {
  const base = document.querySelector<HTMLElement>('#root')?.dataset['base'] ?? '/';
  createRoot(place).render(
    <SiteProvider value={{ base, fragment: '' }}>
      <CardEditor machine={machine} kept={storedText(name)} />
    </SiteProvider>,
  );
}
