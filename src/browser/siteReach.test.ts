import { afterEach, expect, test, vi } from 'vitest';

import { siteAnswers } from './siteReach.ts';

afterEach(() => vi.unstubAllGlobals());

test('any response from the host shows that it can be reached, whatever is kept on the device', async () => {
  const request = vi.fn<typeof fetch>(async () => new Response(null, { status: 404 }));
  vi.stubGlobal('fetch', request);
  vi.stubGlobal('location', { href: 'https://guide.example/operations/' });
  expect(await siteAnswers()).toBe(true);
  expect(request).toHaveBeenCalledWith('https://guide.example/operations/', {
    method: 'HEAD',
    cache: 'no-store',
  });
});

test('without a network, or where it leads nowhere, the host cannot be reached', async () => {
  vi.stubGlobal('fetch', vi.fn<typeof fetch>().mockRejectedValue(new TypeError('no network')));
  vi.stubGlobal('location', { href: 'https://guide.example/' });
  expect(await siteAnswers()).toBe(false);
});
