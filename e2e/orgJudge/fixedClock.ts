/** A clock that stands still until it is moved; `Date` reads it while it is installed. */
export interface FixedClock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly advance: (seconds: number) => void;
  readonly remove: () => void;
}

/** Makes `Date` read a clock of its own, so that two orgs that are asked one after the other see the same time. */
export function installFixedClock(start: number): FixedClock {
  const RealDate = globalThis.Date;
  let now = start;
  class FixedDate extends RealDate {
    constructor(...given: [] | [number | string | Date]) {
      if (given.length === 0) super(now);
      else super(given[0]);
    }
    static override now(): number {
      return now;
    }
  }
  Object.assign(globalThis, { Date: FixedDate });
  return {
    now: () => now,
    advance: (seconds) => {
      now += seconds * 1000;
    },
    remove: () => {
      Object.assign(globalThis, { Date: RealDate });
    },
  };
}
