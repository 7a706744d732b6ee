import { describe, expect, test } from 'vitest';

import { outcomeIds } from '#guide/nodeIds.ts';

import { expectedResponses } from './expectedResponse.ts';
import { formsFor } from './form.ts';
import { defaultValues } from './values.ts';

describe('the expected responses', () => {
  test.each(outcomeIds.flatMap(formsFor))('match the exchange ($method $variant)', (form) => {
    const responses = expectedResponses(form, defaultValues);
    const bodies = responses.map(({ body }) => JSON.parse(body));
    const tokens = bodies.filter((body) => 'access_token' in body);
    const tokenType = form.variant === 'dpop' ? 'DPoP' : 'Bearer';
    expect(tokens).toEqual(
      form.method === 'apiToken'
        ? []
        : [
            {
              token_type: tokenType,
              expires_in: 3600,
              access_token: 'eyJ…',
              scope: 'okta.groups.read',
            },
          ],
    );
    expect(responses.some(({ status }) => status.startsWith('400'))).toBe(form.variant === 'dpop');
    expect(bodies.at(-1)).toHaveLength(2);
  });

  test('leave out the answer of an operation that the guide has no sample of', () => {
    const other = {
      ...defaultValues,
      operation: { method: 'GET', path: '/api/v1/users' },
    } as const;
    for (const form of formsFor('apiServiceIntegration')) {
      expect(expectedResponses(form, other)).toHaveLength(1);
    }
  });
});
