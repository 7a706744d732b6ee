import type { CodeBlock } from '../codeBlock.ts';
import type { Form, KeyType } from '../form.ts';
import type { OktaRequest } from '../request.ts';
import {
  apiContent,
  basicAuthorization,
  bodySecrets,
  httpMethod,
  indentedCsharp,
  namespacesOf,
  tokenContent,
  usings,
} from './requests.ts';
import { assertionFunction, jwtFunctions, proofFunction, proofKeyPair } from './signing.ts';
import { credential, typedValues } from './typedValues.ts';

/** One exchange: a token request, if one is needed, and the call. */
export function singleRequest(form: Form, request: OktaRequest): readonly CodeBlock[] {
  const { keyType, variant } = form;
  const dpop = variant === 'dpop' && keyType !== null;
  return [
    usings(namespacesOf(form, [request])),
    typedValues(form, request),
    credential(form),
    ...bodySecrets(request),
    ...(dpop ? [proofKeyPair(keyType)] : []),
    [
      'using var http = new HttpClient();',
      'http.DefaultRequestHeaders.Accept.ParseAdd("application/json");',
    ],
    ...(form.method === 'apiToken' ? [] : [dpop ? dpopTokenRequest : tokenRequest(form)]),
    call(form, request),
    ...(keyType === null ? [] : functions(form, keyType)),
  ];
}

function tokenRequest(form: Form): CodeBlock {
  const [first = '', ...rest] = tokenContent(form);
  const last = rest.pop() ?? '';
  return [
    ...(form.method === 'serviceApp'
      ? [`using var tokenResponse = await http.PostAsync(tokenUrl, ${first}`, ...rest, `${last});`]
      : [
          'using var tokenRequest = new HttpRequestMessage(HttpMethod.Post, tokenUrl);',
          ...basicAuthorization('tokenRequest'),
          `tokenRequest.Content = ${first}`,
          ...rest,
          `${last};`,
          'using var tokenResponse = await http.SendAsync(tokenRequest);',
        ]),
    'var tokenBody = await tokenResponse.Content.ReadAsStringAsync();',
    ...accessToken,
  ];
}

const accessToken: CodeBlock = [
  ...failUnlessSuccessful('tokenResponse', 'tokenBody'),
  'var accessToken = JsonNode.Parse(tokenBody)!["access_token"]!.GetValue<string>();',
];

const dpopTokenRequest: CodeBlock = [
  'var tokenResponse = await RequestTokenAsync();',
  'var tokenBody = await tokenResponse.Content.ReadAsStringAsync();',
  'if (tokenBody.Contains("use_dpop_nonce")',
  '    && tokenResponse.Headers.TryGetValues("DPoP-Nonce", out var nonces))',
  '{',
  '    tokenResponse = await RequestTokenAsync(nonces.First());',
  '    tokenBody = await tokenResponse.Content.ReadAsStringAsync();',
  '}',
  ...accessToken,
];

function call({ method, variant }: Form, request: OktaRequest): CodeBlock {
  const scheme = method === 'apiToken' ? 'SSWS' : variant === 'dpop' ? 'DPoP' : 'Bearer';
  const token = method === 'apiToken' ? 'apiToken' : 'accessToken';
  return [
    `using var request = new HttpRequestMessage(${httpMethod(request)}, apiUrl);`,
    `request.Headers.Authorization = new AuthenticationHeaderValue("${scheme}", ${token});`,
    ...(variant === 'dpop'
      ? [
          `request.Headers.Add("DPoP", DpopProof(${httpMethod(request)}, apiUrl, token: accessToken));`,
        ]
      : []),
    ...apiContent(request),
    'using var response = await http.SendAsync(request);',
    'var body = await response.Content.ReadAsStringAsync();',
    ...failUnlessSuccessful('response', 'body', method !== 'apiToken'),
    'Console.WriteLine(body);',
    'return 0;',
  ];
}

function functions(form: Form, keyType: KeyType): readonly CodeBlock[] {
  const [first = '', ...rest] = tokenContent(form);
  const last = rest.pop() ?? '';
  return [
    ...(form.variant === 'dpop'
      ? [
          [
            '// Every attempt needs a fresh assertion and a fresh proof: the server accepts each only once.',
            'async Task<HttpResponseMessage> RequestTokenAsync(string? nonce = null)',
            '{',
            ...indentedCsharp([
              'using var tokenRequest = new HttpRequestMessage(HttpMethod.Post, tokenUrl);',
              'tokenRequest.Headers.Add("DPoP", DpopProof(HttpMethod.Post, tokenUrl, nonce));',
              `tokenRequest.Content = ${first}`,
              ...rest,
              `${last};`,
              'return await http.SendAsync(tokenRequest);',
            ]),
            '}',
          ],
        ]
      : []),
    assertionFunction(keyType),
    ...(form.variant === 'dpop' ? [proofFunction(keyType)] : []),
    ...jwtFunctions(keyType),
  ];
}

/** @param isChallenged whether the reason may stand in a header alone, as of a refused access token (fact G35) */
function failUnlessSuccessful(response: string, body: string, isChallenged = false): CodeBlock {
  const challenge = isChallenged ? ` {${response}.Headers.WwwAuthenticate}` : '';
  return [
    `if (!${response}.IsSuccessStatusCode)`,
    '{',
    `    Console.Error.WriteLine($"{(int)${response}.StatusCode}${challenge} {${body}}");`,
    '    return 1;',
    '}',
  ];
}
