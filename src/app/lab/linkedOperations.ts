import { accepts, needsSignedInPerson } from '#catalogue/accepts.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import type { CatalogueOperation } from '#catalogue/operation.ts';
import { findByReference } from '#catalogue/references.ts';
import { operationTitle } from '#catalogue/title.ts';
import type { PlannedOperation } from '#org/exchange/plan.ts';
import type { OperationTexts, SharedValues } from '#share/fragment.ts';
import type { LinkedOperations } from '#share/readLabLink.ts';
import { jsonText } from '#snippets/encoders/jsonText.ts';
import { operationCall } from '#snippets/operationCall.ts';
import { callsOf, oktaRequest } from '#snippets/request.ts';
import { defaultOperationId, defaultValues } from '#snippets/values.ts';

/** Looks up the operations of a link, and fills them in like their snippets. */
export function linkedOperations(values: SharedValues): LinkedOperations {
  const references = values.operations ?? [defaultOperationId];
  const read = references.map((reference, place) =>
    planned(reference, place === 0 ? values : (values.laterTexts?.[reference] ?? {})),
  );
  return {
    operations: read.flatMap((each) => ('operation' in each ? [each.operation] : [])),
    mayHoldSecret: read.some((each) => 'operation' in each && each.mayHoldSecret),
    refused: [
      ...new Set(read.flatMap((each) => ('operation' in each ? each.refused : [each.reason]))),
    ],
  };
}

type Planned =
  | {
      readonly operation: PlannedOperation;
      readonly refused: readonly string[];
      readonly mayHoldSecret: boolean;
    }
  | { readonly reason: string };

function planned(reference: string, texts: OperationTexts): Planned {
  const operation = findByReference(oktaCatalogue, reference);
  if (operation === undefined) {
    return { reason: 'The link names an operation that is not in the catalogue.' };
  }
  if (isElsewhere(operation)) {
    return {
      reason: `The lab leaves out “${operationTitle(operation)}”: no app or API token can call it.`,
    };
  }
  const { pathTexts = {}, queryTexts = {}, body } = texts;
  const {
    parts,
    fields,
    leftOut,
    body: filledBody,
    unwritable,
  } = operationCall(operation, {
    pathTexts,
    queryTexts,
    body,
  });
  if (unwritable !== undefined) return { reason: unwritable };
  const [call] = callsOf(oktaRequest({ ...defaultValues, ...parts }));
  const { origin, href } = new URL(call.apiUrl);
  const [scopes] = operation.credentials.scopeSets;
  return {
    operation: {
      reference: operation.reference,
      method: operation.method,
      target: href.slice(origin.length),
      path: operation.path,
      scopes: scopes ?? [],
      ...(call.json === null ? {} : { body: jsonText(call.json) }),
      ...(operation.credentials.apiToken
        ? scopes === undefined
          ? { refuses: 'accessToken' as const }
          : {}
        : { refuses: 'apiToken' as const }),
      name: operationTitle(operation),
    },
    mayHoldSecret:
      filledBody?.mayBeSecret === true || fields.some(({ mayBeSecret }) => mayBeSecret === true),
    refused: [
      ...fields.flatMap(({ problem }) => problem ?? []),
      ...leftOut,
      ...(filledBody?.problem === undefined ? [] : [filledBody.problem]),
    ],
  };
}

/**
 * Whether no program can call an operation with its own credential, or the operation is not at the
 * org's host.
 */
function isElsewhere(operation: CatalogueOperation): boolean {
  const { apiToken, oauth, userContextOnly } = accepts(operation);
  const { scopeSets } = operation.credentials;
  return (
    operation.server !== undefined ||
    userContextOnly ||
    (!apiToken && !oauth) ||
    (!apiToken && scopeSets.every((scopes) => scopes.some(needsSignedInPerson)))
  );
}
