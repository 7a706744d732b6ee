import type { KnownError } from '#guide/errors/knownError.ts';
import type { OutcomeId } from '#guide/nodeIds.ts';
import { accessTokenExpired, missingAdminRole } from '#guide/errors/apiErrors.ts';
import { secretRefusedForServiceApp } from '#guide/errors/clientAuthenticationErrors.ts';
import { dpopProofMissing } from '#guide/errors/dpopErrors.ts';
import { consentRequired } from '#guide/errors/tokenRequestErrors.ts';
import type { SharedValues } from '#share/fragment.ts';
import type { Form } from '#snippets/form.ts';

/** What a person types into the window of the look-alike org when acting as its admin. */
export const adminCommands = {
  role: 'assigns an admin role to the app that has none',
  grant: 'grants the scope okta.policies.read to the service apps',
  expire: 'makes the next access token expire as soon as it is issued',
} as const;
export type AdminCommand = keyof typeof adminCommands;

/** The clients of the look-alike org that the exercises use; `npm run lookalike` has them. */
export const practiceClients = {
  /** A service app that accepts only requests with DPoP; the guide's own sample. */
  dpopRequired: '0oaexampleclientid00',
  /** A service app for bearer tokens. */
  bearer: '0oaexampleclientid01',
  /** A service app without an admin role. */
  withoutRole: '0oaexampleclientid03',
} as const;

/** A request to run, as the guide's result page shows it once these values are typed in. */
export interface HandsOnRequest {
  readonly method: OutcomeId;
  readonly variant: Form['variant'];
  readonly request: Form['request'];
  readonly clientId: string;
  /** The operation; `listPolicies` needs a scope that nobody has been granted. */
  readonly operation: 'listGroups' | 'listPolicies';
  /** Typed into the look-alike's window before it is run. */
  readonly before?: AdminCommand;
}

/** An error to meet on purpose, and to fix. */
export interface Exercise {
  /** Names it in links. */
  readonly id: string;
  readonly title: string;
  /** As a colleague would tell it. */
  readonly story: string;
  readonly wrong: HandsOnRequest;
  /** What comes back; its words are the look-alike's, and Okta's. */
  readonly error: KnownError;
  /** What to ask yourself. */
  readonly hint: string;
  /** What to do, in one or two sentences. */
  readonly mend: string;
  readonly mended: HandsOnRequest;
}

const bearerRequest: HandsOnRequest = {
  method: 'serviceApp',
  variant: 'bearer',
  request: 'single',
  clientId: practiceClients.bearer,
  operation: 'listGroups',
};

export const exercises: readonly Exercise[] = [
  {
    id: 'secret-for-a-service-app',
    title: 'The secret that is not wrong',
    story:
      'I took the request for an API service integration and put our service app’s client ID into it. The secret is the one that I was given. I checked it twice, and I still get no token.',
    wrong: {
      method: 'apiServiceIntegration',
      variant: 'bearer',
      request: 'single',
      clientId: practiceClients.bearer,
      operation: 'listGroups',
    },
    error: secretRefusedForServiceApp,
    hint: 'Which authentication does the error ask for?',
    mend: 'Use the service app’s request: it signs a client assertion with a private key, and sends no secret.',
    mended: bearerRequest,
  },
  {
    id: 'scope-not-granted',
    title: 'The scope that nobody granted',
    story:
      'Listing groups works. I switched to the operation that lists policies, and added its scope to the token request, as the documentation says.',
    wrong: { ...bearerRequest, operation: 'listPolicies' },
    error: consentRequired,
    hint: 'Asking for a scope is one thing. Who says that the app may have it?',
    mend: 'As a super admin, grant the scope to the app: in the look-alike org’s window, type `grant`. Then run the same request again.',
    mended: { ...bearerRequest, operation: 'listPolicies', before: 'grant' },
  },
  {
    id: 'no-admin-role',
    title: 'A token, but no access',
    story:
      'The app is new. It gets its access token, and I checked that the token has the scope. Every call is still refused.',
    wrong: { ...bearerRequest, clientId: practiceClients.withoutRole },
    error: missingAdminRole,
    hint: 'A scope says what an app may ask for. What decides which things it may touch?',
    mend: 'Assign an admin role to the app: in the look-alike org’s window, type `role`. Then run the same request again.',
    mended: { ...bearerRequest, clientId: practiceClients.withoutRole, before: 'role' },
  },
  {
    id: 'dpop-required',
    title: 'Last year’s request',
    story:
      'Our program has been running for a year. I made a second app for the test org in the console, and copied the key and the code. This one is refused before it has a token.',
    wrong: { ...bearerRequest, clientId: practiceClients.dpopRequired },
    error: dpopProofMissing,
    hint: 'What does the new app ask for that last year’s app did not?',
    mend: 'Choose the variant with DPoP. It proves, with its own key, that whoever uses the token is the one who asked for it.',
    mended: { ...bearerRequest, variant: 'dpop', clientId: practiceClients.dpopRequired },
  },
  {
    id: 'expired-token',
    title: 'It worked before lunch',
    story:
      'My program requests a token when it starts and then keeps calling. After a while, every call fails. You do not have to wait an hour to see it.',
    wrong: { ...bearerRequest, before: 'expire' },
    error: accessTokenExpired,
    hint: 'How long does an access token last, and who asks for the next one?',
    mend: 'Use the whole program instead of the single request. It requests a new token before the old one expires, or as soon as Okta refuses the old one. Type `expire` once more, and watch the program continue.',
    mended: { ...bearerRequest, request: 'everything', before: 'expire' },
  },
];

/** The values that a person types into the guide for a request; the look-alike org is at this address by default. */
export function valuesToType({
  variant,
  request,
  clientId,
  operation,
}: HandsOnRequest): SharedValues {
  return {
    orgDomain: 'localhost:8443',
    // It has every form of a request, and everybody who reads this has Node.js.
    language: 'javascript',
    clientId,
    variant,
    request,
    operations: [operation],
    ...(operation === 'listPolicies' ? { queryTexts: { type: 'OKTA_SIGN_ON' } } : {}),
  };
}
