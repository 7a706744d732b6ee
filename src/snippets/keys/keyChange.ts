import { type CodeBlock, textOfBlocks } from '../codeBlock.ts';
import { authorization } from '../curl/command.ts';

/** The file in which the script is kept. */
export const keyChangeFileName = 'change-key.sh';

/** The scope that the script’s operations need; a test compares it with the catalogue. */
export const keyChangeScope = 'okta.apps.manage';

/** What the script needs, as sentences. */
export const keyChangeNeeds =
  'The script needs bash, curl 7.76 or newer and jq. It sends a plain access token, so it cannot use one that is bound by DPoP.';

/** What the script can do, each with its name on the command line. */
export const keyChangeCommands: readonly { readonly command: string; readonly does: string }[] = [
  { command: 'list', does: 'prints the `kid`, the status and Okta’s `id` of each key' },
  { command: 'add public-key.jwk', does: 'adds a public key' },
  { command: 'deactivate KID', does: 'switches a key off' },
  { command: 'activate KID', does: 'switches it on again' },
  { command: 'delete KID', does: 'removes an inactive key' },
];

/**
 * Writes a bash script that lists, adds, deactivates, activates and deletes the saved public keys of an app
 * (claim T33). It finds the id that Okta has given a key by the key’s `kid`, and adds no private key.
 */
export function keyChangeScript(): string {
  const blocks: readonly CodeBlock[] = [
    [
      '#!/usr/bin/env bash',
      'set -euo pipefail',
      `: "\${OKTA_ACCESS_TOKEN:?Set it to an access token of a super admin with the scope ${keyChangeScope}.}"`,
      ': "${OKTA_APP_ID:?Set it to the ID of the app whose key you rotate.}"',
      ': "${OKTA_ORG_DOMAIN:?Set it to the domain of your org, for example integrator-1234567.okta.com.}"',
      'keys=https://$OKTA_ORG_DOMAIN/api/v1/apps/$OKTA_APP_ID/credentials/jwks',
      `usage='Usage: bash ${keyChangeFileName} list | add FILE | deactivate KID | activate KID | delete KID'`,
    ],
    [
      'call() {',
      '  local answer',
      "  answer=$(curl --silent --show-error --fail-with-body --header 'Accept: application/json' \\",
      `    ${authorization('Bearer', 'OKTA_ACCESS_TOKEN')} "$@") ||`,
      '    { printf \'%s\\n\' "$answer" >&2; return 1; }',
      '  printf \'%s\\n\' "$answer"',
      '}',
    ],
    [
      '# The id that Okta has given the key.',
      'id_of() {',
      '  local all',
      '  all=$(call "$keys") || return 1',
      '  jq -er --arg kid "$1" \'.[] | select(.kid == $kid) | .id\' <<<"$all" ||',
      "    { echo 'The app has no key with this kid.' >&2; return 1; }",
      '}',
    ],
    [
      "shown='[.kid, .status, .id] | @tsv'",
      '# The file goes to Okta as it is, so nothing in it may be private.',
      'one_public_key=\'length == 1 and (.[0] | has("kid")) and ([.. | objects | has("d", "p", "q", "k")] | any | not)\'',
      'case ${1:-}:$# in',
      '  list:1)',
      '    call "$keys" | jq -r ".[] | $shown"',
      '    ;;',
      '  add:2)',
      '    if ! jq -es "$one_public_key" "$2" >/dev/null; then',
      "      echo 'The file must contain one public JWK with a kid.' >&2",
      '      exit 2',
      '    fi',
      '    call --header \'Content-Type: application/json\' --data-binary "@$2" "$keys" | jq -r "$shown"',
      '    ;;',
      '  activate:2 | deactivate:2)',
      '    id=$(id_of "$2")',
      '    call --request POST "$keys/$id/lifecycle/$1" | jq -r "$shown"',
      '    ;;',
      '  delete:2)',
      '    id=$(id_of "$2")',
      '    call --request DELETE "$keys/$id" >/dev/null',
      '    ;;',
      '  *)',
      '    echo "$usage" >&2',
      '    exit 2',
      '    ;;',
      'esac',
    ],
  ];
  return textOfBlocks(blocks);
}
