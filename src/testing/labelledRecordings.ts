import type { Catalogue, CatalogueOperation } from '#catalogue/operation.ts';

import { camelCall, filledPath, pascal, snake } from './labelledEndpoints.ts';

/** A recording, with what a person who knows says is in it. */
export interface LabelledRecording {
  /** The form, for the report of a failure. */
  readonly form: string;
  readonly text: string;
  readonly fileName?: string;
  /** References of the operations that it calls, each as often as it does. */
  readonly operations: readonly string[];
  /** Paths whose method it does not say, as the specification writes them. */
  readonly unsettled?: readonly string[];
}

interface Request {
  readonly method: string;
  readonly path: string;
  readonly operation: CatalogueOperation;
}

type Writer = (requests: readonly Request[]) => string;

const host = 'acme.okta.com';
const lines =
  (write: (request: Request, position: number) => string): Writer =>
  (requests) =>
    `${requests.map(write).join('\n')}\n`;
const jsonLines = (write: (request: Request) => object): Writer =>
  lines((request) => JSON.stringify(write(request)));
const time = '29/Nov/2026:07:00:00 +0000';

const harEntry = ({ method, path }: Request, origin = `https://${host}`) => ({
  startedDateTime: '2026-11-29T07:00:00.000Z',
  time: 12.5,
  request: {
    method,
    url: `${origin}${path}?limit=20&after=00u1`,
    httpVersion: 'HTTP/2',
    cookies: [{ name: 'sid', value: '102abcdefghij' }],
    headers: [
      { name: 'Authorization', value: 'SSWS 00aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' },
      { name: 'Referer', value: `https://${host}/api/v1/zones` },
    ],
    queryString: [{ name: 'q', value: 'GET /api/v1/logs HTTP/1.1' }],
    postData: { mimeType: 'application/json', text: '{"url":"https://acme.okta.com/api/v1/apps"}' },
  },
  response: {
    status: 200,
    content: {
      mimeType: 'application/json',
      text: JSON.stringify({ _links: { self: { href: 'https://acme.okta.com/api/v1/apps' } } }),
    },
  },
});
const noise: readonly Request[] = [
  { method: 'GET', path: '/assets/js/app.js' },
  { method: 'GET', path: '/login/login.htm' },
  { method: 'OPTIONS', path: '/api/v1/users' },
].map(({ method, path }) => ({ method, path, operation: undefinedOperation() }));

function undefinedOperation(): CatalogueOperation {
  return {
    api: 'management',
    id: 'none',
    reference: 'none',
    method: 'GET',
    path: '/none',
    tag: 'None',
    parameters: [],
    credentials: { apiToken: false, scopeSets: [], clientAuthentication: [] },
    deprecated: false,
    adminRoles: [],
    permissions: [],
    noScopeRequired: false,
  };
}

const har = (requests: readonly Request[], indent?: number): string =>
  JSON.stringify(
    {
      log: {
        version: '1.2',
        creator: { name: 'WebInspector', version: '537.36' },
        pages: [{ id: 'page_1', title: `https://${host}/api/v1/groups` }],
        entries: [
          ...requests.map((each) => harEntry(each)),
          ...noise.map((each) => harEntry(each)),
          ...requests.slice(0, 2).map((each) => harEntry(each, 'https://graph.microsoft.com')),
        ],
      },
    },
    null,
    indent,
  );

const postmanItem = ({ method, path, operation }: Request, url: unknown) => ({
  name: operation.id,
  event: [
    { listen: 'test', script: { exec: ['pm.sendRequest("https://acme.okta.com/api/v1/zones")'] } },
  ],
  request: {
    method,
    header: [{ key: 'Authorization', value: 'SSWS {{apikey}}' }],
    body: { mode: 'raw', raw: '{"url":"/api/v1/apps"}' },
    url,
    description: `Calls ${path} and then GET /api/v1/zones`,
  },
  response: [
    { name: 'ok', originalRequest: { method: 'GET', url: `https://${host}/api/v1/zones` } },
  ],
});
const postman =
  (version: string, url: (request: Request) => unknown): Writer =>
  (requests) =>
    JSON.stringify(
      {
        info: {
          _postman_id: 'd95e06c1-0f9a-4a0d-8e4b-2f6f1d9f3c11',
          name: 'Users (Okta API)',
          schema: `https://schema.getpostman.com/json/collection/${version}/collection.json`,
        },
        item: [
          {
            name: 'Folder',
            item: [
              {
                name: 'Inner',
                item: requests.slice(0, 3).map((each) => postmanItem(each, url(each))),
              },
            ],
          },
          ...requests.slice(3).map((each) => postmanItem(each, url(each))),
        ],
        variable: [{ key: 'url', value: `https://${host}` }],
      },
      null,
      2,
    );
const doubled = ({ operation }: Request): string =>
  operation.path.replaceAll(/\{([^}]+)\}/g, '{{$1}}');

/** Recordings of requests, by whose shape they have. */
const requestRecordings: Readonly<Record<string, Writer>> = {
  'HAR, indented': (requests) => har(requests, 2),
  'HAR in one line': (requests) => har(requests),
  'Postman 2.1': postman('v2.1.0', (each) => ({
    raw: `{{url}}${doubled(each)}?limit=20`,
    host: ['{{url}}'],
    path: doubled(each).slice(1).split('/'),
    query: [{ key: 'limit', value: '20' }],
  })),
  'Postman 2.1 in parts': postman('v2.1.0', (each) => ({
    host: ['{{url}}'],
    path: each.operation.path
      .slice(1)
      .replaceAll(/\{([^}]+)\}/g, ':$1')
      .split('/'),
  })),
  'Postman 2.0': postman('v2.0.0', (each) => `https://${host}${each.path}`),
  'common log format': lines(
    ({ method, path }) => `10.0.0.7 - - [${time}] "${method} ${path} HTTP/1.1" 200 512`,
  ),
  'combined log format': lines(
    ({ method, path }) =>
      `10.0.0.7 - jo [${time}] "${method} ${path}?limit=2 HTTP/1.1" 200 512 "https://${host}/api/v1/zones" "okta-sdk-java/8"`,
  ),
  'combined with the virtual host': lines(
    ({ method, path }) =>
      `${host}:443 10.0.0.7 - - [${time}] "${method} ${path} HTTP/2.0" 200 5 "-" "-"`,
  ),
  'nginx with times': lines(
    ({ method, path }) =>
      `10.0.0.7 - - [${time}] "${method} ${path} HTTP/1.1" 200 512 "-" "curl/8.5" rt=0.120 uct="0.001" host="${host}"`,
  ),
  Envoy: lines(
    ({ method, path }) =>
      `[2026-11-29T07:00:00.000Z] "${method} ${path} HTTP/1.1" 200 - 0 512 12 11 "-" "python-requests/2.32" "d95e06c1-0f9a-4a0d-8e4b-2f6f1d9f3c11" "${host}" "10.0.0.9:443"`,
  ),
  HAProxy: lines(
    ({ method, path }) =>
      `Nov 29 07:00:00 lb haproxy[811]: 10.0.0.7:51234 [29/Nov/2026:07:00:00.123] out~ okta/s1 0/0/1/30/31 200 512 - - ---- 1/1/0/0/0 0/0 "${method} ${path} HTTP/1.1"`,
  ),
  'load balancer': lines(
    ({ method, path }) =>
      `https 2026-11-29T07:00:00.000000Z app/out/50dc6c495c0c9188 10.0.0.7:2817 10.0.0.9:443 0.000 0.001 0.000 200 200 34 366 "${method} https://${host}:443${path} HTTP/1.1" "curl/8.5" ECDHE TLSv1.3 arn:aws:x "Root=1"`,
  ),
  Squid: lines(
    ({ method, path }) =>
      `1732863600.123    181 10.0.0.7 TCP_MISS/200 4194 ${method} https://${host}${path} jo HIER_DIRECT/10.0.0.9 application/json`,
  ),
  urllib3: lines(
    ({ method, path }) =>
      `2026-11-29 07:00:00,123 DEBUG urllib3.connectionpool https://${host}:443 "${method} ${path}?limit=2 HTTP/1.1" 200 None`,
  ),
  OkHttp: lines(({ method, path }) => `INFO: --> ${method} https://${host}${path} (12-byte body)`),
  logfmt: lines(
    ({ method, path }) =>
      `time=2026-11-29T07:00:00Z level=info msg="outbound call" method=${method} host=${host} path="${path}" status=200`,
  ),
  'IIS, W3C extended': (requests) =>
    `#Software: Microsoft Internet Information Services 10.0\n#Version: 1.0\n#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs(User-Agent) sc-status\n${requests
      .map(
        ({ method, path }) =>
          `2026-11-29 07:00:00 10.0.0.9 ${method} ${path} limit=2 443 curl/8.5 200`,
      )
      .join('\n')}\n`,
  CloudFront: (requests) =>
    `#Version: 1.0\n#Fields: date time x-edge-location cs-method cs(Host) cs-uri-stem sc-status\n${requests
      .map(({ method, path }) =>
        ['2026-11-29', '07:00:00', 'FRA2', method, host, path, '200'].join('\t'),
      )
      .join('\n')}\n`,
  'nginx as JSON': jsonLines(({ method, path }) => ({
    time_iso8601: '2026-11-29T07:00:00Z',
    request_method: method,
    request_uri: `${path}?limit=2`,
    host,
    http_referer: `https://${host}/api/v1/zones`,
    status: '200',
  })),
  'request line as JSON': jsonLines(({ method, path }) => ({
    remote_addr: '10.0.0.7',
    request: `${method} ${path} HTTP/1.1`,
    status: 200,
  })),
  Caddy: jsonLines(({ method, path }) => ({
    level: 'info',
    logger: 'http.log.access',
    request: {
      remote_ip: '10.0.0.7',
      proto: 'HTTP/2.0',
      method,
      host,
      uri: path,
      headers: { Authorization: ['SSWS x'] },
    },
    status: 200,
  })),
  Traefik: jsonLines(({ method, path }) => ({
    ClientAddr: '10.0.0.7:51234',
    RequestHost: host,
    RequestMethod: method,
    RequestPath: path,
    RequestProtocol: 'HTTP/2.0',
  })),
  'Cloud Logging': jsonLines(({ method, path }) => ({
    insertId: 'x',
    httpRequest: { requestMethod: method, requestUrl: `https://${host}${path}`, status: 200 },
  })),
  'Elastic Common Schema': jsonLines(({ method, path }) => ({
    '@timestamp': '2026-11-29T07:00:00Z',
    http: { request: { method, body: { content: '/api/v1/zones' } } },
    url: { full: `https://${host}${path}`, domain: host, path },
  })),
  'pino-http': jsonLines(({ method, path }) => ({
    level: 30,
    req: { id: 1, method, url: path, headers: { cookie: 'sid=102' } },
    res: { statusCode: 200 },
    msg: 'request completed',
  })),
  'Docker around common log format': jsonLines(({ method, path }) => ({
    log: `10.0.0.7 - - [${time}] "${method} ${path} HTTP/1.1" 200 512\n`,
    stream: 'stdout',
  })),
  'CSV of a search': (requests) =>
    `"_time","method","uri","status"\r\n${requests
      .map(
        ({ method, path }) =>
          `"2026-11-29 07:00:00","${method}","https://${host}${path}?limit=2","200"`,
      )
      .join('\r\n')}\r\n`,
  'a list': lines(({ method, operation }) => `${method} ${operation.path}`),
  'a list of ids': lines(({ operation }) => operation.reference),
  'a Markdown table': (requests) =>
    `| Method | Path |\n| --- | --- |\n${requests.map(({ method, operation }) => `| ${method} | ${operation.path} |`).join('\n')}\n`,
  'a JSON list': (requests) =>
    JSON.stringify(requests.map(({ method, operation }) => `${method} ${operation.path}`)),
  'a shell’s history': lines(
    ({ method, path }) =>
      `curl -s -X ${method} -H "Authorization: SSWS $TOKEN" 'https://${host}${path}' | jq '.[].id'`,
  ),
};

interface CodeForm {
  readonly fileName: string;
  readonly write: Writer;
}

const styled = ({ operation }: Request, style: (name: string) => string): string =>
  operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => style(name));
const lower = ({ method }: Request): string => method.toLowerCase();
const title = ({ method }: Request): string => method.charAt(0) + method.slice(1).toLowerCase();
/** A path put together with an operator. */
const joinedPath = (request: Request, operator: string): string =>
  `"${styled(request, (name) => `" ${operator} ${name} ${operator} "`)}"`.replace(
    new RegExp(` \\${operator} ""$`),
    '',
  );
const file = (
  fileName: string,
  before: string,
  after: string,
  body: (request: Request) => string,
): CodeForm => ({
  fileName,
  write: (requests) => `${before}\n${requests.map(body).join('\n')}\n${after}\n`,
});

const javascript = (body: (request: Request) => string) =>
  file(
    'sync.js',
    `// Once it called GET /api/v1/zones.\nconst orgUrl = process.env.OKTA_ORG_URL;\nexport async function sync(groupId, userId) {`,
    '}',
    body,
  );
const python = (body: (request: Request) => string) =>
  file(
    'sync.py',
    '# requests.get(f"{org_url}/api/v1/zones")\nimport requests\norg_url = "https://acme.okta.com"\n\ndef sync():',
    '',
    body,
  );
const go = (body: (request: Request) => string) =>
  file(
    'sync.go',
    'package main\n\nimport (\n\t"net/http"\n)\n\n// http.Get(orgURL + "/api/v1/zones")\nfunc sync() {',
    '}',
    body,
  );
const java = (body: (request: Request) => string) =>
  file(
    'Sync.java',
    'import java.net.http.*;\n\npublic class Sync {\n  /* reads /api/v1/zones */\n  void sync() throws Exception {',
    '  }\n}',
    body,
  );
const csharp = (body: (request: Request) => string) =>
  file(
    'Sync.cs',
    'using System.Net.Http;\n\n// client.GetAsync("/api/v1/zones")\npublic class Sync {\n  public async Task Run() {',
    '  }\n}',
    body,
  );
const powershell = (body: (request: Request) => string) =>
  file('Sync.ps1', 'param([string]$OrgUrl)\n# Invoke-RestMethod "$OrgUrl/api/v1/zones"', '', body);

/** Requests in source code of six languages, and in shell scripts, PHP and Ruby. */
const codeOfRequests: Readonly<Record<string, CodeForm>> = {
  'JavaScript, fetch': javascript(
    (each) =>
      `  const answer = await fetch(\`\${orgUrl}${styled(each, (name) => `\${${name}}`)}\`, {\n    method: '${each.method}',\n    headers: { authorization },\n  });`,
  ),
  'JavaScript, axios by method': javascript(
    (each) => `  await axios.${lower(each)}(orgUrl + ${joinedPath(each, '+')}, { headers });`,
  ),
  'JavaScript, axios by options': javascript(
    (each) =>
      `  await axios({\n    method: '${lower(each)}',\n    url: \`\${orgUrl}${styled(each, (name) => `\${encodeURIComponent(${name})}`)}\`,\n  });`,
  ),
  'JavaScript, address in a variable': javascript(
    (each) =>
      `  {\n    const url = \`\${orgUrl}${styled(each, (name) => `\${${name}}`)}?limit=20\`;\n    const answer = await fetch(url, { method: '${each.method}', headers });\n  }`,
  ),
  'Python, requests': python(
    (each) =>
      `    answer = requests.${lower(each)}(f"{org_url}${styled(each, (name) => `{${name}}`)}", headers=headers)`,
  ),
  'Python, requests.request': python(
    (each) =>
      `    answer = session.request(\n        "${each.method}",\n        "%s${styled(each, () => '%s')}" % (org_url, x),\n        headers=headers,\n    )`,
  ),
  'Python, address in a variable': python(
    (each) =>
      `    url = f"{org_url}${styled(each, (name) => `{user['${name}']}`)}"\n    answer = requests.${lower(each)}(url, headers=headers)`,
  ),
  'Python, httpx': python(
    (each) => `    answer = await client.${lower(each)}(org_url + ${joinedPath(each, '+')})`,
  ),
  'Go, NewRequest': go(
    (each) =>
      `\treq, err := http.NewRequest("${each.method}", fmt.Sprintf("%s${styled(each, () => '%s')}", orgURL, id), nil)`,
  ),
  'Go, constants of methods': go(
    (each) =>
      `\turl := orgURL + ${joinedPath(each, '+')}\n\treq, err := http.NewRequestWithContext(ctx, http.Method${title(each)}, url, nil)`,
  ),
  'Java, HttpClient': java(
    (each) =>
      `    HttpRequest request = HttpRequest.newBuilder()\n        .uri(URI.create(orgUrl + ${joinedPath(each, '+')}))\n        .header("Authorization", authorization)\n        .method("${each.method}", HttpRequest.BodyPublishers.noBody())\n        .build();`,
  ),
  'Java, String.format': java(
    (each) =>
      `    var url = String.format("%s${styled(each, () => '%s')}", orgUrl, id);\n    restTemplate.exchange(url, HttpMethod.${each.method}, entity, String.class);`,
  ),
  'C#, HttpRequestMessage': csharp(
    (each) =>
      `    var request = new HttpRequestMessage(HttpMethod.${title(each)}, $"{orgUrl}${styled(each, (name) => `{user.${pascal(name)}}`)}");`,
  ),
  'C#, by method': csharp(
    (each) =>
      `    var answer = await client.${title(each)}Async($"${styled(each, (name) => `{${name}}`)}"${each.method.startsWith('P') ? ', content' : ''});`,
  ),
  'PowerShell, Invoke-RestMethod': powershell(
    (each) =>
      `$answer = Invoke-RestMethod -Method ${title(each)} -Uri "$OrgUrl${styled(each, (name) => `$($${name})`)}" -Headers $headers`,
  ),
  'PowerShell, a table': powershell(
    (each) =>
      `$call = @{\n  Uri     = "$OrgUrl${styled(each, (name) => `$${name}`)}"\n  Method  = '${title(each)}'\n  Headers = $headers\n}\nInvoke-RestMethod @call`,
  ),
  'PowerShell, lines that go on': powershell(
    (each) =>
      `Invoke-WebRequest -Method ${each.method} \`\n  -Uri "$OrgUrl${styled(each, (name) => `$${name}`)}?limit=2" \`\n  -Headers $headers`,
  ),
  'PHP, cURL': file(
    'sync.php',
    '<?php\n// once: /api/v1/zones\n$ch = curl_init();',
    '',
    (each) =>
      `curl_setopt($ch, CURLOPT_URL, $orgUrl . "${styled(each, (name) => `{$${name}}`)}");\ncurl_setopt($ch, CURLOPT_CUSTOMREQUEST, '${each.method}');\n$answer = curl_exec($ch);`,
  ),
  'Ruby, Net::HTTP': file(
    'sync.rb',
    "require 'net/http'\n# /api/v1/zones",
    '',
    (each) => `request = Net::HTTP::${title(each)}.new("${styled(each, (name) => `#{${name}}`)}")`,
  ),
  'a shell script': file(
    'sync.sh',
    '#!/bin/bash\nset -euo pipefail\n# curl "$ORG_URL/api/v1/zones"',
    '',
    (each) =>
      `curl --silent --fail \\\n  --request ${each.method} \\\n  --header "Authorization: SSWS $OKTA_API_TOKEN" \\\n  "$ORG_URL${styled(each, (name) => `$${name.toUpperCase()}`)}"`,
  ),
};

/** Calls of Okta’s SDKs. */
const codeOfSdks: Readonly<Record<string, CodeForm>> = {
  'Node.js SDK': file(
    'sdk.js',
    "import okta from '@okta/okta-sdk-nodejs';\nconst client = new okta.Client({ orgUrl });\n// await client.networkZoneApi.listNetworkZones();",
    '',
    ({ operation }) =>
      `const result = await client.${camelCall(operation)}({ id });\nconsole.log(result.toString());`,
  ),
  'Python SDK': file(
    'sdk.py',
    'from okta.client import Client as OktaClient\nclient = OktaClient(config)\n# client.list_network_zones()',
    '',
    ({ operation }) =>
      `result, resp, err = await client.${snake(operation.id)}(user_id)\nprint(result)`,
  ),
  'Go SDK': file(
    'sdk.go',
    'package main\n\nimport "github.com/okta/okta-sdk-golang/v5/okta"\n\nfunc sync() {',
    '}',
    ({ operation }) =>
      `\tresult, resp, err := client.${operation.tag.replaceAll(/[^A-Za-z]/g, '')}API.${pascal(operation.id)}(ctx, id).Limit(20).Execute()`,
  ),
  'Java SDK': file(
    'Sdk.java',
    'import com.okta.sdk.client.Clients;\n\npublic class Sdk {\n  void sync(ApiClient client) {',
    '  }\n}',
    ({ operation }) =>
      `    new ${operation.tag.replaceAll(/[^A-Za-z]/g, '')}Api(client).${operation.id}("00u1", null)\n        .forEach(each -> log.info(each.getId()));`,
  ),
  '.NET SDK': file(
    'Sdk.cs',
    'using Okta.Sdk.Api;\n\npublic class Sdk {\n  public async Task Run() {',
    '  }\n}',
    ({ operation }) =>
      `    var result = await new ${operation.tag.replaceAll(/[^A-Za-z]/g, '')}Api(configuration).${pascal(operation.id)}Async(id);\n    Console.WriteLine(result.ToJson());`,
  ),
  'PowerShell module': file(
    'Sdk.ps1',
    'Import-Module Okta.PowerShell\n# Invoke-OktaListNetworkZones',
    '',
    ({ operation }) =>
      `$result = Invoke-Okta${pascal(operation.id)} -Id $id\nWrite-Output $result.Count`,
  ),
};

/** Events of the System Log with the request that brought each about, by hand. */
const events: readonly (readonly [eventType: string, requestUri: string, reference: string])[] = [
  ['user.lifecycle.create', '/api/v1/users', 'createUser'],
  [
    'user.lifecycle.deactivate',
    '/api/v1/users/00u118oQYT4TBGuay0g4/lifecycle/deactivate',
    'deactivateUser',
  ],
  ['user.lifecycle.suspend', '/api/v1/users/00u118oQYT4TBGuay0g4/lifecycle/suspend', 'suspendUser'],
  ['user.lifecycle.delete.initiated', '/api/v1/users/00u118oQYT4TBGuay0g4', 'deleteUser'],
  ['group.lifecycle.create', '/api/v1/groups', 'addGroup'],
  ['group.lifecycle.delete', '/api/v1/groups/00g1emaKYZTWRYYRRTSK', 'deleteGroup'],
  ['group.profile.update', '/api/v1/groups/00g1emaKYZTWRYYRRTSK', 'replaceGroup'],
  [
    'group.user_membership.add',
    '/api/v1/groups/00g1emaKYZTWRYYRRTSK/users/00u118oQYT4TBGuay0g4',
    'assignUserToGroup',
  ],
  [
    'group.user_membership.remove',
    '/api/v1/groups/00g1emaKYZTWRYYRRTSK/users/00u118oQYT4TBGuay0g4',
    'unassignUserFromGroup',
  ],
  ['application.lifecycle.create', '/api/v1/apps', 'createApplication'],
  ['application.lifecycle.update', '/api/v1/apps/0oa1gjh63g214q0Hq0g4', 'replaceApplication'],
  [
    'application.lifecycle.deactivate',
    '/api/v1/apps/0oa1gjh63g214q0Hq0g4/lifecycle/deactivate',
    'deactivateApplication',
  ],
  ['application.lifecycle.delete', '/api/v1/apps/0oa1gjh63g214q0Hq0g4', 'deleteApplication'],
  ['zone.create', '/api/v1/zones', 'createNetworkZone'],
  ['user.session.clear', '/api/v1/users/00u118oQYT4TBGuay0g4/sessions', 'revokeUserSessions'],
];
/** Events that leave open which of the operations at the path it was. */
const openEvents: readonly (readonly [eventType: string, requestUri: string, path: string])[] = [
  ['user.account.update_profile', '/api/v1/users/00u118oQYT4TBGuay0g4', '/api/v1/users/{id}'],
  ['system.org.rate_limit.warning', '/api/v1/groups', '/api/v1/groups'],
  ['group.user_membership.add', '/api/v1/users', '/api/v1/users'],
];
const allEvents = [...events, ...openEvents];
const eventRecord = ([eventType, requestUri]: readonly [string, string, string]) => ({
  actor: {
    id: '0oa1gjh63g214q0Hq0g4',
    type: 'PublicClientApp',
    alternateId: 'jo@example.com',
    displayName: 'Sync',
  },
  client: { userAgent: { rawUserAgent: 'okta-sdk-java/8' }, ipAddress: '10.0.0.7' },
  displayMessage: 'Something',
  eventType,
  outcome: { result: 'SUCCESS' },
  published: '2026-11-29T07:00:00.000Z',
  debugContext: {
    debugData: { requestId: 'x', requestUri, url: `${requestUri}?limit=2`, dtHash: 'abc' },
  },
  transaction: { type: 'WEB', id: 'x', detail: {} },
  request: { ipChain: [{ ip: '10.0.0.7' }] },
  target: [{ id: '00u118oQYT4TBGuay0g4', type: 'User', url: 'https://acme.okta.com/api/v1/zones' }],
});
const ofEvents = {
  operations: events.map(([, , reference]) => reference),
  unsettled: openEvents.map(([, , path]) => path),
};

const systemLogs: readonly LabelledRecording[] = [
  {
    form: 'System Log, a list',
    text: JSON.stringify(allEvents.map(eventRecord), null, 2),
    ...ofEvents,
  },
  {
    form: 'System Log, JSON lines',
    text: allEvents.map((each) => JSON.stringify(eventRecord(each))).join('\n'),
    ...ofEvents,
  },
  {
    form: 'System Log, by EventBridge',
    text: allEvents
      .map((each) => JSON.stringify({ source: 'okta', detail: eventRecord(each) }))
      .join('\n'),
    ...ofEvents,
  },
  {
    form: 'System Log, CSV',
    text: [
      'timestamp,event_type,actor.id,actor.type,debug_context.debug_data.request_uri,outcome.result',
      ...allEvents.map(
        ([type, uri]) =>
          `2026-11-29T07:00:00.000Z,${type},0oa1gjh63g214q0Hq0g4,PublicClientApp,${uri},SUCCESS`,
      ),
    ].join('\n'),
    ...ofEvents,
  },
  {
    form: 'System Log, CSV with all debug data in a column',
    text: [
      '"published","eventType","debugContext.debugData"',
      ...allEvents.map(
        ([type, uri]) =>
          `"2026-11-29","${type}","{requestId=x, requestUri=${uri}, url=${uri}?limit=2}"`,
      ),
    ].join('\r\n'),
    ...ofEvents,
  },
];

/** Recordings in which no operation of Okta’s is called. */
const none: readonly LabelledRecording[] = [
  ['', undefined],
  ['\n\n', undefined],
  ['{}', undefined],
  ['[]', undefined],
  ['{"log":{"entries":[]}}', undefined],
  ['The job lists all users and then creates a group for each of them.', undefined],
  [`10.0.0.7 - - [${time}] "GET /index.html HTTP/1.1" 200 5\n`, undefined],
  [
    `graph.microsoft.com:443 10.0.0.7 - - [${time}] "GET /api/v1/users HTTP/1.1" 200 5\n`,
    undefined,
  ],
  [
    JSON.stringify({
      log: {
        entries: [{ request: { method: 'GET', url: 'https://api.github.com/api/v1/users' } }],
      },
    }),
    undefined,
  ],
  [JSON.stringify({ method: 'GET', url: 'https://intranet.example/api/v1/users' }), undefined],
  [
    'const users = await cognito.listUsers({ UserPoolId });\nconst one = await octokit.rest.users.getUser();\n',
    'a.js',
  ],
  [
    'import boto3\nclient = boto3.client("iam")\nfor user in client.list_users():\n    print(user)\n',
    'a.py',
  ],
  [
    'import { Client } from "@microsoft/microsoft-graph-client";\nconst client = Client.init();\nawait client.listUsers();\n',
    'a.ts',
  ],
  [
    'class UserService {\n  async createUser(user) { return this.repository.createUser(user); }\n}\n',
    'a.ts',
  ],
  [
    '// GET /api/v1/users\n/* fetch("/api/v1/groups") */\n * POST /api/v1/groups\nconst x = 1;\n',
    'a.js',
  ],
  ['"""Calls GET /api/v1/users first."""\ndef main():\n    pass\n', 'a.py'],
  ['app.get("/users", listUsers);\nrouter.post("/groups", createGroup);\n', 'a.js'],
  [
    'await fetch("https://api.example.com/v1/users");\nawait axios.post("/graphql", body);\n',
    'a.js',
  ],
].map(([text = '', fileName]): LabelledRecording => {
  const recording = { form: `none: ${text.slice(0, 40)}`, text, operations: [] };
  return fileName === undefined ? recording : Object.assign(recording, { fileName });
});

const perForm = 12;

/** Some of the operations, others for each position. */
const chosen = (from: readonly CatalogueOperation[], position: number): readonly Request[] =>
  Array.from({ length: perForm }, (_, count) => {
    const operation = from[(position * 131 + count * 127 + 29) % from.length];
    if (operation === undefined) throw new Error('the catalogue is empty');
    return { method: operation.method, path: filledPath(operation, position + count), operation };
  });
const labels = (requests: readonly Request[]) =>
  requests.map(({ operation }) => operation.reference);

/** The labelled set: operations of all four APIs in every form, and recordings without any. The same each time. */
export function labelledRecordings(catalogue: Catalogue): readonly LabelledRecording[] {
  const all = catalogue.operations;
  const callable = all.filter(
    ({ id, reference, api }) => api === 'management' && reference === id && /[a-z][A-Z]/.test(id),
  );
  return [
    ...Object.entries(requestRecordings).map(([form, write], position) => {
      const requests = chosen(all, position);
      return { form, text: write(requests), operations: labels(requests) };
    }),
    ...Object.entries(codeOfRequests).map(([form, { write, fileName }], position) => {
      const requests = chosen(all, position + 40).filter(({ method }) => method !== 'OPTIONS');
      return { form, fileName, text: write(requests), operations: labels(requests) };
    }),
    ...Object.entries(codeOfSdks).map(([form, { write, fileName }], position) => {
      const requests = chosen(callable, position + 80);
      return { form, fileName, text: write(requests), operations: labels(requests) };
    }),
    ...systemLogs,
    ...none,
  ];
}
