import { bodyTerms, joinedTerms } from '../bodyTerms.ts';
import { type CodeBlock, indented, textOfBlocks } from '../codeBlock.ts';
import type { JsonPiece } from '../encoders/jsonText.ts';
import { rubyHeredoc } from '../encoders/rubyHeredoc.ts';
import { rubyString } from '../encoders/rubyString.ts';
import { bodySecretHolds, credentialOf, missingCredential } from '../environment.ts';
import { errorHints } from '../errorHints.ts';
import { algorithmOf, type Form, type KeyType } from '../form.ts';
import type { Language } from '../language.ts';
import type { HttpMethod } from '../operation.ts';
import { needsKeyType, needsPkcs8 } from '../privateKeyAdvice.ts';
import { proxyComment } from '../proxyComment.ts';
import { callsOf, makesSeveralCalls, type OktaCall, type OktaRequest } from '../request.ts';
import { constantCase, typedValuesOf } from '../typedValues.ts';

const proxy =
  'Behind a proxy, set `http_proxy` in lower case, also for HTTPS: Ruby’s Net::HTTP reads neither `HTTPS_PROXY` nor `https_proxy`.';

/**
 * Ruby: its own Net::HTTP, which gives up after 60 seconds of silence, and the gem jwt for what is signed.
 */
export const ruby: Language = {
  id: 'ruby',
  label: 'Ruby',
  kind: 'language',
  extension: 'rb',
  syntax: 'ruby',
  needs: 'Ruby 3.0 or newer; for a service app also the gem jwt',
  proxy,
  absence: () => null,
  note: () => null,
  command: (fileName) => `ruby ${fileName}`,
  environment: (form) => [credentialOf(form.method)],
  makesSeveralCalls: true,
  render: (form, request) =>
    textOfBlocks([
      proxyComment('#', proxy),
      ...(form.request === 'everything' ? everything(form, request) : single(form, request)),
    ]),
};

function single(form: Form, request: OktaRequest): readonly CodeBlock[] {
  return [
    requires(form, [request]),
    ...jsonSecret([request]),
    constants(form, request),
    credential(form),
    ...singleToken(form),
    [
      ...singleCall(form, request),
      ...(form.method === 'apiToken'
        ? ['abort "#{response.code} #{response.body}" unless response.is_a?(Net::HTTPSuccess)']
        : abortIfRefused),
      'puts response.body',
    ],
  ];
}

/** Okta says in a header alone why it refuses an access token (fact G35). */
const abortIfRefused: CodeBlock = [
  'unless response.is_a?(Net::HTTPSuccess)',
  '  abort "#{response.code} #{response["WWW-Authenticate"] || response.message}\\n#{response.body}"',
  'end',
];

function singleToken(form: Form): readonly CodeBlock[] {
  if (form.method === 'apiToken') {
    return [];
  }
  const outcome = [
    'abort "#{token_response.code} #{token_response.body}" unless token_response.is_a?(Net::HTTPSuccess)',
    'access_token = JSON.parse(token_response.body).fetch("access_token")',
  ];
  if (form.method === 'apiServiceIntegration') {
    return [[...basicTokenRequest, ...transmission('token_response'), ...outcome]];
  }
  const post = [
    'Net::HTTP.post(',
    ...indented([
      'URI(TOKEN_URL),',
      'URI.encode_www_form(',
      ...indented(assertionParameters),
      '),',
      ...listed([
        '"Accept" => "application/json"',
        '"Content-Type" => "application/x-www-form-urlencoded"',
        ...(form.variant === 'dpop'
          ? ['"DPoP" => dpop_proof("POST", TOKEN_URL, nonce: nonce)']
          : []),
      ]),
    ]),
    ')',
  ];
  return form.variant === 'dpop'
    ? [
        ...dpopProof,
        [
          freshness,
          'def request_token(nonce = nil)',
          ...indented([...assertion(form), ...post]),
          'end',
        ],
        [
          'token_response = request_token',
          'if token_response.code == "400" && token_response.body.include?("use_dpop_nonce")',
          '  token_response = request_token(token_response["DPoP-Nonce"])',
          'end',
          ...outcome,
        ],
      ]
    : [[...assertion(form), ...prefixed('token_response = ', post), ...outcome]];
}

function singleCall(form: Form, request: OktaRequest): CodeBlock {
  const headers = listed([
    '"Accept" => "application/json"',
    form.method === 'apiToken'
      ? '"Authorization" => "SSWS #{api_token}"'
      : `"Authorization" => "${schemeOf(form)} #{access_token}"`,
    ...(form.variant === 'dpop'
      ? [`"DPoP" => dpop_proof("${request.method}", API_URL, access_token: access_token)`]
      : []),
    ...contentType(request),
  ]);
  if (request.method === 'GET') {
    return ['response = Net::HTTP.get_response(', ...indented(['URI(API_URL),', ...headers]), ')'];
  }
  if (request.method === 'POST') {
    return [
      'response = Net::HTTP.post(',
      ...indented(['URI(API_URL),', `${request.body === null ? '""' : 'BODY'},`, ...headers]),
      ')',
    ];
  }
  return [
    `request = Net::HTTP::${requestClasses[request.method]}.new(`,
    ...indented(['URI(API_URL),', ...headers]),
    ')',
    ...(request.body === null ? [] : ['request.body = BODY']),
    ...transmission('response'),
  ];
}

function everything(form: Form, request: OktaRequest): readonly CodeBlock[] {
  const several = makesSeveralCalls(form, request);
  const calls = several ? callsOf(request) : [request];
  const pages = calls.some(({ method }) => method === 'GET');
  return [
    requires(form, calls),
    ...jsonSecret(calls),
    ...[constants(form, request)].filter((block) => block.length > 0),
    ...(several ? [callList(calls)] : []),
    [
      'HINTS = {',
      ...indented(
        listed(
          errorHints(form).map(({ code, hint }) => `${rubyString(code)} => ${rubyString(hint)}`),
        ),
      ),
      '}.freeze',
    ],
    credential(form),
    ...(form.variant === 'dpop' ? dpopProof : []),
    ...answers(form, several),
    ...sending,
    client(form, {
      pages: pages ? eachPage(several) : [],
      checked: several ? checkedByName : (response) => `check(${response})`,
    }),
    several ? useOfEach(form, pages) : use(form, request),
  ];
}

function requires({ method, variant, request }: Form, calls: readonly OktaCall[]): CodeBlock {
  return [
    ...(variant === 'dpop' ? ['base64'] : []),
    ...(method === 'apiToken' && !haveSecrets(calls) ? [] : ['json']),
    ...(method === 'serviceApp' ? ['jwt'] : []),
    'net/http',
    ...(method === 'serviceApp' ? ['openssl', 'securerandom'] : []),
    ...(method === 'serviceApp' && request === 'everything' ? ['time'] : []),
  ].map((name) => `require "${name}"`);
}

function constants(form: Form, request: OktaRequest): CodeBlock {
  return [
    ...typedValuesOf(form, request).map(
      ([name, value]) => `${constantCase(name)} = ${rubyString(value)}`,
    ),
    ...(makesSeveralCalls(form, request) ? [] : bodyConstant(request)),
  ];
}

/** The calls, each with what it sends. */
function callList(calls: readonly OktaCall[]): CodeBlock {
  return [
    '# The calls in order: method, URL, and the JSON that is sent.',
    'CALLS = [',
    ...indented(commaSeparated(calls.map(callLines))),
    '].freeze',
  ];
}

function callLines({ method, apiUrl, body }: OktaCall): CodeBlock {
  const start = [`"${method}",`, `${rubyString(apiUrl)},`];
  return body === null
    ? [`[${start.join(' ')} nil]`]
    : ['[', ...indented([...start, ...joinedTerms(bodyExpression(body), '+', '')]), ']'];
}

function bodyExpression(body: readonly JsonPiece[]): readonly string[] {
  return bodyTerms(body, rubyString, (name) => `json_secret(${rubyString(name)})`);
}

function bodyConstant({ body, indentedBody, bodyVariables }: OktaRequest): CodeBlock {
  if (body === null || indentedBody === null) {
    return [];
  }
  const [text = ''] = indentedBody;
  return bodyVariables.length === 0 && typeof text === 'string'
    ? [`BODY = ${rubyHeredoc(text)}`]
    : ['BODY =', ...indented(joinedTerms(bodyExpression(body), '+', ''))];
}

/** The function that gives a secret for the body as a JSON string, from its environment variable. */
function jsonSecret(calls: readonly OktaCall[]): readonly CodeBlock[] {
  return !haveSecrets(calls)
    ? []
    : [
        [
          'def json_secret(name)',
          ...indented([
            'value = ENV.fetch(name, "")',
            `abort "Set #{name} to ${bodySecretHolds}." if value.empty?`,
            'JSON.generate(value)',
          ]),
          'end',
        ],
      ];
}

function haveSecrets(calls: readonly OktaCall[]): boolean {
  return calls.some(({ bodyVariables }) => bodyVariables.length > 0);
}

/** The names under which a program holds the credential of a method. */
const credentialNames: Readonly<Record<Form['method'], string>> = {
  serviceApp: 'key_file',
  apiServiceIntegration: 'client_secret',
  apiToken: 'api_token',
};

function credential(form: Form): CodeBlock {
  const { method } = form;
  const name = credentialNames[method];
  return [
    `${name} = ENV.fetch("${credentialOf(method)}", "")`,
    `abort ${rubyString(missingCredential(method))} if ${name}.empty?`,
    ...(form.keyType === null ? [] : privateKey(privateKeyOf(form), form.keyType)),
  ];
}

/** Reads the key of the app, or says in one line what the file holds instead. */
function privateKey(name: string, keyType: KeyType): CodeBlock {
  const isRight =
    keyType === 'RSA'
      ? `${name}.is_a?(OpenSSL::PKey::RSA)`
      : `${name}.is_a?(OpenSSL::PKey::EC) && ${name}.group.curve_name == "prime256v1"`;
  return [
    'pem = File.read(key_file, mode: "r:bom|utf-8")',
    `${name} =`,
    ...indented([
      'begin',
      '  OpenSSL::PKey.read(pem, "")',
      'rescue OpenSSL::PKey::PKeyError',
      '  found = pem[/-----BEGIN (.+?)-----/, 1] || "no PEM"',
      `  abort "Found #{found} in #{key_file}, " + ${rubyString(needsPkcs8)}`,
      'end',
    ]),
    `abort "#{key_file} " + ${rubyString(needsKeyType(keyType))} unless ${isRight}`,
  ];
}

/** The name of the private key: a constant where methods read it, which see no variables of the program. */
function privateKeyOf({ variant, request }: Form): string {
  return variant === 'dpop' || request === 'everything' ? 'PRIVATE_KEY' : 'private_key';
}

/** Makes the assertion of a service app; nothing for other clients. */
function assertion(form: Form): CodeBlock {
  const { keyType } = form;
  return keyType === null
    ? []
    : [
        'claims = {',
        ...indented(
          listed([
            'aud: TOKEN_URL',
            'iss: CLIENT_ID',
            'sub: CLIENT_ID',
            'jti: SecureRandom.uuid',
            'exp: Time.now.to_i + 300',
          ]),
        ),
        '}',
        `assertion = JWT.encode(claims, ${privateKeyOf(form)}, "${algorithmOf(keyType)}", kid: KEY_ID)`,
      ];
}

const assertionParameters = listed([
  'grant_type: "client_credentials"',
  'scope: SCOPE',
  'client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"',
  'client_assertion: assertion',
]);

const basicTokenRequest: CodeBlock = [
  'request = Net::HTTP::Post.new(URI(TOKEN_URL), "Accept" => "application/json")',
  'request.basic_auth(CLIENT_ID, client_secret)',
  'request.set_form_data(grant_type: "client_credentials", scope: SCOPE)',
];

const freshness =
  '# Okta accepts each assertion and each proof only once, so every attempt makes its own.';

const dpopProof: readonly CodeBlock[] = [
  [
    '# This run makes a key pair for the proofs and discards it afterwards.',
    'DPOP_KEY = OpenSSL::PKey::EC.generate("prime256v1")',
  ],
  [
    'def dpop_proof(method, url, nonce: nil, access_token: nil)',
    ...indented([
      'claims = { htm: method, htu: url.split("?").first, jti: SecureRandom.uuid, iat: Time.now.to_i }',
      'claims[:nonce] = nonce if nonce',
      'if access_token',
      '  digest = OpenSSL::Digest.digest("SHA256", access_token)',
      '  claims[:ath] = Base64.urlsafe_encode64(digest, padding: false)',
      'end',
      'JWT.encode(claims, DPOP_KEY, "ES256", typ: "dpop+jwt", jwk: JWT::JWK.new(DPOP_KEY).export)',
    ]),
    'end',
  ],
];

/** Says how far the clock is ahead, where this is what Okta complains of. */
const clockDifference: CodeBlock = [
  'if answer.include?("future")',
  '  ahead = (Time.now - Time.httpdate(response["Date"])).round',
  `  clock = "Your clock is #{ahead} seconds ahead of Okta's."`,
  'end',
];

/** @param namesRequest whether an error says which request has failed */
const answers = ({ keyType }: Form, namesRequest: boolean): readonly CodeBlock[] => [
  [
    'def describe(response)',
    '  "#{response.code} #{response["WWW-Authenticate"] || response.message}\\n#{response.body}"',
    'end',
  ],
  [
    '# Returns a success; ends the program with anything else, and a hint if there is one.',
    `def check(response${namesRequest ? ', request_name' : ''})`,
    ...indented([
      'return response if response.is_a?(Net::HTTPSuccess)',
      '',
      'answer = describe(response)',
      '_, hint = HINTS.find { |code, _| answer.include?(code) }',
      ...(keyType === null ? [] : clockDifference),
      `abort [${namesRequest ? 'request_name, ' : ''}answer, hint${keyType === null ? '' : ', clock'}].compact.join("\\n")`,
    ]),
    'end',
  ],
];

const sending: readonly CodeBlock[] = [
  [
    'def transmit(request)',
    ...indented([
      'Net::HTTP.start(request.uri.host, request.uri.port, use_ssl: true) { |http| http.request(request) }',
    ]),
    'end',
  ],
  [
    '# Sends what the block builds, again after each wait for the rate limit, five times at most.',
    'def patiently',
    ...indented([
      '5.times do',
      ...indented([
        'response = transmit(yield)',
        'return response unless response.code == "429"',
        '',
        'sleep((response["X-Rate-Limit-Reset"].to_i - Time.now.to_f).clamp(1, 60))',
      ]),
      'end',
      'transmit(yield)',
    ]),
    'end',
  ],
];

/** Gives the expression that checks an answer, itself an expression, to a request of that name. */
type Checked = (response: string, requestName: string) => string;

const checkedByName: Checked = (response, requestName) => `check(${response}, "${requestName}")`;

/** What a program says of a call of the API: `GET https://…`. */
const apiCallName = '#{request.method} #{request.uri}';

/** @param pages the method that reads a list page by page, where there is one */
function client(
  form: Form,
  { pages, checked }: { readonly pages: CodeBlock; readonly checked: Checked },
): CodeBlock {
  const withToken = form.method !== 'apiToken';
  const dpop = form.variant === 'dpop';
  const parameter = form.method === 'serviceApp' ? '' : credentialNames[form.method];
  return [
    ...(withToken
      ? ['# Calls the API with an access token, a new one when the last expires within a minute.']
      : []),
    'class OktaClient',
    ...indented([
      `def initialize${parameter === '' ? '' : `(${parameter})`}`,
      ...indented([
        ...(parameter === '' ? [] : [`@${parameter} = ${parameter}`]),
        ...(withToken ? ['@expires_at = Time.now'] : []),
      ]),
      'end',
      '',
      'def call(request)',
      ...indented(
        withToken
          ? [
              'response = patiently { authorize(request) }',
              'if response.code == "401" && describe(response).include?("invalid_token")',
              '  @expires_at = Time.now',
              '  response = patiently { authorize(request) }',
              'end',
              checked('response', apiCallName),
            ]
          : [checked('patiently { authorize(request) }', apiCallName)],
      ),
      'end',
      ...(pages.length === 0 ? [] : ['', ...pages]),
      '',
      'private',
      '',
      'def authorize(request)',
      ...indented([
        ...(withToken ? ['renew if @expires_at - Time.now < 60'] : []),
        'request["Accept"] = "application/json"',
        withToken
          ? `request["Authorization"] = "${schemeOf(form)} #{@access_token}"`
          : 'request["Authorization"] = "SSWS #{@api_token}"',
        ...(dpop
          ? [
              'request["DPoP"] = dpop_proof(request.method, request.uri.to_s, access_token: @access_token)',
            ]
          : []),
        'request',
      ]),
      'end',
      ...(withToken ? ['', ...renewal(form, checked), '', ...tokenRequest(form)] : []),
    ]),
    'end',
  ];
}

/** @param several whether no constant holds the URL of the first page */
const eachPage = (several: boolean): CodeBlock => [
  'def each_page(url)',
  ...indented([
    ...(several ? ['origin = URI.join(url, "/").to_s'] : []),
    'while url',
    ...indented([
      'response = call(Net::HTTP::Get.new(URI(url)))',
      'yield response.body',
      'url = response["Link"].to_s[/<([^>]*)>[^<]*rel="next"/, 1]',
      `abort "The next page is not in this org: #{url}" unless url.nil? || url.start_with?(${several ? 'origin' : 'URI.join(API_URL, "/").to_s'})`,
    ]),
    'end',
  ]),
  'end',
];

function renewal({ variant }: Form, checked: Checked): CodeBlock {
  const name = 'POST #{TOKEN_URL}';
  const dpop = variant === 'dpop';
  return [
    'def renew',
    ...indented([
      ...(dpop
        ? [
            'response = patiently { token_request }',
            'if response.code == "400" && response.body.include?("use_dpop_nonce")',
            '  @nonce = response["DPoP-Nonce"]',
            '  response = patiently { token_request }',
            'end',
            `answer = JSON.parse(${checked('response', name)}.body)`,
            '@nonce = response["DPoP-Nonce"] || @nonce',
          ]
        : [`answer = JSON.parse(${checked('patiently { token_request }', name)}.body)`]),
      '@access_token = answer.fetch("access_token")',
      '@expires_at = Time.now + answer.fetch("expires_in")',
    ]),
    'end',
  ];
}

function tokenRequest(form: Form): CodeBlock {
  return [
    ...(form.variant === 'dpop' ? [freshness] : []),
    'def token_request',
    ...indented([
      ...(form.method === 'apiServiceIntegration'
        ? basicTokenRequest.map((line) => line.replace('client_secret)', '@client_secret)'))
        : [
            ...assertion(form),
            'request = Net::HTTP::Post.new(URI(TOKEN_URL), "Accept" => "application/json")',
            'request.set_form_data(',
            ...indented(assertionParameters),
            ')',
          ]),
      ...(form.variant === 'dpop'
        ? ['request["DPoP"] = dpop_proof("POST", TOKEN_URL, nonce: @nonce)']
        : []),
      'request',
    ]),
    'end',
  ];
}

function newClient({ method }: Form): string {
  return `OktaClient.new${method === 'serviceApp' ? '' : `(${credentialNames[method]})`}`;
}

/** Makes all calls in their order, those that list page by page. */
function useOfEach(form: Form, pages: boolean): CodeBlock {
  const once = [
    'request = Net::HTTP.const_get(method.capitalize).new(URI(url))',
    'request["Content-Type"] = "application/json" if body || request.request_body_permitted?',
    'request.body = body',
    'puts okta.call(request).body',
  ];
  return [
    `okta = ${newClient(form)}`,
    'CALLS.each do |method, url, body|',
    ...indented([
      'puts "#{method} #{url}"',
      ...(pages
        ? [
            'if method == "GET"',
            '  okta.each_page(url) { |page| puts page }',
            'else',
            ...indented(once),
            'end',
          ]
        : once),
    ]),
    'end',
  ];
}

function use(form: Form, request: OktaRequest): CodeBlock {
  const okta = newClient(form);
  if (request.method === 'GET') {
    return [`${okta}.each_page(API_URL) { |page| puts page }`];
  }
  const parts = ['URI(API_URL)', ...contentType(request)].join(', ');
  return [
    `request = Net::HTTP::${requestClasses[request.method]}.new(${parts})`,
    ...(request.body === null ? [] : ['request.body = BODY']),
    `puts ${okta}.call(request).body`,
  ];
}

const requestClasses: Readonly<Record<HttpMethod, string>> = {
  GET: 'Get',
  POST: 'Post',
  PUT: 'Put',
  PATCH: 'Patch',
  DELETE: 'Delete',
};

/**
 * Says that a body is JSON. Also without one: Net::HTTP sends an empty body with these methods and, up to Ruby
 * 3.4, declares it a form (`Net::HTTPGenericRequest#supply_default_content_type`).
 */
function contentType({ method, body }: OktaRequest): readonly string[] {
  return body !== null || method === 'POST' || method === 'PUT' || method === 'PATCH'
    ? ['"Content-Type" => "application/json"']
    : [];
}

/** Sends `request`, whose answer goes into a variable. */
function transmission(response: string): CodeBlock {
  return [
    `${response} = Net::HTTP.start(request.uri.host, request.uri.port, use_ssl: true) { |http| http.request(request) }`,
  ];
}

function schemeOf({ variant }: Form): 'Bearer' | 'DPoP' {
  return variant === 'dpop' ? 'DPoP' : 'Bearer';
}

/** Puts a comma behind each line but the last. */
function listed(lines: readonly string[]): CodeBlock {
  return commaSeparated(lines.map((line) => [line]));
}

/** Puts a comma behind each block but the last. */
function commaSeparated(blocks: readonly CodeBlock[]): CodeBlock {
  return blocks.flatMap((block, index) =>
    index < blocks.length - 1
      ? block.map((line, place) => (place === block.length - 1 ? `${line},` : line))
      : block,
  );
}

function prefixed(prefix: string, [first = '', ...rest]: CodeBlock): CodeBlock {
  return [`${prefix}${first}`, ...rest];
}
