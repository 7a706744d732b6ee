import type { Catalogue, CatalogueOperation } from '#catalogue/operation.ts';
import { placeholdersOf } from '#catalogue/pathTemplate.ts';

/** What a pasted text is, as a person who knows says. */
export type EndpointLabel =
  | { readonly kind: 'operation'; readonly reference: string }
  | { readonly kind: 'operations'; readonly references: readonly string[] }
  | { readonly kind: 'scope'; readonly scope: string }
  | { readonly kind: 'elsewhere'; readonly id: string }
  | { readonly kind: 'noSuchMethod' }
  | { readonly kind: 'error' }
  | { readonly kind: 'unknown' };

export interface LabelledEndpoint {
  readonly text: string;
  readonly label: EndpointLabel;
}

const values: readonly string[] = [
  '00g1emaKYZTWRYYRRTSK',
  '00u118oQYT4TBGuay0g4',
  'isaac.brock@example.com',
  'isaac.brock%40example.com',
  '0oa1gjh63g214q0Hq0g4',
  'd95e06c1-0f9a-4a0d-8e4b-2f6f1d9f3c11',
];

type Form = (operation: CatalogueOperation, filled: string) => string;

export const camelCall = ({ id, tag }: CatalogueOperation): string =>
  `${tag.charAt(0).toLowerCase()}${tag.slice(1)}Api.${id}`;
export const pascal = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
export const snake = (id: string): string => id.replaceAll(/([A-Z]+)/g, '_$1').toLowerCase();
const withStyle = (path: string, style: (name: string) => string): string =>
  path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => style(name));

/** Every form in which people paste one operation so that nothing but it can be meant. */
export const operationForms: Readonly<Record<string, Form>> = {
  template: ({ method, path }) => `${method} ${path}`,
  values: ({ method }, filled) => `${method} ${filled}`,
  lowerCaseMethod: ({ method }, filled) => `${method.toLowerCase()} ${filled}`,
  colons: ({ method, path }) => `${method} ${withStyle(path, (name) => `:${name}`)}`,
  angles: ({ method, path }) => `${method} ${withStyle(path, (name) => `<${name}>`)}`,
  dollars: ({ method, path }) => `${method} ${withStyle(path, (name) => `\${${name}}`)}`,
  percents: ({ method, path }) => `${method} ${withStyle(path, () => '%s')}`,
  postman: ({ method, path }) => `${method} {{baseUrl}}${withStyle(path, (name) => `{{${name}}}`)}`,
  noLeadingSlash: ({ method }, filled) => `${method} ${filled.slice(1)}`,
  trailingSlash: ({ method }, filled) => `${method} ${filled}/`,
  doubledSlash: ({ method }, filled) => `${method} /${filled}`,
  query: ({ method }, filled) => `${method} ${filled}?limit=200&after=00u1#top`,
  address: ({ method }, filled) => `${method} https://acme.okta.com${filled}`,
  preview: ({ method }, filled) => `${method} https://acme.oktapreview.com${filled}?limit=20`,
  customDomain: ({ method }, filled) => `${method} https://id.acme.example${filled}`,
  adminHost: ({ method }, filled) => `${method} https://acme-admin.okta.com${filled}`,
  plainHttp: ({ method }, filled) => `${method} http://acme.okta.com${filled}`,
  curl: ({ method }, filled) =>
    `curl -X ${method} "https://acme.okta.com${filled}" -H "Accept: application/json" -H "Authorization: Bearer $TOKEN"`,
  curlLong: ({ method }, filled) =>
    `curl --location --request ${method} 'https://acme.okta.com${filled}' \\\n  --header 'Authorization: SSWS {{apikey}}' \\\n  --data-raw '{\n  "a": [1]\n}'`,
  curlCmd: ({ method }, filled) =>
    `curl.exe -X${method} ^\n  -H "Accept: application/json" ^\n  "https://acme.okta.com${filled}"`,
  powerShell: ({ method }, filled) =>
    `Invoke-RestMethod -Method ${method} -Uri "https://acme.okta.com${filled}" \`\n  -Headers $headers`,
  httpie: ({ method }, filled) =>
    `http ${method} https://acme.okta.com${filled} Authorization:"Bearer x"`,
  fetch: ({ method }, filled) =>
    `const answer = await fetch("https://acme.okta.com${filled}", {\n  method: '${method}',\n  headers,\n});`,
  fetchTemplate: ({ method, path }) =>
    `fetch(\`\${orgUrl}${withStyle(path, (name) => `\${${name}}`)}\`, { method: "${method}" })`,
  requests: ({ method }, filled) =>
    `response = requests.${method.toLowerCase()}(f"https://{org}${filled}", headers=headers)`,
  axios: ({ method }, filled) =>
    `axios({ method: '${method.toLowerCase()}', url: 'https://acme.okta.com${filled}' })`,
  requestsName: ({ method, path }) =>
    `requests.${method.toLowerCase()}(f"{base_url}${path}", headers=headers)`,
  hostAlone: ({ method }, filled) => `${method} acme.okta.com${filled}`,
  goRequest: ({ method }, filled) =>
    `req, err := http.NewRequest("${method}", "https://acme.okta.com${filled}", nil)`,
  log: ({ method }, filled) =>
    `10.0.0.7 - - [29/Nov/2026:07:00:00 +0000] "${method} ${filled} HTTP/1.1" 200 512`,
  rawRequest: ({ method }, filled) =>
    `${method} ${filled} HTTP/1.1\nHost: acme.okta.com\nAuthorization: Bearer x`,
  bullet: ({ method, path }) => `- \`${method} ${path}\``,
  tableRow: ({ method, path }) => `| ${method} | ${path} |`,
  id: ({ reference }) => reference,
  idSmall: ({ reference }) => reference.toLowerCase(),
  idTicked: ({ reference }) => `\`${reference}\``,
  fullId: ({ api, id }) => `${api}:${id}`,
};

/** Forms of SDKs: of operations whose id no other API has, and which is no single word. */
export const callForms: Readonly<Record<string, Form>> = {
  nodeMember: ({ id }) => `client.${id}`,
  node: (operation) => `await client.${camelCall(operation)}({ body })`,
  python: ({ id }) => `users, resp, err = await okta_client.${snake(id)}()`,
  go: ({ id, tag }) => `client.${tag}API.${pascal(id)}(ctx, "00u1").Limit(200).Execute()`,
  dotnet: ({ id, tag }) => `await ${tag.toLowerCase()}Api.${pascal(id)}Async(id)`,
  java: ({ id, tag }) => `new ${tag}Api(client).${id}("00u1")`,
  powerShell: ({ id }) => `Invoke-Okta${pascal(id)} -Limit 10`,
};

/** The labelled set: operations of all four APIs in every form, and texts that are no endpoint. The same each time. */
export function labelledEndpoints(catalogue: Catalogue): readonly LabelledEndpoint[] {
  return [
    ...operationsInEveryForm(catalogue),
    ...pathsWithoutMethod(catalogue),
    ...scopes,
    ...notOperations,
  ];
}

const perForm = 8;

function operationsInEveryForm(catalogue: Catalogue): readonly LabelledEndpoint[] {
  const all = catalogue.operations;
  const callable = all.filter(
    ({ id, reference }) =>
      /[a-z][A-Z]/.test(id) &&
      all.filter((other) => other.id === id).length === 1 &&
      reference === id,
  );
  return [...inForms(all, operationForms), ...inForms(callable, callForms)];
}

function inForms(
  from: readonly CatalogueOperation[],
  forms: Readonly<Record<string, Form>>,
): readonly LabelledEndpoint[] {
  return Object.values(forms).flatMap((form, formPosition) =>
    Array.from({ length: perForm }, (_, count) => {
      // A step without a common divisor walks through all APIs.
      const operation = from[(formPosition * 131 + count * 127 + 17) % from.length];
      if (operation === undefined) throw new Error('the catalogue is empty');
      const text = form(operation, filledPath(operation, formPosition + count));
      return { text, label: { kind: 'operation', reference: operation.reference } } as const;
    }),
  );
}

/** A path with values in it, of the shapes that Okta’s have. */
export function filledPath({ path }: CatalogueOperation, position: number): string {
  return placeholdersOf(path).reduce(
    (text, name, at) => text.replace(`{${name}}`, values[(position + at) % values.length] ?? ''),
    path,
  );
}

function pathsWithoutMethod({ operations }: Catalogue): readonly LabelledEndpoint[] {
  const paths = [
    '/api/v1/users',
    '/api/v1/groups/{groupId}',
    '/api/v1/apps',
    '/api/v1/policies/{policyId}',
  ];
  return paths.flatMap((path) => {
    const references = operations
      .filter((each) => each.path === path)
      .map(({ reference }) => reference);
    const label = { kind: 'operations', references } as const;
    const address = `https://acme.okta.com${path.replace(/\{.*\}/, values[0] ?? '')}`;
    return [
      { text: path, label },
      { text: address, label },
    ];
  });
}

const scopes: readonly LabelledEndpoint[] = [
  'okta.users.read',
  'okta.users.manage',
  'okta.logs.read',
  'okta.governance.accessRequests.manage',
  'okta.myAccount.profile.read',
  'ssf.manage',
].map((scope) => ({ text: scope, label: { kind: 'scope', scope } as const }));

const elsewhere = (id: string, texts: readonly string[]): readonly LabelledEndpoint[] =>
  texts.map((text) => ({ text, label: { kind: 'elsewhere', id } }));
const none = (kind: 'unknown' | 'noSuchMethod' | 'error', texts: readonly string[]) =>
  texts.map((text): LabelledEndpoint => ({ text, label: { kind } }));

/** Things that people paste and that are no operation of the four specifications. */
export const notOperations: readonly LabelledEndpoint[] = [
  ...elsewhere('classic-authn', [
    'POST /api/v1/authn',
    '/api/v1/authn',
    'https://acme.okta.com/api/v1/authn',
    'POST /api/v1/authn/factors/{factorId}/verify',
    'POST https://acme.okta.com/api/v1/authn/recovery/password',
    'curl -X POST -d \'{"username":"a","password":"b"}\' https://acme.okta.com/api/v1/authn',
    'requests.post("https://acme.okta.com/api/v1/authn", json=body)',
    'post api/v1/authn/recovery/token',
    '"POST /api/v1/authn HTTP/1.1" 401',
  ]),
  ...elsewhere('private-endpoint', [
    'GET /api/v1/internal/apps/0oaexample/settings/oauth/idToken',
    'https://acme-admin.okta.com/api/internal/orgs/features',
    'GET /api/internal/v1/admin/capabilities',
    'curl https://acme-admin.okta.com/api/v1/internal/roles',
    'POST /api/v1/internal/org/settings',
    'fetch("/api/internal/people/search")',
  ]),
  ...elsewhere('privileged-access', [
    'POST /v1/teams/acme/service_token',
    'https://acme.pam.okta.com/v1/teams/acme/service_token',
    'GET https://pam.okta.com/v1/teams/acme/servers',
    'GET /v1/teams/{team}/groups',
    'curl -X POST https://acme.pam.okta.com/v1/teams/acme/service_token -d "{}"',
  ]),
  ...elsewhere('workflows-flow', [
    'okta.workflows.invoke.manage',
    'https://acme.workflows.okta.com/api/flo/abc123/invoke',
    'POST https://acme.workflows.okta.com/api/flo/abc123/invoke?clientToken=x',
    'POST /api/flo/{alias}/invoke',
    'https://workflows.okta.com/app/flows',
  ]),
  ...elsewhere('scim-in', [
    'https://acme.okta.com/0oc1/scim/v2/Users',
    'POST https://acme.okta.com/abc123/scim/v2/Users',
    'GET /{connectionId}/scim/v2/Groups',
  ]),
  ...elsewhere('scim-out', [
    'POST /scim/v2/Users',
    'https://scim.example.org/scim/v2/Groups?filter=x',
    'PATCH /scim/v2/Users/{id}',
  ]),
  ...elsewhere('auth0', [
    'GET https://acme.auth0.com/api/v2/users',
    'https://acme.eu.auth0.com/oauth/token',
    'curl https://acme.us.auth0.com/api/v1/users',
  ]),
  ...elsewhere('terraform', [
    'okta_app_oauth',
    'resource "okta_group" "staff" {',
    'data "okta_user" "jane"',
    'okta_group_memberships.staff',
  ]),
  ...elsewhere('sign-in-scope', ['openid', 'offline_access', 'okta.users.read.self']),
  ...none('error', [
    'E0000006',
    'E0000011: Invalid token provided',
    'invalid_dpop_proof',
    'invalid_client',
  ]),
  ...none('noSuchMethod', [
    'DELETE /api/v1/users',
    'PATCH /api/v1/groups/{groupId}',
    'PUT /api/v1/logs',
    'HEAD /api/v1/users',
    'POST /api/v1/groups/{groupId}/users/{userId}',
    'DELETE /api/v1/logs',
  ]),
  ...none('unknown', [
    // Letters wrong, parts missing, beginnings of paths.
    'GET /api/v1/user',
    'GET /api/v1/users/{id}/group',
    'GET /api/v1/group/{groupId}/users',
    'GET /api/v1/grops',
    'GET /api/v1',
    'GET /api/v2/users',
    'GET /api/users',
    'GET /users',
    'GET /users/{id}',
    '/users',
    'GET /v1/users',
    'GET /api/v1/log',
    'GET /api/v1/systemlog',
    'GET /api/v1/events',
    'GET /api/v1/groups/rule',
    'GET /api/v1/application/{appId}',
    'GET /api/v1/users/{id}/factors/{factorId}/foo',
    'POST /api/v1/users/{id}/lifecycle/activat',
    'POST /api/v1/users/{id}/lifecycle/enable',
    'POST /oauth2/v1/tokens',
    'GET /oauth2/v2/keys',
    'GET /api/v1/users/{id}/apps/links',
    'GET /api/v1/auth',
    'GET /api/v1/webauthn',
    'GET /governance/api/v3/campaigns',
    'GET /governance/v1/campaigns',
    'GET /idp/myaccount',
    'GET /idp/myaccount/profiles',
    'GET /api/v1/sessions/me',
    'DELETE /api/v1/sessions/me',
    'POST /api/v1/idx/identify',
    'POST /idp/idx/introspect',
    'GET /login/login.htm',
    'GET /login/sessionCookieRedirect',
    'POST /app/acme_app_1/exk1/sso/saml',
    'GET /app/UserHome',
    'GET /admin/dashboard',
    'GET /signin/forgot-password',
    'GET /.well-known/jwks.json',
    'GET /oauth2/default/.well-known/foo',
    'https://acme.okta.com/',
    'https://acme.okta.com',
    // Names that no operation has.
    'listUserz',
    'listGroup',
    'xylophone',
    'getUsers',
    'client.listUserz',
    'client.addUserToGroup',
    'okta_client.get_all_users()',
    'client.userApi.fetchUsers()',
    'Invoke-OktaListEverything',
    'Get-OktaUser',
    'governance:listUsers',
    'oauth:listUsers',
    // Scopes that no operation has.
    'okta.user.read',
    'okta.users.write',
    'okta.logs.manage',
    'okta.everything.manage',
    'okta.users',
    // Other products and vendors.
    'GET https://graph.microsoft.com/v1.0/users',
    'graphClient.users.listUsers()',
    'GET https://api.github.com/users/octocat',
    'https://api.github.com/orgs/acme/members',
    'cognito.listUsers({ UserPoolId })',
    'iam.listUsers()',
    'boto3.client("iam").list_users()',
    'auth0.users.listUsers()',
    'octokit.rest.users.getUser()',
    'GET https://api.pagerduty.com/users',
    'POST https://slack.com/api/users.list',
    'GET https://acme.instructure.com/api/v1/users/1',
    'GET https://admin.googleapis.com/admin/directory/v1/users',
    'POST https://login.microsoftonline.com/acme/oauth2/v2.0/token',
    'GET https://api.stripe.com/v1/customers',
    'GET https://acme.zendesk.com/api/v2/users.json',
    'GET https://acme.atlassian.net/rest/api/3/users',
    'GET https://keycloak.example.com/admin/realms/acme/users',
    'POST https://acme.onelogin.com/auth/oauth2/v2/token',
    'https://developer.okta.com/docs/api/openapi/okta-management/management/tag/User/',
    'https://help.okta.com/en-us/content/topics/security/api.htm',
    'GET https://api.linear.app/v1/teams/acme/issues',
    'keycloak.users.listUsers()',
    // Prose and leftovers.
    'the page that lists all users',
    'I get an error when I call Okta',
    'how do I rotate a key?',
    'client.get("users")',
    'app.authorize()',
    'client.token()',
    'db.getUser(1)',
    'this.userService.createUser(user)',
    'prisma.user.listUsers()',
    'res.redirect("/login")',
    'console.log(user)',
    'token.revoke()',
    'arr.map((x) => x.id)',
    'SELECT * FROM users',
    'GET users',
    'import okta from "@okta/okta-sdk-nodejs"',
    'require("/api")',
    'npm install @okta/okta-sdk-nodejs',
    'docker run -p 8080:8080 acme/app',
    '192.168.0.1',
    'https://example.com',
    'C:/Users/me/okta.yaml',
    '../src/api/v1/users.ts',
    'and/or',
    '2026/11/29',
    'application/json',
    '<a href="/api">x</a>',
    'GET /graphql',
    'GET /api/v1/users/../groups',
    'GET https://api.github.com/api/v1/users',
    's3.listUsers',
    'admin.auth().listUsers()',
    'supabase.auth.admin.createUser({})',
    'logout()',
    'res.introspect',
    'please revoke this token',
    'https://auth0.com.acme.example/api/v1/foo',
    'GET /favicon.ico',
    'GET /health',
    'POST /webhooks/okta',
    'PUT /api/v1/users/{id}/lifecycle',
    'GET /api/v1/apps/{appId}/foo/{bar}',
    'GET /scim/v1/Users',
    'GET /api/v1/users/{id}/{x}/{y}/{z}/{w}',
  ]),
];
