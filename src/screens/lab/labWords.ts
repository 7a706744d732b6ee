import type { OutcomeId } from '#guide/nodeIds.ts';
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
    why: 'The program proves who it is and names the scopes that it needs.',
  },
  repeatWithNonce: {
    label: 'Request it again, with the nonce',
    why: 'Okta answered the first request with a nonce, a value of its own. A proof that carries it cannot have been made in advance, so the program signs a new proof and a new assertion and asks again.',
  },
  callApi: {
    label: 'Call the API',
    why: 'The program sends its credential with the call. Okta checks the credential, the scope and the admin role.',
  },
  repeatCall: {
    label: 'Call the API a second time',
    why: 'The program sends the same call once more.',
  },
};

export const causeWords: Readonly<Record<Breakage['causedBy'], string>> = {
  program: 'In the program',
  setUp: 'In the set-up',
  surroundings: 'Around the program',
};
