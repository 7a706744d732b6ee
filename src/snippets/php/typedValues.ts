import type { CodeBlock } from '../codeBlock.ts';
import { phpString } from '../encoders/phpString.ts';
import { credentialOf, missingCredential } from '../environment.ts';
import type { Form } from '../form.ts';
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
export function credential({ method }: Form, refuse: (message: string) => string): CodeBlock {
  const variables = {
    serviceApp: '$keyFile',
    apiServiceIntegration: '$clientSecret',
    apiToken: '$apiToken',
  } as const;
  return [
    `${variables[method]} = getenv(${phpString(credentialOf(method))})`,
    `    ?: ${refuse(phpString(missingCredential(method)))};`,
    ...(method === 'serviceApp'
      ? [
          '$privateKey = openssl_pkey_get_private("file://$keyFile")',
          `    ?: ${refuse('"There is no usable private key in $keyFile."')};`,
        ]
      : []),
  ];
}
