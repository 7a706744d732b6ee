import { spawnSync } from 'node:child_process';
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, onTestFinished, test } from 'vitest';

import { type KeyConversion, keyConversions } from './keyConversion.ts';
import { type KeyPairWay, keyPairWays } from './keyPair.ts';
import { privateJwkFileName, privateKeyFileName } from './keys/keyFiles.ts';

const powershell = path.join(
  import.meta.dirname,
  '../../node_modules/.cache/powershell-7.6.9/pwsh',
);
const hasPython = spawnSync('python3', ['-c', 'import cryptography']).status === 0;
const bash = ['bash', '--norc', '-eu', 'convert'];

/** What runs a file with the commands of a way here; undefined where nothing does. */
const runnerOf: Readonly<Record<KeyPairWay, readonly string[] | undefined>> = {
  bash,
  // bash reads what stands between double quotes as cmd does, for these command lines.
  cmd: bash,
  powershell: existsSync(powershell)
    ? [powershell, '-NoProfile', '-File', 'convert.ps1']
    : undefined,
  python: hasPython ? ['python3', 'convert'] : undefined,
};

const passphrase = 'a passphrase';

function convert(way: KeyPairWay, conversion: KeyConversion, source: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'key-conversion-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const step = keyConversions(way).find((each) => each.conversion === conversion);
  writeFileSync(path.join(folder, conversion === 'fromJwk' ? 'old.jwk' : 'old.pem'), source);
  const file = way === 'powershell' ? 'convert.ps1' : 'convert';
  // Read-Host asks a terminal only, and there is none.
  const command = step?.command.replace(/Read-Host -MaskInput '\w+'/, '[Console]::In.ReadLine()');
  writeFileSync(path.join(folder, file), command ?? '');
  // Away from a terminal, each asks for the passphrase on its standard input.
  const away = process.platform === 'linux' ? ['setsid', '--wait'] : [];
  const [program = '', ...args] = [...away, ...(runnerOf[way] ?? [])];
  const { status, stderr } = spawnSync(program, args, {
    cwd: folder,
    input: `${passphrase}\n`,
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  const made = path.join(folder, conversion === 'toJwk' ? privateJwkFileName : privateKeyFileName);
  expect(statSync(made).mode & 0o077).toBe(0);
  return readFileSync(made, 'utf8');
}

function newKey(keyType: 'RSA' | 'EC'): KeyObject {
  const pair =
    keyType === 'RSA'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return pair.privateKey;
}

/**
 * A small RSA key whose `d` and `dp` are an octet short, as one of a key's numbers is in one key of a hundred. It is
 * written down because a search makes keys in a loop, in which Node.js 20 may wait for itself for ever.
 */
const shortNumbers = {
  kty: 'RSA',
  n: 'pJeBaEbyuE9_cxgplPkMqkkB-PtUTZ11JvD98bG12yZpIgBWoECXCMXvi02KYGkANEQkaxOK6Lpr6bmsEfi38Q',
  e: 'AQAB',
  d: 'oBa8x7A6ZQrt7ASUbVHP_9EDGila1iNQz4-XcH5pY71pMI42rLaEmAuzCaiuEl7DyKEfuHWcFCBcpZrTby7F',
  p: 'zxYYqbOD6uV_x-_-Xfcgxd8l5oY0hmDvfHEK7LJVi58',
  q: 'y3fkLTPAljtehyKm2nBtaHB4z4a2lPDud2pSwmrwEm8',
  dp: 'U1GQmrafXOL5hngI38WOag5eMWHNwENAF9Fjk9gskw',
  dq: 'SRVDTEkuf8fLaFa1__gqFD1x53jH1C_GN_Zky5iFqtk',
  qi: 'weLl6BZOAiFfJxL3ZndQaCF7hwO47ztPOtP6ulV0vAw',
};

function pkcs8(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

describe.each(keyPairWays.map(({ id }) => id))('the commands for %s', (way) => {
  test.skipIf(runnerOf[way] === undefined)(
    'write a number of an RSA key that is short without zeros in front',
    () => {
      const key = createPrivateKey({ key: shortNumbers, format: 'jwk' });
      expect(JSON.parse(convert(way, 'toJwk', pkcs8(key)))).toEqual(shortNumbers);
    },
  );

  describe.skipIf(runnerOf[way] === undefined).each(['RSA', 'EC'] as const)(
    'with %s',
    (keyType) => {
      test('bring the traditional form to PKCS#8', () => {
        const key = newKey(keyType);
        const type = keyType === 'RSA' ? 'pkcs1' : 'sec1';
        const source = key.export({ type, format: 'pem' }).toString();
        const pem = convert(way, 'toPkcs8', source);
        expect(pem).toMatch(/^-----BEGIN PRIVATE KEY-----/);
        expect(createPrivateKey(pem).equals(key)).toBe(true);
      });

      test('decrypt', () => {
        const key = newKey(keyType);
        const encryption = { cipher: 'aes-256-cbc', passphrase };
        const source = key.export({ type: 'pkcs8', format: 'pem', ...encryption }).toString();
        expect(createPrivateKey(convert(way, 'decrypt', source)).equals(key)).toBe(true);
      });

      test('bring a JWK to PEM, and PEM to a JWK', () => {
        const key = newKey(keyType);
        const jwk = JSON.stringify(key.export({ format: 'jwk' }));
        expect(createPrivateKey(convert(way, 'fromJwk', jwk)).equals(key)).toBe(true);
        const made: unknown = JSON.parse(convert(way, 'toJwk', pkcs8(key)));
        expect(made).toEqual(JSON.parse(jwk));
      });

      test('take out a byte order mark and Windows line ends', () => {
        const pem = pkcs8(newKey(keyType));
        expect(convert(way, 'cleanText', `\uFEFF${pem.replaceAll('\n', '\r\n')}`)).toBe(pem);
      });
    },
  );
});

test('the commands for cmd contain nothing that cmd would interpret between double quotes', () => {
  for (const { command } of keyConversions('cmd')) {
    if (!command.startsWith('node ')) continue;
    const [, quoted = ''] = /^node -e "(.*)"\n$/.exec(command) ?? [];
    expect(quoted).not.toBe('');
    expect(quoted).not.toMatch(/["%!^\n]|\\$/);
  }
});
