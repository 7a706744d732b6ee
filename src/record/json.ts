import type { Claim } from '#guide/claim.ts';

import { claimsOf, type DecisionRecord } from './record.ts';

/**
 * The version of the form in JSON; since 2 it has each claim once, since 3 no titles of sources (the Markdown has them)
 * and a claim's fact only where its id is another.
 */
const jsonForm = 3;

/**
 * Writes a decision record as JSON: its keys as they are, and wherever a claim or a source is cited its
 * id, by which `claims` and `sources` have it once. A claim's id is its fact's, and further claims of
 * the same fact have a number after it: `K1`, `K1.2`.
 */
export function recordJson(record: DecisionRecord): string {
  const { sources } = record;
  const claims = withIds(claimsOf(record));
  const ids = new Map<unknown, string>([
    ...claims.map(({ id, claim }) => [claim, id] as const),
    ...sources.map((source) => [source, source.id] as const),
  ]);
  const named = claims.map(({ id, claim: { fact, ...claim } }) =>
    Object.assign({ id }, fact === id ? {} : { fact }, claim),
  );
  const listed = sources.map(({ title: _title, ...source }) => source);
  const text = JSON.stringify(
    { ...record, form: jsonForm, sources: listed, claims: named },
    function citesById(this: unknown, _key, value: unknown) {
      return ids.get(value) ?? value;
    },
  );
  return `${text}\n`;
}

function withIds(
  claims: readonly Claim[],
): readonly { readonly id: string; readonly claim: Claim }[] {
  return claims.map((claim, place) => {
    const earlier = claims.slice(0, place).filter(({ fact }) => fact === claim.fact).length;
    return { id: earlier === 0 ? claim.fact : `${claim.fact}.${earlier + 1}`, claim };
  });
}
