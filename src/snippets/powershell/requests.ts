import { bodyTerms, joinedTerms } from '../bodyTerms.ts';
import { type CodeBlock, indented } from '../codeBlock.ts';
import type { JsonPiece } from '../encoders/jsonText.ts';
import { powershellString } from '../encoders/powershellString.ts';
import { bodySecretHolds } from '../environment.ts';
import type { Form } from '../form.ts';
import type { HttpMethod } from '../operation.ts';
import type { OktaCall, OktaRequest } from '../request.ts';

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
export function apiParameters(form: Form, request: OktaRequest, url: string): CodeBlock {
  const { body, bodyVariables, method } = request;
  // Without it Invoke-WebRequest would call an empty body a form.
  const needsContentType = body !== null || sendsEmptyForm.includes(method);
  return [
    `Uri = ${url}`,
    ...(method === 'GET' ? [] : [`Method = '${method[0]}${method.slice(1).toLowerCase()}'`]),
    ...apiHeaders(form, method, url),
    ...(needsContentType ? ["ContentType = 'application/json'"] : []),
    ...(body === null
      ? []
      : [`Body = ${bodyVariables.length > 0 ? '$apiBody' : powershellExpression(body).join('')}`]),
    'SkipHttpErrorCheck = $true',
  ];
}

/** The same where a program makes several calls: lines that give the parameters of `$Method`, `$Url`, `$Body`. */
export function anyApiParameters(form: Form): CodeBlock {
  const methods = sendsEmptyForm.map((method) => `'${method}'`).join(', ');
  return [
    '$parameters = @{',
    ...indentedPowershell([
      'Uri = $Url',
      'Method = $Method',
      ...apiHeaders(form, '$Method', '$Url'),
      'SkipHttpErrorCheck = $true',
    ]),
    '}',
    '# Without a content type, Invoke-WebRequest would call an empty body a form.',
    `if ($null -ne $Body -or $Method -in ${methods}) {`,
    "    $parameters.ContentType = 'application/json'",
    '}',
    'if ($null -ne $Body) { $parameters.Body = $Body }',
    '$parameters',
  ];
}

/** The methods with which Invoke-WebRequest sends a body even where there is none. */
const sendsEmptyForm: readonly HttpMethod[] = ['POST', 'PUT'];

/** @param method as an argument of a command */
function apiHeaders(form: Form, method: string, url: string): CodeBlock {
  const dpop = form.variant === 'dpop';
  return headerEntries([
    form.method === 'apiToken'
      ? 'Authorization = "SSWS $env:OKTA_API_TOKEN"'
      : `Authorization = "${dpop ? 'DPoP' : 'Bearer'} $accessToken"`,
    ...(dpop ? [`DPoP = New-DpopProof ${method} ${url} -AccessToken $accessToken`] : []),
  ]);
}

/** The body with its secrets, and the function that takes them from the environment; nothing if it has none. */
export function bodySecrets({ body, bodyVariables }: OktaRequest): readonly CodeBlock[] {
  if (body === null || bodyVariables.length === 0) {
    return [];
  }
  const [first = '', ...rest] = bodyLines(body);
  return [jsonSecretFunction, [`$apiBody = ${first}`, ...rest]];
}

/** The calls, and before them the function that takes their secrets from the environment, where they have any. */
export function callList(calls: readonly OktaCall[]): readonly CodeBlock[] {
  return [
    ...(calls.some(({ bodyVariables }) => bodyVariables.length > 0) ? [jsonSecretFunction] : []),
    [
      '# The calls in order: method, URL, and the JSON that is sent.',
      '$calls = @(',
      ...indentedPowershell(calls.flatMap(callLines)),
      ')',
    ],
  ];
}

function callLines({ method, apiUrl, body }: OktaCall): CodeBlock {
  const start = [`Method = '${method}'`, `Url = ${powershellString(apiUrl)}`];
  if (body === null) return [`@{ ${start.join('; ')} }`];
  const [first = '', ...rest] = bodyLines(body);
  return ['@{', ...indentedPowershell([...start, `Body = ${first}`, ...rest]), '}'];
}

const jsonSecretFunction: CodeBlock = [
  '# Gives a secret for the body as a JSON string, from its environment variable.',
  'function ConvertTo-JsonSecret([string] $Name) {',
  ...indentedPowershell([
    '$value = [Environment]::GetEnvironmentVariable($Name)',
    `if (-not $value) { throw "Set $Name to ${bodySecretHolds}." }`,
    'ConvertTo-Json -InputObject $value -Compress',
  ]),
  '}',
];

/** A body as an expression, each term but the first on an indented line of its own. */
function bodyLines(body: readonly JsonPiece[]): CodeBlock {
  const [first = '', ...rest] = joinedTerms(powershellExpression(body), '+', '');
  return [first, ...indentedPowershell(rest)];
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
