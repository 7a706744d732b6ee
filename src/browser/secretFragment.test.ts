import { afterEach, expect, test, vi } from 'vitest';

import { keepSecretsOutOfAddress } from './secretFragment.ts';

const token = `00${'aB3dE5gH7j'.repeat(4)}`;

afterEach(() => vi.unstubAllGlobals());

function open(hash: string, anchors: readonly string[] = []) {
  const replaceState = vi.fn<(state: unknown, title: string, address: string) => void>();
  const window = new EventTarget();
  vi.stubGlobal('location', { hash, pathname: '/about/', search: '' });
  vi.stubGlobal('history', { state: null, replaceState });
  vi.stubGlobal('document', {
    getElementById: (id: string) => (anchors.includes(id) ? {} : null),
  });
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  keepSecretsOutOfAddress();
  return { replaceState, window };
}

test.each([
  `#${token}`,
  `#token=${token}`,
  '#access_token=hunter2',
  `#v=1&query.search=SSWS%2520${token}`,
  `#/callback?x=${encodeURIComponent(`Bearer ${token}`)}`,
])('a page that reads no fragment takes the secret out of its address: %s', async (hash) => {
  const { replaceState } = open(hash);
  await vi.waitFor(() => expect(replaceState).toHaveBeenCalledWith(null, '', '/about/'));
});

test('a page that reads a fragment rewrites it itself', async () => {
  const { replaceState } = open('');
  vi.stubGlobal('location', { hash: `#v=1&org=${token}`, pathname: '/', search: '' });
  keepSecretsOutOfAddress((fragment) => fragment.startsWith('#v='));
  await import('#share/secretFragment.ts');
  await Promise.resolve();
  expect(replaceState).not.toHaveBeenCalled();
});

test('a fragment that changes later is judged too', async () => {
  const { replaceState, window } = open('');
  vi.stubGlobal('location', { hash: `#${token}`, pathname: '/about/', search: '' });
  window.dispatchEvent(new Event('hashchange'));
  await vi.waitFor(() => expect(replaceState).toHaveBeenCalledOnce());
});

test.each(['', '#sources', '#what-the-guide-keeps-on-this-device', '#v=1&org=acme.okta.com'])(
  'nothing else changes an address: %j',
  async (hash) => {
    const { replaceState } = open(hash, ['what-the-guide-keeps-on-this-device']);
    await import('#share/secretFragment.ts');
    await Promise.resolve();
    expect(replaceState).not.toHaveBeenCalled();
  },
);
