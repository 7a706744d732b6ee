import type { CodeBlock } from '../codeBlock.ts';
import { goString } from '../encoders/goString.ts';
import { credentialOf, missingCredential } from '../environment.ts';
import type { Form } from '../form.ts';
import type { OktaRequest } from '../request.ts';
import { type TypedValueName, typedValuesOf } from '../typedValues.ts';

/** Go keeps initials in capitals ("Go Code Review Comments", Initialisms). */
const goNames: Readonly<Record<TypedValueName, string>> = {
  tokenUrl: 'tokenURL',
  apiUrl: 'apiURL',
  clientId: 'clientID',
  keyId: 'keyID',
  scope: 'scope',
};

/** The values of a form's request as constants. */
export function constants(form: Form, request: OktaRequest): CodeBlock {
  const values: readonly (readonly [string, string])[] = [
    ...typedValuesOf(form, request).map(([name, value]) => [goNames[name], value] as const),
    ...(request.body === null ? [] : [['apiBody', request.body] as const]),
  ];
  const width = Math.max(...values.map(([name]) => name.length));
  return values.length === 1
    ? values.map(([name, value]) => `const ${name} = ${goString(value)}`)
    : [
        'const (',
        ...values.map(([name, value]) => `  ${name.padEnd(width)} = ${goString(value)}`),
        ')',
      ];
}

const credentialVariables: Readonly<Record<Form['method'], string>> = {
  serviceApp: 'keyFile',
  apiServiceIntegration: 'clientSecret',
  apiToken: 'apiToken',
};

/** Takes the credential from its environment variable. */
export function credential({ method }: Form): CodeBlock {
  const variable = credentialVariables[method];
  return [
    `${variable} := os.Getenv(${goString(credentialOf(method))})`,
    `if ${variable} == "" {`,
    `  log.Fatal(${goString(missingCredential(method))})`,
    '}',
  ];
}
