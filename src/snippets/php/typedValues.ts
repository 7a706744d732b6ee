import type { CodeBlock } from '../codeBlock.ts';
import { phpString } from '../encoders/phpString.ts';
import { credentialOf, missingCredential } from '../environment.ts';
import type { Form } from '../form.ts';
import type { OktaRequest } from '../request.ts';

/** The values of a form's request as constants, which functions see as well. */
export function typedValues({ method }: Form, request: OktaRequest): CodeBlock {
  const apiUrl = `const API_URL = ${phpString(request.apiUrl)};`;
  return method === 'apiToken'
    ? [apiUrl]
    : [
        `const TOKEN_URL = ${phpString(request.tokenUrl)};`,
        apiUrl,
        `const CLIENT_ID = ${phpString(request.clientId)};`,
        ...(method === 'serviceApp' ? [`const KEY_ID = ${phpString(request.keyId)};`] : []),
        `const SCOPE = ${phpString(request.scope)};`,
      ];
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
