import { bodyTerms } from '../../bodyTerms.ts';
import { type CodeBlock, indented, textOfBlocks } from '../../codeBlock.ts';
import { asciiJson } from '../../encoders/asciiJson.ts';
import { curlConfigLine } from '../../encoders/curlConfigLine.ts';
import { windowsPowershellString } from '../../encoders/windowsPowershellString.ts';
import { missingVariable } from '../../environment.ts';
import type { Form } from '../../form.ts';
import type { OktaRequest } from '../../request.ts';
import { basicUserName } from '../../typedValues.ts';
import { refusalReason, windowsCredentialOf, type WindowsShell } from './windowsShell.ts';

/**
 * cURL as a script for Windows PowerShell 5.1 and for PowerShell 7. What PowerShell hands to a program differs between
 * them: 5.1 loses quotation marks, 7.3 and newer keep them. Here curl reads its options from its standard input, so
 * that neither quotation marks nor secrets stand among its arguments.
 */
export const windowsPowershell: WindowsShell = {
  id: 'powershell',
  label: 'PowerShell 5.1 and 7',
  extension: 'ps1',
  syntax: 'powershell',
  needs: 'curl.exe 7.84 or newer (`curl.exe --version`)',
  command: (fileName) => `powershell -ExecutionPolicy Bypass -File ${fileName}`,
  note: () =>
    'In PowerShell 7, write `pwsh` instead of `powershell`. In 5.1, `curl` without `.exe` runs PowerShell’s own command of that name.',
  environment: (form) => [windowsCredentialOf(form.method)],
  evidence:
    'Our tests run it in PowerShell 7.6.9 on Linux. They pass arguments to curl as 5.1 does, and as 7.3 and newer do. Windows PowerShell itself was not run.',
  // What curl reads as one line of its configuration.
  longestLine: 100_000,
  render: (form, request) =>
    textOfBlocks([
      [windowsCredentialOf(form.method), ...request.bodyVariables].map(
        (name) =>
          `if (-not $env:${name}) { throw ${windowsPowershellString(missingVariable(name))} }`,
      ),
      configFunction,
      ...(form.method === 'apiToken' ? [] : [tokenRequest(form, request)]),
      apiCall(form, request),
    ]),
};

const configFunction: CodeBlock = [
  '# curl reads its options line by line, so its command line contains no secret.',
  'function ConvertTo-CurlText([string] $Text) {',
  String.raw`    if ($Text -match '[\r\n]') { throw 'A secret contains a line break: remove it.' }`,
  String.raw`    '"' + $Text.Replace('\', '\\').Replace('"', '\"') + '"'`,
  '}',
  '$OutputEncoding = New-Object System.Text.UTF8Encoding $false',
];

function option(name: string, value: string): string {
  return windowsPowershellString(curlConfigLine(name, value));
}

/** @param expression of PowerShell, with a secret in it */
function secretOption(name: string, expression: string): string {
  return `'${name} = ' + (ConvertTo-CurlText ${expression})`;
}

function tokenRequest(form: Form, request: OktaRequest): CodeBlock {
  return [
    ...curlCommand('$answer = ', [
      option('url', request.tokenUrl),
      option('header', 'Accept: application/json'),
      ...(form.method === 'serviceApp'
        ? []
        : [
            secretOption(
              'user',
              `(${windowsPowershellString(`${basicUserName(request)}:`)} + $env:OKTA_CLIENT_SECRET)`,
            ),
          ]),
      option('data', 'grant_type=client_credentials'),
      option('data-urlencode', `scope=${request.scope}`),
      ...(form.method === 'serviceApp'
        ? [
            option(
              'data',
              'client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
            ),
            secretOption('data-urlencode', '"client_assertion=$env:OKTA_CLIENT_ASSERTION"'),
          ]
        : []),
    ]),
    'if ($LASTEXITCODE) { throw "curl ended with exit code $LASTEXITCODE. $answer" }',
    '$accessToken = ($answer | Out-String | ConvertFrom-Json).access_token',
    "if (-not $accessToken) { throw 'The response has no access_token.' }",
  ];
}

function apiCall({ method }: Form, request: OktaRequest): CodeBlock {
  return [
    ...curlCommand('', [
      option('url', request.apiUrl),
      ...(request.method === 'GET' ? [] : [option('request', request.method)]),
      option('header', 'Accept: application/json'),
      secretOption(
        'header',
        method === 'apiToken'
          ? '"Authorization: SSWS $env:OKTA_API_TOKEN"'
          : '"Authorization: Bearer $accessToken"',
      ),
      ...bodyOptions(request),
      ...(method === 'apiToken' ? [] : [option('write-out', refusalReason)]),
    ]),
    'if ($LASTEXITCODE) { throw "curl ended with exit code $LASTEXITCODE." }',
  ];
}

function bodyOptions({ body, bodyVariables }: OktaRequest): readonly string[] {
  if (body === null) return [];
  const terms = bodyTerms(
    body,
    (text) => asciiJson(text),
    (variable) => `(ConvertTo-Json $env:${variable})`,
  );
  return [
    option('header', 'Content-Type: application/json'),
    bodyVariables.length === 0
      ? option('data-raw', terms.join(''))
      : secretOption(
          'data-raw',
          `(${body
            .map((piece, index) =>
              typeof piece === 'string'
                ? windowsPowershellString(terms[index] ?? '')
                : (terms[index] ?? ''),
            )
            .join(' + ')})`,
        ),
  ];
}

function curlCommand(before: string, options: readonly string[]): CodeBlock {
  return [
    `${before}@(`,
    ...indented(options, '    '),
    ') | curl.exe --silent --show-error --fail-with-body --config -',
  ];
}
