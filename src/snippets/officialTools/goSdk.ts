import { type CodeBlock, indented, textOfBlocks } from '../codeBlock.ts';
import { goString } from '../encoders/goString.ts';
import { credentialOf, missingCredential } from '../environment.ts';
import type { Form } from '../form.ts';
import type { Language } from '../language.ts';
import { orgUrlOf } from '../orgUrl.ts';
import type { OktaRequest } from '../request.ts';
import { absenceOf, fromDocumentation } from './absence.ts';
import { type GroupsCall, groupsCall } from './listGroups.ts';

/** Okta's SDK for Go (facts H5, H6, H15, D22); keys of both kinds: `createKeySigner` in its client.go. */
export const goSdk: Language = {
  id: 'go-sdk',
  label: 'Go (Okta SDK)',
  kind: 'officialTool',
  // File names stay unique beside those of plain Go.
  extension: 'sdk.go',
  syntax: 'go',
  needs: 'Go 1.24 or newer and the module github.com/okta/okta-sdk-golang/v6',
  proxy: null,
  absence: (form) =>
    absenceOf(form, 'Okta’s SDK for Go', 'Go', {
      apiServiceIntegration:
        'Okta’s SDK for Go has no documented mode for a client secret: use Go, or get the access token as the Go program does and give it to the SDK in its mode Bearer.',
    }),
  note: ({ method, variant }) => {
    const version = 'The names match v6.1.5.';
    return method === 'serviceApp' && variant === 'dpop'
      ? `${fromDocumentation} ${version} The SDK detects that an app requires DPoP: its first token request fails, which the System Log shows.`
      : `${fromDocumentation} ${version}`;
  },
  command: () => null,
  environment: (form) => [credentialOf(form.method)],
  render: (form, request) => {
    const groups = groupsCall(request);
    return textOfBlocks([
      ['package main'],
      imports(groups),
      ['func main() {', ...indented([...credential(form), ...configuration(form, request)], '\t')],
      [...indented(call(groups), '\t'), '}'],
    ]);
  },
};

function imports(groups: GroupsCall | null): CodeBlock {
  return [
    'import (',
    ...(groups === null ? [] : ['\t"fmt"']),
    '\t"log"',
    '\t"os"',
    '',
    '\t"github.com/okta/okta-sdk-golang/v6/okta"',
    ')',
  ];
}

function credential({ method }: Form): CodeBlock {
  const variable = method === 'apiToken' ? 'apiToken' : 'keyFile';
  return [
    `${variable} := os.Getenv("${credentialOf(method)}")`,
    `if ${variable} == "" {`,
    `\tlog.Fatal(${goString(missingCredential(method))})`,
    '}',
    ...(method === 'apiToken'
      ? []
      : ['privateKey, err := os.ReadFile(keyFile)', 'if err != nil {', '\tlog.Fatal(err)', '}']),
  ];
}

function configuration({ method }: Form, request: OktaRequest): CodeBlock {
  const scopes = request.scope.split(' ').map(goString).join(', ');
  return [
    'config, err := okta.NewConfiguration(',
    ...indented(
      [
        `okta.WithOrgUrl(${goString(orgUrlOf(request))}),`,
        ...(method === 'apiToken'
          ? ['okta.WithToken(apiToken),']
          : [
              'okta.WithAuthorizationMode("PrivateKey"),',
              `okta.WithClientId(${goString(request.clientId)}),`,
              `okta.WithScopes([]string{${scopes}}),`,
              'okta.WithPrivateKey(string(privateKey)),',
              `okta.WithPrivateKeyId(${goString(request.keyId)}),`,
            ]),
      ],
      '\t',
    ),
    ')',
    'if err != nil {',
    '\tlog.Fatal(err)',
    '}',
    'client := okta.NewAPIClient(config)',
  ];
}

function call(groups: GroupsCall | null): CodeBlock {
  if (groups === null) {
    return ['_ = client // Its fields, such as client.GroupAPI, are the parts of the API.'];
  }
  const limit = groups.limit === null ? '' : `.Limit(${groups.limit})`;
  return [
    `groups, _, err := client.GroupAPI.ListGroups(client.GetConfig().Context)${limit}.Execute()`,
    'if err != nil {',
    '\tlog.Fatal(err)',
    '}',
    'for _, group := range groups {',
    '\tfmt.Println(group.GetId())',
    '}',
  ];
}
