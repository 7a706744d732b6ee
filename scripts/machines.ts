import type { AnyStateMachine } from 'xstate';

import { auditMachine } from '#app/audit/auditMachine.ts';
import { selectionMachine } from '#app/islands/selectionMachine.ts';
import { offlineMachine } from '#app/offline/offlineMachine.ts';
import { searchMachine } from '#app/search/searchMachine.ts';
import { openingMachine } from '#app/visit/openingMachine.ts';
import { valuesMachine } from '#app/visit/valuesMachine.ts';
import { visitMachine } from '#app/visit/visitMachine.ts';
import { guideMachine } from '#guide/machine.ts';
import { heightsMachine } from '#embed/builder/heightsMachine.ts';
import { previewMachine } from '#embed/builder/previewMachine.ts';
import { frameMachine } from '#embed/frameMachine.ts';
import { hostMachine } from '#embed/hostMachine.ts';
import { exchangeMachine } from '#org/exchange/exchangeMachine.ts';
import { pictureExportMachine } from '#browser/pictureExportMachine.ts';
import { keyMakerMachine } from '#browser/keys/keyMakerMachine.ts';
import { rendererMachine } from '#browser/rendererMachine.ts';
import { editorMachine } from '#workshop/ownCards/editorMachine.ts';
import { keepingMachine } from '#workshop/ownCards/keepingMachine.ts';
import { taskMachine } from '#workshop/handsOn/taskMachine.ts';
import { roundMachine } from '#workshop/practice/roundMachine.ts';
import { audienceMachine } from '#workshop/present/audienceMachine.ts';
import { leadershipMachine } from '#workshop/present/leadershipMachine.ts';
import { presentationMachine } from '#workshop/present/presentationMachine.ts';
import { ballotMachine } from '#workshop/room/ballotMachine.ts';
import { cameraMachine } from '#workshop/room/cameraMachine.ts';
import { roomMachine } from '#workshop/room/roomMachine.ts';

/** A machine of the project, as ARCHITECTURE.md shows it. */
export interface PicturedMachine {
  readonly machine: AnyStateMachine;
  /** The file that it is in. */
  readonly file: string;
  /** What it does, in a sentence. */
  readonly about: string;
}

/** Every machine of the project, in the order of the layers. Add a new one here, then `npm run machines`. */
export const machines: readonly PicturedMachine[] = [
  {
    machine: guideMachine,
    file: 'src/guide/machine.ts',
    about: 'The decision. It routes and does nothing else.',
  },
  {
    machine: exchangeMachine,
    file: 'src/org/exchange/exchangeMachine.ts',
    about: 'The program in the lab: it sends one request after another, step by step or by itself.',
  },
  {
    machine: rendererMachine,
    file: 'src/browser/rendererMachine.ts',
    about: 'The frame in which Mermaid draws a person’s own text.',
  },
  {
    machine: pictureExportMachine,
    file: 'src/browser/pictureExportMachine.ts',
    about: 'What a person exports from the page: a PNG, or a tab of mermaid.live.',
  },
  {
    machine: keyMakerMachine,
    file: 'src/browser/keys/keyMakerMachine.ts',
    about: 'A key pair that is made in the page, and its private half, which is shown on request.',
  },
  {
    machine: roundMachine,
    file: 'src/workshop/practice/roundMachine.ts',
    about: 'A round of practice: each card is predicted and revealed, then the round is summed up.',
  },
  {
    machine: taskMachine,
    file: 'src/workshop/handsOn/taskMachine.ts',
    about:
      'The exercises in the lab: meet an error, change one thing, see the request succeed. The org’s responses decide.',
  },
  {
    machine: presentationMachine,
    file: 'src/workshop/present/presentationMachine.ts',
    about:
      'The presenter’s window: a card and its stage, the screen, the lesson’s clock, its files, the audience’s window, the room.',
  },
  {
    machine: leadershipMachine,
    file: 'src/workshop/present/leadershipMachine.ts',
    about:
      'Which of several tabs in one browser presents, and how another tab takes over with everything that was counted.',
  },
  {
    machine: audienceMachine,
    file: 'src/workshop/present/audienceMachine.ts',
    about: 'The audience’s window, which follows the presenter’s.',
  },
  {
    machine: roomMachine,
    file: 'src/workshop/room/roomMachine.ts',
    about: 'The teacher’s side of a room, and the codes that are collected in it.',
  },
  {
    machine: cameraMachine,
    file: 'src/workshop/room/cameraMachine.ts',
    about: 'A camera that reads codes.',
  },
  {
    machine: ballotMachine,
    file: 'src/workshop/room/ballotMachine.ts',
    about: 'A phone in a room: what is asked of it, and the code that its answer becomes.',
  },
  {
    machine: editorMachine,
    file: 'src/workshop/ownCards/editorMachine.ts',
    about: 'Where a teacher writes cards: the file, and the link to the cards.',
  },
  {
    machine: keepingMachine,
    file: 'src/workshop/ownCards/keepingMachine.ts',
    about:
      'How this device keeps a teacher’s cards when other windows keep theirs too. No window overwrites what it has not seen.',
  },
  {
    machine: frameMachine,
    file: 'src/embed/frameMachine.ts',
    about: 'A framed page: the host that it talks to, and the fields for values.',
  },
  {
    machine: hostMachine,
    file: 'src/embed/hostMachine.ts',
    about:
      'The element in a host’s page. The loader is too small to carry a machine; its test walks this one and compares the published bytes with it.',
  },
  {
    machine: heightsMachine,
    file: 'src/embed/builder/heightsMachine.ts',
    about: 'The height of the chosen state, measured at one width after another.',
  },
  {
    machine: previewMachine,
    file: 'src/embed/builder/previewMachine.ts',
    about: 'The preview of the embed’s builder, and the height that is measured in it.',
  },
  {
    machine: valuesMachine,
    file: 'src/app/visit/valuesMachine.ts',
    about:
      'What a person types and picks, and the code that handles it, which is loaded on demand.',
  },
  {
    machine: openingMachine,
    file: 'src/app/visit/openingMachine.ts',
    about: 'A values file that a person opens in the page.',
  },
  {
    machine: visitMachine,
    file: 'src/app/visit/visitMachine.ts',
    about: 'The screen of the guide that is shown, and the way to the next one.',
  },
  {
    machine: auditMachine,
    file: 'src/app/audit/auditMachine.ts',
    about: 'The page that reads what a program called: the worker that reads, and its report.',
  },
  {
    machine: selectionMachine,
    file: 'src/app/islands/selectionMachine.ts',
    about: 'The operations that are picked on their own page.',
  },
  {
    machine: searchMachine,
    file: 'src/app/search/searchMachine.ts',
    about:
      'The search at the top of every page, and its index, which is loaded when the search opens.',
  },
  {
    machine: offlineMachine,
    file: 'src/app/offline/offlineMachine.ts',
    about:
      'A page and the service worker that keeps the site on the device. The worker itself has no state that outlives an event; `siteKeeper.ts` beside it says what it does.',
  },
];
