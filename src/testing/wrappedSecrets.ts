import * as fc from 'fast-check';

import { unicodeEscape } from '#snippets/invisibleCharacters.ts';

import { randomText } from './randomSamples.ts';

/** Text as base64. */
const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const base64url = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');

export interface SampleSecret {
  readonly text: string;
  /** Whether it is one even with a blank or a strange letter within. */
  readonly tears: boolean;
}

const whole = (text: string): SampleSecret => ({ text, tears: false });
const torn = (text: string): SampleSecret => ({ text, tears: true });

const jwtOf = ([payload, signature]: readonly [string, string]): string =>
  [
    base64url(JSON.stringify({ alg: 'RS256', kid: payload.slice(0, 8) })),
    base64url(JSON.stringify({ iss: '0oaexampleclientid00', jti: payload })),
    signature,
  ].join('.');

/** Names under which any text is a secret. */
export const secretMemberNames = [
  'client_secret',
  'clientSecret',
  'password',
  'passCode',
  'secretKey',
  'providerAuthToken',
  'tokenSigningKey',
  'privateKey',
  'sharedSecret',
  'apiKey',
  'refresh_token',
] as const;

const passwords = fc.constantFrom('hunter2', 'Correct-Horse-9', 'swordfish', '5f4dcc3b5aa765d6');

/** Secrets of every kind, by what they are. */
export const secrets = {
  'an API token': randomText(40).map((rest) => torn(`00${rest}`)),
  'an API token with its scheme': randomText(40).map((rest) => torn(`SSWS 00${rest}`)),
  'a JWT': fc.tuple(randomText(20), randomText(43)).map((parts) => torn(jwtOf(parts))),
  'a JWT as header': fc
    .tuple(randomText(20), randomText(86))
    .map((parts) => torn(`Authorization: Bearer ${jwtOf(parts)}`)),
  'an opaque access token': randomText(32).map((text) => whole(`Bearer ${text}`)),
  'a client id and secret': randomText(64).map((text) =>
    whole(`Basic ${base64(`0oaexampleclientid00:${text}`)}`),
  ),
  'a private key as PEM': fc
    .tuple(
      fc.constantFrom('PRIVATE KEY', 'RSA PRIVATE KEY', 'ENCRYPTED PRIVATE KEY'),
      randomText(200),
    )
    .map(([kind, text]) => whole(`-----BEGIN ${kind}-----\nMII${text}\n-----END ${kind}-----\n`)),
  'a private key as DER': fc
    .tuple(
      fc.constantFrom(
        'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC',
        'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0w',
        'MIIEowIBAAKCAQEA',
        'MC4CAQAwBQYDK2VwBCIEI',
      ),
      randomText(43, 'base64'),
    )
    .map(([start, text]) => whole(start + text)),
  'a private JWK': fc
    .tuple(randomText(43), fc.constantFrom('', ' '))
    .map(([text, blank]) => whole(`{"kty":${blank}"EC","crv":"P-256","d":${blank}"${text}"}`)),
  'a member named as one': fc
    .tuple(fc.constantFrom(...secretMemberNames), passwords)
    .map(([name, value]) => whole(JSON.stringify({ status: 'ACTIVE', [name]: value }))),
  'a parameter named as one': fc
    .tuple(fc.constantFrom(...secretMemberNames), passwords)
    .map(([name, value]) => whole(`https://example.com/?a=1&${name}=${value}`)),
} as const;

interface Wrapping {
  /** For the report of a failure. */
  readonly name: string;
  readonly wrap: (text: string) => string;
  /** It puts something into the middle of the secret. */
  readonly isTear: boolean;
}

const everyByte = (text: string): string =>
  Array.from(Buffer.from(text, 'utf8'), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(
    '',
  );
const between = (text: string, inserted: string): string =>
  text.slice(0, text.length - 20) + inserted + text.slice(text.length - 20);

/** What is done to a secret before it is typed, pasted or put into a link. */
const covers: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  'percent encoding': encodeURIComponent,
  'percent encoding of all': everyByte,
  'percent encoding twice': (text) => encodeURIComponent(everyByte(text)),
  'plus for blanks': (text) => text.replaceAll(' ', '+'),
  'escapes of JSON': unicodeEscape,
  'character references': (text) => Array.from(text, (each) => `&#${each.charCodeAt(0)};`).join(''),
  'hexadecimal references': (text) =>
    Array.from(text, (each) => `&#x${each.charCodeAt(0).toString(16)};`).join(''),
  'references for quotation marks': (text) =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
  'a JSON text': (text) => JSON.stringify(text),
  'JSON in JSON': (text) => JSON.stringify({ note: JSON.stringify({ inner: text }) }),
  base64,
  base64url,
  'a sentence': (text) => `Take ${text} and go.`,
  'a parameter of a link': (text) =>
    `https://example.com/callback?state=1&data=${encodeURIComponent(text)}#end`,
  'invisible characters': (text) => Array.from(text).join('\u200b'),
  'invisible letters': (text) => Array.from(text).join('\u3164'),
  'full-width letters': (text) =>
    text.replaceAll(/[!-~]/g, (each) => String.fromCodePoint(each.charCodeAt(0) + 0xfee0)),
};

const tears: Readonly<Record<string, (text: string) => string>> = {
  'a blank': (text) => between(text, ' '),
  'a line end': (text) => between(text, '\n'),
  'two blanks': (text) => between(text, '\u00a0\u2003'),
  'a strange letter': (text) => between(text, 'é'),
  'a letter more': (text) => between(text, 'x'),
};

const cover = fc.constantFrom(...Object.entries(covers));

/** One or two covers, over a tear or not. */
export const wrappings: fc.Arbitrary<Wrapping> = fc
  .tuple(
    cover,
    cover,
    fc.option(fc.constantFrom(...Object.entries(tears)), { freq: 2, nil: undefined }),
  )
  .map(([[outerName, outer], [innerName, inner], tear]) => ({
    name: `${outerName} of ${innerName} of ${tear?.[0] ?? 'the secret'}`,
    isTear: tear !== undefined,
    wrap: (text) => outer(inner(tear === undefined ? text : tear[1](text))),
  }));
