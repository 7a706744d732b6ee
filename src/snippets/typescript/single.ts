import type { CodeBlock } from '../codeBlock.ts';
import type { Form } from '../form.ts';
import { bodySecrets } from '../javascript/body.ts';
import type { OktaRequest } from '../request.ts';
import { apiCall, client, credential, typedValues } from './client.ts';

/** One exchange: a token request, if the method has one, and the API call. */
export function singleRequest(form: Form, request: OktaRequest): readonly CodeBlock[] {
  const [first, ...others] = apiCall(request, 'apiUrl');
  return [
    [
      ...(form.method === 'serviceApp'
        ? [
            "import { createPrivateKey } from 'node:crypto';",
            "import { readFile } from 'node:fs/promises';",
          ]
        : []),
      "import { Client } from '@okta/okta-sdk-nodejs';",
    ],
    typedValues(form, request),
    credential(form),
    ...bodySecrets(request, 'name: string'),
    client(form),
    ...(form.method === 'serviceApp' ? [tokenError] : []),
    [`const response = await ${first}`, ...others, 'console.log(await response.text());'],
  ];
}

const tokenError: CodeBlock = [
  '// The SDK mistakes an error from the token endpoint for a token: check it before the call.',
  'let status = 0;',
  "client.requestExecutor.on('response', (response) => {",
  '  status = response.status;',
  '});',
  'const token = await client.oauth.getAccessToken();',
  'if (!token.access_token) throw new Error(`${status} ${JSON.stringify(token)}`);',
];
