import { spawnSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { loopbackCertificate } from './certificate.ts';
import { javaTrustStore } from './javaTrustStore.ts';

const hosts = ['localhost', '127.0.0.1', '::1', 'dev-1234567.okta.com'];
const tls = await loopbackCertificate(hosts);
const authority = new X509Certificate(tls.authority);
const certificate = new X509Certificate(tls.certificate);

/** Runs a program of this computer; undefined if there is none. */
function run(command: string, ...args: readonly string[]): string | undefined {
  const { error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return error === undefined ? `${stdout}${stderr}` : undefined;
}

describe('a loopback certificate', () => {
  test('is signed by its authority and names its hosts, and no others', () => {
    expect(certificate.checkIssued(authority)).toBe(true);
    expect(certificate.verify(authority.publicKey)).toBe(true);
    expect(certificate.checkHost('localhost')).toBe('localhost');
    expect(certificate.checkHost('dev-1234567.okta.com')).toBe('dev-1234567.okta.com');
    expect(certificate.checkHost('okta.com')).toBeUndefined();
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(certificate.checkIP('::1')).toBe('::1');
    expect(authority.ca).toBe(true);
    expect(certificate.ca).toBe(false);
  });

  test('has an authority of its own for each run', async () => {
    const other = await loopbackCertificate(hosts);
    expect(certificate.verify(new X509Certificate(other.authority).publicKey)).toBe(false);
  });

  test.skipIf(run('openssl', 'version') === undefined)('passes strict verification', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'certificate-'));
    try {
      const [authorityFile, file] = ['authority', 'certificate'].map((name) =>
        path.join(folder, `${name}.pem`),
      ) as [string, string];
      writeFileSync(authorityFile, tls.authority);
      writeFileSync(file, tls.certificate);
      const said = run('openssl', 'verify', '-x509_strict', '-CAfile', authorityFile, file);
      expect(said).toBe(`${file}: OK\n`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a Java trust store', () => {
  const store = javaTrustStore(tls.authority, 'changeit');

  test('holds the certificate, and a digest over everything', () => {
    expect(store.subarray(0, 12).toString('hex')).toBe('feedfeed0000000200000001');
    expect(store.subarray(-20 - authority.raw.length, -20)).toEqual(authority.raw);
    const digest = createHash('sha1')
      .update(Buffer.from('\0c\0h\0a\0n\0g\0e\0i\0t'))
      .update('Mighty Aphrodite')
      .update(store.subarray(0, -20))
      .digest();
    expect(store.subarray(-20)).toEqual(digest);
  });

  test.skipIf(run('keytool', '-help') === undefined)('is read by Java', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'trust-store-'));
    try {
      const file = path.join(folder, 'authority.jks');
      writeFileSync(file, store);
      expect(run('keytool', '-list', '-keystore', file, '-storepass', 'changeit')).toContain(
        authority.fingerprint256,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
