import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { claimLead, isLeased, leaseLength } from './leaderClaim.ts';

/** The storage of a browser, which may be full. */
let stored = new Map<string, string>();
let isFull = false;
let listeners = new Set<(event: { key: string | null }) => void>();

beforeEach(() => {
  vi.useFakeTimers();
  stored = new Map();
  isFull = false;
  listeners = new Set();
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
      stored.set(key, text);
    },
  });
  vi.stubGlobal('window', {
    addEventListener: (type: string, heed: (event: { key: string | null }) => void) => {
      if (type === 'storage') listeners.add(heed);
    },
    removeEventListener: (_type: string, heed: (event: { key: string | null }) => void) =>
      listeners.delete(heed),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A tab's claim, and what was told of it. */
async function claim(id: string, isForced = false) {
  const told: string[] = [];
  const giveBack = claimLead('presentation', id, isForced, {
    onGrant: (epoch, isGuarded) => told.push(`granted ${epoch}${isGuarded ? '' : ', unguarded'}`),
    onRefuse: () => told.push('refused'),
    onLose: () => told.push('lost'),
  });
  await vi.advanceTimersByTimeAsync(0);
  return { told, giveBack };
}

test('without locks, a lease in storage lets one tab lead until it gives it back or is taken over', async () => {
  const first = await claim('a');
  const second = await claim('b');
  expect([first.told, second.told]).toEqual([['granted 1'], ['refused']]);
  first.giveBack();
  const third = await claim('b');
  expect(third.told).toEqual(['granted 2']);
  const fourth = await claim('a', true);
  expect(fourth.told).toEqual(['granted 3']);
  for (const listen of listeners) listen({ key: null });
  expect(third.told).toEqual(['granted 2', 'lost']);
  expect(fourth.told).toEqual(['granted 3']);
});

test('a lease is renewed as long as its tab lives, also after storage was wiped', async () => {
  const first = await claim('a');
  await vi.advanceTimersByTimeAsync(2 * leaseLength);
  expect((await claim('b')).told).toEqual(['refused']);
  stored.clear();
  await vi.advanceTimersByTimeAsync(leaseLength);
  expect((await claim('b')).told).toEqual(['refused']);
  expect(first.told).toEqual(['granted 1']);
});

test('a lease that has expired, or that another clock wrote, does not count', () => {
  const lease = { epoch: 1, id: 'a', until: 1000 };
  expect(isLeased(lease, 'b', 999)).toBe(true);
  expect(isLeased(lease, 'a', 999)).toBe(false);
  expect(isLeased(lease, 'b', 1000)).toBe(false);
  expect(isLeased({ ...lease, until: 1000 + leaseLength + 1 }, 'b', 1000)).toBe(false);
  expect(isLeased(undefined, 'b', 0)).toBe(false);
});

test('where nothing can be kept, a tab leads and knows that others may too', async () => {
  isFull = true;
  expect((await claim('a')).told).toEqual(['granted 1, unguarded']);
});

/** Locks as browsers have them, of one name; each answer may take long. */
function stubLocks(delay = 0) {
  let holder: { readonly steal: () => void } | undefined;
  vi.stubGlobal('navigator', {
    locks: {
      request: async (
        _name: string,
        { steal = false }: { readonly steal?: boolean },
        held: (lock: unknown) => Promise<void>,
      ) => {
        if (delay > 0) await new Promise((done) => void setTimeout(done, delay));
        if (holder !== undefined && !steal) return held(null);
        holder?.steal();
        return new Promise<void>((done, fail) => {
          const mine = { steal: () => fail(new DOMException('stolen', 'AbortError')) };
          holder = mine;
          void holdUntilReleased();
          async function holdUntilReleased() {
            await held({});
            if (holder === mine) holder = undefined;
            done();
          }
        });
      },
    },
  });
}

test('a free lock is acquired however slow the machine is, and nobody is reported to have it', async () => {
  stubLocks(20_000);
  const only = await claim('a');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(only.told).toEqual(['granted 1']);
});

test('with locks, one tab leads; another waits for a moment, and takes it by force', async () => {
  stubLocks();
  const first = await claim('a');
  expect(first.told).toEqual(['granted 1']);
  const second = await claim('b');
  expect(second.told).toEqual([]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(second.told).toEqual(['refused']);
  const third = await claim('c', true);
  expect([first.told, third.told]).toEqual([['granted 1', 'lost'], ['granted 2']]);
  third.giveBack();
  await vi.advanceTimersByTimeAsync(0);
  expect((await claim('a')).told).toEqual(['granted 3']);
});

test('a tab that is loaded again gets its lock back, however late the browser gives that up', async () => {
  stubLocks();
  const before = await claim('a');
  const after = await claim('a again');
  before.giveBack();
  await vi.advanceTimersByTimeAsync(1000);
  expect(after.told).toEqual(['granted 2']);
});

test('locks that the browser refuses are replaced by the lease', async () => {
  vi.stubGlobal('navigator', {
    locks: { request: () => Promise.reject(new DOMException('no origin', 'SecurityError')) },
  });
  expect((await claim('a')).told).toEqual(['granted 1']);
  expect((await claim('b')).told).toEqual(['refused']);
});
