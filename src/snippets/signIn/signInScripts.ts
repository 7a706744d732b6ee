import { type CodeBlock, textOfBlocks } from '../codeBlock.ts';
import {
  apiCall,
  authorization,
  basicCredentials,
  overLines,
  reason,
  tokenOf,
} from '../curl/command.ts';
import { base64url } from '../curl/signing.ts';
import { bashWord } from '../encoders/bashWord.ts';
import { oktaRequest } from '../request.ts';
import { basicUserName } from '../typedValues.ts';
import {
  type SignInApp,
  signInAddress,
  signInScope,
  signInUrls,
  type SignInValues,
} from './signInValues.ts';

/** The environment variables of these scripts, with what each holds. */
export const signInEnvironment = {
  OKTA_CLIENT_SECRET: 'the client secret of the web app',
  OKTA_REFRESH_TOKEN_FILE: 'the path of the file that keeps the refresh token',
} as const;

export type SignInVariable = keyof typeof signInEnvironment;

/** The environment variables that the scripts of an app read. */
export function variablesOf(app: SignInApp): readonly SignInVariable[] {
  return app === 'web'
    ? ['OKTA_CLIENT_SECRET', 'OKTA_REFRESH_TOKEN_FILE']
    : ['OKTA_REFRESH_TOKEN_FILE'];
}

/** Authorization code with PKCE: a person signs in at a browser, and the code that comes back gives the tokens. */
export function codeScript(app: SignInApp, values: SignInValues): string {
  return textOfBlocks([
    head(app),
    variables({
      sign_in_url: signInAddress(values),
      token_url: oktaRequest(values).tokenUrl,
      api_url: oktaRequest(values).apiUrl,
      client_id: namedAs(app, values),
      redirect_uri: values.redirectUri,
    }),
    base64url,
    [
      '# New for each sign-in. The browser carries the hash of the verifier; the verifier stays here.',
      'verifier=$(openssl rand 32 | base64url)',
      'challenge=$(printf %s "$verifier" | openssl dgst -sha256 -binary | base64url)',
      'state=$(openssl rand -hex 16)',
    ],
    [
      "echo 'Open this address in a browser and sign in:' >&2",
      'printf \'%s\\n\' "$sign_in_url&code_challenge=$challenge&state=$state" >&2',
      "echo 'Then paste the address at which the browser ends:' >&2",
      'IFS= read -r address',
    ],
    [
      '# parameter <name>: its value in that address, still percent-encoded',
      'parameter() { sed -nE "s/^[^?]*[?]([^#]*&)?$1=([^&#]*).*/\\2/p" <<<"$address"; }',
      'if [[ $(parameter state) != "$state" ]]; then',
      "  echo 'This address belongs to another sign-in: the state is not the same.' >&2",
      '  exit 1',
      'fi',
      'code=$(parameter code)',
      'if [[ -z $code ]]; then',
      '  printf \'This address has no code: %s\\n\' "$address" >&2',
      '  exit 1',
      'fi',
    ],
    tokens(app, [
      '--data grant_type=authorization_code',
      ...clientParameters(app),
      '--data-urlencode "redirect_uri=$redirect_uri"',
      '--data @<(printf \'code=%s\' "$code")',
      '--data @<(printf \'code_verifier=%s\' "$verifier")',
    ]),
    keepRefreshToken,
    groups(values),
  ]);
}

/** Device authorization: the person signs in on whatever device has a browser, and the script asks until that is done. */
export function deviceScript(values: SignInValues): string {
  return textOfBlocks([
    head('native'),
    variables({
      device_url: signInUrls(values).deviceAuthorize,
      token_url: oktaRequest(values).tokenUrl,
      api_url: oktaRequest(values).apiUrl,
      client_id: values.clientId,
      scope: signInScope(values),
    }),
    [
      ...overLines(
        'device=$(curl --silent --show-error --fail-with-body "$device_url"',
        [
          "--header 'Accept: application/json'",
          ...clientParameters('native'),
          '--data-urlencode "scope=$scope"',
        ],
        ') || {',
      ),
      '  printf \'%s\\n\' "$device" >&2',
      '  exit 1',
      '}',
      'jq -r \'"Open \\(.verification_uri_complete // .verification_uri)",',
      '  "and sign in there if it shows the code \\(.user_code)."\' <<<"$device" >&2',
      'device_code=$(jq -er .device_code <<<"$device")',
      'interval=$(jq -r \'.interval // 5\' <<<"$device")',
    ],
    [
      '# Nobody has signed in yet: ask again, not faster than the server says.',
      'while true; do',
      '  sleep "$interval"',
      ...overLines(
        '  response=$(curl --silent --show-error "$token_url"',
        [
          "  --header 'Accept: application/json'",
          '  --data grant_type=urn:ietf:params:oauth:grant-type:device_code',
          ...clientParameters('native').map((parameter) => `  ${parameter}`),
          '  --data-urlencode device_code@<(printf %s "$device_code")',
        ],
        ')',
      ),
      '  case $(jq -r \'.error // "none"\' <<<"$response") in',
      '    none) break ;;',
      '    authorization_pending) ;;',
      '    slow_down) interval=$((interval + 5)) ;;',
      '    *)',
      '      printf \'%s\\n\' "$response" >&2',
      '      exit 1',
      '      ;;',
      '  esac',
      'done',
      'access_token=$(jq -er .access_token <<<"$response")',
    ],
    keepRefreshToken,
    groups(values),
  ]);
}

/** The refresh token of an earlier sign-in gives a new access token, and nobody has to be there. */
export function renewalScript(app: SignInApp, values: SignInValues): string {
  return textOfBlocks([
    head(app),
    variables({
      token_url: oktaRequest(values).tokenUrl,
      api_url: oktaRequest(values).apiUrl,
      client_id: namedAs(app, values),
      scope: signInScope(values),
    }),
    ['refresh_token=$(<"$OKTA_REFRESH_TOKEN_FILE")'],
    tokens(app, [
      '--data grant_type=refresh_token',
      ...clientParameters(app),
      '--data-urlencode "scope=$scope"',
      '--data-urlencode refresh_token@<(printf %s "$refresh_token")',
    ]),
    [
      '# The app may be set to rotate refresh tokens: the one that comes back is the next to use.',
    ].concat(keepRefreshToken.slice(1)),
    groups(values),
  ]);
}

function head(app: SignInApp): CodeBlock {
  return [
    '#!/usr/bin/env bash',
    'set -euo pipefail',
    ...variablesOf(app).map(
      // bash itself puts the variable's name before the message.
      (name) => `: "\${${name}:?Set it to ${signInEnvironment[name]}.}"`,
    ),
  ];
}

function variables(values: Readonly<Record<string, string>>): CodeBlock {
  return Object.entries(values).map(([name, value]) => `${name}=${bashWord(value)}`);
}

/** The client ID as the token request carries it: HTTP Basic wants it form-encoded. */
const namedAs = (app: SignInApp, values: SignInValues): string =>
  app === 'web' ? basicUserName(values) : values.clientId;

/** An app without a secret names itself in the form; one with a secret does so in its Basic header. */
function clientParameters(app: SignInApp): readonly string[] {
  return app === 'web' ? [] : ['--data-urlencode "client_id=$client_id"'];
}

function tokens(app: SignInApp, parameters: readonly string[]): CodeBlock {
  return app === 'web'
    ? [
        basicCredentials,
        ...tokenOf([
          "--header 'Accept: application/json'",
          authorization('Basic', 'basic'),
          ...parameters,
        ]),
      ]
    : tokenOf(["--header 'Accept: application/json'", ...parameters]);
}

const keepRefreshToken: CodeBlock = [
  '# Whoever has the refresh token can act for this person: the file is for you alone.',
  'refresh_token=$(jq -er .refresh_token <<<"$response") || {',
  "  echo 'No refresh token came: does the app allow the grant type Refresh Token?' >&2",
  '  exit 1',
  '}',
  '(umask 077 && printf \'%s\\n\' "$refresh_token" >"$OKTA_REFRESH_TOKEN_FILE")',
];

function groups(values: SignInValues): CodeBlock {
  return apiCall(oktaRequest(values), '"$api_url"', [
    authorization('Bearer', 'access_token'),
    reason,
  ]);
}
