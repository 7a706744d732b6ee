import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { importPKCS8, SignJWT } from 'jose';

import { algorithmOf, type Form } from '#snippets/form.ts';
import type { RequestValues } from '#snippets/values.ts';

import { type SecretEnvironment, variablesOf } from './case.ts';
import { readHttpFile, sendHttpMessage } from './httpFile.ts';
import { accessTokenIn } from './laneServer.ts';
import type { WrittenSnippet } from './manifest.ts';

/**
 * Sends the messages of an `.http` file in their order, as a person would: with a client assertion made
 * beforehand, and the access token of the first answer in the second message. It proves the messages, not the
 * signing.
 *
 * @param authority PEM of the certificate authority to trust
 * @throws Error when the file says something else than messages, or a message cannot be sent
 */
export async function sendHttpFile(
  { form, environment: names, text }: WrittenSnippet,
  values: RequestValues,
  environment: SecretEnvironment,
  authority: string,
): Promise<void> {
  const known: Record<string, string> = variablesOf(names, {
    ...environment,
    clientAssertion: await clientAssertion(form, values, environment),
  });
  const messages = readHttpFile(text, (name) => {
    const value = known[name];
    if (value === undefined) throw new Error(`There is no value for ${name}.`);
    return value;
  });
  for (const message of messages) {
    const { body } = await sendHttpMessage(message(), authority);
    const accessToken = accessTokenIn(body);
    if (accessToken !== undefined) known['OKTA_ACCESS_TOKEN'] = accessToken;
  }
}

async function clientAssertion(
  { keyType }: Form,
  { clientId, keyId, orgDomain }: RequestValues,
  { privateKeyFile }: SecretEnvironment,
): Promise<string> {
  if (keyType === null || privateKeyFile === undefined) return '';
  const algorithm = algorithmOf(keyType);
  return new SignJWT()
    .setProtectedHeader({ alg: algorithm, kid: keyId })
    .setAudience(`https://${orgDomain}/oauth2/v1/token`)
    .setIssuer(clientId)
    .setSubject(clientId)
    .setJti(randomUUID())
    .setExpirationTime('5 minutes')
    .sign(await importPKCS8(readFileSync(privateKeyFile, 'utf8'), algorithm));
}
