import { findByReference } from '#catalogue/references.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { outcomeIds } from '#guide/nodeIds.ts';
import { decodeFragment, type SharedValues, writeFragment } from '#share/fragment.ts';
import { parseClientId, parseKeyId } from '#snippets/identifiers.ts';
import { operationCall } from '#snippets/operationCall.ts';
import { parseOrgDomain } from '#snippets/orgDomain.ts';
import type { Parsed } from '#snippets/parsed.ts';
import { formsFor, snippetsFor } from '#snippets/snippet.ts';
import { defaultOperationId, defaultValues, type RequestValues } from '#snippets/values.ts';

import { fuzzKind } from '../fuzzKind.ts';
import { choices, sharedValues } from '../sharedValues.ts';

/** What stands in a request: what was typed, and the default where that is refused. */
function requestOf(values: SharedValues): RequestValues {
  const called = findByReference(oktaCatalogue, values.operations?.[0] ?? defaultOperationId);
  if (called === undefined) throw new Error('The catalogue lacks an operation.');
  const { pathTexts = {}, queryTexts = {}, body } = values;
  return {
    ...defaultValues,
    orgDomain: taken(values.orgDomain, parseOrgDomain, defaultValues.orgDomain),
    clientId: taken(values.clientId, parseClientId, defaultValues.clientId),
    keyId: taken(values.keyId, parseKeyId, defaultValues.keyId),
    ...operationCall(called, { pathTexts, queryTexts, body }).parts,
  };
}

function taken(
  text: string | undefined,
  parse: (input: string) => Parsed<string>,
  byDefault: string,
): string {
  const parsed = text === undefined || text.trim() === '' ? undefined : parse(text);
  return parsed?.ok ? parsed.value : byDefault;
}

const codeOf = (values: SharedValues): readonly string[] =>
  outcomeIds.flatMap((method) => {
    const [form] = formsFor(method);
    return form === undefined ? [] : snippetsFor(form, requestOf(values)).map(({ text }) => text);
  });

/** Values that people type: the programs are the same where a link brings them. */
export const values = fuzzKind('values', sharedValues, (given) => {
  const { fragment: link, leftOut } = writeFragment(given, choices);
  // A person is told what is too long for a link.
  if (leftOut.some(({ because }) => because === 'length')) return [];
  const brought = decodeFragment(link, choices)?.values ?? {};
  const typedCode = codeOf(given);
  const broughtCode = codeOf(brought);
  const differing = typedCode.findIndex((code, index) => code !== broughtCode[index]);
  return differing === -1
    ? []
    : [`a program differs when ${link} brings the values:\n${broughtCode[differing] ?? ''}`];
});
