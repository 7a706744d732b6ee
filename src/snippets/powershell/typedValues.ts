import type { CodeBlock } from '../codeBlock.ts';
import { powershellString } from '../encoders/powershellString.ts';
import { credentialOf, missingCredential } from '../environment.ts';
import type { Form } from '../form.ts';
import type { OktaRequest } from '../request.ts';
import { typedValuesOf } from '../typedValues.ts';

/** The preferences of a script: an error ends it, and nothing is shown while it waits. */
export const preferences: CodeBlock = [
  "$ErrorActionPreference = 'Stop'",
  "$ProgressPreference = 'SilentlyContinue'",
];

/** The values of a form's request as variables. */
export function typedValues(form: Form, request: OktaRequest): CodeBlock {
  return typedValuesOf(form, request).map(
    ([name, value]) => `$${name} = ${powershellString(value)}`,
  );
}

/** Stops when the credential is missing; reads the private key of a service app. */
export function credential({ method, keyType }: Form): CodeBlock {
  const variable = `$env:${credentialOf(method)}`;
  return [
    `if (-not ${variable}) {`,
    `    throw ${powershellString(missingCredential(method))}`,
    '}',
    ...(keyType === null
      ? []
      : [
          `$privateKey = [${keyType === 'RSA' ? 'RSA' : 'ECDsa'}]::Create()`,
          `$privateKey.ImportFromPem((Get-Content -Raw -LiteralPath ${variable}))`,
        ]),
  ];
}
