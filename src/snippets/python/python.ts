import { type CodeBlock, indented, textOfBlocks } from '../codeBlock.ts';
import { bodyTerms } from '../bodyTerms.ts';
import type { JsonPiece } from '../encoders/jsonText.ts';
import { pythonString } from '../encoders/pythonString.ts';
import { isExactInPython, pythonValue } from '../encoders/pythonValue.ts';
import { bodySecretHolds, credentialOf, missingCredential } from '../environment.ts';
import type { ExactJson } from '../exactJson.ts';
import { errorHints } from '../errorHints.ts';
import { algorithmOf, type Form, type KeyType } from '../form.ts';
import type { Language } from '../language.ts';
import { needsKeyType, needsPkcs8 } from '../privateKeyAdvice.ts';
import { callsOf, makesSeveralCalls, type OktaCall, type OktaRequest } from '../request.ts';
import { constantCase, typedValuesOf } from '../typedValues.ts';

/** Python: requests for HTTP, and PyJWT for what is signed. Laid out as the formatter Black does it. */
export const python: Language = {
  id: 'python',
  label: 'Python',
  kind: 'language',
  extension: 'py',
  syntax: 'python',
  needs:
    'Python 3.8 or newer with the package requests; for a service app also PyJWT and cryptography',
  proxy: 'Behind a proxy, set `HTTPS_PROXY`.',
  absence: () => null,
  // Only a request with an `auth` of its own is safe from that file (requests, `Session.prepare_request`).
  note: (form) =>
    form.method === 'apiServiceIntegration' && form.request === 'everything'
      ? null
      : 'If a .netrc file has an entry for the org, or a default one, the requests package sends that, not this program’s Authorization header. The environment variable NETRC, set to the path of an empty file, prevents it.',
  command: (fileName) => `python3 ${fileName}`,
  environment: (form) => [credentialOf(form.method)],
  makesSeveralCalls: true,
  render: (form, request) =>
    textOfBlocks(
      apart(form.request === 'everything' ? everything(form, request) : single(form, request)),
    ),
};

function single(form: Form, request: OktaRequest): readonly CodeBlock[] {
  return [
    ...imports(form, request),
    ...bodySecret([request]),
    constants(form, request),
    credential(form),
    ...singleToken(form),
    [
      `response = requests.${request.method.toLowerCase()}(`,
      ...nested([
        'API_URL,',
        ...headers([
          ...(form.method === 'apiToken'
            ? ['"Authorization": f"SSWS {api_token}"']
            : [`"Authorization": f"${schemeOf(form)} {access_token}"`]),
          ...(form.variant === 'dpop'
            ? [`"DPoP": dpop_proof("${request.method}", API_URL, access_token=access_token)`]
            : []),
          ...body(request).header,
        ]),
        ...body(request).argument.map((argument) => `${argument},`),
        'timeout=30,',
      ]),
      ')',
      ...(form.method === 'apiToken' ? exitUnlessOk('response') : exitIfRefused),
      'print(response.text)',
    ],
  ];
}

function singleToken(form: Form): readonly CodeBlock[] {
  if (form.method === 'apiToken') {
    return [];
  }
  const outcome = [
    ...exitUnlessOk('token_response'),
    'access_token = token_response.json()["access_token"]',
  ];
  return form.variant === 'dpop'
    ? [
        ...dpopProof,
        tokenRequestFunction(form),
        [
          'token_response = request_token()',
          'if token_response.status_code == 400 and "use_dpop_nonce" in token_response.text:',
          ...nested(['token_response = request_token(token_response.headers.get("DPoP-Nonce"))']),
          ...outcome,
        ],
      ]
    : [[...assertion(form), ...prefixed('token_response = ', tokenRequest(form)), ...outcome]];
}

function everything(form: Form, request: OktaRequest): readonly CodeBlock[] {
  const isSeveral = makesSeveralCalls(form, request);
  return [
    ...imports(form, request),
    ...bodySecret(isSeveral ? callsOf(request) : [request]),
    constants(form, request),
    ...(isSeveral ? [callList(request)] : []),
    [
      'HINTS = {',
      ...nested(
        errorHints(form).map(({ code, hint }) => `${pythonString(code)}: ${pythonString(hint)},`),
      ),
      '}',
    ],
    credential(form),
    ...(form.variant === 'dpop' ? dpopProof : []),
    ...answers(form, isSeveral),
    send,
    ...(form.variant === 'dpop' || form.method === 'apiToken' ? [] : [tokenRequestFunction(form)]),
    ...(form.method === 'apiToken' ? [] : [oktaAuth(form)]),
    session(form),
    callApi(form),
    ...(isSeveral ? severalCalls(request) : oneCall(request)),
  ];
}

function imports(form: Form, request: OktaRequest): readonly CodeBlock[] {
  const made = makesSeveralCalls(form, request) ? callsOf(request) : [request];
  const serviceApp = form.method === 'serviceApp';
  const dpop = form.variant === 'dpop';
  const whole = form.request === 'everything';
  // The proofs are always signed with RSA.
  const asymmetric = [
    ...(form.keyType === 'EC' ? ['ec'] : []),
    ...(form.keyType === 'RSA' || dpop ? ['rsa'] : []),
  ];
  const writesSecretsAsText = made.some(
    ({ json, bodyVariables }) => json !== null && bodyVariables.length > 0 && sendsText(json),
  );
  return [
    [
      ...(dpop ? ['import hashlib'] : []),
      ...(dpop || writesSecretsAsText ? ['import json'] : []),
      'import os',
      ...(serviceApp ? ['import re'] : []),
      'import sys',
      ...(serviceApp || whole ? ['import time'] : []),
      ...(serviceApp ? ['import uuid'] : []),
      ...(dpop ? ['from base64 import urlsafe_b64encode'] : []),
      ...(serviceApp && whole ? ['from email.utils import parsedate_to_datetime'] : []),
      ...(serviceApp ? ['from pathlib import Path'] : []),
      ...(whole && made.some(({ method }) => method === 'GET')
        ? ['from urllib.parse import urljoin']
        : []),
    ],
    [
      ...(serviceApp ? ['import jwt'] : []),
      'import requests',
      ...(serviceApp
        ? [
            `from cryptography.hazmat.primitives.asymmetric import ${asymmetric.join(', ')}`,
            'from cryptography.hazmat.primitives.serialization import load_pem_private_key',
          ]
        : []),
      ...(dpop ? ['from jwt.algorithms import RSAAlgorithm'] : []),
    ],
  ];
}

function constants(form: Form, request: OktaRequest): CodeBlock {
  return [
    ...typedValuesOf(form, request).map(
      ([name, value]) => `${constantCase(name)} = ${pythonString(value)}`,
    ),
    ...(makesSeveralCalls(form, request) ? [] : body(request).constant),
  ];
}

/** The calls, each with what it sends. */
function callList(request: OktaRequest): CodeBlock {
  return [
    '# The calls in order: method, URL, and what is sent.',
    'CALLS = [',
    ...nested(callsOf(request).flatMap(callInList)),
    ']',
  ];
}

function callInList(made: OktaCall): CodeBlock {
  const parts = [`"${made.method}",`, `${pythonString(made.apiUrl)},`, ...sent(made)];
  return ['(', ...nested(parts), '),'];
}

/** What a call sends besides its URL, as arguments of requests by their names. */
function sent({ json, body: text }: OktaCall): CodeBlock {
  if (json === null || text === null) return ['{},'];
  if (!sendsText(json)) {
    const value = withEnd(pythonValue(json).split('\n'), ',');
    return ['{', ...nested(prefixed('"json": ', value)), '},'];
  }
  return [
    '{',
    ...nested([
      '"headers": {"Content-Type": "application/json"},',
      ...prefixed('"data": ', withEnd(bodyText(text), '.encode(),')),
    ]),
    '},',
  ];
}

/** The variables that hold the credential of a method. */
const credentialVariables: Readonly<Record<Form['method'], string>> = {
  serviceApp: 'key_file',
  apiServiceIntegration: 'client_secret',
  apiToken: 'api_token',
};

function credential({ method, keyType }: Form): CodeBlock {
  const variable = credentialVariables[method];
  return [
    `${variable} = os.environ.get("${credentialOf(method)}")`,
    `if not ${variable}:`,
    ...nested(call('sys.exit', pythonString(missingCredential(method)))),
    ...(keyType === null ? [] : privateKey(keyType)),
  ];
}

/** Reads the key of the app, or says in one line what the file holds instead. */
function privateKey(keyType: KeyType): CodeBlock {
  return [
    'pem = Path(key_file).read_text("utf-8-sig", "replace")',
    'try:',
    ...nested(['private_key = load_pem_private_key(pem.encode(), password=None)']),
    'except (TypeError, ValueError):',
    ...nested([
      'found = re.search("-----BEGIN (.+?)-----", pem)',
      'sys.exit(',
      ...nested([
        `f"Found {found[1] if found else 'no PEM'} in {key_file}, "`,
        pythonString(needsPkcs8),
      ]),
      ')',
    ]),
    keyType === 'RSA'
      ? 'if not isinstance(private_key, rsa.RSAPrivateKey):'
      : 'if not isinstance(getattr(private_key, "curve", None), ec.SECP256R1):',
    ...nested([
      'sys.exit(',
      ...nested([`f"{key_file} "`, pythonString(needsKeyType(keyType))]),
      ')',
    ]),
  ];
}

/** A call with one argument, which Black puts on a line of its own when the line would be too long. */
function call(name: string, argument: string): CodeBlock {
  const line = `${name}(${argument})`;
  return line.length + 4 <= 88 ? [line] : [`${name}(`, ...nested([argument]), ')'];
}

/** Makes the assertion of a service app; nothing for other clients. */
function assertion({ keyType }: Form): CodeBlock {
  return keyType === null
    ? []
    : [
        'claims = {',
        ...nested([
          '"aud": TOKEN_URL,',
          '"iss": CLIENT_ID,',
          '"sub": CLIENT_ID,',
          '"jti": str(uuid.uuid4()),',
          '"exp": int(time.time()) + 300,',
        ]),
        '}',
        `assertion = jwt.encode(claims, private_key, "${algorithmOf(keyType)}", {"kid": KEY_ID})`,
      ];
}

function tokenRequest({ method, variant }: Form): CodeBlock {
  const parameters =
    method === 'serviceApp'
      ? [
          'data={',
          ...nested([
            '"grant_type": "client_credentials",',
            '"scope": SCOPE,',
            '"client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",',
            '"client_assertion": assertion,',
          ]),
          '},',
        ]
      : [
          // As bytes: requests would encode a text in Latin-1.
          'auth=(CLIENT_ID, client_secret.encode()),',
          'data={"grant_type": "client_credentials", "scope": SCOPE},',
        ];
  return [
    'requests.post(',
    ...nested([
      'TOKEN_URL,',
      ...headers(variant === 'dpop' ? ['"DPoP": proof'] : []),
      ...parameters,
      'timeout=30,',
    ]),
    ')',
  ];
}

function tokenRequestFunction(form: Form): CodeBlock {
  return form.variant === 'dpop'
    ? [
        'def request_token(nonce=None):',
        ...nested([...attempt(form, 'nonce'), ...prefixed('return ', tokenRequest(form))]),
      ]
    : [
        'def request_token():',
        ...nested([...assertion(form), ...prefixed('return ', tokenRequest(form))]),
      ];
}

/** Makes what one request for a DPoP-bound token takes. */
function attempt(form: Form, nonce: string): CodeBlock {
  return [
    '# Okta accepts each assertion and each proof only once, so every attempt makes its own.',
    ...assertion(form),
    `proof = dpop_proof("POST", TOKEN_URL, nonce=${nonce})`,
  ];
}

const dpopProof: readonly CodeBlock[] = [
  [
    '# This run makes a key pair for the proofs and discards it afterwards.',
    'dpop_key = rsa.generate_private_key(public_exponent=65537, key_size=2048)',
    'dpop_jwk = json.loads(RSAAlgorithm.to_jwk(dpop_key.public_key()))',
  ],
  [
    'def dpop_proof(method, url, nonce=None, access_token=None):',
    ...nested([
      'claims = {',
      ...nested([
        '"htm": method,',
        '"htu": url.split("?")[0],',
        '"jti": str(uuid.uuid4()),',
        '"iat": int(time.time()),',
      ]),
      '}',
      'if nonce:',
      ...nested(['claims["nonce"] = nonce']),
      'if access_token:',
      ...nested([
        'digest = hashlib.sha256(access_token.encode()).digest()',
        'claims["ath"] = urlsafe_b64encode(digest).decode().rstrip("=")',
      ]),
      'return jwt.encode(claims, dpop_key, "RS256", {"typ": "dpop+jwt", "jwk": dpop_jwk})',
    ]),
  ],
];

/** Says how far the clock is ahead, where this is what Okta complains of. */
const clockDifference: CodeBlock = [
  'if "future" in answer:',
  ...nested([
    'okta_time = parsedate_to_datetime(response.headers["Date"]).timestamp()',
    'ahead = round(time.time() - okta_time)',
    `hints.append(f"Your clock is {ahead} seconds ahead of Okta's.")`,
  ]),
];

/** @param namesRequest whether an error says which request has failed */
const answers = ({ keyType }: Form, namesRequest: boolean): readonly CodeBlock[] => [
  [
    'def describe(response):',
    ...nested([
      'challenge = response.headers.get("WWW-Authenticate", response.reason)',
      'return f"{response.status_code} {challenge}\\n{response.text}"',
    ]),
  ],
  [
    'def check(response):',
    ...nested([
      '"""Return a success; end the program with anything else, and a hint if there is one."""',
      'if not response.ok:',
      ...nested([
        'answer = describe(response)',
        'hints = [hint for code, hint in HINTS.items() if code in answer][:1]',
        ...(keyType === null ? [] : clockDifference),
        ...(namesRequest
          ? [
              'request = f"{response.request.method} {response.request.url}"',
              'sys.exit("\\n".join([request, answer, *hints]))',
            ]
          : ['sys.exit("\\n".join([answer, *hints]))']),
      ]),
      'return response',
    ]),
  ],
];

const send: CodeBlock = [
  'def send(request):',
  ...nested([
    '"""Call `request`, again after each wait for the rate limit, five times at most."""',
    'for _ in range(5):',
    ...nested([
      'response = request()',
      'if response.status_code != 429:',
      ...nested(['return response']),
      'reset = float(response.headers.get("X-Rate-Limit-Reset", 0))',
      'time.sleep(min(max(reset - time.time(), 1), 60))',
    ]),
    'return request()',
  ]),
];

function oktaAuth(form: Form): CodeBlock {
  const dpop = form.variant === 'dpop';
  return [
    'class OktaAuth(requests.auth.AuthBase):',
    ...nested([
      '"""Put an access token on requests, a new one when the last expires within a minute."""',
      '',
      'expires_at = 0',
      ...(dpop ? ['nonce = None'] : []),
      '',
      'def __call__(self, request):',
      ...nested([
        'if self.expires_at - time.time() < 60:',
        ...nested(['self.renew()']),
        ...(dpop
          ? [
              'proof = dpop_proof(request.method, request.url, access_token=self.access_token)',
              'request.headers["DPoP"] = proof',
            ]
          : []),
        `request.headers["Authorization"] = f"${schemeOf(form)} {self.access_token}"`,
        'return request',
      ]),
      '',
      'def renew(self):',
      ...nested([
        ...(dpop
          ? [
              'response = send(self.request_token)',
              'if response.status_code == 400 and "use_dpop_nonce" in response.text:',
              ...nested(['response = send(self.request_token)']),
              'answer = check(response).json()',
            ]
          : ['answer = check(send(request_token)).json()']),
        'self.access_token = answer["access_token"]',
        'self.expires_at = time.time() + answer["expires_in"]',
      ]),
      ...(dpop
        ? [
            '',
            'def request_token(self):',
            ...nested([
              ...attempt(form, 'self.nonce'),
              ...prefixed('response = ', tokenRequest(form)),
              'self.nonce = response.headers.get("DPoP-Nonce", self.nonce)',
              'return response',
            ]),
          ]
        : []),
    ]),
  ];
}

function session({ method }: Form): CodeBlock {
  return [
    'session = requests.Session()',
    'session.headers["Accept"] = "application/json"',
    method === 'apiToken'
      ? 'session.headers["Authorization"] = f"SSWS {api_token}"'
      : 'session.auth = OktaAuth()',
  ];
}

function callApi(form: Form): CodeBlock {
  return [
    'def call_api(method, url, **arguments):',
    ...nested([
      'def request():',
      ...nested(['return session.request(method, url, timeout=30, **arguments)']),
      '',
      ...(form.method === 'apiToken'
        ? ['return check(send(request))']
        : [
            'response = send(request)',
            'if response.status_code == 401 and "invalid_token" in describe(response):',
            ...nested(['session.auth.expires_at = 0', 'response = send(request)']),
            'return check(response)',
          ]),
    ]),
  ];
}

/** @param origin what the page that Okta names next must begin with */
function pages(origin: string, before: CodeBlock = []): CodeBlock {
  return [
    'def pages(url):',
    ...nested([
      ...before,
      'while url:',
      ...nested([
        'response = call_api("GET", url)',
        'yield response.text',
        'url = response.links.get("next", {}).get("url")',
        `if url and not url.startswith(${origin}):`,
        ...nested(['sys.exit(f"The next page is not in this org: {url}")']),
      ]),
    ]),
  ];
}

function oneCall(request: OktaRequest): readonly CodeBlock[] {
  if (request.method === 'GET') {
    return [
      pages('urljoin(API_URL, "/")'),
      ['for page in pages(API_URL):', ...nested(['print(page)'])],
    ];
  }
  const { header, argument } = body(request);
  return [
    [
      `response = call_api(${[
        `"${request.method}"`,
        'API_URL',
        ...header.map((line) => `headers={${line}}`),
        ...argument,
      ].join(', ')})`,
      'print(response.text)',
    ],
  ];
}

function severalCalls(request: OktaRequest): readonly CodeBlock[] {
  const methods = callsOf(request).map(({ method }) => method);
  const once = 'print(call_api(method, url, **arguments).text)';
  const everyPage = ['for page in pages(url):', ...nested(['print(page)'])];
  const hasPages = methods.includes('GET');
  return [
    ...(hasPages ? [pages('origin', ['origin = urljoin(url, "/")'])] : []),
    [
      'for method, url, arguments in CALLS:',
      ...nested([
        'print(method, url)',
        ...(hasPages
          ? ['if method == "GET":', ...nested(everyPage), 'else:', ...nested([once])]
          : [once]),
      ]),
    ],
  ];
}

/** What a request's body adds to a program: a constant, a header and an argument. */
function body(request: OktaRequest): {
  readonly constant: CodeBlock;
  readonly header: CodeBlock;
  readonly argument: CodeBlock;
} {
  const { json, body: text } = request;
  if (json === null || text === null) {
    return { constant: [], header: [], argument: [] };
  }
  if (!sendsText(json)) {
    return {
      constant: prefixed('BODY = ', [pythonValue(json)]),
      header: [],
      argument: ['json=BODY'],
    };
  }
  const isNull = json.kind === 'literal';
  return {
    constant: isNull ? [] : prefixed('BODY = ', bodyText(text)),
    header: ['"Content-Type": "application/json"'],
    argument: [isNull ? 'data="null"' : 'data=BODY.encode()'],
  };
}

/** A body of text: a literal, or one between brackets for each piece around its secrets. */
function bodyText(pieces: readonly JsonPiece[]): CodeBlock {
  const terms = bodyTerms(
    pieces,
    pythonString,
    (variable) => `json.dumps(body_secret(${pythonString(variable)}))`,
  );
  return terms.length === 1
    ? terms
    : ['(', ...nested(terms.map((term, index) => (index === 0 ? term : `+ ${term}`))), ')'];
}

/** The function that takes a secret of the body from its environment variable. */
function bodySecret(calls: readonly OktaCall[]): readonly CodeBlock[] {
  return calls.every(({ bodyVariables }) => bodyVariables.length === 0)
    ? []
    : [
        [
          'def body_secret(name):',
          ...nested([
            'value = os.environ.get(name)',
            'if not value:',
            `    sys.exit(f"Set {name} to ${bodySecretHolds}.")`,
            'return value',
          ]),
        ],
      ];
}

/** Whether the body is sent as text: Python would write some numbers in another way, and `json=None` sends nothing. */
function sendsText(json: ExactJson): boolean {
  return (json.kind === 'literal' && json.value === null) || !isExactInPython(json);
}

function headers(own: readonly string[]): CodeBlock {
  const items = ['"Accept": "application/json"', ...own];
  const line = `headers={${items.join(', ')}},`;
  return line.length + 4 <= 88
    ? [line]
    : ['headers={', ...nested(items.map((item) => `${item},`)), '},'];
}

function schemeOf({ variant }: Form): 'Bearer' | 'DPoP' {
  return variant === 'dpop' ? 'DPoP' : 'Bearer';
}

function exitUnlessOk(response: string): CodeBlock {
  return [
    `if not ${response}.ok:`,
    ...nested([`sys.exit(f"{${response}.status_code} {${response}.text}")`]),
  ];
}

/** Okta says in a header alone why it refuses an access token (fact G35). */
const exitIfRefused: CodeBlock = [
  'if not response.ok:',
  ...nested([
    'challenge = response.headers.get("WWW-Authenticate", response.reason)',
    'sys.exit(f"{response.status_code} {challenge}\\n{response.text}")',
  ]),
];

function nested(block: CodeBlock): CodeBlock {
  return indented(block, '    ');
}

function withEnd(block: CodeBlock, end: string): CodeBlock {
  return block.map((line, index) => (index === block.length - 1 ? `${line}${end}` : line));
}

function prefixed(prefix: string, [first = '', ...rest]: CodeBlock): CodeBlock {
  return [`${prefix}${first}`, ...rest];
}

/** Sets definitions apart by two empty lines (PEP 8, "Blank Lines"). */
function apart(blocks: readonly CodeBlock[]): readonly CodeBlock[] {
  return blocks.map((block, index) =>
    index > 0 && (isDefinition(block) || isDefinition(blocks[index - 1])) ? ['', ...block] : block,
  );
}

function isDefinition(block: CodeBlock | undefined): boolean {
  return /^(?:def|class) /.test(block?.[0] ?? '');
}
