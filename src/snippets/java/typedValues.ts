import { bodyTerms } from '../bodyTerms.ts';
import { type CodeBlock, framed } from '../codeBlock.ts';
import { javaString } from '../encoders/javaString.ts';
import type { JsonPiece } from '../encoders/jsonText.ts';
import { bodySecretHolds, credentialOf, missingCredential } from '../environment.ts';
import type { Form } from '../form.ts';
import { makesSeveralCalls, type OktaCall, type OktaRequest } from '../request.ts';
import { constantCase, typedValuesOf } from '../typedValues.ts';
import { javaIndented } from './program.ts';

/** The values of a form's request, and its body, as constants; of several calls none has a constant. */
export function constants(form: Form, request: OktaRequest): CodeBlock {
  const values = typedValuesOf(form, request).map(
    ([name, value]) => [constantCase(name), value] as const,
  );
  return [
    ...values.map(([name, value]) => `static final String ${name} = ${javaString(value)};`),
    ...(makesSeveralCalls(form, request) ||
    request.body === null ||
    request.bodyVariables.length > 0
      ? []
      : [`static final String API_BODY = ${javaExpression(request.body).join('')};`]),
  ];
}

/** The body with its secrets, and what takes them from the environment, as methods; nothing if it has none. */
export function bodySecrets({ body, bodyVariables }: OktaRequest): readonly CodeBlock[] {
  if (body === null || bodyVariables.length === 0) {
    return [];
  }
  return [
    ['static String apiBody() {', ...javaIndented(framed('return ', bodyLines(body), ';')), '}'],
    jsonSecret,
  ];
}

/** The calls as a method, and what takes their secrets from the environment, where they have any. */
export function callList(calls: readonly OktaCall[]): readonly CodeBlock[] {
  const lines = calls.map(callLines);
  return [
    [
      '/** A call to the API; its body is null where it sends none. */',
      'record ApiCall(String method, String url, String body) {}',
    ],
    [
      '/** The calls in order, each with the JSON that it sends. */',
      'static List<ApiCall> calls() {',
      ...javaIndented([
        'return List.of(',
        ...javaIndented(
          lines.flatMap((each, index) => framed('', each, index === lines.length - 1 ? ');' : ',')),
          2,
        ),
      ]),
      '}',
    ],
    ...(calls.some(({ bodyVariables }) => bodyVariables.length > 0) ? [jsonSecret] : []),
  ];
}

function callLines({ method, apiUrl, body }: OktaCall): CodeBlock {
  const start = `new ApiCall("${method}", ${javaString(apiUrl)}`;
  return body === null
    ? [`${start}, null)`]
    : [`${start},`, ...javaIndented(framed('', bodyLines(body), ')'), 2)];
}

const jsonSecret: CodeBlock = [
  '/** Gives a secret for the body as a JSON string, from its environment variable. */',
  'static String jsonSecret(String name) {',
  ...javaIndented([
    'String value = System.getenv(name);',
    'if (value == null || value.isEmpty()) {',
    `    throw new IllegalStateException("Set " + name + " to ${bodySecretHolds}.");`,
    '}',
    String.raw`return "\"" + Pattern.compile("[\"\\\\\\x00-\\x1f]").matcher(value).replaceAll(`,
    String.raw`        found -> String.format("\\\\u%04x", (int) found.group().charAt(0))) + "\"";`,
  ]),
  '}',
];

/** The expression of a body, each of its terms in a line of its own. */
function bodyLines(body: readonly JsonPiece[]): CodeBlock {
  const [first = '', ...rest] = javaExpression(body);
  return [
    first,
    ...javaIndented(
      rest.map((term) => `+ ${term}`),
      2,
    ),
  ];
}

function javaExpression(body: readonly JsonPiece[]): readonly string[] {
  return bodyTerms(body, javaString, (variable) => `jsonSecret(${javaString(variable)})`);
}

/** The names under which programs hold the credential of a method. */
export const credentialVariables: Readonly<Record<Form['method'], string>> = {
  serviceApp: 'keyFile',
  apiServiceIntegration: 'clientSecret',
  apiToken: 'apiToken',
};

/** Takes the credential from its environment variable. */
export function credential({ method }: Form): CodeBlock {
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
