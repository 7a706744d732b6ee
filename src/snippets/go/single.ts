import { type CodeBlock, indented } from '../codeBlock.ts';
import type { Form, KeyType } from '../form.ts';
import type { OktaRequest } from '../request.ts';
import { onError, stop } from './errors.ts';
import { newApiRequest, newTokenRequest, onlyCall, tokenHeaders, tokenStruct } from './requests.ts';
import {
  apiProof,
  assertion,
  base64url,
  dpopProof,
  keyKinds,
  newDpopKey,
  readPrivateKey,
  signJwt,
} from './signing.ts';
import { credential } from './typedValues.ts';

/** One exchange: a token request, if the method has one, and the API call. */
export function singleRequest(form: Form, request: OktaRequest): readonly CodeBlock[] {
  if (form.method === 'apiToken') {
    return [apiTokenMain(form, request)];
  }
  if (form.method === 'apiServiceIntegration') {
    return [main(form, request), sendFunction];
  }
  const keyType = form.keyType ?? 'RSA';
  return [
    base64url,
    main(form, request),
    ...(form.variant === 'dpop' ? [requestTokenFunction(keyType)] : []),
    readPrivateKey(keyType),
    signJwt(keyType),
    ...(form.variant === 'dpop' ? [dpopProof(keyType), readFunction] : [sendFunction]),
  ];
}

function apiTokenMain(form: Form, request: OktaRequest): CodeBlock {
  const call = onlyCall(request, 'apiURL');
  return [
    'func main() {',
    ...indented([
      ...credential(form),
      '',
      ...newApiRequest(call),
      ...stop,
      'req.Header.Set("Accept", "application/json")',
      ...call.contentType,
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

function main(form: Form, request: OktaRequest): CodeBlock {
  const call = onlyCall(request, 'apiURL');
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
      ...(dpop ? [...apiProof(call, 'dpopKey'), ...stop] : []),
      ...newApiRequest(call, assign),
      ...stop,
      ...call.contentType,
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

function requestTokenFunction(keyType: KeyType): CodeBlock {
  const leave = onError('return "", err');
  return [
    '// requestToken requests an access token. Every attempt needs a fresh assertion and a fresh proof:',
    '// the server accepts each only once.',
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
 * Sends a request, and treats every response but a success as an error. The API says in a header alone why it refuses
 * an access token (fact G35).
 */
const sendFunction: CodeBlock = [
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
const readFunction: CodeBlock = [
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
