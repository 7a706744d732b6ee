import { type CodeBlock, indented } from '../codeBlock.ts';
import { csharpString } from '../encoders/csharpString.ts';
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
export function namespacesOf({ method, keyType }: Form): readonly string[] {
  return [
    'System.Net.Http.Headers',
    ...(method === 'apiToken' ? [] : ['System.Text', 'System.Text.Json.Nodes']),
    ...(keyType === null ? [] : ['System.Security.Cryptography']),
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
          `    ${csharpString(request.body)},`,
          '    new MediaTypeHeaderValue("application/json"));',
        ]),
  ];
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
