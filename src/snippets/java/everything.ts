import type { CodeBlock } from '../codeBlock.ts';
import { javaString } from '../encoders/javaString.ts';
import { errorHints } from '../errorHints.ts';
import type { Form } from '../form.ts';
import { callsOf, makesSeveralCalls, type OktaRequest } from '../request.ts';
import { javaIndented, mainMethod, print } from './program.ts';
import { anyApiMethod, apiMethod, basic, builder, postForm, tokenForm } from './requests.ts';
import {
  accessTokenHash,
  apiProof,
  assertion,
  dpopProof,
  jwt,
  newDpopKeys,
  readPrivateKey,
  tokenProof,
} from './signing.ts';
import { callList, credential, credentialVariables } from './typedValues.ts';

/**
 * What a program in production needs: it keeps the token, reads all pages, waits for the rate limit
 * and tells errors apart.
 */
export function everything(form: Form, request: OktaRequest): readonly CodeBlock[] {
  const keyType = form.keyType ?? 'RSA';
  const dpop = form.variant === 'dpop';
  const several = makesSeveralCalls(form, request);
  const calls = several ? callsOf(request) : [request];
  const pages = calls.some(({ method }) => method === 'GET');
  const callee = several ? anyCall : pageOf(request);
  const withToken = form.method !== 'apiToken';
  return [
    ...(several ? callList(calls) : []),
    hints(form),
    ...state(form),
    main(form, several ? eachCall(pages) : oneCall(request)),
    call(form, callee),
    apiRequest(form, callee),
    ...(withToken ? [accessToken(form), tokenRequest(form)] : []),
    ...(pages ? [nextPage(several ? 'url' : null)] : []),
    send,
    ...checked(form, several),
    ...(withToken ? [field] : []),
    ...(form.method === 'serviceApp' ? [readPrivateKey(keyType)] : []),
    ...(dpop ? [dpopProof(keyType)] : []),
    ...(form.method === 'serviceApp' ? [jwt(keyType)] : []),
  ];
}

/** A call of the API, as the methods of the client take it. */
interface Callee {
  readonly parameters: string;
  readonly given: string;
  /** As an expression. */
  readonly method: string;
  /** Builds the request, which the method then gives back. */
  readonly built: (headers: readonly string[]) => CodeBlock;
}

const pageOf = (request: OktaRequest): Callee => ({
  parameters: 'String url',
  given: 'url',
  method: `"${request.method}"`,
  built: (headers) => builder('return ', 'url', [...headers, ...apiMethod(request)], ';'),
});

const anyCall: Callee = {
  parameters: 'String method, String url, String body',
  given: 'method, url, body',
  method: 'method',
  built: (headers) => [
    ...builder('HttpRequest.Builder request = ', 'url', [...headers, anyApiMethod], ';'),
    'return body == null ? request : request.header("Content-Type", "application/json");',
  ],
};

function hints(form: Form): CodeBlock {
  const entries = errorHints(form).map(
    ({ code, hint }) => `Map.entry(${javaString(code)}, ${javaString(hint)})`,
  );
  return [
    '/** What to do about an error: the first code found in a response counts. */',
    'static final List<Map.Entry<String, String>> HINTS = List.of(',
    ...entries.map((entry, index) =>
      index === entries.length - 1 ? `        ${entry});` : `        ${entry},`,
    ),
  ];
}

function main(form: Form, made: CodeBlock): CodeBlock {
  const variable = credentialVariables[form.method];
  return mainMethod([
    ...credential(form),
    `OktaClient okta = new OktaClient(${variable});`,
    '',
    ...made,
  ]);
}

/** Makes the one call of a program, page by page where it lists. */
function oneCall({ method }: OktaRequest): CodeBlock {
  return method === 'GET'
    ? [
        'String url = API_URL;',
        'while (url != null) {',
        ...javaIndented([
          'HttpResponse<String> response = okta.call(url);',
          ...print('response.body()'),
          'url = nextPage(response);',
        ]),
        '}',
      ]
    : print('okta.call(API_URL).body()');
}

/** Makes all calls in their order, those that list page by page. */
function eachCall(pages: boolean): CodeBlock {
  return [
    'for (ApiCall api : calls()) {',
    ...javaIndented([
      'System.out.println(api.method() + " " + api.url());',
      ...(pages
        ? [
            'String url = api.url();',
            'while (url != null) {',
            ...javaIndented([
              'HttpResponse<String> response = okta.call(api.method(), url, api.body());',
              ...print('response.body()'),
              'url = api.method().equals("GET") ? nextPage(response, api.url()) : null;',
            ]),
            '}',
          ]
        : print('okta.call(api.method(), api.url(), api.body()).body()')),
    ]),
    '}',
  ];
}

/** The fields of the client, and its constructor. */
function state(form: Form): readonly CodeBlock[] {
  const keyType = form.keyType ?? 'RSA';
  const dpop = form.variant === 'dpop';
  const variable = credentialVariables[form.method];
  const serviceApp = form.method === 'serviceApp';
  const withToken = form.method !== 'apiToken';
  return [
    [
      'private final HttpClient http = HttpClient.newHttpClient();',
      serviceApp ? 'private final PrivateKey privateKey;' : `private final String ${variable};`,
      ...(dpop ? ['private final KeyPair dpopKeys;', 'private String dpopNonce;'] : []),
      ...(withToken ? ['private String token;', 'private Instant expires = Instant.EPOCH;'] : []),
    ],
    serviceApp
      ? [
          'OktaClient(String keyFile) throws Exception {',
          ...javaIndented([
            'privateKey = readPrivateKey(keyFile);',
            ...(dpop ? newDpopKeys(keyType, 'dpopKeys') : []),
          ]),
          '}',
        ]
      : [`OktaClient(String ${variable}) {`, `    this.${variable} = ${variable};`, '}'],
  ];
}

function call(form: Form, { parameters, given }: Callee): CodeBlock {
  return form.method === 'apiToken'
    ? [
        `HttpResponse<String> call(${parameters}) throws Exception {`,
        `    return checked(send(() -> apiRequest(${given})));`,
        '}',
      ]
    : [
        '/** Calls the API, and once more with a new token when it refuses the current one. */',
        `HttpResponse<String> call(${parameters}) throws Exception {`,
        ...javaIndented([
          `HttpResponse<String> response = send(() -> apiRequest(${given}));`,
          'if (response.statusCode() == 401 && details(response).contains("invalid_token")) {',
          '    expires = Instant.EPOCH;',
          `    response = send(() -> apiRequest(${given}));`,
          '}',
          'return checked(response);',
        ]),
        '}',
      ];
}

function apiRequest(form: Form, { parameters, method, built }: Callee): CodeBlock {
  const dpop = form.variant === 'dpop';
  const authorization =
    form.method === 'apiToken'
      ? '"SSWS " + apiToken'
      : `"${dpop ? 'DPoP' : 'Bearer'} " + ${dpop ? 'accessToken' : 'accessToken()'}`;
  return [
    `HttpRequest.Builder apiRequest(${parameters})${form.method === 'apiToken' ? '' : ' throws Exception'} {`,
    ...javaIndented([
      ...(dpop
        ? ['String accessToken = accessToken();', ...accessTokenHash, ...apiProof(method, 'url')]
        : []),
      ...built([
        `.header("Authorization", ${authorization})`,
        ...(dpop ? ['.header("DPoP", proof)'] : []),
      ]),
    ]),
    '}',
  ];
}

function accessToken(form: Form): CodeBlock {
  const keepNonce = 'dpopNonce = response.headers().firstValue("DPoP-Nonce").orElse(dpopNonce);';
  return [
    '/** Gives the current token, or a new one when it expires within a minute. */',
    'String accessToken() throws Exception {',
    ...javaIndented([
      'if (!Instant.now().plusSeconds(60).isAfter(expires)) {',
      '    return token;',
      '}',
      'HttpResponse<String> response = send(this::tokenRequest);',
      ...(form.variant === 'dpop'
        ? [
            keepNonce,
            'if (dpopNonce != null && details(response).contains("use_dpop_nonce")) {',
            '    response = send(this::tokenRequest);',
            `    ${keepNonce}`,
            '}',
          ]
        : []),
      'String answer = checked(response).body();',
      'token = field(answer, "access_token");',
      'expires = Instant.now().plusSeconds(Long.parseLong(field(answer, "expires_in")));',
      'return token;',
    ]),
    '}',
  ];
}

function tokenRequest(form: Form): CodeBlock {
  const dpop = form.variant === 'dpop';
  if (form.method === 'apiServiceIntegration') {
    return [
      'HttpRequest.Builder tokenRequest() {',
      ...javaIndented([
        ...basic,
        ...tokenForm(form),
        ...builder(
          'return ',
          'TOKEN_URL',
          ['.header("Authorization", "Basic " + basic)', ...postForm],
          ';',
        ),
      ]),
      '}',
    ];
  }
  return [
    dpop
      ? '/** Signs a fresh assertion and a fresh proof: the server accepts each only once. */'
      : '/** Signs a fresh assertion: the server accepts each only once. */',
    'HttpRequest.Builder tokenRequest() throws Exception {',
    ...javaIndented([
      ...assertion(form.keyType ?? 'RSA'),
      ...(dpop ? tokenProof('dpopNonce') : []),
      ...tokenForm(form),
      ...builder(
        'return ',
        'TOKEN_URL',
        [...(dpop ? ['.header("DPoP", proof)'] : []), ...postForm],
        ';',
      ),
    ]),
    '}',
  ];
}

/** @param first the parameter with the URL of the first page, where no constant holds it */
const nextPage = (first: string | null): CodeBlock => [
  '/** Gives the URL of the next page, or null; the token never goes to another host. */',
  `static String nextPage(HttpResponse<String> response${first === null ? '' : `, String ${first}`}) throws IOException {`,
  ...javaIndented([
    'String links = String.join(", ", response.headers().allValues("Link"));',
    'Matcher next = Pattern.compile("<([^>]*)>[^<]*rel=\\"next\\"").matcher(links);',
    'if (!next.find()) {',
    '    return null;',
    '}',
    `String origin = URI.create(${first ?? 'API_URL'}).resolve("/").toString();`,
    'if (!next.group(1).startsWith(origin)) {',
    '    throw new IOException("The next page is on another host: " + next.group(1));',
    '}',
    'return next.group(1);',
  ]),
  '}',
];

const send: CodeBlock = [
  '/** Sends a new request, and again after each wait for the rate limit, at most five times. */',
  'HttpResponse<String> send(Callable<HttpRequest.Builder> newRequest) throws Exception {',
  '    for (int retries = 0; ; retries++) {',
  ...javaIndented(
    [
      'HttpRequest request = newRequest.call()',
      '        .header("Accept", "application/json")',
      '        .timeout(Duration.ofSeconds(30))',
      '        .build();',
      'HttpResponse<String> response = http.send(request, BodyHandlers.ofString());',
      'if (response.statusCode() != 429 || retries == 5) {',
      '    return response;',
      '}',
      'long reset = response.headers().firstValueAsLong("X-Rate-Limit-Reset").orElse(0);',
      'long wait = reset * 1000 - System.currentTimeMillis();',
      'Thread.sleep(Math.max(1_000, Math.min(wait, 60_000)));',
    ],
    2,
  ),
  '    }',
  '}',
];

/** Says how far the clock is ahead, where this is what Okta complains of. */
const clockDifference: CodeBlock = [
  'if (message.contains("future")) {',
  '    String date = response.headers().firstValue("Date").orElseThrow();',
  '    ZonedDateTime now = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);',
  '    long ahead = Duration.between(now.toInstant(), Instant.now()).toSeconds();',
  `    message += "\\nYour clock is " + ahead + " seconds ahead of Okta's.";`,
  '}',
];

/** @param namesRequest whether an error says which request has failed */
const checked = ({ keyType }: Form, namesRequest: boolean): readonly CodeBlock[] => [
  [
    '/** Treats every response but a success as an error. */',
    'static HttpResponse<String> checked(HttpResponse<String> response) throws IOException {',
    ...javaIndented([
      'if (response.statusCode() <= 299) {',
      '    return response;',
      '}',
      ...(namesRequest
        ? [
            'String request = response.request().method() + " " + response.request().uri();',
            'String message = request + "\\n" + response.statusCode() + "\\n" + details(response);',
          ]
        : ['String message = response.statusCode() + "\\n" + details(response);']),
      ...(keyType === null ? [] : clockDifference),
      'for (Map.Entry<String, String> hint : HINTS) {',
      '    if (message.contains(hint.getKey())) {',
      '        throw new IOException(message + "\\n" + hint.getValue());',
      '    }',
      '}',
      'throw new IOException(message);',
    ]),
    '}',
  ],
  [
    '/** What a response says about an error: its WWW-Authenticate headers, then its body. */',
    'static String details(HttpResponse<String> response) {',
    ...javaIndented([
      'String details = "";',
      'for (String value : response.headers().allValues("WWW-Authenticate")) {',
      '    details += "WWW-Authenticate: " + value + "\\n";',
      '}',
      'return details + response.body();',
    ]),
    '}',
  ],
];

const field: CodeBlock = [
  '/** Takes a string or a number out of a JSON object. */',
  'static String field(String json, String name) throws IOException {',
  ...javaIndented([
    'Matcher field = Pattern.compile("\\"" + name + "\\"\\\\s*:\\\\s*\\"?([^\\",}\\\\s]+)").matcher(json);',
    'if (!field.find()) {',
    '    throw new IOException("The response has no " + name + ".");',
    '}',
    'return field.group(1);',
  ]),
  '}',
];
