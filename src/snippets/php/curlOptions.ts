import { type CodeBlock, indented } from '../codeBlock.ts';
import { phpString } from '../encoders/phpString.ts';
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
  const { method, body } = request;
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
    ...(body === null ? [] : [`CURLOPT_POSTFIELDS => ${phpString(body)},`]),
  ];
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
