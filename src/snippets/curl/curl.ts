import { bashWord } from '../encoders/bashWord.ts';
import { type EnvironmentName, environmentVariables } from '../environment.ts';
import { algorithmOf, type Form, type KeyType } from '../form.ts';
import type { Language } from '../language.ts';
import type { OktaRequest } from '../request.ts';

/**
 * cURL in bash. Secrets reach curl through `@<(printf …)`, which the process list does not show: printf is
 * part of bash, so nothing with the secret in its arguments is ever started.
 */
export const curl: Language = {
  id: 'curl',
  label: 'cURL',
  extension: 'sh',
  syntax: 'bash',
  needs: 'bash, curl 7.76 or newer, jq, openssl and xxd',
  absence: () => null,
  note: () => null,
  command: (fileName) => `bash ${fileName}`,
  environment: (form) => [credentialOf(form)],
  render: (form, request) => {
    const body =
      form.method === 'serviceApp' ? serviceApp(form, request) : withSecret(form, request);
    return `${[...head(form), ...body].join('\n')}\n`;
  },
};

function credentialOf(form: Form): EnvironmentName {
  const names: Readonly<Record<Form['method'], EnvironmentName>> = {
    serviceApp: 'OKTA_PRIVATE_KEY_FILE',
    apiServiceIntegration: 'OKTA_CLIENT_SECRET',
    apiToken: 'OKTA_API_TOKEN',
  };
  return names[form.method];
}

function head(form: Form): readonly string[] {
  const name = credentialOf(form);
  return [
    '#!/usr/bin/env bash',
    'set -euo pipefail',
    `: "\${${name}:?Set it to ${environmentVariables[name].holds}.}"`,
    '',
  ];
}

function withSecret(form: Form, request: OktaRequest): readonly string[] {
  if (form.method === 'apiToken') {
    return apiCall(request, bashWord(request.apiUrl), authorization('SSWS', 'OKTA_API_TOKEN'));
  }
  return [
    `token_url=${bashWord(request.tokenUrl)}`,
    `api_url=${bashWord(request.apiUrl)}`,
    `client_id=${bashWord(request.clientId)}`,
    `scope=${bashWord(request.scope)}`,
    '',
    'basic=$(printf %s "$client_id:$OKTA_CLIENT_SECRET" | openssl base64 -A)',
    ...joined(
      'response=$(curl --silent --show-error "$token_url"',
      [
        authorization('Basic', 'basic'),
        '--data grant_type=client_credentials',
        '--data-urlencode "scope=$scope"',
      ],
      ')',
    ),
    ...accessToken,
    '',
    ...apiCall(request, '"$api_url"', authorization('Bearer', 'access_token')),
  ];
}

function serviceApp(form: Form, request: OktaRequest): readonly string[] {
  const keyType = form.keyType ?? 'RSA';
  const values = [
    `token_url=${bashWord(request.tokenUrl)}`,
    `api_url=${bashWord(request.apiUrl)}`,
    `client_id=${bashWord(request.clientId)}`,
    `key_id=${bashWord(request.keyId)}`,
    `scope=${bashWord(request.scope)}`,
    '',
    "base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }",
    '',
  ];
  return form.variant === 'dpop'
    ? [...values, ...dpopExchange(keyType, request)]
    : [...values, ...bearerExchange(keyType, request)];
}

function bearerExchange(keyType: KeyType, request: OktaRequest): readonly string[] {
  return [
    `header=$(${assertionHeader(keyType)})`,
    'claims=$(jq -nc --arg aud "$token_url" --arg id "$client_id" --arg jti "$(openssl rand -hex 16)" \\',
    `  ${assertionClaims})`,
    'input=$(printf %s "$header" | base64url).$(printf %s "$claims" | base64url)',
    ...derNote(keyType),
    `signature=$(printf %s "$input" | ${signature(keyType, 'OKTA_PRIVATE_KEY_FILE').join(' |\n  ')})`,
    '',
    ...joined(
      'response=$(curl --silent --show-error "$token_url"',
      [...tokenParameters('"$input.$signature"')],
      ')',
    ),
    ...accessToken,
    '',
    ...apiCall(request, '"$api_url"', authorization('Bearer', 'access_token')),
  ];
}

function dpopExchange(keyType: KeyType, request: OktaRequest): readonly string[] {
  return [
    '# jwt <private key file> <header> <claims>',
    ...derNote(keyType),
    'jwt() {',
    '  local input',
    '  input=$(printf %s "$2" | base64url).$(printf %s "$3" | base64url)',
    '  printf %s. "$input"',
    `  printf %s "$input" | ${signature(keyType, '1').join(' |\n    ')}`,
    '}',
    '',
    'client_assertion() {',
    '  jwt "$OKTA_PRIVATE_KEY_FILE" \\',
    `    "$(${assertionHeader(keyType)})" \\`,
    '    "$(jq -nc --arg aud "$token_url" --arg id "$client_id" --arg jti "$(openssl rand -hex 16)" \\',
    `      ${assertionClaims})"`,
    '}',
    '',
    '# dpop_proof <method> <URL without query> <further claims>',
    'dpop_proof() {',
    '  jwt "$work/dpop.pem" \\',
    `    "$(jq -nc --argjson jwk "$dpop_jwk" '{typ: "dpop+jwt", alg: "${algorithmOf(keyType)}", jwk: $jwk}')" \\`,
    '    "$(jq -nc --arg htm "$1" --arg htu "$2" --argjson more "$3" --arg jti "$(openssl rand -hex 16)" \\',
    "      '{htm: $htm, htu: $htu, jti: $jti, iat: (now | floor)} + $more')\"",
    '}',
    '',
    '# Every attempt takes a fresh assertion and a fresh proof: the server accepts each once.',
    '# request_token <further claims of the proof>',
    'request_token() {',
    '  assertion=$(client_assertion)',
    '  proof=$(dpop_proof POST "$token_url" "$1")',
    ...joined(
      '  response=$(curl --silent --show-error --dump-header "$work/headers" "$token_url"',
      [
        '  --header "DPoP: $proof"',
        ...tokenParameters('"$assertion"').map((parameter) => `  ${parameter}`),
      ],
      ')',
    ),
    '}',
    '',
    '# The key pair of the proofs is made for this run and thrown away after it.',
    'work=$(mktemp -d)',
    'trap \'rm -rf "$work"\' EXIT',
    ...dpopKey(keyType),
    '',
    "request_token '{}'",
    'if jq -e \'.error == "use_dpop_nonce"\' <<<"$response" >/dev/null; then',
    '  nonce=$(awk \'tolower($1) == "dpop-nonce:" { print $2 }\' "$work/headers" | tr -d \'\\r\')',
    '  request_token "$(jq -nc --arg nonce "$nonce" \'{nonce: $nonce}\')"',
    'fi',
    ...accessToken,
    '',
    'ath=$(printf %s "$access_token" | openssl dgst -sha256 -binary | base64url)',
    `proof=$(dpop_proof ${request.method} "\${api_url%%\\?*}" "{\\"ath\\": \\"$ath\\"}")`,
    ...apiCall(
      request,
      '"$api_url"',
      authorization('DPoP', 'access_token'),
      '--header "DPoP: $proof"',
    ),
  ];
}

function dpopKey(keyType: KeyType): readonly string[] {
  return keyType === 'RSA'
    ? [
        'openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$work/dpop.pem" 2>/dev/null',
        'modulus=$(openssl rsa -in "$work/dpop.pem" -noout -modulus | cut -d= -f2 | xxd -r -p | base64url)',
        'dpop_jwk=$(jq -nc --arg n "$modulus" \'{kty: "RSA", n: $n, e: "AQAB"}\')',
      ]
    : [
        'openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$work/dpop.pem"',
        'openssl pkey -in "$work/dpop.pem" -pubout -outform DER | tail -c 64 >"$work/point"',
        'dpop_jwk=$(jq -nc --arg x "$(head -c 32 "$work/point" | base64url)" \\',
        '  --arg y "$(tail -c 32 "$work/point" | base64url)" \'{kty: "EC", crv: "P-256", x: $x, y: $y}\')',
      ];
}

const assertionClaims = "'{aud: $aud, iss: $id, sub: $id, jti: $jti, exp: (now + 300 | floor)}'";

function assertionHeader(keyType: KeyType): string {
  return `jq -nc --arg kid "$key_id" '{alg: "${algorithmOf(keyType)}", kid: $kid}'`;
}

function derNote(keyType: KeyType): readonly string[] {
  return keyType === 'RSA'
    ? []
    : [
        '# openssl writes the two numbers of a signature in DER; a JWT takes them as 32 bytes each.',
      ];
}

/** The commands of the pipeline that signs its input. */
function signature(keyType: KeyType, keyFileVariable: string): readonly string[] {
  const sign = `openssl dgst -sha256 -sign "$${keyFileVariable}"`;
  return keyType === 'RSA'
    ? [`${sign} | base64url`]
    : [
        sign,
        "openssl asn1parse -inform DER | awk -F: '/INTEGER/ { printf \"%64s\", $NF }' | tr ' ' 0",
        'xxd -r -p | base64url',
      ];
}

function tokenParameters(assertion: string): readonly string[] {
  return [
    '--data grant_type=client_credentials',
    '--data-urlencode "scope=$scope"',
    '--data client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    `--data-urlencode client_assertion@<(printf %s ${assertion})`,
  ];
}

/** Takes the token out of the answer, or shows Okta's error and stops. */
const accessToken = [
  'access_token=$(jq -er .access_token <<<"$response") || { printf \'%s\\n\' "$response" >&2; exit 1; }',
];

function authorization(scheme: string, variable: string): string {
  return `--header @<(printf 'Authorization: ${scheme} %s' "$${variable}")`;
}

function apiCall(
  request: OktaRequest,
  url: string,
  ...headers: readonly string[]
): readonly string[] {
  const method = request.method === 'GET' ? '' : ` --request ${request.method}`;
  return joined(`curl --silent --show-error --fail-with-body${method} ${url}`, [
    "--header 'Accept: application/json'",
    ...headers,
    ...(request.body === null
      ? []
      : ["--header 'Content-Type: application/json'", `--data-raw ${bashWord(request.body)}`]),
  ]);
}

/** A command over several lines, its arguments indented. */
function joined(command: string, parameters: readonly string[], end = ''): readonly string[] {
  const all = [command, ...parameters.map((parameter) => `  ${parameter}`)];
  return all.map((line, index) => (index === all.length - 1 ? `${line}${end}` : `${line} \\`));
}
