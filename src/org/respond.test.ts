import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';

import { administer, type AdminCommand, adminRefusals } from './admin.ts';
import { advance, firstStage, type Stage } from './exchange/advance.ts';
import { errorOf } from './exchange/answerText.ts';
import { labZone, outsideAddress } from './exchange/labOrg.ts';
import { newLab, newSeed } from './exchange/newLab.ts';
import { type ExchangePlan, type Faults, labClientIds, labKeyId, planOf } from './exchange/plan.ts';
import { seededIds } from './exchange/seededIds.ts';
import type { Org, OrgRequest } from './org.ts';
import { respond } from './respond.ts';

// What the look-alike org cannot judge: where it is known to differ, and what it does not have.

const lab = await newLab();
const start = Date.UTC(2026, 10, 29, 12);
const aDay = 86_400_000;
const seed = newSeed();
const crypto = { tokenKey: lab.tokenKey, randomId: seededIds(seed, 1000) };
const { serviceApp: clientId } = labClientIds;

function setting(changes: Partial<ExchangePlan> = {}, faults: Faults = {}) {
  return { ...lab, plan: planOf({ method: 'serviceApp', ...changes }), faults, seed };
}

async function walked(given: ReturnType<typeof setting>, requests: number): Promise<Stage> {
  let stage = firstStage(given, start);
  for (let request = 0; request < requests; request += 1) stage = await advance(given, stage);
  return stage;
}

/** The org after a command. */
function after(org: Org, command: AdminCommand): Org {
  const done = administer(org, command, start);
  if ('refused' in done) throw new Error(done.refused);
  return done.org;
}

function requestOf(stage: Stage): OrgRequest {
  const message = stage.messages.at(-1);
  if (message === undefined) throw new Error('Nothing has been sent.');
  return message.request;
}

describe('the org', () => {
  test('takes an assertion without jti, and takes it again (C22)', async () => {
    const given = setting({}, { assertion: { claims: { jti: null } } });
    const stage = await walked(given, 1);
    expect(stage.messages[0]?.response.status).toBe(200);
    const again = await respond(stage.org, requestOf(stage), stage.now, crypto);
    expect(again.response.status).toBe(200);
  });

  test('gives a token that says for whom and for what it is (C26 to C28)', async () => {
    const stage = await walked(setting(), 1);
    const token = /"access_token":"([^"]+)"/.exec(stage.messages[0]?.response.body ?? '')?.[1];
    expect(decodeJwt(token ?? '')).toMatchObject({
      iss: 'https://dev-1234567.okta.com',
      aud: 'https://dev-1234567.okta.com',
      cid: clientId,
      scp: ['okta.groups.read'],
      iat: start / 1000,
      exp: start / 1000 + 3600,
    });
  });

  test.each([
    [1, 200, undefined],
    [aDay + 1000, 200, 'a newer one'],
    [3 * aDay + 1000, 400, 'a newer one'],
  ])('takes a nonce of %i ms ago with %i (D12)', async (age, status, newer) => {
    const given = setting({ dpop: true });
    const asked = await walked(given, 1);
    const { nonce } = asked.client;
    expect(nonce).toMatch(/.{16}/);
    // The client keeps its nonce and asks for another token later.
    const later = await advance(given, { ...asked, now: start + age });
    const { response } = later.messages.at(-1) ?? {};
    expect(response?.status).toBe(status);
    const given2 = response?.headers['dpop-nonce'];
    expect(given2 === undefined ? undefined : 'a newer one').toBe(newer);
    expect(given2).not.toBe(nonce);
  });

  test('refuses an app that is not active, in words that it calls its own', async () => {
    const org = after(firstStage(setting(), start).org, { type: 'deactivateApp', clientId });
    const stage = await advance(setting(), { ...firstStage(setting(), start), org });
    const { response } = stage.messages[0] ?? {};
    expect(response?.status).toBe(401);
    expect(response?.body).toContain('Model org: ');
  });

  test('refuses API tokens that are revoked, unused for too long or of an inactive owner (F7, G43)', async () => {
    const given = setting({ method: 'apiToken' });
    for (const state of ['revoked', 'unused', 'ownerInactive'] as const) {
      const value = lab.secrets.apiToken;
      const org = after(firstStage(given, start).org, {
        type: 'setApiToken',
        value,
        changes: { state },
      });
      const stage = await advance(given, { ...firstStage(given, start), org });
      expect(stage.messages[0]?.response.body, state).toContain('Invalid token provided');
    }
  });

  test('refuses at the API what comes from outside a zone, and logs it for an API token (G46)', async () => {
    const value = lab.secrets.apiToken;
    const given = setting({ method: 'apiToken' });
    const bound = after(after(firstStage(given, start).org, { type: 'setZone', zone: labZone }), {
      type: 'restrictApiToken',
      value,
      zone: labZone.id,
    });
    const inside = await advance(given, { ...firstStage(given, start), org: bound });
    expect(inside.messages[0]?.response.status).toBe(200);
    const request = { ...requestOf(inside), from: outsideAddress };
    const outside = await respond(bound, request, start, crypto);
    expect(outside.response.status).toBe(403);
    expect(outside.response.body).toContain('Model org: ');
    expect(outside.org.log.at(-1)).toMatchObject({
      eventType: 'system.api_token.request_outside_allowed_range',
    });
  });

  test('changes nothing of the org that it was given', async () => {
    const before = firstStage(setting(), start);
    const copy = structuredClone(before.org);
    await advance(setting(), before);
    expect(before.org).toEqual(copy);
  });

  test('gives the same answer to the same request, time and randomness', async () => {
    const stage = await walked(setting({ dpop: true }), 2);
    const { org } = await walked(setting({ dpop: true }), 0);
    const fixed = { ...crypto, randomId: () => 'always-the-same-text' };
    const answers = [
      await respond(org, requestOf(stage), start, fixed),
      await respond(org, requestOf(stage), start, fixed),
    ];
    expect(answers[0]).toEqual(answers[1]);
  });
});

describe('the System Log (C41)', () => {
  test('has the grant of a token, and the failure before it', async () => {
    const stage = await walked(setting({ dpop: true }), 2);
    expect(stage.org.log.map(({ eventType, outcome }) => `${eventType} ${outcome}`)).toEqual([
      'app.oauth2.token.grant.access_token FAILURE',
      'app.oauth2.token.grant.access_token SUCCESS',
    ]);
  });

  test.each<readonly [string, Faults]>([
    ['app.oauth2.invalid_client_credentials', { credential: 'basic' }],
    [
      'system.oauth2.token.request_outside_allowed_range',
      {
        isOutsideZone: true,
        admin: [
          { type: 'setZone', zone: labZone },
          { type: 'restrictApp', clientId, zone: labZone.id },
        ],
      },
    ],
  ])('has %s', async (eventType, faults) => {
    const stage = await walked(setting({}, faults), 1);
    expect(stage.org.log.at(-1)).toMatchObject({ eventType, outcome: 'FAILURE' });
  });
});

describe('an admin', () => {
  const { org } = firstStage(setting(), start);
  const second = { ...lab.secrets.publicKeys.RSA, kid: 'second' };

  test('exchanges a key without a gap, and cannot deactivate the last one (C18, G48)', () => {
    expect(administer(org, { type: 'deactivateKey', clientId, keyId: labKeyId }, start)).toEqual({
      refused: adminRefusals.onlyKey,
    });
    const added = after(org, { type: 'addKey', clientId, jwk: second });
    expect(
      administer(added, { type: 'deleteKey', clientId, keyId: labKeyId }, start),
    ).toHaveProperty('refused');
    const deactivated = after(added, { type: 'deactivateKey', clientId, keyId: labKeyId });
    const deleted = after(deactivated, { type: 'deleteKey', clientId, keyId: labKeyId });
    expect(deleted.apps.find((app) => app.clientId === clientId)?.keys).toEqual([
      { jwk: second, state: 'active' },
    ]);
  });

  test('gives each key an id of its own, and an app 50 keys at most (C17)', () => {
    expect(
      administer(org, { type: 'addKey', clientId, jwk: { ...second, kid: labKeyId } }, start),
    ).toHaveProperty('refused');
    const full = Array.from({ length: 49 }, (_, index) => `k${index}`).reduce(
      (before, kid) => after(before, { type: 'addKey', clientId, jwk: { ...second, kid } }),
      org,
    );
    expect(administer(full, { type: 'addKey', clientId, jwk: second }, start)).toHaveProperty(
      'refused',
    );
  });

  test('has two secrets at most, and one that is active (E28, G48)', () => {
    const of = { clientId: labClientIds.integration };
    const secret = lab.secrets.clientSecret;
    expect(administer(org, { type: 'deactivateSecret', ...of, secret }, start)).toEqual({
      refused: adminRefusals.onlySecret,
    });
    const added = after(org, { type: 'addSecret', ...of, secret: 'new' });
    expect(administer(added, { type: 'addSecret', ...of, secret: 'newer' }, start)).toEqual({
      refused: adminRefusals.tooManySecrets,
    });
    const deactivated = after(added, { type: 'deactivateSecret', ...of, secret });
    const deleted = after(deactivated, { type: 'deleteSecret', ...of, secret });
    expect(deleted.apps.find((app) => app.clientId === of.clientId)?.secrets).toEqual([
      { value: 'new', state: 'active' },
    ]);
  });

  test('ends the tokens that have been issued (G38)', async () => {
    const given = setting();
    const granted = await walked(given, 1);
    const ended = after(granted.org, { type: 'endTokens' });
    const { messages } = await advance(given, { ...granted, org: ended });
    const answer = messages.at(-1)?.response;
    expect(answer === undefined ? undefined : errorOf(answer)?.text).toBe('The token has expired.');
  });

  test.each<readonly [AdminCommand, string]>([
    [{ type: 'grantScope', clientId, scope: 'okta.apps.read' }, 'app.oauth2.admin.consent.grant'],
    [{ type: 'assignRole', clientId }, 'app.oauth2.client.privilege.grant'],
    [{ type: 'addKey', clientId, jwk: second }, 'app.oauth2.credentials.lifecycle.create'],
  ])('leaves %j in the System Log', (command, eventType) => {
    expect(after(org, command).log.at(-1)).toMatchObject({ eventType, clientId });
  });

  test('changes nothing by naming an app that the org does not have', () => {
    expect(administer(org, { type: 'assignRole', clientId: 'nobody' }, start)).toEqual({ org });
  });
});
