import { bodyTerms, joinedTerms } from '../bodyTerms.ts';
import { type CodeBlock, indented } from '../codeBlock.ts';
import { javascriptString } from '../encoders/javascriptString.ts';
import { bodySecretHolds } from '../environment.ts';
import type { OktaCall, OktaRequest } from '../request.ts';

/** A body as an expression, with the secrets that it takes from the environment; undefined where a call has none. */
export function bodyExpression({ body }: OktaCall): CodeBlock | undefined {
  return body === null
    ? undefined
    : joinedTerms(bodyTerms(body, javascriptString, secret), '+', ',');
}

/** The property of a request that holds its body; nothing where it has none. */
export function bodyProperty({ body, bodyVariables }: OktaRequest): CodeBlock {
  if (body === null) {
    return [];
  }
  return bodyVariables.length > 0
    ? ['body: apiBody,']
    : [`body: ${bodyTerms(body, javascriptString, secret).join('')},`];
}

/**
 * The body with its secrets, and the function that takes them from the environment; nothing if it has none.
 *
 * @param name how the function declares its parameter
 */
export function bodySecrets(
  { body, bodyVariables }: OktaRequest,
  name: 'name' | 'name: string' = 'name',
): readonly CodeBlock[] {
  if (body === null || bodyVariables.length === 0) {
    return [];
  }
  return [
    secretFunction(name),
    [
      'const apiBody =',
      ...indented(joinedTerms(bodyTerms(body, javascriptString, secret), '+', ';')),
    ],
  ];
}

function secret(variable: string): string {
  return `jsonSecret(${javascriptString(variable)})`;
}

/**
 * The function that takes a secret of a body from the environment.
 *
 * @param name how it declares its parameter
 */
export function secretFunction(name: 'name' | 'name: string' = 'name'): CodeBlock {
  return [
    '// Gives a secret for the body as a JSON string, from its environment variable.',
    `function jsonSecret(${name}) {`,
    ...indented([
      'const value = process.env[name];',
      `if (!value) throw new Error(\`Set \${name} to ${bodySecretHolds}.\`);`,
      'return JSON.stringify(value);',
    ]),
    '}',
  ];
}
