import { javascriptString } from '../encoders/javascriptString.ts';
import { unicodeEscape } from '../invisibleCharacters.ts';
import { needsPkcs8 } from '../privateKeyAdvice.ts';
import type { OktaRequest } from '../request.ts';

/** The variable from which a collection's scripts take the private key. No file holds its value. */
export const privateKeyVariable = 'OKTA_PRIVATE_KEY';

/** What that variable holds, in words for a description. */
export const privateKeyHolds =
  'the text of your private key (PKCS#8 PEM, unencrypted), RSA or EC on P-256';

/** What a script puts where a request needs it; they last as long as that request. */
export const madeByScript = {
  assertion: 'OKTA_CLIENT_ASSERTION',
  boundToken: 'OKTA_DPOP_ACCESS_TOKEN',
  proof: 'OKTA_DPOP_PROOF',
} as const;

/** The scripts that sign for a service app, as lines. */
export interface SigningScripts {
  /** Before the token request: makes the client assertion. */
  readonly assertion: readonly string[];
  /** Before the request with DPoP: gets a token that is bound to a new key, and makes the proof. */
  readonly dpop: readonly string[];
}

/**
 * Writes a typed value as a JavaScript literal for a script of a collection, with every character but the plainest as
 * an escape: what these tools do to a script before they run it (Bruno takes its comments out) must change nothing in
 * it, and `{{` begins a variable wherever it stands.
 */
function typedLiteral(value: string): string {
  const units = Array.from({ length: value.length }, (_, index) => value.charAt(index));
  return `'${units.map((unit) => (/[\w.:/ -]/.test(unit) ? unit : unicodeEscape(unit))).join('')}'`;
}

/** The constants of both tools' scripts. */
function constants(request: OktaRequest, names: readonly (keyof ScriptValues)[]) {
  const values: ScriptValues = {
    tokenUrl: request.tokenUrl,
    clientId: request.clientId,
    keyId: request.keyId,
    scope: request.scope,
    apiUrl: request.apiUrlWithoutQuery,
  };
  return names.map((name) => `const ${name} = ${typedLiteral(values[name])};`);
}

interface ScriptValues {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly keyId: string;
  readonly scope: string;
  readonly apiUrl: string;
}

/** What a script says of a key that it cannot use, behind what it found. */
const remedy = javascriptString(`, ${needsPkcs8}`);
const wrongKind = javascriptString(
  `${privateKeyVariable} contains a key that is neither RSA nor EC on P-256. Okta accepts both of those: see the set-up.`,
);
const missing = javascriptString(
  `${privateKeyVariable} has no value. Set it to the text of your private key (PKCS#8 PEM, unencrypted).`,
);

const assertionType = javascriptString('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');

/** The form of a token request, in either tool. */
function tokenForm(assertion: string): readonly string[] {
  return [
    '  const form = {',
    "    grant_type: 'client_credentials',",
    '    scope,',
    `    client_assertion_type: ${assertionType},`,
    `    client_assertion: ${assertion},`,
    '  };',
  ];
}

/**
 * Writes the scripts for Postman. They use the Web Crypto API and `await`, which Postman’s sandbox has from version
 * 6 (of 2025) on; for older ones see {@link postmanSandboxCheck}.
 */
export function postmanScripts(request: OktaRequest): SigningScripts {
  return {
    assertion: [
      '// Signs a new client assertion for this request. The private key stays in its variable.',
      ...constants(request, ['tokenUrl', 'clientId', 'keyId']),
      '',
      ...postmanSigning,
      '',
      `pm.variables.set('${madeByScript.assertion}', await clientAssertion(await privateKey()));`,
    ],
    dpop: [
      '// Gets an access token that is bound to a new key, then proves that key for this request (RFC 9449).',
      '// The new key is discarded with the script; no variable holds it.',
      ...constants(request, ['tokenUrl', 'clientId', 'keyId', 'scope', 'apiUrl']),
      '',
      ...postmanSigning,
      '',
      'const key = await privateKey();',
      "const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);",
      "const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);",
      '',
      'function dpopProof(claims) {',
      "  const header = { typ: 'dpop+jwt', jwk: { kty, crv, x, y } };",
      '  const issued = { jti: crypto.randomUUID(), iat: Math.floor(Date.now() / 1000) };',
      '  return signed(pair.privateKey, header, { ...issued, ...claims });',
      '}',
      '',
      '// Every attempt needs a fresh assertion and a fresh proof: the server accepts each only once.',
      'async function askForToken(claims) {',
      ...tokenForm('await clientAssertion(key)'),
      '  return pm.sendRequest({',
      '    url: tokenUrl,',
      "    method: 'POST',",
      '    header: {',
      "      Accept: 'application/json',",
      "      'Content-Type': 'application/x-www-form-urlencoded',",
      "      DPoP: await dpopProof({ htm: 'POST', htu: tokenUrl, ...claims }),",
      '    },',
      "    body: { mode: 'urlencoded', urlencoded: Object.entries(form).map(([key, value]) => ({ key, value })) },",
      '  });',
      '}',
      '',
      '// Once a request is answered, Postman waits for timers only.',
      'const waiting = setTimeout(() => {}, 60_000);',
      'try {',
      '  let answer = await askForToken({});',
      "  if (answer.code === 400 && answer.text().includes('use_dpop_nonce')) {",
      "    answer = await askForToken({ nonce: answer.headers.get('dpop-nonce') });",
      '  }',
      '  if (answer.code !== 200) stop(`No access token: ${answer.code} ${answer.text()}`);',
      '  const token = answer.json().access_token;',
      "  const ath = encoded(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)));",
      `  pm.variables.set('${madeByScript.boundToken}', token);`,
      `  pm.variables.set('${madeByScript.proof}', await dpopProof({ htm: ${typedLiteral(request.method)}, htu: apiUrl, ath }));`,
      '} finally {',
      '  clearTimeout(waiting);',
      '}',
    ],
  };
}

const postmanSigning: readonly string[] = [
  '// Ends the script, and sends nothing.',
  'function stop(why) {',
  `  pm.test('${privateKeyVariable} can sign', () => {`,
  '    throw new Error(why);',
  '  });',
  '  pm.execution.skipRequest();',
  '  throw new Error(why);',
  '}',
  '',
  'function encoded(bytes) {',
  '  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)));',
  "  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');",
  '}',
  '',
  'async function signed(key, header, claims) {',
  "  const alg = key.algorithm.name === 'ECDSA' ? 'ES256' : 'RS256';",
  '  const parts = [{ ...header, alg }, claims].map((part) => encoded(new TextEncoder().encode(JSON.stringify(part))));',
  "  const text = parts.join('.');",
  "  const algorithm = { name: key.algorithm.name, hash: 'SHA-256' };",
  '  return `${text}.${encoded(await crypto.subtle.sign(algorithm, key, new TextEncoder().encode(text)))}`;',
  '}',
  '',
  'async function privateKey() {',
  `  const text = pm.variables.get('${privateKeyVariable}') ?? '';`,
  `  if (text.trim() === '') stop(${missing});`,
  "  const found = text.match(/-----BEGIN ([^-]+)-----/)?.[1] ?? 'no PEM';",
  `  if (found !== 'PRIVATE KEY') stop(\`${privateKeyVariable} holds \${found}\` + ${remedy});`,
  '  let bytes;',
  '  try {',
  String.raw`    const base64 = text.replace(/-----[^-]+-----/g, '').replace(/\\r|\\n|[^A-Za-z0-9+/=]/g, '');`,
  '    bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));',
  '  } catch {',
  `    stop('${privateKeyVariable} contains a damaged PEM' + ${remedy});`,
  '  }',
  "  for (const algorithm of [{ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, { name: 'ECDSA', namedCurve: 'P-256' }]) {",
  '    try {',
  "      return await crypto.subtle.importKey('pkcs8', bytes, algorithm, false, ['sign']);",
  '    } catch {',
  '      // Perhaps it is of the other kind.',
  '    }',
  '  }',
  `  return stop(${wrongKind});`,
  '}',
  '',
  'function clientAssertion(key) {',
  '  const times = { exp: Math.floor(Date.now() / 1000) + 300, jti: crypto.randomUUID() };',
  '  return signed(key, { kid: keyId }, { aud: tokenUrl, iss: clientId, sub: clientId, ...times });',
  '}',
];

/** The Postman runtime that newman is given, since its own (of 2024) cannot sign; see `postmanSandboxCheck`. */
export const runtimeForNewman = { 'postman-runtime': '7.56.1', 'postman-collection': '5.3.1' };

/**
 * Stands before every request of the collection, and is written so that old sandboxes read it: newman 6.2.2 comes with
 * one that has neither the Web Crypto API nor `await`.
 */
export const postmanSandboxCheck: readonly string[] = [
  "if (typeof crypto === 'undefined' || !crypto.subtle) {",
  "  pm.test('This version can sign', () => {",
  `    throw new Error(${javascriptString(
    `Its sandbox has no Web Crypto API. Use Postman of 2025 or newer, or the Postman CLI (npm package postman-cli). For newman 6.2.2, put "overrides": ${JSON.stringify(runtimeForNewman)} into its package.json.`,
  )});`,
  '  });',
  '  pm.execution.skipRequest();',
  '}',
];

/**
 * Writes the scripts for Bruno. The assertion is signed by `jsonwebtoken`, which Bruno brings, in both of its modes.
 * Proofs need a new key pair, and only Developer Mode can make one.
 */
export function brunoScripts(typed: OktaRequest): SigningScripts {
  const request = { ...typed, keyId: utf8Units(typed.keyId) };
  return {
    assertion: [
      '// Signs a new client assertion for this request. The private key stays in its variable.',
      ...constants(request, ['tokenUrl', 'clientId', 'keyId']),
      '',
      ...brunoSigning,
      '',
      `bru.setVar('${madeByScript.assertion}', clientAssertion(privateKey()));`,
    ],
    dpop: [
      '// Gets an access token that is bound to a new key, then proves that key for this request (RFC 9449).',
      '// The new key is discarded with the script; no variable holds it.',
      'if (bru.isSafeMode()) {',
      "  throw new Error('DPoP needs a new key pair, and Bruno makes one in Developer Mode only. Choose it for this collection, or --sandbox=developer on the command line.');",
      '}',
      ...constants(request, ['tokenUrl', 'clientId', 'keyId', 'scope', 'apiUrl']),
      '',
      ...brunoSigning,
      '',
      "const { createHash, generateKeyPairSync } = require('crypto');",
      "const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });",
      "const jwk = pair.publicKey.export({ format: 'jwk' });",
      "const proofKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' });",
      'const key = privateKey();',
      '',
      'function dpopProof(claims) {',
      "  const header = { typ: 'dpop+jwt', jwk };",
      "  return jwt.sign({ jti: uuid.v4(), ...claims }, proofKey, { algorithm: 'ES256', header });",
      '}',
      '',
      '// Every attempt needs a fresh assertion and a fresh proof: the server accepts each only once.',
      'async function askForToken(claims) {',
      ...tokenForm('clientAssertion(key)'),
      '  const pairs = Object.entries(form).map((pair) => pair.map(encodeURIComponent).join(`=`));',
      '  try {',
      '    return await bru.sendRequest({',
      '      url: tokenUrl,',
      "      method: 'POST',",
      '      headers: {',
      "        Accept: 'application/json',",
      "        'Content-Type': 'application/x-www-form-urlencoded',",
      "        DPoP: dpopProof({ htm: 'POST', htu: tokenUrl, ...claims }),",
      '      },',
      "      data: pairs.join('&'),",
      '    });',
      '  } catch (error) {',
      '    if (error.response) return error.response;',
      '    throw error;',
      '  }',
      '}',
      '',
      'let answer = await askForToken({});',
      "if (answer.status === 400 && JSON.stringify(answer.data).includes('use_dpop_nonce')) {",
      "  answer = await askForToken({ nonce: answer.headers['dpop-nonce'] });",
      '}',
      'if (answer.status !== 200) {',
      "  throw new Error('No access token: ' + answer.status + ' ' + JSON.stringify(answer.data));",
      '}',
      'const token = answer.data.access_token;',
      "const ath = createHash('sha256').update(token).digest('base64url');",
      `bru.setVar('${madeByScript.boundToken}', token);`,
      `bru.setVar('${madeByScript.proof}', dpopProof({ htm: ${typedLiteral(request.method)}, htu: apiUrl, ath }));`,
    ],
  };
}

/** Gives a text with one character for each byte of its UTF-8. */
function utf8Units(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\uFFFD')).replaceAll(
    /%([0-9A-F]{2})/g,
    (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

const brunoSigning: readonly string[] = [
  "const jwt = require('jsonwebtoken');",
  "const uuid = require('uuid');",
  '',
  'function privateKey() {',
  `  const text = bru.getEnvVar('${privateKeyVariable}') || bru.getProcessEnv('${privateKeyVariable}') || '';`,
  `  if (text.trim() === '') throw new Error(${missing});`,
  "  const parts = text.split('-----');",
  "  const begin = parts.findIndex((part) => part.startsWith('BEGIN '));",
  "  const found = begin === -1 ? 'no PEM' : parts[begin].slice('BEGIN '.length);",
  `  if (found !== 'PRIVATE KEY') throw new Error('${privateKeyVariable} holds ' + found + ${remedy});`,
  '  // A value may have lost its line ends, or hold them as \\r and \\n.',
  String.raw`  const base64 = ['\\r', '\\n', '\r', '\n', ' '].reduce((rest, end) => rest.split(end).join(''), parts[begin + 1]);`,
  '  const lines = [];',
  '  for (let at = 0; at < base64.length; at += 64) lines.push(base64.slice(at, at + 64));',
  String.raw`  return ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''].join('\n');`,
  '}',
  '',
  'function clientAssertion(key) {',
  '  const times = { exp: Math.floor(Date.now() / 1000) + 300, jti: uuid.v4() };',
  '  const claims = { aud: tokenUrl, iss: clientId, sub: clientId, ...times };',
  '  // The library writes each character of the key ID as one byte, so above it is written as UTF-8.',
  "  for (const algorithm of ['RS256', 'ES256']) {",
  '    try {',
  '      return jwt.sign(claims, key, { algorithm, keyid: keyId, noTimestamp: true });',
  '    } catch {',
  '      // Perhaps it is of the other kind.',
  '    }',
  '  }',
  `  throw new Error(${wrongKind});`,
  '}',
];
