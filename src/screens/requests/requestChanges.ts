import type { OutcomeId } from '#guide/nodeIds.ts';
import type { Form } from '#snippets/form.ts';

import { chosenForm } from '../snippets/formChoice.ts';

/** Two forms of a request that people move between. */
export interface RequestChange {
  readonly title: string;
  /** Unique on a page. */
  readonly anchor: string;
  readonly from: Form;
  readonly to: Form;
}

const plain = { variant: 'bearer', keyType: 'RSA', request: 'single' } as const;
const bound = { ...plain, variant: 'dpop' } as const;

const fromApiToken: RequestChange = {
  title: 'What changes from an API token to a service app',
  anchor: 'from-api-token-to-service-app',
  from: chosenForm('apiToken', plain),
  to: chosenForm('serviceApp', plain),
};

const changes: Readonly<Record<OutcomeId, readonly RequestChange[]>> = {
  serviceApp: [
    fromApiToken,
    {
      title: 'What changes from Bearer to DPoP',
      anchor: 'from-bearer-to-dpop',
      from: chosenForm('serviceApp', plain),
      to: chosenForm('serviceApp', bound),
    },
  ],
  apiServiceIntegration: [
    {
      title: 'What changes from an API token to an integration',
      anchor: 'from-api-token-to-integration',
      from: chosenForm('apiToken', plain),
      to: chosenForm('apiServiceIntegration', plain),
    },
    {
      title: 'What changes from a service app to an integration',
      anchor: 'from-service-app-to-integration',
      from: chosenForm('serviceApp', plain),
      to: chosenForm('apiServiceIntegration', plain),
    },
  ],
  apiToken: [fromApiToken],
};

/** The moves that are worth showing on the page of a method. */
export function changesTo(method: OutcomeId): readonly RequestChange[] {
  return changes[method];
}
