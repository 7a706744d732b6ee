import { algorithmOf, type Form } from '#snippets/form.ts';

import type { NamedValue } from './record.ts';

/** What a program sends to be let in, in the form that was chosen. */
export function credentialForm({ method, variant, keyType }: Form): readonly NamedValue[] {
  const credential = {
    serviceApp: 'client assertion (private_key_jwt)',
    apiServiceIntegration: 'client ID and client secret (client_secret_basic)',
    apiToken: 'API token (SSWS)',
  }[method];
  return [
    { name: 'Credential', value: credential },
    ...(keyType === null ? [] : [{ name: 'Key', value: `${keyType}, ${algorithmOf(keyType)}` }]),
    ...(method === 'apiToken'
      ? []
      : [{ name: 'Access token', value: variant === 'dpop' ? 'DPoP' : 'Bearer' }]),
  ];
}
