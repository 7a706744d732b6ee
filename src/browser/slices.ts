import { type AnyEventObject, type EventObject, fromCallback } from 'xstate';

/**
 * Work that can be done in parts. It pauses after each part, which must be short whatever comes in,
 * and yields how much is done so far, from 0 to 1.
 */
export type SlicedWork<Result> = Generator<number, Result, void>;

/** Goes on when the page has had its turn; returns what cancels that. */
export type Pause = (goOn: () => void) => () => void;

/** Lets the page draw, and answer to keys, before the work goes on. */
export const betweenTasks: Pause = (goOn) => {
  const waiting = setTimeout(goOn);
  return () => clearTimeout(waiting);
};

/** Sent while the work lasts. */
export interface WorkProgress {
  readonly type: 'work.progress';
  /** How much is done, from 0 to 1. */
  readonly done: number;
}

/**
 * Makes an actor that does work part by part, with a pause after each, so that the page never
 * stands still. Work that has a single part is done at once. An actor that is stopped goes no
 * further.
 *
 * @param work what to do with the input
 * @param told the event that tells the parent the result
 * @param pause what comes between two parts
 */
export const inSlices = <Input, Result>(
  work: (input: Input) => SlicedWork<Result>,
  told: (result: Result) => AnyEventObject,
  pause: Pause = betweenTasks,
) =>
  fromCallback<EventObject, Input>(({ input, sendBack }) => {
    const parts = work(input);
    let takeBack: (() => void) | undefined;
    const goOn = (): void => {
      const part = parts.next();
      if (part.done === true) {
        sendBack(told(part.value));
        return;
      }
      sendBack({ type: 'work.progress', done: part.value } satisfies WorkProgress);
      takeBack = pause(goOn);
    };
    goOn();
    return () => takeBack?.();
  });

/** Work as a portion of larger work: it counts from one share of that to another. */
export function* portion<Result>(
  work: SlicedWork<Result>,
  from: number,
  to: number,
): SlicedWork<Result> {
  for (;;) {
    const part = work.next();
    if (part.done === true) return part.value;
    yield from + part.value * (to - from);
  }
}

/** Does work with a pause after each part, for callers that need its result. */
export async function withPauses<Result>(
  work: SlicedWork<Result>,
  pause: Pause = betweenTasks,
): Promise<Result> {
  for (;;) {
    const part = work.next();
    if (part.done === true) return part.value;
    await new Promise<void>((goOn) => void pause(goOn));
  }
}

/** Does all the work without a pause, where nobody waits for the page. */
export function finished<Result>(work: SlicedWork<Result>): Result {
  for (;;) {
    const part = work.next();
    if (part.done === true) return part.value;
  }
}
