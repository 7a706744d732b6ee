import type { Bounds } from '#catalogue/bounds.ts';
import { nearestOf } from '#catalogue/nearest.ts';
import type { CatalogueOperation, OperationParameter } from '#catalogue/operation.ts';
import { type ProseRule, proseRulesOf } from '#catalogue/proseRules.ts';
import { regularExpression } from '#catalogue/regularExpression.ts';
import { outcomeIds, type OutcomeId } from '#guide/nodeIds.ts';

import { reasonAgainstPlaceholder } from '../requestParts.ts';
import { secretLike } from '../secretLike.ts';

/** The values for a request's parameters, by name. */
export type GivenParameters = Readonly<
  Record<'path' | 'query', ReadonlyMap<string, readonly string[]>>
>;

/**
 * Says why a parameter cannot have these values, according to the catalogue; undefined if it can.
 *
 * @param values as they were typed, one for each value of a list
 */
export function reasonAgainstValues(
  operation: CatalogueOperation,
  parameter: OperationParameter,
  values: readonly string[],
): string | undefined {
  const { name, list, maxItems } = parameter;
  if (!list && values.length > 1) {
    return `\`${name}\` takes one value, but there are ${values.length}. Keep one of them.`;
  }
  if (maxItems !== undefined && values.length > maxItems) {
    return `\`${name}\` takes ${maxItems === 1 ? 'one value' : `at most ${maxItems} values`}, but there are ${values.length}. Leave some out.`;
  }
  for (const value of values) {
    const reason =
      reasonAgainstValue(parameter, value) ?? reasonOfProse(operation, parameter, value);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** Says why a request cannot have a parameter of this name; the name itself is repeated only if it is no secret. */
export function reasonAgainstName(
  { reference, path, parameters }: CatalogueOperation,
  place: 'path' | 'query',
  name: string,
): string {
  if (place === 'path') return reasonAgainstPlaceholder(path, name);
  const names = parameters.filter((each) => each.in === 'query').map((each) => each.name);
  const isShown = secretLike(name) === undefined && /^[\w.-]{1,80}$/.test(name);
  const near = nearestOf(name, names);
  const known =
    names.length === 0
      ? 'It takes none in its query.'
      : `It takes ${names.map((each) => `\`${each}\``).join(', ')}.`;
  return `\`${reference}\` has no query parameter ${isShown ? `\`${name}\`` : 'of one of these names'}. ${near === undefined ? known : `Did you mean \`${near}\`?`}`;
}

/** Says that a parameter is missing and the call cannot work without it. */
export function reasonAgainstAbsence(
  { reference }: CatalogueOperation,
  { name, in: place, type, values }: OperationParameter,
): string {
  const what =
    values.length > 0
      ? `one of ${values.map((each) => `\`${each}\``).join(', ')}`
      : type === 'string'
        ? 'it'
        : typeWords[type];
  return `\`${reference}\` needs the ${place} parameter \`${name}\`, which is missing. Enter ${what}.`;
}

/**
 * Says why parameters cannot be combined, by the name of the one to change; undefined if they can.
 */
export function reasonAgainstCombination(
  operation: CatalogueOperation,
  given: GivenParameters,
): { readonly name: string; readonly reason: string } | undefined {
  for (const { name, in: place } of operation.parameters) {
    if (!given[place].has(name)) continue;
    for (const { not, needs, reason = '' } of proseRulesOf(operation, { name, in: place })) {
      const isBroken =
        (not !== undefined && given[place].has(not)) ||
        (needs !== undefined && !given[place].has(needs));
      if (isBroken) return { name, reason };
    }
  }
  return undefined;
}

/**
 * Why values rule out methods that the operation itself would allow: for a program, `me` is nobody.
 */
export function methodsRuledOut(
  operation: CatalogueOperation,
  given: GivenParameters,
): Readonly<Partial<Record<OutcomeId, string>>> {
  const ruledOut: Partial<Record<OutcomeId, string>> = {};
  for (const { name, in: place } of operation.parameters) {
    for (const rule of proseRulesOf(operation, { name, in: place })) {
      const isBroken = given[place].get(name)?.some((value) => breaks(rule, value)) ?? false;
      for (const method of outcomeIds) {
        if (isBroken && rule.methods?.includes(method) === true) {
          ruledOut[method] ??= rule.reason ?? '';
        }
      }
    }
  }
  return ruledOut;
}

function reasonOfProse(
  operation: CatalogueOperation,
  parameter: OperationParameter,
  value: string,
): string | undefined {
  const rules = proseRulesOf(operation, parameter).filter(({ methods }) => methods === undefined);
  for (const rule of rules) {
    if (rule.reason !== undefined && breaks(rule, value)) {
      return rule.reason.replace('eq …', () => `eq "${value.replaceAll(/["\\]/g, '\\$&')}"`);
    }
    const { values = parameter.values } = rule;
    const { name, in: place, required, type, list } = parameter;
    const reason = reasonAgainstValue(
      { name, in: place, required, type, list, values, ...boundsOf(rule) },
      value,
    );
    if (reason !== undefined) return reason;
  }
  return undefined;
}

const boundsOf = ({ minimum, maximum, minLength, maxLength, pattern }: Bounds): Bounds => ({
  ...(minimum === undefined ? {} : { minimum }),
  ...(maximum === undefined ? {} : { maximum }),
  ...(minLength === undefined ? {} : { minLength }),
  ...(maxLength === undefined ? {} : { maxLength }),
  ...(pattern === undefined ? {} : { pattern }),
});

const breaks = ({ forbidden, pattern }: ProseRule, value: string): boolean =>
  (forbidden !== undefined && new RegExp(forbidden, 'iu').test(value)) ||
  (pattern !== undefined && !regularExpression(pattern).test(value));

const typeWords = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
} as const;

function reasonAgainstValue(parameter: OperationParameter, value: string): string | undefined {
  const { name, type, values } = parameter;
  if (values.length > 0 && !values.includes(value)) {
    const near = nearestOf(value, values);
    return `${near === undefined ? '' : `Did you mean \`${near}\`? `}\`${name}\` takes ${values.map((each) => `\`${each}\``).join(', ')} and nothing else.`;
  }
  if (type === 'integer' && !/^-?\d{1,15}$/.test(value)) {
    return `\`${name}\` takes a whole number. Enter one such as \`10\`.`;
  }
  if (type === 'number' && !/^-?\d{1,15}(\.\d{1,15})?$/.test(value)) {
    return `\`${name}\` takes a number. Enter one such as \`1.5\`.`;
  }
  if (type === 'boolean' && value !== 'true' && value !== 'false') {
    return `\`${name}\` takes \`true\` or \`false\`.`;
  }
  return reasonAgainstBounds(`\`${name}\``, type, parameter, value);
}

/**
 * Says why a text or a number is out of bounds; undefined if it is not.
 *
 * @param what the name of the value, with which the sentence begins
 */
export function reasonAgainstBounds(
  what: string,
  type: OperationParameter['type'],
  { minimum, maximum, minLength, maxLength, pattern }: Bounds,
  value: string,
): string | undefined {
  if (type === 'integer' || type === 'number') {
    const number = Number(value);
    return (minimum !== undefined && number < minimum) ||
      (maximum !== undefined && number > maximum)
      ? `${what} takes ${typeWords[type]} ${numberSpan(minimum, maximum)}.`
      : undefined;
  }
  if (type === 'boolean') return undefined;
  // Characters as JSON Schema counts them: code points.
  const { length } = Array.from(value);
  if (
    (minLength !== undefined && length < minLength) ||
    (maxLength !== undefined && length > maxLength)
  ) {
    return `${what} takes ${minLength === maxLength ? minLength : spanWords(minLength, maxLength)} characters, but this has ${length}.`;
  }
  return pattern !== undefined && !regularExpression(pattern).test(value)
    ? `${what} has to match the pattern that Okta’s specification gives: \`${pattern}\`.`
    : undefined;
}

/** As `spanWords`, of numbers, which unlike lengths can be below 0: `from 0 up to 200`. */
const numberSpan = (least: number | undefined, most: number | undefined): string =>
  least === 0 && most !== undefined ? `from 0 up to ${most}` : spanWords(least, most);

/** `from 1 to 200`, `up to 200`, `from 1 on`. */
export function spanWords(least: number | undefined, most: number | undefined): string {
  if (least === undefined || (least === 0 && most !== undefined)) return `up to ${most}`;
  return most === undefined ? `from ${least} on` : `from ${least} to ${most}`;
}
