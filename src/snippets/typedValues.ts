import { formValue } from './encoders/formValue.ts';
import type { Form } from './form.ts';
import { makesSeveralCalls, type OktaRequest } from './request.ts';

/** The values that a form's request is made with, by their names in programs. */
export type TypedValueName = 'tokenUrl' | 'apiUrl' | 'clientId' | 'keyId' | 'scope';

const usedWith: Readonly<Record<Form['method'], readonly TypedValueName[]>> = {
  serviceApp: ['tokenUrl', 'apiUrl', 'clientId', 'keyId', 'scope'],
  apiServiceIntegration: ['tokenUrl', 'apiUrl', 'clientId', 'scope'],
  apiToken: ['apiUrl'],
};

/**
 * The values at the top of a program, in order; each language declares them in its own way. A
 * program with several calls lists their URLs elsewhere.
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

/**
 * The client ID as HTTP Basic sends it: form-encoded, because otherwise a `+` in it would count as
 * a space (RFC 6749, section 2.3.1).
 */
export function basicUserName({ clientId }: Pick<OktaRequest, 'clientId'>): string {
  return formValue(clientId);
}

/** A name in lower case with underscores (`token_url`), the convention of Python, Ruby and bash. */
export function snakeCase(name: TypedValueName): string {
  return name.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}

/**
 * A name in capitals with underscores (`TOKEN_URL`), the convention for constants in many
 * languages.
 */
export function constantCase(name: TypedValueName): string {
  return snakeCase(name).toUpperCase();
}
