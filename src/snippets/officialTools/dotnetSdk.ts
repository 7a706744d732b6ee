import { type CodeBlock, indented, textOfBlocks } from '../codeBlock.ts';
import { csharpString } from '../encoders/csharpString.ts';
import { credentialOf, type EnvironmentName, missingVariable } from '../environment.ts';
import type { Form } from '../form.ts';
import type { Language } from '../language.ts';
import { orgUrlOf } from '../orgUrl.ts';
import type { OktaRequest } from '../request.ts';
import { absenceOf, fromDocumentation } from './absence.ts';
import { groupsCall } from './listGroups.ts';

/** Okta's SDK for .NET (facts H9, H10, H15); keys of both kinds: its DefaultClientAssertionJwtGenerator. */
export const dotnetSdk: Language = {
  id: 'dotnet-sdk',
  label: '.NET (Okta SDK)',
  kind: 'officialTool',
  // File names stay unique beside those of plain C#.
  extension: 'sdk.cs',
  syntax: 'csharp',
  needs: 'the package Okta.Sdk 10.0.3 or newer',
  proxy: null,
  absence: (form) =>
    absenceOf(form, 'Okta’s SDK for .NET', 'C#', {
      apiServiceIntegration:
        'Okta’s SDK for .NET has no documented mode for a client secret: use C#, or get the access token as the C# program does and give it to the SDK in its mode BearerToken.',
    }),
  note: ({ method, variant }) => {
    const version = 'The names match version 10.0.3.';
    if (method === 'apiToken') return `${fromDocumentation} ${version}`;
    const key =
      'The SDK takes the private key as a JWK, not as PEM; the commands for the key pair make both files.';
    return variant === 'dpop'
      ? `${fromDocumentation} ${version} ${key} It uses DPoP automatically; errors in its proofs were fixed in versions up to 10.0.3.`
      : `${fromDocumentation} ${version} ${key}`;
  },
  command: () => null,
  environment: (form) => [variableOf(form)],
  render: (form, request) =>
    textOfBlocks([
      ['using Okta.Sdk.Api;', 'using Okta.Sdk.Client;'],
      credential(form),
      configuration(form, request),
      call(request),
    ]),
};

/** The SDK reads no PEM: its key has a variable of its own (fact K38). */
function variableOf({ method }: Form): EnvironmentName {
  return method === 'serviceApp' ? 'OKTA_PRIVATE_JWK_FILE' : credentialOf(method);
}

function credential(form: Form): CodeBlock {
  const name = variableOf(form);
  const variable = form.method === 'apiToken' ? 'apiToken' : 'keyFile';
  const message = missingVariable(name);
  return [
    `var ${variable} = Environment.GetEnvironmentVariable("${name}");`,
    `if (string.IsNullOrEmpty(${variable}))`,
    '{',
    `    throw new InvalidOperationException(${csharpString(message)});`,
    '}',
  ];
}

function configuration({ method }: Form, request: OktaRequest): CodeBlock {
  const scopes = request.scope.split(' ').map(csharpString).join(', ');
  return [
    'var configuration = new Configuration',
    '{',
    ...indented(
      [
        `OktaDomain = ${csharpString(orgUrlOf(request))},`,
        ...(method === 'apiToken'
          ? ['Token = apiToken,']
          : [
              'AuthorizationMode = AuthorizationMode.PrivateKey,',
              `ClientId = ${csharpString(request.clientId)},`,
              `Scopes = new HashSet<string> { ${scopes} },`,
              'PrivateKey = new JsonWebKeyConfiguration(File.ReadAllText(keyFile))',
              '{',
              `    Kid = ${csharpString(request.keyId)},`,
              '},',
            ]),
      ],
      '    ',
    ),
    '};',
  ];
}

function call(request: OktaRequest): CodeBlock {
  const groups = groupsCall(request);
  return groups === null
    ? [
        '// Each part of the API has a class of its own, such as GroupApi: new GroupApi(configuration).',
      ]
    : [
        'var groupApi = new GroupApi(configuration);',
        `foreach (var group in await groupApi.ListGroups(${groups.limit === null ? '' : `limit: ${groups.limit}`}).ToListAsync())`,
        '{',
        '    Console.WriteLine(group.Id);',
        '}',
      ];
}
