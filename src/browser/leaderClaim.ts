import { listenToText, storeText, storedText } from './storedText.ts';

/** The outcome of a claim to lead the tabs of this browser. */
export interface ClaimOutcome {
  /**
   * Called once this tab leads.
   *
   * @param epoch greater than that of every earlier leader, as far as the browser remembers
   * @param isGuarded whether the browser keeps other tabs from leading at the same time
   */
  readonly onGrant: (epoch: number, isGuarded: boolean) => void;
  /** Called when another tab leads. */
  readonly onRefuse: () => void;
  /** Called when another tab has taken the lead from this one. */
  readonly onLose: () => void;
}

/**
 * Claims to lead the tabs of this browser under a name: with a Web Lock, or else with a lease in
 * storage, or else without anything that could tell tabs apart.
 *
 * @param id tells this tab from the others
 * @param isForced whether to take the lead even if another tab has it
 * @returns a function that gives back the lead, or the claim
 * @see https://w3c.github.io/web-locks/
 */
export function claimLead(
  name: string,
  id: string,
  isForced: boolean,
  outcome: ClaimOutcome,
): () => void {
  let giveBack: (() => void) | undefined;
  let isOver = false;
  const byLease = () => {
    if (!isOver) giveBack = claimByLease(name, id, isForced, outcome);
  };
  claimByLock(name, isForced, outcome, (lockGivenBack) => {
    giveBack = lockGivenBack;
  }).catch(byLease);
  return () => {
    isOver = true;
    giveBack?.();
  };
}

/**
 * How long a claim waits before it asks for a lock again, in milliseconds: a tab that is loaded
 * again gives its lock back late.
 */
const lockPatience = 500;

/** Rejects where there are no locks. */
async function claimByLock(
  name: string,
  isForced: boolean,
  { onGrant, onRefuse, onLose }: ClaimOutcome,
  holdBy: (giveBack: () => void) => void,
): Promise<void> {
  // Not on insecure addresses, although the type says so.
  if (!('locks' in navigator)) throw new TypeError('There are no locks.');
  const { locks } = navigator;
  let isHeld = false;
  let isOver = false;
  let release: (() => void) | undefined;
  holdBy(() => {
    isOver = true;
    release?.();
  });
  const attempt = async (): Promise<void> =>
    locks.request(
      lockName(name),
      isForced ? { steal: true } : { ifAvailable: true },
      async (lock) => {
        if (isOver || lock === null) return;
        isHeld = true;
        const released = new Promise<void>((done) => {
          release = done;
        });
        onGrant(nextEpoch(name), true);
        await released;
      },
    );
  try {
    await attempt();
    if (isHeld || isOver) return;
    await new Promise<void>((done) => void setTimeout(done, lockPatience));
    if (isOver) return;
    await attempt();
  } catch (error) {
    if (isOver) return;
    if (!isHeld) throw error;
    onLose();
  }
  if (!isHeld && !isOver) onRefuse();
}

const lockName = (name: string): string => `okta-api-authorization-guide:${name}`;

/** A tab's right to lead until it expires, as storage keeps it. */
interface Lease {
  readonly epoch: number;
  readonly id: string;
  /** When it expires, in milliseconds since 1970; 0 once it was given back. */
  readonly until: number;
}

/** In milliseconds: longer than the pauses of the timers of a tab in the background. */
export const leaseLength = 150_000;
const renewalPeriod = 5000;

/**
 * Whether another tab's lease is valid. One that would last longer than leases do was written with
 * another clock, so it does not count.
 */
export function isLeased(lease: Lease | undefined, id: string, now: number): boolean {
  return (
    lease !== undefined && lease.id !== id && lease.until > now && lease.until <= now + leaseLength
  );
}

function claimByLease(
  name: string,
  id: string,
  isForced: boolean,
  { onGrant, onRefuse, onLose }: ClaimOutcome,
): () => void {
  if (!isForced && isLeased(storedLease(name), id, Date.now())) {
    onRefuse();
    return () => {};
  }
  const epoch = (storedLease(name)?.epoch ?? 0) + 1;
  const renew = () => storeLease(name, { epoch, id, until: Date.now() + leaseLength });
  if (!renew()) {
    onGrant(epoch, false);
    return () => {};
  }
  const giveBack = () => {
    if (storedLease(name)?.id === id) storeLease(name, { epoch, id, until: 0 });
  };
  const check = () => {
    const lease = storedLease(name);
    // Storage that was wiped belongs to nobody.
    if (lease === undefined || lease.id === id) return void renew();
    stop();
    onLose();
  };
  const renewing = setInterval(check, renewalPeriod);
  const stopListening = listenToText(leaseName(name), check);
  window.addEventListener('pagehide', giveBack);
  window.addEventListener('pageshow', check);
  const stop = () => {
    clearInterval(renewing);
    stopListening();
    window.removeEventListener('pagehide', giveBack);
    window.removeEventListener('pageshow', check);
  };
  onGrant(epoch, true);
  return () => {
    stop();
    giveBack();
  };
}

/** With a lock, storage only counts the leaders; if it cannot, the audience's screen does. */
function nextEpoch(name: string): number {
  const epoch = (storedLease(name)?.epoch ?? 0) + 1;
  storeLease(name, { epoch, id: '', until: 0 });
  return epoch;
}

const leaseName = (name: string): string => `${name}-lease`;

const storeLease = (name: string, lease: Lease): boolean =>
  storeText(leaseName(name), JSON.stringify(lease));

function storedLease(name: string): Lease | undefined {
  let data: unknown;
  try {
    data = JSON.parse(storedText(leaseName(name)) ?? '');
  } catch {
    return undefined;
  }
  if (typeof data !== 'object' || data === null) return undefined;
  if (!('epoch' in data && 'id' in data && 'until' in data)) return undefined;
  const { epoch, id, until } = data;
  if (typeof epoch !== 'number' || !Number.isSafeInteger(epoch) || epoch < 0) return undefined;
  return typeof id === 'string' && typeof until === 'number' ? { epoch, id, until } : undefined;
}
