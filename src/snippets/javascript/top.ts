import type { CodeBlock } from '../codeBlock.ts';
import { javascriptString } from '../encoders/javascriptString.ts';
import { credentialOf, missingCredential } from '../environment.ts';
import { algorithmOf, type Form } from '../form.ts';
import type { OktaRequest } from '../request.ts';
import { typedValuesOf } from '../typedValues.ts';

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
    ...(keyType === null
      ? []
      : [
          `const privateKey = await importPKCS8(await readFile(keyFile, 'utf8'), '${algorithmOf(keyType)}');`,
        ]),
  ];
}
