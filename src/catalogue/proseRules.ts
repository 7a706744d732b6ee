import type { OutcomeId } from '#guide/nodeIds.ts';

import type { Bounds } from './bounds.ts';
import { currentUserReason } from './currentUser.ts';
import type { CatalogueOperation, OperationParameter } from './operation.ts';

/**
 * A rule that the specification states only in a sentence, and that decides whether a call can
 * work. The sentence itself is not copied: a test finds it by the few words in `words`.
 */
export interface ProseRule extends Bounds {
  /** References of the operations; `every` for all that have the parameter. */
  readonly operations: readonly string[] | 'every';
  readonly parameter: string;
  readonly in: 'path' | 'query';
  /** The only values that it accepts. */
  readonly values?: readonly string[];
  /** A regular expression for texts with which the call cannot work. */
  readonly forbidden?: string;
  /** It cannot be given together with this other parameter. */
  readonly not?: string;
  /** It works only together with this other parameter. */
  readonly needs?: string;
  /** The methods to which the rule applies; if absent, to every method. */
  readonly methods?: readonly OutcomeId[];
  /** The message for the person. `…` stands for what they typed, as a string in a filter. */
  readonly reason?: string;
  readonly source: {
    readonly file: 'management.yaml' | 'governance-combined-production-reference.yaml';
    /** The operation or the parameter whose description says it. */
    readonly at: string;
    readonly words: string;
  };
}

/** Operations that accept a user's login as their `id`. */
const byIdOrLogin: readonly string[] = [
  'getUser',
  'updateUser',
  'replaceUser',
  'deleteUser',
  'listAppLinks',
  'listUserBlocks',
  'listUserGroups',
  'listUserIdentityProviders',
  'activateUser',
  'deactivateUser',
  'expirePassword',
  'expirePasswordWithTempPassword',
  'reactivateUser',
  'resetFactors',
  'resetPassword',
  'suspendUser',
  'unlockUser',
  'unsuspendUser',
];

const linkedObjects: readonly string[] = [
  'assignLinkedObjectValueForPrimary',
  'listLinkedObjectsForUser',
  'deleteLinkedObjectForUser',
];

const loginWithSlash = {
  in: 'path',
  forbidden: '/|%2f',
  reason:
    'A user whose login has a `/` can be identified by ID only: that login cannot be in a path, encoded or not. Give the user’s `id`: `listUsers` with `search=profile.login eq …` finds it.',
  source: {
    file: 'management.yaml',
    at: 'getUser',
    words: 'Logins with a `/` character can only be fetched by `id`',
  },
} as const;

/** A program that gets its token with client credentials is nobody's session. */
const nobodySignedIn = {
  in: 'path',
  pattern: '^(?!me$)',
  methods: ['serviceApp', 'apiServiceIntegration'],
} as const;

/** A day and a time of ISO 8601, as regular expressions: no month 13, no hour 24. */
const isoDay = '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
const isoTime = '([01]\\d|2[0-3]):[0-5]\\d(:([0-5]\\d|60)(\\.\\d+)?)?';

/** The rules, each with its source; checked against release 2026.06.3. */
export const proseRules: readonly ProseRule[] = [
  { ...loginWithSlash, operations: byIdOrLogin, parameter: 'id' },
  { ...loginWithSlash, operations: linkedObjects, parameter: 'userIdOrLogin' },
  {
    operations: 'every',
    parameter: 'userId',
    in: 'path',
    forbidden: '/|%2f',
    reason:
      'An ID has no `/`, and a login that has one cannot be in a path, encoded or not. Give the user’s `id`: `listUsers` with `search=profile.login eq …` finds it.',
    source: { file: 'management.yaml', at: 'userId', words: 'ID of an existing Okta user' },
  },
  {
    ...nobodySignedIn,
    operations: byIdOrLogin,
    parameter: 'id',
    reason: currentUserReason,
    source: {
      file: 'management.yaml',
      at: 'getUser',
      words: 'the current user linked to an API token or session cookie',
    },
  },
  {
    ...nobodySignedIn,
    operations: linkedObjects,
    parameter: 'userIdOrLogin',
    reason:
      '`me` stands for the user of a session, and a program with a token from client credentials has none. Give the user’s `id` or login.',
    source: {
      file: 'management.yaml',
      at: 'userIdOrLogin',
      words: 'This can be `me` to represent the current session user',
    },
  },
  {
    operations: ['getRoleTargetsByUserIdAndRoleId'],
    parameter: 'roleIdOrEncodedRoleId',
    in: 'path',
    pattern: '^[A-Za-z0-9]+=*$',
    reason:
      'Identify a role here by its ID, or by its name in Base32 (`JBCUYUC7IRCVGS27IFCE2SKO` for `HELP_DESK_ADMIN`), never by the plain name. Encode the name, or give the ID.',
    source: {
      file: 'management.yaml',
      at: 'roleIdOrEncodedRoleId',
      words: 'Base32 encoded `id` of the role name',
    },
  },
  {
    operations: ['getDRStatusForDomain'],
    parameter: 'domain',
    in: 'path',
    pattern: '^[^\\s/:?#@]+$',
    reason:
      'This is a domain only: the one of your org, or one of its custom domains. Leave out the scheme, the port and the path.',
    source: {
      file: 'management.yaml',
      at: 'domain',
      words: 'The Okta domain name of your org or one of your custom domains',
    },
  },
  {
    operations: ['getCollectionResource', 'replaceCollectionResource', 'deleteCollectionResource'],
    parameter: 'resourceId',
    in: 'path',
    pattern: '^orn:',
    reason:
      'This resource is identified by its Okta Resource Name (ORN), which starts with `orn:`. `listCollectionResources` shows it.',
    source: {
      file: 'governance-combined-production-reference.yaml',
      at: 'resourceId',
      words: 'Unique identifier for the resource in ORN format',
    },
  },
  {
    operations: ['getEntitlementSettings', 'updateEntitlementSettings'],
    parameter: 'resourceOrn',
    in: 'path',
    pattern: '^orn:',
    reason:
      'This resource is identified by its Okta Resource Name (ORN), which starts with `orn:`.',
    source: {
      file: 'governance-combined-production-reference.yaml',
      at: 'resourceOrn',
      words: 'The resource ORN',
    },
  },
  {
    operations: ['listUsers', 'listGroups', 'listRealms'],
    parameter: 'sortOrder',
    in: 'query',
    values: ['asc', 'desc'],
    source: { file: 'management.yaml', at: 'sortOrder', words: '`asc` or `desc`' },
  },
  {
    operations: ['getUser'],
    parameter: 'expand',
    in: 'query',
    values: ['blocks', 'classification'],
    source: { file: 'management.yaml', at: 'expand', words: 'Valid values: `blocks` or' },
  },
  {
    operations: ['listPolicies'],
    parameter: 'status',
    in: 'query',
    values: ['ACTIVE', 'INACTIVE'],
    source: {
      file: 'management.yaml',
      at: 'status',
      words: 'by the `status` of the policy - `ACTIVE` or `INACTIVE`',
    },
  },
  {
    operations: ['listGroups'],
    parameter: 'expand',
    in: 'query',
    pattern: '^(stats|app)(,(stats|app))*$',
    reason: '`expand` takes `stats` and `app`.',
    source: {
      file: 'management.yaml',
      at: 'expand',
      words: 'Possible values are `stats` and `app`',
    },
  },
  {
    operations: ['listUsers'],
    parameter: 'expand',
    in: 'query',
    values: ['classification'],
    source: { file: 'management.yaml', at: 'expand', words: 'Supported value: `classification`' },
  },
  {
    operations: ['listGroupAssignedRoles', 'listAssignedRolesForUser'],
    parameter: 'expand',
    in: 'query',
    values: ['targets/groups', 'targets/catalog/apps'],
    source: {
      file: 'management.yaml',
      at: 'expand',
      words: 'Supported values: `targets/groups` or `targets/catalog/apps`',
    },
  },
  {
    operations: [
      'listScopeConsentGrants',
      'getScopeConsentGrant',
      'listOAuth2TokensForApplication',
      'getOAuth2TokenForApplication',
      'listRefreshTokensForAuthorizationServerAndClient',
      'getRefreshTokenForAuthorizationServerAndClient',
      'listGrantsForUserAndClient',
      'listRefreshTokensForUserAndClient',
      'getRefreshTokenForUserAndClient',
      'listUserGrants',
      'getUserGrant',
    ],
    parameter: 'expand',
    in: 'query',
    values: ['scope'],
    source: { file: 'management.yaml', at: 'expand', words: 'Valid value: `scope`' },
  },
  {
    operations: ['listApplicationUsers', 'getApplicationUser'],
    parameter: 'expand',
    in: 'query',
    values: ['user'],
    source: { file: 'management.yaml', at: 'expand', words: 'Valid value: `user`' },
  },
  {
    operations: ['getApplication'],
    parameter: 'expand',
    in: 'query',
    pattern: '^user/.+',
    reason: '`expand` takes `user/` and a user’s ID.',
    source: { file: 'management.yaml', at: 'expand', words: 'Valid value: `expand=user/{userId}`' },
  },
  {
    operations: ['listGroupPushMappings'],
    parameter: 'lastUpdated',
    in: 'query',
    pattern: `^${isoDay}T${isoTime}Z$`,
    reason: '`lastUpdated` takes a date and time in UTC, such as `2026-01-31T08:00:00Z`.',
    source: {
      file: 'management.yaml',
      at: 'lastUpdated',
      words: 'supports the following format: `YYYY-MM-DDTHH:mm:ssZ`',
    },
  },
  {
    operations: ['listLogEvents'],
    parameter: 'limit',
    in: 'query',
    minimum: 0,
    maximum: 1000,
    source: { file: 'management.yaml', at: 'limit', words: 'Integer between 0 and 1000' },
  },
  {
    operations: ['getAllCrossAppAccessConnections'],
    parameter: 'limit',
    in: 'query',
    minimum: -1,
    source: {
      file: 'management.yaml',
      at: 'limit',
      words: '-1: Return all results (up to system maximum)',
    },
  },
  ...['since', 'until'].map((parameter): ProseRule => ({
    operations: ['listLogEvents'],
    parameter,
    in: 'query',
    pattern: `^${isoDay}(T${isoTime}(Z|[+-]\\d{2}:?\\d{2})?)?$`,
    reason: `\`${parameter}\` takes a time in ISO 8601 format. Enter one such as \`2026-01-31T08:00:00Z\`.`,
    source: { file: 'management.yaml', at: parameter, words: 'ISO 8601 compliant timestamp' },
  })),
  {
    operations: ['listLogEvents'],
    parameter: 'q',
    in: 'query',
    pattern: '^\\s*\\S{1,40}(\\s+\\S{1,40}){0,9}\\s*$',
    reason:
      '`q` takes up to 10 keywords of up to 40 characters each. Leave some out, or use `filter`.',
    source: {
      file: 'management.yaml',
      at: 'q',
      words: 'Max length is 40 characters per keyword, with a maximum of 10 keyword filters',
    },
  },
  {
    operations: ['listAuthorizationServers'],
    parameter: 'limit',
    in: 'query',
    maximum: 200,
    source: { file: 'management.yaml', at: 'limit', words: 'Maximum value: 200' },
  },
  {
    operations: ['listRefreshTokensForAuthorizationServerAndClient'],
    parameter: 'limit',
    in: 'query',
    maximum: 200,
    source: { file: 'management.yaml', at: 'limit', words: 'tokens to return (maximum 200)' },
  },
  {
    operations: ['listGroups'],
    parameter: 'q',
    in: 'query',
    not: 'after',
    reason:
      '`listGroups` returns no pages for `q`, so `after` cannot be used with it. Use `search`, or leave `after` out.',
    source: {
      file: 'management.yaml',
      at: 'q',
      words: 'Paging and searching are currently mutually exclusive',
    },
  },
  {
    operations: ['listApplications'],
    parameter: 'expand',
    in: 'query',
    pattern: '^user/.+',
    needs: 'filter',
    reason:
      '`expand` takes `user/` and a user’s ID, and works only together with the `filter` for the same user: `user.id eq "…"`.',
    source: {
      file: 'management.yaml',
      at: 'expand',
      words: 'Only supports `expand=user/{userId}`',
    },
  },
  {
    operations: [
      'listAllDefaultEntriesV2',
      'listAllDefaultUserEntriesV2',
      'listMyDefaultEntriesV2',
    ],
    parameter: 'match',
    in: 'query',
    minLength: 3,
    source: {
      file: 'governance-combined-production-reference.yaml',
      at: 'match',
      words: 'At least three characters are required',
    },
  },
];

/** A rule about the members of a body that the specification states only in a sentence. */
export interface BodyProseRule {
  readonly operations: readonly string[];
  /** Exactly one of these members must be sent. */
  readonly oneOf?: readonly string[];
  /** If the first member is sent, the second must be too. */
  readonly together?: readonly [string, string];
  readonly reason: string;
  readonly source: ProseRule['source'];
}

/** The rules about bodies, each with its source. */
export const bodyProseRules: readonly BodyProseRule[] = [
  {
    operations: ['createGroupPushMapping'],
    oneOf: ['targetGroupId', 'targetGroupName'],
    reason:
      'The body takes either `targetGroupId`, for a group that exists, or `targetGroupName`, for a new one, but not both.',
    source: {
      file: 'management.yaml',
      at: 'createGroupPushMapping',
      words: 'Either `targetGroupId` or `targetGroupName` must be provided, but not both',
    },
  },
  {
    operations: ['replaceBrand'],
    together: ['customPrivacyPolicyUrl', 'agreeToCustomPrivacyPolicy'],
    reason:
      'With `customPrivacyPolicyUrl` the body needs `agreeToCustomPrivacyPolicy`; without it, Okta responds with 400 and `E0000001`.',
    source: {
      file: 'management.yaml',
      at: 'replaceBrand',
      words:
        'Not providing `agreeToCustomPrivacyPolicy` with `customPrivacyPolicyUrl` returns a `400',
    },
  },
];

/** What the specification's sentences say about a parameter. */
export function proseRulesOf(
  { reference }: Pick<CatalogueOperation, 'reference'>,
  parameter: Pick<OperationParameter, 'name' | 'in'>,
): readonly ProseRule[] {
  return proseRules.filter(
    (rule) =>
      rule.parameter === parameter.name &&
      rule.in === parameter.in &&
      (rule.operations === 'every' || rule.operations.includes(reference)),
  );
}
