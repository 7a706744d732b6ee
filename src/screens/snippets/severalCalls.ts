import type { Language } from '#snippets/language.ts';
import type { RequestValues } from '#snippets/values.ts';

/** Whether a language's whole program makes all calls of values that have several. */
export function callsSeveral({ makesSeveralCalls }: Language, values: RequestValues): boolean {
  return makesSeveralCalls === true && (values.furtherCalls ?? []).length > 0;
}

/** Divides values into those of one program for each call, all with the same scopes. */
export function valuesOfEachCall(values: RequestValues): readonly RequestValues[] {
  const { orgDomain, clientId, keyId, scopes, furtherCalls = [] } = values;
  const { operation, pathParameters, query, body } = values;
  const first = { operation, pathParameters, query, ...(body !== undefined && { body }) };
  return [first, ...furtherCalls].map((call) =>
    Object.assign({ orgDomain, clientId, keyId, scopes }, call),
  );
}
