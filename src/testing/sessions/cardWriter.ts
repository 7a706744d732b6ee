import { type ActorRefFrom, createActor, fromPromise } from 'xstate';

import { cardYaml } from '#workshop/ownCards/cardYaml.ts';
import { editorMachine } from '#workshop/ownCards/editorMachine.ts';
import { exampleCard } from '#workshop/ownCards/exampleCard.ts';
import { deviceWith, keepingMachine } from '#workshop/ownCards/keepingMachine.ts';

import {
  chosen,
  type ReplayedBrowser,
  type ReplayedHour,
  replayedHour,
  ReplayedStorage,
} from './replayedHour.ts';

/**
 * Replays a card writer's hour: tabs that are opened, loaded again and closed, tabs that hear nothing of
 * the others, code that does not load, and storage that is full, blocked or wiped. Nothing that was
 * written may be lost without a word.
 *
 * @param seed the same seed gives the same hour
 * @param steps how many things happen
 * @throws Error when a text is lost, or when the page says that it kept what it did not keep
 */
export const run = (seed: number, steps: number): Promise<ReplayedHour> =>
  replayedHour(seed, steps, replayedWriting);

const place = 'own-cards';
const example = cardYaml([exampleCard]);

interface Tab {
  readonly actor: ActorRefFrom<typeof editorMachine>;
  /** As the browser does it when another tab writes. */
  readonly heed: () => void;
  /** Whether the browser lets it sleep, so that it hears nothing. */
  isAsleep: boolean;
}

const remarksIn = (text: string): readonly string[] => text.match(/# remark \d+\n/gu) ?? [];

function replayedWriting(random: () => number): ReplayedBrowser {
  const storage = new ReplayedStorage();
  /** Remarks that somebody wrote into the text and nobody gave up. */
  const written = new Set<string>();
  let tabs: readonly Tab[] = [];
  let isCodeMissing = false;
  let count = 0;

  const textOf = ({ actor }: Tab) => actor.getSnapshot().context.text;
  const keepingOf = ({ actor }: Tab) => actor.getSnapshot().children.keeping;
  const left = () =>
    new Set([storage.texts.get(place) ?? '', ...tabs.map(textOf)].flatMap(remarksIn));
  const forgiveWhatIsGone = () => {
    const there = left();
    for (const remark of written) if (!there.has(remark)) written.delete(remark);
  };
  const tellOthers = (writer: Tab | undefined) => {
    for (const tab of tabs) if (tab !== writer && !tab.isAsleep) tab.heed();
  };

  const openTab = () => {
    if (isCodeMissing) return;
    let listener: (() => void) | undefined;
    const kept = storage.read(place);
    const actor = createActor(
      editorMachine.provide({
        actors: {
          keeping: keepingMachine.provide({
            actors: {
              device: deviceWith({
                read: () => storage.read(place),
                write: (text) => {
                  const isStored = storage.write(place, text);
                  if (isStored) tellOthers(tab);
                  return isStored;
                },
                listen: (heed) => {
                  listener = heed;
                  return () => {
                    listener = undefined;
                  };
                },
              }),
            },
          }),
          makeLink: fromPromise(async () => {
            if (isCodeMissing) throw new Error('The code could not be loaded.');
            return 'cards=';
          }),
          readText: fromPromise(({ input }) => input.text()),
        },
      }),
      { input: { text: kept === undefined || kept === '' ? example : kept, kept } },
    );
    const tab: Tab = { actor, heed: () => listener?.(), isAsleep: false };
    tabs = [...tabs, tab];
    actor.start();
  };
  const wake = (tab: Tab) => {
    tab.isAsleep = false;
    tab.heed();
  };
  const closeTab = (tab: Tab) => {
    // Somebody looks at it for that.
    wake(tab);
    tabs = tabs.filter((each) => each !== tab);
    // The page said that its text goes with it.
    if (keepingOf(tab)?.getSnapshot().hasTag('unkept') === true) forgiveWhatIsGone();
    tab.actor.stop();
  };
  const inTab = (act: (tab: Tab) => void) => () => {
    if (tabs.length > 0) act(chosen(tabs, random));
  };
  const write = inTab((tab) => {
    count += 1;
    const remark = `# remark ${count}\n`;
    written.add(remark);
    tab.actor.send({ type: 'text.type', text: `${remark}${textOf(tab)}` });
  });
  openTab();

  return {
    deeds: {
      ...storage.deeds,
      'opens a tab': () => {
        if (tabs.length < 4) openTab();
      },
      'loads a tab again': inTab((tab) => {
        closeTab(tab);
        openTab();
      }),
      'closes a tab': inTab(closeTab),
      'fails to load code': () => {
        isCodeMissing = true;
      },
      'loads code again': () => {
        isCodeMissing = false;
      },
      writes: write,
      'writes more': write,
      'goes to sleep': inTab((tab) => {
        tab.isAsleep = true;
      }),
      'wakes up': inTab(wake),
      'tries again to keep': inTab((tab) => keepingOf(tab)?.send({ type: 'keep.retry' })),
      'takes the other text': inTab((tab) => {
        if (keepingOf(tab)?.getSnapshot().value !== 'apart') return;
        keepingOf(tab)?.send({ type: 'theirs.take' });
        // The page asked which of the two.
        forgiveWhatIsGone();
      }),
      'keeps its own text': inTab((tab) => {
        if (keepingOf(tab)?.getSnapshot().value !== 'apart') return;
        keepingOf(tab)?.send({ type: 'mine.keep' });
        forgiveWhatIsGone();
      }),
      'wipes storage': () => {
        storage.texts.clear();
        tellOthers(undefined);
        // What nothing but storage had was deleted on purpose.
        forgiveWhatIsGone();
      },
    },
    check: () => {
      const there = left();
      for (const remark of written) {
        if (!there.has(remark)) throw new Error(`${remark.trim()} is lost.`);
      }
    },
    close: () => {
      for (const { actor } of tabs) actor.stop();
    },
  };
}
