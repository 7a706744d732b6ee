import type { Statement } from '../claim.ts';
import { toolsSignForAFullHour } from '../claims/runtimeClaims.ts';

/** Why several tools cause the error that an assertion lives too long. */
export const signedForAnHour: Statement = {
  text: 'Assertions last the full hour that Okta allows, so a clock that runs a second or two fast is enough to cause this. Synchronise the clock with NTP, or install a newer version.',
  basis: [toolsSignForAFullHour],
};
