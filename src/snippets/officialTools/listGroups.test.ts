import { describe, expect, test } from 'vitest';

import { parseMethodAndPath } from '../operation.ts';
import { oktaRequest } from '../request.ts';
import { defaultValues, type RequestValues } from '../values.ts';
import { groupsCall } from './listGroups.ts';

function callFor(operation: string, query: RequestValues['query']) {
  const [method = '', path = ''] = operation.split(' ');
  const parsed = parseMethodAndPath(method, path);
  if (!parsed.ok) throw new TypeError(parsed.reason);
  return groupsCall(oktaRequest({ ...defaultValues, operation: parsed.value, query }));
}

describe('groupsCall', () => {
  test('knows the listing of groups by its address, with or without a limit', () => {
    expect(callFor('GET /api/v1/groups', [{ name: 'limit', value: '10' }])).toEqual({ limit: 10 });
    expect(callFor('GET /api/v1/groups', [])).toEqual({ limit: null });
  });

  test.each([
    ['POST /api/v1/groups', []],
    ['GET /api/v1/groups/rules', []],
    ['GET /api/v1/users', [{ name: 'limit', value: '10' }]],
    ['GET /api/v1/groups', [{ name: 'limit', value: 'ten' }]],
    ['GET /api/v1/groups', [{ name: 'search', value: 'x' }]],
    [
      'GET /api/v1/groups',
      [
        { name: 'limit', value: '10' },
        { name: 'q', value: 'x' },
      ],
    ],
  ])('leaves every other request to the configuration alone: %s %j', (operation, query) => {
    expect(callFor(operation, query)).toBeNull();
  });
});
