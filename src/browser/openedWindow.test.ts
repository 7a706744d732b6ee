import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { openedWindow, openerChannel } from './openedWindow.ts';

type Heed = (message: { source: unknown; origin: string; data: unknown }) => void;

/** A window of a file, such as one has by double click: no origin, and nobody but its handle. */
function fakeWindow() {
  const heeds = new Set<Heed>();
  return {
    opener: null as unknown,
    closed: false,
    said: [] as unknown[],
    postMessage(message: unknown) {
      this.said.push(message);
    },
    focus() {},
    open: vi.fn<() => unknown>(() => null),
    addEventListener: (_type: string, heed: Heed) => void heeds.add(heed),
    removeEventListener: (_type: string, heed: Heed) => void heeds.delete(heed),
    hear: (source: unknown, data: unknown) => {
      for (const heed of heeds) heed({ source, origin: 'null', data });
    },
  };
}

let here = fakeWindow();
beforeEach(() => {
  here = fakeWindow();
  vi.stubGlobal('window', here);
  vi.stubGlobal('location', { protocol: 'file:', origin: 'null' });
});
afterEach(() => vi.unstubAllGlobals());

test('a window that was loaded again finds the one that it had opened, as soon as that speaks', () => {
  const audience = fakeWindow();
  const heard: unknown[] = [];
  const channel = openedWindow('audience').openChannel(
    (message) => heard.push(message),
    () => {},
  );
  channel.say('lost on nobody');
  here.hear(audience, 'where are we');
  expect(heard).toEqual(['where are we']);
  channel.say('here');
  expect(audience.said).toEqual(['here']);
  // Whoever else speaks is not heard as long as that window is open.
  const other = fakeWindow();
  here.hear(other, 'hello');
  expect(heard).toHaveLength(1);
  audience.closed = true;
  here.hear(other, 'where are we');
  expect(heard).toHaveLength(2);
});

test('a window of another site that speaks is not taken for the one that was opened', () => {
  vi.stubGlobal('location', { protocol: 'https:', origin: 'https://guide.example' });
  const heard: unknown[] = [];
  openedWindow('audience').openChannel(
    (message) => heard.push(message),
    () => {},
  );
  here.hear(fakeWindow(), 'where are we');
  expect(heard).toEqual([]);
});

test('a window that the browser does not open is reported, and so is an opener that is closed or was never there', () => {
  expect(openedWindow('audience').open('#screen')).toBe(false);
  const lose = vi.fn<() => void>();
  const channel = openerChannel(() => {}, lose);
  channel.say('where are we');
  expect(lose).toHaveBeenCalledOnce();
  const opener = fakeWindow();
  here.opener = opener;
  channel.say('where are we');
  expect(opener.said).toEqual(['where are we']);
  opener.closed = true;
  channel.say('where are we');
  expect(lose).toHaveBeenCalledTimes(2);
});
