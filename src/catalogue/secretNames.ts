/**
 * Names that say of themselves that a secret stands under them, written as one word in small letters
 * (`client_secret` and `clientSecret` are `clientsecret`). The end decides: a `token_endpoint`, a `passwordPolicy`
 * and a `secretId` hold none.
 */
const secretNames =
  /(?:secret|password|passwd|passphrase|passcode|passcodes|secretkey|privatekey|signingkey|sharedkey|apikey|accesskey|aeskey|encryptionkey|token|tokenhint|otp|otpcode|verificationcode|codeverifier|clientassertion|cookie|authorization|authorizationheader)s?$|^(?:pwd|pin|assertion)$/;

/** Whether a member of a body, a parameter or a header holds a secret by its name alone. */
export function isSecretName(name: string): boolean {
  return secretNames.test(name.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
}
