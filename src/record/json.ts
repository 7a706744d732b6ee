import type { Claim } from '#guide/claim.ts';
import { sourcesOf } from '#guide/citations.ts';

import { claimsOf, type DecisionRecord } from './record.ts';
import { textDigest } from './textDigest.ts';

/**
 * The version of the form in JSON; since 2 it has each claim once, since 3 no titles of sources (the Markdown has them)
 * and a claim's fact only where its id is another, since 4 the texts of the claims that sources agree on stand in a file of their own,
 * and each claim has a digest of its text.
 */
const jsonForm = 4;

/** The ids of claims: that of its fact, and further claims of the same fact have a number after it: `K1`, `K1.2`. */
export type ClaimIds = ReadonlyMap<Claim, string>;

/** Gives each claim that some content rests on an id. */
export function claimIds(content: unknown): ClaimIds {
  const counts = new Map<string, number>();
  return new Map(
    claimsOf(content).map((claim) => {
      const count = (counts.get(claim.fact) ?? 0) + 1;
      counts.set(claim.fact, count);
      return [claim, count === 1 ? claim.fact : `${claim.fact}.${count}`] as const;
    }),
  );
}

/**
 * Writes a decision record as JSON: its keys stay as they are, and each claim or source that is cited
 * becomes an id, under which `claims` and `sources` list it once. The file of all claims has the texts;
 * what no source settles has its text in the record as well.
 *
 * @param ids of all claims that the record rests on
 * @param claimTexts the address of that file
 */
export function recordJson(record: DecisionRecord, ids: ClaimIds, claimTexts: string): string {
  const { sources } = record;
  const cited = new Map<unknown, string>([
    ...ids,
    ...sources.map((source) => [source, source.id] as const),
  ]);
  const claims = claimsOf(record).map((claim) => {
    const { fact, status, text } = claim;
    const id = ids.get(claim);
    return Object.assign(
      { id },
      fact === id ? {} : { fact },
      { status },
      status === 'agreed' ? {} : { text },
      { digest: textDigest(text), sources: claim.sources },
    );
  });
  const listed = sources.map(({ title: _title, ...source }) => source);
  return written({ ...record, form: jsonForm, sources: listed, claimTexts, claims }, cited);
}

/** Writes all claims once, for the records that cite them: their texts, statuses and sources. */
export function claimsJson(ids: ClaimIds, contentVersion: string): string {
  const sources = sourcesOf([...ids.keys()]);
  const cited = new Map<unknown, string>(sources.map((source) => [source, source.id]));
  const claims = [...ids].map(([{ fact, ...claim }, id]) =>
    Object.assign({ id }, fact === id ? {} : { fact }, claim),
  );
  return written(
    {
      form: 1,
      contentVersion,
      sources: sources.map((source) => Object.assign({}, source)),
      claims,
    },
    cited,
  );
}

function written(content: object, cited: ReadonlyMap<unknown, string>): string {
  const text = JSON.stringify(content, function citesById(this: unknown, _key, value: unknown) {
    return cited.get(value) ?? value;
  });
  return `${text}\n`;
}
