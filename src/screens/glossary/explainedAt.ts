import type { GlossaryTerm } from '#guide/glossary.ts';
import { pathOf } from '#share/address.ts';

import { handbookPath } from '../handbook/handbookPaths.ts';

const serviceAppDetails = handbookPath('serviceApp', 'details/');

/** By a term’s id: where more than a sentence is said about it, below the base. */
const places: Readonly<Record<string, string>> = {
  'access-token': `${serviceAppDetails}#the-token-call`,
  'admin-role': `${serviceAppDetails}#the-admin-role`,
  'api-service-integration': handbookPath('apiServiceIntegration', ''),
  'api-token': handbookPath('apiToken', ''),
  'client-assertion': `${serviceAppDetails}#the-client-assertion`,
  'client-credentials-flow': `${serviceAppDetails}#the-token-call`,
  'client-secret': `${handbookPath('apiServiceIntegration', 'details/')}#a-secret-and-why-not-a-key`,
  'custom-authorization-server': pathOf(['oauth.ownApi']),
  dpop: `${serviceAppDetails}#dpop-whether-you-need-it`,
  grant: `${serviceAppDetails}#scopes`,
  jwks: `${serviceAppDetails}#keys-and-rotation`,
  'network-zone': `${handbookPath('apiToken', 'details/')}#where-it-may-be-used-from`,
  nonce: `${serviceAppDetails}#dpop-at-the-token-endpoint`,
  'private-endpoint': `${pathOf(['oauth.other'])}#private-endpoint`,
  'rate-limit-share': `${serviceAppDetails}#limits-and-audit`,
  scope: `${serviceAppDetails}#scopes`,
  'service-app': handbookPath('serviceApp', ''),
  'system-log': `${serviceAppDetails}#limits-and-audit`,
  'user-context': pathOf(['oauth.person']),
};

/** Where a term is explained in full, below the base; undefined where the glossary says it all. */
export const explainedAt = ({ id }: GlossaryTerm): string | undefined => places[id];
