import { expect, test } from 'vitest';

import { handbookPartsOf, handbookPath } from '#screens/handbook/handbookPaths.ts';

import { viewedPath, views } from './views.ts';

test('each method can be shown in short, with its set-up, its details, and then and now; also the errors and the lab', () => {
  expect(views).toEqual([
    ...['service-app', 'api-service-integration', 'api-token'].flatMap((method) => [
      method,
      `${method}/set-up`,
      `${method}/details`,
      `${method}/then-and-now`,
    ]),
    'errors',
    'lab',
  ]);
});

test('a view is named by the path of its page, and no two are one', () => {
  const path = handbookPath('serviceApp', 'set-up/');
  expect(handbookPartsOf('serviceApp')).toContain('set-up/');
  expect(views.map(viewedPath)).toContain(path);
  expect(new Set(views).size).toBe(views.length);
});
