import { certainSecretLike } from '#snippets/secretLike.ts';

/** Stands in for a secret that was cut out. */
const cut = '…';

/** A whole key, or what was pasted of one. */
const pem = /-----BEGIN [A-Z0-9 ]{1,40}-----[^]*?(?:-----END [A-Z0-9 ]{1,40}-----|$)/g;

/** `Authorization: SSWS 00…`, and the same in the form that a library prints. */
const credentials = /\b(SSWS|Bearer|Basic|DPoP)(["']?[\s:=+]+["']?)([A-Za-z0-9+/=._~-]{8,})/gi;

const jwt = /\beyJ[A-Za-z0-9_=-]*(?:\.[A-Za-z0-9_=-]*){0,2}/g;

/** The name of a header or a member that only its owner may read, with its value. */
const named =
  /((?:client_?secret|client_?assertion|api_?token|api_?key|access_?token|refresh_?token|id_?token|password|passwd|private_?key|cookie|x-api-key)["']?\s*[:=]\s*)(?:"[^"\n]*"?|'[^'\n]*'?|[^\s&,;"']+)/gi;

const cookieLine = /^([<>*\s]*(?:set-)?cookie\s*:).*$/gim;

const userInAddress = /(:\/\/)[^/\s@]{1,300}@/g;

/**
 * An API token begins like this; other runs of this length without a blank are not words either.
 */
const longRun = /(?<![A-Za-z0-9_-])(?:00[A-Za-z0-9_-]{30,}|[A-Za-z0-9_+/=-]{40,})/g;

/** Letters between underscores, slashes and hyphens: the name of an error, a path, a class. */
const isWords = (run: string): boolean =>
  run.split(/[_/+=-]+/).every((piece) => /^[A-Za-z]{0,24}\d{0,3}$/.test(piece));

/** The path of a call; its ids are not secrets: `/api/v1/groups/00g1emaKYZTWRYYRRTSK/users`. */
const isApiPath = (run: string): boolean =>
  apiPath.test(run) && run.split('/').every((part) => isWords(part) || oktaId.test(part));

const apiPath =
  /^[A-Za-z]{0,24}\/{1,2}(?:api|oauth2|governance|idp|integrations|privileged-access)\//;
const oktaId = /^[a-z0-9]{3}[A-Za-z0-9]{15,17}$/;

/**
 * Removes the secrets from a text: keys, tokens, credentials in headers, cookies, values whose
 * names say that they are secret, and long random runs. A line that still looks like a secret is
 * removed as a whole.
 */
export function withoutSecrets(text: string): string {
  return text
    .replaceAll(pem, cut)
    .replaceAll(cookieLine, `$1 ${cut}`)
    .replaceAll(userInAddress, `$1${cut}@`)
    .replaceAll(credentials, (whole, scheme: string, between: string, value: string) =>
      scheme.toUpperCase() !== 'SSWS' && /^[A-Z]?[a-z]+[.]?$/.test(value)
        ? whole
        : `${scheme}${between}${cut}`,
    )
    .replaceAll(jwt, cut)
    .replaceAll(named, `$1${cut}`)
    .replaceAll(longRun, (run) => (isWords(run) || isApiPath(run) ? run : cut))
    .split('\n')
    .map((line) => (line.length > 12 && certainSecretLike(line) !== undefined ? cut : line))
    .join('\n');
}
