import type { OutcomeId } from '#guide/nodeIds.ts';
import type { Message } from '#org/exchange/advance.ts';
import { errorOf } from '#org/exchange/answerText.ts';
import type { Breakage } from '#org/exchange/breakages.ts';
import type { ClientStep } from '#org/exchange/client.ts';

export const methodLabels: Readonly<Record<OutcomeId, string>> = {
  serviceApp: 'Service app',
  apiServiceIntegration: 'API service integration',
  apiToken: 'API token',
};

/** What the client does, and why. */
export const stepWords: Readonly<
  Record<Exclude<ClientStep, 'done'>, { readonly label: string; readonly why: string }>
> = {
  requestToken: {
    label: 'Request an access token',
    why: 'Before a program may call the API, it needs an access token: a pass that is valid for an hour. The program proves who it is, and names the scopes: what the token should allow. With DPoP it adds a proof, signed with a key that only it has. The token then works with that key alone, so a thief cannot use it.',
  },
  repeatWithNonce: {
    label: 'Request it again, with the nonce',
    why: 'The first proof could have been signed long ago, and stolen since. So Okta refuses it, and sends a nonce: a value that nobody could have known before. The program signs a new proof with the nonce in it, and Okta can tell that it was made recently. The client assertion has a jti, which Okta accepts only once, so the program signs a new assertion as well.',
  },
  callApi: {
    label: 'Call the API',
    why: 'The program sends its token with the call. Okta checks that the token is valid, that it covers the operation, and that an admin role allows what the operation touches.',
  },
  repeatCall: {
    label: 'Call the API a second time',
    why: 'The program sends the same call once more.',
  },
};

/** Whether a refusal belongs to the exchange: the first response with DPoP, which brings the nonce. */
export function isExpectedRefusal({ step, response }: Message): boolean {
  return step.step === 'requestToken' && errorOf(response)?.code === 'use_dpop_nonce';
}

export const expectedRefusal =
  'This is expected: with DPoP, the first response only delivers the nonce, a value that the next request must send back.';

export const causeWords: Readonly<Record<Breakage['causedBy'], string>> = {
  program: 'In the program',
  setUp: 'In the set-up',
  surroundings: 'Outside the program',
};
