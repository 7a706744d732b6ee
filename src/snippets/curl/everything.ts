import { type CodeBlock, indented } from '../codeBlock.ts';
import { bashWord } from '../encoders/bashWord.ts';
import { errorHints } from '../errorHints.ts';
import type { Form } from '../form.ts';
import { callsOf, makesSeveralCalls, type OktaRequest } from '../request.ts';
import {
  apiParameters,
  assertionParameters,
  authorization,
  bashBody,
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
 * What a program in production needs: it keeps the token, reads all pages, waits for the rate limit
 * and tells errors apart.
 * Functions that set variables for others run in the shell itself, never in `$(…)`.
 */
export function everything(form: Form, request: OktaRequest): readonly CodeBlock[] {
  return [
    typedValues(form, request),
    workFolder,
    ...answerFunctions(form),
    ...(form.method === 'apiToken' ? [] : tokenFunctions(form)),
    ...(makesSeveralCalls(form, request)
      ? severalCalls(form, request)
      : [
          callFunction(form, oneCallOptions(request)),
          ...(request.method === 'GET' ? everyPage(form) : [callOnce(form, '"$api_url"')]),
        ]),
  ];
}

/** Says how far the clock is ahead, where this is what Okta complains of. */
const clockDifference: CodeBlock = [
  '  if [[ $body == *future* ]]; then',
  `    jq -nr --arg date "$(header date)" '`,
  '      now - ($date | strptime("%a, %d %b %Y %H:%M:%S GMT") | mktime) | floor |',
  String.raw`      "Your clock is \(.) seconds ahead of Okta\u0027s."' >&2`,
  '  fi',
];

/** `hint`, `header`, `fail`, `send` and `patiently`: about the last answer, and about asking again. */
function answerFunctions(form: Form): readonly CodeBlock[] {
  return [
    [
      '# hint <response>: what to do about an error from Okta',
      'hint() {',
      '  case $1 in',
      ...errorHints(form).map(({ code, hint }) => `    *${code}*) echo ${bashWord(hint)} ;;`),
      '  esac',
      '}',
    ],
    [
      '# header <name in lower case>: its values in the last response',
      'header() {',
      '  awk -F: -v name="$1" \'tolower($1) == name { sub(/^[^:]*: */, ""); sub(/\\r$/, ""); print }\' "$work/headers"',
      '}',
    ],
    [
      '# Ends the script with Okta’s last response.',
      'fail() {',
      '  local challenge',
      '  challenge=$(header www-authenticate)',
      '  echo "HTTP status $status${challenge:+, WWW-Authenticate: $challenge}" >&2',
      '  printf \'%s\\n\' "$body" >&2',
      '  hint "$challenge $body" >&2',
      ...(form.keyType === null ? [] : clockDifference),
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
      '# patiently <function> <arguments>: waits until the rate limit resets, at most five times',
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
            '# This run makes a key pair for the proofs and discards it afterwards.',
            ...proofKeyPair(keyType),
          ],
          proofFunction(keyType),
        ]
      : []),
    [
      ...(serviceApp
        ? [
            dpop
              ? '# Every attempt needs a fresh assertion and a fresh proof: the server accepts each only once.'
              : '# Every attempt needs a fresh assertion: the server accepts each only once.',
          ]
        : []),
      'request_token() {',
      ...indented(dpop ? requestWithProof : serviceApp ? requestWithAssertion : requestWithSecret),
      '}',
    ],
    ["access_token='' renew_at=0" + (dpop ? " nonce=''" : '')],
    [
      '# Requests an access token, unless the last one is good for another minute.',
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

/** What `call_api` is given, and what it hands on to curl. */
interface CallOptions {
  /** What stands above the function. */
  readonly usage: string;
  /** As words of bash. */
  readonly method: string;
  readonly url: string;
  /** The first line of the command that sends. */
  readonly send: string;
  readonly variables: readonly string[];
  readonly before: CodeBlock;
  readonly parameters: (headers: readonly string[]) => readonly string[];
}

const oneCallOptions = (request: OktaRequest): CallOptions => ({
  usage: '# call_api <URL>',
  method: request.method,
  url: '1',
  send: `send${methodOption(request.method)} "$1"`,
  variables: [],
  before: [],
  parameters: (headers) => apiParameters(request, headers),
});

/** A body comes from a file, since a call may have to be made again. */
const severalCallsOptions: CallOptions = {
  usage: '# call_api <method> <URL> [<JSON to send>]',
  method: '"$1"',
  url: '2',
  send: 'send --request "$1" "$2"',
  variables: ['parameters=()'],
  before: [
    'if (($# == 3)); then',
    '  printf %s "$3" >"$work/body"',
    '  parameters=(--header \'Content-Type: application/json\' --data-binary @"$work/body")',
    'fi',
  ],
  parameters: (headers) => [
    "--header 'Accept: application/json'",
    ...headers,
    '${parameters[@]+"${parameters[@]}"}',
  ],
};

function callFunction(
  form: Form,
  { usage, method, url, send, variables, before, parameters }: CallOptions,
): CodeBlock {
  const local = [...(form.variant === 'dpop' ? ['ath', 'proof'] : []), ...variables];
  const headers = {
    apiToken: [authorization('SSWS', 'OKTA_API_TOKEN')],
    bearer: [authorization('Bearer', 'access_token')],
    dpop: [authorization('DPoP', 'access_token'), proofHeader],
  }[form.method === 'apiToken' ? 'apiToken' : form.variant];
  return [
    usage,
    'call_api() {',
    ...indented([
      ...(local.length === 0 ? [] : [`local ${local.join(' ')}`]),
      ...before,
      ...(form.method === 'apiToken' ? [] : ['renew_access_token']),
      ...(form.variant === 'dpop'
        ? [
            'ath=$(printf %s "$access_token" | openssl dgst -sha256 -binary | base64url)',
            `proof=$(dpop_proof ${method} "\${${url}%%\\?*}" "{\\"ath\\": \\"$ath\\"}")`,
          ]
        : []),
      ...overLines(send, parameters(headers)),
    ]),
    '}',
  ];
}

/** @param given what `call_api` is given */
function callOnce(form: Form, given: string, failure = 'fail'): CodeBlock {
  return [
    `patiently call_api ${given}`,
    ...(form.method === 'apiToken'
      ? []
      : [
          'if [[ $status == 401 && "$(header www-authenticate) $body" == *invalid_token* ]]; then',
          '  renew_at=0',
          `  patiently call_api ${given}`,
          'fi',
        ]),
    `if [[ $status != 2* ]]; then ${failure}; fi`,
    'printf \'%s\\n\' "$body"',
  ];
}

function everyPage(form: Form): readonly CodeBlock[] {
  return [
    [
      '# The next page that Okta names must be in the same org: the token goes nowhere else.',
      'origin=$(cut -d / -f 1-3 <<<"$api_url")/',
      'url=$api_url',
      'while [[ -n $url ]]; do',
      ...indented([...callOnce(form, '"$url"'), ...nextPage]),
      'done',
    ],
  ];
}

const nextPage: CodeBlock = [
  'url=$(header link | sed -nE \'s/.*<([^>]*)>; *rel="next".*/\\1/p\')',
  'if [[ -n $url && $url != "$origin"* ]]; then',
  '  echo "The next page is not in this org: $url" >&2',
  '  exit 1',
  'fi',
];

/** One call after the other, and every page of what is a list. */
function severalCalls(form: Form, request: OktaRequest): readonly CodeBlock[] {
  const calls = callsOf(request);
  return [
    callFunction(form, severalCallsOptions),
    [
      '# call <method> <URL> [<JSON to send>]: prints the response, or ends the script with the error',
      'call() {',
      ...indented(callOnce(form, '"$@"', 'echo "$1 $2" >&2; fail')),
      '}',
    ],
    ...(calls.some(({ method }) => method === 'GET')
      ? [
          [
            '# every_page <URL>: the next page that Okta names must be in the same org',
            'every_page() {',
            ...indented([
              'local origin url=$1',
              'origin=$(cut -d / -f 1-3 <<<"$url")/',
              'while [[ -n $url ]]; do',
              ...indented(['call GET "$url"', ...nextPage]),
              'done',
            ]),
            '}',
          ],
        ]
      : []),
    ...calls.map((call) => [
      `echo ${bashWord(`${call.method} ${call.apiUrl}`)}`,
      call.method === 'GET'
        ? `every_page ${bashWord(call.apiUrl)}`
        : [
            `call ${call.method} ${bashWord(call.apiUrl)}`,
            ...(call.body === null ? [] : [bashBody(call.body)]),
          ].join(' '),
    ]),
  ];
}
