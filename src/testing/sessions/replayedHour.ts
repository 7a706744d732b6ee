/** What was replayed by chance. */
export interface ReplayedHour {
  /** How often each kind of thing happened. */
  readonly happened: Readonly<Record<string, number>>;
}

/** A browser in which somebody works for an hour. */
export interface ReplayedBrowser {
  /** What may happen, each by its name. */
  readonly deeds: Readonly<Record<string, () => void | Promise<void>>>;
  /** Throws where something is lost, or the page says what is not so. */
  readonly check: () => void;
  readonly close: () => void;
}

/**
 * Replays one hour: one thing after the other happens by chance, and everything is checked after each.
 *
 * @param seed the same seed gives the same hour
 * @param steps how many things happen
 * @param open opens the browser; it draws its chances from the same seed
 * @throws Error that names the seed, the step and what happened, when a check fails
 */
export async function replayedHour(
  seed: number,
  steps: number,
  open: (random: () => number) => ReplayedBrowser,
): Promise<ReplayedHour> {
  const random = seededRandom(seed);
  const { deeds, check, close } = open(random);
  const happened: Record<string, number> = {};
  await settle();
  for (let step = 0; step < steps; step += 1) {
    const [name, deed] = chosen(Object.entries(deeds), random);
    try {
      // oxlint-disable-next-line no-await-in-loop -- one thing happens after the other
      await deed();
      // oxlint-disable-next-line no-await-in-loop -- the same
      await settle();
      check();
    } catch (error) {
      throw new Error(`Seed ${seed}, step ${step}, ${name}: ${String(error)}`, { cause: error });
    }
    happened[name] = (happened[name] ?? 0) + 1;
  }
  close();
  return { happened };
}

/** One of several values. */
export function chosen<Value>(values: readonly Value[], random: () => number): Value {
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

/** One browser's storage, which may be full, blocked or wiped. */
export class ReplayedStorage {
  readonly texts = new Map<string, string>();
  isFull = false;
  /** Whether the page may neither read nor write. */
  isBlocked = false;

  read(name: string): string | undefined {
    return this.isBlocked ? undefined : this.texts.get(name);
  }

  /** Gives whether it is stored. */
  write(name: string, text: string): boolean {
    if (this.isFull || this.isBlocked) return false;
    this.texts.set(name, text);
    return true;
  }

  /** What may become of it, but for being wiped. */
  readonly deeds = {
    'fills storage': () => {
      this.isFull = true;
    },
    'frees storage': () => {
      this.isFull = false;
    },
    'blocks storage': () => {
      this.isBlocked = true;
    },
    'allows storage': () => {
      this.isBlocked = false;
    },
  };
}
