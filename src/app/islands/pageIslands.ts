import { onceWanted } from '#browser/onceWanted.ts';
import { embedBuilderId } from '#embed/builder/embedBuilderId.ts';
import { auditIslandId } from '#screens/audit/auditPath.ts';
import { errorsIslandId } from '#screens/errors/errorsIslandId.ts';
import { keyMakerFoldId, keyMakerId } from '#screens/keys/keysPath.ts';
import { labId } from '#screens/lab/labIds.ts';
import { leaveTokenIslandId } from '#screens/leaveToken/leaveTokenIslandId.ts';
import { operationsIslandId } from '#screens/operations/operationsIslandId.ts';
import { tasksId } from '#workshop/handsOn/handsOnPath.ts';
import { ownCardsId } from '#workshop/ownCards/ownCardsPaths.ts';
import { practiceId } from '#workshop/practice/practiceId.ts';
import { audienceScreenId, presenterId } from '#workshop/present/presentIds.ts';
import { answerId } from '#workshop/room/answerId.ts';

import { missingCode } from '../missingCode.ts';

/** A part of a plain page that script takes over. */
interface PageIsland {
  /** The id of the element that it is drawn into: a page has at most one of them. */
  readonly id: string;
  /** When its code is loaded; at once unless it says otherwise. */
  readonly loadsWhen?: (load: () => void) => void;
  readonly draw: (place: HTMLElement) => Promise<void>;
  /** What a person misses without its code, for example `The lab could not be loaded.` */
  readonly missing: string;
  /** What can be done without it. */
  readonly meanwhile: string;
  /** The page's heading while there is no island that brings its own. */
  readonly headingWithout?: string;
  /** The element has its whole content without script too. */
  readonly isDrawn?: true;
}

/** The islands of all plain pages. */
export const pageIslands: readonly PageIsland[] = [
  {
    id: operationsIslandId,
    loadsWhen: onceWanted,
    draw: async (place) => {
      // The catalogue is read in its own task: together with the island, it would keep a slow phone busy for longer.
      const catalogue = import('#catalogue/oktaCatalogue.ts');
      const [{ drawOperationsIsland }] = await Promise.all([
        import('./operationsIsland.tsx'),
        catalogue,
      ]);
      drawOperationsIsland(place, showBelowIsland);
    },
    missing: 'The search could not be loaded.',
    meanwhile: 'Every operation is listed below.',
  },
  {
    id: errorsIslandId,
    loadsWhen: onceWanted,
    draw: async (place) => (await import('./errorsIsland.tsx')).drawErrorsIsland(place),
    missing: 'The box could not be loaded.',
    meanwhile: 'Every error is listed below.',
  },
  {
    id: auditIslandId,
    loadsWhen: onceWanted,
    draw: async (place) => (await import('./auditIsland.tsx')).drawAuditIsland(place),
    missing: 'The reader could not be loaded.',
    meanwhile: 'The command below reads the same files.',
  },
  {
    id: leaveTokenIslandId,
    loadsWhen: onceWanted,
    draw: async (place) => (await import('./leaveTokenIsland.tsx')).drawLeaveTokenIsland(place),
    missing: 'The planner could not be loaded.',
    meanwhile: 'An example of a plan is below.',
  },
  {
    id: practiceId,
    loadsWhen: onceWanted,
    draw: async (place) => {
      // React is read in its own task: together with the island, it would keep a slow phone busy for longer.
      const react = import('./reactDom.ts');
      const [{ drawPracticeIsland }] = await Promise.all([import('./practiceIsland.tsx'), react]);
      await drawPracticeIsland(place);
    },
    missing: 'The practice cards could not be loaded.',
    meanwhile: 'Every card is below.',
  },
  {
    id: labId,
    draw: async (place) => {
      // Read before anything that looks like a secret is removed from it: the lab says why.
      const { hash } = location;
      if (isSecureContext) {
        await (await import('./labIsland.tsx')).drawLabIsland(place, hash);
      } else {
        (await import('../lab/recordedInstead.ts')).showRecordedInstead(place);
      }
    },
    missing: 'The lab could not be loaded.',
    meanwhile: 'The steps of an exchange are below.',
  },
  {
    id: tasksId,
    draw: async (place) => (await import('./handsOnIsland.tsx')).drawHandsOnIsland(place),
    missing: 'The tasks could not be loaded.',
    meanwhile: 'Below is how to do them in a terminal.',
  },
  {
    id: keyMakerId,
    loadsWhen: (load) => onceOpened(keyMakerFoldId, load),
    draw: async (place) => (await import('./keyMakerIsland.tsx')).drawKeyMakerIsland(place),
    missing: 'The key maker could not be loaded.',
    meanwhile: 'The commands above make a key pair too.',
  },
  {
    id: ownCardsId,
    draw: async (place) => (await import('./ownCardsIsland.tsx')).drawOwnCardsIsland(place),
    missing: 'The form could not be loaded.',
    meanwhile: 'You can also write the file in a text editor.',
  },
  {
    id: presenterId,
    draw: async (place) => (await import('./presenterIsland.tsx')).drawPresenter(place),
    missing: 'The cards could not be loaded.',
    meanwhile: '',
  },
  {
    id: audienceScreenId,
    draw: async (place) => (await import('./presenterIsland.tsx')).drawAudienceScreen(place),
    headingWithout: 'This screen could not be loaded',
    missing: 'The slides could not be loaded.',
    meanwhile: 'Once it has loaded, this screen shows what the presenter’s window shows.',
  },
  {
    id: answerId,
    draw: async (place) => (await import('./answerIsland.tsx')).drawAnswerIsland(place),
    missing: 'The cards could not be loaded.',
    meanwhile: 'You can also raise a hand to answer.',
  },
  {
    id: embedBuilderId,
    draw: async (place) => (await import('./embedBuilderIsland.tsx')).hydrateEmbedBuilder(place),
    isDrawn: true,
    missing: 'The fields could not be loaded.',
    meanwhile: 'The blocks below work as they are.',
  },
];

/**
 * Draws the island of the page when its time comes: its code is large, so the page is shown before that is loaded. If
 * the code cannot be loaded, the page says so, and what a person can do meanwhile.
 */
export function drawPageIsland(): void {
  if (location.hash === '') showBelowIsland();
  for (const island of pageIslands) {
    const place = document.querySelector<HTMLElement>(`#${island.id}`);
    if (place === null) continue;
    const { loadsWhen = (load) => load() } = island;
    loadsWhen(() => {
      island.draw(place).catch(() => showMissing(place, island));
    });
  }
}

function showMissing(place: HTMLElement, island: PageIsland): void {
  const notice = missingCode(island.missing, island.meanwhile);
  if (island.isDrawn) {
    place.prepend(notice);
  } else if (island.headingWithout === undefined) {
    place.replaceChildren(notice);
  } else {
    const heading = document.createElement('h1');
    heading.textContent = island.headingWithout;
    place.replaceChildren(heading, notice);
  }
  showBelowIsland();
}

/**
 * What the link brings takes room: the part below an island shows once that is there, and never moves.
 * A slide stays out of sight until its own styles have come.
 */
function showBelowIsland(): void {
  for (const below of document.querySelectorAll<HTMLElement>('.below-island:not(.slide)')) {
    below.dataset['shown'] = '';
  }
}

/** Calls back once, as soon as a person has opened a fold. */
function onceOpened(foldId: string, act: () => void): void {
  const fold = document.querySelector<HTMLDetailsElement>(`#${foldId}`);
  if (fold === null) return;
  if (fold.open) {
    act();
    return;
  }
  fold.addEventListener('toggle', act, { once: true });
}
