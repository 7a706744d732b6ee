import type { Catalogue, CatalogueOperation } from '#catalogue/operation.ts';
import { minimalScopes } from '#catalogue/scopes.ts';
import { outcomeIds, type OutcomeId } from '#guide/nodeIds.ts';

import type { ExactJson } from './exactJson.ts';
import { parseClientId, parseKeyId } from './identifiers.ts';
import { parseBodyOf, reasonAgainstNoBody, reasonAgainstWriting } from './judge/bodyOf.ts';
import { givenParameters, reasonsAgainstParameters, sentQuery } from './judge/call.ts';
import { methodsRuledOut } from './judge/parameters.ts';
import { nearestScope, reasonAgainstScopes } from './judge/scopes.ts';
import { type LookUpOperation, lookUpIn } from './knownOperation.ts';
import { parseMethodAndPath } from './operation.ts';
import { parseOrgDomain } from './orgDomain.ts';
import { type Parsed, refused } from './parsed.ts';
import { parseBody, parsePathParameters, parseQuery } from './requestParts.ts';
import { parseScopes } from './scopes.ts';
import { type Call, defaultOperationId, defaultValues, type RequestValues } from './values.ts';
import {
  optional,
  type ShapedCall,
  type ShapedSet,
  shapeOf,
  type ValueField,
} from './valuesFileShape.ts';

/** A set in a values file, ready for snippets. */
export interface ValueSet {
  /** As the file names the set; absent in a file with one set and no id. */
  readonly id?: string;
  readonly values: RequestValues;
  /** Why the operation cannot be called by a method, by the methods for which that is so. */
  readonly refusals: Readonly<Partial<Record<OutcomeId, string>>>;
}

/** A value in a values file that the guide refuses; its set gives no snippet. */
export interface RefusedValue {
  /** The id of the set; absent in a file with one set and no id. */
  readonly values?: string;
  readonly field: ValueField;
  /** What the person is told; it never repeats a secret. */
  readonly reason: string;
}

/** A value in a values file that was corrected. */
export interface CorrectedValue {
  /** The id of the set; absent in a file with one set and no id. */
  readonly values?: string;
  readonly field: ValueField;
  /** A sentence that says how. */
  readonly note: string;
}

/** An operation in a values file whose id the guide does not know; its set gives no snippet. */
export interface UnknownOperation {
  /** The id of the set; absent in a file with one set and no id. */
  readonly values?: string;
  readonly operation: string;
}

/** The result of reading a values file. */
export type ParsedValues =
  | {
      readonly ok: true;
      /** The sets in which nothing was refused and whose operation is known. */
      readonly sets: readonly ValueSet[];
      readonly refused: readonly RefusedValue[];
      readonly unknown: readonly UnknownOperation[];
      readonly corrected: readonly CorrectedValue[];
    }
  | {
      readonly ok: false;
      /** One line: where the file has the wrong shape, and which shape is right. */
      readonly error: string;
    };

/**
 * Reads a values file: an object, or a list of objects that each have their own `id`.
 *
 * A wrong shape (an unknown property, a number in place of a text) makes the whole file an error. A
 * value that its parser refuses does not: it is listed in `refused`, and its set is left out,
 * because a snippet with another value in its place would be wrong and look right.
 *
 * @param json the file as exact JSON, so that each body is sent as it is written
 * @param catalogue the operations that the file can name, and what they take
 */
export function parseValues(json: ExactJson, catalogue: Catalogue): ParsedValues {
  const isList = json.kind === 'array';
  const given = isList ? json.items : [json];
  const ids = new Set<string>();
  const sets: ValueSet[] = [];
  const refusedValues: RefusedValue[] = [];
  const unknown: UnknownOperation[] = [];
  const corrected: CorrectedValue[] = [];
  for (const [index, set] of given.entries()) {
    const place = isList ? `values[${index}]` : 'values';
    const shaped = shapeOf(set, place);
    if ('error' in shaped) {
      return { ok: false, error: shaped.error };
    }
    const { id } = shaped;
    if (isList && id === undefined) {
      return { ok: false, error: `${place}: each set of a list needs an "id"` };
    }
    if (id !== undefined && ids.has(id)) {
      return { ok: false, error: `${place}: the id ${JSON.stringify(id)} is used twice` };
    }
    ids.add(id ?? '');

    const read = readSet(shaped, catalogue);
    if ('unknownOperation' in read) {
      unknown.push({ ...optional('values', id), operation: read.unknownOperation });
      continue;
    }
    for (const entry of read.refused) {
      refusedValues.push({ ...optional('values', id), ...entry });
    }
    for (const entry of read.corrected) {
      corrected.push({ ...optional('values', id), ...entry });
    }
    if (read.refused.length === 0) {
      sets.push({ ...optional('id', id), values: read.values, refusals: read.refusals });
    }
  }
  return { ok: true, sets, refused: refusedValues, unknown, corrected };
}

/** A set whose values have passed their parsers, or not. */
interface ReadSet {
  /** Of use only when nothing was refused. */
  readonly values: RequestValues;
  readonly refusals: ValueSet['refusals'];
  readonly refused: readonly Omit<RefusedValue, 'values'>[];
  readonly corrected: readonly Omit<CorrectedValue, 'values'>[];
}

function readSet(
  set: ShapedSet,
  catalogue: Catalogue,
): ReadSet | { readonly unknownOperation: string } {
  const lookUp = lookUpIn(catalogue);
  const refusedValues: Omit<RefusedValue, 'values'>[] = [];
  const corrected: Omit<CorrectedValue, 'values'>[] = [];
  /** Gives what a parser accepted, or the fallback, and keeps its reason or its note. */
  const take: Take = (field, parsed, fallback) => {
    if (!parsed.ok) {
      refusedValues.push({ field, reason: parsed.reason });
      return fallback;
    }
    if (parsed.note !== undefined) {
      corrected.push({ field, note: parsed.note });
    }
    return parsed.value;
  };
  /** The same for a text that may be absent. */
  function takeText(
    field: 'orgDomain' | 'clientId' | 'keyId',
    parse: (input: string) => Parsed<string>,
  ): string {
    const text = set.texts[field];
    return text === undefined
      ? defaultValues[field]
      : take(field, parse(text), defaultValues[field]);
  }

  const orgDomain = takeText('orgDomain', parseOrgDomain);
  const clientId = takeText('clientId', parseClientId);
  const keyId = takeText('keyId', parseKeyId);
  const calls: ReadCall[] = [];
  for (const shaped of [set, ...set.furtherCalls]) {
    const read = readCall(shaped, lookUp, take);
    if ('unknownOperation' in read) return read;
    calls.push(read);
  }
  const catalogued = calls.map((call) => call.catalogued).filter((each) => each !== undefined);
  const scopes =
    set.scopes === undefined && catalogued.length === calls.length
      ? minimalScopes(catalogued).map(({ scope }) => scope)
      : take('scopes', readScopes(set.scopes, catalogued, catalogue), defaultValues.scopes);
  const [first = defaultValues, ...further] = calls.flatMap(({ call }) => call ?? []);
  return {
    values: {
      orgDomain,
      clientId,
      keyId,
      scopes,
      ...first,
      ...(further.length === 0 ? {} : { furtherCalls: further }),
    },
    refusals: Object.assign({}, ...calls.map(({ refusals }) => refusals).toReversed()),
    refused: refusedValues,
    corrected,
  };
}

function readScopes(
  given: ShapedSet['scopes'],
  operations: readonly CatalogueOperation[],
  catalogue: Catalogue,
): Parsed<readonly string[]> {
  if (given === undefined) return refused(scopesMissing);
  const parsed = parseScopes(given);
  if (!parsed.ok) {
    const near = nearestScope(catalogue, parsed.reason);
    return near === undefined ? parsed : refused(`${parsed.reason} Did you mean \`${near}\`?`);
  }
  const reason = reasonAgainstScopes(catalogue, parsed.value, operations);
  return reason === undefined ? parsed : refused(reason);
}

type Take = <Value>(field: ValueField, parsed: Parsed<Value>, fallback: Value) => Value;

interface ReadCall {
  /** Absent where the operation was refused. */
  readonly call: Call | undefined;
  /** What says which scopes it needs; undefined where the file has to say. */
  readonly catalogued: CatalogueOperation | undefined;
  readonly refusals: ValueSet['refusals'];
}

function readCall(
  set: ShapedCall,
  lookUp: LookUpOperation,
  take: Take,
): ReadCall | { readonly unknownOperation: string } {
  const given = set.operation ?? defaultOperationId;
  const known = lookUp(given);
  if (typeof given === 'string' && known === undefined) {
    return { unknownOperation: given };
  }
  const givenQuery = set.query ?? (typeof given === 'string' ? known?.query : undefined) ?? [];
  const query = take('query', parseQuery(givenQuery), []);
  const operation =
    typeof given === 'string'
      ? known?.operation
      : take('operation', parseMethodAndPath(given.method, given.path), undefined);
  if (operation === undefined) {
    // Without a path there is nothing to check the path parameters and the body against.
    return { call: undefined, catalogued: known?.catalogued, refusals: known?.refusals ?? {} };
  }
  const pathParameters = take(
    'pathParameters',
    parsePathParameters(set.pathParameters, operation),
    {},
  );
  if (known === undefined) {
    const body = set.body && take('body', parseBody(set.body, operation), undefined);
    return {
      call: { operation, pathParameters, query, ...optional('body', body) },
      catalogued: undefined,
      refusals: {},
    };
  }
  const { catalogued } = known;
  // Where no method opens it, that is what a person has to know.
  const unwritable =
    Object.keys(known.refusals).length === outcomeIds.length
      ? undefined
      : reasonAgainstWriting(catalogued);
  if (unwritable !== undefined) take('operation', refused(unwritable), undefined);
  const parameters = givenParameters(catalogued, operation.path, pathParameters, query);
  // Whoever names a method and a path may send what the specification does not list.
  const isFree = typeof given !== 'string';
  const reasons = reasonsAgainstParameters(catalogued, parameters, isFree);
  // What a parser has already refused is reported once.
  if (reasons.path !== undefined && Object.keys(pathParameters).length > 0) {
    take('pathParameters', refused(reasons.path), undefined);
  }
  if (reasons.query !== undefined && query.length === givenQuery.length) {
    take('query', refused(reasons.query), undefined);
  }
  if (set.body === undefined && catalogued.body?.required === true && unwritable === undefined) {
    take('body', refused(reasonAgainstNoBody(catalogued)), undefined);
  }
  const read = isFree
    ? set.body && parseBody(set.body, operation, known.isSecretMember)
    : set.body && parseBodyOf(catalogued, set.body, operation, known.isSecretMember);
  const body = read && take('body', read, undefined);
  return {
    call: {
      operation,
      pathParameters,
      query: sentQuery(catalogued, parameters),
      ...optional('body', body),
    },
    catalogued,
    refusals: { ...methodsRuledOut(catalogued, parameters), ...known.refusals },
  };
}

const scopesMissing =
  'An operation given by method and path needs its scopes, because the guide has no such operation and cannot look them up. Name them in `scopes`.';
