import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { isHello, parseFrameMessage, parseHostMessage } from './protocol.ts';

const hello = { guide: 'okta-api-authorization-guide', v: 1, type: 'hello' };

test('a host that greets in this version is heard, and nobody else', () => {
  expect(isHello(hello)).toBe(true);
  expect(isHello({ ...hello, later: true })).toBe(true);
  for (const strange of [
    { ...hello, v: 2 },
    { ...hello, guide: 'other' },
    [hello],
    'hello',
    null,
  ]) {
    expect(isHello(strange)).toBe(false);
  }
});

test('a host can ask for a state and for nothing else', () => {
  expect(parseHostMessage({ type: 'goTo', answers: ['oauth.yes'] })).toEqual({
    type: 'goTo',
    answers: ['oauth.yes'],
  });
  for (const strange of [
    { type: 'goTo' },
    { type: 'goTo', answers: 'oauth.yes' },
    { type: 'goTo', answers: [1] },
    { type: 'goTo', answers: Array.from({ length: 21 }, () => 'a.b') },
    { type: 'values' },
  ]) {
    expect(parseHostMessage(strange)).toBeUndefined();
  }
});

test('no message whatever makes the frame fail', () => {
  fc.assert(
    fc.property(fc.anything(), (message) => {
      expect([true, false]).toContain(isHello(message));
      parseHostMessage(message);
      parseFrameMessage(message);
    }),
  );
});

test('a host hears states and heights, and nothing that is damaged', () => {
  const state = { type: 'state', answers: ['oauth.yes'], node: 'audience', kind: 'question' };
  expect(parseFrameMessage({ ...state, secret: 'x' })).toEqual(state);
  expect(parseFrameMessage({ type: 'height', height: 812 })).toEqual({
    type: 'height',
    height: 812,
  });
  for (const strange of [
    { ...state, kind: 'advert' },
    { ...state, answers: [{}] },
    { type: 'height', height: Number.NaN },
    { type: 'height', height: -1 },
    { type: 'height', height: 1e9 },
    { type: 'height', height: '80px' },
  ]) {
    expect(parseFrameMessage(strange)).toBeUndefined();
  }
});
