import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { importJWK, importPKCS8, jwtVerify, SignJWT } from 'jose';
import { describe, expect, onTestFinished, test } from 'vitest';

import { algorithmOf, type KeyType } from './form.ts';
import { keyPairSteps, type KeyPairWay, keyPairWayOf, keyPairWays } from './keyPair.ts';
import { privateJwkFileName, privateKeyFileName } from './keys/keyFiles.ts';
import { languages } from './languages.ts';
import { convertJwk, convertPem } from './privateKeyAdvice.ts';

const hostileKeyId = `--it's "$(touch pwned)\` %PATH% !x!`;

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'key-pair-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const powershell = path.join(
  import.meta.dirname,
  '../../node_modules/.cache/powershell-7.6.9/pwsh',
);
const hasPython = spawnSync('python3', ['-c', 'import cryptography']).status === 0;

/** What runs the commands of a way here; undefined where nothing does. */
const runnerOf: Readonly<Record<KeyPairWay, readonly string[] | undefined>> = {
  bash: ['bash', '--norc', '-eu'],
  // bash reads what stands between double quotes as cmd does, for these command lines.
  cmd: ['bash', '--norc', '-eu'],
  powershell: existsSync(powershell) ? [powershell, '-NoProfile', 'make_key.ps1'] : undefined,
  python: hasPython ? ['bash', '--norc', '-eu'] : undefined,
};

const nodeLinesOf = (commands: readonly string[]): readonly string[] =>
  commands.flatMap((command) => command.split('\n')).filter((line) => line.startsWith('node '));

function run(way: KeyPairWay, keyType: KeyType, folder: string): string {
  const commands = keyPairSteps(way, keyType, hostileKeyId).map(({ command }) => command);
  const [program = '', ...args] = runnerOf[way] ?? [];
  if (way === 'powershell') writeFileSync(path.join(folder, 'make_key.ps1'), commands.join('\n'));
  if (way === 'python') writeFileSync(path.join(folder, 'make_key.py'), commands.shift() ?? '');
  const script =
    // What only Windows has.
    way === 'cmd' ? nodeLinesOf(commands) : commands;
  const { stdout, stderr, status } = spawnSync(program, args, {
    cwd: folder,
    input: `${script.join('\n')}\n`,
    encoding: 'utf8',
  });
  expect(stderr).not.toMatch(/error/i);
  expect(status).toBe(0);
  return stdout;
}

/** What a file holds that nobody else may read. */
function secretIn(file = ''): string {
  expect(statSync(file).mode & 0o077).toBe(0);
  return readFileSync(file, 'utf8');
}

describe.each(keyPairWays.map(({ id }) => id))('the commands for %s', (way) => {
  test.skipIf(runnerOf[way] === undefined).each(['RSA', 'EC'] as const)(
    'make an %s key pair whose halves belong together, and the same key as a JWK',
    async (keyType) => {
      const folder = newFolder();
      const jwk = JSON.parse(run(way, keyType, folder));
      expect(jwk).toMatchObject({ kty: keyType, kid: hostileKeyId, use: 'sig' });
      expect(jwk).not.toHaveProperty('d');
      expect(existsSync(path.join(folder, 'pwned'))).toBe(false);

      const alg = algorithmOf(keyType);
      const [pemFile, jwkFile] = [privateKeyFileName, privateJwkFileName].map((name) =>
        path.join(folder, name),
      );
      for (const privateKey of [
        await importPKCS8(secretIn(pemFile), alg),
        await importJWK(JSON.parse(secretIn(jwkFile)), alg),
      ]) {
        const jwt = await new SignJWT().setProtectedHeader({ alg }).sign(privateKey);
        await expect(jwtVerify(jwt, await importJWK(jwk, alg))).resolves.toBeDefined();
      }
    },
  );
});

describe('the program’s variables', () => {
  const settings: Readonly<Record<KeyPairWay, (name: string) => string>> = {
    bash: (name) => `export ${name}="$PWD/`,
    powershell: (name) => `$env:${name} = "$PWD/`,
    cmd: (name) => `set ${name}=%CD%\\`,
    python: (name) => `export ${name}="$PWD/`,
  };

  test.each(keyPairWays)('are set by the commands for $id, one for each file', ({ id }) => {
    const lines = keyPairSteps(id, 'RSA', 'kid').flatMap(({ command }) => command.split('\n'));
    const set = settings[id];
    expect(lines).toContainEqual(
      expect.stringContaining(`${set('OKTA_PRIVATE_KEY_FILE')}${privateKeyFileName}`),
    );
    expect(lines).toContainEqual(
      expect.stringContaining(`${set('OKTA_PRIVATE_JWK_FILE')}${privateJwkFileName}`),
    );
  });

  test.each([privateKeyFileName, privateJwkFileName])('cmd lets nobody else read %s', (file) => {
    const text = keyPairSteps('cmd', 'EC', 'kid').map(({ command }) => command);
    expect(text.join('')).toContain(`icacls ${file} /inheritance:r /grant:r "%USERNAME%:F"`);
  });
});

test('the commands for cmd contain nothing that cmd would interpret between double quotes', () => {
  for (const keyType of ['RSA', 'EC'] as const) {
    const commands = keyPairSteps('cmd', keyType, hostileKeyId).map(({ command }) => command);
    expect(nodeLinesOf(commands)).toHaveLength(2);
    for (const line of nodeLinesOf(commands)) {
      const [, quoted = ''] = /^node -e "(.*)"$/.exec(line) ?? [];
      expect(quoted).not.toBe('');
      expect(quoted).not.toMatch(/["%!^\n]|\\$/);
    }
  }
});

test('every language has a way, and PowerShell has its own', () => {
  const ways = new Set(keyPairWays.map(({ id }) => id));
  expect(languages.every(({ id }) => ways.has(keyPairWayOf(id)))).toBe(true);
  expect(keyPairWayOf('powershell')).toBe('powershell');
});

describe('the commands that programs name convert a key', () => {
  test.each(['RSA', 'EC'] as const)(
    '%s, from its traditional form and from a JWK',
    async (type) => {
      for (const [source, command, form] of [
        ['old.pem', convertPem, { type: type === 'RSA' ? 'pkcs1' : 'sec1', format: 'pem' }],
        ['old.jwk', convertJwk, { format: 'jwk' }],
      ] as const) {
        const folder = newFolder();
        const made = spawnSync('node', [
          '-p',
          `const key = crypto.generateKeyPairSync(...${JSON.stringify(type === 'RSA' ? ['rsa', { modulusLength: 2048 }] : ['ec', { namedCurve: 'P-256' }])}).privateKey.export(${JSON.stringify(form)}); typeof key === 'string' ? key : JSON.stringify(key)`,
        ]);
        writeFileSync(path.join(folder, source), made.stdout);
        const { status } = spawnSync('bash', ['-c', command], { cwd: folder });
        expect(status).toBe(0);
        const pem = readFileSync(path.join(folder, privateKeyFileName), 'utf8');
        await expect(importPKCS8(pem, algorithmOf(type))).resolves.toBeDefined();
      }
    },
  );
});
