import { isSecretName } from '#catalogue/secretNames.ts';
import { certainSecretLike } from '#snippets/secretLike.ts';

import { formDecoded } from './formEncoding.ts';

/**
 * Whether a fragment certainly contains a secret, whichever page it is for: `#access_token=…`, or a
 * token alone.
 *
 * @param fragment with its `#`, or empty
 */
export const holdsSecret = (fragment: string): boolean =>
  formDecoded(fragment.slice(1)).some(
    ([key, value]) =>
      certainSecretLike(key) !== undefined ||
      certainSecretLike(value) !== undefined ||
      (isSecretName(key) && value !== ''),
  );
