import type { ApiId, Catalogue, CatalogueOperation } from './operation.ts';
import { wordsOfName } from './words.ts';

/** Words that keep their capitals in a title. */
const writings: Readonly<Record<string, string>> = {
  aaguid: 'AAGUID',
  aaguids: 'AAGUIDs',
  api: 'API',
  captcha: 'CAPTCHA',
  csr: 'CSR',
  csrs: 'CSRs',
  dr: 'DR',
  id: 'ID',
  idp: 'IdP',
  iam: 'IAM',
  json: 'JSON',
  jwk: 'JWK',
  jwks: 'JWKS',
  oauth: 'OAuth',
  oauth2: 'OAuth2',
  okta: 'Okta',
  oin: 'OIN',
  oob: 'OOB',
  openid: 'OpenID',
  otp: 'OTP',
  par: 'PAR',
  pin: 'PIN',
  rp: 'RP',
  saml: 'SAML',
  sms: 'SMS',
  ssf: 'SSF',
  sso: 'SSO',
  tac: 'TAC',
  ui: 'UI',
  uri: 'URI',
  uris: 'URIs',
  url: 'URL',
  v2: 'V2',
  webauthn: 'WebAuthn',
};

/** Words that belong together although the name splits them. */
const joined: readonly (readonly [RegExp, string])[] = [
  [/\bweb authn\b/gi, 'webauthn'],
  [/\bapp s\b/gi, 'apps'],
  [/\boauth 2\b/gi, 'oauth2'],
  [/\bid p\b/gi, 'idp'],
  // Elsewhere, “as” is a word.
  [/\bcustom as\b/g, 'custom AS'],
];

/** The title of an operation, made from its id: `List groups` for `listGroups`. */
export function operationTitle({ id }: CatalogueOperation): string {
  return titleOf(id);
}

function titleOf(name: string): string {
  const spaced = joined.reduce(
    (text, [pattern, word]) => text.replaceAll(pattern, word),
    wordsOfName(name).join(' ').toLowerCase(),
  );
  const title = spaced
    .split(' ')
    .map((word) => (Object.hasOwn(writings, word) ? (writings[word] ?? word) : word))
    .join(' ');
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/**
 * The title of a tag: the specification's own, or else one made from its name. A name with spaces
 * stays as it is.
 */
export function tagTitle({ sources }: Catalogue, api: ApiId, tag: string): string {
  const name = sources.find((source) => source.api === api)?.tagNames[tag];
  if (name !== undefined) return name;
  return tag.includes(' ') || /^[A-Z0-9]+$/.test(tag) ? tag : titleOf(tag);
}
