import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { importJWK, importPKCS8, jwtVerify, SignJWT } from 'jose';
import { expect, test } from 'vitest';

import { algorithmOf } from './form.ts';
import { keyPairSteps, privateKeyFileName } from './keyPair.ts';

const hostileKeyId = `--it's "$(touch pwned)\``;

test.each(['RSA', 'EC'] as const)(
  'the commands make an %s key pair whose halves belong together',
  async (keyType) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'key-pair-'));
    try {
      const script = keyPairSteps(keyType, hostileKeyId).map(({ command }) => command);
      const run = spawnSync('bash', ['--norc', '-eu'], { cwd: folder, input: script.join('\n') });
      expect(run.stderr.toString()).not.toMatch(/error/i);
      expect(run.status).toBe(0);

      const jwk = JSON.parse(run.stdout.toString());
      expect(jwk).toMatchObject({ kty: keyType, kid: hostileKeyId, use: 'sig' });
      expect(jwk).not.toHaveProperty('d');

      const file = path.join(folder, privateKeyFileName);
      expect(statSync(file).mode & 0o077).toBe(0);
      const alg = algorithmOf(keyType);
      const privateKey = await importPKCS8(readFileSync(file, 'utf8'), alg);
      const jwt = await new SignJWT().setProtectedHeader({ alg }).sign(privateKey);
      await expect(jwtVerify(jwt, await importJWK(jwk, alg))).resolves.toBeDefined();
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
