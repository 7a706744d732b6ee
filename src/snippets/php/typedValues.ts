import type { CodeBlock } from '../codeBlock.ts';
import { phpString } from '../encoders/phpString.ts';
import { credentialOf, missingCredential } from '../environment.ts';
import type { Form, KeyType } from '../form.ts';
import { needsKeyType, needsPkcs8 } from '../privateKeyAdvice.ts';
import type { OktaRequest } from '../request.ts';
import { constantCase, typedValuesOf } from '../typedValues.ts';

/** The values of a form's request as constants, which functions see as well. */
export function typedValues(form: Form, request: OktaRequest): CodeBlock {
  return typedValuesOf(form, request).map(
    ([name, value]) => `const ${constantCase(name)} = ${phpString(value)};`,
  );
}

/**
 * The credential from its environment variable.
 *
 * @param refuse gives the expression that ends the program with a message, itself a PHP expression
 */
export function credential(
  { method, keyType }: Form,
  refuse: (message: string) => string,
): CodeBlock {
  const variables = {
    serviceApp: '$keyFile',
    apiServiceIntegration: '$clientSecret',
    apiToken: '$apiToken',
  } as const;
  return [
    `${variables[method]} = getenv(${phpString(credentialOf(method))})`,
    `    ?: ${refuse(phpString(missingCredential(method)))};`,
    ...(keyType === null ? [] : privateKey(keyType, refuse)),
  ];
}

/** Reads the key of the app, or says in one line what the file holds instead. */
function privateKey(keyType: KeyType, refuse: (message: string) => string): CodeBlock {
  const isOther =
    keyType === 'RSA'
      ? "($key['type'] ?? null) !== OPENSSL_KEYTYPE_RSA"
      : "($key['ec']['curve_name'] ?? null) !== 'prime256v1'";
  return [
    '$pem = (string) @file_get_contents($keyFile);',
    String.raw`$privateKey = openssl_pkey_get_private(ltrim($pem, "\xEF\xBB\xBF"), '');`,
    'if (!$privateKey) {',
    "    preg_match('/-----BEGIN (.+?)-----/', $pem, $found);",
    "    $found = $found[1] ?? 'no PEM';",
    `    ${refuse(`"Found $found in $keyFile, " . ${phpString(needsPkcs8)}`)};`,
    '}',
    '$key = openssl_pkey_get_details($privateKey);',
    `if (${isOther}) {`,
    `    ${refuse(`"$keyFile " . ${phpString(needsKeyType(keyType))}`)};`,
    '}',
  ];
}
