import type { CodeBlock } from '../codeBlock.ts';
import { csharpString } from '../encoders/csharpString.ts';
import { errorHints } from '../errorHints.ts';
import type { Form } from '../form.ts';
import type { OktaRequest } from '../request.ts';
import {
  apiRequest,
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

/**
 * What a program in production needs: it keeps the token, reads all pages, waits for the rate limit
 * and tells errors apart.
 */
export function everything(form: Form, request: OktaRequest): readonly CodeBlock[] {
  const { keyType } = form;
  const dpop = form.variant === 'dpop' && keyType !== null;
  const pages = request.method === 'GET';
  return [
    usings([
      ...namespacesOf(form, request),
      'System.Net',
      ...(pages ? ['System.Text.RegularExpressions'] : []),
    ]),
    typedValues(form, request),
    [
      '(string Code, string Hint)[] hints =',
      '[',
      ...indentedCsharp(
        errorHints(form).map(({ code, hint }) => `(${csharpString(code)}, ${csharpString(hint)}),`),
      ),
      '];',
    ],
    credential(form),
    ...bodySecrets(request),
    ...(dpop ? [proofKeyPair(keyType)] : []),
    [
      '// A token goes only to Okta, so no redirect is followed.',
      'using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });',
      'http.DefaultRequestHeaders.Accept.ParseAdd("application/json");',
      ...(form.method === 'apiToken'
        ? []
        : ['string? accessToken = null;', 'var expiresAt = DateTimeOffset.MinValue;']),
      ...(dpop ? ['string? lastNonce = null;'] : []),
    ],
    program(pages),
    callFunction(form, request),
    ...(form.method === 'apiToken' ? [] : accessTokenFunctions(form)),
    sendFunction,
    ...(pages ? [nextPageFunction] : []),
    ...(keyType === null
      ? []
      : [
          assertionFunction(keyType),
          ...(dpop ? [proofFunction(keyType)] : []),
          ...jwtFunctions(keyType),
        ]),
    answerRecord(form),
  ];
}

function program(pages: boolean): CodeBlock {
  return [
    'try',
    '{',
    ...indentedCsharp([
      ...(pages
        ? [
            'string? url = apiUrl;',
            'while (url is not null)',
            '{',
            ...indentedCsharp([
              'var answer = await CallAsync(url);',
              'Console.WriteLine(answer.Body);',
              'url = NextPage(answer);',
            ]),
            '}',
          ]
        : ['var answer = await CallAsync(apiUrl);', 'Console.WriteLine(answer.Body);']),
      'return 0;',
    ]),
    '}',
    'catch (HttpRequestException exception)',
    '{',
    '    Console.Error.WriteLine(exception.Message);',
    '    return 1;',
    '}',
  ];
}

function callFunction({ method, variant }: Form, request: OktaRequest): CodeBlock {
  const scheme = method === 'apiToken' ? 'SSWS' : variant === 'dpop' ? 'DPoP' : 'Bearer';
  const token = method === 'apiToken' ? 'apiToken' : 'token';
  const [first = '', ...rest] = apiRequest(request, 'url');
  const send = [
    'var answer = await SendAsync(() =>',
    '{',
    ...indentedCsharp([
      `var request = ${first}`,
      `request.Headers.Authorization = new AuthenticationHeaderValue("${scheme}", ${token});`,
      ...(variant === 'dpop'
        ? [`request.Headers.Add("DPoP", DpopProof(${httpMethod(request)}, url, token: token));`]
        : []),
      ...rest,
      'return request;',
    ]),
    '});',
  ];
  return [
    'async Task<Answer> CallAsync(string url)',
    '{',
    ...indentedCsharp(
      method === 'apiToken'
        ? [...send, 'return answer.IsSuccess ? answer : throw answer.Failure(hints);']
        : [
            'for (var attempt = 1; ; attempt++)',
            '{',
            ...indentedCsharp([
              'var token = await GetAccessTokenAsync();',
              ...send,
              'if (answer.IsSuccess)',
              '    return answer;',
              'if (attempt == 2 || answer.Status != HttpStatusCode.Unauthorized || !answer.Says("invalid_token"))',
              '    throw answer.Failure(hints);',
              'accessToken = null;',
            ]),
            '}',
          ],
    ),
    '}',
  ];
}

function accessTokenFunctions(form: Form): readonly CodeBlock[] {
  const dpop = form.variant === 'dpop';
  const [first = '', ...rest] = tokenContent(form);
  const last = rest.pop() ?? '';
  return [
    [
      'async Task<string> GetAccessTokenAsync()',
      '{',
      ...indentedCsharp([
        'if (accessToken is not null && DateTimeOffset.UtcNow < expiresAt.AddSeconds(-60))',
        '    return accessToken;',
        'var answer = await RequestTokenAsync();',
        ...(dpop
          ? [
              'if (answer.Header("DPoP-Nonce") is not null && answer.Says("use_dpop_nonce"))',
              '    answer = await RequestTokenAsync();',
            ]
          : []),
        'if (!answer.IsSuccess)',
        '    throw answer.Failure(hints);',
        'var token = JsonNode.Parse(answer.Body)!;',
        'expiresAt = DateTimeOffset.UtcNow.AddSeconds(token["expires_in"]!.GetValue<int>());',
        'return accessToken = token["access_token"]!.GetValue<string>();',
      ]),
      '}',
    ],
    [
      ...(form.method === 'serviceApp'
        ? [
            dpop
              ? '// Every attempt needs a fresh assertion and a fresh proof: the server accepts each only once.'
              : '// Every attempt needs a fresh assertion: the server accepts each only once.',
          ]
        : []),
      `${dpop ? 'async ' : ''}Task<Answer> RequestTokenAsync()${dpop ? '' : ' => SendAsync(() =>'}`,
      ...(dpop ? ['{', ...indentedCsharp(['var answer = await SendAsync(() =>'])] : []),
      ...(dpop ? indentedCsharp : (block: CodeBlock) => block)([
        '{',
        ...indentedCsharp([
          'var request = new HttpRequestMessage(HttpMethod.Post, tokenUrl);',
          ...(dpop
            ? ['request.Headers.Add("DPoP", DpopProof(HttpMethod.Post, tokenUrl, lastNonce));']
            : []),
          ...(form.method === 'serviceApp' ? [] : basicAuthorization('request')),
          `request.Content = ${first}`,
          ...rest,
          `${last};`,
          'return request;',
        ]),
        '});',
      ]),
      ...(dpop
        ? [
            ...indentedCsharp([
              'lastNonce = answer.Header("DPoP-Nonce") ?? lastNonce;',
              'return answer;',
            ]),
            '}',
          ]
        : []),
    ],
  ];
}

const sendFunction: CodeBlock = [
  '// Sends a request. While the rate limit is used up, it waits and sends a fresh one.',
  'async Task<Answer> SendAsync(Func<HttpRequestMessage> createRequest)',
  '{',
  ...indentedCsharp([
    'for (var attempt = 0; ; attempt++)',
    '{',
    ...indentedCsharp([
      'using var request = createRequest();',
      'using var response = await http.SendAsync(request);',
      'var answer = new Answer(',
      '    response.StatusCode, response.Headers, await response.Content.ReadAsStringAsync());',
      'if (answer.Status != HttpStatusCode.TooManyRequests || attempt == 5)',
      '    return answer;',
      'long.TryParse(answer.Header("X-Rate-Limit-Reset"), out var reset);',
      'var seconds = reset - DateTimeOffset.UtcNow.ToUnixTimeSeconds();',
      'await Task.Delay(TimeSpan.FromSeconds(Math.Clamp(seconds, 1, 60)));',
    ]),
    '}',
  ]),
  '}',
];

const nextPageFunction: CodeBlock = [
  'string? NextPage(Answer answer)',
  '{',
  ...indentedCsharp([
    'var next = Regex.Match(answer.Header("Link") ?? "", "<([^>]+)>; *rel=\\"next\\"");',
    'if (!next.Success)',
    '    return null;',
    'var url = next.Groups[1].Value;',
    'var origin = new Uri(apiUrl).GetLeftPart(UriPartial.Authority) + "/";',
    'return url.StartsWith(origin, StringComparison.Ordinal)',
    '    ? url',
    '    : throw new HttpRequestException($"The next page is on another host: {url}");',
  ]),
  '}',
];

const answerRecord = ({ keyType }: Form): CodeBlock => [
  'record Answer(HttpStatusCode Status, HttpResponseHeaders Headers, string Body)',
  '{',
  ...indentedCsharp([
    'public bool IsSuccess => (int)Status is >= 200 and < 300;',
    '',
    'public string? Header(string name) =>',
    '    Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;',
    '',
    'public bool Says(string code) => (Header("WWW-Authenticate") + Body).Contains(code);',
    '',
    'public HttpRequestException Failure((string Code, string Hint)[] hints)',
    '{',
    ...indentedCsharp([
      'var hint = hints.FirstOrDefault(entry => Says(entry.Code)).Hint;',
      ...(keyType === null
        ? []
        : [
            'var ahead = (DateTimeOffset.UtcNow - Headers.Date)?.TotalSeconds;',
            'var clock = Body.Contains("future") ? $"Your clock is {ahead:F0} seconds ahead of Okta\'s." : null;',
          ]),
      `string?[] lines = [$"HTTP {(int)Status}", Header("WWW-Authenticate"), Body, hint${keyType === null ? '' : ', clock'}];`,
      'return new HttpRequestException(string.Join("\\n", lines.Where(line => !string.IsNullOrEmpty(line))));',
    ]),
    '}',
  ]),
  '}',
];
