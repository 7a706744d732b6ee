import { type CodeBlock, textOfBlocks } from '../codeBlock.ts';
import { credentialOf, environmentVariable } from '../environment.ts';
import type { Form } from '../form.ts';
import type { Language } from '../language.ts';
import { callsOf, makesSeveralCalls, type OktaRequest } from '../request.ts';
import { bodySecrets } from './command.ts';
import { everything } from './everything.ts';
import { privateKey } from './signing.ts';
import { singleRequest } from './single.ts';

/**
 * cURL in bash. Secrets reach curl through `@<(printf …)`, which the process list does not show: printf is
 * part of bash, so nothing with the secret in its arguments is ever started.
 */
export const curl: Language = {
  id: 'curl',
  label: 'cURL',
  kind: 'language',
  extension: 'sh',
  syntax: 'bash',
  needs:
    'bash, curl 7.76 or newer (7.84 to show why an access token is refused), jq, openssl and xxd',
  proxy: 'Behind a proxy, set `HTTPS_PROXY`.',
  absence: () => null,
  note: () => null,
  command: (fileName) => `bash ${fileName}`,
  environment: (form) => [credentialOf(form.method)],
  makesSeveralCalls: true,
  render: (form, request) =>
    textOfBlocks([
      head(form, request),
      ...(form.keyType === null ? [] : [privateKey(form.keyType)]),
      ...(makesSeveralCalls(form, request) ? [] : bodySecrets(request)),
      ...(form.request === 'everything' ? everything : singleRequest)(form, request),
    ]),
};

function head(form: Form, okta: OktaRequest): CodeBlock {
  const { method, request } = form;
  const calls = makesSeveralCalls(form, okta) ? callsOf(okta) : [okta];
  const bodyVariables = calls.flatMap((call) => call.bodyVariables);
  return [
    '#!/usr/bin/env bash',
    'set -euo pipefail',
    // Without it, set -e does not hold inside $(…).
    ...(request === 'everything' ? ['shopt -s inherit_errexit'] : []),
    // bash itself puts the variable's name before the message.
    ...[credentialOf(method), ...bodyVariables].map(
      (name) => `: "\${${name}:?Set it to ${environmentVariable(name).holds}.}"`,
    ),
  ];
}
