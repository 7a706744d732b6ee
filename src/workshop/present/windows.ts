import { type EventObject, fromCallback, fromPromise } from 'xstate';

import { listenToKeys } from '#browser/pressedKeys.ts';
import { scanQrCodes } from '#browser/qrScanner.ts';
import { startStopwatch } from '#browser/stopwatch.ts';
import type { OpenChannel } from '#browser/windowChannel.ts';

import { cameraMachine, type ScannerEvent } from '../room/cameraMachine.ts';
import type { Room } from '../room/room.ts';
import { roomMachine } from '../room/roomMachine.ts';
import { audienceMachine, type PresenterReport } from './audienceMachine.ts';
import { audienceMessage, parseAudienceMessage } from './audienceView.ts';
import {
  type AudienceLossEvent,
  keyEvents,
  type PresentationActor,
  presentationMachine,
  type StopwatchEvent,
  viewOf,
} from './presentationMachine.ts';
import { askForPresentation } from './presentPaths.ts';

/** What the presenter's window needs of the browser and of the page that it stands in. */
export interface PresenterEffects {
  /** Opens the way to the audience's window. */
  readonly openChannel: OpenChannel;
  /** Puts the place of the presentation into the address. */
  readonly storePlace: (fragment: string) => void;
  /** Keeps the room on this machine, or forgets it. */
  readonly storeRoom: (room: Room | undefined) => void;
}

/** Tells the audience's window the view whenever it changes, and when that window asks. */
export const audienceTeller = (openChannel: OpenChannel) =>
  fromCallback<EventObject, PresentationActor>(({ input: presentation, sendBack }) => {
    let told = '';
    const tell = () => {
      const message = audienceMessage(viewOf(presentation.getSnapshot()));
      const text = JSON.stringify(message);
      if (text !== told) channel.say(message);
      told = text;
    };
    const channel = openChannel(
      (message) => {
        if (message !== askForPresentation) return;
        told = '';
        tell();
      },
      () => sendBack({ type: 'audience.lose' } satisfies AudienceLossEvent),
    );
    const { room } = presentation.getSnapshot().children;
    const subscriptions = [presentation.subscribe(tell), room?.subscribe(tell)];
    tell();
    return () => {
      for (const subscription of subscriptions) subscription?.unsubscribe();
      channel.close();
    };
  });

const keys = fromCallback<EventObject, undefined>(({ sendBack }) =>
  listenToKeys((key) => {
    const event = keyEvents[key];
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

const scanner = fromCallback<EventObject, undefined>(({ sendBack }) =>
  scanQrCodes({
    onPicture: (picture) => sendBack({ type: 'scanner.open', picture } satisfies ScannerEvent),
    onText: (text) => sendBack({ type: 'scanner.read', text } satisfies ScannerEvent),
    onProblem: (problem) => sendBack({ type: 'scanner.fail', problem } satisfies ScannerEvent),
  }),
);

/** The presentation with the effects of a browser's window. */
export function presenterWindow({ openChannel, storePlace, storeRoom }: PresenterEffects) {
  return presentationMachine.provide({
    actors: {
      audience: audienceTeller(openChannel),
      keys,
      stopwatch,
      room: roomMachine.provide({
        actors: {
          camera: cameraMachine.provide({ actors: { scanner } }),
          readText: fromPromise(({ input }) => input.text()),
        },
        actions: { storeRoom: (_, { room }) => storeRoom(room) },
      }),
    },
    actions: { storePlace: (_, { fragment }) => storePlace(fragment) },
  });
}

/** How often the audience's window asks, in milliseconds: often enough that nobody waits for it. */
const askingPeriod = 2000;

/**
 * Asks the presenter's window for its view, and takes what it tells. It asks again and again, since
 * a presenter's window that was loaded again may not know of this one.
 */
export const presenterListener = (openChannel: OpenChannel) =>
  fromCallback<EventObject, undefined>(({ sendBack }) => {
    const report = (event: PresenterReport) => sendBack(event);
    const channel = openChannel(
      (message) => {
        const view = parseAudienceMessage(message);
        if (view !== undefined) report({ type: 'view.show', view });
      },
      () => report({ type: 'presenter.lose' }),
    );
    const ask = () => channel.say(askForPresentation);
    const asking = setInterval(ask, askingPeriod);
    ask();
    return () => {
      clearInterval(asking);
      channel.close();
    };
  });

/** The audience's window, which hears the presenter's. */
export function audienceWindow(openChannel: OpenChannel) {
  return audienceMachine.provide({ actors: { presenter: presenterListener(openChannel) } });
}
