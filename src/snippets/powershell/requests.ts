import { bodyTerms, joinedTerms } from '../bodyTerms.ts';
import { type CodeBlock, indented } from '../codeBlock.ts';
import type { JsonPiece } from '../encoders/jsonText.ts';
import { powershellString } from '../encoders/powershellString.ts';
import { bodySecretHolds } from '../environment.ts';
import type { Form } from '../form.ts';
import type { OktaRequest } from '../request.ts';

/** One level of indentation (PowerShell's style guide of its community). */
export function indentedPowershell(block: CodeBlock): CodeBlock {
  return indented(block, '    ');
}

/** The `using` lines of a form. */
export function usings({ method, keyType }: Form): readonly CodeBlock[] {
  return method === 'apiToken'
    ? []
    : [
        [
          ...(keyType === null ? [] : ['using namespace System.Security.Cryptography']),
          'using namespace System.Text',
        ],
      ];
}

/**
 * The parameters of the API call, entries of a hashtable.
 *
 * @param url the expression of its URL
 */
export function apiParameters(
  { method, variant }: Form,
  request: OktaRequest,
  url: string,
): CodeBlock {
  const { body, bodyVariables } = request;
  const scheme = variant === 'dpop' ? 'DPoP' : 'Bearer';
  // Without it Invoke-WebRequest would call an empty body a form.
  const needsContentType = body !== null || request.method === 'POST' || request.method === 'PUT';
  return [
    `Uri = ${url}`,
    ...(request.method === 'GET'
      ? []
      : [`Method = '${request.method[0]}${request.method.slice(1).toLowerCase()}'`]),
    ...headerEntries([
      method === 'apiToken'
        ? 'Authorization = "SSWS $env:OKTA_API_TOKEN"'
        : `Authorization = "${scheme} $accessToken"`,
      ...(variant === 'dpop'
        ? [`DPoP = New-DpopProof ${request.method} ${url} -AccessToken $accessToken`]
        : []),
    ]),
    ...(needsContentType ? ["ContentType = 'application/json'"] : []),
    ...(body === null
      ? []
      : [`Body = ${bodyVariables.length > 0 ? '$apiBody' : powershellExpression(body).join('')}`]),
    'SkipHttpErrorCheck = $true',
  ];
}

/** The body with its secrets, and the function that takes them from the environment; nothing if it has none. */
export function bodySecrets({ body, bodyVariables }: OktaRequest): readonly CodeBlock[] {
  if (body === null || bodyVariables.length === 0) {
    return [];
  }
  const [first = '', ...rest] = joinedTerms(powershellExpression(body), '+', '');
  return [
    [
      '# Gives a secret for the body as a JSON string, from its environment variable.',
      'function ConvertTo-JsonSecret([string] $Name) {',
      ...indentedPowershell([
        '$value = [Environment]::GetEnvironmentVariable($Name)',
        `if (-not $value) { throw "Set $Name to ${bodySecretHolds}." }`,
        'ConvertTo-Json -InputObject $value -Compress',
      ]),
      '}',
    ],
    [`$apiBody = ${first}`, ...indentedPowershell(rest)],
  ];
}

function powershellExpression(body: readonly JsonPiece[]): readonly string[] {
  return bodyTerms(
    body,
    powershellString,
    (variable) => `(ConvertTo-JsonSecret ${powershellString(variable)})`,
  );
}

/**
 * The parameters of the token request, entries of a hashtable.
 *
 * @param headers the entries of its headers besides `Accept`
 */
export function tokenParameters({ method }: Form, headers: readonly string[]): CodeBlock {
  return [
    'Uri = $tokenUrl',
    "Method = 'Post'",
    ...headerEntries([
      ...headers,
      ...(method === 'serviceApp' ? [] : ['Authorization = "Basic $basic"']),
    ]),
    'Body = @{',
    ...indentedPowershell([
      "grant_type = 'client_credentials'",
      'scope = $scope',
      ...(method === 'serviceApp'
        ? [
            "client_assertion_type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'",
            'client_assertion = New-ClientAssertion',
          ]
        : []),
    ]),
    '}',
    'SkipHttpErrorCheck = $true',
  ];
}

/** The variable of HTTP Basic (facts E23 and E24). */
export const basicCredential: CodeBlock = [
  '$basic = [Convert]::ToBase64String([Encoding]::UTF8.GetBytes("${clientId}:${env:OKTA_CLIENT_SECRET}"))',
];

function headerEntries(entries: readonly string[]): CodeBlock {
  return ['Headers = @{', ...indentedPowershell(["Accept = 'application/json'", ...entries]), '}'];
}
