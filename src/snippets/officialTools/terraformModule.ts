import { type CodeBlock, indented, textOfBlocks } from '../codeBlock.ts';
import { terraformString } from '../encoders/terraformString.ts';
import type { Form, KeyType } from '../form.ts';
import type { Language } from '../language.ts';
import { orgUrlOf } from '../orgUrl.ts';
import type { OktaRequest } from '../request.ts';
import { fromDocumentation } from './absence.ts';
import { providerSettings, terraformBlock, terraformRequirement } from './terraformBlocks.ts';

/**
 * The whole set-up of a service app as a module: the app with the public key, the grants and the admin role.
 *
 * Source: the provider's pages of `okta_app_oauth`, `okta_app_oauth_api_scope` and `okta_app_oauth_role_assignment`
 * (facts H12, K14), and the operations that each of them stands for, with their scopes (the catalogue). The
 * argument for DPoP came with https://github.com/okta/terraform-provider-okta/pull/2950, after 6.12.0.
 */
export const terraformModule: Language = {
  id: 'terraform-module',
  label: 'Terraform module',
  kind: 'officialTool',
  extension: 'module.tf',
  syntax: 'hcl',
  needs: 'Terraform and the provider okta/okta 6.12',
  proxy: null,
  writesSetUp: true,
  absence: ({ method, request }) => {
    if (method === 'apiToken') {
      return 'Terraform cannot make an API token: the API has no operation that creates one. An admin makes it in the Admin Console.';
    }
    if (method === 'apiServiceIntegration') {
      return 'Each customer adds an API service integration from the catalog. The vendor has no app to set up in that org.';
    }
    return request === 'everything'
      ? 'The set-up is the same for one request and for a whole program. It is shown with the single request.'
      : null;
  },
  note: ({ variant }) => {
    const who =
      'It sets up the app that your program uses, so run it with another credential, one that may create apps, grant scopes and assign roles.';
    return variant === 'dpop'
      ? `${fromDocumentation} ${who} The argument for DPoP came after version 6.12.0. If your version does not have it, require DPoP in the Admin Console.`
      : `${fromDocumentation} ${who}`;
  },
  command: () => null,
  environment: () => [],
  render: (form, request) =>
    textOfBlocks([
      terraformRequirement,
      [
        '# Takes its own credential from the environment: OKTA_API_CLIENT_ID, OKTA_API_PRIVATE_KEY_ID,',
        '# OKTA_API_PRIVATE_KEY and OKTA_API_SCOPES, which must contain:',
        `# ${scopesOfSetUp.join(' ')}`,
        ...terraformBlock('provider "okta"', providerSettings(request)),
      ],
      terraformBlock('variable "public_key_file"', [
        ['type', 'string'],
        [
          'description',
          terraformString('the path of the public half of your key pair, as a JWK with kid'),
        ],
      ]),
      terraformBlock('variable "app_label"', [
        ['type', 'string'],
        ['description', terraformString('the name of the app, as admins will see it')],
      ]),
      terraformBlock('variable "admin_role"', [
        ['type', 'string'],
        [
          'description',
          terraformString('the standard admin role that the app gets, such as HELP_DESK_ADMIN'),
        ],
      ]),
      terraformBlock('locals', [['public_key', 'jsondecode(file(var.public_key_file))']]),
      app(form),
      terraformBlock('resource "okta_app_oauth_api_scope" "program"', [
        ['app_id', 'okta_app_oauth.program.id'],
        ['issuer', terraformString(orgUrlOf(request))],
        ['scopes', scopeList(request)],
      ]),
      terraformBlock('resource "okta_app_oauth_role_assignment" "program"', [
        ['client_id', 'okta_app_oauth.program.client_id'],
        ['type', 'var.admin_role'],
      ]),
      terraformBlock('output "client_id"', [['value', 'okta_app_oauth.program.client_id']]),
    ]),
};

/** What the provider itself needs for the module: the operations behind its resources, and what it also reads (K14). */
export const scopesOfSetUp: readonly string[] = [
  'okta.apps.manage',
  'okta.appGrants.manage',
  'okta.roles.manage',
  'okta.policies.read',
];

function app({ keyType, variant }: Form): CodeBlock {
  const settings = terraformBlock('resource "okta_app_oauth" "program"', [
    ['label', 'var.app_label'],
    ['type', terraformString('service')],
    ['grant_types', `[${terraformString('client_credentials')}]`],
    ['response_types', `[${terraformString('token')}]`],
    ['token_endpoint_auth_method', terraformString('private_key_jwt')],
  ]);
  const dpop = [
    '',
    '# Version 6.12.0 does not have this argument yet.',
    'dpop_bound_access_tokens = true',
  ];
  return [
    ...settings.slice(0, -1),
    ...(variant === 'dpop' ? indented(dpop) : []),
    '',
    ...indented(terraformBlock('jwks', publicKeyMembers(keyType))),
    '}',
  ];
}

/** The members of a public key (RFC 7518, sections 6.2.1 and 6.3.1) that the provider's `jwks` block has. */
function publicKeyMembers(keyType: KeyType | null): readonly (readonly [string, string])[] {
  const members = keyType === 'EC' ? ['kty', 'kid', 'x', 'y'] : ['kty', 'kid', 'e', 'n'];
  return members.map((name) => [name, `local.public_key.${name}`]);
}

function scopeList({ scope }: OktaRequest): string {
  return `[${scope.split(' ').map(terraformString).join(', ')}]`;
}
