import { type CodeBlock, indented } from '../codeBlock.ts';
import { bashWord } from '../encoders/bashWord.ts';
import { errorHints } from '../errorHints.ts';
import type { Form } from '../form.ts';
import type { OktaRequest } from '../request.ts';
import {
  apiParameters,
  assertionParameters,
  authorization,
  basicCredentials,
  basicParameters,
  methodOption,
  overLines,
} from './command.ts';
import {
  assertionFunctions,
  base64url,
  proofFunction,
  proofHeader,
  proofKeyPair,
  workFolder,
} from './signing.ts';
import { typedValues } from './typedValues.ts';

/**
 * What a program in use needs: the token kept, every page, the rate limit waited for, errors told apart.
 * Functions that set variables for others run in the shell itself, never in `$(…)`.
 */
export function everything(form: Form, request: OktaRequest): readonly CodeBlock[] {
  return [
    typedValues(form, request),
    workFolder,
    ...answerFunctions(form),
    ...(form.method === 'apiToken' ? [] : tokenFunctions(form)),
    callFunction(form, request),
    ...(request.method === 'GET' ? everyPage(form) : [callOnce(form, '"$api_url"')]),
  ];
}

/** `hint`, `header`, `fail`, `send` and `patiently`: about the last answer, and about asking again. */
function answerFunctions(form: Form): readonly CodeBlock[] {
  return [
    [
      '# hint <answer>: what to do about an error of Okta',
      'hint() {',
      '  case $1 in',
      ...errorHints(form).map(({ code, hint }) => `    *${code}*) echo ${bashWord(hint)} ;;`),
      '  esac',
      '}',
    ],
    [
      '# header <name in lower case>: its values in the last answer',
      'header() {',
      '  awk -F: -v name="$1" \'tolower($1) == name { sub(/^[^:]*: */, ""); sub(/\\r$/, ""); print }\' "$work/headers"',
      '}',
    ],
    [
      '# Ends the script with what Okta has answered last.',
      'fail() {',
      '  local challenge',
      '  challenge=$(header www-authenticate)',
      '  echo "HTTP status $status${challenge:+, WWW-Authenticate: $challenge}" >&2',
      '  printf \'%s\\n\' "$body" >&2',
      '  hint "$challenge $body" >&2',
      '  exit 1',
      '}',
    ],
    [
      '# send <arguments of curl>: makes a request, and sets status and body',
      'send() {',
      '  local answer',
      '  answer=$(curl --silent --show-error --globoff --dump-header "$work/headers" \\',
      '    --write-out \'\\n%{http_code}\' "$@")',
      '  status=${answer: -3}',
      '  body=${answer:0:-4}',
      '}',
    ],
    [
      '# patiently <function> <arguments>: waits for the reset of the rate limit, at most five times',
      'patiently() {',
      '  local seconds',
      '  "$@"',
      '  for _ in 1 2 3 4 5; do',
      '    if [[ $status != 429 ]]; then return; fi',
      '    seconds=$(header x-rate-limit-reset | awk -v now="$(date +%s)" \\',
      "      '{ wait = $1 - now } END { print (wait < 1 ? 1 : wait > 60 ? 60 : wait) }')",
      '    sleep "$seconds"',
      '    "$@"',
      '  done',
      '}',
    ],
  ];
}

function tokenFunctions(form: Form): readonly CodeBlock[] {
  const dpop = form.variant === 'dpop';
  const keyType = form.keyType ?? 'RSA';
  const serviceApp = form.method === 'serviceApp';
  return [
    ...(serviceApp ? [base64url, ...assertionFunctions(keyType)] : []),
    ...(dpop
      ? [
          [
            '# The key pair of the proofs is made for this run and thrown away after it.',
            ...proofKeyPair(keyType),
          ],
          proofFunction(keyType),
        ]
      : []),
    [
      ...(serviceApp
        ? [
            dpop
              ? '# Every attempt takes a fresh assertion and a fresh proof: the server accepts each once.'
              : '# Every attempt takes a fresh assertion: the server accepts each once.',
          ]
        : []),
      'request_token() {',
      ...indented(dpop ? requestWithProof : serviceApp ? requestWithAssertion : requestWithSecret),
      '}',
    ],
    ["access_token='' renew_at=0" + (dpop ? " nonce=''" : '')],
    [
      '# Asks for an access token, unless the last one is good for another minute.',
      'renew_access_token() {',
      '  if ((SECONDS < renew_at)); then return; fi',
      '  patiently request_token',
      ...(dpop
        ? ['  if [[ $body == *use_dpop_nonce* && -n $nonce ]]; then patiently request_token; fi']
        : []),
      '  if [[ $status != 200 ]]; then fail; fi',
      '  access_token=$(jq -er .access_token <<<"$body") || fail',
      '  renew_at=$(jq -er --argjson now "$SECONDS" \'$now + .expires_in - 60 | floor\' <<<"$body")',
      '}',
    ],
  ];
}

const requestWithSecret: CodeBlock = [
  'local basic',
  basicCredentials,
  ...overLines('send "$token_url"', basicParameters()),
];

const requestWithAssertion: CodeBlock = [
  'local assertion',
  'assertion=$(client_assertion)',
  ...overLines('send "$token_url"', assertionParameters('"$assertion"')),
];

const requestWithProof: CodeBlock = [
  'local assertion proof fresh_nonce',
  'assertion=$(client_assertion)',
  'proof=$(dpop_proof POST "$token_url" \\',
  '  "$(jq -nc --arg nonce "$nonce" \'if $nonce == "" then {} else {nonce: $nonce} end\')")',
  ...overLines('send "$token_url"', [proofHeader, ...assertionParameters('"$assertion"')]),
  'fresh_nonce=$(header dpop-nonce)',
  'nonce=${fresh_nonce:-$nonce}',
];

function callFunction(form: Form, request: OktaRequest): CodeBlock {
  const headers = {
    apiToken: [authorization('SSWS', 'OKTA_API_TOKEN')],
    bearer: [authorization('Bearer', 'access_token')],
    dpop: [authorization('DPoP', 'access_token'), proofHeader],
  }[form.method === 'apiToken' ? 'apiToken' : form.variant];
  return [
    '# call_api <URL>',
    'call_api() {',
    ...indented([
      ...(form.variant === 'dpop' ? ['local ath proof'] : []),
      ...(form.method === 'apiToken' ? [] : ['renew_access_token']),
      ...(form.variant === 'dpop'
        ? [
            'ath=$(printf %s "$access_token" | openssl dgst -sha256 -binary | base64url)',
            `proof=$(dpop_proof ${request.method} "\${1%%\\?*}" "{\\"ath\\": \\"$ath\\"}")`,
          ]
        : []),
      ...overLines(`send${methodOption(request.method)} "$1"`, apiParameters(request, headers)),
    ]),
    '}',
  ];
}

function callOnce(form: Form, url: string): CodeBlock {
  return [
    `patiently call_api ${url}`,
    ...(form.method === 'apiToken'
      ? []
      : [
          'if [[ $status == 401 && "$(header www-authenticate) $body" == *invalid_token* ]]; then',
          '  renew_at=0',
          `  patiently call_api ${url}`,
          'fi',
        ]),
    'if [[ $status != 2* ]]; then fail; fi',
    'printf \'%s\\n\' "$body"',
  ];
}

function everyPage(form: Form): readonly CodeBlock[] {
  return [
    [
      '# A page that Okta names next must be in the same org: the token goes nowhere else.',
      'origin=$(cut -d / -f 1-3 <<<"$api_url")/',
      'url=$api_url',
      'while [[ -n $url ]]; do',
      ...indented([
        ...callOnce(form, '"$url"'),
        'url=$(header link | sed -nE \'s/.*<([^>]*)>; *rel="next".*/\\1/p\')',
        'if [[ -n $url && $url != "$origin"* ]]; then',
        '  echo "The next page is not in this org: $url" >&2',
        '  exit 1',
        'fi',
      ]),
      'done',
    ],
  ];
}
