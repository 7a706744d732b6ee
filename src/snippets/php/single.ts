import type { CodeBlock } from '../codeBlock.ts';
import type { Form, KeyType } from '../form.ts';
import type { OktaRequest } from '../request.ts';
import { apiOptions, bodySecrets, indentedPhp, tokenOptions } from './curlOptions.ts';
import { assertion, jwtFunctions, proof, proofKeyPair } from './signing.ts';
import { credential, typedValues } from './typedValues.ts';

/** One exchange: a token request, if one is needed, and the call. */
export function singleRequest(form: Form, request: OktaRequest): readonly CodeBlock[] {
  const { keyType } = form;
  return [
    typedValues(form, request),
    credential(form, fail),
    ...bodySecrets(request, fail),
    ...(form.method === 'apiToken'
      ? [sswsCall(request)]
      : form.variant === 'bearer' || keyType === null
        ? bearerExchange(form, request)
        : dpopExchange(form, keyType, request)),
    ...(keyType === null ? [] : jwtFunctions(keyType)),
    failFunction,
  ];
}

const fail = (message: string): string => `fail(${message})`;

function sswsCall(request: OktaRequest): CodeBlock {
  return [
    '$curl = curl_init(API_URL);',
    'curl_setopt_array($curl, [',
    ...indentedPhp([
      ...apiOptions(request, ['"Authorization: SSWS $apiToken"']),
      'CURLOPT_RETURNTRANSFER => true,',
    ]),
    ']);',
    '$body = curl_exec($curl);',
    ...failUnlessAnswered,
    ...failUnlessSuccessful,
    'echo $body, "\\n";',
  ];
}

function bearerExchange(form: Form, request: OktaRequest): readonly CodeBlock[] {
  const clientCredential =
    form.keyType === null ? ['$clientSecret'] : assertion(form.keyType, '$privateKey');
  return [
    [
      '$token = request(TOKEN_URL, [',
      ...indentedPhp(tokenOptions(form, clientCredential)),
      ']);',
      '$accessToken = json_decode($token)->access_token;',
    ],
    [
      'echo request(API_URL, [',
      ...indentedPhp(apiOptions(request, ['"Authorization: Bearer $accessToken"'])),
      ']), "\\n";',
    ],
    [
      '/** Gives the body of the response. */',
      'function request(string $url, array $options): string',
      '{',
      ...indentedPhp([
        '$curl = curl_init($url);',
        ...setOptions('$options'),
        '$body = curl_exec($curl);',
        ...failUnlessAnswered,
        ...failIfRefused,
        'return $body;',
      ]),
      '}',
    ],
  ];
}

function dpopExchange(form: Form, keyType: KeyType, request: OktaRequest): readonly CodeBlock[] {
  return [
    proofKeyPair(keyType, '$dpopKey'),
    [
      '// Every attempt needs a fresh assertion and a fresh proof: the server accepts each only once.',
      '$token = request(TOKEN_URL, fn (?string $nonce) => [',
      ...indentedPhp(
        tokenOptions(form, assertion(keyType, '$privateKey'), [
          "'DPoP: ' . dpopProof('POST', TOKEN_URL, ['nonce' => $nonce], $dpopKey)",
        ]),
      ),
      ']);',
      '$accessToken = json_decode($token)->access_token;',
    ],
    [
      "$ath = base64url(hash('sha256', $accessToken, true));",
      'echo request(API_URL, fn () => [',
      ...indentedPhp(
        apiOptions(request, [
          '"Authorization: DPoP $accessToken"',
          `'DPoP: ' . dpopProof('${request.method}', API_URL, ['ath' => $ath], $dpopKey)`,
        ]),
      ),
      ']), "\\n";',
    ],
    [
      '/** Gives the body of the response. When the server asks for a nonce, the options are made again with it. */',
      'function request(string $url, callable $options, ?string $nonce = null): string',
      '{',
      ...indentedPhp([
        '$curl = curl_init($url);',
        ...setOptions('$options($nonce)'),
        '$body = curl_exec($curl);',
        ...failUnlessAnswered,
        "$freshNonce = $headers['dpop-nonce'] ?? null;",
        "if (!$nonce && $freshNonce && str_contains($body, 'use_dpop_nonce')) {",
        '    return request($url, $options, $freshNonce);',
        '}',
        ...failIfRefused,
        'return $body;',
      ]),
      '}',
    ],
    [
      'function dpopProof(string $method, string $url, array $claims, OpenSSLAsymmetricKey $key): string',
      '{',
      ...indentedPhp(proof(keyType, '$key')),
      '}',
    ],
  ];
}

/** The options of a request, and a function that keeps the answer's headers in `$headers`. */
function setOptions(options: string): CodeBlock {
  return [
    '$headers = [];',
    `curl_setopt_array($curl, ${options} + [`,
    ...indentedPhp([
      'CURLOPT_RETURNTRANSFER => true,',
      'CURLOPT_HEADERFUNCTION => function ($curl, string $line) use (&$headers): int {',
      ...indentedPhp([
        "[$name, $value] = explode(':', $line, 2) + [1 => ''];",
        '$headers[strtolower($name)] = trim($value);',
        'return strlen($line);',
      ]),
      '},',
    ]),
    ']);',
  ];
}

/** Ends the program. An uncaught exception would show its stack trace, by default even among the output. */
const failFunction: CodeBlock = [
  'function fail(string $message): never',
  '{',
  '    fwrite(STDERR, "$message\\n");',
  '    exit(1);',
  '}',
];

const failUnlessAnswered: CodeBlock = [
  'if ($body === false) {',
  '    fail(curl_error($curl));',
  '}',
];

const failUnlessSuccessful: CodeBlock = [
  '$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);',
  'if ($status >= 300) {',
  '    fail("$status $body");',
  '}',
];

/** The same where the API says in a header alone why it refuses an access token (fact G35). */
const failIfRefused: CodeBlock = [
  '$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);',
  'if ($status >= 300) {',
  "    $challenge = $headers['www-authenticate'] ?? '';",
  '    fail("$status $challenge $body");',
  '}',
];
