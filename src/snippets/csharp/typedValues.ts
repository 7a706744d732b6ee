import type { CodeBlock } from '../codeBlock.ts';
import { csharpString } from '../encoders/csharpString.ts';
import { credentialOf, missingCredential } from '../environment.ts';
import type { Form } from '../form.ts';
import { needsKeyType, needsPkcs8 } from '../privateKeyAdvice.ts';
import type { OktaRequest } from '../request.ts';
import { typedValuesOf } from '../typedValues.ts';

/** The values of a form's request as constants. */
export function typedValues(form: Form, request: OktaRequest): CodeBlock {
  return typedValuesOf(form, request).map(
    ([name, value]) => `const string ${name} = ${csharpString(value)};`,
  );
}

/** The credential from its environment variable, or what is missing. */
export function credential({ method, keyType }: Form): CodeBlock {
  const variables = {
    serviceApp: 'keyFile',
    apiServiceIntegration: 'clientSecret',
    apiToken: 'apiToken',
  } as const;
  const variable = variables[method];
  return [
    `var ${variable} = Environment.GetEnvironmentVariable(${csharpString(credentialOf(method))});`,
    `if (string.IsNullOrEmpty(${variable}))`,
    '{',
    `    Console.Error.WriteLine(${csharpString(missingCredential(method))});`,
    '    return 1;',
    '}',
    ...(keyType === null
      ? []
      : [
          'var pem = File.ReadAllText(keyFile);',
          `using var privateKey = ${keyType === 'RSA' ? 'RSA' : 'ECDsa'}.Create();`,
          'try',
          '{',
          '    privateKey.ImportFromPem(pem);',
          ...(keyType === 'RSA'
            ? []
            : [
                '    if (privateKey.KeySize != 256)',
                '        throw new CryptographicException();',
              ]),
          '}',
          'catch (Exception exception) when (exception is ArgumentException or CryptographicException)',
          '{',
          '    var found = Regex.Match(pem, "-----BEGIN (.+?)-----").Groups[1].Value;',
          '    Console.Error.WriteLine(found == "PRIVATE KEY"',
          `        ? keyFile + " " + ${csharpString(needsKeyType(keyType))}`,
          `        : $"Found {(found == "" ? "no PEM" : found)} in {keyFile}, " + ${csharpString(needsPkcs8)});`,
          '    return 1;',
          '}',
        ]),
  ];
}
