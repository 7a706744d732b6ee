import type { CodeBlock } from '../codeBlock.ts';
import type { Form } from '../form.ts';
import type { OktaRequest } from '../request.ts';

/** Builds a request for a URL that is in a variable. */
export function builder(
  before: string,
  url: string,
  calls: readonly string[],
  after = '',
): CodeBlock {
  const lines = [
    `${before}HttpRequest.newBuilder(URI.create(${url}))`,
    ...calls.map((line) => `        ${line}`),
  ];
  return lines.map((line, index) => (index === lines.length - 1 ? `${line}${after}` : line));
}

/** The calls that give the API call its method and body. */
export function apiMethod(request: OktaRequest): CodeBlock {
  const publisher =
    request.body === null
      ? 'BodyPublishers.noBody()'
      : `BodyPublishers.ofString(${request.bodyVariables.length > 0 ? 'apiBody()' : 'API_BODY'})`;
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

/** The same where a program makes several calls: the method and the body are variables. */
export const anyApiMethod =
  '.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))';

/** The variable of HTTP Basic (facts E23 and E24). */
export const basic: CodeBlock = [
  'byte[] credentials = (CLIENT_ID + ":" + clientSecret).getBytes(UTF_8);',
  'String basic = Base64.getEncoder().encodeToString(credentials);',
];

/** The variable with the body of the token request (facts C25, E23). */
export function tokenForm({ method }: Pick<Form, 'method'>): CodeBlock {
  return method === 'serviceApp'
    ? [
        'String form = "grant_type=client_credentials"',
        '        + "&scope=" + URLEncoder.encode(SCOPE, UTF_8)',
        '        + "&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer"',
        '        + "&client_assertion=" + assertion;',
      ]
    : ['String form = "grant_type=client_credentials&scope=" + URLEncoder.encode(SCOPE, UTF_8);'];
}

/** The calls that send that body. */
export const postForm: CodeBlock = [
  '.header("Content-Type", "application/x-www-form-urlencoded")',
  '.POST(BodyPublishers.ofString(form))',
];
