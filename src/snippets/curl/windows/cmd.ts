import { bodyTerms } from '../../bodyTerms.ts';
import { type CodeBlock, indented, textOfBlocks } from '../../codeBlock.ts';
import { asciiJson } from '../../encoders/asciiJson.ts';
import { cmdArgument, cmdText } from '../../encoders/cmdArgument.ts';
import type { JsonPiece } from '../../encoders/jsonText.ts';
import { type EnvironmentName, missingVariable } from '../../environment.ts';
import type { Form } from '../../form.ts';
import type { OktaRequest } from '../../request.ts';
import { basicUserName } from '../../typedValues.ts';
import { refusalReason, windowsCredentialOf, type WindowsShell } from './windowsShell.ts';

/**
 * cURL as a batch file for cmd. curl itself reads the secrets, as its own variables: cmd would take characters in them
 * for its own, and the list of processes would show them. cmd cannot read JSON, so that the token goes through the
 * person's hands.
 */
export const cmd: WindowsShell = {
  id: 'cmd',
  label: 'Windows cmd',
  extension: 'cmd',
  syntax: 'dos',
  needs: 'curl.exe 8.3 or newer (`curl.exe --version`)',
  command: (fileName) => fileName,
  note: ({ method }) =>
    method === 'apiToken'
      ? 'Run it as a batch file. Typed at the prompt, `%%` would not become `%`.'
      : 'Run it as a batch file. Typed at the prompt, `%%` would not become `%`. cmd cannot read JSON. So run it once for a token, set `OKTA_ACCESS_TOKEN` to that token, and run it again.',
  environment: (form) =>
    form.method === 'apiToken'
      ? [windowsCredentialOf(form.method)]
      : [windowsCredentialOf(form.method), 'OKTA_ACCESS_TOKEN'],
  evidence:
    'Not run on Windows. Wine 8.0’s cmd parsed it, including hostile values, and curl 8.14 sent the result. Our tests check it against cmd’s quoting rules.',
  longestLine: 8191,
  render: (form, request) =>
    textOfBlocks([
      ['@echo off', 'setlocal EnableExtensions DisableDelayedExpansion'],
      ...(form.method === 'apiToken'
        ? [required([windowsCredentialOf(form.method), ...request.bodyVariables])]
        : [
            ...(request.bodyVariables.length === 0 ? [] : [required(request.bodyVariables)]),
            tokenRequest(form, request),
          ]),
      apiCall(form, request),
    ]),
};

function required(names: readonly EnvironmentName[]): CodeBlock {
  return names.flatMap((name) => [
    `if not defined ${name} (`,
    `  echo ${cmdText(missingVariable(name))} 1>&2`,
    '  exit /b 1',
    ')',
  ]);
}

function tokenRequest(form: Form, request: OktaRequest): CodeBlock {
  const credential = windowsCredentialOf(form.method);
  return [
    'if not defined OKTA_ACCESS_TOKEN (',
    ...indented([
      ...required([credential]),
      ...curlCommand([
        `--variable ${cmdArgument(`%${credential}`)}`,
        ...(form.method === 'serviceApp'
          ? []
          : [`--expand-user ${cmdArgument(`${basicUserName(request)}:{{${credential}}}`)}`]),
        '--header "Accept: application/json"',
        '--data grant_type=client_credentials',
        `--data-urlencode ${cmdArgument(`scope=${request.scope}`)}`,
        ...(form.method === 'serviceApp'
          ? [
              '--data client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
              `--expand-data-urlencode ${cmdArgument(`client_assertion={{${credential}}}`)}`,
            ]
          : []),
        cmdArgument(request.tokenUrl),
      ]),
      'if errorlevel 1 exit /b',
      `echo ${cmdText('Set OKTA_ACCESS_TOKEN to the access_token of this answer, and run this file again.')} 1>&2`,
      'exit /b 0',
    ]),
    ')',
  ];
}

function apiCall({ method }: Form, request: OktaRequest): CodeBlock {
  const [scheme, token]: readonly [string, EnvironmentName] =
    method === 'apiToken' ? ['SSWS', 'OKTA_API_TOKEN'] : ['Bearer', 'OKTA_ACCESS_TOKEN'];
  return curlCommand([
    ...(request.method === 'GET' ? [] : [`--request ${request.method}`]),
    ...[token, ...request.bodyVariables].map((name) => `--variable ${cmdArgument(`%${name}`)}`),
    `--expand-header ${cmdArgument(`Authorization: ${scheme} {{${token}}}`)}`,
    '--header "Accept: application/json"',
    ...bodyParameters(request),
    ...(method === 'apiToken' ? [] : [`--write-out ${cmdArgument(refusalReason)}`]),
    cmdArgument(request.apiUrl),
  ]);
}

function bodyParameters({ body, bodyVariables }: OktaRequest): readonly string[] {
  if (body === null) return [];
  return [
    '--header "Content-Type: application/json"',
    bodyVariables.length === 0
      ? `--data-raw ${cmdArgument(body.map(textPiece).join(''))}`
      : `--expand-data ${cmdArgument(expandedBody(body))}`,
  ];
}

function textPiece(piece: JsonPiece): string {
  return typeof piece === 'string' ? asciiJson(piece) : '';
}

/** A body in which curl puts its variables as JSON. Two braces beside each other stand within a string only. */
function expandedBody(body: readonly JsonPiece[]): string {
  return bodyTerms(
    body,
    (text) => asciiJson(text).replaceAll(/\{(?=\{)/g, String.raw`\u007b`),
    (variable) => `"{{${variable}:json}}"`,
  ).join('');
}

function curlCommand(parameters: readonly string[]): CodeBlock {
  const lines = [
    'curl.exe --silent --show-error --fail-with-body',
    ...parameters.map((parameter) => `  ${parameter}`),
  ];
  return lines.map((line, index) => (index === lines.length - 1 ? line : `${line} ^`));
}
