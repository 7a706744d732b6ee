import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { findByReference } from '#catalogue/references.ts';
import { minimalScopes } from '#catalogue/scopes.ts';
import { jsonText } from '#snippets/encoders/jsonText.ts';
import { exactJson, type ExactJson, type JsonMember } from '#snippets/exactJson.ts';
import { hostileFragments } from '#snippets/hostileText.ts';
import { operationCall } from '#snippets/operationCall.ts';
import { parseJson } from '#snippets/parseJson.ts';
import { parseBody } from '#snippets/requestParts.ts';
import { type Call, defaultValues, type RequestValues } from '#snippets/values.ts';

/** Values that snippets are run with, besides the samples. */
export interface ExecutedValues {
  /** Their id in the values file. */
  readonly id: string;
  /** Whether they try to break out of the places where they are put. */
  readonly hostile: boolean;
  readonly values: RequestValues;
  /**
   * `every`: in all forms of one request and one that does everything; `few`: where methods of HTTP can matter;
   * `programs`: those that make several calls, one for each method and way of binding the token.
   */
  readonly forms: 'every' | 'few' | 'programs';
}

/**
 * Texts that would create a file `pwned`, send a header of their own or read a secret, if a snippet put them
 * anywhere but into a literal of its language. Everything in them can be seen, so that a key id may hold them.
 */
const payloads: readonly string[] = [
  // Shells
  '$(touch pwned)',
  '`touch pwned`',
  "'; touch pwned; '",
  '"; touch pwned; "',
  '|| touch pwned #',
  '${x:-$(touch pwned)}',
  '$OKTA_API_TOKEN',
  '!! %PATH% ~',
  // JavaScript and TypeScript
  `'); process.getBuiltinModule('fs').writeFileSync('pwned', ''); ('`,
  `"); require('fs').writeFileSync('pwned', ''); ("`,
  "${process.getBuiltinModule('fs').writeFileSync('pwned', '')}",
  '</script><!--',
  // Python
  `{__import__('os').system('touch pwned')}`,
  `" + __import__('os').system('touch pwned') + "`,
  `' + __import__('os').system('touch pwned') + '`,
  `""" '''`,
  '%(x)s {0} {{x}}',
  '\\N{DIGIT ONE} \\x41 \\101',
  // Go
  '` + func() string { os.WriteFile("pwned", nil, 0o644); return "" }() + `',
  '" + func() string { os.WriteFile("pwned", nil, 0o644); return "" }() + "',
  '%v %s %d',
  // Java and C#: an escape counts everywhere in Java, in comments too
  '\\u0022 + new java.io.File("pwned").createNewFile() + \\u0022',
  '" + new java.io.File("pwned").createNewFile() + "',
  '\\u000a*/',
  '{System.IO.File.Create("pwned")}',
  '" + System.IO.File.Create("pwned") + "',
  // PHP
  "{${system('touch pwned')}}",
  `', system('touch pwned'), '`,
  `'.system('touch pwned').'`,
  '$x {$x} <?php ?>',
  // Ruby
  '#{`touch pwned`}',
  '" + `touch pwned` + "',
  `' + system('touch pwned') + '`,
  "#{ENV['OKTA_API_TOKEN']} #$0 #@x",
  // PowerShell, whose quotes are curly too
  '$(New-Item pwned)',
  '‘; New-Item pwned; ’ ‚x‛',
  '`$(New-Item pwned)',
  // Files of HTTP messages
  '{{$processEnv OKTA_API_TOKEN}}',
  '{{$dotenv OKTA_API_TOKEN}}',
  '%0d%0aX-Injected:%20yes',
  // Comments, templates and the rest
  '*/ /* // -- # ###',
  '\\\' \\" \\\\ \\',
  '@/etc/hostname',
  '< /etc/hostname',
  '%41 %2e%2e & = + ? / : ;',
  'é 😀 ß 鍵',
];

/** The same with what cannot be seen, which queries, path parameters and bodies may hold. */
const invisiblePayloads: readonly string[] = [
  ...payloads,
  '\r\nX-Injected: yes\r\n\r\n',
  '\n\n###\n\nGET https://evil.example.net/ HTTP/1.1\n',
  "\n'\ntouch pwned\n'\n",
  '\nEOF\ntouch pwned\n',
  '\t\0\u001b[31m\u007f\u0085\u2028\u2029\u202e\u2066\u200b\ufeff',
];

const loneSurrogate = /\p{Cs}/u;

/** JSON whose names and values are hostile, and whose kinds of values are all that there are. */
const hostileBody = exactJson({
  profile: {
    ...Object.fromEntries(
      [...invisiblePayloads, ...hostileFragments].map((payload, index) => [
        // Its last word is no name of a secret, which the guide would refuse.
        `${index} ${payload} x`,
        payload,
      ]),
    ),
    __x: '__proto__',
  },
  list: [null, true, false, 0, -1.5, 12_345_678_901, '', [], {}, [invisiblePayloads.join('')]],
});

/** Numbers that most languages would change if they read them, members whose order they would, and a secret. */
const exactBody = withSecrets(
  `{"numbers": [${[
    '12345678901234567890',
    '-0',
    '1.0',
    '1E+5',
    '-1.5e-7',
    '1e400',
    '1e-400',
    '0.1234567890123456789',
    '3.141592653589793238462643383279502884197',
  ].join()}], "1": "é 😀 鍵", "0": 100000000000000000000000, "é's \\" secret": ""}`,
);

function withSecrets(text: string): ExactJson {
  const parsed = parseBody(jsonOf(text), { method: 'POST', path: '/api/v1/groups' });
  if (!parsed.ok) throw new TypeError(parsed.reason);
  return parsed.value;
}

function jsonOf(text: string): ExactJson {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new SyntaxError(parsed.problem);
  return parsed.json;
}

/** Operations whose body has members that hold a secret. */
const secretBodies = [
  {
    reference: 'createOAuth2ClientSecret',
    pathParameters: { appId: '0oaexampleappid00000' },
    forms: 'every',
  },
  { reference: 'changePassword', pathParameters: { userId: '00uexampleuserid0000' }, forms: 'few' },
  { reference: 'createEmailServer', pathParameters: {}, forms: 'few' },
] as const;

/** What the page fills an operation's request with, before anything is typed. */
function callOf(reference: string): Pick<RequestValues, 'operation' | 'body' | 'scopes'> {
  const operation = findByReference(oktaCatalogue, reference);
  if (operation === undefined) throw new Error(`The catalogue lacks ${reference}.`);
  const { parts } = operationCall(operation, { pathTexts: {}, queryTexts: {}, body: undefined });
  if (parts.body === undefined) throw new Error(`${reference} has no body.`);
  return {
    operation: parts.operation,
    body: parts.body,
    scopes: minimalScopes([operation]).map(({ scope }) => scope),
  };
}

export const executedValues: readonly ExecutedValues[] = [
  {
    id: 'hostile query',
    hostile: true,
    forms: 'every',
    values: {
      orgDomain: 'xn--bcher-kva.example.org',
      clientId: `'$(id)',!*+._-$0`,
      keyId: payloads.join(' '),
      scopes: ['okta.groups.read', 'okta.users.read', 'ssf.read'],
      operation: { method: 'GET', path: '/api/v1/groups' },
      pathParameters: {},
      query: [
        { name: 'limit', value: '10' },
        { name: 'search', value: invisiblePayloads.toReversed().join(' ') },
        ...hostileFragments
          .filter((fragment) => !loneSurrogate.test(fragment))
          .map((fragment) => ({ name: `q${fragment}`, value: fragment })),
        { name: 'several', value: '1' },
        { name: 'several', value: '$(touch pwned)' },
        { name: 'several', value: '' },
      ],
    },
  },
  {
    id: 'hostile path and body',
    hostile: true,
    forms: 'every',
    values: {
      orgDomain: 'id.example.com',
      clientId: '0oa$0.!*(x)+,-_',
      keyId: payloads.toReversed().join(''),
      scopes: ['okta.users.manage'],
      operation: { method: 'POST', path: '/api/v1/users/{userId}/groups/{groupId}/x' },
      pathParameters: { userId: invisiblePayloads.join(''), groupId: '../%2e%2e/ ' },
      query: [],
      body: hostileBody,
    },
  },
  {
    id: 'long',
    hostile: true,
    forms: 'every',
    values: {
      orgDomain: 'acme-corp.okta-emea.com',
      clientId: `a${"'".repeat(99)}`,
      keyId: `'"$\`\\`.repeat(1000),
      scopes: ['okta.groups.read'],
      operation: { method: 'GET', path: '/api/v1/groups' },
      pathParameters: {},
      query: [{ name: 'q', value: 'a'.repeat(9999) }],
    },
  },
  {
    id: 'exact body',
    hostile: true,
    forms: 'few',
    values: {
      ...defaultValues,
      scopes: ['okta.groups.manage'],
      operation: { method: 'POST', path: '/api/v1/groups' },
      query: [],
      body: exactBody,
    },
  },
  ...secretBodies.map(({ reference, pathParameters, forms }) => ({
    id: `secrets of ${reference}`,
    hostile: true,
    forms,
    values: { ...defaultValues, query: [], ...callOf(reference), pathParameters },
  })),
  {
    id: 'several calls',
    hostile: true,
    forms: 'programs',
    values: {
      ...defaultValues,
      scopes: ['okta.groups.manage', 'okta.users.manage'],
      furtherCalls: [
        {
          operation: { method: 'GET', path: '/api/v1/users/{userId}' },
          pathParameters: { userId: '$(touch pwned)' },
          query: [{ name: 'tag', value: `'; touch pwned; '` }],
        },
        {
          operation: { method: 'POST', path: '/api/v1/groups' },
          pathParameters: {},
          query: [],
          body: hostileBody,
        },
        {
          operation: { method: 'PUT', path: '/api/v1/groups/{groupId}' },
          pathParameters: { groupId: '00gexamplegroup00001' },
          query: [],
          body: exactBody,
        },
        {
          // Its secret has the name of the one before.
          operation: { method: 'PATCH', path: '/api/v1/groups/{groupId}' },
          pathParameters: { groupId: '00gexamplegroup00002' },
          query: [],
          body: exactBody,
        },
        {
          operation: { method: 'DELETE', path: '/api/v1/groups/{groupId}' },
          pathParameters: { groupId: '00gexamplegroup00001' },
          query: [],
        },
      ],
    },
  },
  ...(['PUT', 'PATCH', 'DELETE', 'POST'] as const).map((method) => ({
    id: `plain ${method}`,
    hostile: false,
    forms: 'few' as const,
    values: {
      ...defaultValues,
      orgDomain: 'acme.oktapreview.com',
      scopes: ['okta.groups.manage'],
      operation: { method, path: '/api/v1/groups/{groupId}' },
      pathParameters: { groupId: '00gexamplegroup00001' },
      query: [],
      // A POST without a body, as most lifecycle operations are.
      ...(method === 'PUT' || method === 'PATCH'
        ? { body: exactJson({ profile: { name: 'Payroll', description: 'Pays' } }) }
        : {}),
    },
  })),
];

/** The values of a call, as a values file has them. */
function callInFile({ operation, pathParameters, query, body }: Call): readonly JsonMember[] {
  const parameters: Record<string, string[]> = {};
  for (const { name, value } of query) (parameters[name] ??= []).push(value);
  const members = membersOf(
    jsonOf(JSON.stringify({ operation, pathParameters, query: parameters })),
  );
  return body === undefined ? members : [...members, { name: 'body', value: body }];
}

/** The values file of these sets, as `guide -- snippets --values` takes it: each body as it was typed. */
export function valuesFile(sets: readonly ExecutedValues[]): string {
  const items = sets.map(({ id, values }): ExactJson => {
    const { orgDomain, clientId, keyId, scopes, furtherCalls = [] } = values;
    return {
      kind: 'object',
      members: [
        ...membersOf(jsonOf(JSON.stringify({ id, orgDomain, clientId, keyId, scopes }))),
        ...callInFile(values),
        ...(furtherCalls.length === 0
          ? []
          : [
              {
                name: 'furtherCalls',
                value: {
                  kind: 'array' as const,
                  items: furtherCalls.map((call): ExactJson => ({
                    kind: 'object',
                    members: callInFile(call),
                  })),
                },
              },
            ]),
      ],
    };
  });
  return jsonText({ kind: 'array', items });
}

function membersOf(json: ExactJson): readonly JsonMember[] {
  return json.kind === 'object' ? json.members : [];
}
