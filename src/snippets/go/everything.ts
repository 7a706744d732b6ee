import { type CodeBlock, indented } from '../codeBlock.ts';
import { goString } from '../encoders/goString.ts';
import { errorHints } from '../errorHints.ts';
import type { Form } from '../form.ts';
import { callsOf, makesSeveralCalls, type OktaRequest } from '../request.ts';
import { onError, stop } from './errors.ts';
import {
  type ApiCall,
  callInVariable,
  newApiRequest,
  newTokenRequest,
  onlyCall,
  tokenHeaders,
  tokenStruct,
} from './requests.ts';
import {
  apiProof,
  assertion,
  dpopProof,
  keyKinds,
  newDpopKey,
  readPrivateKey,
  signJwt,
} from './signing.ts';
import { callList, credential } from './typedValues.ts';

/**
 * What a program in production needs: it keeps the token, reads all pages, waits for the rate limit
 * and tells errors apart.
 */
export function everything(form: Form, request: OktaRequest): readonly CodeBlock[] {
  const { method } = form;
  const keyType = form.keyType ?? 'RSA';
  const dpop = form.variant === 'dpop';
  const several = makesSeveralCalls(form, request);
  const calls = several ? callsOf(request) : [request];
  const pages = calls.some(({ method: verb }) => verb === 'GET');
  const callee = several ? anyCall : pageOf(request);
  return [
    ...(several ? callList(request) : []),
    hints(form),
    variables(form, pages, several),
    main(form, several ? eachCall(pages) : oneCall(request)),
    ...(method === 'apiToken'
      ? [apiTokenCall(callee)]
      : [
          client(form),
          call(callee),
          apiRequest(form, callee),
          accessToken(form),
          tokenRequest(form),
        ]),
    ...(method === 'serviceApp' ? [readPrivateKey(keyType), signJwt(keyType)] : []),
    ...(dpop ? [dpopProof(keyType)] : []),
    ...(pages ? [nextPage(several)] : []),
    answer(form),
    sendFunction,
  ];
}

/** A call of the API as a function takes it. */
interface Callee extends ApiCall {
  readonly parameter: string;
  readonly type: string;
}

const pageOf = (request: OktaRequest): Callee => ({
  ...onlyCall(request, 'pageURL'),
  parameter: 'pageURL',
  type: 'string',
});

const anyCall: Callee = { ...callInVariable, parameter: 'api', type: 'apiCall' };

function hints(form: Form): CodeBlock {
  return [
    '// hints says what to do about an error; the first code found in a response counts.',
    'var hints = []struct{ code, hint string }{',
    ...errorHints(form).map(({ code, hint }) => `  {${goString(code)}, ${goString(hint)}},`),
    '}',
  ];
}

function variables(form: Form, pages: boolean, several: boolean): CodeBlock {
  const values: readonly (readonly [string, string])[] = [
    ...(form.method === 'serviceApp' ? [['base64url', 'base64.RawURLEncoding'] as const] : []),
    ['httpClient', '&http.Client{Timeout: 30 * time.Second}'],
    ...(pages ? [['nextLink', 'regexp.MustCompile(`<([^>]*)>[^<]*rel="next"`)'] as const] : []),
    ...(pages
      ? [
          several
            ? (['originOf', 'regexp.MustCompile(`^https://[^/]+/`)'] as const)
            : (['origin', 'regexp.MustCompile(`^https://[^/]+/`).FindString(apiURL)'] as const),
        ]
      : []),
  ];
  const width = Math.max(...values.map(([name]) => name.length));
  return values.length === 1
    ? values.map(([name, value]) => `var ${name} = ${value}`)
    : ['var (', ...values.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`), ')'];
}

/** @param made what is done with the function that calls the API */
function main(form: Form, made: (call: (api: string) => string) => CodeBlock): CodeBlock {
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
      ...made((api) => `${calls}(${firstParameter}${api})`),
    ]),
    '}',
  ];
}

/** Makes the one call of a program, page by page where it lists. */
function oneCall(request: OktaRequest) {
  return (callOf: (api: string) => string): CodeBlock =>
    request.method === 'GET'
      ? [
          'for pageURL := apiURL; pageURL != ""; {',
          ...indented([
            `page, err := ${callOf('pageURL')}`,
            ...stop,
            'fmt.Println(page.text)',
            'pageURL, err = nextPage(page)',
            ...stop,
          ]),
          '}',
        ]
      : [`a, err := ${callOf('apiURL')}`, ...stop, 'fmt.Println(a.text)'];
}

/** Makes all calls in their order, those that list page by page. */
function eachCall(pages: boolean) {
  const failed = onError('log.Fatalf("%s %s\\n%v", api.method, api.url, err)');
  return (callOf: (api: string) => string): CodeBlock => [
    'for _, api := range calls {',
    ...indented([
      'fmt.Println(api.method, api.url)',
      ...(pages
        ? [
            'origin := originOf.FindString(api.url)',
            'for api.url != "" {',
            ...indented([
              `page, err := ${callOf('api')}`,
              ...failed,
              'fmt.Println(page.text)',
              'if api.method != http.MethodGet {',
              '  break',
              '}',
              'api.url, err = nextPage(page, origin)',
              ...stop,
            ]),
            '}',
          ]
        : [`a, err := ${callOf('api')}`, ...failed, 'fmt.Println(a.text)']),
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

const call = ({ parameter, type }: Callee): CodeBlock => [
  '// call sends the request, and once more with a new token when the API refuses the current one.',
  `func (c *client) call(${parameter} ${type}) (*answer, error) {`,
  ...indented([
    `newRequest := func() (*http.Request, error) { return c.apiRequest(${parameter}) }`,
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

function apiTokenCall(callee: Callee): CodeBlock {
  const { parameter, type } = callee;
  return [
    `func call(apiToken${type === 'string' ? '' : ' string'}, ${parameter} ${type}) (*answer, error) {`,
    ...indented([
      'a, err := send(func() (*http.Request, error) {',
      ...indented([
        ...newApiRequest(callee),
        ...onError('return nil, err'),
        ...callee.contentType,
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

function apiRequest(form: Form, callee: Callee): CodeBlock {
  const dpop = form.variant === 'dpop';
  const leave = onError('return nil, err');
  return [
    `func (c *client) apiRequest(${callee.parameter} ${callee.type}) (*http.Request, error) {`,
    ...indented([
      'accessToken, err := c.accessToken()',
      ...leave,
      ...(dpop ? [...apiProof(callee, 'c.dpopKey'), ...leave] : []),
      ...newApiRequest(callee),
      ...leave,
      ...callee.contentType,
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
    '// accessToken gives the current token, or a new one when it expires within a minute.',
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
            ? '// tokenRequest signs a fresh assertion and a fresh proof: the server accepts each only once.'
            : '// tokenRequest signs a fresh assertion: the server accepts each only once.',
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

const nextPage = (several: boolean): CodeBlock => [
  '// nextPage gives the URL of the next page, or ""; the token never goes to another host.',
  `func nextPage(a *answer${several ? ', origin string' : ''}) (string, error) {`,
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

/** Says how far the clock is ahead, where this is what Okta complains of. */
const clockDifference: CodeBlock = [
  'if strings.Contains(message, "future") {',
  '  if date, err := http.ParseTime(a.Header.Get("Date")); err == nil {',
  `    message += fmt.Sprintf("\\nYour clock is %.0f seconds ahead of Okta's.", time.Since(date).Seconds())`,
  '  }',
  '}',
];

const answer = ({ keyType }: Form): CodeBlock => [
  '// An answer is a response whose body has been read.',
  'type answer struct {',
  '  *http.Response',
  '  text string',
  '}',
  '',
  '// details gives what the response says about an error: its WWW-Authenticate headers, then its body.',
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
    ...(keyType === null ? [] : clockDifference),
    'for _, h := range hints {',
    '  if strings.Contains(message, h.code) {',
    '    return errors.New(message + "\\n" + h.hint)',
    '  }',
    '}',
    'return errors.New(message)',
  ]),
  '}',
];

const sendFunction: CodeBlock = [
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
