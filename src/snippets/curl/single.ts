import { type CodeBlock, indented } from '../codeBlock.ts';
import { bashWord } from '../encoders/bashWord.ts';
import type { Form, KeyType } from '../form.ts';
import type { OktaRequest } from '../request.ts';
import {
  apiCall,
  assertionParameters,
  authorization,
  basicCredentials,
  basicParameters,
  overLines,
  reason,
  tokenOf,
} from './command.ts';
import {
  assertionClaims,
  assertionFunctions,
  assertionHeader,
  base64url,
  derNote,
  privateKeyFile,
  proofFunction,
  proofHeader,
  proofKeyPair,
  signature,
  workFolder,
} from './signing.ts';
import { typedValues } from './typedValues.ts';

/** One exchange: a token request, if the method has one, and the API call. */
export function singleRequest(form: Form, request: OktaRequest): readonly CodeBlock[] {
  switch (form.method) {
    case 'apiToken':
      return [
        apiCall(request, bashWord(request.apiUrl), [authorization('SSWS', 'OKTA_API_TOKEN')]),
      ];
    case 'apiServiceIntegration':
      return basicExchange(form, request);
    case 'serviceApp':
      return [
        typedValues(form, request),
        base64url,
        ...(form.variant === 'dpop'
          ? dpopExchange(form.keyType ?? 'RSA', request)
          : bearerExchange(form.keyType ?? 'RSA', request)),
      ];
  }
}

function basicExchange(form: Form, request: OktaRequest): readonly CodeBlock[] {
  return [
    typedValues(form, request),
    [basicCredentials, ...tokenOf(basicParameters())],
    apiCall(request, '"$api_url"', [authorization('Bearer', 'access_token'), reason]),
  ];
}

function bearerExchange(keyType: KeyType, request: OktaRequest): readonly CodeBlock[] {
  return [
    [
      `header=$(${assertionHeader(keyType)})`,
      'claims=$(jq -nc --arg aud "$token_url" --arg id "$client_id" --arg jti "$(openssl rand -hex 16)" \\',
      `  ${assertionClaims})`,
      'input=$(printf %s "$header" | base64url).$(printf %s "$claims" | base64url)',
      ...derNote(keyType),
      `signature=$(printf %s "$input" | ${signature(keyType, privateKeyFile).join(' |\n  ')})`,
    ],
    tokenOf(assertionParameters('"$input.$signature"')),
    apiCall(request, '"$api_url"', [authorization('Bearer', 'access_token'), reason]),
  ];
}

function dpopExchange(keyType: KeyType, request: OktaRequest): readonly CodeBlock[] {
  return [
    ...dpopToken(keyType),
    [
      'ath=$(printf %s "$access_token" | openssl dgst -sha256 -binary | base64url)',
      `proof=$(dpop_proof ${request.method} "\${api_url%%\\?*}" "{\\"ath\\": \\"$ath\\"}")`,
      ...apiCall(request, '"$api_url"', [
        authorization('DPoP', 'access_token'),
        proofHeader,
        reason,
      ]),
    ],
  ];
}

/** Requests an access token that is bound to a key: sets `access_token`, and leaves `dpop_proof` for the calls. */
export function dpopToken(keyType: KeyType): readonly CodeBlock[] {
  return [
    ...assertionFunctions(keyType),
    proofFunction(keyType),
    [
      '# Every attempt needs a fresh assertion and a fresh proof: the server accepts each only once.',
      '# request_token <further claims of the proof>',
      'request_token() {',
      '  assertion=$(client_assertion)',
      '  proof=$(dpop_proof POST "$token_url" "$1")',
      ...indented(
        overLines(
          'response=$(curl --silent --show-error --dump-header "$work/headers" "$token_url"',
          [proofHeader, ...assertionParameters('"$assertion"')],
          ')',
        ),
      ),
      '}',
    ],
    [
      '# This run makes a key pair for the proofs and discards it afterwards.',
      ...workFolder,
      ...proofKeyPair(keyType),
    ],
    [
      "request_token '{}'",
      'if jq -e \'.error == "use_dpop_nonce"\' <<<"$response" >/dev/null; then',
      '  nonce=$(awk \'tolower($1) == "dpop-nonce:" { print $2 }\' "$work/headers" | tr -d \'\\r\')',
      '  request_token "$(jq -nc --arg nonce "$nonce" \'{nonce: $nonce}\')"',
      'fi',
      'access_token=$(jq -er .access_token <<<"$response") || {',
      '  grep ^HTTP/ "$work/headers" >&2',
      '  printf \'%s\\n\' "$response" >&2',
      '  exit 1',
      '}',
    ],
  ];
}
