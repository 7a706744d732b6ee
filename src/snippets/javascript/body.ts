import { bodyTerms, joinedTerms } from '../bodyTerms.ts';
import { type CodeBlock, indented } from '../codeBlock.ts';
import { javascriptString } from '../encoders/javascriptString.ts';
import { bodySecretHolds } from '../environment.ts';
import type { OktaRequest } from '../request.ts';

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
 * The body with its secrets, and the function that takes them from the environment; nothing where it has none.
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
    [
      '// Gives a secret of the body as a JSON string, from its environment variable.',
      `function jsonSecret(${name}) {`,
      ...indented([
        'const value = process.env[name];',
        `if (!value) throw new Error(\`Set \${name} to ${bodySecretHolds}.\`);`,
        'return JSON.stringify(value);',
      ]),
      '}',
    ],
    [
      'const apiBody =',
      ...indented(joinedTerms(bodyTerms(body, javascriptString, secret), '+', ';')),
    ],
  ];
}

function secret(variable: string): string {
  return `jsonSecret(${javascriptString(variable)})`;
}
