import { vi } from 'vitest';

/**
 * Waits until a check holds. It gives up after half a minute, not after Vitest's one second: what is waited
 * for (a message between windows, a timer) may come late on a busy machine, and no test asserts a time.
 */
export const eventually = async (check: () => void): Promise<void> =>
  vi.waitFor(check, { timeout: 30_000 });
