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

test('a host can ask for a state, tell its parameters, and nothing else', () => {
  expect(parseHostMessage({ type: 'goTo', answers: ['oauth.yes'] })).toEqual({
    type: 'goTo',
    answers: ['oauth.yes'],
  });
  const parameters = { type: 'parameters', fragment: 'v=1&theme=dark', before: 'v=1' };
  expect(parseHostMessage({ ...parameters, later: true })).toEqual(parameters);
  for (const strange of [
    { ...parameters, before: undefined },
    { ...parameters, fragment: 1 },
    { ...parameters, fragment: 'x'.repeat(20_001) },
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
  const state = {
    type: 'state',
    answers: ['oauth.yes'],
    node: 'audience',
    kind: 'question',
    path: 'oauth-yes',
    page: 'guide/oauth-yes/',
  };
  expect(parseFrameMessage({ ...state, secret: 'x' })).toEqual(state);
  const page = {
    ...state,
    answers: [],
    node: 'service-app/set-up',
    kind: 'page',
    path: 'service-app/set-up',
    page: 'service-app/set-up/',
  };
  expect(parseFrameMessage(page)).toEqual(page);
  expect(parseFrameMessage({ type: 'height', height: 812 })).toEqual({
    type: 'height',
    height: 812,
  });
  for (const strange of [
    { ...state, kind: 'advert' },
    { ...state, path: 1 },
    { ...state, page: undefined },
    { ...state, answers: [{}] },
    { type: 'height', height: Number.NaN },
    { type: 'height', height: -1 },
    { type: 'height', height: 1e9 },
    { type: 'height', height: '80px' },
  ]) {
    expect(parseFrameMessage(strange)).toBeUndefined();
  }
});
