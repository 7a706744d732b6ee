import type { CodeBlock } from '../codeBlock.ts';
import type { Form, KeyType } from '../form.ts';
import type { OktaRequest } from '../request.ts';
import { javaIndented, mainMethod, print } from './program.ts';
import { apiMethod, basic, builder, postForm, tokenForm } from './requests.ts';
import {
  accessTokenHash,
  apiProof,
  assertion,
  dpopProof,
  jwt,
  newDpopKeys,
  readPrivateKey,
  tokenProof,
} from './signing.ts';
import { credential } from './typedValues.ts';

/** One exchange: a token request, if the method has one, and the API call. */
export function singleRequest(form: Form, request: OktaRequest): readonly CodeBlock[] {
  const keyType = form.keyType ?? 'RSA';
  const dpop = form.variant === 'dpop';
  return [
    ...(form.method === 'apiToken' ? [] : [httpClient]),
    main(form, request),
    ...(dpop ? [requestTokenMethod(keyType)] : []),
    ...(form.method === 'apiToken' ? [] : [dpop ? readMethod : sendMethod]),
    ...(form.method === 'serviceApp' ? [readPrivateKey(keyType)] : []),
    ...(dpop ? [dpopProof(keyType)] : []),
    ...(form.method === 'serviceApp' ? [jwt(keyType)] : []),
  ];
}

function main(form: Form, request: OktaRequest): CodeBlock {
  const keyType = form.keyType ?? 'RSA';
  const bodies = {
    apiToken: (): CodeBlock => [
      ...builder('HttpRequest request = ', 'API_URL', [
        '.header("Accept", "application/json")',
        '.header("Authorization", "SSWS " + apiToken)',
        ...apiMethod(request),
        '.build();',
      ]),
      'HttpResponse<String> response =',
      '        HttpClient.newHttpClient().send(request, BodyHandlers.ofString());',
      ...throwUnlessSuccess,
      ...print('response.body()'),
    ],
    apiServiceIntegration: (): CodeBlock => [
      ...basic,
      ...tokenForm(form),
      ...builder(
        'String answer = send(',
        'TOKEN_URL',
        ['.header("Authorization", "Basic " + basic)', ...postForm],
        ');',
      ),
      ...accessTokenOfAnswer,
      '',
      ...bearerCall(request),
    ],
    serviceApp: (): CodeBlock =>
      form.variant === 'dpop'
        ? [
            'PrivateKey privateKey = readPrivateKey(keyFile);',
            ...newDpopKeys(keyType, 'KeyPair dpopKeys'),
            'String accessToken = requestToken(privateKey, dpopKeys, null);',
            '',
            ...accessTokenHash,
            ...apiProof(`"${request.method}"`, 'API_URL'),
            ...builder(
              'HttpResponse<String> response = send(',
              'API_URL',
              [
                '.header("Authorization", "DPoP " + accessToken)',
                '.header("DPoP", proof)',
                ...apiMethod(request),
              ],
              ');',
            ),
            ...throwIfRefused,
            ...print('response.body()'),
          ]
        : [
            'PrivateKey privateKey = readPrivateKey(keyFile);',
            '',
            ...assertion(keyType),
            ...tokenForm(form),
            ...builder('String answer = send(', 'TOKEN_URL', postForm, ');'),
            ...accessTokenOfAnswer,
            '',
            ...bearerCall(request),
          ],
  };
  const separated = form.method === 'serviceApp' ? [] : [''];
  return mainMethod([...credential(form), ...separated, ...bodies[form.method]()]);
}

function bearerCall(request: OktaRequest): CodeBlock {
  return [
    ...builder(
      'String body = send(',
      'API_URL',
      ['.header("Authorization", "Bearer " + token.group(1))', ...apiMethod(request)],
      ');',
    ),
    ...print('body'),
  ];
}

function requestTokenMethod(keyType: KeyType): CodeBlock {
  return [
    '/** Every attempt needs a fresh assertion and a fresh proof: the server accepts each only once. */',
    'static String requestToken(PrivateKey privateKey, KeyPair dpopKeys, String nonce)',
    '        throws Exception {',
    ...javaIndented([
      ...assertion(keyType),
      ...tokenProof('nonce'),
      ...tokenForm({ method: 'serviceApp' }),
      ...builder(
        'HttpResponse<String> response = send(',
        'TOKEN_URL',
        ['.header("DPoP", proof)', ...postForm],
        ');',
      ),
      'String answer = response.body();',
      'Optional<String> freshNonce = response.headers().firstValue("DPoP-Nonce");',
      'if (nonce == null && freshNonce.isPresent() && answer.contains("use_dpop_nonce")) {',
      '    return requestToken(privateKey, dpopKeys, freshNonce.get());',
      '}',
      ...throwUnlessSuccess,
      ...accessTokenOfAnswer,
      'return token.group(1);',
    ]),
    '}',
  ];
}

const httpClient: CodeBlock = ['static final HttpClient HTTP = HttpClient.newHttpClient();'];

/** Takes the token out of an answer, for want of a JSON parser in the standard library. */
const accessTokenOfAnswer: CodeBlock = [
  'Matcher token = Pattern.compile("\\"access_token\\"\\\\s*:\\\\s*\\"([^\\"]+)\\"").matcher(answer);',
  'if (!token.find()) {',
  '    throw new IOException("The response has no access_token.");',
  '}',
];

const throwUnlessSuccess: CodeBlock = [
  'if (response.statusCode() > 299) {',
  '    throw new IOException(response.statusCode() + " " + response.body());',
  '}',
];

/** The same where the API says in a header alone why it refuses an access token (fact G35). */
const throwIfRefused: CodeBlock = [
  'if (response.statusCode() > 299) {',
  '    String challenge = response.headers().firstValue("WWW-Authenticate").orElse("");',
  '    throw new IOException(response.statusCode() + " " + challenge + " " + response.body());',
  '}',
];

/** Sends a request, and treats every response but a success as an error. */
const sendMethod: CodeBlock = [
  'static String send(HttpRequest.Builder builder) throws Exception {',
  '    HttpRequest request = builder.header("Accept", "application/json").build();',
  '    HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());',
  ...javaIndented(throwIfRefused),
  '    return response.body();',
  '}',
];

/** Sends a request whose errors the caller tells apart. */
const readMethod: CodeBlock = [
  'static HttpResponse<String> send(HttpRequest.Builder builder) throws Exception {',
  '    HttpRequest request = builder.header("Accept", "application/json").build();',
  '    return HTTP.send(request, BodyHandlers.ofString());',
  '}',
];
