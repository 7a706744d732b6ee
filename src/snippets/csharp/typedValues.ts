import type { CodeBlock } from '../codeBlock.ts';
import { csharpString } from '../encoders/csharpString.ts';
import { credentialOf, missingCredential } from '../environment.ts';
import type { Form } from '../form.ts';
import type { OktaRequest } from '../request.ts';

/** The values of a form's request as constants. */
export function typedValues({ method }: Form, request: OktaRequest): CodeBlock {
  const apiUrl = `const string apiUrl = ${csharpString(request.apiUrl)};`;
  return method === 'apiToken'
    ? [apiUrl]
    : [
        `const string tokenUrl = ${csharpString(request.tokenUrl)};`,
        apiUrl,
        `const string clientId = ${csharpString(request.clientId)};`,
        ...(method === 'serviceApp'
          ? [`const string keyId = ${csharpString(request.keyId)};`]
          : []),
        `const string scope = ${csharpString(request.scope)};`,
      ];
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
          `using var privateKey = ${keyType === 'RSA' ? 'RSA' : 'ECDsa'}.Create();`,
          'privateKey.ImportFromPem(File.ReadAllText(keyFile));',
        ]),
  ];
}
