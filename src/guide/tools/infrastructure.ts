import { terraformEmailsNeedToken, terraformUnderOauth } from '../claims/apiTokenClaims.ts';
import { privateEndpoints } from '../claims/callerClaims.ts';
import { appsHaveNetworkZones } from '../claims/changeClaims.ts';
import { terraformKeyFormatConflict } from '../claims/gapClaims.ts';
import { dpopDefaultByApi, dpopDefaultInConsole } from '../claims/dpopClaims.ts';
import { terraformCredentials, terraformDpop } from '../claims/officialToolClaims.ts';
import { keyFileFormats } from '../claims/runtimeClaims.ts';
import {
  clientNetworkZone,
  keySavedOrFetched,
  onlyGrantedScopes,
  scopeAndRoleBothBound,
  scopeForm,
  upToFiftyKeys,
} from '../claims/serviceAppClaims.ts';
import {
  githubAddressesChange,
  terraformMembershipsInSilence,
  terraformPolicyMessage,
  terraformProxySetting,
  terraformUserRolesMessage,
} from '../claims/toolClaims.ts';
import { insufficientScope, invalidSession, missingAdminRole } from '../errors/apiErrors.ts';
import { assertionLivesTooLong } from '../errors/clientAuthenticationErrors.ts';
import { dpopProofReused } from '../errors/dpopErrors.ts';
import { keyFileRefused } from '../errors/errorsWithoutAnswer.ts';
import { consentRequired, outsideClientZone } from '../errors/tokenRequestErrors.ts';
import { signedForAnHour } from './signedForAnHour.ts';
import type { Tool } from './tool.ts';

// What runs in pipelines and keeps an org as code.

export const terraform: Tool = {
  id: 'terraform',
  name: 'Terraform',
  group: 'infrastructure',
  summary: 'Okta’s provider for Terraform, `okta/okta`, manages the settings of an org as code.',
  aliases: ['terraform-provider-okta', 'okta/okta', 'OpenTofu', 'Terraform provider'],
  traces: [
    /\b(?:data|resource)[ .]"?okta_[a-z]/,
    /\bokta_(?:app|group|user|users|policy|auth_server|profile_mapping|security_notification)\w*/,
    /\bOKTA_API_(?:CLIENT_ID|PRIVATE_KEY|PRIVATE_KEY_ID|SCOPES|TOKEN)\b/,
    /\bfailed to (?:get|set|create|update|delete|list|find|read|sync) [^:\n]{1,80}: (?:[^:\n]{1,80}: )?the API returned an\b/,
    /\bthe API returned an unknown error\b/,
    /^(?:╷|│ Error: )/m,
  ],
  ways: [
    {
      when: 'For an org that you manage as code',
      node: 'serviceApp',
      answers: ['oauth.yes', 'audience.ownOrg'],
    },
  ],
  credential: [
    terraformCredentials,
    {
      text: 'An older guide may tell you to create an API token. You need one only for what fails with OAuth 2.0, such as `okta_security_notification_emails`.',
      basis: [terraformCredentials, terraformEmailsNeedToken],
    },
  ],
  key: [
    {
      text: 'The setting `private_key` takes an unencrypted PEM: its text, or the path of its file.',
      basis: [terraformCredentials],
    },
    terraformKeyFormatConflict,
  ],
  silence: [
    {
      text: 'With OAuth 2.0, the provider ignores `always_apply` in `okta_profile_mapping` and `groups_claim` in `okta_app_oauth`. The plan and the run look as if everything were fine, so check both settings in the Admin Console.',
      basis: [terraformUnderOauth],
    },
    terraformMembershipsInSilence,
    terraformDpop,
    {
      text: 'An app that you create with the provider does not require DPoP unless its configuration says so. In the Admin Console, it is probably the other way round.',
      basis: [dpopDefaultByApi, dpopDefaultInConsole],
    },
  ],
  scopes: [
    {
      text: 'List the scopes in the provider’s `scopes`, and grant the same ones to the app: the token carries only granted scopes. The app also needs an admin role that covers the resources.',
      basis: [terraformCredentials, onlyGrantedScopes, scopeAndRoleBothBound],
    },
    {
      text: 'A `manage` scope includes the `read` scope of the same resource.',
      basis: [scopeForm],
    },
  ],
  extraScopes: [
    {
      use: 'data okta_user',
      scopes: ['okta.users.read', 'okta.roles.read'],
      without: 'skip_roles = true',
      basis: [terraformUnderOauth, terraformUserRolesMessage],
    },
    {
      use: 'resource okta_app_*',
      scopes: ['okta.apps.manage', 'okta.policies.read'],
      basis: [terraformUnderOauth, terraformPolicyMessage],
    },
  ],
  errors: [
    { error: missingAdminRole, here: terraformUserRolesMessage },
    { error: insufficientScope, here: terraformPolicyMessage },
    {
      error: invalidSession,
      here: {
        text: 'With OAuth 2.0, `the API returned an error: Invalid session` usually means that the provider called a private endpoint of the Admin Console. No scope gives access to these endpoints, so do that step by hand.',
        basis: [privateEndpoints],
      },
    },
    { error: assertionLivesTooLong, here: signedForAnHour },
    {
      error: dpopProofReused,
      here: {
        text: 'Before version 5.3.0, repeated calls could send the same proof twice. Install 5.3.0 or newer.',
        basis: [terraformDpop],
      },
    },
    { error: consentRequired },
  ],
  proxy: [terraformProxySetting],
  request: { kind: 'language', language: 'terraform', method: 'serviceApp', variant: 'dpop' },
};

export const ciRunner: Tool = {
  id: 'ci-runner',
  name: 'CI runners',
  group: 'infrastructure',
  summary:
    'Pipelines such as GitHub Actions, GitLab CI or Jenkins, in which a job calls Okta with nobody at the keyboard.',
  aliases: ['GitHub Actions', 'GitLab CI', 'Jenkins', 'Azure Pipelines', 'CircleCI', 'CI/CD'],
  traces: [
    /^##\[(?:error|group|section)\]/m,
    /\bProcess completed with exit code \d/,
    /\bGITHUB_(?:ACTIONS|WORKFLOW|RUN_ID)\b/,
    /\bCI_JOB_(?:ID|NAME)\b/,
  ],
  ways: [
    {
      when: 'For a job that runs on its own',
      node: 'serviceApp',
      answers: ['oauth.yes', 'audience.ownOrg'],
    },
  ],
  credential: [
    {
      text: 'The job signs with the private key of a service app. Okta needs only the public key, and a copy of that key gives nobody access. Make a service app for each pipeline: its scopes and its role then fit that pipeline alone.',
      basis: [keySavedOrFetched, scopeAndRoleBothBound],
    },
  ],
  key: [
    keyFileFormats,
    {
      text: 'Keep the private key as a masked secret in the pipeline. Give each pipeline its own key, so that you can withdraw one without stopping the others: an app can have up to 50.',
      basis: [upToFiftyKeys],
    },
  ],
  silence: [
    githubAddressesChange,
    {
      text: 'A network zone on the app therefore suits self-hosted runners, whose addresses you know. It applies to the token request and to each call.',
      basis: [githubAddressesChange, clientNetworkZone, appsHaveNetworkZones],
    },
  ],
  scopes: 'unsourced',
  extraScopes: [],
  errors: [
    {
      error: keyFileRefused,
      here: {
        text: 'Look at the first line of the key as the job gets it. For this guide’s programs, it must read `-----BEGIN PRIVATE KEY-----`, with a line break after it.',
        basis: [keyFileFormats],
      },
    },
    { error: outsideClientZone },
    { error: assertionLivesTooLong, here: signedForAnHour },
  ],
  proxy: 'unsourced',
  request: {
    kind: 'configuration',
    label: 'A GitHub Actions job that runs Terraform',
    syntax: 'yaml',
    code: `jobs:
  plan:
    runs-on: ubuntu-latest
    env:
      OKTA_ORG_NAME: integrator-1234567
      OKTA_BASE_URL: okta.com
      OKTA_API_CLIENT_ID: 0oaexampleclientid00
      OKTA_API_PRIVATE_KEY_ID: example-key-id
      OKTA_API_SCOPES: okta.groups.read
      OKTA_API_PRIVATE_KEY: \${{ secrets.OKTA_PRIVATE_KEY }}
    steps:
      - uses: actions/checkout@v4
      - run: terraform init && terraform plan`,
    basis: [terraformCredentials],
  },
};
