import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, onTestFinished, test } from 'vitest';

import { type KeyPairWay, keyPairWays } from '../keyPair.ts';
import { keySetFileName } from './keyFiles.ts';
import { keySetCommand, keySetNotes } from './keySet.ts';

const powershell = path.join(
  import.meta.dirname,
  '../../../node_modules/.cache/powershell-7.6.9/pwsh',
);
const hasPython = spawnSync('python3', ['--version']).status === 0;
const bash = ['bash', '--norc', '-eu', 'make'];

/** What runs a file with the command of a way here; undefined where nothing does. */
const runnerOf: Readonly<Record<KeyPairWay, readonly string[] | undefined>> = {
  bash,
  // bash reads what stands between double quotes as cmd does, for this command line.
  cmd: bash,
  powershell: existsSync(powershell) ? [powershell, '-NoProfile', '-File', 'make.ps1'] : undefined,
  python: hasPython ? bash : undefined,
};

interface Made {
  readonly status: number | null;
  readonly said: string;
  /** What the command has written. */
  readonly keySet: string | undefined;
}

function make(way: KeyPairWay, jwks: readonly JsonWebKey[]): Made {
  const folder = mkdtempSync(path.join(tmpdir(), 'key-set-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = jwks.map((jwk, index) => {
    const name = `key-${index}.jwk`;
    writeFileSync(path.join(folder, name), JSON.stringify(jwk));
    return name;
  });
  const script = way === 'powershell' ? 'make.ps1' : 'make';
  writeFileSync(path.join(folder, script), keySetCommand(way, files));
  const [program = '', ...args] = runnerOf[way] ?? [];
  const { status, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  const file = path.join(folder, keySetFileName);
  return {
    status,
    said: stderr,
    keySet: existsSync(file) ? readFileSync(file, 'utf8') : undefined,
  };
}

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const first = {
  ...rsa.publicKey.export({ format: 'jwk' }),
  kid: 'first',
  use: 'sig',
  alg: 'RS256',
};
const second = { ...ec.publicKey.export({ format: 'jwk' }), kid: 'Second “key”', use: 'sig' };

describe.each(keyPairWays.map(({ id }) => id))('the command for %s', (way) => {
  describe.skipIf(runnerOf[way] === undefined)('where it can be run', () => {
    test('makes a set of one key, and of several', () => {
      for (const keys of [[first], [first, second]]) {
        const { status, said, keySet } = make(way, keys);
        expect(status, said).toBe(0);
        expect(JSON.parse(keySet ?? '')).toEqual({ keys });
      }
    });

    test('publishes nothing of a private key that it is given by mistake', () => {
      const jwk = {
        ...rsa.privateKey.export({ format: 'jwk' }),
        kid: 'first',
        use: 'sig',
        alg: 'RS256',
      };
      const { keySet } = make(way, [jwk]);
      expect(JSON.parse(keySet ?? '')).toEqual({ keys: [first] });
    });

    test.each([
      ['two keys of the same kid', [first, { ...second, kid: 'first' }]],
      ['a key without a kid', [rsa.publicKey.export({ format: 'jwk' })]],
      ['a key with an empty kid', [{ ...first, kid: '' }]],
    ])('refuses %s, and writes no file', (_, keys) => {
      const { status, said, keySet } = make(way, keys);
      expect(status).not.toBe(0);
      expect(said).toContain('Each key needs its own kid.');
      expect(keySet).toBeUndefined();
    });
  });
});

test('the command for cmd contains nothing that cmd would interpret between double quotes', () => {
  const [, quoted = ''] = /^node -e "(.*)" -- public-key\.jwk\n$/.exec(keySetCommand('cmd')) ?? [];
  expect(quoted).not.toBe('');
  expect(quoted).not.toMatch(/["%!^\n]|\\$/);
});

test('every way says what it needs', () => {
  for (const { id } of keyPairWays) expect(keySetNotes[id]).not.toBe('');
});
