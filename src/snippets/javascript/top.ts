import type { CodeBlock } from '../codeBlock.ts';
import { javascriptString } from '../encoders/javascriptString.ts';
import { credentialOf, missingCredential } from '../environment.ts';
import { algorithmOf, type Form } from '../form.ts';
import type { OktaRequest } from '../request.ts';

/** The values of a form's request as constants. */
export function typedValues({ method }: Form, request: OktaRequest): CodeBlock {
  const apiUrl = `const apiUrl = ${javascriptString(request.apiUrl)};`;
  return method === 'apiToken'
    ? [apiUrl]
    : [
        `const tokenUrl = ${javascriptString(request.tokenUrl)};`,
        apiUrl,
        `const clientId = ${javascriptString(request.clientId)};`,
        ...(method === 'serviceApp' ? [`const keyId = ${javascriptString(request.keyId)};`] : []),
        `const scope = ${javascriptString(request.scope)};`,
      ];
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
    ...(keyType === null
      ? []
      : [
          `const privateKey = await importPKCS8(await readFile(keyFile, 'utf8'), '${algorithmOf(keyType)}');`,
        ]),
  ];
}
