import { type CodeBlock, indented, textOfBlocks } from '../codeBlock.ts';
import { javaString } from '../encoders/javaString.ts';
import { credentialOf, missingCredential } from '../environment.ts';
import type { Form } from '../form.ts';
import type { Language } from '../language.ts';
import { orgUrlOf } from '../orgUrl.ts';
import type { OktaRequest } from '../request.ts';
import { absenceOf, fromDocumentation } from './absence.ts';
import { type GroupsCall, groupsCall } from './listGroups.ts';

/** Okta's SDK for Java (facts H7, H8, H15); keys of both kinds: its README, under YAML configuration. */
export const javaSdk: Language = {
  id: 'java-sdk',
  label: 'Java (Okta SDK)',
  kind: 'officialTool',
  // File names stay unique beside those of plain Java.
  extension: 'sdk.java',
  syntax: 'java',
  needs: 'Java 11 or newer, and com.okta.sdk:okta-sdk-api and okta-sdk-impl',
  proxy: null,
  absence: (form) =>
    absenceOf(form, 'Okta’s SDK for Java', 'Java', {
      apiServiceIntegration:
        'Okta’s SDK for Java has no documented mode for a client secret: use Java, or get the access token as the Java program does and give it to the SDK with setOAuth2AccessToken.',
    }),
  note: ({ method, variant }) => {
    const version = 'The names match version 25.0.1.';
    return method === 'serviceApp' && variant === 'dpop'
      ? `${fromDocumentation} ${version} A change proposed in April 2024 and later merged makes the SDK use DPoP automatically when Okta requires it. The first release with it is not documented.`
      : `${fromDocumentation} ${version}`;
  },
  command: () => null,
  environment: (form) => [credentialOf(form.method)],
  render: (form, request) => {
    const groups = groupsCall(request);
    return textOfBlocks([
      imports(form, groups),
      [
        'class OktaGroups {',
        '    public static void main(String[] args) throws Exception {',
        ...indented(credential(form), '        '),
      ],
      indented(configuration(form, request), '        '),
      [...indented(call(groups), '        '), '    }', '}'],
    ]);
  },
};

function imports({ method }: Form, groups: GroupsCall | null): CodeBlock {
  return [
    ...(method === 'apiToken'
      ? ['import com.okta.sdk.authc.credentials.TokenClientCredentials;']
      : ['import com.okta.sdk.client.AuthorizationMode;']),
    'import com.okta.sdk.client.Clients;',
    ...(groups === null ? [] : ['import com.okta.sdk.resource.api.GroupApi;']),
    'import com.okta.sdk.resource.client.ApiClient;',
    ...(groups === null ? [] : ['import com.okta.sdk.resource.model.Group;']),
    ...(method === 'apiToken' ? [] : ['import java.nio.file.Path;', 'import java.util.Set;']),
  ];
}

function credential({ method }: Form): CodeBlock {
  const variable = method === 'apiToken' ? 'apiToken' : 'keyFile';
  return [
    `String ${variable} = System.getenv("${credentialOf(method)}");`,
    `if (${variable} == null || ${variable}.isEmpty()) {`,
    `    throw new IllegalStateException(${javaString(missingCredential(method))});`,
    '}',
  ];
}

function configuration({ method }: Form, request: OktaRequest): CodeBlock {
  const scopes = request.scope.split(' ').map(javaString).join(', ');
  return [
    'ApiClient client = Clients.builder()',
    ...indented(
      [
        `.setOrgUrl(${javaString(orgUrlOf(request))})`,
        ...(method === 'apiToken'
          ? ['.setClientCredentials(new TokenClientCredentials(apiToken))']
          : [
              '.setAuthorizationMode(AuthorizationMode.PRIVATE_KEY)',
              `.setClientId(${javaString(request.clientId)})`,
              `.setKid(${javaString(request.keyId)})`,
              `.setScopes(Set.of(${scopes}))`,
              '.setPrivateKey(Path.of(keyFile))',
            ]),
        '.build();',
      ],
      '    ',
    ),
  ];
}

function call(groups: GroupsCall | null): CodeBlock {
  return groups === null
    ? ['// Each part of the API has a class of its own, such as GroupApi: new GroupApi(client).']
    : [
        'GroupApi groupApi = new GroupApi(client);',
        `for (Group group : groupApi.listGroups(null, null, null, ${groups.limit}, null, null, null, null)) {`,
        '    System.out.println(group.getId());',
        '}',
      ];
}
