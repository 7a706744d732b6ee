import { expect, test } from 'vitest';

import { oktaCatalogue } from './oktaCatalogue.ts';
import type { CatalogueOperation } from './operation.ts';
import { findByReference } from './references.ts';
import { isSecretMember, secretMembersOf, secretParametersOf } from './secretMembers.ts';
import { isSecretName } from './secretNames.ts';
import { moreSecrets, noSecrets } from './specification/reviewedSecrets.ts';

function operation(reference: string): CatalogueOperation {
  const found = findByReference(oktaCatalogue, reference);
  if (found === undefined) throw new Error(`no operation ${reference}`);
  return found;
}

test('all places of the four APIs that hold a secret, for a reviewer to read', () => {
  const places = new Map<string, string[]>();
  for (const each of oktaCatalogue.operations) {
    const parameters = secretParametersOf(each).map((name) => `?${name}`);
    for (const place of [...secretMembersOf(each), ...parameters]) {
      places.set(place, [...(places.get(place) ?? []), each.reference]);
    }
  }
  const lines = [...places]
    .map(([place, references]) => `${place}: ${references.join(' ')}`)
    .toSorted();
  expect(lines).toMatchInlineSnapshot(`
    [
      "/actor_token: token tokenCustomAS",
      "/admin/credentials/password/value: createChildOrg",
      "/admin/credentials/recovery_question/answer: createChildOrg",
      "/aesKey: uploadYubikeyOtpTokenSeed",
      "/answer: verifyFactor",
      "/assertion: token tokenCustomAS",
      "/auth_req_id: token tokenCustomAS",
      "/challengeResponse: verifyAppAuthenticatorPushNotificationChallenge",
      "/channel/config/authScheme/value: createEventHook replaceEventHook createInlineHook updateInlineHook replaceInlineHook",
      "/channel/config/clientSecret: createInlineHook updateInlineHook replaceInlineHook",
      "/clientSecret: createEmailServer updateEmailServer",
      "/client_secret: createOAuth2ClientSecret",
      "/code: token tokenCustomAS",
      "/code_verifier: token tokenCustomAS",
      "/configuration/serviceAccountJson: createPushProvider replacePushProvider",
      "/configuration/tokenSigningKey: createPushProvider replacePushProvider",
      "/credResponses/*/credResponseJwe: activatePreregistrationEnrollment",
      "/credentials/oauthClient/client_secret: createApplication replaceApplication",
      "/credentials/password/hash/value: createApplication replaceApplication createUser updateUser replaceUser",
      "/credentials/password/value: createApplication replaceApplication assignUserToApplication updateApplicationUser createUser updateUser replaceUser",
      "/credentials/recovery_question/answer: createUser updateUser replaceUser",
      "/data/context/credential/password: executeInlineHook",
      "/data/messageProfile/otpCode: executeInlineHook",
      "/delivery/authorization_header: createSsfStream replaceSsfStream updateSsfStream",
      "/id_token_hint: bcAuthorize logoutWithPost bcAuthorizeCustomAS logoutCustomASWithPost",
      "/methods/push/pushToken: createAppAuthenticatorEnrollment updateAppAuthenticatorEnrollment",
      "/mfa_token: challenge token challenge-custom-as tokenCustomAS",
      "/newPassword/hash/value: changePassword",
      "/newPassword/value: changePassword",
      "/newPassword: updatePassword",
      "/oldPassword/hash/value: changePassword",
      "/oldPassword/value: changePassword",
      "/oldPassword: updatePassword",
      "/oob_code: token tokenCustomAS",
      "/otp: token tokenCustomAS",
      "/passCode: activateFactor verifyFactor",
      "/password/hash/value: changeRecoveryQuestion forgotPasswordSetNewPassword",
      "/password/value: changeRecoveryQuestion forgotPasswordSetNewPassword",
      "/password: createEmailServer updateEmailServer createAppServiceAccount token tokenCustomAS",
      "/pinResponseJwe: activatePreregistrationEnrollment",
      "/privateId: uploadYubikeyOtpTokenSeed",
      "/privateKey: upsertCertificate createEmailServer updateEmailServer",
      "/profile/answer: enrollFactor resendEnrollFactor",
      "/profile/deviceToken: enrollFactor resendEnrollFactor",
      "/profile/password: createPassword replacePassword",
      "/profile/settings/adminPassword: updateDefaultProvisioningConnectionForApplication",
      "/profile/sharedSecret: enrollFactor resendEnrollFactor",
      "/profile/token: updateDefaultProvisioningConnectionForApplication",
      "/protocol/credentials/bearer/apiKey: createIdentityProvider replaceIdentityProvider",
      "/protocol/credentials/client/client_secret: createIdentityProvider replaceIdentityProvider",
      "/protocol/credentials/signing/privateKey: createIdentityProvider replaceIdentityProvider",
      "/provider/configuration/secretKey: createAuthenticator replaceAuthenticator",
      "/providerAuthToken: createCustomTelephonyProviderCredentials updateCustomTelephonyProviderCredential",
      "/recovery_question/answer: changeRecoveryQuestion forgotPasswordSetNewPassword",
      "/refresh_token: token tokenCustomAS",
      "/request: authorizeWithPost bcAuthorize par authorizeCustomASWithPost bcAuthorizeCustomAS parCustomAS",
      "/secretKey: createCaptchaInstance updateCaptchaInstance replaceCaptchaInstance",
      "/sessionToken: authorizeWithPost par authorizeCustomASWithPost parCustomAS",
      "/settings/token: createLogStream",
      "/subject_token: token tokenCustomAS",
      "/token: introspect revoke introspectCustomAS revokeCustomAS",
      "/verificationCode: verifyEmailOtp verifyPhoneChallenge",
      "/verify/nextPassCode: enrollFactor resendEnrollFactor",
      "/verify/passCode: enrollFactor resendEnrollFactor",
      "?code: verifyProvisioningConnectionForApplication",
      "?id_token_hint: logout logoutCustomAS",
      "?interclient_token: authorize authorizeCustomAS",
      "?request: authorize authorizeCustomAS",
      "?sessionToken: authorize authorizeCustomAS",
    ]
  `);
});

test('what was reviewed by hand is still there to be decided', () => {
  for (const { at } of moreSecrets) {
    expect(
      oktaCatalogue.operations.some((each) =>
        at.startsWith('?')
          ? secretParametersOf(each).includes(at.slice(1))
          : secretMembersOf(each).some((place) => place.endsWith(at)),
      ),
      at,
    ).toBe(true);
  }
  const secret = new Set(oktaCatalogue.operations.flatMap(secretMembersOf));
  expect(noSecrets.filter(({ at }) => secret.has(at))).toEqual([]);
});

test('a body has a start for each place that it must fill, and none of them is filled', () => {
  for (const each of oktaCatalogue.operations) {
    for (const pointer of secretMembersOf(each)) {
      const start = pointer
        .slice(1)
        .split('/')
        .reduce<unknown>(
          (value, step) =>
            typeof value === 'object' && value !== null
              ? (value as Readonly<Record<string, unknown>>)[step === '*' ? '0' : step]
              : undefined,
          each.body?.skeleton,
        );
      expect([undefined, '', 0], `${each.reference} ${pointer}`).toContain(
        JSON.stringify(start) === '{}' ? '' : start,
      );
    }
  }
});

test('a path leads to a secret through lists and maps', () => {
  const activate = operation('activatePreregistrationEnrollment');
  expect(isSecretMember(activate, ['credResponses', 3, 'credResponseJwe'])).toBe(true);
  expect(isSecretMember(activate, ['credResponses', 3])).toBe(false);
  expect(isSecretMember(operation('createEventHook'), ['channel', 'config', 'uri'])).toBe(false);
});

test('a member that the specification leaves to the sender is judged by its name', () => {
  const createUser = operation('createUser');
  expect(isSecretMember(createUser, ['profile', 'legacyPassword'])).toBe(true);
  expect(isSecretMember(createUser, ['profile', 'tokens', 2])).toBe(true);
  expect(isSecretMember(createUser, ['profile', 'passwordChanged'])).toBe(false);
  expect(isSecretMember(createUser, ['credentials', 'password'])).toBe(true);
});

test.each([
  'client_secret',
  'clientSecret',
  'CLIENT-SECRET',
  'secretKey',
  'providerAuthToken',
  'tokenSigningKey',
  'privateKey',
  'passCode',
  'newPassword',
  'sharedSecret',
  'apiKey',
  'api_key',
  'access_token',
  'refresh_tokens',
  'id_token_hint',
  'otp',
  'PIN',
  'Authorization',
])('%s is the name of a secret', (name) => {
  expect(isSecretName(name)).toBe(true);
});

test.each([
  '',
  'passwordPolicy',
  'tokenEndpoint',
  'token_type_hint',
  'secretId',
  'secretary',
  'apiTokenId',
  'keyId',
  'publicKey',
  'siteKey',
  'integrationKey',
  'countryCode',
  'passCodeLength',
  'passwordInfoTip',
  'authorizationServerId',
  'pinned',
  'spinner',
  'shipping',
])('%s is not', (name) => {
  expect(isSecretName(name)).toBe(false);
});
