import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseDrawRequest, parseFrameMessage, sealed } from './mermaidProtocol.ts';

test('each side reads what the other has sealed', () => {
  expect(parseDrawRequest(sealed({ id: 3, text: 'flowchart TB' }))).toEqual({
    id: 3,
    text: 'flowchart TB',
  });
  expect(parseFrameMessage(sealed({ kind: 'ready' }))).toEqual({ kind: 'ready' });
  expect(parseFrameMessage(sealed({ kind: 'drawn', id: 3, svg: '<svg/>' }))).toEqual({
    kind: 'drawn',
    id: 3,
    svg: '<svg/>',
  });
  expect(parseFrameMessage(sealed({ kind: 'failed', id: 3, reason: 'no' }))).toEqual({
    kind: 'failed',
    id: 3,
    reason: 'no',
  });
});

test('messages of others, of another version, or of another form are for nobody here', () => {
  for (const strange of [
    { id: 1, text: 'not sealed' },
    { ...sealed({ id: 1, text: 'a' }), version: 2 },
    { ...sealed({ id: 1, text: 'a' }), protocol: 'another' },
    sealed({ id: '1', text: 'a' }),
    sealed({ kind: 'drawn', id: 1 }),
    sealed({ kind: 'failed', id: 1, reason: {} }),
  ]) {
    expect([parseDrawRequest(strange), parseFrameMessage(strange)]).toEqual([undefined, undefined]);
  }
  fc.assert(
    fc.property(fc.anything(), (strange) => {
      expect([parseDrawRequest(strange), parseFrameMessage(strange)]).toEqual([
        undefined,
        undefined,
      ]);
    }),
  );
});
