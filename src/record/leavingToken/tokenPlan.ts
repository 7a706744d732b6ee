import type { OperationIndex } from '#catalogue/find.ts';
import { programReport, type ProgramReport } from '#catalogue/recorded/callReport.ts';
import { together } from '#catalogue/recorded/programs.ts';
import { readRecording } from '#catalogue/recorded/recording.ts';
import { findByReference } from '#catalogue/references.ts';
import type { CatalogueOperation } from '#catalogue/operation.ts';
import { verdict } from '#catalogue/verdict.ts';
import {
  accessGatewayAsksForToken,
  classicAuthenticationNeedsToken,
  mitigationsForForcedToken,
  noTokenCreationByApi,
  securityQuestionsLookLikeOmission,
  tokenAuditEvents,
  tokenDiesWithOwner,
  tokenHasNoScopes,
  tokenOnlyOperations,
  tokenRateShare,
  tokenValidThirtyDays,
  waysToRevokeToken,
  zoneInUseIsLocked,
} from '#guide/claims/apiTokenClaims.ts';
import { tokenOnlyProductsToday } from '#guide/claims/callerClaims.ts';
import { brokerForFixedHeader } from '#guide/claims/scenarioClaims.ts';
import {
  accessTokenLastsOneHour,
  noRoleByDefault,
  rateLimitShareOfApp,
  scopeAndRoleBothBound,
  systemLogEvents,
} from '#guide/claims/serviceAppClaims.ts';
import type { Claim, Statement } from '#guide/claim.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import {
  comparisonScript,
  lastUseScript,
  type LeavingScripts,
  revocationScript,
} from '#snippets/leavingToken/scripts.ts';
import { isCompared } from '#snippets/leavingToken/comparedCalls.ts';

import type { ListedToken } from './tokenList.ts';

/** Why a token has to stay for now, whatever it calls. */
export const reasonsToStay = {
  product: {
    label: 'The product that uses it accepts only a token',
    text: 'The product that uses it accepts only an API token. Today that is Access Gateway, or a trusted app using the classic Authentication API.',
    basis: [tokenOnlyProductsToday, accessGatewayAsksForToken, classicAuthenticationNeedsToken],
  },
  fixedHeader: {
    label: 'The program can only send a fixed header',
    text: 'The program can only send a fixed header. A broker that holds a private key would avoid the token, so look at that first.',
    basis: [brokerForFixedHeader],
  },
} as const satisfies Readonly<Record<string, Statement & { readonly label: string }>>;

export type ReasonToStay = keyof typeof reasonsToStay;

/** A token with what a person says about it. */
export interface TokenToLeave {
  readonly token: ListedToken;
  /** Safe to show; empty where nobody said it. */
  readonly owner: string;
  /** What its program calls: a list, a log, an export of the System Log, code. */
  readonly calls: string;
  /** Absent where nothing but its calls can keep it from going. */
  readonly reason?: ReasonToStay | undefined;
}

/** What all plans have in common. */
export interface PlanSettings extends Pick<LeavingScripts, 'orgDomain' | 'variant' | 'keyType'> {
  /** The day of the plan, `YYYY-MM-DD`. */
  readonly today: string;
}

/** A thing to do. Code in texts is between backticks. */
export interface PlanStep {
  /** Unique in its plan. */
  readonly id: string;
  readonly text: string;
  readonly where?: string;
  readonly who?: string;
  /** Values that belong to it, such as scopes, each on a line of its own. */
  readonly values?: readonly string[];
  readonly basis: readonly Claim[];
}

export interface PlanPart {
  readonly id: PlanPartId;
  readonly heading: string;
  /** What is said before the steps. */
  readonly statements: readonly Statement[];
  readonly steps: readonly PlanStep[];
}

export type PlanPartId =
  | 'calls'
  | 'set-up'
  | 'side-by-side'
  | 'cut-over'
  | 'revoke'
  | 'what-changes'
  | 'stays';

/** A file that a plan brings along. */
export interface PlanScript {
  readonly id: 'comparison' | 'revocation' | 'lastUse';
  readonly title: string;
  readonly fileName: string;
  readonly text: string;
}

/** What becomes of one token. */
export interface TokenPlan {
  readonly token: ListedToken;
  readonly owner: string;
  /** It goes; it stays; or nobody has said what it calls. */
  readonly fate: 'goes' | 'stays' | 'open';
  /** What becomes of it, in a sentence. */
  readonly summary: string;
  readonly report: ProgramReport;
  readonly scopes: readonly string[];
  readonly parts: readonly PlanPart[];
  readonly scripts: readonly PlanScript[];
}

/** Plans how a program leaves its API token, or how to restrict a token that has to stay. */
export function tokenPlan(
  index: OperationIndex,
  given: TokenToLeave,
  settings: PlanSettings,
): TokenPlan {
  const { token, owner, reason } = given;
  const report = reportOf(index, given);
  const operations = report.operations.flatMap(
    ({ reference }) => findByReference(index.catalogue, reference) ?? [],
  );
  const tokenOnly = verdict(operations).apiTokenOnly;
  const movable = operations.filter((each) => !tokenOnly.includes(each));
  const scopes = report.scopes.map(({ scope }) => scope);
  const common = { report, token, owner, scopes };
  const scripts = { ...settings, scopes, operations: movable };
  if (reason !== undefined || tokenOnly.length > 0) {
    const isMoved = reason === undefined && movable.length > 0;
    return {
      ...common,
      fate: 'stays',
      summary: isMoved
        ? 'It stays for the operations that accept only a token. Everything else moves to a service app.'
        : 'It stays for now: restrict it, and review it on a fixed date.',
      parts: [
        callsPart(report, token),
        ...(isMoved ? moving(report, operations, scripts) : []),
        staysPart(tokenOnly, reason),
      ],
      scripts: [...(isMoved ? comparisonOf(token, scripts) : []), ...lastUseOf(token, settings)],
    };
  }
  return {
    ...common,
    fate: operations.length === 0 ? 'open' : 'goes',
    summary:
      operations.length === 0
        ? 'You have not said yet what it calls, so the plan has no scopes.'
        : `This token can go: a service app with ${scopeCount(scopes.length)} replaces it.`,
    parts: [
      callsPart(report, token),
      ...moving(report, operations, scripts),
      revokePart(token),
      whatChanges,
    ],
    scripts: [
      ...comparisonOf(token, scripts),
      ...revocationOf(token, scripts),
      ...lastUseOf(token, settings),
    ],
  };
}

const scopeCount = (count: number): string => (count === 1 ? '1 scope' : `${count} scopes`);

/** A System Log has several callers: where the token is one of them, only its own calls count. */
function reportOf(index: OperationIndex, { token, calls }: TokenToLeave): ProgramReport {
  const { programs } = readRecording(index, calls);
  const own = programs.filter(({ caller }) => token.id !== undefined && caller === token.id);
  return programReport(
    index.catalogue,
    token.name,
    together(own.length > 0 ? own : programs),
    new Map(),
  );
}

function callsPart(report: ProgramReport, token: ListedToken): PlanPart {
  const { operations, unsettled, unknown, elsewhere } = report;
  const leftovers = [
    ...unsettled.map(({ path, methods }) => `${path}: ${methods.join(' or ')}?`),
    ...unknown.map(({ shown }) => `${shown}: not in the specification`),
    ...elsewhere.map(({ shown, what }) => `${shown}: ${what}`),
  ];
  return {
    id: 'calls',
    heading: 'What the program calls',
    statements: [],
    steps: [
      {
        id: 'list',
        text:
          operations.length === 0
            ? 'Find out which operations the program calls.'
            : 'Check this list against the code: calls that run once a month may be missing.',
        values: operations.map(({ reference, method, path }) => `${method} ${path} (${reference})`),
        basis: [],
      },
      {
        id: 'log',
        text: 'Search the System Log for the token’s ID. Events contain the path of the request.',
        where: 'Reports > System Log, or `GET /api/v1/logs` with this filter',
        values: [`transaction.detail.requestApiTokenId eq "${token.id ?? '00T…'}"`],
        basis: [tokenAuditEvents],
      },
      ...(leftovers.length === 0
        ? []
        : [
            {
              id: 'leftovers',
              text: 'Check what was not recognised. No scope is counted for it.',
              values: leftovers,
              basis: [],
            },
          ]),
    ],
  };
}

function moving(
  report: ProgramReport,
  operations: readonly CatalogueOperation[],
  scripts: LeavingScripts,
): readonly PlanPart[] {
  return [setUpPart(report, operations), sideBySidePart(scripts), cutOverPart];
}

/** The steps of a service app’s set-up that come after the list of calls. */
const setUpIds: ReadonlySet<string> = new Set([
  'key-pair',
  'app',
  'public-key',
  'dpop',
  'public-client-admins',
  'scopes',
  'role',
  'network',
  'program',
]);

function setUpPart(report: ProgramReport, operations: readonly CatalogueOperation[]): PlanPart {
  const values: Readonly<Record<string, readonly string[]>> = {
    scopes: report.scopes.map(({ scope }) => scope),
    role: roleWords(operations),
  };
  const person = report.scopes.filter(({ needsSignedInPerson }) => needsSignedInPerson);
  return {
    id: 'set-up',
    heading: 'Set up a service app',
    statements: [
      {
        text: 'The scopes decide what the program may do, and the admin role decides on which resources. A call needs both.',
        basis: [scopeAndRoleBothBound],
      },
    ],
    steps: [
      ...outcomes.serviceApp.setUp
        .filter(({ id }) => setUpIds.has(id))
        .map(({ id, action, where, who, basis }): PlanStep => ({
          id,
          text: action,
          where,
          who,
          values: values[id] ?? [],
          basis,
        })),
      ...(person.length === 0
        ? []
        : [
            {
              id: 'person',
              text: 'Plan another way for these scopes: only a signed-in person’s access token can carry them.',
              values: person.map(({ scope }) => scope),
              basis: [],
            },
          ]),
    ],
  };
}

/** What the specification says about roles, one operation per line. */
function roleWords(operations: readonly CatalogueOperation[]): readonly string[] {
  return operations.flatMap(({ reference, adminRoles, permissions }) => {
    const named = [...adminRoles, ...permissions];
    return named.length === 0 ? [] : [`${reference}: ${named.join(', ')}`];
  });
}

function sideBySidePart({ operations }: LeavingScripts): PlanPart {
  const left = operations.filter((each) => !isCompared(each));
  return {
    id: 'side-by-side',
    heading: 'Use both credentials side by side',
    statements: [
      {
        text: 'A response with fewer entries means that the app’s role reaches less than the token’s owner does. Without a role, a list may be empty.',
        basis: [noRoleByDefault, scopeAndRoleBothBound],
      },
    ],
    steps: [
      {
        id: 'compare',
        text: 'Run the comparison script until all responses are equal, byte for byte. It only reads.',
        basis: [],
      },
      ...(left.length === 0
        ? []
        : [
            {
              id: 'by-hand',
              text: 'Try these by hand in a test org. The script leaves them out, because they write or need more than a path.',
              values: left.map(({ reference, method, path }) => `${method} ${path} (${reference})`),
              basis: [],
            },
          ]),
    ],
  };
}

const cutOverPart: PlanPart = {
  id: 'cut-over',
  heading: 'Cut over',
  statements: [],
  steps: [
    {
      id: 'switch',
      text: 'Switch the program to OAuth 2.0, and keep the token until the end of this plan.',
      basis: [accessTokenLastsOneHour],
    },
    {
      id: 'new-events',
      text: 'Look for the app’s own events in the System Log: an access token is issued at least every hour.',
      where: 'Reports > System Log',
      values: ['eventType eq "app.oauth2.token.grant.access_token"'],
      basis: [systemLogEvents, accessTokenLastsOneHour],
    },
    {
      id: 'silent',
      text: 'Wait until no call has used the token for a full cycle of the program’s least frequent job.',
      basis: [tokenAuditEvents],
    },
  ],
};

function revokePart({ id }: ListedToken): PlanPart {
  return {
    id: 'revoke',
    heading: 'Revoke the token',
    statements: [
      {
        text: 'A revoked token is gone for good, and the public API cannot make a new one.',
        basis: [tokenValidThirtyDays, noTokenCreationByApi],
      },
    ],
    steps: [
      {
        id: 'revoke',
        text: 'Revoke it. After that, calls with the token get 401 `E0000011`, and OAuth 2.0 still works.',
        where: `Security > API > Tokens, the script, or \`DELETE /api/v1/api-tokens/${id ?? '{apiTokenId}'}\` with \`okta.apiTokens.manage\``,
        basis: [waysToRevokeToken],
      },
      {
        id: 'clean-up',
        text: 'Delete its value from the secrets manager, and the account if it existed only for this token.',
        basis: [tokenDiesWithOwner, zoneInUseIsLocked],
      },
    ],
  };
}

const whatChanges: PlanPart = {
  id: 'what-changes',
  heading: 'What changes without the token',
  statements: [
    {
      text: 'The log: events no longer carry the token’s ID in `transaction.detail.requestApiTokenId`. Adapt alerts and reports that search for it or for the owner.',
      basis: [tokenAuditEvents, tokenHasNoScopes, systemLogEvents],
    },
    {
      text: 'The rate limits: the app has its own share, 50 % of each bucket by default. A share that you set for the token is not carried over.',
      basis: [rateLimitShareOfApp, tokenRateShare],
    },
    {
      text: 'The 30 days: an unused token expires; an app does not. An access token lasts an hour, and the program asks for the next one itself.',
      basis: [tokenValidThirtyDays, accessTokenLastsOneHour],
    },
    {
      text: 'The owner: the program no longer stops when a user loses rights or leaves. Its scopes and its role limit it.',
      basis: [tokenDiesWithOwner, scopeAndRoleBothBound],
    },
  ],
  steps: [],
};

function staysPart(
  tokenOnly: readonly CatalogueOperation[],
  reason: ReasonToStay | undefined,
): PlanPart {
  return {
    id: 'stays',
    heading: 'Keep the token, and restrict it',
    statements: [
      ...(reason === undefined ? [] : [reasonsToStay[reason]]),
      ...(tokenOnly.length === 0
        ? []
        : [
            {
              text: `The specification lists only a token for ${tokenOnly.map(({ id }) => `\`${id}\``).join(' and ')}.`,
              basis: [tokenOnlyOperations] as const,
            },
          ]),
      ...(tokenOnly.some(({ id }) => id === 'listSupportedSecurityQuestions')
        ? [
            {
              text: 'Try it with OAuth 2.0 once: this looks like a gap in the specification.',
              basis: [securityQuestionsLookLikeOmission] as const,
            },
          ]
        : []),
      ...(tokenOnly.some(({ id }) => id === 'revokeCurrentApiToken')
        ? [
            {
              text: 'You do not need a token to revoke a token: `DELETE /api/v1/api-tokens/{apiTokenId}` accepts OAuth 2.0.',
              basis: [waysToRevokeToken] as const,
            },
          ]
        : []),
    ],
    steps: outcomes.apiToken.setUp
      .filter(({ id }) => restrictingIds.has(id))
      .map(({ id, action, where, who, basis }): PlanStep => ({
        id,
        text: action,
        where,
        who,
        basis: [...basis, mitigationsForForcedToken],
      })),
  };
}

/** The steps of a token’s set-up that restrict a token that exists already. */
const restrictingIds: ReadonlySet<string> = new Set([
  'role',
  'zone',
  'sign-in',
  'rate-limit',
  'heartbeat',
  'review',
]);

const slugOf = ({ name }: ListedToken): string => {
  const slug = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '');
  return slug === '' ? 'token' : slug;
};

/** A name for a file of the plan: `nightly-report-compare.sh`. */
export const planFileName = (token: ListedToken, ending: string): string =>
  `${slugOf(token)}-${ending}`;

function comparisonOf(token: ListedToken, scripts: LeavingScripts): readonly PlanScript[] {
  const text = comparisonScript(scripts);
  return text === undefined
    ? []
    : [
        {
          id: 'comparison',
          title: 'Compare the responses to both credentials',
          fileName: planFileName(token, 'compare.sh'),
          text,
        },
      ];
}

function revocationOf(token: ListedToken, scripts: LeavingScripts): readonly PlanScript[] {
  const text = revocationScript(scripts);
  return text === undefined
    ? []
    : [
        {
          id: 'revocation',
          title: 'Let the token revoke itself, and check',
          fileName: planFileName(token, 'revoke.sh'),
          text,
        },
      ];
}

function lastUseOf(token: ListedToken, { orgDomain }: PlanSettings): readonly PlanScript[] {
  return token.id === undefined
    ? []
    : [
        {
          id: 'lastUse',
          title: 'When the token was last used',
          fileName: planFileName(token, 'last-use.sh'),
          text: lastUseScript(orgDomain, token.id),
        },
      ];
}
