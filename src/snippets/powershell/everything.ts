import type { CodeBlock } from '../codeBlock.ts';
import { powershellString } from '../encoders/powershellString.ts';
import { errorHints } from '../errorHints.ts';
import type { Form } from '../form.ts';
import { callsOf, makesSeveralCalls, type OktaRequest } from '../request.ts';
import {
  anyApiParameters,
  apiParameters,
  basicCredential,
  bodySecrets,
  callList,
  indentedPowershell,
  tokenParameters,
  usings,
} from './requests.ts';
import { assertionFunction, jwtFunctions, proofFunction, proofKeyPair } from './signing.ts';
import { credential, preferences, typedValues } from './typedValues.ts';

/**
 * What a program in production needs: it keeps the token, reads all pages, waits for the rate limit
 * and tells errors apart.
 */
export function everything(form: Form, request: OktaRequest): readonly CodeBlock[] {
  const { keyType, method } = form;
  const dpop = form.variant === 'dpop' && keyType !== null;
  const several = makesSeveralCalls(form, request);
  return [
    ...usings(form),
    preferences,
    ...(several && method === 'apiToken' ? [] : [typedValues(form, request)]),
    [
      '$hints = [ordered]@{',
      ...indentedPowershell(
        errorHints(form).map(
          ({ code, hint }) => `${powershellString(code)} = ${powershellString(hint)}`,
        ),
      ),
      '}',
    ],
    credential(form),
    ...(several ? callList(callsOf(request)) : bodySecrets(request)),
    ...(dpop ? [proofKeyPair(keyType)] : []),
    ...(method === 'apiToken' ? [] : [['$expiresAt = [DateTimeOffset]::MinValue']]),
    ...answerFunctions(form, several),
    ...(keyType === null ? [] : [...jwtFunctions(keyType), assertionFunction(keyType)]),
    ...(dpop ? [proofFunction(keyType)] : []),
    ...(method === 'apiToken' ? [] : tokenFunctions(form, several)),
    several ? anyCallFunction(form) : pageFunction(form, request),
    several ? eachCall(request) : oneCall(request),
  ];
}

/** @param several whether an error names the request that failed, and a redirect is an error too */
const answerFunctions = ({ keyType }: Form, several: boolean): readonly CodeBlock[] => [
  [
    'function Test-Answer($Response, [string] $Code) {',
    '    "$($Response.Headers[\'WWW-Authenticate\']) $($Response.Content)".Contains($Code)',
    '}',
  ],
  [
    `function Assert-Success($Response${several ? ', [string] $RequestName' : ''}) {`,
    ...indentedPowershell([
      'if ($Response.StatusCode -lt 300) { return }',
      '$code = $hints.Keys | Where-Object { Test-Answer $Response $_ } | Select-Object -First 1',
      '$hint = if ($code) { $hints[$code] }',
      "$challenge = [string] $Response.Headers['WWW-Authenticate']",
      ...(keyType === null
        ? []
        : [
            "if ($Response.Content.Contains('future')) {",
            "    $ahead = [DateTimeOffset]::UtcNow - [DateTimeOffset] [string] $Response.Headers['Date']",
            '    $clock = "Your clock is $([Math]::Round($ahead.TotalSeconds)) seconds ahead of Okta\'s."',
            '}',
          ]),
      `$lines = ${several ? '$RequestName, ' : ''}"HTTP $($Response.StatusCode)", $challenge, $Response.Content, $hint${keyType === null ? '' : ', $clock'}`,
      'throw ($lines | Where-Object { $_ }) -join "`n"',
    ]),
    '}',
  ],
  [
    '# Sends a request. While the rate limit is used up, it waits and sends a fresh one.',
    'function Send-Request([scriptblock] $NewRequest) {',
    ...indentedPowershell([
      'for ($attempt = 0; ; $attempt++) {',
      ...indentedPowershell([
        '$parameters = & $NewRequest',
        ...(several ? sendingWithoutRedirect : ['$response = Invoke-WebRequest @parameters']),
        'if ($response.StatusCode -ne 429 -or $attempt -eq 5) { return $response }',
        "$reset = [long] [string] $response.Headers['X-Rate-Limit-Reset']",
        '$seconds = $reset - [DateTimeOffset]::UtcNow.ToUnixTimeSeconds()',
        'Start-Sleep -Seconds ([Math]::Clamp([double] $seconds, 1, 60))',
      ]),
      '}',
    ]),
    '}',
  ],
];

const sendingWithoutRedirect: CodeBlock = [
  '# Follows no redirect: with SilentlyContinue, it comes back as an answer, which Assert-Success refuses.',
  '$response = Invoke-WebRequest @parameters -MaximumRedirection 0 -ErrorAction SilentlyContinue',
];

function tokenFunctions(form: Form, several: boolean): readonly CodeBlock[] {
  const dpop = form.variant === 'dpop';
  const send = [
    ...(form.method === 'serviceApp' ? [] : basicCredential),
    `${dpop ? '$response = ' : ''}Send-Request {`,
    ...indentedPowershell([
      '@{',
      ...indentedPowershell(
        tokenParameters(
          form,
          dpop ? ['DPoP = New-DpopProof POST $tokenUrl -Nonce $script:nonce'] : [],
        ),
      ),
      '}',
    ]),
    '}',
  ];
  return [
    [
      ...(form.method === 'serviceApp'
        ? [
            dpop
              ? '# Every attempt needs a fresh assertion and a fresh proof: the server accepts each only once.'
              : '# Every attempt needs a fresh assertion: the server accepts each only once.',
          ]
        : []),
      'function Request-AccessToken {',
      ...indentedPowershell([
        ...send,
        ...(dpop
          ? [
              "$nonce = [string] $response.Headers['DPoP-Nonce']",
              'if ($nonce) { $script:nonce = $nonce }',
              '$response',
            ]
          : []),
      ]),
      '}',
    ],
    [
      'function Get-AccessToken {',
      ...indentedPowershell([
        'if ([DateTimeOffset]::UtcNow.AddSeconds(60) -ge $script:expiresAt) {',
        ...indentedPowershell([
          '$response = Request-AccessToken',
          ...(dpop
            ? [
                "if ($response.Headers['DPoP-Nonce'] -and (Test-Answer $response 'use_dpop_nonce')) {",
                '    $response = Request-AccessToken',
                '}',
              ]
            : []),
          `Assert-Success $response${several ? ' "POST $tokenUrl"' : ''}`,
          '$token = $response.Content | ConvertFrom-Json',
          '$script:expiresAt = [DateTimeOffset]::UtcNow.AddSeconds($token.expires_in)',
          '$script:accessToken = $token.access_token',
        ]),
        '}',
        '$script:accessToken',
      ]),
      '}',
    ],
  ];
}

/** `Invoke-Okta` for the pages of the one call. */
function pageFunction(form: Form, request: OktaRequest): CodeBlock {
  const parameters = ['@{', ...indentedPowershell(apiParameters(form, request, '$Url')), '}'];
  return callFunction(form, { signature: '[string] $Url', parameters, name: '' });
}

/** `Invoke-Okta` for any call. `$Body` has no type: as a string, a missing body would be an empty one. */
function anyCallFunction(form: Form): CodeBlock {
  return callFunction(form, {
    signature: '[string] $Method, [string] $Url, $Body',
    parameters: anyApiParameters(form),
    name: ' "$Method $Url"',
  });
}

interface CallFunction {
  readonly signature: string;
  /** What gives the parameters of the request. */
  readonly parameters: CodeBlock;
  /** What is said to `Assert-Success`: which request it was, where that is not plain. */
  readonly name: string;
}

function callFunction({ method }: Form, { signature, parameters, name }: CallFunction): CodeBlock {
  const withToken = method !== 'apiToken';
  const send = [
    '$response = Send-Request {',
    ...indentedPowershell([
      ...(withToken ? ['$accessToken = Get-AccessToken'] : []),
      ...parameters,
    ]),
    '}',
  ];
  return [
    `function Invoke-Okta(${signature}) {`,
    ...indentedPowershell([
      ...(withToken
        ? [
            'foreach ($attempt in 1, 2) {',
            ...indentedPowershell([
              ...send,
              "if ($response.StatusCode -ne 401 -or -not (Test-Answer $response 'invalid_token')) { break }",
              '$script:expiresAt = [DateTimeOffset]::MinValue',
            ]),
            '}',
          ]
        : send),
      `Assert-Success $response${name}`,
      '$response',
    ]),
    '}',
  ];
}

function oneCall(request: OktaRequest): CodeBlock {
  return request.method === 'GET'
    ? eachPage('$apiUrl', [
        '$response = Invoke-Okta $url',
        '$response.Content',
        "$url = $response.RelationLink['next']",
      ])
    : ['(Invoke-Okta $apiUrl).Content'];
}

/**
 * Makes all calls in their order, those that list page by page. The content of an answer without one is no text,
 * and would otherwise be no line either.
 */
function eachCall(request: OktaRequest): CodeBlock {
  const pages = callsOf(request).some(({ method }) => method === 'GET');
  return [
    'foreach ($call in $calls) {',
    ...indentedPowershell([
      '"$($call.Method) $($call.Url)"',
      ...(pages
        ? eachPage('$call.Url', [
            '$response = Invoke-Okta $call.Method $url $call.Body',
            '[string] $response.Content',
            "$url = if ($call.Method -eq 'GET') { $response.RelationLink['next'] }",
          ])
        : ['[string] (Invoke-Okta $call.Method $call.Url $call.Body).Content']),
    ]),
    '}',
  ];
}

/**
 * @param firstUrl the expression of the first page's URL
 * @param page what is done with the page at `$url`, and leaves the next one's there
 */
function eachPage(firstUrl: string, page: CodeBlock): CodeBlock {
  return [
    `$origin = ([uri] ${firstUrl}).GetLeftPart('Authority') + '/'`,
    `$url = ${firstUrl}`,
    'while ($url) {',
    ...indentedPowershell([
      'if (-not $url.StartsWith($origin, [StringComparison]::Ordinal)) {',
      '    throw "The next page is on another host: $url"',
      '}',
      ...page,
    ]),
    '}',
  ];
}
