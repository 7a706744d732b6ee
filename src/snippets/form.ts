import type { OutcomeId } from '#guide/nodeIds.ts';

/** The kind of the client's key pair. */
export type KeyType = 'RSA' | 'EC';

/** Which exchange a snippet shows, in any language. */
export interface Form {
  readonly method: OutcomeId;
  /** How the access token is bound: not at all, or to a key (DPoP, RFC 9449). An API token counts as bearer. */
  readonly variant: 'bearer' | 'dpop';
  /** The kind of the client's key pair; null if the method has none. */
  readonly keyType: KeyType | null;
  /**
   * How much it does: one request; or everything that a program in use needs besides: the token kept until
   * shortly before it expires, every page of a list, the rate limit waited for, errors told apart.
   */
  readonly request: RequestKind;
}

export type RequestKind = 'single' | 'everything';

const credentials: readonly Omit<Form, 'request'>[] = [
  { method: 'serviceApp', variant: 'bearer', keyType: 'RSA' },
  { method: 'serviceApp', variant: 'bearer', keyType: 'EC' },
  { method: 'serviceApp', variant: 'dpop', keyType: 'RSA' },
  { method: 'serviceApp', variant: 'dpop', keyType: 'EC' },
  { method: 'apiServiceIntegration', variant: 'bearer', keyType: null },
  { method: 'apiToken', variant: 'bearer', keyType: null },
];

const forms: readonly Form[] = (['single', 'everything'] as const).flatMap((request) =>
  credentials.map(({ method, variant, keyType }) => ({ method, variant, keyType, request })),
);

/** The forms of a method, single requests first, and the simplest of each first. */
export function formsFor(method: OutcomeId): readonly Form[] {
  return forms.filter((form) => form.method === method);
}

const methodNames: Readonly<Record<OutcomeId, string>> = {
  serviceApp: 'service-app',
  apiServiceIntegration: 'api-service-integration',
  apiToken: 'api-token',
};

/** A method's name in file names and addresses: `service-app`. */
export function methodName(method: OutcomeId): string {
  return methodNames[method];
}

/** A form's name in file names and ids: `service-app-dpop-ec`, `api-token-everything`. */
export function formName({ method, variant, keyType, request }: Form): string {
  return [
    methodNames[method],
    ...(keyType === null ? [] : [variant, keyType.toLowerCase()]),
    ...(request === 'everything' ? ['everything'] : []),
  ].join('-');
}

/** The JWS algorithm that the snippets use with a kind of key (RFC 7518, section 3.1). */
export function algorithmOf(keyType: KeyType): 'RS256' | 'ES256' {
  return keyType === 'RSA' ? 'RS256' : 'ES256';
}
