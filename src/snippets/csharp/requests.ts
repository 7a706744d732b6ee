import { bodyTerms } from '../bodyTerms.ts';
import { type CodeBlock, framed, indented } from '../codeBlock.ts';
import { csharpString } from '../encoders/csharpString.ts';
import type { JsonPiece } from '../encoders/jsonText.ts';
import { bodySecretHolds } from '../environment.ts';
import type { Form } from '../form.ts';
import type { OktaCall } from '../request.ts';

/** One level of indentation (Microsoft's conventions for C# code). */
export function indentedCsharp(block: CodeBlock): CodeBlock {
  return indented(block, '    ');
}

/** The `using` lines, in the order of the alphabet. The others come with the SDK as implicit ones. */
export function usings(namespaces: readonly string[]): CodeBlock {
  return [...new Set(namespaces)].toSorted().map((namespace) => `using ${namespace};`);
}

/** The namespaces that all programs need, and those of what is signed. */
export function namespacesOf(
  { method, keyType }: Form,
  calls: readonly OktaCall[],
): readonly string[] {
  return [
    'System.Net.Http.Headers',
    ...(method === 'apiToken' ? [] : ['System.Text', 'System.Text.Json.Nodes']),
    ...(calls.some(({ bodyVariables }) => bodyVariables.length > 0) ? ['System.Text.Json'] : []),
    ...(keyType === null ? [] : ['System.Security.Cryptography', 'System.Text.RegularExpressions']),
  ];
}

/** `HttpMethod.Get`, and so on. */
export function httpMethod({ method }: OktaCall): string {
  return `HttpMethod.${method[0]}${method.slice(1).toLowerCase()}`;
}

/** Gives the request of the API call its body; nothing if it has none. */
export function apiContent({ body, bodyVariables }: OktaCall): CodeBlock {
  // With an encoding and a text for the media type the header would name the charset as well.
  return body === null
    ? []
    : [
        'request.Content = new StringContent(',
        `    ${bodyVariables.length > 0 ? 'apiBody' : csharpExpression(body).join('')},`,
        '    new MediaTypeHeaderValue("application/json"));',
      ];
}

/** The same where a program makes several calls: the body is a variable. */
export const anyApiContent: CodeBlock = [
  'if (body is not null)',
  '    request.Content = new StringContent(body, new MediaTypeHeaderValue("application/json"));',
];

/** The body with its secrets, and the function that takes them from the environment; nothing if it has none. */
export function bodySecrets({ body, bodyVariables }: OktaCall): readonly CodeBlock[] {
  return body === null || bodyVariables.length === 0
    ? []
    : [jsonSecret, ['var apiBody =', ...indentedCsharp(framed('', bodyLines(body), ';'))]];
}

/** The calls, and the function that takes their secrets from the environment, where they have any. */
export function callList(calls: readonly OktaCall[]): readonly CodeBlock[] {
  return [
    ...(calls.some(({ bodyVariables }) => bodyVariables.length > 0) ? [jsonSecret] : []),
    [
      '// The calls in order, each with the JSON that it sends.',
      '(HttpMethod Method, string Url, string? Body)[] calls =',
      '[',
      ...indentedCsharp(calls.flatMap(callLines)),
      '];',
    ],
  ];
}

function callLines(call: OktaCall): CodeBlock {
  const start = `(${httpMethod(call)}, ${csharpString(call.apiUrl)},`;
  return call.body === null
    ? [`${start} null),`]
    : [start, ...indentedCsharp(framed('', bodyLines(call.body), '),'))];
}

const jsonSecret: CodeBlock = [
  '// Gives a secret for the body as a JSON string, from its environment variable.',
  'static string JsonSecret(string name)',
  '{',
  ...indentedCsharp([
    'var value = Environment.GetEnvironmentVariable(name);',
    'if (string.IsNullOrEmpty(value))',
    '{',
    `    throw new InvalidOperationException($"Set {name} to ${bodySecretHolds}.");`,
    '}',
    'return $"\\"{JsonEncodedText.Encode(value)}\\"";',
  ]),
  '}',
];

/** The expression of a body, each of its terms in a line of its own. */
function bodyLines(body: readonly JsonPiece[]): CodeBlock {
  return csharpExpression(body).map((term, index) => (index === 0 ? term : `+ ${term}`));
}

function csharpExpression(body: readonly JsonPiece[]): readonly string[] {
  return bodyTerms(body, csharpString, (variable) => `JsonSecret(${csharpString(variable)})`);
}

/** The content of the token request as an expression. */
export function tokenContent({ method }: Form): CodeBlock {
  return [
    'new FormUrlEncodedContent(new Dictionary<string, string>',
    '{',
    ...indentedCsharp([
      '["grant_type"] = "client_credentials",',
      '["scope"] = scope,',
      ...(method === 'serviceApp'
        ? [
            '["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",',
            '["client_assertion"] = ClientAssertion(),',
          ]
        : []),
    ]),
    '})',
  ];
}

/** Gives the token request its `Authorization` header (facts E23 and E24). */
export function basicAuthorization(request: string): CodeBlock {
  return [
    `${request}.Headers.Authorization = new AuthenticationHeaderValue(`,
    '    "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{clientId}:{clientSecret}")));',
  ];
}
