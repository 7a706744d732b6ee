import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { secretMembersOf, secretParametersOf } from '#catalogue/secretMembers.ts';

import { chosenOperations, keptOf } from './chosenOperations.tsx';
import { valuesFragment } from './liveValues.tsx';
import { untouched } from './picked.ts';

const withSecretMembers = oktaCatalogue.operations.filter(
  (operation) =>
    secretMembersOf(operation).length > 0 &&
    operation.body?.mediaTypes.includes('application/json') === true,
);

/** A body with a text at the end of a path such as `/credentials/password/value`. */
function bodyWith(path: string, text: string): string {
  const steps = path.slice(1).split('/');
  return steps.reduceRight(
    (inner, step) => (step === '*' ? `[${inner}]` : `{${JSON.stringify(step)}:${inner}}`),
    JSON.stringify(text),
  );
}

const secrets = fc
  .tuple(fc.stringMatching(/^[a-z]{4,8}$/), fc.string({ maxLength: 12 }))
  .map(([word, text]) => `${word}7${text}`);

describe('keptOf', () => {
  test('keeps no secret of a body, finished or not', () => {
    const cases = withSecretMembers.flatMap((operation) =>
      secretMembersOf(operation).map((path) => [operation, path] as const),
    );
    expect(cases.length).toBeGreaterThan(50);
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        secrets,
        fc.nat(3),
        ([operation, path], secret, cut) => {
          const body = bodyWith(path, secret);
          const picked = {
            operations: [operation.reference],
            body: body.slice(0, body.length - cut),
          };
          expect(keptOf(picked)).toEqual({ operations: [operation.reference] });
          expect(valuesFragment(untouched, keptOf(picked)).whole).not.toContain('body=');
          expect(JSON.stringify(chosenOperations(picked).parts)).not.toContain(
            JSON.stringify(secret).slice(1, -1),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test('keeps no secret parameter of a query, and the others', () => {
    const operation = oktaCatalogue.operations.find(
      (each) => secretParametersOf(each).length > 0 && each.reference === 'authorize',
    );
    const [name = ''] = operation === undefined ? [] : secretParametersOf(operation);
    const picked = { operations: ['authorize'], queryTexts: { [name]: 'x7', state: 'mine' } };
    expect(keptOf(picked)).toEqual({ operations: ['authorize'], queryTexts: { state: 'mine' } });
  });

  test('keeps a body whose secrets come from their variables, and one that is no JSON yet', () => {
    for (const picked of [
      {
        operations: ['createOAuth2ClientSecret'],
        body: '{"client_secret":"$OKTA_BODY_CLIENT_SECRET","status":"ACTIVE"}',
      },
      { operations: ['createOAuth2ClientSecret'], body: '{"client_secret":""}' },
      { operations: ['addGroup'], body: '{"profile":{"name":"Payr' },
      { operations: ['addGroup'], body: '' },
      { body: '{}' },
    ]) {
      expect(keptOf(picked)).toBe(picked);
    }
    expect(keptOf({ operations: ['addGroup'], body: '{"password":"Payr' })).toEqual({
      operations: ['addGroup'],
    });
  });

  test('lets the request go on with the variable while the text is refused', () => {
    for (const each of ['createOAuth2ClientSecret', 'changePassword', 'createEmailServer']) {
      expect(withSecretMembers.map(({ reference }) => reference)).toContain(each);
      const { parts } = chosenOperations({ operations: [each], body: '{"password":"x7x7"}' });
      expect(JSON.stringify(parts.body)).toContain('OKTA_BODY_');
    }
  });
});
