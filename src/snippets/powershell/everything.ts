import type { CodeBlock } from '../codeBlock.ts';
import { powershellString } from '../encoders/powershellString.ts';
import { errorHints } from '../errorHints.ts';
import type { Form } from '../form.ts';
import type { OktaRequest } from '../request.ts';
import {
  apiParameters,
  basicCredential,
  bodySecrets,
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
  return [
    ...usings(form),
    preferences,
    typedValues(form, request),
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
    ...bodySecrets(request),
    ...(dpop ? [proofKeyPair(keyType)] : []),
    ...(method === 'apiToken' ? [] : [['$expiresAt = [DateTimeOffset]::MinValue']]),
    ...answerFunctions(form),
    ...(keyType === null ? [] : [...jwtFunctions(keyType), assertionFunction(keyType)]),
    ...(dpop ? [proofFunction(keyType)] : []),
    ...(method === 'apiToken' ? [] : tokenFunctions(form)),
    callFunction(form, request),
    program(request),
  ];
}

const answerFunctions = ({ keyType }: Form): readonly CodeBlock[] => [
  [
    'function Test-Answer($Response, [string] $Code) {',
    '    "$($Response.Headers[\'WWW-Authenticate\']) $($Response.Content)".Contains($Code)',
    '}',
  ],
  [
    'function Assert-Success($Response) {',
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
      `$lines = "HTTP $($Response.StatusCode)", $challenge, $Response.Content, $hint${keyType === null ? '' : ', $clock'}`,
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
        '$response = Invoke-WebRequest @parameters',
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

function tokenFunctions(form: Form): readonly CodeBlock[] {
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
          'Assert-Success $response',
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

function callFunction(form: Form, request: OktaRequest): CodeBlock {
  const withToken = form.method !== 'apiToken';
  const send = [
    '$response = Send-Request {',
    ...indentedPowershell([
      ...(withToken ? ['$accessToken = Get-AccessToken'] : []),
      '@{',
      ...indentedPowershell(apiParameters(form, request, '$Url')),
      '}',
    ]),
    '}',
  ];
  return [
    'function Invoke-Okta([string] $Url) {',
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
      'Assert-Success $response',
      '$response',
    ]),
    '}',
  ];
}

function program(request: OktaRequest): CodeBlock {
  return request.method === 'GET'
    ? [
        "$origin = ([uri] $apiUrl).GetLeftPart('Authority') + '/'",
        '$url = $apiUrl',
        'while ($url) {',
        ...indentedPowershell([
          'if (-not $url.StartsWith($origin, [StringComparison]::Ordinal)) {',
          '    throw "The next page is on another host: $url"',
          '}',
          '$response = Invoke-Okta $url',
          '$response.Content',
          "$url = $response.RelationLink['next']",
        ]),
        '}',
      ]
    : ['(Invoke-Okta $apiUrl).Content'];
}
