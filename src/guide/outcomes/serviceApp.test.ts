import { expect, test } from 'vitest';

import type { Claim } from '../claim.ts';
import * as dpopClaims from '../claims/dpopClaims.ts';
import * as serviceAppClaims from '../claims/serviceAppClaims.ts';
import { serviceApp } from './serviceApp.ts';

const facts = (claims: readonly Claim[]) => claims.map(({ fact }) => fact);
const numbered = (section: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${section}${index + 1}`);

const shown: readonly Claim[] = [
  ...serviceApp.topics.flatMap(({ claims }) => claims),
  ...serviceApp.unknowns,
];

test('a reader finds every fact about service apps and DPoP in the topics, in full', () => {
  const present = new Set<string>(facts(shown));
  const missing = [...numbered('C', 42), ...numbered('D', 22)].filter((fact) => !present.has(fact));
  expect(missing).toEqual([]);
});

test('each fact about service apps and DPoP is worded once', () => {
  expect(facts(Object.values(serviceAppClaims)).toSorted()).toEqual(
    [...numbered('C', 42), 'K7', 'K9', 'K32'].toSorted(),
  );
  expect(facts(Object.values(dpopClaims)).toSorted()).toEqual(numbered('D', 22).toSorted());
});

test('no topic repeats what another topic says', () => {
  expect(new Set(shown).size).toBe(shown.length);
});

test('what only a super admin can do is marked as such in the set-up', () => {
  const reserved = serviceApp.setUp.filter(({ who }) => who.startsWith('Super admin'));
  expect(reserved.map(({ where }) => where)).toEqual([
    expect.stringContaining('Okta API Scopes'),
    expect.stringContaining('Admin roles'),
  ]);
});

test('the setting that makes new service apps super admins is dealt with before the first grant', () => {
  const places = serviceApp.setUp.map(({ where }) => where);
  const setting = places.findIndex((where) => where.includes('Public client app admins'));
  const grant = places.findIndex((where) => where.includes('Okta API Scopes'));
  expect(setting).toBeGreaterThan(-1);
  expect(setting).toBeLessThan(grant);
});
