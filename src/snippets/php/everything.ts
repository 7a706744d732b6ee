import type { CodeBlock } from '../codeBlock.ts';
import { phpString } from '../encoders/phpString.ts';
import { errorHints } from '../errorHints.ts';
import type { Form } from '../form.ts';
import type { OktaRequest } from '../request.ts';
import { apiOptions, bodySecrets, indentedPhp, tokenOptions } from './curlOptions.ts';
import { assertion, jwtFunctions, proof, proofKeyPair } from './signing.ts';
import { credential, typedValues } from './typedValues.ts';

/** What a program in use needs: the token kept, every page, the rate limit waited for, errors told apart. */
export function everything(form: Form, request: OktaRequest): readonly CodeBlock[] {
  return [
    typedValues(form, request),
    [
      'const HINTS = [',
      ...indentedPhp(
        errorHints(form).map(({ code, hint }) => `${phpString(code)} => ${phpString(hint)},`),
      ),
      '];',
    ],
    exceptionHandler,
    credential(form, raise),
    ...bodySecrets(request, raise),
    program(form, request),
    ...(form.method === 'apiToken' ? [] : [clientClass(form, request)]),
    responseClass,
    sendFunction,
    ...(request.method === 'GET' ? [nextPageFunction] : []),
    ...(form.keyType === null ? [] : jwtFunctions(form.keyType)),
  ];
}

const raise = (message: string): string => `throw new RuntimeException(${message})`;

function program({ method }: Form, request: OktaRequest): CodeBlock {
  const url = request.method === 'GET' ? '$url' : 'API_URL';
  const callAndPrint = [
    ...(method === 'apiToken'
      ? [
          `$response = send(${url}, fn () => [`,
          ...indentedPhp(apiOptions(request, ['"Authorization: SSWS $apiToken"'])),
          '])->orFail();',
        ]
      : [`$response = $okta->call(${url});`]),
    'echo $response->body, "\\n";',
  ];
  return [
    ...(method === 'apiToken'
      ? []
      : [`$okta = new OktaClient(${method === 'serviceApp' ? '$privateKey' : '$clientSecret'});`]),
    ...(request.method === 'GET'
      ? [
          'for ($url = API_URL; $url !== null; $url = nextPage($response)) {',
          ...indentedPhp(callAndPrint),
          '}',
        ]
      : callAndPrint),
  ];
}

const exceptionHandler: CodeBlock = [
  'set_exception_handler(function (Throwable $error): never {',
  '    fwrite(STDERR, $error->getMessage() . "\\n");',
  '    exit(1);',
  '});',
];

function clientClass(form: Form, request: OktaRequest): CodeBlock {
  const dpop = form.variant === 'dpop' && form.keyType !== null;
  const parameter =
    form.method === 'serviceApp' ? 'OpenSSLAsymmetricKey $privateKey' : 'string $clientSecret';
  return [
    'final class OktaClient',
    '{',
    ...indentedPhp([
      'private string $accessToken;',
      'private int $expiresAt = 0;',
      ...(dpop
        ? ['private ?string $nonce = null;', 'private readonly OpenSSLAsymmetricKey $dpopKey;']
        : []),
      '',
      ...(dpop && form.keyType !== null
        ? [
            `public function __construct(private readonly ${parameter})`,
            '{',
            ...indentedPhp(proofKeyPair(form.keyType, '$this->dpopKey')),
            '}',
          ]
        : [`public function __construct(private readonly ${parameter}) {}`]),
      '',
      ...callMethod(form, request),
      '',
      ...accessTokenMethod(form),
      ...(dpop && form.keyType !== null
        ? [
            '',
            ...requestTokenMethod(form),
            '',
            'private function dpopProof(string $method, string $url, array $claims): string',
            '{',
            ...indentedPhp(proof(form.keyType, '$this->dpopKey')),
            '}',
          ]
        : []),
    ]),
    '}',
  ];
}

function callMethod({ variant }: Form, request: OktaRequest): CodeBlock {
  const headers =
    variant === 'dpop'
      ? [
          '"Authorization: DPoP $accessToken"',
          `'DPoP: ' . $this->dpopProof('${request.method}', $url, ['ath' => $ath])`,
        ]
      : ["'Authorization: Bearer ' . $this->accessToken()"];
  const options = ['[', ...indentedPhp(apiOptions(request, headers)), '];'];
  return [
    'public function call(string $url): Response',
    '{',
    ...indentedPhp([
      ...(variant === 'dpop'
        ? [
            '$options = function () use ($url): array {',
            ...indentedPhp([
              '$accessToken = $this->accessToken();',
              "$ath = base64url(hash('sha256', $accessToken, true));",
              `return ${options[0]}`,
              ...options.slice(1),
            ]),
            '};',
          ]
        : [`$options = fn () => ${options[0]}`, ...options.slice(1)]),
      '$response = send($url, $options);',
      "if ($response->status === 401 && $response->says('invalid_token')) {",
      '    $this->expiresAt = 0;',
      '    $response = send($url, $options);',
      '}',
      'return $response->orFail();',
    ]),
    '}',
  ];
}

function accessTokenMethod(form: Form): CodeBlock {
  return [
    'private function accessToken(): string',
    '{',
    ...indentedPhp([
      'if (time() < $this->expiresAt - 60) {',
      '    return $this->accessToken;',
      '}',
      ...(form.variant === 'dpop'
        ? [
            '$response = $this->requestToken();',
            "if ($response->header('dpop-nonce') && $response->says('use_dpop_nonce')) {",
            '    $response = $this->requestToken();',
            '}',
          ]
        : [
            '$response = send(TOKEN_URL, fn () => [',
            ...indentedPhp(tokenOptions(form, clientCredential(form))),
            ']);',
          ]),
      '$token = json_decode($response->orFail()->body);',
      '$this->expiresAt = time() + $token->expires_in;',
      'return $this->accessToken = $token->access_token;',
    ]),
    '}',
  ];
}

function requestTokenMethod(form: Form): CodeBlock {
  return [
    '// Every attempt takes a fresh assertion and a fresh proof: the server accepts each once.',
    'private function requestToken(): Response',
    '{',
    ...indentedPhp([
      '$response = send(TOKEN_URL, fn () => [',
      ...indentedPhp(
        tokenOptions(form, clientCredential(form), [
          "'DPoP: ' . $this->dpopProof('POST', TOKEN_URL, ['nonce' => $this->nonce])",
        ]),
      ),
      ']);',
      "$this->nonce = $response->header('dpop-nonce') ?: $this->nonce;",
      'return $response;',
    ]),
    '}',
  ];
}

function clientCredential({ keyType }: Form): CodeBlock {
  return keyType === null ? ['$this->clientSecret'] : assertion(keyType, '$this->privateKey');
}

const responseClass: CodeBlock = [
  'final class Response',
  '{',
  ...indentedPhp([
    'public function __construct(public readonly int $status, public readonly string $body, private array $headers) {}',
    '',
    'public function header(string $name): string',
    '{',
    "    return implode(', ', $this->headers[$name] ?? []);",
    '}',
    '',
    'public function says(string $code): bool',
    '{',
    "    return str_contains($this->header('www-authenticate') . $this->body, $code);",
    '}',
    '',
    'public function orFail(): self',
    '{',
    ...indentedPhp([
      'if ($this->status < 300) {',
      '    return $this;',
      '}',
      '$lines = ["HTTP $this->status", $this->header(\'www-authenticate\'), $this->body];',
      'foreach (HINTS as $code => $hint) {',
      '    if ($this->says($code)) {',
      '        $lines[] = $hint;',
      '        break;',
      '    }',
      '}',
      'throw new RuntimeException(implode("\\n", array_filter($lines)));',
    ]),
    '}',
  ]),
  '}',
];

const sendFunction: CodeBlock = [
  '/** Sends a request. While the rate limit is used up it waits, and sends it again with fresh options. */',
  'function send(string $url, callable $options): Response',
  '{',
  ...indentedPhp([
    'for ($attempt = 0; ; $attempt++) {',
    ...indentedPhp([
      '$headers = [];',
      '$curl = curl_init($url);',
      'curl_setopt_array($curl, $options() + [',
      ...indentedPhp([
        'CURLOPT_RETURNTRANSFER => true,',
        'CURLOPT_HEADERFUNCTION => function ($curl, string $line) use (&$headers): int {',
        ...indentedPhp([
          "[$name, $value] = explode(':', $line, 2) + [1 => ''];",
          '$headers[strtolower($name)][] = trim($value);',
          'return strlen($line);',
        ]),
        '},',
      ]),
      ']);',
      '$body = curl_exec($curl);',
      'if ($body === false) {',
      '    throw new RuntimeException(curl_error($curl));',
      '}',
      '$response = new Response(curl_getinfo($curl, CURLINFO_RESPONSE_CODE), $body, $headers);',
      'if ($response->status !== 429 || $attempt === 5) {',
      '    return $response;',
      '}',
      "sleep(max(1, min(60, (int) $response->header('x-rate-limit-reset') - time())));",
    ]),
    '}',
  ]),
  '}',
];

const nextPageFunction: CodeBlock = [
  'function nextPage(Response $response): ?string',
  '{',
  ...indentedPhp([
    "if (!preg_match('/<([^>]+)>; *rel=\"next\"/', $response->header('link'), $match)) {",
    '    return null;',
    '}',
    "$origin = substr(API_URL, 0, strpos(API_URL, '/', strlen('https://')) + 1);",
    'if (!str_starts_with($match[1], $origin)) {',
    '    throw new RuntimeException("The next page is on another host: $match[1]");',
    '}',
    'return $match[1];',
  ]),
  '}',
];
