import { inflateSync } from 'node:zlib';

import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { mermaidLiveAddress } from './mermaidLive.ts';

test('the whole text travels in the fragment, in the form that mermaid.live unpacks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
      const { origin, pathname, search, hash } = new URL(await mermaidLiveAddress(text));
      expect([origin, pathname, search]).toEqual(['https://mermaid.live', '/edit', '']);
      const [, packed = ''] = /^#pako:([\w-]+)$/.exec(hash) ?? [];
      const state: unknown = JSON.parse(inflateSync(Buffer.from(packed, 'base64url')).toString());
      expect(state).toMatchObject({ code: text });
    }),
    { numRuns: 50 },
  );
});
