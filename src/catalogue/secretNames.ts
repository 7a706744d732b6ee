/**
 * Names that show that their value is a secret, written as one word in lower case (`client_secret`
 * and `clientSecret` are `clientsecret`). The end decides: a `token_endpoint`, a `passwordPolicy`
 * and a `secretId` contain none.
 */
const secretNames =
  /(?:secret|password|passwd|passphrase|passcode|secretkey|privatekey|signingkey|sharedkey|apikey|accesskey|aeskey|encryptionkey|token|tokenhint|otp|otpcode|verificationcode|codeverifier|clientassertion|cookie|authorization|authorizationheader)s?$/;

/** The same for whole names: an `answer` is one to a security question. */
const wholeSecretNames = /^(?:answer|assertion|pin|privateid|pwd)$/;

/**
 * In an address these are secrets as well: a `code` gets tokens. In a body, it may be a country's.
 */
const secretParameterNames = /^(?:code|sid)$/;

const asOneWord = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** Whether the name of a body member, a parameter or a header shows that it contains a secret. */
export function isSecretName(name: string): boolean {
  const word = asOneWord(name);
  return secretNames.test(word) || wholeSecretNames.test(word);
}

/** Whether the name of a parameter in an address shows that it contains a secret. */
export function isSecretParameterName(name: string): boolean {
  return isSecretName(name) || secretParameterNames.test(asOneWord(name));
}

/** Whether the `value` within a member of this name is a secret: `password`, and the `authScheme` of a hook. */
export function isSecretHolderName(name: string): boolean {
  const word = asOneWord(name);
  return secretNames.test(word) || word === 'authscheme';
}
