import { type ActorRefFrom, createActor, fromPromise } from 'xstate';

import type { OpenChannel } from '#browser/windowChannel.ts';

import { answerCode } from '#workshop/room/answerCode.ts';
import { audienceQuestion } from '#workshop/present/audienceView.ts';
import { readRoomFile, type Room, roomFile } from '#workshop/room/room.ts';
import type { RoomContext } from '#workshop/room/roomMachine.ts';
import { resultIds } from '#workshop/scenario.ts';
import { keyedScenarios, scenarios } from '#workshop/scenarios/scenarios.ts';
import type { HandOver, leadershipMachine } from '#workshop/present/leadershipMachine.ts';
import { sessionFrom } from '#workshop/present/session.ts';
import { audienceWindow, parseHandOver, presenterTab } from '#workshop/present/windows.ts';

import {
  chosen,
  type ReplayedBrowser,
  type ReplayedHour,
  replayedHour,
  ReplayedStorage,
} from './replayedHour.ts';

/**
 * Replays a presenter's hour: tabs that are opened, loaded again, closed and taken over, storage that is
 * full or wiped, and channels that are refused. Nothing that was counted may be lost without a word.
 *
 * @param seed the same seed gives the same hour
 * @param steps how many things happen
 * @throws Error when an answer is lost, when the page says that it kept what it did not keep, or when
 *   two tabs present at once
 */
export const run = (seed: number, steps: number): Promise<ReplayedHour> =>
  replayedHour(seed, steps, (random) => {
    const browser = new Browser();
    browser.openTab();
    return {
      deeds: deedsIn(browser, random),
      check: () => browser.check(),
      close: () => browser.close(),
    };
  });

function deedsIn(browser: Browser, random: () => number): ReplayedBrowser['deeds'] {
  const anyTab = () => chosen(browser.tabs, random);
  return {
    'opens a tab': () => {
      if (browser.tabs.length < 4) browser.openTab();
    },
    'loads a tab again': () => browser.reload(anyTab()),
    'closes a tab': () => {
      if (browser.tabs.length > 1) browser.closeTab(anyTab());
    },
    'looks at a tab': () => anyTab().look(),
    'takes over': () => anyTab().actor.send({ type: 'lead.take' }),
    'opens a room': () =>
      browser.openRoom(roomCodes[Math.floor(random() * roomCodes.length)] ?? ''),
    'counts a code': () => browser.count(Math.floor(random() * 30), Math.floor(random() * 9)),
    'counts another code': () => browser.count(Math.floor(random() * 30), Math.floor(random() * 9)),
    'goes on': () =>
      browser.leading()?.actor.getSnapshot().context.presentation?.send({ type: 'step.next' }),
    ...browser.storage.deeds,
    'fails to load code': () => {
      browser.isCodeMissing = true;
    },
    'loads code again': () => {
      browser.isCodeMissing = false;
    },
    'wipes storage': () => browser.wipe(),
    'refuses channels': () => {
      browser.areChannelsRefused = true;
    },
    'allows channels': () => {
      browser.areChannelsRefused = false;
    },
    'opens the audience’s window': () => browser.openAudience(),
  };
}

const roomCodes = ['K7QF', 'AAAA', 'R6MP'];
const [card] = keyedScenarios;

type TabActor = ActorRefFrom<typeof leadershipMachine>;

interface Tab {
  readonly id: string;
  readonly actor: TabActor;
  readonly look: () => void;
  readonly leave: () => void;
  readonly fragment: () => string;
}

/** What no test of a session looks at. */
const screenless = {
  keepScreenOn: () => () => {},
  toggleFullScreen: () => {},
  listenToKeys: () => () => {},
};

/** A browser's windows, its storage, its lock and its channels. */
class Browser {
  readonly storage = new ReplayedStorage();
  areChannelsRefused = false;
  isCodeMissing = false;
  tabs: Tab[] = [];
  /** What was counted and must not be lost: by room, then by phone. */
  private readonly truth = new Map<string, Map<number, string>>();
  private readonly hearers = new Map<string, Set<(message: unknown) => void>>();
  private holder: { readonly id: string; readonly lose: () => void } | undefined;
  private audiences: ActorRefFrom<ReturnType<typeof audienceWindow>>[] = [];
  private opened = 0;

  private readonly channel =
    (name: string): OpenChannel =>
    (hear, lose) => {
      const hearers = this.hearers.get(name) ?? new Set();
      this.hearers.set(name, hearers.add(hear));
      return {
        say: (message) => {
          if (this.areChannelsRefused) return lose();
          for (const other of hearers) if (other !== hear) other(structuredClone(message));
        },
        close: () => hearers.delete(hear),
      };
    };

  /** As another tab does it: the browser tells the others. */
  wipe(): void {
    this.storage.texts.clear();
    for (const { leave } of this.tabs) leave();
    // What nothing but storage had was deleted on purpose.
    for (const code of this.truth.keys()) this.forgive(code);
  }

  openTab(fragment = ''): void {
    this.opened += 1;
    const id = `tab ${this.opened}`;
    let address = fragment;
    const looks = new Set<() => void>();
    const leaves = new Set<() => void>();
    const machine = presenterTab({
      openChannel: this.channel('presentation'),
      openTabs: this.channel('presenters'),
      claimLead: (name, isForced, { onGrant, onRefuse, onLose }) => {
        if (this.holder !== undefined && !isForced) {
          onRefuse();
          return () => {};
        }
        this.holder?.lose();
        const mine = { id: name, lose: onLose };
        this.holder = mine;
        const epoch = Number(this.storage.read('epoch') ?? 0) + 1;
        this.storage.write('epoch', String(epoch));
        onGrant(epoch, true);
        return () => {
          if (this.holder === mine) this.holder = undefined;
        };
      },
      storePlace: (place) => {
        address = place;
        this.storage.write('place', place);
      },
      storeClock: () => {},
      openLesson: () => {},
      ...screenless,
      coverKey: () => {
        address = address.replace(/stage=\w+/, 'stage=story');
      },
      storeRoom: (room) => {
        if (room !== undefined) return this.storage.write('room', roomFile(room));
        this.storage.texts.delete('room');
        return true;
      },
      readSession: async (source) =>
        sessionFrom(source, {
          fragment: address,
          place: this.storage.read('place'),
          room: this.storage.read('room'),
          clock: undefined,
          now: 0,
          readCards: async () => {
            if (this.isCodeMissing) throw new Error('The code could not be loaded.');
            return { cards: [], value: '' };
          },
        }),
      watchTab: (onShow) => {
        looks.add(onShow);
        return () => looks.delete(onShow);
      },
      watchStorage: (onDoubt) => {
        leaves.add(onDoubt);
        return () => leaves.delete(onDoubt);
      },
    }).provide({ actors: { askLeader: fromPromise(async () => this.askLeader()) } });
    const actor = createActor(machine, {
      input: { id, cards: scenarios, answerAddress: undefined },
    }).start();
    this.tabs.push({
      id,
      actor,
      look: () => looks.forEach((each) => each()),
      leave: () => leaves.forEach((each) => each()),
      fragment: () => address,
    });
  }

  /** As the tabs do it, but without waiting for a tab that does not answer. */
  private askLeader(): HandOver | undefined {
    let handOver: HandOver | undefined;
    const channel = this.channel('presenters')(
      (message) => {
        handOver ??= parseHandOver(message);
      },
      () => {},
    );
    channel.say('hand over');
    channel.close();
    return handOver;
  }

  openAudience(): void {
    for (const each of this.audiences) each.stop();
    this.audiences = [
      createActor(audienceWindow(this.channel('presentation'), screenless)).start(),
    ];
  }

  leading(): Tab | undefined {
    return this.tabs.find(({ actor }) => actor.getSnapshot().context.presentation !== undefined);
  }

  private room(): RoomContext | undefined {
    const presentation = this.leading()?.actor.getSnapshot().context.presentation;
    return presentation?.getSnapshot().children.room?.getSnapshot().context;
  }

  openRoom(code: string): void {
    const presentation = this.leading()?.actor.getSnapshot().context.presentation;
    if (this.room()?.room !== undefined) return;
    presentation?.getSnapshot().children.room?.send({ type: 'room.open', code });
  }

  count(phone: number, choice: number): void {
    const presentation = this.leading()?.actor.getSnapshot().context.presentation;
    const room = this.room()?.room;
    if (room === undefined || card === undefined) return;
    const result = resultIds[choice % resultIds.length] ?? 'serviceApp';
    const code = answerCode(
      { room: room.code, card: card.id, question: 'twist' },
      { phone, result },
    );
    presentation?.getSnapshot().children.room?.send({ type: 'codes.count', text: code });
    const known = this.truth.get(room.code) ?? new Map<number, string>();
    this.truth.set(room.code, known.set(phone, code));
  }

  reload(tab: Tab): void {
    const fragment = tab.fragment();
    this.closeTab(tab);
    this.openTab(fragment);
  }

  closeTab(tab: Tab): void {
    tab.leave();
    const { context } = tab.actor.getSnapshot();
    const room = context.presentation?.getSnapshot().children.room?.getSnapshot().context;
    // The page said that these answers go with it.
    const warned = [room?.isKept === false ? room.room : undefined, readRoom(context.unkept)];
    tab.actor.stop();
    this.tabs = this.tabs.filter((each) => each !== tab);
    for (const each of warned) if (each !== undefined) this.forgive(each.code);
  }

  private forgive(code: string): void {
    const left = new Map(this.answers(code).map((each) => [each.phone, each.code]));
    if (left.size === 0) this.truth.delete(code);
    else this.truth.set(code, left);
  }

  /** Every answer of a room that a tab, or storage, has. */
  private answers(code: string): Room['answers'] {
    const rooms = [
      readRoom(this.storage.texts.get('room')),
      ...this.tabs.flatMap(({ actor }) => {
        const { context } = actor.getSnapshot();
        const room = context.presentation?.getSnapshot().children.room?.getSnapshot().context;
        return [readRoom(context.unkept), room?.room];
      }),
    ];
    return rooms.flatMap((each) => (each?.code === code ? each.answers : []));
  }

  check(): void {
    const leaders = this.tabs.filter(
      ({ actor }) => actor.getSnapshot().context.presentation !== undefined,
    );
    if (leaders.length > 1) throw new Error('Two tabs present at once.');
    for (const [code, phones] of this.truth) {
      const codes = new Set(this.answers(code).map((each) => each.code));
      for (const counted of phones.values()) {
        if (!codes.has(counted)) throw new Error(`${counted} of room ${code} is lost.`);
      }
    }
    for (const audience of this.audiences) {
      // The screen asks every other second.
      const asking = this.channel('presentation')(
        () => {},
        () => {},
      );
      const { leader: followed } = audience.getSnapshot().context;
      asking.say(audienceQuestion({ leader: followed, shows: undefined }));
      asking.close();
      const { leader } = audience.getSnapshot().context;
      const isThere = this.tabs.some(({ id }) => id === leader?.id);
      if (isThere && leaders.length === 1 && !this.areChannelsRefused) {
        if (leader?.id !== leaders[0]?.id)
          throw new Error('The screen follows a tab that does not lead.');
      }
    }
  }

  close(): void {
    for (const { actor } of this.tabs) actor.stop();
    for (const each of this.audiences) each.stop();
  }
}

function readRoom(text: string | undefined): Room | undefined {
  if (text === undefined) return undefined;
  const read = readRoomFile(text, scenarios);
  return 'room' in read ? read.room : undefined;
}
