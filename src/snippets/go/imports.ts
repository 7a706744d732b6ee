import type { CodeBlock } from '../codeBlock.ts';

/** The packages of the standard library that a snippet may use. */
const packages: readonly string[] = [
  'crypto',
  'crypto/ecdsa',
  'crypto/elliptic',
  'crypto/rand',
  'crypto/rsa',
  'crypto/sha256',
  'crypto/x509',
  'encoding/base64',
  'encoding/json',
  'encoding/pem',
  'errors',
  'fmt',
  'io',
  'log',
  'net/http',
  'net/url',
  'os',
  'regexp',
  'strconv',
  'strings',
  'time',
];

/** Gives the packages whose names stand before a dot outside of literals and comments: Go refuses all others. */
export function importsOf(declarations: readonly CodeBlock[]): readonly string[] {
  const code = declarations
    .flat()
    .join('\n')
    .replaceAll(/"(?:[^"\\\n]|\\.)*"|`[^`]*`|\/\/.*/g, '');
  const qualifiers = new Set(
    Array.from(code.matchAll(/(?<!\.)\b([a-z0-9]+)\./g), ([, name]) => name),
  );
  return packages.filter((path) => qualifiers.has(path.split('/').at(-1)));
}
