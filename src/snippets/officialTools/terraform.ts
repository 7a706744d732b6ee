import { type CodeBlock, textOfBlocks } from '../codeBlock.ts';
import { terraformString } from '../encoders/terraformString.ts';
import { credentialOf, environmentVariable } from '../environment.ts';
import type { Form } from '../form.ts';
import type { Language } from '../language.ts';
import type { OktaRequest } from '../request.ts';
import { absenceOf, fromDocumentation } from './absence.ts';
import { groupsCall } from './listGroups.ts';
import { providerSettings, terraformBlock, terraformRequirement } from './terraformBlocks.ts';

/**
 * Okta's provider for Terraform (facts H12 to H15). It reads the API token from an environment
 * variable itself. It has no variable for the path of a key, so the path comes from a Terraform
 * variable.
 */
export const terraform: Language = {
  id: 'terraform',
  label: 'Terraform',
  kind: 'officialTool',
  extension: 'tf',
  syntax: 'hcl',
  needs: 'Terraform and the provider okta/okta 6.12',
  proxy: null,
  absence: (form) =>
    absenceOf(form, 'Okta’s provider for Terraform', 'one of the languages', {
      apiServiceIntegration:
        'Okta’s provider for Terraform has no documented mode for a client secret, but takes an access token (access_token): get one with a program in one of the languages.',
      ecKey: 'Okta documents only RSA keys for its provider for Terraform: use an RSA key.',
    }),
  note: ({ method, variant }) => {
    const version = 'The names match version 6.12.0.';
    if (method === 'apiToken') {
      return `${fromDocumentation} ${version} The provider’s documentation calls API tokens a legacy scheme.`;
    }
    // Facts H13 and H14.
    const key =
      'Okta’s own guide asks for a PKCS#1 key; the provider’s documentation accepts PKCS#8 as well.';
    return variant === 'dpop'
      ? `${fromDocumentation} ${version} ${key} The provider uses DPoP automatically, with fixes up to 6.12.0.`
      : `${fromDocumentation} ${version} ${key}`;
  },
  command: () => null,
  environment: (form) => [credentialOf(form.method)],
  render: (form, request) =>
    textOfBlocks([
      terraformRequirement,
      ...(form.method === 'apiToken' ? [] : [keyFileVariable]),
      provider(form, request),
      ...(groupsCall(request) === null
        ? []
        : [
            ['data "okta_groups" "all" {}'],
            ['output "groups" {', '  value = data.okta_groups.all.groups', '}'],
          ]),
    ]),
};

const keyFileVariable: CodeBlock = [
  '# export TF_VAR_private_key_file="$OKTA_PRIVATE_KEY_FILE"',
  ...terraformBlock('variable "private_key_file"', [
    ['type', 'string'],
    ['description', terraformString(environmentVariable('OKTA_PRIVATE_KEY_FILE').holds)],
  ]),
];

function provider({ method }: Form, request: OktaRequest): CodeBlock {
  const scopes = request.scope.split(' ').map(terraformString).join(', ');
  return [
    ...(method === 'apiToken'
      ? ['# The provider reads the API token from the environment variable OKTA_API_TOKEN.']
      : []),
    ...terraformBlock('provider "okta"', [
      ...providerSettings(request),
      ...(method === 'apiToken'
        ? []
        : ([
            ['client_id', terraformString(request.clientId)],
            ['private_key_id', terraformString(request.keyId)],
            ['private_key', 'file(var.private_key_file)'],
            ['scopes', `[${scopes}]`],
          ] as const)),
    ]),
  ];
}
