import { type ActorRefFrom, createActor } from 'xstate';

import { keeperWith } from '#workshop/practice/keptRound.ts';
import { parseRound } from '#workshop/practice/round.ts';
import { openCard, roundMachine } from '#workshop/practice/roundMachine.ts';
import { levels, resultIds, type Scenario } from '#workshop/scenario.ts';
import { scenarios } from '#workshop/scenarios/scenarios.ts';

import {
  chosen,
  type ReplayedBrowser,
  type ReplayedHour,
  replayedHour,
  ReplayedStorage,
} from './replayedHour.ts';

/**
 * Replays an hour of practice: tabs that are opened, loaded again and closed, also with a teacher's
 * cards, code that does not load, and storage that is full, blocked or wiped. No card that was
 * predicted may be lost without a word.
 *
 * @param seed the same seed gives the same hour
 * @param steps how many things happen
 * @throws Error when a prediction is lost
 */
export const run = (seed: number, steps: number): Promise<ReplayedHour> =>
  replayedHour(seed, steps, replayedPractice);

/** The decks that are dealt: the guide's cards, and some others as a teacher's. */
const [guideCards, ownCards] = [scenarios.slice(0, 6), scenarios.slice(6, 9)];
const allCards = [...guideCards, ...ownCards];
const place = 'practice';

interface Tab {
  readonly cards: readonly Scenario[];
  readonly actor: ActorRefFrom<typeof roundMachine>;
}

function replayedPractice(random: () => number): ReplayedBrowser {
  const storage = new ReplayedStorage();
  /** Cards that were predicted and must not be lost. */
  const predicted = new Set<string>();
  let tabs: readonly Tab[] = [];
  let isCodeMissing = false;

  const idsOf = ({ actor }: Tab): readonly string[] => {
    const { context } = actor.getSnapshot();
    const { attempts, prediction } = context;
    const done = attempts.filter((each) => each.prediction !== undefined);
    const open = prediction === undefined ? undefined : openCard(context);
    return [...done.map(({ scenario }) => scenario.id), ...(open === undefined ? [] : [open.id])];
  };
  const storedIds = () =>
    (parseRound(storage.texts.get(place) ?? '', allCards)?.attempts ?? []).flatMap((each) =>
      each.prediction === undefined ? [] : [each.scenario.id],
    );
  const forgiveWhatIsGone = () => {
    const left = new Set([...storedIds(), ...tabs.flatMap(idsOf)]);
    for (const id of predicted) if (!left.has(id)) predicted.delete(id);
  };

  const openTab = (cards: readonly Scenario[]) => {
    if (isCodeMissing) return;
    const keeper = keeperWith({
      read: () => storage.read(place),
      write: (text) => storage.write(place, text),
    });
    const actor = createActor(roundMachine.provide({ actors: { keeper } }), {
      input: { cards, stored: parseRound(storage.read(place) ?? '', cards) },
    }).start();
    tabs = [...tabs, { cards, actor }];
  };
  const closeTab = (tab: Tab) => {
    tabs = tabs.filter((each) => each !== tab);
    // The page said that what it holds goes with it.
    if (!tab.actor.getSnapshot().context.isKept) forgiveWhatIsGone();
    tab.actor.stop();
  };
  const inTab = (act: (tab: Tab) => void) => () => {
    if (tabs.length > 0) act(chosen(tabs, random));
  };
  const sends = (type: 'card.next' | 'card.skip' | 'card.reveal' | 'hint.ask' | 'round.end') =>
    inTab(({ actor }) => actor.send({ type }));
  const predict = inTab(({ actor }) => {
    const prediction = {
      result: chosen(resultIds, random),
      reason: 0,
      confidence: 'certain',
    } as const;
    const card = openCard(actor.getSnapshot().context);
    if (!actor.getSnapshot().can({ type: 'card.predict', prediction }) || card === undefined)
      return;
    actor.send({ type: 'card.predict', prediction });
    predicted.add(card.id);
  });
  openTab(guideCards);

  return {
    deeds: {
      ...storage.deeds,
      'opens a tab': () => {
        if (tabs.length < 4) openTab(guideCards);
      },
      'opens a tab with own cards': () => {
        if (tabs.length < 4) openTab(ownCards);
      },
      'loads a tab again': inTab((tab) => {
        closeTab(tab);
        openTab(tab.cards);
      }),
      'closes a tab': inTab(closeTab),
      'fails to load code': () => {
        isCodeMissing = true;
      },
      'loads code again': () => {
        isCodeMissing = false;
      },
      predicts: predict,
      'predicts another card': predict,
      'goes on': sends('card.next'),
      'goes on once more': sends('card.next'),
      skips: sends('card.skip'),
      reveals: sends('card.reveal'),
      'asks for a hint': sends('hint.ask'),
      'predicts the twist': inTab(({ actor }) =>
        actor.send({ type: 'twist.predict', result: chosen(resultIds, random) }),
      ),
      'chooses a level': inTab((tab) => {
        const before = idsOf(tab);
        tab.actor.send({
          type: 'level.choose',
          level: chosen(['all', ...levels] as const, random),
        });
        // A card that lies open, and that a level takes away, is given up.
        for (const id of before) if (!idsOf(tab).includes(id)) predicted.delete(id);
      }),
      'ends the round': sends('round.end'),
      'begins another round': inTab((tab) => {
        if (!tab.actor.getSnapshot().hasTag('summary')) return;
        for (const id of idsOf(tab)) predicted.delete(id);
        tab.actor.send({ type: 'round.begin' });
      }),
      'wipes storage': () => {
        // On purpose: no tab has to bring back what was deleted.
        storage.texts.clear();
        predicted.clear();
      },
    },
    check: () => {
      const left = new Set([...storedIds(), ...tabs.flatMap(idsOf)]);
      for (const id of predicted) {
        if (!left.has(id)) throw new Error(`The prediction of ${id} is lost.`);
      }
    },
    close: () => {
      for (const { actor } of tabs) actor.stop();
    },
  };
}
