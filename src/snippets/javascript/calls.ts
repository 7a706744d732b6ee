import { type CodeBlock, indented } from '../codeBlock.ts';
import { javascriptString } from '../encoders/javascriptString.ts';
import { callsOf, type OktaCall, type OktaRequest } from '../request.ts';
import { bodyExpression, secretFunction } from './body.ts';

/**
 * The calls of a program that makes several, each with what it sends, and the function for secrets where some
 * have any.
 *
 * @param typed whether they are declared with a type
 */
export function callList(request: OktaRequest, typed = false): readonly CodeBlock[] {
  const calls = callsOf(request);
  const hasSecrets = calls.some(({ bodyVariables }) => bodyVariables.length > 0);
  return [
    ...(hasSecrets ? [secretFunction(typed ? 'name: string' : 'name')] : []),
    ...(typed ? [callType] : []),
    [
      '// The calls in order, each with the JSON that it sends.',
      `const calls${typed ? ': readonly ApiCall[]' : ''} = [`,
      ...indented(calls.flatMap(callInList)),
      '];',
    ],
  ];
}

const callType: CodeBlock = [
  'interface ApiCall {',
  '  readonly method: string;',
  '  readonly url: string;',
  '  readonly body?: string;',
  '}',
];

function callInList(call: OktaCall): CodeBlock {
  const { method, apiUrl } = call;
  const properties = [
    `method: '${method}',`,
    `url: ${javascriptString(apiUrl)},`,
    ...bodyLines(call),
  ];
  return ['{', ...indented(properties), '},'];
}

function bodyLines(call: OktaCall): CodeBlock {
  const lines = bodyExpression(call);
  if (lines === undefined) return [];
  return lines.length === 1 ? [`body: ${lines[0]}`] : ['body:', ...indented(lines)];
}
