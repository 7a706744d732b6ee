import type { JWK } from 'jose';

import type { NetworkZone, Org, OrgApiToken, OrgApp } from './org.ts';
import type { EventType } from './systemLog.ts';

/** What an admin can do in the org. */
export type AdminCommand =
  | {
      readonly type: 'grantScope' | 'withdrawScope';
      readonly clientId: string;
      readonly scope: string;
    }
  | { readonly type: 'assignRole' | 'removeRole'; readonly clientId: string }
  | { readonly type: 'requireDpop'; readonly clientId: string; readonly required: boolean }
  | { readonly type: 'activateApp' | 'deactivateApp'; readonly clientId: string }
  | { readonly type: 'addKey'; readonly clientId: string; readonly jwk: JWK }
  | {
      readonly type: 'activateKey' | 'deactivateKey' | 'deleteKey';
      readonly clientId: string;
      readonly keyId: string;
    }
  | {
      readonly type: 'addSecret' | 'activateSecret' | 'deactivateSecret' | 'deleteSecret';
      readonly clientId: string;
      readonly secret: string;
    }
  | { readonly type: 'setZone'; readonly zone: NetworkZone }
  | {
      readonly type: 'restrictApp';
      readonly clientId: string;
      /** The id of a zone; undefined for any address. */
      readonly zone: string | undefined;
    }
  | { readonly type: 'addApiToken'; readonly token: OrgApiToken }
  | {
      readonly type: 'setApiToken';
      readonly value: string;
      readonly changes: Partial<Pick<OrgApiToken, 'state' | 'hasAdminRole'>>;
    }
  | {
      readonly type: 'restrictApiToken';
      readonly value: string;
      readonly zone: string | undefined;
    }
  /** Every access token issued so far counts as expired from now on. */
  | { readonly type: 'endTokens' }
  /** The next `count` API calls are refused, with a reset this many seconds ahead. */
  | { readonly type: 'useUpRateLimit'; readonly count: number; readonly resetAfterSeconds: number };

/** The most keys and secrets that an app can have (facts C17, E28). */
const mostKeys = 50;
const mostSecrets = 2;

/** Why an admin's command is refused; `E0000001` at Okta, with these words (fact G48). */
export const adminRefusals = {
  tooManySecrets: "You've reached the maximum number of client secrets per client.",
  onlySecret: "You can't deactivate the only active client secret.",
  onlyKey:
    "Can't deactivate the only active JSON Web Key when the value for `token_endpoint_auth_method` is `private_key_jwt`.",
  /** The text where no source has one. */
  unpublished: 'Model org: Okta refuses this, in words that are not published.',
} as const;

type Refusal = (typeof adminRefusals)[keyof typeof adminRefusals];

/**
 * Carries out an admin's command. A command for an app, a key or a token that the org does not have
 * changes nothing.
 *
 * @param now milliseconds since the epoch
 * @returns the org afterwards, or the reason why Okta refuses
 */
export function administer(
  org: Org,
  command: AdminCommand,
  now: number,
): { readonly org: Org } | { readonly refused: Refusal } {
  switch (command.type) {
    case 'setZone': {
      const others = org.zones.filter(({ id }) => id !== command.zone.id);
      return { org: { ...org, zones: [...others, command.zone] } };
    }
    case 'addApiToken':
      return { org: { ...org, apiTokens: [...org.apiTokens, command.token] } };
    case 'setApiToken':
      return {
        org: withApiToken(org, command.value, (token) => ({ ...token, ...command.changes })),
      };
    case 'restrictApiToken':
      return { org: withApiToken(org, command.value, (token) => within(token, command.zone)) };
    case 'endTokens':
      return {
        org: { ...org, issuedTokens: org.issuedTokens.map((token) => ({ ...token, ended: true })) },
      };
    case 'useUpRateLimit': {
      const { count, resetAfterSeconds } = command;
      const refusals = Array.from({ length: count }, () => resetAfterSeconds);
      return {
        org: {
          ...org,
          rateLimit: { ...org.rateLimit, refusals: [...org.rateLimit.refusals, ...refusals] },
        },
      };
    }
    default:
      return administerApp(org, command, now);
  }
}

type AppCommand = Extract<AdminCommand, { readonly clientId: string }>;

function administerApp(
  org: Org,
  command: AppCommand,
  now: number,
): { readonly org: Org } | { readonly refused: Refusal } {
  const app = org.apps.find(({ clientId }) => clientId === command.clientId);
  if (app === undefined) return { org };
  const refused = refusalOf(app, command);
  if (refused !== undefined) return { refused };
  const changed = changedApp(app, command);
  const apps = org.apps.map((each) => (each === app ? changed : each));
  const eventType = eventOf(command);
  return {
    org: {
      ...org,
      apps,
      log:
        eventType === undefined
          ? org.log
          : [
              ...org.log,
              {
                published: now,
                eventType,
                outcome: 'SUCCESS',
                clientId: app.clientId,
                ...('scope' in command ? { detail: command.scope } : {}),
              },
            ],
    },
  };
}

/** Facts C17, C18, E28 and G48. */
function refusalOf({ keys, secrets }: OrgApp, command: AppCommand): Refusal | undefined {
  const activeKeys = keys.filter(({ state }) => state === 'active');
  const activeSecrets = secrets.filter(({ state }) => state === 'active');
  switch (command.type) {
    case 'addKey': {
      const isTaken = keys.some(({ jwk }) => jwk.kid === command.jwk.kid);
      return isTaken || keys.length >= mostKeys ? adminRefusals.unpublished : undefined;
    }
    case 'deactivateKey': {
      const isLast = activeKeys.every(({ jwk }) => jwk.kid === command.keyId);
      return isLast && activeKeys.length > 0 ? adminRefusals.onlyKey : undefined;
    }
    case 'deleteKey':
      return activeKeys.some(({ jwk }) => jwk.kid === command.keyId)
        ? adminRefusals.unpublished
        : undefined;
    case 'addSecret':
      return secrets.length >= mostSecrets ? adminRefusals.tooManySecrets : undefined;
    case 'deactivateSecret': {
      const isLast = activeSecrets.every(({ value }) => value === command.secret);
      return isLast && activeSecrets.length > 0 ? adminRefusals.onlySecret : undefined;
    }
    case 'deleteSecret':
      return activeSecrets.some(({ value }) => value === command.secret)
        ? adminRefusals.unpublished
        : undefined;
    default:
      return undefined;
  }
}

function changedApp(app: OrgApp, command: AppCommand): OrgApp {
  const { grantedScopes, keys, secrets } = app;
  switch (command.type) {
    case 'grantScope':
      return grantedScopes.includes(command.scope)
        ? app
        : { ...app, grantedScopes: [...grantedScopes, command.scope] };
    case 'withdrawScope':
      return { ...app, grantedScopes: grantedScopes.filter((scope) => scope !== command.scope) };
    case 'assignRole':
      return { ...app, hasAdminRole: true };
    case 'removeRole':
      return { ...app, hasAdminRole: false };
    case 'requireDpop':
      return { ...app, requiresDpop: command.required };
    case 'activateApp':
      return { ...app, state: 'active' };
    case 'deactivateApp':
      return { ...app, state: 'inactive' };
    case 'addKey':
      return { ...app, keys: [...keys, { jwk: command.jwk, state: 'active' }] };
    case 'activateKey':
    case 'deactivateKey': {
      const state = command.type === 'activateKey' ? 'active' : 'inactive';
      return {
        ...app,
        keys: keys.map((key) => (key.jwk.kid === command.keyId ? { ...key, state } : key)),
      };
    }
    case 'deleteKey':
      return { ...app, keys: keys.filter(({ jwk }) => jwk.kid !== command.keyId) };
    case 'addSecret':
      return { ...app, secrets: [...secrets, { value: command.secret, state: 'active' }] };
    case 'activateSecret':
    case 'deactivateSecret': {
      const state = command.type === 'activateSecret' ? 'active' : 'inactive';
      return {
        ...app,
        secrets: secrets.map((each) => (each.value === command.secret ? { ...each, state } : each)),
      };
    }
    case 'deleteSecret':
      return { ...app, secrets: secrets.filter(({ value }) => value !== command.secret) };
    case 'restrictApp':
      return within(app, command.zone);
  }
}

function eventOf({ type }: AppCommand): EventType | undefined {
  switch (type) {
    case 'grantScope':
      return 'app.oauth2.admin.consent.grant';
    case 'assignRole':
      return 'app.oauth2.client.privilege.grant';
    case 'addKey':
    case 'addSecret':
      return 'app.oauth2.credentials.lifecycle.create';
    case 'activateKey':
    case 'activateSecret':
      return 'app.oauth2.credentials.lifecycle.activate';
    case 'deactivateKey':
    case 'deactivateSecret':
      return 'app.oauth2.credentials.lifecycle.deactivate';
    case 'deleteKey':
    case 'deleteSecret':
      return 'app.oauth2.credentials.lifecycle.delete';
    default:
      return undefined;
  }
}

function withApiToken(org: Org, value: string, change: (token: OrgApiToken) => OrgApiToken): Org {
  return {
    ...org,
    apiTokens: org.apiTokens.map((token) => (token.value === value ? change(token) : token)),
  };
}

/** The same, tied to a zone or to none. */
function within<Bound extends { readonly zone?: string }>(
  bound: Bound,
  zone: string | undefined,
): Omit<Bound, 'zone'> & { readonly zone?: string } {
  const { zone: _before, ...rest } = bound;
  return zone === undefined ? rest : { ...rest, zone };
}
