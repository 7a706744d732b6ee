import { openIdConnectScopes } from '../accepts.ts';
import { currentUserReason } from '../currentUser.ts';
import type { OperationIndex } from '../find.ts';
import type { Catalogue, CatalogueOperation } from '../operation.ts';
import { covers, scopeNames } from '../scopes.ts';
import { addressIn, type PastedAddress } from './address.ts';
import { entriesOf } from './entries.ts';
import { callIn, nearNames, nearScopes, operationNamed } from './names.ts';
import {
  interfaceAt,
  interfaceNamed,
  interfaceOfScope,
  type OtherInterface,
} from './otherInterface.ts';
import { isKnownSegment, matchPath, nearPaths } from './pathMatch.ts';
import { requestIn } from './requestIn.ts';
import { isPlainName, leftOutPart, safeExcerpt, shownPath } from './safeExcerpt.ts';

interface Read {
  /** What was read, without values of paths, queries, headers and bodies: safe to show and to print. */
  readonly shown: string;
}

/** What one thing in a pasted text is. */
export type Reading =
  | (Read & {
      readonly kind: 'operation';
      readonly operation: CatalogueOperation;
      /** What was corrected in the text, as sentences. */
      readonly corrections: readonly string[];
    })
  | (Read & {
      /** A path without a method, or with one that it does not have. */
      readonly kind: 'path';
      readonly operations: readonly CatalogueOperation[];
      readonly missingMethod?: string;
      /** What was corrected in the text, as sentences. */
      readonly corrections: readonly string[];
    })
  | (Read & {
      readonly kind: 'scope';
      readonly scope: string;
      /** The operations that accept a token with it; those that name it come first. */
      readonly operations: readonly CatalogueOperation[];
    })
  | (Read & { readonly kind: 'elsewhere'; readonly interface: OtherInterface })
  /** An error code, which is not an operation. */
  | (Read & { readonly kind: 'error' })
  /** In none of the four specifications; what is near is never called found. */
  | (Read & {
      readonly kind: 'unknown';
      readonly near: readonly CatalogueOperation[];
      readonly nearScopes: readonly string[];
    });

/** For how many unknown things similar ones are searched, which takes a while. */
const mostWithNear = 40;

/**
 * Reads what a person pastes: operation ids, `METHOD /path` with names or real values, addresses,
 * `curl` and other tools, SDK calls, log lines, scopes, or a list of any of these. Whatever it does
 * not recognise, it reports as unknown; it never treats a similar name as a match. It accepts any
 * text, reads the first 50,000 characters, never throws, and returns no secret.
 */
export function readPasted(index: OperationIndex, text: string): readonly Reading[] {
  const entries = entriesOf(text);
  const isSignIn = entries.some((entry) => signInOnly.test(entry));
  const readings = new Map<string, Reading>();
  let unknown = 0;
  for (const entry of entries) {
    const reading =
      (isSignIn ? signInReading(entry) : undefined) ??
      readEntry(index, entry, unknown < mostWithNear);
    if (reading.kind === 'unknown') unknown += 1;
    const key = `${reading.kind} ${reading.shown}`;
    if (!readings.has(key)) readings.set(key, reading);
  }
  return [...readings.values()];
}

/** Scopes that are nothing else; beside one of them `email` is a scope too. */
const signInOnly = /^(?:openid|offline_access|device_sso)$/;
const scopeShape = /^(?:okta|ssf)\.[A-Za-z]{1,60}(?:\.[A-Za-z]{1,60}){0,5}$/i;
const errorCode = /\bE\d{7}\b/;
const oauthError =
  /^(?:invalid_[a-z_]{3,40}|unsupported_[a-z_]{3,40}|unauthorized_client|use_dpop_nonce|access_denied|insufficient_scope)$/;

function signInReading(scope: string): Reading | undefined {
  if (!openIdConnectScopes.has(scope)) return undefined;
  const other = interfaceOfScope(scope);
  return other === undefined ? undefined : { kind: 'elsewhere', shown: scope, interface: other };
}

/**
 * Reads one entry of a text, as `entriesOf` returns it. It looks for similar names only if asked
 * to.
 */
export function readEntry(index: OperationIndex, entry: string, isWithNear: boolean): Reading {
  const { catalogue } = index;
  if (scopeShape.test(entry)) return readScope(catalogue, entry);
  const [error] = errorCode.exec(entry) ?? oauthError.exec(entry) ?? [];
  if (error !== undefined) return { kind: 'error', shown: error };
  const other = interfaceNamed(entry);
  if (other !== undefined) return { kind: 'elsewhere', shown: entry, interface: other };
  const named = /^[\w:-]{2,120}$/.test(entry) ? operationNamed(catalogue, entry) : undefined;
  if (named !== undefined) return readingOf(named.operation, named.hasOtherCapitals ? ['id'] : []);
  const request = requestIn(entry);
  if (request !== undefined) {
    return readRequest(catalogue, request.method, addressIn(request.address), isWithNear);
  }
  // The SDK for Python writes an id with underscores.
  const isSnake = /^[a-z]+(?:_[a-z0-9]+){1,12}$/.test(entry);
  const call = callIn(catalogue, isSnake ? `client.${entry}()` : entry);
  if (call?.operation !== undefined) return readingOf(call.operation, []);
  const name = call === undefined || isSnake ? entry : call.name;
  const shown = safeExcerpt(name);
  const isTelling = isWithNear && !shown.includes(leftOutPart);
  return { kind: 'unknown', shown, near: isTelling ? nearNames(index, name) : [], nearScopes: [] };
}

type Correction =
  | 'adminHost'
  | 'capitals'
  | 'doubledSlash'
  | 'id'
  | 'me'
  | 'plainHttp'
  | 'unknownHost';

function correctionWords(correction: Correction, path: string, id = ''): string {
  const words: Readonly<Record<Correction, string>> = {
    adminHost: 'The `-admin` host is the Admin Console’s; APIs are called without `-admin`.',
    capitals: `Okta writes the path \`${path}\`.`,
    doubledSlash: 'It has a double slash, which Okta does not accept.',
    id: `Okta writes this ID as \`${id}\`.`,
    plainHttp: 'APIs are called with `https:`, not `http:`.',
    me: currentUserReason,
    unknownHost: 'This applies if the host is the custom domain of an Okta org.',
  };
  return words[correction];
}

function readingOf(operation: CatalogueOperation, corrections: readonly Correction[]): Reading {
  return {
    kind: 'operation',
    shown: `${operation.method} ${operation.path}`,
    operation,
    corrections: corrections.map((correction) =>
      correctionWords(correction, operation.path, operation.id),
    ),
  };
}

function readScope(catalogue: Catalogue, entry: string): Reading {
  const names = scopeNames(catalogue);
  const scope = [...names].find((name) => name.toLowerCase() === entry.toLowerCase());
  if (scope !== undefined) {
    const naming = (isNamed: (each: string) => boolean) =>
      catalogue.operations.filter(({ credentials }) =>
        credentials.scopeSets.some((set) => set.some(isNamed)),
      );
    const operations = [
      ...new Set([...naming((each) => each === scope), ...naming((each) => covers([scope], each))]),
    ];
    return { kind: 'scope', shown: scope, scope, operations };
  }
  const shown = entry.split('.').every((part) => isPlainName(part)) ? entry : leftOutPart;
  const other = interfaceOfScope(entry);
  if (other !== undefined) return { kind: 'elsewhere', shown, interface: other };
  return { kind: 'unknown', shown, near: [], nearScopes: nearScopes(catalogue, entry) };
}

const methodShape = /^(?:get|post|put|patch|delete|options|head)$/i;

function readRequest(
  catalogue: Catalogue,
  givenMethod: string | undefined,
  address: PastedAddress,
  isWithNear: boolean,
): Reading {
  const method = methodShape.test(givenMethod ?? '') ? givenMethod?.toUpperCase() : undefined;
  const path = shownPath(address.path, (segment) => isKnownSegment(catalogue, segment));
  const shown = method === undefined ? path : `${method} ${path}`;
  const other = interfaceAt(address);
  if (other !== undefined) return { kind: 'elsewhere', shown, interface: other };
  const isOthers = address.host === 'otherVendor' || address.host === 'oktaSite';
  const match = isOthers ? undefined : matchPath(catalogue, address.path);
  if (match === undefined) {
    const near = isOthers || !isWithNear ? [] : nearPaths(catalogue, address.path, method);
    return { kind: 'unknown', shown, near, nearScopes: [] };
  }
  const { template, operations, hasOtherCapitals } = match;
  const [only, ...others] = operations.filter(
    (operation) => method === undefined || operation.method === method,
  );
  if (only !== undefined && others.length === 0) {
    return readingOf(only, correctionsOf(address, hasOtherCapitals));
  }
  const isMissing = only === undefined && method !== undefined;
  return {
    kind: 'path',
    shown: template,
    operations,
    corrections: correctionsOf(address, hasOtherCapitals).map((correction) =>
      correctionWords(correction, template),
    ),
    ...(isMissing && { missingMethod: method }),
  };
}

function correctionsOf(address: PastedAddress, hasOtherCapitals: boolean): readonly Correction[] {
  return [
    ...(hasOtherCapitals ? (['capitals'] as const) : []),
    ...(address.hadDoubledSlash ? (['doubledSlash'] as const) : []),
    ...(/^\/api\/v1\/users\/me\b/.test(address.path) ? (['me'] as const) : []),
    ...(address.host === 'adminConsole' ? (['adminHost'] as const) : []),
    ...(address.host === 'custom' ? (['unknownHost'] as const) : []),
    ...(address.isPlainHttp ? (['plainHttp'] as const) : []),
  ];
}
