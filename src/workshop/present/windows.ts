import { type EventObject, fromCallback, fromPromise } from 'xstate';

import type { ClaimOutcome } from '#browser/leaderClaim.ts';
import { offerDownload } from '#browser/offerDownload.ts';
import type { KeyPlace } from '#browser/pressedKeys.ts';
import { scanQrCodes } from '#browser/qrScanner.ts';
import { withPauses } from '#browser/slices.ts';
import { startStopwatch } from '#browser/stopwatch.ts';
import type { OpenChannel } from '#browser/windowChannel.ts';

import { cameraMachine, type ScannerEvent } from '../room/cameraMachine.ts';
import { readingRoomFile, type Room, sizeProblem } from '../room/room.ts';
import { type KeepOrder, type KeepReport, roomMachine } from '../room/roomMachine.ts';
import { audienceMachine, type PresenterReport } from './audienceMachine.ts';
import {
  audienceKey,
  audienceMessage,
  audienceQuestion,
  audienceReport,
  parseAudienceKey,
  parseAudienceMessage,
  parseAudienceQuestion,
  parseAudienceReport,
  shownPlace,
} from './audienceView.ts';
import { isCurrent, type NamedLeader } from './leader.ts';
import { packedFileName, packLesson, readLessonFile } from './lessonFile.ts';
import type { LessonClock } from './lessonClock.ts';
import {
  type ClaimEvent,
  type HandOver,
  leadershipMachine,
  type Session,
  type SessionSource,
  type TabEvent,
  type TabOrder,
} from './leadershipMachine.ts';
import {
  type AudienceEvent,
  keyEvent,
  type PresentationActor,
  presentationMachine,
  type StopwatchEvent,
  viewOf,
} from './presentationMachine.ts';

/** Keeps the screen from going dark; returns a function that stops this. */
type KeepScreenOn = () => () => void;

/** What the presenter's window needs from the browser and from its page. */
export interface PresenterEffects {
  /** Opens the way to the audience's window. */
  readonly openChannel: OpenChannel;
  /** Opens the way to other tabs of the presenter's page. */
  readonly openTabs: OpenChannel;
  /** Claims to lead these tabs; returns a function that gives the lead back. */
  readonly claimLead: (id: string, isForced: boolean, outcome: ClaimOutcome) => () => void;
  /** Puts the place of the presentation into the address, and keeps it for a tab that takes over. */
  readonly storePlace: (fragment: string) => void;
  /** Keeps how long the lesson has taken. */
  readonly storeClock: (clock: LessonClock) => void;
  /** Loads the page again with another lesson. */
  readonly openLesson: (fragment: string) => void;
  readonly keepScreenOn: KeepScreenOn;
  readonly toggleFullScreen: () => void;
  /** Takes a key out of the address. */
  readonly coverKey: () => void;
  /** Keeps the room on this device, or forgets it; says whether it could. */
  readonly storeRoom: (room: Room | undefined) => boolean;
  /** Reads what this tab is to present. */
  readonly readSession: (source: SessionSource) => Promise<Session>;
  /** Reports whenever somebody looks at this tab again; returns a function that ends that. */
  readonly watchTab: (onShow: () => void) => () => void;
  /** Reports when kept data may be gone, or this tab is left; returns a function that ends that. */
  readonly watchStorage: (onDoubt: () => void) => () => void;
  /** Reports each key; returns a function that ends that. */
  readonly listenToKeys: (heed: (key: string, place: KeyPlace) => boolean) => () => void;
}

/**
 * Sends the audience's window the view whenever it changes, and when that window asks. If that
 * window follows a leader that the browser has forgotten, this tab takes a higher number than that
 * leader's.
 */
export const audienceTeller = (openChannel: OpenChannel) =>
  fromCallback<EventObject, PresentationActor>(({ input: presentation, sendBack }) => {
    const { id, isGuarded, epoch: granted } = presentation.getSnapshot().context.input.leader;
    let epoch = granted;
    let told = '';
    let isFirstQuestion = true;
    const tell = () => {
      const view = viewOf(presentation.getSnapshot());
      const message = audienceMessage({ view, leader: { id, epoch } });
      const text = JSON.stringify(message);
      if (text !== told) channel.say(message);
      told = text;
    };
    const report = (event: AudienceEvent) => sendBack(event);
    const channel = openChannel(
      (message) => {
        const question = parseAudienceQuestion(message);
        const shows = parseAudienceReport(message);
        if (question !== undefined || shows !== undefined) report({ type: 'audience.hear', shows });
        const key = parseAudienceKey(message);
        const pressed = key === undefined ? undefined : keyEvent(key, 'page');
        const lesson = presentation.getSnapshot();
        const isGiven = lesson.hasTag('live') || lesson.hasTag('slideOnly');
        if (pressed !== undefined && isGiven) sendBack(pressed);
        if (question === undefined) return;
        const followed = question.leader;
        // Two tabs that do not know of each other must not outdo each other forever.
        const mayOutdo = isGuarded || isFirstQuestion;
        isFirstQuestion = false;
        if (followed !== undefined && mayOutdo && !isCurrent({ id, epoch }, followed)) {
          epoch = followed.epoch + 1;
        }
        told = '';
        tell();
      },
      () => report({ type: 'audience.lose' }),
    );
    const subscription = presentation.subscribe(tell);
    tell();
    return () => {
      subscription.unsubscribe();
      channel.close();
    };
  });

const keysFrom = (listenToKeys: PresenterEffects['listenToKeys']) =>
  fromCallback<EventObject, undefined>(({ sendBack }) =>
    listenToKeys((key, place) => {
      const event = keyEvent(key, place);
      if (event !== undefined) sendBack(event);
      return event !== undefined;
    }),
  );

const stopwatch = fromCallback<EventObject, { readonly from: number }>(
  ({ input: { from }, sendBack }) =>
    startStopwatch(from, (seconds) =>
      sendBack({ type: 'stopwatch.count', seconds } satisfies StopwatchEvent),
    ),
);

const wakefulness = (keepScreenOn: KeepScreenOn) =>
  fromCallback<EventObject, undefined>(() => keepScreenOn());

const scanner = fromCallback<EventObject, undefined>(({ sendBack }) =>
  scanQrCodes({
    onPicture: (picture) => sendBack({ type: 'scanner.open', picture } satisfies ScannerEvent),
    onText: (text) => sendBack({ type: 'scanner.read', text } satisfies ScannerEvent),
    onProblem: (problem) => sendBack({ type: 'scanner.fail', problem } satisfies ScannerEvent),
  }),
);

/** What the presenter's tabs say to each other. */
const askForLead = 'hand over';

/** How long a tab that leads has to pass on what it has, in milliseconds. */
const handOverPatience = 1000;

/** Reads what another tab hands over; undefined for anything else. */
export function parseHandOver(data: unknown): HandOver | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if (!('fragment' in data && 'uncounted' in data && 'epoch' in data)) return undefined;
  const { fragment, uncounted, epoch } = data;
  const room = 'room' in data ? data.room : undefined;
  if (typeof fragment !== 'string' || !Array.isArray(uncounted)) return undefined;
  if (typeof epoch !== 'number' || !Number.isSafeInteger(epoch)) return undefined;
  return {
    fragment,
    room: typeof room === 'string' ? room : undefined,
    uncounted: uncounted.filter((each): each is string => typeof each === 'string'),
    epoch,
  };
}

/** Asks the tab that leads for all that it has; returns nothing if it does not answer in time. */
const leaderAsker = (openTabs: OpenChannel) =>
  fromPromise<HandOver | undefined>(
    ({ signal }) =>
      new Promise((done) => {
        const end = (handOver: HandOver | undefined) => {
          clearTimeout(patience);
          channel.close();
          done(handOver);
        };
        const channel = openTabs(
          (message) => {
            const handOver = parseHandOver(message);
            if (handOver !== undefined) end(handOver);
          },
          () => end(undefined),
        );
        const patience = setTimeout(() => end(undefined), handOverPatience);
        signal.addEventListener('abort', () => end(undefined));
        channel.say(askForLead);
      }),
  );

/** The presentation with the effects of a browser's window. */
function presentationWindow({
  openChannel,
  storePlace,
  storeClock,
  openLesson,
  keepScreenOn,
  toggleFullScreen,
  storeRoom,
  watchStorage,
  listenToKeys,
}: Pick<
  PresenterEffects,
  | 'openChannel'
  | 'storePlace'
  | 'storeClock'
  | 'openLesson'
  | 'keepScreenOn'
  | 'toggleFullScreen'
  | 'storeRoom'
  | 'watchStorage'
  | 'listenToKeys'
>) {
  return presentationMachine.provide({
    actors: {
      audience: audienceTeller(openChannel),
      keys: keysFrom(listenToKeys),
      stopwatch,
      wakefulness: wakefulness(keepScreenOn),
      packFile: fromPromise(({ input, signal }) => packLesson(input, signal)),
      readRoom: fromPromise(async ({ input: { file, cards } }) => {
        const problem = sizeProblem(file.size);
        if (problem !== undefined) return { problem };
        return withPauses(readingRoomFile({ text: await file.text(), cards }));
      }),
      readLesson: fromPromise(async ({ input }) => readLessonFile(await input.text())),
      room: roomMachine.provide({
        actors: {
          camera: cameraMachine.provide({ actors: { scanner } }),
          readText: fromPromise(({ input }) => input.text()),
          keeper: fromCallback<KeepOrder, undefined>(({ receive, sendBack }) => {
            const tell = (event: KeepReport) => sendBack(event);
            receive(({ room }) => {
              tell({ type: 'room.kept', isKept: storeRoom(room) });
            });
            return watchStorage(() => tell({ type: 'room.keepAgain' }));
          }),
        },
      }),
    },
    actions: {
      storePlace: (_, { fragment }) => storePlace(fragment),
      storeClock: (_, { clock }) => storeClock(clock),
      fillScreen: () => toggleFullScreen(),
      offerFile: (_, { file }) => offerDownload(file, packedFileName),
      openLesson: (_, { fragment }) => openLesson(fragment),
    },
  });
}

/** A tab of the presenter's page, which presents if no other tab does. */
export function presenterTab({
  openTabs,
  claimLead,
  coverKey,
  readSession,
  watchTab,
  ...effects
}: PresenterEffects) {
  return leadershipMachine.provide({
    actors: {
      claim: fromCallback<EventObject, { readonly id: string; readonly isForced: boolean }>(
        ({ input: { id, isForced }, sendBack }) => {
          const tell = (event: ClaimEvent) => sendBack(event);
          return claimLead(id, isForced, {
            onGrant: (epoch, isGuarded) => tell({ type: 'claim.grant', epoch, isGuarded }),
            onRefuse: () => tell({ type: 'claim.refuse' }),
            onLose: () => tell({ type: 'claim.lose' }),
          });
        },
      ),
      tabs: fromCallback<TabOrder, undefined>(({ receive, sendBack }) => {
        const tell = (event: TabEvent) => sendBack(event);
        const channel = openTabs(
          (message) => {
            if (message === askForLead) tell({ type: 'lead.ask' });
          },
          () => {},
        );
        receive(({ handOver }) => channel.say(handOver));
        const stopWatching = watchTab(() => tell({ type: 'tab.show' }));
        return () => {
          stopWatching();
          channel.close();
        };
      }),
      askLeader: leaderAsker(openTabs),
      readSession: fromPromise(({ input }) => readSession(input)),
      presentation: presentationWindow(effects),
    },
    actions: { coverKey },
  });
}

/** Keys that each window has for itself. */
const windowKeys: ReadonlySet<string> = new Set(['f', 'Escape']);

/** How often the audience's window asks, in milliseconds: often enough that nobody waits for it. */
const askingPeriod = 2000;
/** After so many questions without an answer, the presenter's window that once spoke is gone. */
const mostUnanswered = 3;

/**
 * Asks the presenter's window for its view, and takes what it sends. It keeps asking, because a
 * presenter's window that was reloaded may not know of this one.
 */
export const presenterListener = (
  openChannel: OpenChannel,
  listenToKeys: PresenterEffects['listenToKeys'] = () => () => {},
) =>
  fromCallback<EventObject, () => NamedLeader | undefined>(({ sendBack, input: leader }) => {
    let shows: string | undefined;
    const report = (event: PresenterReport) => sendBack(event);
    let unanswered = 0;
    const channel = openChannel(
      (message) => {
        const view = parseAudienceMessage(message);
        if (view === undefined) return;
        unanswered = 0;
        report({ type: 'view.show', ...view });
        const place = shownPlace(view.view.presentation);
        // Sent at once, so that the presenter sees it follow; otherwise the next question says so.
        if (place !== shows) channel.say(audienceReport(place));
        shows = place;
      },
      () => report({ type: 'presenter.lose' }),
    );
    const ask = () => {
      if (leader() !== undefined && unanswered >= mostUnanswered)
        report({ type: 'presenter.lose' });
      unanswered += 1;
      channel.say(audienceQuestion({ leader: leader(), shows }));
    };
    const asking = setInterval(ask, askingPeriod);
    ask();
    // A person who clicked the room's screen can still continue the lesson.
    const stopListening = listenToKeys((key) => {
      const isLessons = keyEvent(key, 'page') !== undefined && !windowKeys.has(key);
      if (isLessons) channel.say(audienceKey(key));
      return isLessons;
    });
    return () => {
      stopListening();
      clearInterval(asking);
      channel.close();
    };
  });

/** The audience's window, which hears the presenter's. */
export function audienceWindow(
  openChannel: OpenChannel,
  {
    keepScreenOn,
    toggleFullScreen,
    listenToKeys,
  }: Pick<PresenterEffects, 'keepScreenOn' | 'toggleFullScreen' | 'listenToKeys'>,
) {
  return audienceMachine.provide({
    actors: {
      presenter: presenterListener(openChannel, listenToKeys),
      keys: fromCallback(() =>
        listenToKeys((key) => {
          if (key === 'f') toggleFullScreen();
          return key === 'f';
        }),
      ),
      wakefulness: wakefulness(keepScreenOn),
    },
  });
}
