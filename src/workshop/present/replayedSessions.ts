import { type ActorRefFrom, createActor, fromPromise } from 'xstate';

import type { OpenChannel } from '#browser/windowChannel.ts';

import { answerCode } from '../room/answerCode.ts';
import { audienceQuestion } from './audienceView.ts';
import { readRoomFile, type Room, roomFile } from '../room/room.ts';
import type { RoomContext } from '../room/roomMachine.ts';
import { resultIds } from '../scenario.ts';
import { keyedScenarios, scenarios } from '../scenarios/scenarios.ts';
import type { HandOver, leadershipMachine } from './leadershipMachine.ts';
import { sessionFrom } from './session.ts';
import { audienceWindow, parseHandOver, presenterTab } from './windows.ts';

/**
 * A presenter's hour, replayed by chance: tabs that are opened, loaded again, closed and taken over,
 * storage that is full, blocked or wiped, and channels that are refused. Nothing that was counted may
 * be lost without a word.
 */
export interface ReplayedHour {
  /** How often each kind of thing happened. */
  readonly happened: Readonly<Record<string, number>>;
}

/**
 * Replays one hour.
 *
 * @param seed the same seed gives the same hour
 * @param steps how many things happen
 * @throws Error when an answer is lost, when the page says that it kept what it did not keep, or when
 *   two tabs present at once
 */
export async function run(seed: number, steps: number): Promise<ReplayedHour> {
  const random = seededRandom(seed);
  const browser = new Browser();
  const happened: Record<string, number> = {};
  const deeds = deedsIn(browser, random);
  browser.openTab();
  await settle();
  for (let step = 0; step < steps; step += 1) {
    const [name, deed] = chosen(Object.entries(deeds), random);
    // oxlint-disable-next-line no-await-in-loop -- one thing happens after the other
    await deed();
    // oxlint-disable-next-line no-await-in-loop -- the same
    await settle();
    happened[name] = (happened[name] ?? 0) + 1;
    try {
      browser.check();
    } catch (error) {
      throw new Error(`Seed ${seed}, step ${step}, ${name}: ${String(error)}`, { cause: error });
    }
  }
  browser.close();
  return { happened };
}

type Deeds = Readonly<Record<string, () => void | Promise<void>>>;

function deedsIn(browser: Browser, random: () => number): Deeds {
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
    'fills storage': () => {
      browser.storage.isFull = true;
    },
    'frees storage': () => {
      browser.storage.isFull = false;
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

/** A browser's windows, its storage, its lock and its channels. */
class Browser {
  readonly storage = { texts: new Map<string, string>(), isFull: false };
  areChannelsRefused = false;
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

  private store(name: string, text: string): boolean {
    if (this.storage.isFull) return false;
    this.storage.texts.set(name, text);
    return true;
  }

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
        const epoch = Number(this.storage.texts.get('epoch') ?? 0) + 1;
        this.store('epoch', String(epoch));
        onGrant(epoch, true);
        return () => {
          if (this.holder === mine) this.holder = undefined;
        };
      },
      storePlace: (place) => {
        address = place;
        this.store('place', place);
      },
      coverKey: () => {
        address = address.replace(/stage=\w+/, 'stage=story');
      },
      storeRoom: (room) => {
        if (room !== undefined) return this.store('room', roomFile(room));
        this.storage.texts.delete('room');
        return true;
      },
      readSession: async (source) =>
        sessionFrom(source, {
          fragment: address,
          place: this.storage.texts.get('place'),
          room: this.storage.texts.get('room'),
          readCards: async () => ({ cards: [], value: '' }),
        }),
      watchTab: (onShow) => {
        looks.add(onShow);
        return () => looks.delete(onShow);
      },
      watchStorage: (onDoubt) => {
        leaves.add(onDoubt);
        return () => leaves.delete(onDoubt);
      },
      listenToKeys: () => () => {},
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
    this.audiences = [createActor(audienceWindow(this.channel('presentation'))).start()];
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
      asking.say(audienceQuestion(audience.getSnapshot().context.leader));
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

function chosen<Value>(values: readonly Value[], random: () => number): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('There is nothing to choose from.');
  return value;
}

/** Numbers of 0 up to 1 that a seed gives: mulberry32. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Until every promise that is answered has been heard. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one answer leads to the next
    await Promise.resolve();
  }
}
