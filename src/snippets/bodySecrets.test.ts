import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { JsonValue } from '#catalogue/json.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { isSecretMember, type MemberPath } from '#catalogue/secretMembers.ts';

import { bodyVariables, withBodySecrets } from './bodySecrets.ts';
import { jsonPieces, jsonText } from './encoders/jsonText.ts';
import { exactJson } from './exactJson.ts';
import { parseJson } from './parseJson.ts';

const isSecret = (path: MemberPath): boolean => /secret|password|value/i.test(String(path.at(-1)));

const parsed = (body: JsonValue) => withBodySecrets(exactJson(body), isSecret);

describe('withBodySecrets', () => {
  test.each([
    [{ client_secret: '', status: 'ACTIVE' }, ['OKTA_BODY_CLIENT_SECRET']],
    [{ credentials: { password: { value: '' } } }, ['OKTA_BODY_CREDENTIALS_PASSWORD_VALUE']],
    [{ oldPassword: '', newPassword: ' ' }, ['OKTA_BODY_OLD_PASSWORD', 'OKTA_BODY_NEW_PASSWORD']],
    [{ list: [{ value: '' }, { value: 0 }] }, ['OKTA_BODY_LIST_1_VALUE', 'OKTA_BODY_LIST_2_VALUE']],
    [{ 'a.value': '', a: { value: '' } }, ['OKTA_BODY_A_VALUE', 'OKTA_BODY_A_VALUE_2']],
    [{ '$(id) $secret"': '' }, ['OKTA_BODY_ID_SECRET']],
    [{ secret: null, password: { hook: true }, value: false }, []],
  ])('names the variables of %j after its members', (body, variables) => {
    const result = parsed(body);
    expect(result.ok && bodyVariables(result.value)).toEqual(variables);
  });

  test('takes back what it shows', () => {
    const first = parsed({ a: [{ secret: '' }], 'a 1': { secret: '' } });
    const shown = first.ok ? jsonText(first.value, 2) : '';
    expect(shown).toContain('"secret": "$OKTA_BODY_A_1_SECRET_2"');
    const again = parseJson(shown);
    expect(again.ok && withBodySecrets(again.json, isSecret)).toEqual(first);
  });

  test('refuses any other text there, names the member and its variable, and never repeats the text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8 }), (text) => {
        fc.pre(text.trim() !== '');
        const result = parsed({ credentials: { password: `${text}#` } });
        expect(result).toMatchObject({
          ok: false,
          reason: expect.stringMatching(
            /`credentials\.password`.*`OKTA_BODY_CREDENTIALS_PASSWORD`/,
          ),
        });
        expect(!result.ok && result.reason).not.toContain(`${text}#`);
      }),
    );
    expect(parsed({ secret: '$OKTA_API_TOKEN' }).ok).toBe(false);
    expect(parsed({ secret: 123_456 }).ok).toBe(false);
  });

  test('leaves a gap in the text that programs send', () => {
    const result = parsed({ secret: '', a: 1 });
    expect(result.ok && jsonPieces(result.value)).toEqual([
      '{"secret":',
      { variable: 'OKTA_BODY_SECRET' },
      ',"a":1}',
    ]);
  });

  test('finds a variable for each secret that the specification begins a body with', () => {
    const bodies = oktaCatalogue.operations.flatMap((operation) => {
      const skeleton = operation.body?.skeleton;
      if (skeleton === undefined) return [];
      const result = withBodySecrets(exactJson(skeleton), (path) =>
        isSecretMember(operation, path),
      );
      return [{ reference: operation.reference, result }];
    });
    expect(bodies.filter(({ result }) => !result.ok)).toEqual([]);
    const withSecrets = bodies.filter(
      ({ result }) => result.ok && bodyVariables(result.value).length > 0,
    );
    expect(withSecrets.length).toBeGreaterThan(25);
    expect(withSecrets.map(({ reference }) => reference)).toEqual(
      expect.arrayContaining(['createOAuth2ClientSecret', 'changePassword', 'createEmailServer']),
    );
  });
});
