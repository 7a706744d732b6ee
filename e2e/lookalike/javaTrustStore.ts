import { createHash } from 'node:crypto';

/**
 * Writes a Java trust store (JKS, the format that every Java reads) that holds one certificate, without needing
 * `keytool`.
 *
 * The format: a magic number, its version, the number of entries; for each trusted certificate the tag 2, its
 * alias, a date and the certificate in DER; at the end a SHA-1 digest over the password, a fixed phrase and
 * everything before (OpenJDK, `sun.security.provider.JavaKeyStore`). The digest tells a wrong password; it is no
 * protection, and a trust store needs none.
 *
 * @param certificate PEM
 * @returns the file; give Java its path and the password by `javax.net.ssl.trustStore` and
 * `javax.net.ssl.trustStorePassword`
 */
export function javaTrustStore(certificate: string, password: string): Buffer {
  const der = Buffer.from(certificate.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64');
  const date = Buffer.alloc(8);
  date.writeBigInt64BE(BigInt(Date.now()));
  const content = Buffer.concat([
    number(0xfe_ed_fe_ed),
    number(2),
    number(1),
    number(2),
    text('look-alike-org'),
    date,
    text('X.509'),
    number(der.length),
    der,
  ]);
  const digest = createHash('sha1')
    .update(Buffer.from(password, 'utf16le').swap16())
    .update('Mighty Aphrodite')
    .update(content)
    .digest();
  return Buffer.concat([content, digest]);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** ASCII with its length before it. */
function text(value: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(value.length);
  return Buffer.concat([length, Buffer.from(value, 'ascii')]);
}
