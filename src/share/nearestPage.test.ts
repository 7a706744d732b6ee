import { expect, test } from 'vitest';

import { nearestPage } from './nearestPage.ts';

const pages = ['operations/', 'operations/groups/', 'service-app/', 'service-app/set-up/'];

test('the longest beginning that is a page is found, at any depth', () => {
  expect(nearestPage(['service-app', 'set-up', 'a', 'b'], pages)).toEqual({
    page: 'service-app/set-up/',
    unknown: ['a', 'b'],
  });
  expect(nearestPage(['operations', 'nonsense', 'groups'], pages)).toEqual({
    page: 'operations/',
    unknown: ['nonsense', 'groups'],
  });
});

test('the case of letters does not matter, and the page is named as it is', () => {
  expect(nearestPage(['Operations', 'GROUPS'], pages)).toEqual({
    page: 'operations/groups/',
    unknown: [],
  });
});

test('where nothing is known, the first question is nearest', () => {
  expect(nearestPage(['nothing', 'here'], pages)).toEqual({
    page: '',
    unknown: ['nothing', 'here'],
  });
  expect(nearestPage(['__proto__', 'constructor'], pages).page).toBe('');
  expect(nearestPage([], pages)).toEqual({ page: '', unknown: [] });
});
