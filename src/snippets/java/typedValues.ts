import type { CodeBlock } from '../codeBlock.ts';
import { javaString } from '../encoders/javaString.ts';
import { credentialOf, missingCredential } from '../environment.ts';
import type { Form } from '../form.ts';
import type { OktaRequest } from '../request.ts';
import { constantCase, typedValuesOf } from '../typedValues.ts';

/** The values of a form's request, and its body, as constants. */
export function constants(form: Form, request: OktaRequest): CodeBlock {
  const values = typedValuesOf(form, request).map(
    ([name, value]) => [constantCase(name), value] as const,
  );
  const body = request.body === null ? [] : [['API_BODY', request.body] as const];
  return [...values, ...body].map(
    ([name, value]) => `static final String ${name} = ${javaString(value)};`,
  );
}

/** The names under which programs hold the credential of a method. */
export const credentialVariables: Readonly<Record<Form['method'], string>> = {
  serviceApp: 'keyFile',
  apiServiceIntegration: 'clientSecret',
  apiToken: 'apiToken',
};

/** Takes the credential from its environment variable. */
export function credential({ method }: Form): CodeBlock {
  const variable = credentialVariables[method];
  const message = javaString(missingCredential(method));
  return [
    `String ${variable} = System.getenv(${javaString(credentialOf(method))});`,
    `if (${variable} == null || ${variable}.isEmpty()) {`,
    ...(message.length > 50
      ? ['    throw new IllegalStateException(', `            ${message});`]
      : [`    throw new IllegalStateException(${message});`]),
    '}',
  ];
}
