import type { CodeBlock } from '../codeBlock.ts';
import { csharpString } from '../encoders/csharpString.ts';
import { errorHints } from '../errorHints.ts';
import type { Form } from '../form.ts';
import { callsOf, makesSeveralCalls, type OktaRequest } from '../request.ts';
import {
  anyApiContent,
  apiContent,
  basicAuthorization,
  bodySecrets,
  callList,
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
  const several = makesSeveralCalls(form, request);
  const calls = several ? callsOf(request) : [request];
  const pages = calls.some(({ method }) => method === 'GET');
  const values = typedValues(form, request);
  return [
    usings([
      ...namespacesOf(form, calls),
      'System.Net',
      ...(pages ? ['System.Text.RegularExpressions'] : []),
    ]),
    ...(values.length === 0 ? [] : [values]),
    [
      '(string Code, string Hint)[] hints =',
      '[',
      ...indentedCsharp(
        errorHints(form).map(({ code, hint }) => `(${csharpString(code)}, ${csharpString(hint)}),`),
      ),
      '];',
    ],
    credential(form),
    ...(several ? callList(calls) : bodySecrets(request)),
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
    program(several ? eachCall(pages) : oneCall(request)),
    callFunction(form, several ? anyCall : pageOf(request)),
    ...(form.method === 'apiToken' ? [] : accessTokenFunctions(form)),
    sendFunction(several),
    ...(pages ? [nextPageFunction(several ? 'firstUrl' : null)] : []),
    ...(keyType === null
      ? []
      : [
          assertionFunction(keyType),
          ...(dpop ? [proofFunction(keyType)] : []),
          ...jwtFunctions(keyType),
        ]),
    answerRecord(form, several),
  ];
}

/** A call of the API, as its function takes it. */
interface Callee {
  readonly parameters: string;
  /** As an expression. */
  readonly method: string;
  /** Gives the request its body. */
  readonly content: CodeBlock;
}

const pageOf = (request: OktaRequest): Callee => ({
  parameters: 'string url',
  method: httpMethod(request),
  content: apiContent(request),
});

const anyCall: Callee = {
  parameters: 'HttpMethod method, string url, string? body',
  method: 'method',
  content: anyApiContent,
};

/** @param made what the program does, while it listens for errors */
function program(made: CodeBlock): CodeBlock {
  return [
    'try',
    '{',
    ...indentedCsharp([...made, 'return 0;']),
    '}',
    'catch (HttpRequestException exception)',
    '{',
    '    Console.Error.WriteLine(exception.Message);',
    '    return 1;',
    '}',
  ];
}

/** Makes the one call of a program, page by page where it lists. */
function oneCall({ method }: OktaRequest): CodeBlock {
  return method === 'GET'
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
    : ['var answer = await CallAsync(apiUrl);', 'Console.WriteLine(answer.Body);'];
}

/** Makes all calls in their order, those that list page by page. */
function eachCall(pages: boolean): CodeBlock {
  const call = [
    'var answer = await CallAsync(method, url, body);',
    'Console.WriteLine(answer.Body);',
  ];
  return [
    `foreach (var (method, ${pages ? 'firstUrl' : 'url'}, body) in calls)`,
    '{',
    ...indentedCsharp(
      pages
        ? [
            'Console.WriteLine($"{method} {firstUrl}");',
            'string? url = firstUrl;',
            'while (url is not null)',
            '{',
            ...indentedCsharp([
              ...call,
              'url = method == HttpMethod.Get ? NextPage(answer, firstUrl) : null;',
            ]),
            '}',
          ]
        : ['Console.WriteLine($"{method} {url}");', ...call],
    ),
    '}',
  ];
}

function callFunction({ method, variant }: Form, callee: Callee): CodeBlock {
  const scheme = method === 'apiToken' ? 'SSWS' : variant === 'dpop' ? 'DPoP' : 'Bearer';
  const token = method === 'apiToken' ? 'apiToken' : 'token';
  const send = [
    'var answer = await SendAsync(() =>',
    '{',
    ...indentedCsharp([
      `var request = new HttpRequestMessage(${callee.method}, url);`,
      `request.Headers.Authorization = new AuthenticationHeaderValue("${scheme}", ${token});`,
      ...(variant === 'dpop'
        ? [`request.Headers.Add("DPoP", DpopProof(${callee.method}, url, token: token));`]
        : []),
      ...callee.content,
      'return request;',
    ]),
    '});',
  ];
  return [
    `async Task<Answer> CallAsync(${callee.parameters})`,
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

/** @param namesRequest whether an answer says which request it answers */
const sendFunction = (namesRequest: boolean): CodeBlock => [
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
      ...(namesRequest ? ['    $"{request.Method} {request.RequestUri?.OriginalString}",'] : []),
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

/** @param first the parameter with the URL of the first page, where no constant holds it */
const nextPageFunction = (first: string | null): CodeBlock => [
  first === null
    ? 'string? NextPage(Answer answer)'
    : `static string? NextPage(Answer answer, string ${first})`,
  '{',
  ...indentedCsharp([
    'var next = Regex.Match(answer.Header("Link") ?? "", "<([^>]+)>; *rel=\\"next\\"");',
    'if (!next.Success)',
    '    return null;',
    'var url = next.Groups[1].Value;',
    `var origin = new Uri(${first ?? 'apiUrl'}).GetLeftPart(UriPartial.Authority) + "/";`,
    'return url.StartsWith(origin, StringComparison.Ordinal)',
    '    ? url',
    '    : throw new HttpRequestException($"The next page is on another host: {url}");',
  ]),
  '}',
];

/** @param namesRequest whether an error says which request has failed */
const answerRecord = ({ keyType }: Form, namesRequest: boolean): CodeBlock => [
  `record Answer(${namesRequest ? 'string Request, ' : ''}HttpStatusCode Status, HttpResponseHeaders Headers, string Body)`,
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
      `string?[] lines = [${namesRequest ? 'Request, ' : ''}$"HTTP {(int)Status}", Header("WWW-Authenticate"), Body, hint${keyType === null ? '' : ', clock'}];`,
      'return new HttpRequestException(string.Join("\\n", lines.Where(line => !string.IsNullOrEmpty(line))));',
    ]),
    '}',
  ]),
  '}',
];
