import type { CodeBlock } from '../codeBlock.ts';
import { powershellString } from '../encoders/powershellString.ts';
import { credentialOf, missingCredential } from '../environment.ts';
import type { Form } from '../form.ts';
import { needsKeyType, needsPkcs8 } from '../privateKeyAdvice.ts';
import type { OktaRequest } from '../request.ts';
import { typedValuesOf } from '../typedValues.ts';

/**
 * The preferences of a script: an error ends it, and nothing is shown while it waits. By itself PowerShell would
 * break the words of an error into lines of the window's width, in colours, between lines of the script.
 */
export const preferences: CodeBlock = [
  "$ErrorActionPreference = 'Stop'",
  "$ProgressPreference = 'SilentlyContinue'",
  'trap { [Console]::Error.WriteLine($_); exit 1 }',
];

/** The values of a form's request as variables. */
export function typedValues(form: Form, request: OktaRequest): CodeBlock {
  return typedValuesOf(form, request).map(
    ([name, value]) => `$${name} = ${powershellString(value)}`,
  );
}

/** Stops when the credential is missing; reads the private key of a service app. */
export function credential({ method, keyType }: Form): CodeBlock {
  const variable = `$env:${credentialOf(method)}`;
  return [
    `if (-not ${variable}) {`,
    `    throw ${powershellString(missingCredential(method))}`,
    '}',
    ...(keyType === null
      ? []
      : [
          `$pem = Get-Content -Raw -LiteralPath ${variable}`,
          `$privateKey = [${keyType === 'RSA' ? 'RSA' : 'ECDsa'}]::Create()`,
          'try {',
          '    $privateKey.ImportFromPem($pem)',
          ...(keyType === 'RSA'
            ? []
            : ["    if ($privateKey.KeySize -ne 256) { throw 'another curve' }"]),
          '} catch {',
          "    $found = if ($pem -match '-----BEGIN (.+?)-----') { $Matches[1] } else { 'no PEM' }",
          `    if ($found -eq 'PRIVATE KEY') { throw "${variable} " + ${powershellString(needsKeyType(keyType))} }`,
          `    throw "Found $found in ${variable}, " + ${powershellString(needsPkcs8)}`,
          '}',
        ]),
  ];
}
