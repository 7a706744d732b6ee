import type { CatalogueOperation } from '#catalogue/operation.ts';

import { type CodeBlock, textOfBlocks } from '../codeBlock.ts';
import { assertionParameters, authorization, overLines, tokenOf } from '../curl/command.ts';
import {
  assertionFunctions,
  base64url,
  privateKey,
  proofHeader,
  workFolder,
} from '../curl/signing.ts';
import { dpopToken } from '../curl/single.ts';
import { bashWord } from '../encoders/bashWord.ts';
import { environmentVariable } from '../environment.ts';
import type { KeyType } from '../form.ts';
import { type ComparedCall, comparedCalls, type PathVariable } from './comparedCalls.ts';

/** What the scripts of a token’s plan are made of. */
export interface LeavingScripts {
  /** A host that `parseOrgDomain` has accepted. */
  readonly orgDomain: string;
  /** Whether the new app requires DPoP. */
  readonly variant: 'bearer' | 'dpop';
  readonly keyType: KeyType;
  /** What the app asks for. */
  readonly scopes: readonly string[];
  /** What the program calls. */
  readonly operations: readonly CatalogueOperation[];
}

/** What the scripts need besides bash, as a sentence. */
export const scriptNeeds = 'The scripts need bash, curl 7.76 or newer, jq, openssl and xxd.';

/**
 * Writes a bash script that makes each reading call with the API token and with an access token,
 * and compares the responses byte for byte, lists page by page. It ends with 0 where all are equal,
 * and with 1 where one is not. Secrets come from the environment, and reach curl outside of its
 * arguments.
 *
 * @returns undefined if the program makes no call that can be compared
 */
export function comparisonScript(scripts: LeavingScripts): string | undefined {
  const calls = comparedCalls(scripts.operations);
  if (calls.length === 0) return undefined;
  return textOfBlocks([
    head(calls),
    ...exchange(scripts),
    ...callFunctions(scripts.variant),
    ...comparison,
    calls.map((call) => `compare ${wordOfPath(call)}`),
    ['exit "$different"'],
  ]);
}

/**
 * Writes a bash script that lets an API token revoke itself, and shows that it is refused afterwards while the access
 * token goes on. It stops before it revokes anything where the access token does not work, or where nobody confirms.
 *
 * @returns undefined if the program makes no call that can be tried
 */
export function revocationScript(scripts: LeavingScripts): string | undefined {
  const calls = comparedCalls(scripts.operations);
  const plain = calls.find(({ pieces }) => pieces.every((piece) => typeof piece === 'string'));
  const call = plain ?? calls[0];
  if (call === undefined) return undefined;
  return textOfBlocks([
    head([call]),
    [
      'if [[ ${OKTA_REVOKE:-} != yes ]]; then',
      "  echo 'This revokes the API token for good. To go on, set OKTA_REVOKE to yes.' >&2",
      '  exit 2',
      'fi',
    ],
    ...exchange(scripts),
    ...callFunctions(scripts.variant),
    [
      `path=${wordOfPath(call)}`,
      'status=$(call_with_oauth "$path")',
      'if [[ $status != 200 ]]; then',
      '  echo "The call with OAuth 2.0 returned HTTP status $status, so nothing was revoked." >&2',
      '  exit 1',
      'fi',
    ],
    [
      ...overLines(
        'status=$(curl --silent --show-error --output "$work/revoked" --write-out \'%{http_code}\'',
        [
          '--request DELETE "$org/api/v1/api-tokens/current"',
          "--header 'Accept: application/json'",
          authorization('SSWS', 'OKTA_API_TOKEN'),
        ],
        ')',
      ),
      'if [[ $status != 204 ]]; then',
      '  echo "The revocation returned HTTP status $status." >&2',
      '  cat "$work/revoked" >&2',
      '  exit 1',
      'fi',
      "echo 'The API token is revoked.'",
    ],
    [
      'status=$(call_with_token "$path")',
      'code=$(jq -r .errorCode "$work/token")',
      'echo "API token: HTTP status $status, $code"',
      'if [[ $status != 401 || $code != E0000011 ]]; then exit 1; fi',
      'status=$(call_with_oauth "$path")',
      'echo "OAuth 2.0: HTTP status $status"',
      'if [[ $status != 200 ]]; then exit 1; fi',
    ],
  ]);
}

/**
 * Writes a bash script that says when an API token was last used: the newest System Log event that carries its ID. It
 * takes an access token with `okta.logs.read`, since a call with the token itself would count as a use.
 *
 * @param tokenId the ID of the token, which is no secret
 */
export function lastUseScript(orgDomain: string, tokenId: string): string {
  return textOfBlocks([
    [
      '#!/usr/bin/env bash',
      'set -euo pipefail',
      demand('OKTA_ACCESS_TOKEN', 'an access token with the scope okta.logs.read'),
    ],
    [
      `org=${bashWord(`https://${orgDomain}`)}`,
      `filter=${bashWord(`transaction.detail.requestApiTokenId eq ${JSON.stringify(tokenId)}`)}`,
      "since=$(jq -nr 'now - 30 * 86400 | todate')",
      ...overLines(
        'events=$(curl --silent --show-error --fail-with-body --get "$org/api/v1/logs"',
        [
          "--header 'Accept: application/json'",
          authorization('Bearer', 'OKTA_ACCESS_TOKEN'),
          '--data-urlencode "filter=$filter"',
          '--data-urlencode "since=$since"',
          '--data sortOrder=DESCENDING --data limit=1',
        ],
        ')',
      ),
      'jq -r \'.[0].published // "no event of this token in the last 30 days"\' <<<"$events"',
    ],
  ]);
}

const demand = (name: string, holds: string): string => `: "\${${name}:?Set it to ${holds}.}"`;

function head(calls: readonly ComparedCall[]): CodeBlock {
  const variables = new Map(
    calls.flatMap(({ pieces }) =>
      pieces
        .filter((piece) => typeof piece !== 'string')
        .map((variable): [string, PathVariable] => [variable.name, variable]),
    ),
  );
  return [
    '#!/usr/bin/env bash',
    'set -euo pipefail',
    'shopt -s inherit_errexit',
    ...(['OKTA_API_TOKEN', 'OKTA_PRIVATE_KEY_FILE'] as const).map((name) =>
      demand(name, environmentVariable(name).holds),
    ),
    demand('OKTA_CLIENT_ID', 'the client ID of the new app'),
    demand('OKTA_KEY_ID', 'the kid of its public key'),
    ...[...variables.values()].map(({ name, parameter, path }) =>
      demand(name, `a ${parameter} to read at ${path.replaceAll(/[{}]/g, '')}`),
    ),
  ];
}

function exchange({ orgDomain, variant, keyType, scopes }: LeavingScripts): readonly CodeBlock[] {
  return [
    [
      `org=${bashWord(`https://${orgDomain}`)}`,
      'token_url=$org/oauth2/v1/token',
      'client_id=$OKTA_CLIENT_ID',
      'key_id=$OKTA_KEY_ID',
      `scope=${bashWord(scopes.join(' '))}`,
    ],
    privateKey(keyType),
    base64url,
    ...(variant === 'dpop'
      ? dpopToken(keyType)
      : [
          ...assertionFunctions(keyType),
          workFolder,
          ['assertion=$(client_assertion)', ...tokenOf(assertionParameters('"$assertion"'))],
        ]),
  ];
}

const sending = (body: string) =>
  `curl --silent --show-error --globoff --path-as-is --output "$work/${body}" --dump-header "$work/${body}.head" --write-out '%{http_code}' "$org$1"`;

/** Each writes the status, and leaves the body and the header lines in files of the work folder. */
function callFunctions(variant: LeavingScripts['variant']): readonly CodeBlock[] {
  const isDpop = variant === 'dpop';
  return [
    [
      '# segment <text>: the text as one segment of a path',
      'segment() { jq -rn --arg text "$1" \'$text | @uri\'; }',
    ],
    [
      '# call_with_token <path>: writes the status, and leaves the response in $work/token',
      'call_with_token() {',
      '  : >"$work/token"',
      ...overLines(sending('token'), [
        "--header 'Accept: application/json'",
        authorization('SSWS', 'OKTA_API_TOKEN'),
      ]).map((line) => `  ${line}`),
      '}',
    ],
    [
      '# call_with_oauth <path>: writes the status, and leaves the response in $work/oauth',
      'call_with_oauth() {',
      ...(isDpop
        ? [
            '  local ath proof',
            '  ath=$(printf %s "$access_token" | openssl dgst -sha256 -binary | base64url)',
            '  proof=$(dpop_proof GET "$org${1%%\\?*}" "{\\"ath\\": \\"$ath\\"}")',
          ]
        : []),
      '  : >"$work/oauth"',
      ...overLines(sending('oauth'), [
        "--header 'Accept: application/json'",
        authorization(isDpop ? 'DPoP' : 'Bearer', 'access_token'),
        ...(isDpop ? [proofHeader] : []),
      ]).map((line) => `  ${line}`),
      '}',
    ],
  ];
}

const comparison: readonly CodeBlock[] = [
  [
    '# next_path <response>: the path of the next page that a response names, if any; it has to be in the same org',
    'next_path() {',
    '  local url',
    '  url=$(sed -nE \'s/^[Ll][Ii][Nn][Kk]:.*<([^>]*)>; *rel="next".*/\\1/p\' "$work/$1.head")',
    '  if [[ -n $url && $url != "$org"/* ]]; then',
    '    echo "The next page is not in this org: $url" >&2',
    '    return 1',
    '  fi',
    '  printf %s "${url#"$org"}"',
    '}',
  ],
  [
    '# A list is compared page by page, up to this number of pages.',
    'most_pages=${OKTA_MOST_PAGES:-10}',
    'if [[ ! $most_pages =~ ^[1-9][0-9]{0,5}$ ]]; then',
    "  echo 'Set OKTA_MOST_PAGES to a number of pages, 1 or more.' >&2",
    '  exit 2',
    'fi',
    'different=0',
  ],
  [
    '# compare <path>: the same call with both credentials',
    'compare() {',
    '  local token_path=$1 oauth_path=$1 by_token by_oauth pages=0 bytes=0',
    '  while [[ -n $token_path && -n $oauth_path ]] && ((pages < most_pages)); do',
    '    by_token=$(call_with_token "$token_path")',
    '    by_oauth=$(call_with_oauth "$oauth_path")',
    '    pages=$((pages + 1))',
    '    if [[ $by_token != 200 || $by_oauth != 200 ]] || ! cmp -s "$work/token" "$work/oauth"; then',
    '      different=1',
    "      printf 'DIFFERENT: API token %s, OAuth 2.0 %s, GET %s (page %s)\\n' \\",
    '        "$by_token" "$by_oauth" "$1" "$pages"',
    '      diff <(jq -S . "$work/token" 2>&1) <(jq -S . "$work/oauth" 2>&1) | head -n 20 || true',
    '      return',
    '    fi',
    '    bytes=$((bytes + $(wc -c <"$work/token")))',
    '    token_path=$(next_path token)',
    '    oauth_path=$(next_path oauth)',
    '  done',
    '  if [[ -n $token_path && -z $oauth_path || -z $token_path && -n $oauth_path ]]; then',
    '    different=1',
    '    printf \'DIFFERENT: only one list has more pages after page %s, GET %s\\n\' "$pages" "$1"',
    '    return',
    '  fi',
    "  printf 'equal: %s bytes, GET %s (%s %s)\\n' \\",
    '    "$bytes" "$1" "$pages" "$([[ $pages == 1 ]] && echo page || echo pages)"',
    '  if [[ -n $token_path ]]; then',
    '    echo "  Further pages were not compared. To compare more, set OKTA_MOST_PAGES."',
    '  fi',
    '}',
  ],
];

/** A path as a word of bash: what is fixed in quotes, what the environment says encoded when it runs. */
function wordOfPath({ pieces }: ComparedCall): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? bashWord(piece) : `"$(segment "$${piece.name}")"`))
    .join('');
}
