import { type CodeBlock, indented, textOfBlocks } from '../codeBlock.ts';
import { goString } from '../encoders/goString.ts';
import { credentialOf, missingCredential } from '../environment.ts';
import { errorHints } from '../errorHints.ts';
import { algorithmOf, type Form, type KeyType } from '../form.ts';
import type { Language } from '../language.ts';
import type { OktaRequest } from '../request.ts';
import { type TypedValueName, typedValuesOf } from '../typedValues.ts';

/** Go with its standard library alone. */
export const go: Language = {
  id: 'go',
  label: 'Go',
  kind: 'language',
  extension: 'go',
  syntax: 'go',
  needs: 'Go 1.19 or newer',
  absence: () => null,
  note: () => null,
  command: (fileName) => `go run ${fileName}`,
  environment: (form) => [credentialOf(form.method)],
  render: (form, request) => {
    const declarations =
      form.request === 'single' ? single(form, request) : everything(form, request);
    return withTabs(
      textOfBlocks([
        ['package main'],
        ['import (', ...importsOf(declarations).map((path) => `  "${path}"`), ')'],
        constants(form, request),
        ...declarations,
      ]),
    );
  },
};

/** The packages of the standard library that a snippet may use. */
const packages: readonly string[] = [
  'crypto',
  'crypto/ecdsa',
  'crypto/elliptic',
  'crypto/rand',
  'crypto/rsa',
  'crypto/sha256',
  'crypto/x509',
  'encoding/base64',
  'encoding/json',
  'encoding/pem',
  'errors',
  'fmt',
  'io',
  'log',
  'net/http',
  'net/url',
  'os',
  'regexp',
  'strconv',
  'strings',
  'time',
];

/** Gives the packages whose names stand before a dot outside of literals and comments: Go refuses all others. */
function importsOf(declarations: readonly CodeBlock[]): readonly string[] {
  const code = declarations
    .flat()
    .join('\n')
    .replaceAll(/"(?:[^"\\\n]|\\.)*"|`[^`]*`|\/\/.*/g, '');
  const qualifiers = new Set(
    Array.from(code.matchAll(/(?<!\.)\b([a-z0-9]+)\./g), ([, name]) => name),
  );
  return packages.filter((path) => qualifiers.has(path.split('/').at(-1)));
}

/** Indents by tabs, as gofmt does. Typed values stand in lines that begin with a name of ours. */
function withTabs(text: string): string {
  return text.replaceAll(/^(?: {2})+/gm, (spaces) => '\t'.repeat(spaces.length / 2));
}

/** Go keeps initials in capitals ("Go Code Review Comments", Initialisms). */
const goNames: Readonly<Record<TypedValueName, string>> = {
  tokenUrl: 'tokenURL',
  apiUrl: 'apiURL',
  clientId: 'clientID',
  keyId: 'keyID',
  scope: 'scope',
};

function constants(form: Form, request: OktaRequest): CodeBlock {
  const values: readonly (readonly [string, string])[] = [
    ...typedValuesOf(form, request).map(([name, value]) => [goNames[name], value] as const),
    ...(request.body === null ? [] : [['apiBody', request.body] as const]),
  ];
  const width = Math.max(...values.map(([name]) => name.length));
  return values.length === 1
    ? values.map(([name, value]) => `const ${name} = ${goString(value)}`)
    : [
        'const (',
        ...values.map(([name, value]) => `  ${name.padEnd(width)} = ${goString(value)}`),
        ')',
      ];
}

const methodConstants: Readonly<Record<OktaRequest['method'], string>> = {
  GET: 'http.MethodGet',
  POST: 'http.MethodPost',
  PUT: 'http.MethodPut',
  PATCH: 'http.MethodPatch',
  DELETE: 'http.MethodDelete',
};

/** What differs between the kinds of keys. */
const keyKinds: Readonly<
  Record<
    KeyType,
    {
      readonly type: string;
      readonly generate: string;
      readonly sign: CodeBlock;
      readonly signature: string;
      readonly jwk: CodeBlock;
    }
  >
> = {
  RSA: {
    type: '*rsa.PrivateKey',
    generate: 'rsa.GenerateKey(rand.Reader, 2048)',
    sign: ['signature, err := rsa.SignPKCS1v15(rand.Reader, key, crypto.SHA256, digest[:])'],
    signature: 'signature',
    jwk: ['"kty": "RSA",', '"n":   base64url.EncodeToString(key.N.Bytes()),', '"e":   "AQAB",'],
  },
  EC: {
    type: '*ecdsa.PrivateKey',
    generate: 'ecdsa.GenerateKey(elliptic.P256(), rand.Reader)',
    sign: ['r, s, err := ecdsa.Sign(rand.Reader, key, digest[:])'],
    signature: 'append(r.FillBytes(make([]byte, 32)), s.FillBytes(make([]byte, 32))...)',
    jwk: [
      '"kty": "EC",',
      '"crv": "P-256",',
      '"x":   base64url.EncodeToString(key.X.FillBytes(make([]byte, 32))),',
      '"y":   base64url.EncodeToString(key.Y.FillBytes(make([]byte, 32))),',
    ],
  },
};

/** The way out of a function that an error leaves by. */
function onError(statement: string): CodeBlock {
  return ['if err != nil {', `  ${statement}`, '}'];
}

const stop = onError('log.Fatal(err)');

// One request.

function single(form: Form, request: OktaRequest): readonly CodeBlock[] {
  if (form.method === 'apiToken') {
    return [singleApiTokenMain(form, request)];
  }
  if (form.method === 'apiServiceIntegration') {
    return [singleMain(form, request), singleSend];
  }
  const keyType = form.keyType ?? 'RSA';
  return [
    base64url,
    singleMain(form, request),
    ...(form.variant === 'dpop' ? [singleRequestToken(keyType)] : []),
    readPrivateKey(keyType),
    signJwt(keyType),
    ...(form.variant === 'dpop' ? [dpopProof(keyType), singleRead] : [singleSend]),
  ];
}

function singleApiTokenMain(form: Form, request: OktaRequest): CodeBlock {
  return [
    'func main() {',
    ...indented([
      ...credential(form),
      '',
      ...newApiRequest(request, 'apiURL'),
      ...stop,
      'req.Header.Set("Accept", "application/json")',
      ...contentType(request),
      'req.Header.Set("Authorization", "SSWS "+apiToken)',
      'resp, err := http.DefaultClient.Do(req)',
      ...stop,
      'body, err := io.ReadAll(resp.Body)',
      'resp.Body.Close()',
      ...stop,
      'if resp.StatusCode > 299 {',
      '  log.Fatalf("%s: %s", resp.Status, body)',
      '}',
      'fmt.Println(string(body))',
    ]),
    '}',
  ];
}

function singleMain(form: Form, request: OktaRequest): CodeBlock {
  const keyType = form.keyType ?? 'RSA';
  const dpop = form.variant === 'dpop';
  const scheme = dpop ? 'DPoP' : 'Bearer';
  const token = dpop ? 'accessToken' : 'token.AccessToken';
  // What the token request has declared already.
  const assign = dpop ? ':=' : '=';
  return [
    'func main() {',
    ...indented([
      ...credential(form),
      ...(form.method === 'serviceApp'
        ? ['privateKey, err := readPrivateKey(keyFile)', ...stop]
        : []),
      '',
      ...(dpop
        ? [
            ...newDpopKey(keyType),
            'accessToken, err := requestToken(privateKey, dpopKey, "")',
            ...stop,
          ]
        : [
            ...(form.method === 'serviceApp' ? [...assertion(keyType, 'privateKey'), ...stop] : []),
            ...newTokenRequest(form),
            ...stop,
            ...tokenHeaders(form),
            'body, err := send(req)',
            ...stop,
            ...tokenStruct(['AccessToken string `json:"access_token"`']),
            'if err := json.Unmarshal(body, &token); err != nil {',
            '  log.Fatal(err)',
            '}',
          ]),
      '',
      ...(dpop ? [...apiProof(request, 'apiURL', 'dpopKey'), ...stop] : []),
      ...newApiRequest(request, 'apiURL', assign),
      ...stop,
      ...contentType(request),
      `req.Header.Set("Authorization", "${scheme} "+${token})`,
      ...(dpop ? ['req.Header.Set("DPoP", proof)'] : []),
      ...(dpop
        ? [
            'resp, body, err := send(req)',
            ...stop,
            'if resp.StatusCode > 299 {',
            '  log.Fatalf("%s: %s %s", resp.Status, resp.Header.Get("WWW-Authenticate"), body)',
            '}',
          ]
        : ['body, err = send(req)', ...stop]),
      'fmt.Println(string(body))',
    ]),
    '}',
  ];
}

function singleRequestToken(keyType: KeyType): CodeBlock {
  const leave = onError('return "", err');
  return [
    '// requestToken asks for an access token. Every attempt takes a fresh assertion and a fresh proof:',
    '// the server accepts each once.',
    `func requestToken(privateKey, dpopKey ${keyKinds[keyType].type}, nonce string) (string, error) {`,
    ...indented([
      ...assertion(keyType, 'privateKey'),
      ...leave,
      'claims := map[string]any{"htm": http.MethodPost, "htu": tokenURL}',
      'if nonce != "" {',
      '  claims["nonce"] = nonce',
      '}',
      'proof, err := dpopProof(dpopKey, claims)',
      ...leave,
      ...newTokenRequest({ method: 'serviceApp' }),
      ...leave,
      ...tokenHeaders({ method: 'serviceApp' }),
      'req.Header.Set("DPoP", proof)',
      'resp, body, err := send(req)',
      ...leave,
      'freshNonce := resp.Header.Get("DPoP-Nonce")',
      'if nonce == "" && freshNonce != "" && strings.Contains(string(body), "use_dpop_nonce") {',
      '  return requestToken(privateKey, dpopKey, freshNonce)',
      '}',
      'if resp.StatusCode > 299 {',
      '  return "", fmt.Errorf("%s: %s", resp.Status, body)',
      '}',
      ...tokenStruct(['AccessToken string `json:"access_token"`']),
      'err = json.Unmarshal(body, &token)',
      'return token.AccessToken, err',
    ]),
    '}',
  ];
}

/**
 * Sends a request and takes every answer but a success for an error. The API says in a header alone why it refuses
 * an access token (fact G35).
 */
const singleSend: CodeBlock = [
  'func send(req *http.Request) ([]byte, error) {',
  ...indented([
    'req.Header.Set("Accept", "application/json")',
    'resp, err := http.DefaultClient.Do(req)',
    ...onError('return nil, err'),
    'defer resp.Body.Close()',
    'body, err := io.ReadAll(resp.Body)',
    ...onError('return nil, err'),
    'if resp.StatusCode > 299 {',
    '  return nil, fmt.Errorf("%s: %s %s", resp.Status, resp.Header.Get("WWW-Authenticate"), body)',
    '}',
    'return body, nil',
  ]),
  '}',
];

/** Sends a request whose errors the caller tells apart. */
const singleRead: CodeBlock = [
  'func send(req *http.Request) (*http.Response, []byte, error) {',
  ...indented([
    'req.Header.Set("Accept", "application/json")',
    'resp, err := http.DefaultClient.Do(req)',
    ...onError('return nil, nil, err'),
    'defer resp.Body.Close()',
    'body, err := io.ReadAll(resp.Body)',
    'return resp, body, err',
  ]),
  '}',
];

// What a program in use needs.

function everything(form: Form, request: OktaRequest): readonly CodeBlock[] {
  const { method } = form;
  const keyType = form.keyType ?? 'RSA';
  const dpop = form.variant === 'dpop';
  const pages = request.method === 'GET';
  return [
    hints(form),
    variables(form, pages),
    everythingMain(form, request),
    ...(method === 'apiToken'
      ? [apiTokenCall(request)]
      : [client(form), call, apiRequest(form, request), accessToken(form), tokenRequest(form)]),
    ...(method === 'serviceApp' ? [readPrivateKey(keyType), signJwt(keyType)] : []),
    ...(dpop ? [dpopProof(keyType)] : []),
    ...(pages ? [nextPage] : []),
    answer,
    everythingSend,
  ];
}

function hints(form: Form): CodeBlock {
  return [
    '// hints says what to do about an error; the first code that occurs in an answer counts.',
    'var hints = []struct{ code, hint string }{',
    ...errorHints(form).map(({ code, hint }) => `  {${goString(code)}, ${goString(hint)}},`),
    '}',
  ];
}

function variables(form: Form, pages: boolean): CodeBlock {
  const values: readonly (readonly [string, string])[] = [
    ...(form.method === 'serviceApp' ? [['base64url', 'base64.RawURLEncoding'] as const] : []),
    ['httpClient', '&http.Client{Timeout: 30 * time.Second}'],
    ...(pages
      ? ([
          ['nextLink', 'regexp.MustCompile(`<([^>]*)>[^<]*rel="next"`)'],
          ['origin', 'regexp.MustCompile(`^https://[^/]+/`).FindString(apiURL)'],
        ] as const)
      : []),
  ];
  const width = Math.max(...values.map(([name]) => name.length));
  return values.length === 1
    ? values.map(([name, value]) => `var ${name} = ${value}`)
    : ['var (', ...values.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`), ')'];
}

function everythingMain(form: Form, request: OktaRequest): CodeBlock {
  const dpop = form.variant === 'dpop';
  const calls = {
    serviceApp: 'okta.call',
    apiServiceIntegration: 'okta.call',
    apiToken: 'call',
  }[form.method];
  const firstParameter = form.method === 'apiToken' ? 'apiToken, ' : '';
  const created = {
    serviceApp: dpop
      ? ['okta := client{privateKey: privateKey, dpopKey: dpopKey}']
      : ['okta := client{privateKey: privateKey}'],
    apiServiceIntegration: ['okta := client{clientSecret: clientSecret}'],
    apiToken: [],
  }[form.method];
  return [
    'func main() {',
    ...indented([
      ...credential(form),
      ...(form.method === 'serviceApp'
        ? ['privateKey, err := readPrivateKey(keyFile)', ...stop]
        : []),
      ...(dpop ? newDpopKey(form.keyType ?? 'RSA') : []),
      ...created,
      '',
      ...(request.method === 'GET'
        ? [
            'for pageURL := apiURL; pageURL != ""; {',
            ...indented([
              `page, err := ${calls}(${firstParameter}pageURL)`,
              ...stop,
              'fmt.Println(page.text)',
              'pageURL, err = nextPage(page)',
              ...stop,
            ]),
            '}',
          ]
        : [`a, err := ${calls}(${firstParameter}apiURL)`, ...stop, 'fmt.Println(a.text)']),
    ]),
    '}',
  ];
}

function client(form: Form): CodeBlock {
  const dpop = form.variant === 'dpop';
  const key = keyKinds[form.keyType ?? 'RSA'];
  const fields: readonly (readonly [string, string])[] = [
    form.method === 'serviceApp'
      ? [dpop ? 'privateKey, dpopKey' : 'privateKey', key.type]
      : ['clientSecret', 'string'],
    ...(dpop ? [['dpopNonce', 'string'] as const] : []),
    ['token', 'string'],
    ['expires', 'time.Time'],
  ];
  const width = Math.max(...fields.map(([name]) => name.length));
  return [
    '// A client calls the API with an access token that it keeps until shortly before it expires.',
    'type client struct {',
    ...fields.map(([name, type]) => `  ${name.padEnd(width)} ${type}`),
    '}',
  ];
}

const call: CodeBlock = [
  '// call sends the request, and once more with a new token when the API refuses the one that is kept.',
  'func (c *client) call(pageURL string) (*answer, error) {',
  ...indented([
    'newRequest := func() (*http.Request, error) { return c.apiRequest(pageURL) }',
    'a, err := send(newRequest)',
    'if err == nil && a.StatusCode == http.StatusUnauthorized && strings.Contains(a.details(), "invalid_token") {',
    '  c.expires = time.Time{}',
    '  a, err = send(newRequest)',
    '}',
    ...onError('return nil, err'),
    'return a, a.err()',
  ]),
  '}',
];

function apiTokenCall(request: OktaRequest): CodeBlock {
  return [
    'func call(apiToken, pageURL string) (*answer, error) {',
    ...indented([
      'a, err := send(func() (*http.Request, error) {',
      ...indented([
        ...newApiRequest(request, 'pageURL'),
        ...onError('return nil, err'),
        ...contentType(request),
        'req.Header.Set("Authorization", "SSWS "+apiToken)',
        'return req, nil',
      ]),
      '})',
      ...onError('return nil, err'),
      'return a, a.err()',
    ]),
    '}',
  ];
}

function apiRequest(form: Form, request: OktaRequest): CodeBlock {
  const dpop = form.variant === 'dpop';
  const leave = onError('return nil, err');
  return [
    'func (c *client) apiRequest(pageURL string) (*http.Request, error) {',
    ...indented([
      'accessToken, err := c.accessToken()',
      ...leave,
      ...(dpop ? [...apiProof(request, 'pageURL', 'c.dpopKey'), ...leave] : []),
      ...newApiRequest(request, 'pageURL'),
      ...leave,
      ...contentType(request),
      `req.Header.Set("Authorization", "${dpop ? 'DPoP' : 'Bearer'} "+accessToken)`,
      ...(dpop ? ['req.Header.Set("DPoP", proof)'] : []),
      'return req, nil',
    ]),
    '}',
  ];
}

function accessToken(form: Form): CodeBlock {
  const leave = onError('return "", err');
  return [
    '// accessToken gives the token that is kept, or a new one when less than a minute of it is left.',
    'func (c *client) accessToken() (string, error) {',
    ...indented([
      'if time.Until(c.expires) >= time.Minute {',
      '  return c.token, nil',
      '}',
      'a, err := send(c.tokenRequest)',
      ...(form.variant === 'dpop'
        ? [
            'if err == nil && strings.Contains(a.text, "use_dpop_nonce") && a.Header.Get("DPoP-Nonce") != "" {',
            '  c.dpopNonce = a.Header.Get("DPoP-Nonce")',
            '  a, err = send(c.tokenRequest)',
            '}',
          ]
        : []),
      ...leave,
      'if err := a.err(); err != nil {',
      '  return "", err',
      '}',
      ...(form.variant === 'dpop'
        ? ['if nonce := a.Header.Get("DPoP-Nonce"); nonce != "" {', '  c.dpopNonce = nonce', '}']
        : []),
      ...tokenStruct([
        'AccessToken string `json:"access_token"`',
        'ExpiresIn   int    `json:"expires_in"`',
      ]),
      'if err := json.Unmarshal([]byte(a.text), &token); err != nil {',
      '  return "", err',
      '}',
      'c.token = token.AccessToken',
      'c.expires = time.Now().Add(time.Duration(token.ExpiresIn) * time.Second)',
      'return c.token, nil',
    ]),
    '}',
  ];
}

function tokenRequest(form: Form): CodeBlock {
  const keyType = form.keyType ?? 'RSA';
  const dpop = form.variant === 'dpop';
  const leave = onError('return nil, err');
  return [
    ...(form.method === 'serviceApp'
      ? [
          dpop
            ? '// tokenRequest signs a fresh assertion and a fresh proof: the server accepts each once.'
            : '// tokenRequest signs a fresh assertion: the server accepts each once.',
        ]
      : []),
    'func (c *client) tokenRequest() (*http.Request, error) {',
    ...indented([
      ...(form.method === 'serviceApp' ? [...assertion(keyType, 'c.privateKey'), ...leave] : []),
      ...(dpop
        ? [
            'claims := map[string]any{"htm": http.MethodPost, "htu": tokenURL}',
            'if c.dpopNonce != "" {',
            '  claims["nonce"] = c.dpopNonce',
            '}',
            'proof, err := dpopProof(c.dpopKey, claims)',
            ...leave,
          ]
        : []),
      ...newTokenRequest(form),
      ...leave,
      ...tokenHeaders(form, 'c.clientSecret'),
      ...(dpop ? ['req.Header.Set("DPoP", proof)'] : []),
      'return req, nil',
    ]),
    '}',
  ];
}

const nextPage: CodeBlock = [
  '// nextPage gives the URL of the next page, or ""; the token never goes to another host.',
  'func nextPage(a *answer) (string, error) {',
  ...indented([
    'link := nextLink.FindStringSubmatch(strings.Join(a.Header.Values("Link"), ", "))',
    'if link == nil {',
    '  return "", nil',
    '}',
    'if !strings.HasPrefix(link[1], origin) {',
    '  return "", fmt.Errorf("the next page is on another host: %s", link[1])',
    '}',
    'return link[1], nil',
  ]),
  '}',
];

const answer: CodeBlock = [
  '// An answer is a response whose body has been read.',
  'type answer struct {',
  '  *http.Response',
  '  text string',
  '}',
  '',
  '// details gives what the answer says about an error: its WWW-Authenticate headers, then its body.',
  'func (a *answer) details() string {',
  ...indented([
    'details := ""',
    'for _, value := range a.Header.Values("WWW-Authenticate") {',
    '  details += "WWW-Authenticate: " + value + "\\n"',
    '}',
    'return details + a.text',
  ]),
  '}',
  '',
  'func (a *answer) err() error {',
  ...indented([
    'if a.StatusCode <= 299 {',
    '  return nil',
    '}',
    'message := a.Status + "\\n" + a.details()',
    'for _, h := range hints {',
    '  if strings.Contains(message, h.code) {',
    '    return errors.New(message + "\\n" + h.hint)',
    '  }',
    '}',
    'return errors.New(message)',
  ]),
  '}',
];

const everythingSend: CodeBlock = [
  '// send sends a new request, and again after each wait for the rate limit, at most five times.',
  'func send(newRequest func() (*http.Request, error)) (*answer, error) {',
  '  for retries := 0; ; retries++ {',
  ...indented(
    [
      'req, err := newRequest()',
      ...onError('return nil, err'),
      'req.Header.Set("Accept", "application/json")',
      'resp, err := httpClient.Do(req)',
      ...onError('return nil, err'),
      'body, err := io.ReadAll(resp.Body)',
      'resp.Body.Close()',
      ...onError('return nil, err'),
      'if resp.StatusCode != http.StatusTooManyRequests || retries == 5 {',
      '  return &answer{resp, string(body)}, nil',
      '}',
      'reset, _ := strconv.ParseInt(resp.Header.Get("X-Rate-Limit-Reset"), 10, 64)',
      'wait := time.Until(time.Unix(reset, 0))',
      'if wait < time.Second {',
      '  wait = time.Second',
      '} else if wait > time.Minute {',
      '  wait = time.Minute',
      '}',
      'time.Sleep(wait)',
    ],
    '    ',
  ),
  '  }',
  '}',
];

// Parts of both.

const base64url: CodeBlock = ['var base64url = base64.RawURLEncoding'];

const credentialVariables: Readonly<Record<Form['method'], string>> = {
  serviceApp: 'keyFile',
  apiServiceIntegration: 'clientSecret',
  apiToken: 'apiToken',
};

function credential({ method }: Form): CodeBlock {
  const variable = credentialVariables[method];
  return [
    `${variable} := os.Getenv(${goString(credentialOf(method))})`,
    `if ${variable} == "" {`,
    `  log.Fatal(${goString(missingCredential(method))})`,
    '}',
  ];
}

function newDpopKey(keyType: KeyType): CodeBlock {
  return [
    '// The key pair of the proofs is made for this run and thrown away after it.',
    `dpopKey, err := ${keyKinds[keyType].generate}`,
    ...stop,
  ];
}

function assertion(keyType: KeyType, key: string): CodeBlock {
  return [
    `assertion, err := signJWT(${key},`,
    `  map[string]any{"alg": "${algorithmOf(keyType)}", "kid": keyID},`,
    '  map[string]any{',
    '    "aud": tokenURL,',
    '    "iss": clientID,',
    '    "sub": clientID,',
    '    "exp": time.Now().Add(5 * time.Minute).Unix(),',
    '  })',
  ];
}

function newTokenRequest({ method }: Pick<Form, 'method'>): CodeBlock {
  return [
    ...(method === 'serviceApp'
      ? [
          'form := url.Values{',
          '  "grant_type":            {"client_credentials"},',
          '  "scope":                 {scope},',
          '  "client_assertion_type": {"urn:ietf:params:oauth:client-assertion-type:jwt-bearer"},',
          '  "client_assertion":      {assertion},',
          '}',
        ]
      : ['form := url.Values{"grant_type": {"client_credentials"}, "scope": {scope}}']),
    'req, err := http.NewRequest(http.MethodPost, tokenURL, strings.NewReader(form.Encode()))',
  ];
}

/** @param secret where the client secret stands, for a method that has one */
function tokenHeaders({ method }: Pick<Form, 'method'>, secret = 'clientSecret'): CodeBlock {
  return [
    ...(method === 'apiServiceIntegration' ? [`req.SetBasicAuth(clientID, ${secret})`] : []),
    'req.Header.Set("Content-Type", "application/x-www-form-urlencoded")',
  ];
}

function tokenStruct(fields: CodeBlock): CodeBlock {
  return ['var token struct {', ...indented(fields), '}'];
}

function newApiRequest(request: OktaRequest, url: string, assign = ':='): CodeBlock {
  const body = request.body === null ? 'nil' : 'strings.NewReader(apiBody)';
  return [
    `req, err ${assign} http.NewRequest(${methodConstants[request.method]}, ${url}, ${body})`,
  ];
}

function contentType(request: OktaRequest): CodeBlock {
  return request.body === null ? [] : ['req.Header.Set("Content-Type", "application/json")'];
}

/** Signs the proof of a call of the API, whose URL is in a variable. */
function apiProof(request: OktaRequest, url: string, key: string): CodeBlock {
  return [
    `htu, _, _ := strings.Cut(${url}, "?")`,
    'hash := sha256.Sum256([]byte(accessToken))',
    `proof, err := dpopProof(${key}, map[string]any{`,
    `  "htm": ${methodConstants[request.method]},`,
    '  "htu": htu,',
    '  "ath": base64url.EncodeToString(hash[:]),',
    '})',
  ];
}

function readPrivateKey(keyType: KeyType): CodeBlock {
  const { type } = keyKinds[keyType];
  return [
    `func readPrivateKey(file string) (${type}, error) {`,
    ...indented([
      'data, err := os.ReadFile(file)',
      ...onError('return nil, err'),
      'block, _ := pem.Decode(data)',
      'if block == nil {',
      '  return nil, fmt.Errorf("%s is not a PEM file", file)',
      '}',
      'parsed, err := x509.ParsePKCS8PrivateKey(block.Bytes)',
      ...onError('return nil, err'),
      `key, ok := parsed.(${type})`,
      keyType === 'RSA' ? 'if !ok {' : 'if !ok || key.Curve != elliptic.P256() {',
      `  return nil, fmt.Errorf("%s holds no ${keyType === 'RSA' ? 'RSA' : 'P-256'} key", file)`,
      '}',
      'return key, nil',
    ]),
    '}',
  ];
}

function signJwt(keyType: KeyType): CodeBlock {
  const { type, sign, signature } = keyKinds[keyType];
  const leave = onError('return "", err');
  return [
    '// signJWT signs the claims together with a fresh jti.',
    `func signJWT(key ${type}, header, claims map[string]any) (string, error) {`,
    ...indented([
      'jti := make([]byte, 16)',
      'if _, err := rand.Read(jti); err != nil {',
      '  return "", err',
      '}',
      'claims["jti"] = base64url.EncodeToString(jti)',
      'headerJSON, err := json.Marshal(header)',
      ...leave,
      'claimsJSON, err := json.Marshal(claims)',
      ...leave,
      'input := base64url.EncodeToString(headerJSON) + "." + base64url.EncodeToString(claimsJSON)',
      'digest := sha256.Sum256([]byte(input))',
      ...sign,
      ...leave,
      ...(signature === 'signature' ? [] : [`signature := ${signature}`]),
      'return input + "." + base64url.EncodeToString(signature), nil',
    ]),
    '}',
  ];
}

function dpopProof(keyType: KeyType): CodeBlock {
  const { type, jwk } = keyKinds[keyType];
  return [
    `func dpopProof(key ${type}, claims map[string]any) (string, error) {`,
    ...indented([
      'claims["iat"] = time.Now().Unix()',
      'jwk := map[string]string{',
      ...indented(jwk),
      '}',
      `return signJWT(key, map[string]any{"typ": "dpop+jwt", "alg": "${algorithmOf(keyType)}", "jwk": jwk}, claims)`,
    ]),
    '}',
  ];
}
