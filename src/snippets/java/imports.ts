import type { CodeBlock } from '../codeBlock.ts';

/** The classes of the standard library that a snippet may use. */
const classes: readonly string[] = [
  'java.io.IOException',
  'java.net.URI',
  'java.net.URLEncoder',
  'java.net.http.HttpClient',
  'java.net.http.HttpRequest',
  'java.net.http.HttpRequest.BodyPublishers',
  'java.net.http.HttpResponse',
  'java.net.http.HttpResponse.BodyHandlers',
  'java.nio.file.Files',
  'java.nio.file.Path',
  'java.security.KeyFactory',
  'java.security.KeyPair',
  'java.security.KeyPairGenerator',
  'java.security.MessageDigest',
  'java.security.PrivateKey',
  'java.security.Signature',
  'java.security.interfaces.ECPrivateKey',
  'java.security.interfaces.ECPublicKey',
  'java.security.interfaces.RSAPublicKey',
  'java.security.spec.ECGenParameterSpec',
  'java.security.spec.ECPoint',
  'java.security.spec.InvalidKeySpecException',
  'java.security.spec.PKCS8EncodedKeySpec',
  'java.time.Duration',
  'java.time.Instant',
  'java.time.ZonedDateTime',
  'java.time.format.DateTimeFormatter',
  'java.util.Base64',
  'java.util.HashMap',
  'java.util.HexFormat',
  'java.util.List',
  'java.util.Map',
  'java.util.Optional',
  'java.util.UUID',
  'java.util.concurrent.Callable',
  'java.util.regex.Matcher',
  'java.util.regex.Pattern',
  'java.util.stream.Collectors',
];

/** Gives the imports of what is named outside of literals and comments. */
export function importsOf(members: readonly CodeBlock[]): readonly CodeBlock[] {
  const code = members
    .flat()
    .join('\n')
    .replaceAll(/"(?:[^"\\\n]|\\.)*"|\/\*\*.*?\*\/|\/\/.*/g, '');
  const names = new Set(Array.from(code.matchAll(/\w+/g), ([name]) => name));
  return [
    ...(names.has('UTF_8') ? [['import static java.nio.charset.StandardCharsets.UTF_8;']] : []),
    classes
      .filter((path) => names.has(path.slice(path.lastIndexOf('.') + 1)))
      .map((path) => `import ${path};`),
  ];
}
