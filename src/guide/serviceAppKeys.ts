import type { SetUpStep, Statement } from './claim.ts';
import { manyOwnOrgs } from './claims/callerClaims.ts';
import { fetchedKeysUnknown, keysByApi } from './claims/keyClaims.ts';
import { keyFileFormats } from './claims/runtimeClaims.ts';
import {
  accessTokenLastsOneHour,
  keySavedOrFetched,
  keysMadeInConsole,
  keyTypes,
  onlySuperAdminRotatesSavedKeys,
  optionalAssertionClaims,
  rotationByJwksUrl,
  rotationWithoutDowntime,
  upToFiftyKeys,
} from './claims/serviceAppClaims.ts';
import { jwksUrlFails, wrongKeyId } from './errors/clientAuthenticationErrors.ts';
import type { KnownError } from './errors/knownError.ts';

/** Which keys a service app may have, and how to rotate and host them: what the page about keys says. */
export interface KeyCare {
  /** Which keys there may be. */
  readonly accepted: readonly Statement[];
  /** From one saved key to the next, without an outage. */
  readonly rotation: readonly [SetUpStep, ...SetUpStep[]];
  /** What happens if the order is wrong. */
  readonly rotationErrors: readonly KnownError[];
  /** A JWKS at a URL of one’s own. */
  readonly hosting: readonly [SetUpStep, ...SetUpStep[]];
  readonly hostingNotes: readonly Statement[];
  readonly hostingErrors: readonly KnownError[];
}

const developer = 'Whoever writes or runs the program';
const superAdmin = 'Super admins only, once the app has scopes';
const admin = 'An admin of the org; a super admin, once the app has scopes';

export const serviceAppKeys: KeyCare = {
  accepted: [
    {
      text: 'RSA of at least 2048 bits, or an elliptic curve. Assertions may be signed with RS256, RS384, RS512, ES256, ES384 or ES512.',
      basis: [keyTypes],
    },
    {
      text: 'An app can have up to 50 keys. Each has its own `kid`.',
      basis: [upToFiftyKeys],
    },
    {
      text: 'Programs read different key formats: some read PKCS#8 PEM, others a JWK.',
      basis: [keyFileFormats],
    },
  ],
  rotation: [
    {
      id: 'second-key',
      action: 'Make a second key pair with its own `kid`, in an empty folder.',
      where: 'On the machine where the program runs, or in its key store',
      who: developer,
      notes: [
        {
          text: 'Before you go on, check that the program sends its `kid`. With two keys in the app, Okta refuses an assertion without a `kid`.',
          basis: [optionalAssertionClaims],
        },
      ],
      basis: [rotationWithoutDowntime, keysMadeInConsole],
    },
    {
      id: 'add-key',
      action: 'Add the second public key to the app. The program keeps using the first.',
      where: 'The app > General > Client Credentials > Edit > Add key, or the command `add`',
      who: superAdmin,
      notes: [],
      basis: [rotationWithoutDowntime, onlySuperAdminRotatesSavedKeys, keysByApi],
    },
    {
      id: 'switch',
      action: 'Give the program the second private key and its `kid`, everywhere it runs.',
      where: 'The program’s configuration and its secrets manager',
      who: developer,
      notes: [
        {
          text: 'Request a token with the second key before you touch the first. Tokens that the program already holds stay valid until they expire, one hour after they were issued.',
          basis: [accessTokenLastsOneHour],
        },
      ],
      basis: [rotationWithoutDowntime],
    },
    {
      id: 'deactivate',
      action: 'Deactivate the first key, and watch the program.',
      where: 'The app > General > Client Credentials > Edit, or the command `deactivate`',
      who: superAdmin,
      notes: [
        {
          text: 'If something still uses the first key, activate that key again and find out what uses it. Okta does not let you deactivate the only active key.',
          basis: [keysByApi, rotationWithoutDowntime],
        },
      ],
      basis: [rotationWithoutDowntime, onlySuperAdminRotatesSavedKeys, keysByApi],
    },
    {
      id: 'delete',
      action: 'Delete the first key in Okta, then its private half wherever it was kept.',
      where: 'The app > General > Client Credentials > Edit, or the command `delete`',
      who: superAdmin,
      notes: [
        {
          text: 'Okta deletes inactive keys only.',
          basis: [rotationWithoutDowntime],
        },
      ],
      basis: [rotationWithoutDowntime, onlySuperAdminRotatesSavedKeys, keysByApi],
    },
  ],
  rotationErrors: [wrongKeyId],
  hosting: [
    {
      id: 'key-set',
      action: 'Put your public keys into one file, `jwks.json`.',
      where: 'On the machine where the key pair was made',
      who: developer,
      notes: [
        {
          text: 'Each key needs its own `kid`.',
          basis: [rotationByJwksUrl],
        },
      ],
      basis: [rotationByJwksUrl],
    },
    {
      id: 'publish',
      action: 'Publish the file at an HTTPS address that Okta can reach without signing in.',
      where: 'Your web server, bucket or CDN',
      who: developer,
      notes: [
        {
          text: 'If Okta cannot fetch the file, token requests fail. So choose a host that is as reliable as the program has to be.',
          basis: [rotationByJwksUrl],
        },
      ],
      basis: [keySavedOrFetched, rotationByJwksUrl],
    },
    {
      id: 'register-url',
      action: 'Choose “Use a URL to fetch keys dynamically”, and enter the address.',
      where: 'The app > General > Client Credentials > Edit',
      who: admin,
      notes: [
        {
          text: 'This deletes the keys that are saved in the app. Put every key that a program still uses into the file first.',
          basis: [keySavedOrFetched],
        },
        {
          text: 'One address can serve the apps of several orgs.',
          basis: [manyOwnOrgs],
        },
      ],
      basis: [keySavedOrFetched, onlySuperAdminRotatesSavedKeys],
    },
    {
      id: 'change-file',
      action:
        'To rotate the key: add the second public key to the file, switch the program to it, and remove the first.',
      where: 'The same file; nothing changes in Okta',
      who: developer,
      notes: [],
      basis: [rotationByJwksUrl],
    },
  ],
  hostingNotes: [
    {
      text: 'We found no public text that says how long Okta caches a JWKS. So leave time between these steps: publish the second key well before the program uses it.',
      basis: [fetchedKeysUnknown],
    },
  ],
  hostingErrors: [jwksUrlFails, wrongKeyId],
};
