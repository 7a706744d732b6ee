import type { CodeBlock } from '../codeBlock.ts';
import { bashWord } from '../encoders/bashWord.ts';
import type { Form } from '../form.ts';
import type { OktaRequest } from '../request.ts';

/** The values of a form's request as variables. */
export function typedValues({ method }: Form, request: OktaRequest): CodeBlock {
  const apiUrl = `api_url=${bashWord(request.apiUrl)}`;
  return method === 'apiToken'
    ? [apiUrl]
    : [
        `token_url=${bashWord(request.tokenUrl)}`,
        apiUrl,
        `client_id=${bashWord(request.clientId)}`,
        ...(method === 'serviceApp' ? [`key_id=${bashWord(request.keyId)}`] : []),
        `scope=${bashWord(request.scope)}`,
      ];
}
