import { type CodeBlock, indented, textOfBlocks } from '../codeBlock.ts';
import { pythonString } from '../encoders/pythonString.ts';
import { credentialOf, missingCredential } from '../environment.ts';
import type { Form } from '../form.ts';
import type { Language } from '../language.ts';
import { orgUrlOf } from '../orgUrl.ts';
import type { OktaRequest } from '../request.ts';
import { absenceOf, fromDocumentation } from './absence.ts';
import { groupsCall } from './listGroups.ts';

/** Okta's SDK for Python (facts H3, H4, H15). */
export const pythonSdk: Language = {
  id: 'python-sdk',
  label: 'Python (Okta SDK)',
  kind: 'officialTool',
  // File names stay unique beside those of plain Python.
  extension: 'sdk.py',
  syntax: 'python',
  needs: 'Python 3.9 or newer and the package okta 3.4',
  proxy: null,
  absence: (form) =>
    absenceOf(form, 'Okta’s SDK for Python', 'Python', {
      apiServiceIntegration:
        'Okta’s SDK for Python has no documented mode for a client secret: use Python, or get the access token as the Python program does and give it to the SDK as token in its mode Bearer.',
      ecKey: 'Okta documents only RSA keys for its SDK for Python: use an RSA key, or use Python.',
    }),
  note: ({ method, variant }) => {
    const version = 'The names match okta 3.4.';
    if (method === 'apiToken') return `${fromDocumentation} ${version}`;
    return variant === 'dpop'
      ? `${fromDocumentation} ${version} DPoP came with 3.4.0 and is off until dpopEnabled is set.`
      : `${fromDocumentation} ${version} It fails with an app that requires DPoP, because dpopEnabled is not set.`;
  },
  command: () => null,
  environment: (form) => [credentialOf(form.method)],
  render: (form, request) => textOfBlocks(program(form, request)),
};

function program(form: Form, request: OktaRequest): readonly CodeBlock[] {
  const variable = form.method === 'apiToken' ? 'api_token' : 'private_key_file';
  return [
    [
      'import asyncio',
      'import os',
      'import sys',
      ...(form.method === 'apiToken' ? [] : ['from pathlib import Path']),
    ],
    ['from okta.client import Client'],
    [
      `${variable} = os.environ.get("${credentialOf(form.method)}")`,
      `if not ${variable}:`,
      `    sys.exit(${pythonString(missingCredential(form.method))})`,
    ],
    [
      'config = {',
      ...indented(configuration(form, request), '    '),
      '}',
      '',
      '',
      'async def main():',
      '    client = Client(config)',
      ...indented(call(request), '    '),
      '',
      '',
      'asyncio.run(main())',
    ],
  ];
}

function configuration({ method, variant }: Form, request: OktaRequest): CodeBlock {
  const orgUrl = `"orgUrl": ${pythonString(orgUrlOf(request))},`;
  if (method === 'apiToken') {
    return [orgUrl, '"token": api_token,'];
  }
  const scopes = request.scope.split(' ').map(pythonString).join(', ');
  return [
    orgUrl,
    '"authorizationMode": "PrivateKey",',
    `"clientId": ${pythonString(request.clientId)},`,
    `"scopes": [${scopes}],`,
    '"privateKey": Path(private_key_file).read_text(),',
    `"kid": ${pythonString(request.keyId)},`,
    ...(variant === 'dpop' ? ['"dpopEnabled": True,'] : []),
  ];
}

function call(request: OktaRequest): CodeBlock {
  const groups = groupsCall(request);
  return groups === null
    ? ['# Each operation of the API is a method of the client.']
    : [
        `groups, _, error = await client.list_groups(${groups.limit === null ? '' : `limit=${groups.limit}`})`,
        'if error:',
        '    sys.exit(str(error))',
        'for group in groups:',
        '    print(group.id)',
      ];
}
