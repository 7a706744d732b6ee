import type { OutcomeId } from '#guide/machine.ts';

/** The kind of the client's key pair. */
export type KeyType = 'RSA' | 'EC';

/** Which exchange a snippet shows, whatever its language. */
export interface Form {
  readonly method: OutcomeId;
  /** How the access token is bound: not at all, or to a key (DPoP, RFC 9449). An API token counts as bearer. */
  readonly variant: 'bearer' | 'dpop';
  /** The kind of the client's key pair; null where the method has none. */
  readonly keyType: KeyType | null;
  /** How much of the API it calls: one request. */
  readonly request: 'single';
}

const forms: readonly Form[] = [
  { method: 'serviceApp', variant: 'bearer', keyType: 'RSA', request: 'single' },
  { method: 'serviceApp', variant: 'bearer', keyType: 'EC', request: 'single' },
  { method: 'serviceApp', variant: 'dpop', keyType: 'RSA', request: 'single' },
  { method: 'serviceApp', variant: 'dpop', keyType: 'EC', request: 'single' },
  { method: 'apiServiceIntegration', variant: 'bearer', keyType: null, request: 'single' },
  { method: 'apiToken', variant: 'bearer', keyType: null, request: 'single' },
];

/** The forms in which a method is shown, the plainest first. */
export function formsFor(method: OutcomeId): readonly Form[] {
  return forms.filter((form) => form.method === method);
}

const methodNames: Readonly<Record<OutcomeId, string>> = {
  serviceApp: 'service-app',
  apiServiceIntegration: 'api-service-integration',
  apiToken: 'api-token',
};

/** A form's name in file names and ids: `service-app-dpop-ec`, `api-token`. */
export function formName(form: Form): string {
  return form.keyType === null
    ? methodNames[form.method]
    : `${methodNames[form.method]}-${form.variant}-${form.keyType.toLowerCase()}`;
}

/** The JWS algorithm that the snippets use with a kind of key (RFC 7518, section 3.1). */
export function algorithmOf(keyType: KeyType): 'RS256' | 'ES256' {
  return keyType === 'RSA' ? 'RS256' : 'ES256';
}
