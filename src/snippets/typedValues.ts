import { formValue } from './encoders/formValue.ts';
import type { Form } from './form.ts';
import { makesSeveralCalls, type OktaRequest } from './request.ts';

/** What a form's request is made with, by the name under which programs keep it. */
export type TypedValueName = 'tokenUrl' | 'apiUrl' | 'clientId' | 'keyId' | 'scope';

const usedWith: Readonly<Record<Form['method'], readonly TypedValueName[]>> = {
  serviceApp: ['tokenUrl', 'apiUrl', 'clientId', 'keyId', 'scope'],
  apiServiceIntegration: ['tokenUrl', 'apiUrl', 'clientId', 'scope'],
  apiToken: ['apiUrl'],
};

/**
 * The values that stand at the top of a program, in their order; each language declares them in its own way.
 * A program of several calls lists their URLs elsewhere.
 */
export function typedValuesOf(
  form: Pick<Form, 'method' | 'request'>,
  request: OktaRequest,
): readonly (readonly [name: TypedValueName, value: string])[] {
  const names = makesSeveralCalls(form, request)
    ? usedWith[form.method].filter((name) => name !== 'apiUrl')
    : usedWith[form.method];
  return names.map((name) => [name, textOf(name, form, request)]);
}

function textOf(
  name: TypedValueName,
  { method }: Pick<Form, 'method'>,
  request: OktaRequest,
): string {
  return name === 'clientId' && method === 'apiServiceIntegration'
    ? basicUserName(request)
    : request[name];
}

/** The client ID as HTTP Basic carries it: form-encoded, or a `+` in it would count as a space (RFC 6749, section 2.3.1). */
export function basicUserName({ clientId }: Pick<OktaRequest, 'clientId'>): string {
  return formValue(clientId);
}

/** A name in lower case with underscores, `token_url`, as Python, Ruby and bash have it. */
export function snakeCase(name: TypedValueName): string {
  return name.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}

/** A name in capitals with underscores, `TOKEN_URL`, as constants have it in many languages. */
export function constantCase(name: TypedValueName): string {
  return snakeCase(name).toUpperCase();
}
