import { bodyTerms } from '../bodyTerms.ts';
import type { CodeBlock } from '../codeBlock.ts';
import { bashWord } from '../encoders/bashWord.ts';
import type { JsonPiece } from '../encoders/jsonText.ts';
import type { HttpMethod } from '../operation.ts';
import type { OktaRequest } from '../request.ts';

const acceptJson = "--header 'Accept: application/json'";

/** The parameters of curl for a service app's token request, whose assertion a variable holds (fact C25). */
export function assertionParameters(assertion: string): readonly string[] {
  return [
    acceptJson,
    '--data grant_type=client_credentials',
    '--data-urlencode "scope=$scope"',
    '--data client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    `--data-urlencode client_assertion@<(printf %s ${assertion})`,
  ];
}

/** The parameters of curl for an integration's token request, whose credentials `$basic` holds (fact E23). */
export function basicParameters(): readonly string[] {
  return [
    acceptJson,
    authorization('Basic', 'basic'),
    '--data grant_type=client_credentials',
    '--data-urlencode "scope=$scope"',
  ];
}

/** What Basic authentication sends, as `$basic` (fact E23). */
export const basicCredentials =
  'basic=$(printf %s "$client_id:$OKTA_CLIENT_SECRET" | openssl base64 -A)';

/** An Authorization header with the secret that a variable holds, outside the arguments that the process list shows. */
export function authorization(scheme: string, variable: string): string {
  return `--header @<(printf 'Authorization: ${scheme} %s' "$${variable}")`;
}

/** The option of curl that names a method other than GET, with a space before it. */
export function methodOption(method: HttpMethod): string {
  return method === 'GET' ? '' : ` --request ${method}`;
}

/** The parameters of curl for the API call besides its method and URL. */
export function apiParameters(
  { body, bodyVariables }: OktaRequest,
  headers: readonly string[],
): readonly string[] {
  return [
    acceptJson,
    ...headers,
    ...(body === null
      ? []
      : [
          "--header 'Content-Type: application/json'",
          bodyVariables.length > 0
            ? '--data-binary @<(printf %s "$api_body")'
            : `--data-raw ${bashBody(body)}`,
        ]),
  ];
}

/** The body with the secrets that jq takes from the environment, outside of all arguments; nothing if it has none. */
export function bodySecrets({ body, bodyVariables }: OktaRequest): readonly CodeBlock[] {
  return body === null || bodyVariables.length === 0 ? [] : [[`api_body=${assignedBody(body)}`]];
}

/** The same where no word is split: what is assigned. */
function assignedBody(body: readonly JsonPiece[]): string {
  return bodyTerms(body, bashWord, (variable) => `$(jq -n env.${variable})`).join('');
}

/** A body as a word of bash, in which jq puts secrets from the environment. */
export function bashBody(body: readonly JsonPiece[]): string {
  return bodyTerms(body, bashWord, (variable) => `"$(jq -n env.${variable})"`).join('');
}

/** A command over several lines, its parameters indented. */
export function overLines(
  command: string,
  parameters: readonly string[],
  end = '',
): readonly string[] {
  const all = [command, ...parameters.map((parameter) => `  ${parameter}`)];
  return all.map((line, index) => (index === all.length - 1 ? `${line}${end}` : `${line} \\`));
}

/** Asks for a token, or shows Okta's error and stops; curl itself says the status. */
export function tokenOf(parameters: readonly string[]): CodeBlock {
  return [
    ...overLines(
      'response=$(curl --silent --show-error --fail-with-body "$token_url"',
      parameters,
      ') || {',
    ),
    '  printf \'%s\\n\' "$response" >&2',
    '  exit 1',
    '}',
    'access_token=$(jq -er .access_token <<<"$response")',
  ];
}

/** Shows why an access token is refused: the answer has no body (fact G35). Older curl writes it as it stands here. */
export const reason = "--write-out '%{onerror}%{stderr}%header{www-authenticate}\\n'";

/** The API call, whose answer goes to stdout. */
export function apiCall(
  request: OktaRequest,
  url: string,
  parameters: readonly string[],
): CodeBlock {
  return overLines(
    `curl --silent --show-error --fail-with-body${methodOption(request.method)} ${url}`,
    apiParameters(request, parameters),
  );
}
