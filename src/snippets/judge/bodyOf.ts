import { bodyShapeOf } from '#catalogue/oktaBodyShapes.ts';
import type { CatalogueOperation } from '#catalogue/operation.ts';
import { bodyProseRules } from '#catalogue/proseRules.ts';

import type { IsSecretMember } from '../bodySecrets.ts';
import type { ExactJson } from '../exactJson.ts';
import type { Operation } from '../operation.ts';
import { type Parsed, refused } from '../parsed.ts';
import { parseBody } from '../requestParts.ts';
import { reasonAgainstBody } from './body.ts';

/** Whether an operation accepts a JSON body. */
export function takesJson({ body, method }: CatalogueOperation): boolean {
  return (
    method !== 'GET' && (body?.mediaTypes.some((type) => type === 'application/json') ?? false)
  );
}

/** Says why the guide writes no request for an operation at all; undefined if it does. */
export function reasonAgainstWriting(operation: CatalogueOperation): string | undefined {
  const { method, body } = operation;
  if (method === 'OPTIONS') {
    return 'The guide writes no OPTIONS requests: browsers send them by themselves, without a credential.';
  }
  if (body === undefined || takesJson(operation)) {
    return undefined;
  }
  const types = body.mediaTypes.map((type) => `\`${type}\``).join(' or ');
  return `This operation takes ${types}, and the guide writes bodies of \`application/json\` only. The credential and the header are the same: see the request of another operation.`;
}

/** Says that an operation cannot be called without a body. */
export function reasonAgainstNoBody({ reference }: CatalogueOperation): string {
  return `Okta’s specification requires a body for \`${reference}\`, but there is none. Add one.`;
}

/** Reads the JSON body of a request to an operation, according to the specification. */
export function parseBodyOf(
  operation: CatalogueOperation,
  given: ExactJson,
  target: Operation,
  isSecretMember: IsSecretMember,
): Parsed<ExactJson> {
  if (operation.body === undefined && operation.method !== 'GET') {
    return refused(`\`${operation.reference}\` takes no body. Leave the body out.`);
  }
  const parsed = parseBody(given, target, isSecretMember);
  if (!parsed.ok) return parsed;
  const shape = bodyShapeOf(operation);
  const reason =
    (shape === undefined ? undefined : reasonAgainstBody(parsed.value, shape)) ??
    reasonOfProse(operation, parsed.value);
  return reason === undefined ? parsed : refused(reason);
}

function reasonOfProse({ reference }: CatalogueOperation, body: ExactJson): string | undefined {
  const names = new Set(body.kind === 'object' ? body.members.map(({ name }) => name) : []);
  return bodyProseRules
    .filter(({ operations }) => operations.includes(reference))
    .find(
      ({ oneOf, together: [first, second] = ['', ''] }) =>
        (oneOf !== undefined && oneOf.filter((name) => names.has(name)).length !== 1) ||
        (names.has(first) && !names.has(second)),
    )?.reason;
}
