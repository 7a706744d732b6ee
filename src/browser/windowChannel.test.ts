import { afterEach, expect, test, vi } from 'vitest';

import { broadcastChannel, canBroadcast } from './windowChannel.ts';

afterEach(() => vi.unstubAllGlobals());

/** A browser in which some part of a channel throws. */
function refuse(part: 'constructor' | 'postMessage'): void {
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      constructor() {
        if (part === 'constructor') throw new DOMException('refused', 'SecurityError');
      }
      addEventListener() {}
      postMessage() {
        throw new DOMException('closed', 'InvalidStateError');
      }
      close() {}
    },
  );
}

test('a browser that refuses the very channel is found out, and a channel says so without throwing', () => {
  refuse('constructor');
  expect(canBroadcast()).toBe(false);
  const lose = vi.fn<() => void>();
  const channel = broadcastChannel('presentation')(() => {}, lose);
  channel.say('where are we');
  expect(lose).toHaveBeenCalledOnce();
  channel.close();
});

test('a channel that can be opened and not be spoken into says so without throwing', () => {
  refuse('postMessage');
  const lose = vi.fn<() => void>();
  const channel = broadcastChannel('presentation')(() => {}, lose);
  expect(lose).not.toHaveBeenCalled();
  channel.say('where are we');
  expect(lose).toHaveBeenCalledOnce();
});
