import type { Claim } from '../claim.ts';
import { guideKeyManagement, guideServiceApp, specApplicationKeys } from '../sources.ts';

// What was read for the page about the keys of a service app.

export const keysByApi: Claim = {
  fact: 'T33',
  text: 'In the API, the saved keys of an app are at `/api/v1/apps/{appId}/credentials/jwks`. A `POST` there adds one. Below `/{keyId}`, `/lifecycle/deactivate` and `/lifecycle/activate` switch it off and on, and `DELETE` removes it. The `keyId` is the `id` that Okta gives to the key, not its `kid`.',
  status: 'agreed',
  sources: [specApplicationKeys, guideKeyManagement],
};

export const fetchedKeysUnknown: Claim = {
  fact: 'T34',
  text: 'We found no public text that says how long Okta caches a JWKS. Nor did we find which headers count, or which addresses Okta fetches it from.',
  status: 'unknown',
  sources: [guideKeyManagement, guideServiceApp],
};
