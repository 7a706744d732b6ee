import { type CodeBlock, indented, textOfBlocks } from '../codeBlock.ts';
import { javaString } from '../encoders/javaString.ts';
import { credentialOf, missingCredential } from '../environment.ts';
import { errorHints } from '../errorHints.ts';
import { algorithmOf, type Form, type KeyType } from '../form.ts';
import type { Language } from '../language.ts';
import type { OktaRequest } from '../request.ts';
import { constantCase, typedValuesOf } from '../typedValues.ts';

/** Java as one source file, with its standard library alone. */
export const java: Language = {
  id: 'java',
  label: 'Java',
  kind: 'language',
  extension: 'java',
  syntax: 'java',
  needs: 'Java 17 or newer',
  absence: () => null,
  note: () =>
    'Java’s HttpClient refuses a host name with an underscore, which a few old orgs have: give the custom domain of such an org.',
  command: (fileName) => `java ${fileName}`,
  environment: (form) => [credentialOf(form.method)],
  render: (form, request) => {
    const members = form.request === 'single' ? single(form, request) : everything(form, request);
    const className = form.request === 'single' ? 'OktaRequest' : 'OktaClient';
    return textOfBlocks([
      ...importsOf(members),
      [`class ${className} {`, ...javaIndented(constants(form, request))],
      ...members.slice(0, -1).map((member) => javaIndented(member)),
      [...javaIndented(members.at(-1) ?? []), '}'],
    ]);
  },
};

/** The classes of the standard library that a snippet may use. */
const classes: readonly string[] = [
  'java.io.IOException',
  'java.net.URI',
  'java.net.URLEncoder',
  'java.net.http.HttpClient',
  'java.net.http.HttpRequest',
  'java.net.http.HttpRequest.BodyPublishers',
  'java.net.http.HttpResponse',
  'java.net.http.HttpResponse.BodyHandlers',
  'java.nio.file.Files',
  'java.nio.file.Path',
  'java.security.KeyFactory',
  'java.security.KeyPair',
  'java.security.KeyPairGenerator',
  'java.security.MessageDigest',
  'java.security.PrivateKey',
  'java.security.Signature',
  'java.security.interfaces.ECPublicKey',
  'java.security.interfaces.RSAPublicKey',
  'java.security.spec.ECGenParameterSpec',
  'java.security.spec.ECPoint',
  'java.security.spec.PKCS8EncodedKeySpec',
  'java.time.Duration',
  'java.time.Instant',
  'java.util.Base64',
  'java.util.HashMap',
  'java.util.HexFormat',
  'java.util.List',
  'java.util.Map',
  'java.util.Optional',
  'java.util.UUID',
  'java.util.concurrent.Callable',
  'java.util.regex.Matcher',
  'java.util.regex.Pattern',
  'java.util.stream.Collectors',
];

/** Gives the imports of what is named outside of literals and comments. */
function importsOf(members: readonly CodeBlock[]): readonly CodeBlock[] {
  const code = members
    .flat()
    .join('\n')
    .replaceAll(/"(?:[^"\\\n]|\\.)*"|\/\*\*.*?\*\/|\/\/.*/g, '');
  const names = new Set(Array.from(code.matchAll(/\w+/g), ([name]) => name));
  return [
    ...(names.has('UTF_8') ? [['import static java.nio.charset.StandardCharsets.UTF_8;']] : []),
    classes
      .filter((path) => names.has(path.slice(path.lastIndexOf('.') + 1)))
      .map((path) => `import ${path};`),
  ];
}

function javaIndented(block: CodeBlock, levels = 1): CodeBlock {
  return indented(block, '    '.repeat(levels));
}

/** What differs between the kinds of keys. */
const keyKinds: Readonly<
  Record<
    KeyType,
    {
      readonly factory: string;
      readonly signature: string;
      readonly generate: CodeBlock;
      readonly jwk: CodeBlock;
    }
  >
> = {
  RSA: {
    factory: 'RSA',
    signature: 'SHA256withRSA',
    generate: [
      'KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");',
      'generator.initialize(2048);',
    ],
    jwk: [
      'String modulus = ((RSAPublicKey) dpopKeys.getPublic()).getModulus().toString(16);',
      'Map<String, Object> jwk = Map.of(',
      '        "kty", "RSA", "n", base64url(HexFormat.of().parseHex(modulus)), "e", "AQAB");',
    ],
  },
  EC: {
    factory: 'EC',
    signature: 'SHA256withECDSAinP1363Format',
    generate: [
      'KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");',
      'generator.initialize(new ECGenParameterSpec("secp256r1"));',
    ],
    jwk: [
      'ECPoint point = ((ECPublicKey) dpopKeys.getPublic()).getW();',
      'Map<String, Object> jwk = Map.of("kty", "EC", "crv", "P-256",',
      '        "x", base64url(HexFormat.of().parseHex("%064x".formatted(point.getAffineX()))),',
      '        "y", base64url(HexFormat.of().parseHex("%064x".formatted(point.getAffineY()))));',
    ],
  },
};

// One request.

function single(form: Form, request: OktaRequest): readonly CodeBlock[] {
  const keyType = form.keyType ?? 'RSA';
  const dpop = form.variant === 'dpop';
  return [
    ...(form.method === 'apiToken' ? [] : [httpClient]),
    singleMain(form, request),
    ...(dpop ? [singleRequestToken(keyType)] : []),
    ...(form.method === 'apiToken' ? [] : [dpop ? singleRead : singleSend]),
    ...(form.method === 'serviceApp' ? [readPrivateKey(keyType)] : []),
    ...(dpop ? [dpopProof(keyType)] : []),
    ...(form.method === 'serviceApp' ? [jwt(keyType)] : []),
  ];
}

function singleMain(form: Form, request: OktaRequest): CodeBlock {
  const keyType = form.keyType ?? 'RSA';
  const bodies = {
    apiToken: (): CodeBlock => [
      ...builder('HttpRequest request = ', 'API_URL', [
        '.header("Accept", "application/json")',
        '.header("Authorization", "SSWS " + apiToken)',
        ...apiMethod(request),
        '.build();',
      ]),
      'HttpResponse<String> response =',
      '        HttpClient.newHttpClient().send(request, BodyHandlers.ofString());',
      ...throwUnlessSuccess,
      ...print('response.body()'),
    ],
    apiServiceIntegration: (): CodeBlock => [
      ...basic,
      ...tokenForm(form),
      ...builder(
        'String answer = send(',
        'TOKEN_URL',
        ['.header("Authorization", "Basic " + basic)', ...postForm],
        ');',
      ),
      ...accessTokenOfAnswer,
      '',
      ...singleBearerCall(request),
    ],
    serviceApp: (): CodeBlock =>
      form.variant === 'dpop'
        ? [
            'PrivateKey privateKey = readPrivateKey(keyFile);',
            ...newDpopKeys(keyType, 'KeyPair dpopKeys'),
            'String accessToken = requestToken(privateKey, dpopKeys, null);',
            '',
            ...accessTokenHash,
            ...apiProof(request, 'API_URL'),
            ...builder(
              'HttpResponse<String> response = send(',
              'API_URL',
              [
                '.header("Authorization", "DPoP " + accessToken)',
                '.header("DPoP", proof)',
                ...apiMethod(request),
              ],
              ');',
            ),
            ...throwIfRefused,
            ...print('response.body()'),
          ]
        : [
            'PrivateKey privateKey = readPrivateKey(keyFile);',
            '',
            ...assertion(keyType),
            ...tokenForm(form),
            ...builder('String answer = send(', 'TOKEN_URL', postForm, ');'),
            ...accessTokenOfAnswer,
            '',
            ...singleBearerCall(request),
          ],
  };
  const separated = form.method === 'serviceApp' ? [] : [''];
  return mainMethod([...credential(form), ...separated, ...bodies[form.method]()]);
}

function singleBearerCall(request: OktaRequest): CodeBlock {
  return [
    ...builder(
      'String body = send(',
      'API_URL',
      ['.header("Authorization", "Bearer " + token.group(1))', ...apiMethod(request)],
      ');',
    ),
    ...print('body'),
  ];
}

function singleRequestToken(keyType: KeyType): CodeBlock {
  return [
    '/** Every attempt takes a fresh assertion and a fresh proof: the server accepts each once. */',
    'static String requestToken(PrivateKey privateKey, KeyPair dpopKeys, String nonce)',
    '        throws Exception {',
    ...javaIndented([
      ...assertion(keyType),
      ...tokenProof('nonce'),
      ...tokenForm({ method: 'serviceApp' }),
      ...builder(
        'HttpResponse<String> response = send(',
        'TOKEN_URL',
        ['.header("DPoP", proof)', ...postForm],
        ');',
      ),
      'String answer = response.body();',
      'Optional<String> freshNonce = response.headers().firstValue("DPoP-Nonce");',
      'if (nonce == null && freshNonce.isPresent() && answer.contains("use_dpop_nonce")) {',
      '    return requestToken(privateKey, dpopKeys, freshNonce.get());',
      '}',
      ...throwUnlessSuccess,
      ...accessTokenOfAnswer,
      'return token.group(1);',
    ]),
    '}',
  ];
}

const httpClient: CodeBlock = ['static final HttpClient HTTP = HttpClient.newHttpClient();'];

/** Takes the token out of an answer, for want of a JSON parser in the standard library. */
const accessTokenOfAnswer: CodeBlock = [
  'Matcher token = Pattern.compile("\\"access_token\\"\\\\s*:\\\\s*\\"([^\\"]+)\\"").matcher(answer);',
  'if (!token.find()) {',
  '    throw new IOException("The answer has no access_token.");',
  '}',
];

const throwUnlessSuccess: CodeBlock = [
  'if (response.statusCode() > 299) {',
  '    throw new IOException(response.statusCode() + " " + response.body());',
  '}',
];

/** The same where the API says in a header alone why it refuses an access token (fact G35). */
const throwIfRefused: CodeBlock = [
  'if (response.statusCode() > 299) {',
  '    String challenge = response.headers().firstValue("WWW-Authenticate").orElse("");',
  '    throw new IOException(response.statusCode() + " " + challenge + " " + response.body());',
  '}',
];

/** Sends a request and takes every answer but a success for an error. */
const singleSend: CodeBlock = [
  'static String send(HttpRequest.Builder builder) throws Exception {',
  '    HttpRequest request = builder.header("Accept", "application/json").build();',
  '    HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());',
  ...javaIndented(throwIfRefused),
  '    return response.body();',
  '}',
];

/** Sends a request whose errors the caller tells apart. */
const singleRead: CodeBlock = [
  'static HttpResponse<String> send(HttpRequest.Builder builder) throws Exception {',
  '    HttpRequest request = builder.header("Accept", "application/json").build();',
  '    return HTTP.send(request, BodyHandlers.ofString());',
  '}',
];

// What a program in use needs.

function everything(form: Form, request: OktaRequest): readonly CodeBlock[] {
  const keyType = form.keyType ?? 'RSA';
  const dpop = form.variant === 'dpop';
  const pages = request.method === 'GET';
  const withToken = form.method !== 'apiToken';
  return [
    hints(form),
    ...state(form),
    everythingMain(form, request),
    call(form),
    apiRequest(form, request),
    ...(withToken ? [accessToken(form), tokenRequest(form)] : []),
    ...(pages ? [nextPage] : []),
    send,
    checked,
    ...(withToken ? [field] : []),
    ...(form.method === 'serviceApp' ? [readPrivateKey(keyType)] : []),
    ...(dpop ? [dpopProof(keyType)] : []),
    ...(form.method === 'serviceApp' ? [jwt(keyType)] : []),
  ];
}

function hints(form: Form): CodeBlock {
  const entries = errorHints(form).map(
    ({ code, hint }) => `Map.entry(${javaString(code)}, ${javaString(hint)})`,
  );
  return [
    '/** What to do about an error: the first code that occurs in an answer counts. */',
    'static final List<Map.Entry<String, String>> HINTS = List.of(',
    ...entries.map((entry, index) =>
      index === entries.length - 1 ? `        ${entry});` : `        ${entry},`,
    ),
  ];
}

function everythingMain(form: Form, request: OktaRequest): CodeBlock {
  const variable = credentialVariables[form.method];
  return mainMethod([
    ...credential(form),
    `OktaClient okta = new OktaClient(${variable});`,
    '',
    ...(request.method === 'GET'
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
      : [...print('okta.call(API_URL).body()')]),
  ]);
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

function call(form: Form): CodeBlock {
  return form.method === 'apiToken'
    ? [
        'HttpResponse<String> call(String url) throws Exception {',
        '    return checked(send(() -> apiRequest(url)));',
        '}',
      ]
    : [
        '/** Calls the API, and once more with a new token when it refuses the one that is kept. */',
        'HttpResponse<String> call(String url) throws Exception {',
        ...javaIndented([
          'HttpResponse<String> response = send(() -> apiRequest(url));',
          'if (response.statusCode() == 401 && details(response).contains("invalid_token")) {',
          '    expires = Instant.EPOCH;',
          '    response = send(() -> apiRequest(url));',
          '}',
          'return checked(response);',
        ]),
        '}',
      ];
}

function apiRequest(form: Form, request: OktaRequest): CodeBlock {
  const dpop = form.variant === 'dpop';
  const authorization =
    form.method === 'apiToken'
      ? '"SSWS " + apiToken'
      : `"${dpop ? 'DPoP' : 'Bearer'} " + ${dpop ? 'accessToken' : 'accessToken()'}`;
  return [
    `HttpRequest.Builder apiRequest(String url)${form.method === 'apiToken' ? '' : ' throws Exception'} {`,
    ...javaIndented([
      ...(dpop
        ? ['String accessToken = accessToken();', ...accessTokenHash, ...apiProof(request, 'url')]
        : []),
      ...builder(
        'return ',
        'url',
        [
          `.header("Authorization", ${authorization})`,
          ...(dpop ? ['.header("DPoP", proof)'] : []),
          ...apiMethod(request),
        ],
        ';',
      ),
    ]),
    '}',
  ];
}

function accessToken(form: Form): CodeBlock {
  const keepNonce = 'dpopNonce = response.headers().firstValue("DPoP-Nonce").orElse(dpopNonce);';
  return [
    '/** Gives the token that is kept, or a new one when less than a minute of it is left. */',
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
      ? '/** Signs a fresh assertion and a fresh proof: the server accepts each once. */'
      : '/** Signs a fresh assertion: the server accepts each once. */',
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

const nextPage: CodeBlock = [
  '/** Gives the URL of the next page, or null; the token never goes to another host. */',
  'static String nextPage(HttpResponse<String> response) throws IOException {',
  ...javaIndented([
    'String links = String.join(", ", response.headers().allValues("Link"));',
    'Matcher next = Pattern.compile("<([^>]*)>[^<]*rel=\\"next\\"").matcher(links);',
    'if (!next.find()) {',
    '    return null;',
    '}',
    'String origin = URI.create(API_URL).resolve("/").toString();',
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

const checked: CodeBlock = [
  '/** Takes every answer but a success for an error. */',
  'static HttpResponse<String> checked(HttpResponse<String> response) throws IOException {',
  ...javaIndented([
    'if (response.statusCode() <= 299) {',
    '    return response;',
    '}',
    'String message = response.statusCode() + "\\n" + details(response);',
    'for (Map.Entry<String, String> hint : HINTS) {',
    '    if (message.contains(hint.getKey())) {',
    '        throw new IOException(message + "\\n" + hint.getValue());',
    '    }',
    '}',
    'throw new IOException(message);',
  ]),
  '}',
  '',
  '/** What an answer says about an error: its WWW-Authenticate headers, then its body. */',
  'static String details(HttpResponse<String> response) {',
  ...javaIndented([
    'String details = "";',
    'for (String value : response.headers().allValues("WWW-Authenticate")) {',
    '    details += "WWW-Authenticate: " + value + "\\n";',
    '}',
    'return details + response.body();',
  ]),
  '}',
];

// Parts of both.

const credentialVariables: Readonly<Record<Form['method'], string>> = {
  serviceApp: 'keyFile',
  apiServiceIntegration: 'clientSecret',
  apiToken: 'apiToken',
};

function constants(form: Form, request: OktaRequest): CodeBlock {
  const values = typedValuesOf(form, request).map(
    ([name, value]) => [constantCase(name), value] as const,
  );
  const body = request.body === null ? [] : [['API_BODY', request.body] as const];
  return [...values, ...body].map(
    ([name, value]) => `static final String ${name} = ${javaString(value)};`,
  );
}

function mainMethod(code: CodeBlock): CodeBlock {
  return ['public static void main(String[] args) throws Exception {', ...javaIndented(code), '}'];
}

function credential({ method }: Form): CodeBlock {
  const variable = credentialVariables[method];
  const message = javaString(missingCredential(method));
  return [
    `String ${variable} = System.getenv(${javaString(credentialOf(method))});`,
    `if (${variable} == null || ${variable}.isEmpty()) {`,
    ...(message.length > 50
      ? ['    throw new IllegalStateException(', `            ${message});`]
      : [`    throw new IllegalStateException(${message});`]),
    '}',
  ];
}

/** Builds a request for a URL that is in a variable. */
function builder(before: string, url: string, calls: readonly string[], after = ''): CodeBlock {
  const lines = [
    `${before}HttpRequest.newBuilder(URI.create(${url}))`,
    ...calls.map((line) => `        ${line}`),
  ];
  return lines.map((line, index) => (index === lines.length - 1 ? `${line}${after}` : line));
}

function apiMethod(request: OktaRequest): CodeBlock {
  const publisher =
    request.body === null ? 'BodyPublishers.noBody()' : 'BodyPublishers.ofString(API_BODY)';
  const calls: Readonly<Record<OktaRequest['method'], CodeBlock>> = {
    GET: [],
    POST: [`.POST(${publisher})`],
    PUT: [`.PUT(${publisher})`],
    PATCH: [`.method("PATCH", ${publisher})`],
    DELETE: [request.body === null ? '.DELETE()' : `.method("DELETE", ${publisher})`],
  };
  return [
    ...(request.body === null ? [] : ['.header("Content-Type", "application/json")']),
    ...calls[request.method],
  ];
}

/** Prints a body in UTF-8, whatever the locale. */
function print(body: string): CodeBlock {
  return [
    '// As it came: in UTF-8, whatever the locale.',
    `System.out.writeBytes((${body} + "\\n").getBytes(UTF_8));`,
  ];
}

const basic: CodeBlock = [
  'byte[] credentials = (CLIENT_ID + ":" + clientSecret).getBytes(UTF_8);',
  'String basic = Base64.getEncoder().encodeToString(credentials);',
];

function assertion(keyType: KeyType): CodeBlock {
  return [
    'String assertion = jwt(privateKey,',
    `        Map.of("alg", "${algorithmOf(keyType)}", "kid", KEY_ID),`,
    '        Map.of("aud", TOKEN_URL, "iss", CLIENT_ID, "sub", CLIENT_ID,',
    '                "jti", UUID.randomUUID(), "exp", Instant.now().getEpochSecond() + 300));',
  ];
}

function tokenForm({ method }: Pick<Form, 'method'>): CodeBlock {
  return method === 'serviceApp'
    ? [
        'String form = "grant_type=client_credentials"',
        '        + "&scope=" + URLEncoder.encode(SCOPE, UTF_8)',
        '        + "&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer"',
        '        + "&client_assertion=" + assertion;',
      ]
    : ['String form = "grant_type=client_credentials&scope=" + URLEncoder.encode(SCOPE, UTF_8);'];
}

const postForm: CodeBlock = [
  '.header("Content-Type", "application/x-www-form-urlencoded")',
  '.POST(BodyPublishers.ofString(form))',
];

function newDpopKeys(keyType: KeyType, declaration: string): CodeBlock {
  return [
    '// The key pair of the proofs is made for this run and thrown away after it.',
    ...keyKinds[keyType].generate,
    `${declaration} = generator.generateKeyPair();`,
  ];
}

/** The proof of a token request, with the nonce of a variable that may be null. */
function tokenProof(nonce: string): CodeBlock {
  return [
    `Map<String, Object> nonceClaim = ${nonce} == null ? Map.of() : Map.of("nonce", ${nonce});`,
    'String proof = dpopProof(dpopKeys, "POST", TOKEN_URL, nonceClaim);',
  ];
}

const accessTokenHash: CodeBlock = [
  'byte[] hash = MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(UTF_8));',
];

function apiProof(request: OktaRequest, url: string): CodeBlock {
  return [
    `String htu = ${url}.split("\\\\?")[0];`,
    `String proof = dpopProof(dpopKeys, "${request.method}", htu, Map.of("ath", base64url(hash)));`,
  ];
}

const field: CodeBlock = [
  '/** Takes a string or a number out of a JSON object. */',
  'static String field(String json, String name) throws IOException {',
  ...javaIndented([
    'Matcher field = Pattern.compile("\\"" + name + "\\"\\\\s*:\\\\s*\\"?([^\\",}\\\\s]+)").matcher(json);',
    'if (!field.find()) {',
    '    throw new IOException("The answer has no " + name + ".");',
    '}',
    'return field.group(1);',
  ]),
  '}',
];

function readPrivateKey(keyType: KeyType): CodeBlock {
  return [
    'static PrivateKey readPrivateKey(String file) throws Exception {',
    ...javaIndented([
      'String base64 = Files.readString(Path.of(file)).replaceAll("-----.+-----", "");',
      'byte[] encoded = Base64.getMimeDecoder().decode(base64);',
      `return KeyFactory.getInstance("${keyKinds[keyType].factory}").generatePrivate(new PKCS8EncodedKeySpec(encoded));`,
    ]),
    '}',
  ];
}

function dpopProof(keyType: KeyType): CodeBlock {
  const { jwk } = keyKinds[keyType];
  return [
    'static String dpopProof(KeyPair dpopKeys, String method, String url, Map<String, Object> more)',
    '        throws Exception {',
    ...javaIndented([
      ...jwk,
      'Map<String, Object> claims = new HashMap<>(more);',
      'claims.put("htm", method);',
      'claims.put("htu", url);',
      'claims.put("jti", UUID.randomUUID());',
      'claims.put("iat", Instant.now().getEpochSecond());',
      'return jwt(dpopKeys.getPrivate(),',
      `        Map.of("typ", "dpop+jwt", "alg", "${algorithmOf(keyType)}", "jwk", jwk), claims);`,
    ]),
    '}',
  ];
}

function jwt(keyType: KeyType): CodeBlock {
  return [
    'static String jwt(PrivateKey key, Map<String, Object> header, Map<String, Object> claims)',
    '        throws Exception {',
    ...javaIndented([
      'String input = base64url(json(header).getBytes(UTF_8))',
      '        + "." + base64url(json(claims).getBytes(UTF_8));',
      `Signature signature = Signature.getInstance("${keyKinds[keyType].signature}");`,
      'signature.initSign(key);',
      'signature.update(input.getBytes(UTF_8));',
      'return input + "." + base64url(signature.sign());',
    ]),
    '}',
    '',
    '/** Writes a map as JSON; everything in it but numbers and maps becomes a string. */',
    'static String json(Object value) {',
    ...javaIndented([
      'if (value instanceof Map<?, ?> map) {',
      '    return map.entrySet().stream()',
      '            .map(entry -> json(entry.getKey()) + ":" + json(entry.getValue()))',
      '            .collect(Collectors.joining(",", "{", "}"));',
      '}',
      'if (value instanceof Number) {',
      '    return value.toString();',
      '}',
      'return "\\"" + value.toString().replace("\\\\", "\\\\\\\\").replace("\\"", "\\\\\\"") + "\\"";',
    ]),
    '}',
    '',
    'static String base64url(byte[] bytes) {',
    '    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);',
    '}',
  ];
}
