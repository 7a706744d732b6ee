import { bodyTerms } from '../bodyTerms.ts';
import { type CodeBlock, indented } from '../codeBlock.ts';
import { csharpString } from '../encoders/csharpString.ts';
import type { JsonPiece } from '../encoders/jsonText.ts';
import { bodySecretHolds } from '../environment.ts';
import type { Form } from '../form.ts';
import type { OktaRequest } from '../request.ts';

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
  { bodyVariables }: OktaRequest,
): readonly string[] {
  return [
    'System.Net.Http.Headers',
    ...(method === 'apiToken' ? [] : ['System.Text', 'System.Text.Json.Nodes']),
    ...(bodyVariables.length === 0 ? [] : ['System.Text.Json']),
    ...(keyType === null ? [] : ['System.Security.Cryptography', 'System.Text.RegularExpressions']),
  ];
}

/** `HttpMethod.Get`, and so on. */
export function httpMethod({ method }: OktaRequest): string {
  return `HttpMethod.${method[0]}${method.slice(1).toLowerCase()}`;
}

/**
 * Makes the request of the API call, with its body.
 *
 * @param url the expression of its URL
 */
export function apiRequest(request: OktaRequest, url: string): CodeBlock {
  return [
    `new HttpRequestMessage(${httpMethod(request)}, ${url});`,
    // With an encoding and a text for the media type the header would name the charset as well.
    ...(request.body === null
      ? []
      : [
          'request.Content = new StringContent(',
          `    ${request.bodyVariables.length > 0 ? 'apiBody' : csharpExpression(request.body).join('')},`,
          '    new MediaTypeHeaderValue("application/json"));',
        ]),
  ];
}

/** The body with its secrets, and the function that takes them from the environment; nothing if it has none. */
export function bodySecrets({ body, bodyVariables }: OktaRequest): readonly CodeBlock[] {
  if (body === null || bodyVariables.length === 0) {
    return [];
  }
  const [first = '', ...rest] = csharpExpression(body);
  const terms = [first, ...rest.map((term) => `+ ${term}`)];
  return [
    [
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
    ],
    [
      'var apiBody =',
      ...indentedCsharp(terms.map((term, index) => (index < terms.length - 1 ? term : `${term};`))),
    ],
  ];
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
