import type { CatalogueOperation, OperationParameter } from '#catalogue/operation.ts';
import { placeholdersOf } from '#catalogue/pathTemplate.ts';

import type { QueryParameter } from '../operation.ts';
import {
  type GivenParameters,
  reasonAgainstAbsence,
  reasonAgainstCombination,
  reasonAgainstName,
  reasonAgainstValues,
} from './parameters.ts';

/** The values that a call gives for an operation's parameters, by their names in the catalogue. */
export function givenParameters(
  operation: CatalogueOperation,
  path: string,
  pathParameters: Readonly<Record<string, string>>,
  query: readonly QueryParameter[],
): GivenParameters {
  // Whoever names a path may name its placeholders too; their order says which is which.
  const ownNames = placeholdersOf(path);
  const inPath = placeholdersOf(operation.path).flatMap((name, index) => {
    const value = pathParameters[ownNames[index] ?? name];
    return value === undefined ? [] : [[name, [value]] as const];
  });
  const inQuery = new Map<string, readonly string[]>();
  for (const { name, value } of query) inQuery.set(name, [...(inQuery.get(name) ?? []), value]);
  for (const { name, in: place, list } of operation.parameters) {
    const values = inQuery.get(name);
    const [only = ''] = values ?? [];
    if (place === 'query' && list && values?.length === 1) inQuery.set(name, listOf(only));
  }
  return { path: new Map(inPath), query: inQuery };
}

/** The values of a list that was typed as one text with commas. */
export function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** The values of a list as they are sent. */
export function sentValues(
  { separator }: Pick<OperationParameter, 'separator'>,
  values: readonly string[],
): readonly string[] {
  return separator === undefined ? values : [values.join(separator)];
}

/** The query as it is sent, with lists in the form that the specification has for them. */
export function sentQuery(
  operation: CatalogueOperation,
  given: GivenParameters,
): readonly QueryParameter[] {
  return [...given.query].flatMap(([name, values]) => {
    const parameter = operation.parameters.find(
      (each) => each.in === 'query' && each.name === name,
    );
    const sent = parameter?.list === true ? sentValues(parameter, values) : values;
    return sent.map((value) => ({ name, value }));
  });
}

/**
 * Says why an operation cannot be called with these parameters: the first reason against those in
 * the path, and the first against those in the query.
 *
 * @param isFree whether the query may have parameters that the specification does not list, and repeat parameters
 */
export function reasonsAgainstParameters(
  operation: CatalogueOperation,
  given: GivenParameters,
  isFree: boolean,
): Readonly<Partial<Record<'path' | 'query', string>>> {
  const combination = reasonAgainstCombination(operation, given);
  const inPath = reasonIn(operation, 'path', given, isFree);
  const inQuery = reasonIn(operation, 'query', given, isFree) ?? combination?.reason;
  return {
    ...(inPath === undefined ? {} : { path: inPath }),
    ...(inQuery === undefined ? {} : { query: inQuery }),
  };
}

function reasonIn(
  operation: CatalogueOperation,
  place: 'path' | 'query',
  given: GivenParameters,
  isFree: boolean,
): string | undefined {
  const own = operation.parameters.filter((parameter) => parameter.in === place);
  const stranger = [...given[place].keys()].find((name) => own.every((each) => each.name !== name));
  if (stranger !== undefined && !isFree) return reasonAgainstName(operation, place, stranger);
  for (const parameter of own) {
    const values = given[place].get(parameter.name);
    if (values === undefined && parameter.required) {
      return reasonAgainstAbsence(operation, parameter);
    }
    const reasons = (isFree ? (values ?? []).map((value) => [value]) : [values ?? []]).map((each) =>
      reasonAgainstValues(operation, parameter, each),
    );
    const reason = reasons.find((each) => each !== undefined);
    if (reason !== undefined) return reason;
  }
  return undefined;
}
