import type { MemberPath } from '#catalogue/secretMembers.ts';

import type { BodyVariable } from './environment.ts';
import { childrenOf, type ExactJson } from './exactJson.ts';
import { accepted, type Parsed, refused } from './parsed.ts';
import { secretLike } from './secretLike.ts';

/** Whether the member of a body at a path holds a secret. */
export type IsSecretMember = (path: MemberPath) => boolean;

/**
 * Replaces each text that is a secret by an environment variable. Such a member may be empty, or
 * name its variable (`"$OKTA_BODY_CLIENT_SECRET"`). A body in which it says anything else is
 * refused, because what is typed goes into links and files.
 */
export function withBodySecrets(body: ExactJson, isSecret: IsSecretMember): Parsed<ExactJson> {
  const taken = new Set<string>();
  let reason: string | undefined;
  const at = (json: ExactJson, path: MemberPath): ExactJson => {
    if (json.kind === 'array') {
      return { ...json, items: json.items.map((item, index) => at(item, [...path, index])) };
    }
    if (json.kind === 'object') {
      return {
        ...json,
        members: json.members.map(({ name, value }) => ({
          name,
          value: at(value, [...path, name]),
        })),
      };
    }
    if ((json.kind !== 'string' && json.kind !== 'number') || !isSecret(path)) {
      return json;
    }
    const variable = variableFor(path, taken);
    const isEmpty = json.text.trim() === '' || (json.kind === 'number' && json.text === '0');
    if (!isEmpty && json.text !== `$${variable}`) {
      reason ??= `The member \`${shownPath(path)}\` of this body holds a secret, and what you type here goes into links and files. Leave it empty (\`""\`): the program reads it from the environment variable \`${variable}\` when it runs.`;
    }
    return { kind: 'secret', variable };
  };
  const json = at(body, []);
  return reason === undefined ? accepted(json) : refused(reason);
}

/** The environment variables that a body needs, in order. */
export function bodyVariables(json: ExactJson): readonly BodyVariable[] {
  return json.kind === 'secret' ? [json.variable] : childrenOf(json).flatMap(bodyVariables);
}

/**
 * Gives each secret of a body an environment variable that no earlier body uses.
 *
 * @param taken the variables of earlier bodies; this body's are added to them
 */
export function withOwnVariables(json: ExactJson, taken: Set<string>): ExactJson {
  switch (json.kind) {
    case 'secret':
      return { ...json, variable: unused(json.variable, taken) };
    case 'array':
      return { ...json, items: json.items.map((item) => withOwnVariables(item, taken)) };
    case 'object':
      return {
        ...json,
        members: json.members.map(({ name, value }) => ({
          name,
          value: withOwnVariables(value, taken),
        })),
      };
    default:
      return json;
  }
}

/** `OKTA_BODY_` and the path in capitals, with a number where another member has that name. */
function variableFor(path: MemberPath, taken: Set<string>): BodyVariable {
  const words = path
    .map((step) =>
      typeof step === 'number'
        ? String(step + 1)
        : step
            .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
            .replaceAll(/[^A-Za-z0-9]+/g, '_')
            .replaceAll(/^_+|_+$/g, '')
            .slice(0, 60),
    )
    .filter((word) => word !== '')
    .join('_')
    .toUpperCase();
  return unused(`OKTA_BODY_${words === '' ? 'SECRET' : words}`, taken);
}

/** A name, with a number behind it where it is taken; taken from then on. */
function unused(name: BodyVariable, taken: Set<string>): BodyVariable {
  let unique = name;
  for (let number = 2; taken.has(unique); number += 1) unique = `${name}_${number}`;
  taken.add(unique);
  return unique;
}

/**
 * The path as people write it: `credentials.password.value`. Of each name, it has only letters and
 * digits.
 */
export function shownPath(path: MemberPath): string {
  return path
    .map((step) => {
      const text = String(step);
      return secretLike(text) === undefined ? text.replaceAll(/[^\w-]+/g, '…').slice(0, 60) : '…';
    })
    .join('.');
}
