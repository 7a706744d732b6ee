import { bodyTerms } from '../bodyTerms.ts';
import { type CodeBlock, indented } from '../codeBlock.ts';
import type { JsonPiece } from '../encoders/jsonText.ts';
import { phpString } from '../encoders/phpString.ts';
import { bodySecretHolds } from '../environment.ts';
import type { Form } from '../form.ts';
import type { OktaRequest } from '../request.ts';

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
  // Of a body that is not there curl says nothing, and some servers want to know its length.
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

/**
 * The body with its secrets, and the function that takes them from the environment; nothing where it has none.
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
    [
      '/** Gives a secret of the body as a JSON string, from its environment variable. */',
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
    ],
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
