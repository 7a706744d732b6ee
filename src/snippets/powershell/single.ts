import type { CodeBlock } from '../codeBlock.ts';
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

/** One exchange: a token request, if one is needed, and the call. */
export function singleRequest(form: Form, request: OktaRequest): readonly CodeBlock[] {
  const { keyType, method } = form;
  const dpop = form.variant === 'dpop' && keyType !== null;
  return [
    ...usings(form),
    preferences,
    typedValues(form, request),
    credential(form),
    ...bodySecrets(request),
    ...(dpop ? [proofKeyPair(keyType)] : []),
    ...(keyType === null ? [] : [...jwtFunctions(keyType), assertionFunction(keyType)]),
    ...(dpop ? [proofFunction(keyType), tokenFunction(form)] : []),
    ...(method === 'apiToken' ? [] : [dpop ? dpopToken : token(form)]),
    [
      ...invocation('response', apiParameters(form, request, '$apiUrl')),
      ...throwUnlessSuccessful('response', method !== 'apiToken'),
      '$response.Content',
    ],
  ];
}

function token(form: Form): CodeBlock {
  return [
    ...(form.method === 'serviceApp' ? [] : basicCredential),
    ...invocation('tokenResponse', tokenParameters(form, [])),
    ...accessToken,
  ];
}

const accessToken: CodeBlock = [
  ...throwUnlessSuccessful('tokenResponse'),
  '$accessToken = ($tokenResponse.Content | ConvertFrom-Json).access_token',
];

function tokenFunction(form: Form): CodeBlock {
  return [
    '# Every attempt needs a fresh assertion and a fresh proof: the server accepts each only once.',
    'function Request-AccessToken([string] $Nonce) {',
    ...indentedPowershell([
      '$parameters = @{',
      ...indentedPowershell(
        tokenParameters(form, ['DPoP = New-DpopProof POST $tokenUrl -Nonce $Nonce']),
      ),
      '}',
      'Invoke-WebRequest @parameters',
    ]),
    '}',
  ];
}

const dpopToken: CodeBlock = [
  '$tokenResponse = Request-AccessToken',
  "$nonce = [string] $tokenResponse.Headers['DPoP-Nonce']",
  "if ($nonce -and $tokenResponse.Content -match 'use_dpop_nonce') {",
  '    $tokenResponse = Request-AccessToken $nonce',
  '}',
  ...accessToken,
];

function invocation(variable: string, parameters: CodeBlock): CodeBlock {
  return [
    '$parameters = @{',
    ...indentedPowershell(parameters),
    '}',
    `$${variable} = Invoke-WebRequest @parameters`,
  ];
}

/** @param isChallenged whether the reason may stand in a header alone, as of a refused access token (fact G35) */
function throwUnlessSuccessful(variable: string, isChallenged = false): CodeBlock {
  const challenge = isChallenged ? ` $($${variable}.Headers['WWW-Authenticate'])` : '';
  return [
    `if ($${variable}.StatusCode -ge 300) {`,
    `    throw "$($${variable}.StatusCode)${challenge} $($${variable}.Content)"`,
    '}',
  ];
}
