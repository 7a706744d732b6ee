import { afterEach, expect, test, vi } from 'vitest';

import { keepOfflineOnceLoaded } from './keepOfflineOnceLoaded.ts';
import { eventually } from '#testing/eventually.ts';
import { settled } from '#testing/settled.ts';

const { load } = vi.hoisted(() => ({ load: vi.fn<() => object>() }));
vi.mock('./keepOffline.ts', () => load());

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
  load.mockReset();
});

// Vitest fails a run in which a rejection is left uncaught.
test('the page is left while the code loads: nobody is told', async () => {
  vi.stubGlobal('document', { readyState: 'complete' });
  load.mockImplementation(() => {
    throw new TypeError('error loading dynamically imported module');
  });
  keepOfflineOnceLoaded();
  await eventually(() => expect(load).toHaveBeenCalledOnce());
  await settled();
});

test('a page that still loads comes first', async () => {
  const window = new EventTarget();
  vi.stubGlobal('document', { readyState: 'interactive' });
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  load.mockReturnValue({});
  keepOfflineOnceLoaded();
  await settled();
  expect(load).not.toHaveBeenCalled();
  window.dispatchEvent(new Event('load'));
  await eventually(() => expect(load).toHaveBeenCalledOnce());
});
