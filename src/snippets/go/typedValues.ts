import { bodyTerms, joinedTerms } from '../bodyTerms.ts';
import { type CodeBlock, indented } from '../codeBlock.ts';
import { goString } from '../encoders/goString.ts';
import type { JsonPiece } from '../encoders/jsonText.ts';
import { bodySecretHolds, credentialOf, missingCredential } from '../environment.ts';
import type { Form } from '../form.ts';
import { callsOf, makesSeveralCalls, type OktaCall, type OktaRequest } from '../request.ts';
import { type TypedValueName, typedValuesOf } from '../typedValues.ts';
import { stop } from './errors.ts';
import { methodConstants } from './requests.ts';

/** Go keeps initials in capitals ("Go Code Review Comments", Initialisms). */
const goNames: Readonly<Record<TypedValueName, string>> = {
  tokenUrl: 'tokenURL',
  apiUrl: 'apiURL',
  clientId: 'clientID',
  keyId: 'keyID',
  scope: 'scope',
};

/** The values of a form's request as constants. */
export function constants(form: Form, request: OktaRequest): CodeBlock {
  const values: readonly (readonly [string, string])[] = [
    ...typedValuesOf(form, request).map(
      ([name, value]) => [goNames[name], goString(value)] as const,
    ),
    ...(request.body === null ||
    request.bodyVariables.length > 0 ||
    makesSeveralCalls(form, request)
      ? []
      : [['apiBody', goExpression(request.body).join('')] as const]),
  ];
  if (values.length === 0) return [];
  const width = Math.max(...values.map(([name]) => name.length));
  return values.length === 1
    ? values.map(([name, value]) => `const ${name} = ${value}`)
    : ['const (', ...values.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`), ')'];
}

/** The body with its secrets, and the function that takes them from the environment; nothing if it has none. */
export function bodySecrets({ body, bodyVariables }: OktaRequest): readonly CodeBlock[] {
  return body === null || bodyVariables.length === 0 ? [] : [apiBody(body), jsonSecret];
}

/** The calls of a program that makes several, with what it needs for their secrets. */
export function callList(request: OktaRequest): readonly CodeBlock[] {
  const calls = callsOf(request);
  const list = [
    '// calls are made in this order, each with the JSON it sends.',
    'var calls = []apiCall{',
    ...indented(calls.flatMap(callInList)),
    '}',
  ];
  return [
    ['type apiCall struct {', '  method, url, body string', '}'],
    list,
    ...(calls.some(({ bodyVariables }) => bodyVariables.length > 0) ? [jsonSecret] : []),
  ];
}

function callInList({ method, apiUrl, body }: OktaCall): CodeBlock {
  const [first = '', ...rest] = joinedTerms(body === null ? ['""'] : goExpression(body), '+', '');
  const opening = `{${methodConstants[method]}, ${goString(apiUrl)}, ${first}`;
  return [opening, ...indented(rest)].map((line, index, lines) =>
    index === lines.length - 1 ? `${line}},` : line,
  );
}

function apiBody(body: readonly JsonPiece[]): CodeBlock {
  const [first = '', ...rest] = joinedTerms(goExpression(body), '+', '');
  return [`var apiBody = ${first}`, ...indented(rest)];
}

const jsonSecret: CodeBlock = [
  '// jsonSecret gives a secret for the body as a JSON string, from its environment variable.',
  'func jsonSecret(name string) string {',
  ...indented([
    'value := os.Getenv(name)',
    'if value == "" {',
    `  log.Fatalf("Set %s to ${bodySecretHolds}.", name)`,
    '}',
    'text, err := json.Marshal(value)',
    ...stop,
    'return string(text)',
  ]),
  '}',
];

function goExpression(body: readonly JsonPiece[]): readonly string[] {
  return bodyTerms(body, goString, (variable) => `jsonSecret(${goString(variable)})`);
}

const credentialVariables: Readonly<Record<Form['method'], string>> = {
  serviceApp: 'keyFile',
  apiServiceIntegration: 'clientSecret',
  apiToken: 'apiToken',
};

/** Takes the credential from its environment variable. */
export function credential({ method }: Form): CodeBlock {
  const variable = credentialVariables[method];
  return [
    `${variable} := os.Getenv(${goString(credentialOf(method))})`,
    `if ${variable} == "" {`,
    `  log.Fatal(${goString(missingCredential(method))})`,
    '}',
  ];
}
