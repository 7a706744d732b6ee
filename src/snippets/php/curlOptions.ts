import { bodyTerms } from '../bodyTerms.ts';
import { type CodeBlock, indented } from '../codeBlock.ts';
import type { JsonPiece } from '../encoders/jsonText.ts';
import { phpString } from '../encoders/phpString.ts';
import { bodySecretHolds } from '../environment.ts';
import type { Form } from '../form.ts';
import type { OktaCall, OktaRequest } from '../request.ts';

/** One level of indentation (PER Coding Style, section 2.4). */
export function indentedPhp(block: CodeBlock): CodeBlock {
  return indented(block, '    ');
}

/**
 * The options of the API call, elements of an array.
 *
 * @param headers the header lines besides `Accept` and those of the body, as PHP expressions
 */
export function apiOptions(request: OktaRequest, headers: readonly string[]): CodeBlock {
  const { method, body, bodyVariables } = request;
  // curl sends no length for a missing body, and some servers require one.
  const needsLength = body === null && method !== 'GET' && method !== 'DELETE';
  return [
    ...(method === 'GET' || (method === 'POST' && body !== null)
      ? []
      : [`CURLOPT_CUSTOMREQUEST => '${method}',`]),
    ...headerOption([
      ...headers,
      ...(body === null ? [] : ["'Content-Type: application/json'"]),
      ...(needsLength ? ["'Content-Length: 0'"] : []),
    ]),
    ...(body === null
      ? []
      : [
          `CURLOPT_POSTFIELDS => ${bodyVariables.length > 0 ? 'API_BODY' : phpExpression(body).join('')},`,
        ]),
  ];
}

/** The same where a program makes several calls: an expression with its method and its body in variables. */
export function anyApiOptions(headers: readonly string[]): CodeBlock {
  return headers.length === 1
    ? [`apiOptions($method, $body, [${headers.join()}])`]
    : ['apiOptions($method, $body, [', ...indentedPhp(headers.map((header) => `${header},`)), '])'];
}

/** The function that {@link anyApiOptions} calls. */
export const apiOptionsFunction: CodeBlock = [
  '/** The curl options of a call to the API. */',
  'function apiOptions(string $method, ?string $body, array $headers): array',
  '{',
  ...indentedPhp([
    '$content = match (true) {',
    ...indentedPhp([
      "$body !== null => ['Content-Type: application/json'],",
      "$method === 'GET' || $method === 'DELETE' => [],",
      '// curl sends no length for a missing body, and some servers require one.',
      "default => ['Content-Length: 0'],",
    ]),
    '};',
    'return [',
    ...indentedPhp([
      'CURLOPT_CUSTOMREQUEST => $method,',
      "CURLOPT_HTTPHEADER => ['Accept: application/json', ...$headers, ...$content],",
    ]),
    '] + ($body === null ? [] : [CURLOPT_POSTFIELDS => $body]);',
  ]),
  '}',
];

/**
 * The body with its secrets, and the function that takes them from the environment; nothing if it has none.
 *
 * @param refuse gives the expression that ends the program with a message, itself a PHP expression
 */
export function bodySecrets(
  { body, bodyVariables }: OktaRequest,
  refuse: (message: string) => string,
): readonly CodeBlock[] {
  if (body === null || bodyVariables.length === 0) {
    return [];
  }
  const [first = '', ...rest] = phpExpression(body);
  return [
    ["define('API_BODY', " + first, ...rest.map((term) => `    . ${term}`)].map((line, index) =>
      index === rest.length ? `${line});` : line,
    ),
    jsonSecret(refuse),
  ];
}

/**
 * The calls, and the function that takes their secrets from the environment, where they have any.
 *
 * @param refuse gives the expression that ends the program with a message, itself a PHP expression
 */
export function callList(
  calls: readonly OktaCall[],
  refuse: (message: string) => string,
): readonly CodeBlock[] {
  return [
    [
      '// The calls in order: method, URL, and the JSON that is sent.',
      '$calls = [',
      ...indentedPhp(calls.flatMap(callLines)),
      '];',
    ],
    ...(calls.some(({ bodyVariables }) => bodyVariables.length > 0) ? [jsonSecret(refuse)] : []),
  ];
}

function callLines({ method, apiUrl, body }: OktaCall): CodeBlock {
  const start = [`'${method}',`, `${phpString(apiUrl)},`];
  if (body === null) return [`[${start.join(' ')} null],`];
  const [first = '', ...rest] = phpExpression(body);
  const terms = [first, ...indentedPhp(rest.map((term) => `. ${term}`))];
  return [
    '[',
    ...indentedPhp([
      ...start,
      ...terms.map((line, index) => (index === rest.length ? `${line},` : line)),
    ]),
    '],',
  ];
}

function jsonSecret(refuse: (message: string) => string): CodeBlock {
  return [
    '/** Gives a secret for the body as a JSON string, from its environment variable. */',
    'function jsonSecret(string $name): string',
    '{',
    ...indentedPhp([
      '$value = (string) getenv($name);',
      "if ($value === '') {",
      `    ${refuse(`"Set $name to ${bodySecretHolds}."`)};`,
      '}',
      'return json_encode($value, JSON_THROW_ON_ERROR);',
    ]),
    '}',
  ];
}

function phpExpression(body: readonly JsonPiece[]): readonly string[] {
  return bodyTerms(body, phpString, (variable) => `jsonSecret(${phpString(variable)})`);
}

/**
 * The options of the token request, elements of an array.
 *
 * @param credential the client assertion of a service app or the client secret, as a PHP expression
 * @param headers the header lines besides `Accept`, as PHP expressions
 */
export function tokenOptions(
  { method }: Form,
  credential: CodeBlock,
  headers: readonly string[] = [],
): CodeBlock {
  const [first, ...rest] = [...credential.slice(0, -1), `${credential.at(-1) ?? ''},`];
  const serviceApp = method === 'serviceApp';
  return [
    ...headerOption(headers),
    ...(serviceApp ? [] : [`CURLOPT_USERPWD => CLIENT_ID . ':' . ${first}`, ...rest]),
    'CURLOPT_POSTFIELDS => http_build_query([',
    ...indentedPhp([
      "'grant_type' => 'client_credentials',",
      "'scope' => SCOPE,",
      ...(serviceApp
        ? [
            "'client_assertion_type' => 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',",
            `'client_assertion' => ${first}`,
            ...rest,
          ]
        : []),
    ]),
    ']),',
  ];
}

function headerOption(headers: readonly string[]): CodeBlock {
  const all = ["'Accept: application/json'", ...headers];
  return all.length < 3 && all.join().length < 80
    ? [`CURLOPT_HTTPHEADER => [${all.join(', ')}],`]
    : ['CURLOPT_HTTPHEADER => [', ...indentedPhp(all.map((header) => `${header},`)), '],'];
}
