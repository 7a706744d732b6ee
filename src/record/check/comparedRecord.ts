import type { Catalogue } from '#catalogue/operation.ts';
import { findByReference } from '#catalogue/references.ts';
import type { Claim } from '#guide/claim.ts';
import { minimalScopes } from '#catalogue/scopes.ts';
import { type DroppedAnswer, replay, type Walk } from '#guide/replay.ts';

import { claimsOf, decisionRecord } from '../record.ts';
import { textDigest } from '../textDigest.ts';
import type { KeptClaim, KeptRecord } from './keptRecord.ts';

/** What the record has and the guide no longer has, and the other way round. */
export interface Difference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** A kept record beside what the guide says today. */
export interface RecordComparison {
  /** The answers that the guide still takes, and where they lead. */
  readonly walk: Walk;
  /** The answers that it no longer takes. */
  readonly dropped: readonly DroppedAnswer[];
  /** Whether the same answers, all of them, still lead to the outcome of the record. */
  readonly isSameOutcome: boolean;
  /** Sources; empty for a record without a list of them, and where the outcome is another. */
  readonly sources: Difference;
  /** Scopes of the program's operations, where the record has any. */
  readonly operations?: {
    readonly scopes: Difference;
    /** References that the specification no longer has, or never had. */
    readonly unknown: readonly string[];
  };
  /** Facts, by their ids; only for a record in JSON with the same outcome. */
  readonly facts?: Difference & {
    /** Facts whose status is another: a conflict that was settled, or one that came up. */
    readonly otherStatus: readonly {
      readonly fact: string;
      readonly kept: string;
      readonly today: string;
    }[];
    /** Facts with other words or other details. */
    readonly reworded: readonly string[];
  };
}

/** Walks the path of a kept record again, and compares what it rests on with what the guide says today. */
export function compareRecord(kept: KeptRecord, catalogue: Catalogue): RecordComparison {
  const { walk, dropped } = replay(kept.answers);
  const isSameOutcome = dropped.length === 0 && walk.node === kept.outcome;
  const operations = kept.operations && comparedOperations(kept.operations, catalogue);
  const common = { walk, dropped, isSameOutcome, ...(operations && { operations }) };
  if (!isSameOutcome) return { ...common, sources: { added: [], removed: [] } };
  // Neither the day nor the version is compared.
  const today = decisionRecord(walk, { date: '2000-01-01', contentVersion: '' });
  return {
    ...common,
    sources:
      kept.sources.length === 0
        ? { added: [], removed: [] }
        : difference(
            kept.sources,
            today.sources.map(({ id }) => id),
          ),
    ...(kept.claims && { facts: comparedFacts(kept.claims, claimsOf(today)) }),
  };
}

function comparedOperations(
  { references, scopes }: NonNullable<KeptRecord['operations']>,
  catalogue: Catalogue,
): NonNullable<RecordComparison['operations']> {
  const found = references.map((reference) => ({
    reference,
    operation: findByReference(catalogue, reference),
  }));
  const operations = found.flatMap(({ operation }) => operation ?? []);
  return {
    scopes: difference(
      scopes,
      minimalScopes(operations).map(({ scope }) => scope),
    ),
    unknown: found
      .filter(({ operation }) => operation === undefined)
      .map(({ reference }) => reference),
  };
}

function comparedFacts(
  kept: NonNullable<KeptRecord['claims']>,
  today: readonly Claim[],
): NonNullable<RecordComparison['facts']> {
  const keptFacts = byFact(kept);
  const factsToday = byFact(
    today.map(({ fact, status, text }) => ({ fact, status, digest: textDigest(text) })),
  );
  const inBoth = [...factsToday].flatMap(([fact, claimsToday]) => {
    const keptClaims = keptFacts.get(fact);
    return keptClaims === undefined ? [] : [{ fact, keptClaims, claimsToday }];
  });
  return {
    ...difference([...keptFacts.keys()], [...factsToday.keys()]),
    otherStatus: inBoth
      .map(({ fact, keptClaims, claimsToday }) => ({
        fact,
        kept: listed(keptClaims.map(({ status }) => status)),
        today: listed(claimsToday.map(({ status }) => status)),
      }))
      .filter((statuses) => statuses.kept !== statuses.today),
    reworded: inBoth
      .filter(
        ({ keptClaims, claimsToday }) =>
          listed(keptClaims.map(({ digest }) => digest)) !==
          listed(claimsToday.map(({ digest }) => digest)),
      )
      .map(({ fact }) => fact),
  };
}

function byFact(claims: readonly KeptClaim[]): ReadonlyMap<string, readonly KeptClaim[]> {
  const groups = new Map<string, KeptClaim[]>();
  for (const claim of claims) groups.set(claim.fact, [...(groups.get(claim.fact) ?? []), claim]);
  return groups;
}

/** Each once, in an order of its own: that of a record's claims says nothing. */
const listed = (texts: readonly string[]): string => [...new Set(texts)].toSorted().join(', ');

function difference(then: readonly string[], now: readonly string[]): Difference {
  const before = new Set(then);
  const after = new Set(now);
  return {
    added: [...after].filter((each) => !before.has(each)),
    removed: [...before].filter((each) => !after.has(each)),
  };
}
