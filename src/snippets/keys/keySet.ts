import { bashWord } from '../encoders/bashWord.ts';
import type { KeyPairWay } from '../keyPair.ts';
import { keySetFileName, publicJwkFileName } from './keyFiles.ts';

/** What has to be installed for the commands, and what our tests have run. */
export const keySetNotes: Readonly<Record<KeyPairWay, string>> = {
  bash: 'Needs Node.js. Our tests run it.',
  powershell: 'Needs only PowerShell 7.4 or newer. Our tests run it on Linux.',
  cmd: 'Needs Node.js. Our tests run the same command line in bash, not in cmd itself.',
  python: 'Needs only Python 3. Our tests run it.',
};

/**
 * Returns the command that makes a JWK set (RFC 7517, section 5) from files that each hold a public
 * JWK. It keeps only public members, and refuses keys without a `kid` or with the same one. It
 * sends nothing anywhere.
 *
 * @param files files with plain names that each hold a public JWK
 */
export function keySetCommand(
  way: KeyPairWay,
  files: readonly string[] = [publicJwkFileName],
): string {
  return `${{ bash, powershell, cmd, python }[way](files)}\n`;
}

/** The headers with which the file is served: its media type (RFC 7517, section 8.5), and five minutes in caches. */
export const keySetHeaders: Readonly<Record<string, string>> = {
  'Content-Type': 'application/jwk-set+json',
  'Cache-Control': 'public, max-age=300',
};

/** Returns the command that fetches the file and prints the `kid` of each key in it. */
export function keySetCheck(url: string): string {
  return `curl --fail --silent --show-error ${bashWord(url)} | jq -r '.keys[].kid'\n`;
}

/** What a public JWK may have, of RSA and EC keys (RFC 7518, sections 6.2.1 and 6.3.1). */
const publicMembers = ['kty', 'n', 'e', 'crv', 'x', 'y', 'kid', 'use', 'alg'];

const problem = 'Each key needs its own kid.';

const bash = (files: readonly string[]): string =>
  [
    "node -e '",
    '  const { readFileSync, writeFileSync } = require("node:fs");',
    `  const members = ${JSON.stringify(publicMembers)};`,
    '  const keys = process.argv.slice(1).map((file) => {',
    '    const jwk = JSON.parse(readFileSync(file, "utf8"));',
    '    return Object.fromEntries(members.filter((name) => jwk[name]).map((name) => [name, jwk[name]]));',
    '  });',
    '  const ids = new Set(keys.map(({ kid }) => kid));',
    `  if (ids.size < keys.length || ids.has(undefined)) throw new Error("${problem}");`,
    `  writeFileSync("${keySetFileName}", JSON.stringify({ keys }, null, 2) + "\\n");`,
    `' -- ${files.join(' ')}`,
  ].join('\n');

/** Between double quotes, with nothing that cmd reads there: neither a double quote nor a percent sign. */
const cmd = (files: readonly string[]): string =>
  `node -e "const keys = process.argv.slice(1).map((file) => { const jwk = JSON.parse(fs.readFileSync(file)); return Object.fromEntries([${publicMembers.map((name) => `'${name}'`).join(', ')}].filter((name) => jwk[name]).map((name) => [name, jwk[name]])); }); const ids = new Set(keys.map(({ kid }) => kid)); if (ids.size < keys.length || ids.has(undefined)) throw new Error('${problem}'); fs.writeFileSync('${keySetFileName}', JSON.stringify({ keys }, null, 2));" -- ${files.join(' ')}`;

const powershell = (files: readonly string[]): string =>
  [
    `$keys = @(${files.map((file) => `'${file}'`).join(', ')}) | ForEach-Object {`,
    `    Get-Content -Raw $_ | ConvertFrom-Json | Select-Object ${publicMembers.join(', ')} | ForEach-Object {`,
    '        $key = [ordered]@{}',
    '        foreach ($member in $_.PSObject.Properties) {',
    '            if ($member.Value) { $key[$member.Name] = $member.Value }',
    '        }',
    '        $key',
    '    }',
    '}',
    '$ids = @($keys | ForEach-Object { $_.kid } | Sort-Object -CaseSensitive -Unique)',
    `if ($ids.Count -lt @($keys).Count) { throw '${problem}' }`,
    `@{ keys = @($keys) } | ConvertTo-Json -Depth 3 | Set-Content ${keySetFileName}`,
  ].join('\n');

const python = (files: readonly string[]): string =>
  [
    "python3 -c '",
    'import json, sys',
    `members = "${publicMembers.join(' ')}".split()`,
    'keys = []',
    'for name in sys.argv[1:]:',
    '    jwk = json.load(open(name))',
    '    keys.append({member: jwk[member] for member in members if jwk.get(member)})',
    'ids = {key.get("kid") for key in keys}',
    'if len(ids) < len(keys) or None in ids:',
    `    sys.exit("${problem}")`,
    `json.dump({"keys": keys}, open("${keySetFileName}", "w"), indent=2)`,
    `' ${files.join(' ')}`,
  ].join('\n');
