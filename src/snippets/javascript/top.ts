import type { CodeBlock } from '../codeBlock.ts';
import { javascriptString } from '../encoders/javascriptString.ts';
import { credentialOf, missingCredential } from '../environment.ts';
import type { Form, KeyType } from '../form.ts';
import { needsKeyType, needsPkcs8 } from '../privateKeyAdvice.ts';
import type { OktaRequest } from '../request.ts';
import { typedValuesOf } from '../typedValues.ts';

/** How programs for Node.js find a proxy; tried with Node.js 20 and 24 (fact K39). */
export const nodeProxy =
  'Behind a proxy, set `HTTPS_PROXY` and `NODE_USE_ENV_PROXY=1`, with Node.js 24 or newer: older versions bypass the proxy.';

/** The values of a form's request as constants. */
export function typedValues(form: Form, request: OktaRequest): CodeBlock {
  return typedValuesOf(form, request).map(
    ([name, value]) => `const ${name} = ${javascriptString(value)};`,
  );
}

/** Takes the credential from its environment variable, and reads the private key. */
export function credential({ method, keyType }: Form): CodeBlock {
  const constants = {
    serviceApp: 'keyFile',
    apiServiceIntegration: 'clientSecret',
    apiToken: 'apiToken',
  } as const;
  const constant = constants[method];
  return [
    `const ${constant} = process.env.${credentialOf(method)};`,
    `if (!${constant}) {`,
    `  throw new Error(${javascriptString(missingCredential(method))});`,
    '}',
    ...(keyType === null ? [] : readPrivateKey(keyType)),
  ];
}

/** Reads the key of the app, or says in one line what the file holds instead. */
export function readPrivateKey(keyType: KeyType): CodeBlock {
  return [
    "const pem = await readFile(keyFile, 'utf8');",
    'let privateKey;',
    'try {',
    "  privateKey = createPrivateKey(pem.replace('\\uFEFF', ''));",
    '} catch {',
    "  const found = /-----BEGIN (.+?)-----/.exec(pem)?.[1] ?? 'no PEM';",
    `  console.error(\`Found \${found} in \${keyFile}, \` + ${javascriptString(needsPkcs8)});`,
    '  process.exit(1);',
    '}',
    keyType === 'RSA'
      ? "if (privateKey.asymmetricKeyType !== 'rsa') {"
      : "if (privateKey.asymmetricKeyDetails?.namedCurve !== 'prime256v1') {",
    `  console.error(keyFile + ' ' + ${javascriptString(needsKeyType(keyType))});`,
    '  process.exit(1);',
    '}',
  ];
}

/** Says how far the clock is ahead, where this is what Okta complains of. */
export function clockDifference(response: string): CodeBlock {
  return [
    `const ahead = Math.round((Date.now() - Date.parse(${response}.headers.get('date') ?? '')) / 1000);`,
    "const clock = said.includes('future') ? `\\nYour clock is ${ahead} seconds ahead of Okta's.` : '';",
  ];
}
