import { type CodeBlock, framed } from '../codeBlock.ts';
import { phpString } from '../encoders/phpString.ts';
import { errorHints } from '../errorHints.ts';
import type { Form } from '../form.ts';
import { callsOf, makesSeveralCalls, type OktaRequest } from '../request.ts';
import {
  anyApiOptions,
  apiOptions,
  apiOptionsFunction,
  bodySecrets,
  callList,
  indentedPhp,
  tokenOptions,
} from './curlOptions.ts';
import { assertion, jwtFunctions, proof, proofKeyPair } from './signing.ts';
import { credential, typedValues } from './typedValues.ts';

/**
 * What a program in production needs: it keeps the token, reads all pages, waits for the rate limit
 * and tells errors apart.
 */
export function everything(form: Form, request: OktaRequest): readonly CodeBlock[] {
  const several = makesSeveralCalls(form, request);
  const calls = several ? callsOf(request) : [request];
  const pages = calls.some(({ method }) => method === 'GET');
  const callee = several ? anyCall : pageOf(request);
  return [
    ...(several && form.method === 'apiToken' ? [] : [typedValues(form, request)]),
    [
      'const HINTS = [',
      ...indentedPhp(
        errorHints(form).map(({ code, hint }) => `${phpString(code)} => ${phpString(hint)},`),
      ),
      '];',
    ],
    exceptionHandler,
    credential(form, raise),
    ...(several ? callList(calls, raise) : bodySecrets(request, raise)),
    [
      ...client(form),
      ...(several
        ? eachCall(pages, callAndPrint(form, anyCall, '$url'))
        : oneCall(request, (url) => callAndPrint(form, callee, url))),
    ],
    ...(form.method === 'apiToken' ? [] : [clientClass(form, callee)]),
    responseClass(form, several),
    ...(several ? [apiOptionsFunction] : []),
    sendFunction,
    ...(pages ? [nextPageFunction(several ? '$firstUrl' : null)] : []),
    ...(form.keyType === null ? [] : jwtFunctions(form.keyType)),
  ];
}

const raise = (message: string): string => `throw new RuntimeException(${message})`;

/** A call of the API, as the methods of the client take it. */
interface Callee {
  readonly parameters: string;
  /** The expressions of its arguments. */
  readonly given: (url: string) => string;
  /** The variables that hold them. */
  readonly variables: string;
  /** As an expression. */
  readonly method: string;
  /** The expression of its curl options, in which headers stand as expressions. */
  readonly options: (headers: readonly string[]) => CodeBlock;
  /** What is said to `orFail`: which request it was, where that is not plain. */
  readonly name: string;
  readonly tokenRequestName: string;
}

const pageOf = (request: OktaRequest): Callee => ({
  parameters: 'string $url',
  given: (url) => url,
  variables: '$url',
  method: `'${request.method}'`,
  options: (headers) => ['[', ...indentedPhp(apiOptions(request, headers)), ']'],
  name: '',
  tokenRequestName: '',
});

const anyCall: Callee = {
  parameters: 'string $method, string $url, ?string $body',
  given: (url) => `$method, ${url}, $body`,
  variables: '$method, $url, $body',
  method: '$method',
  options: anyApiOptions,
  name: '"$method $url"',
  tokenRequestName: "'POST ' . TOKEN_URL",
};

function client({ method }: Form): CodeBlock {
  return method === 'apiToken'
    ? []
    : [`$okta = new OktaClient(${method === 'serviceApp' ? '$privateKey' : '$clientSecret'});`];
}

function callAndPrint({ method }: Form, { given, options, name }: Callee, url: string): CodeBlock {
  return [
    ...(method === 'apiToken'
      ? framed(
          `$response = send(${url}, fn () => `,
          options(['"Authorization: SSWS $apiToken"']),
          `)->orFail(${name});`,
        )
      : [`$response = $okta->call(${given(url)});`]),
    'echo $response->body, "\\n";',
  ];
}

/** Makes the one call of a program, page by page where it lists. */
function oneCall({ method }: OktaRequest, call: (url: string) => CodeBlock): CodeBlock {
  return method === 'GET'
    ? [
        'for ($url = API_URL; $url !== null; $url = nextPage($response)) {',
        ...indentedPhp(call('$url')),
        '}',
      ]
    : call('API_URL');
}

/** Makes all calls in their order, those that list page by page. */
function eachCall(pages: boolean, call: CodeBlock): CodeBlock {
  return pages
    ? [
        'foreach ($calls as [$method, $firstUrl, $body]) {',
        ...indentedPhp([
          'echo "$method $firstUrl\\n";',
          'for ($url = $firstUrl; $url !== null; ) {',
          ...indentedPhp([
            ...call,
            "$url = $method === 'GET' ? nextPage($response, $firstUrl) : null;",
          ]),
          '}',
        ]),
        '}',
      ]
    : [
        'foreach ($calls as [$method, $url, $body]) {',
        ...indentedPhp(['echo "$method $url\\n";', ...call]),
        '}',
      ];
}

const exceptionHandler: CodeBlock = [
  'set_exception_handler(function (Throwable $error): never {',
  '    fwrite(STDERR, $error->getMessage() . "\\n");',
  '    exit(1);',
  '});',
];

function clientClass(form: Form, callee: Callee): CodeBlock {
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
      ...callMethod(form, callee),
      '',
      ...accessTokenMethod(form, callee),
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

function callMethod(
  { variant }: Form,
  { parameters, variables, method, options, name }: Callee,
): CodeBlock {
  const headers =
    variant === 'dpop'
      ? [
          '"Authorization: DPoP $accessToken"',
          `'DPoP: ' . $this->dpopProof(${method}, $url, ['ath' => $ath])`,
        ]
      : ["'Authorization: Bearer ' . $this->accessToken()"];
  return [
    `public function call(${parameters}): Response`,
    '{',
    ...indentedPhp([
      ...(variant === 'dpop'
        ? [
            `$options = function () use (${variables}): array {`,
            ...indentedPhp([
              '$accessToken = $this->accessToken();',
              "$ath = base64url(hash('sha256', $accessToken, true));",
              ...framed('return ', options(headers), ';'),
            ]),
            '};',
          ]
        : framed('$options = fn () => ', options(headers), ';')),
      '$response = send($url, $options);',
      "if ($response->status === 401 && $response->says('invalid_token')) {",
      '    $this->expiresAt = 0;',
      '    $response = send($url, $options);',
      '}',
      `return $response->orFail(${name});`,
    ]),
    '}',
  ];
}

function accessTokenMethod(form: Form, { tokenRequestName }: Callee): CodeBlock {
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
      `$token = json_decode($response->orFail(${tokenRequestName})->body);`,
      '$this->expiresAt = time() + $token->expires_in;',
      'return $this->accessToken = $token->access_token;',
    ]),
    '}',
  ];
}

function requestTokenMethod(form: Form): CodeBlock {
  return [
    '// Every attempt needs a fresh assertion and a fresh proof: the server accepts each only once.',
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

/** @param namesRequest whether an error says which request has failed */
const responseClass = ({ keyType }: Form, namesRequest: boolean): CodeBlock => [
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
    `public function orFail(${namesRequest ? 'string $request' : ''}): self`,
    '{',
    ...indentedPhp([
      'if ($this->status < 300) {',
      '    return $this;',
      '}',
      `$lines = [${namesRequest ? '$request, ' : ''}"HTTP $this->status", $this->header('www-authenticate'), $this->body];`,
      'foreach (HINTS as $code => $hint) {',
      '    if ($this->says($code)) {',
      '        $lines[] = $hint;',
      '        break;',
      '    }',
      '}',
      ...(keyType === null
        ? []
        : [
            "if ($this->says('future')) {",
            "    $ahead = time() - strtotime($this->header('date'));",
            `    $lines[] = "Your clock is $ahead seconds ahead of Okta's.";`,
            '}',
          ]),
      'throw new RuntimeException(implode("\\n", array_filter($lines)));',
    ]),
    '}',
  ]),
  '}',
];

const sendFunction: CodeBlock = [
  '/** Sends a request. While the rate limit is used up, it waits and sends the request again with fresh options. */',
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

/** @param first the parameter with the URL of the first page, where no constant holds it */
const nextPageFunction = (first: string | null): CodeBlock => [
  `function nextPage(Response $response${first === null ? '' : `, string ${first}`}): ?string`,
  '{',
  ...indentedPhp([
    "if (!preg_match('/<([^>]+)>; *rel=\"next\"/', $response->header('link'), $match)) {",
    '    return null;',
    '}',
    `$origin = substr(${first ?? 'API_URL'}, 0, strpos(${first ?? 'API_URL'}, '/', strlen('https://')) + 1);`,
    'if (!str_starts_with($match[1], $origin)) {',
    '    throw new RuntimeException("The next page is on another host: $match[1]");',
    '}',
    'return $match[1];',
  ]),
  '}',
];
