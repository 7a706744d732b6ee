import type { OperationIndex } from '#catalogue/find.ts';
import type { Catalogue, CatalogueOperation } from '#catalogue/operation.ts';
import { operationCalled, otherProduct } from '#catalogue/pasted/names.ts';
import { readPasted } from '#catalogue/pasted/readPasted.ts';

import { withoutSecrets } from './withoutSecrets.ts';

/**
 * The operations with scopes that a text calls, each only once: by a path, or through a method of
 * an SDK. An address without a method counts for every operation with that address. Anything else
 * is left out.
 */
export function callsIn(index: OperationIndex, text: string): readonly CatalogueOperation[] {
  // Only what is a call: a word of a message may be an operation's id.
  const lines = withoutSecrets(text)
    .replaceAll(/[\\^`]\r?\n/g, ' ')
    .split('\n');
  const called = lines.flatMap((line) =>
    apiPath.test(line) ? calledByPath(index, line) : calledBySdk(index.catalogue, line),
  );
  // Operations for which no scope is named, such as the token endpoint, do not count here.
  const scoped = called.filter(({ credentials }) => credentials.scopeSets.length > 0);
  return [...new Set(scoped)].slice(0, mostCalls);
}

/** A message says more than the call: `The request to /api/v1/apps failed`, `PUT https://…: Forbidden`. */
function calledByPath(index: OperationIndex, line: string): readonly CatalogueOperation[] {
  const requests = [...line.matchAll(request)].map(([, method, address = '']) => ({
    method,
    text: `${method ?? ''} ${address.replace(/[.:!?]+$/, '')}`.trim(),
  }));
  const isTold = requests.some(({ method }) => method !== undefined);
  const ofLine = isTold ? [] : operationsIn(index, line);
  return ofLine.length > 0 ? ofLine : requests.flatMap(({ text }) => operationsIn(index, text));
}

const operationsIn = (index: OperationIndex, text: string): readonly CatalogueOperation[] =>
  readPasted(index, text).flatMap((reading) => {
    if (reading.kind === 'operation') return [reading.operation];
    // An address without its method: an exception often names no more.
    return reading.kind === 'path' ? reading.operations : [];
  });

function calledBySdk(catalogue: Catalogue, line: string): readonly CatalogueOperation[] {
  if (otherProduct.test(line)) return [];
  return [...line.matchAll(sdkCall)].flatMap(([, ...names]) => {
    const name = names.find((each) => each !== undefined);
    return (name === undefined ? undefined : operationCalled(catalogue, name)) ?? [];
  });
}

const apiPath = /\/(?:api|oauth2|governance|idp|integrations|privileged-access)\//;

const request =
  /(?:\b(GET|POST|PUT|PATCH|DELETE|OPTIONS|get|post|put|patch|delete)\b["'\s:=(]{1,4})?((?:https?:\/\/[^\s"'<>()/]{1,200})?\/{1,2}(?:api|oauth2|governance|idp|integrations|privileged-access)\/[^\s"'<>()\\,;|]*)/g;

/** `Error calling ListUsers`, `UserApi.listUsers(UserApi.java:9)`, `client.list_users()`, `Invoke-OktaListUsers`. */
const sdkCall =
  /\bError calling (\w{4,80})|(?:Api|API)(?:Client|Service)?\)?\.(\w{4,80})|\b(?:okta_?|[Oo]kta)?[Cc]lient\.(\w{4,80})(?=\()|\bInvoke-Okta(\w{4,80})/g;

/** The most calls in a text that are reported. */
const mostCalls = 20;
