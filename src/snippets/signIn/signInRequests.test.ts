import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { hostileFragments } from '../hostileText.ts';
import { hasLoneSurrogate } from '../invisibleCharacters.ts';
import { signInReport, wasExecuted } from './signInReport.ts';
import { signInRequest, signInRequestIds } from './signInRequests.ts';
import {
  defaultSignInValues,
  examplePkce,
  exampleSignInAddress,
  signInAddress,
  type SignInValues,
} from './signInValues.ts';

/** Texts that a bash word can hold. */
const text = fc
  .oneof(
    fc.constantFrom(...hostileFragments),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
  )
  .filter((each) => !hasLoneSurrogate(each) && !each.includes('\0'));

const hostileValues: fc.Arbitrary<SignInValues> = fc
  .record({ clientId: text, redirectUri: text })
  .map((values) => Object.assign({}, defaultSignInValues.native, values));

describe('the address of a sign-in', () => {
  test('carries every value as it is, whatever it holds', () => {
    fc.assert(
      fc.property(hostileValues, (values) => {
        const { origin, pathname, searchParams, hash } = new URL(exampleSignInAddress(values));
        expect(`${origin}${pathname}${hash}`).toBe(
          'https://integrator-1234567.okta.com/oauth2/v1/authorize',
        );
        expect(Object.fromEntries(searchParams)).toEqual({
          client_id: values.clientId,
          response_type: 'code',
          redirect_uri: values.redirectUri,
          scope: 'okta.groups.read offline_access',
          code_challenge_method: 'S256',
          code_challenge: examplePkce.challenge,
          state: 'example-state',
        });
      }),
    );
  });

  test('has the challenge of the example’s verifier', () => {
    expect(createHash('sha256').update(examplePkce.verifier).digest('base64url')).toBe(
      examplePkce.challenge,
    );
  });

  test('leaves the challenge and the state to the script, which makes them new each time', () => {
    const parameters = new URL(signInAddress(defaultSignInValues.web)).searchParams;
    expect(parameters.has('state') || parameters.has('code_challenge')).toBe(false);
  });
});

describe('a script', () => {
  test('gives bash the values as they are, whatever they hold', () => {
    const sample = fc.sample(hostileValues, { numRuns: 40, seed: 1 });
    for (const values of sample) {
      const script = signInRequest('sign-in-native-app', values).text;
      // Only what assigns the values: nothing that asks or sends.
      const [, assignments = ''] = script.split('\n\n');
      const { stdout, stderr } = spawnSync(
        'bash',
        // Node hands bash a socket, and bash takes that for a remote login, which reads ~/.bashrc.
        [
          '--norc',
          '-c',
          `${assignments}\nprintf '%s\\0' "$sign_in_url" "$client_id" "$redirect_uri"`,
        ],
        { encoding: 'utf8' },
      );
      expect(stderr).toBe('');
      expect(stdout.split('\0')).toEqual([
        signInAddress(values),
        values.clientId,
        values.redirectUri,
        '',
      ]);
    }
  });

  test.each(signInRequestIds.filter((id) => id !== 'sign-in-address'))(
    '%s holds no secret, and names what it reads from the environment',
    (id) => {
      const { text: script, script: kept } = signInRequest(id);
      expect(kept?.fileName).toBe(`${id}.sh`);
      for (const name of kept?.environment ?? []) expect(script).toContain(`\${${name}:?`);
      expect(script.includes('OKTA_CLIENT_SECRET')).toBe(id.endsWith('web-app'));
      expect(
        spawnSync('bash', ['--norc', '-n'], { input: script, encoding: 'utf8' }),
      ).toMatchObject({
        status: 0,
        stderr: '',
      });
    },
  );
});

describe('the report of what was run', () => {
  test('is about the texts of today: run `npm run test:snippets -- sign-in --write-report` after a change', () => {
    expect(signInRequestIds.filter((id) => !wasExecuted(signInRequest(id)))).toEqual([]);
    expect(Object.keys(signInReport.requests).toSorted()).toEqual([...signInRequestIds].toSorted());
  });

  test('is for one text to the letter', () => {
    const { id, text: shown } = signInRequest('sign-in-terminal');
    expect(wasExecuted({ id, text: `${shown} ` })).toBe(false);
  });

  test('names versions and cases of every kind, and no injection', () => {
    const { versions, cases, executedOn } = signInReport;
    expect(versions.length).toBeGreaterThan(0);
    expect(Math.min(cases.right, cases.hostile, cases.wrong)).toBeGreaterThan(0);
    expect(cases.injected).toBe(0);
    expect(executedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
