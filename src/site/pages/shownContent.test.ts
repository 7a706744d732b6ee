import { readdirSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { remarksOn } from '#catalogue/remarks.ts';
import { about } from '#guide/about.ts';
import type { Claim, FactId, Source } from '#guide/claim.ts';
import { sdksWithoutClientSecret, pythonSdkCredentials } from '#guide/claims/officialToolClaims.ts';
import {
  clientNetworkZone,
  keySavedOrFetched,
  systemLogEvents,
} from '#guide/claims/serviceAppClaims.ts';
import { comparison } from '#guide/comparison.ts';
import { exits } from '#guide/exits.ts';
import { furtherReadingOfArticle } from '#guide/furtherReading.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { questions } from '#guide/questions.ts';
import { serviceAppKeys } from '#guide/serviceAppKeys.ts';
import * as sourcesByName from '#guide/sources.ts';
import { tools } from '#guide/tools/tools.ts';
import { knownErrors } from '#guide/errors/knownErrors.ts';
import { confirmation } from '#record/confirmation.ts';
import { merits } from '#record/merits.ts';
import { claimsAbout } from '#screens/requests/languageClaims.ts';
import { languages } from '#snippets/languages.ts';
import { exercises } from '#workshop/handsOn/exercises.ts';
import { scenarios } from '#workshop/scenarios/scenarios.ts';

/** Everything that some page puts before a person. */
const content = [
  questions,
  outcomes,
  exits,
  comparison,
  furtherReadingOfArticle,
  about,
  merits,
  confirmation,
  scenarios,
  exercises,
  tools,
  serviceAppKeys,
  oktaCatalogue.operations.map((operation) => remarksOn(operation)),
  languages.map(({ id }) => claimsAbout(id)),
];

/** The objects that something contains, itself included, each once. */
function objectsIn(root: unknown): ReadonlySet<object> {
  const found = new Set<object>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || found.has(value)) return;
    found.add(value);
    for (const each of Object.values(value)) visit(each);
  };
  visit(root);
  return found;
}

const isClaim = (value: object): value is Claim =>
  'fact' in value && 'status' in value && 'text' in value;

/** A claim, or an error's cause: both put a fact into words. */
const wordsFact = (value: object): value is { readonly fact: FactId } =>
  'fact' in value && 'status' in value;

const shown = objectsIn(content);

/** Some errors are on no page yet; what they cite counts until each has a page of its own. */
const citedByErrors = objectsIn(knownErrors);

/** Every claim that is written, whichever file it is in. */
const written = await Promise.all(
  readdirSync('src/guide/claims').map(async (file): Promise<unknown> => {
    const module: unknown = await import(`../../guide/claims/${file.replace('.ts', '')}.ts`);
    return module;
  }),
).then((modules) => [...objectsIn(modules)].filter(isClaim));

const listed: readonly Source[] = Object.values(sourcesByName);

describe('nothing is written that no page shows', () => {
  test('every claim is on a page', () => {
    expect(written.length).toBeGreaterThan(200);
    const hidden = written.filter((claim) => !shown.has(claim));
    expect(hidden.map(({ fact, text }) => `${fact}: ${text}`)).toEqual([]);
  });

  test('every source is cited on a page', () => {
    const hidden = listed.filter((source) => !shown.has(source) && !citedByErrors.has(source));
    expect(hidden.map(({ id, title }) => `${id}: ${title}`)).toEqual([]);
  });
});

describe('what was checked again on 27 November 2026 is on a page', () => {
  const checked = Array.from({ length: 39 }, (_, index): FactId => `K${index + 1}`);

  /** Corrections that the claim of the corrected fact already states, and how to see it. */
  const toldByOlderClaim: Partial<
    Record<FactId, { readonly claim: Claim; readonly says: RegExp; readonly source: Source }>
  > = {
    K4: {
      claim: sdksWithoutClientSecret,
      says: /accepts one \(Go, \.NET, Java, Python\)/,
      source: sourcesByName.repositoryPythonSdk,
    },
    K8: {
      claim: clientNetworkZone,
      says: /Admin Console.*introspection, revocation and userinfo.*Adaptive MFA/,
      source: sourcesByName.supportNetworkRestrictions,
    },
    K10: {
      claim: systemLogEvents,
      says: /Several requests with wrong credentials .* `app\.oauth2\.invalid_client_credentials`/,
      source: sourcesByName.referenceEventTypes,
    },
    K16: {
      claim: keySavedOrFetched,
      says: /must be HTTPS/,
      source: sourcesByName.releaseNotes2023,
    },
    K18: {
      claim: pythonSdkCredentials,
      says: /^(?!.*3\.4\.\d).*newest version/,
      source: sourcesByName.pypiPythonSdk,
    },
  };

  /** What no claim says: a source's title, and what a request's figure says about proxies. */
  const toldElsewhere: Partial<Record<FactId, () => void>> = {
    K3: () => {
      expect(shown).toContain(sourcesByName.helpApiServiceSettings);
      expect(sourcesByName.helpApiServiceSettings.title).toContain('Okta Integration Wizard');
    },
    K39: () => {
      const knowProxy = languages.filter(({ proxy }) => proxy !== null).map(({ id }) => id);
      expect(knowProxy.toSorted()).toEqual([
        'csharp',
        'curl',
        'go',
        'java',
        'javascript',
        'php',
        'powershell',
        'python',
        'ruby',
        'typescript',
      ]);
    },
  };

  const facts = new Set([...shown].filter(wordsFact).map(({ fact }) => fact));

  test.each(checked)('%s', (fact) => {
    const correction = toldByOlderClaim[fact];
    const elsewhere = toldElsewhere[fact];
    const ways = [facts.has(fact), correction !== undefined, elsewhere !== undefined];
    expect(ways.filter(Boolean), 'told in exactly one way').toEqual([true]);
    elsewhere?.();
    if (correction === undefined) return;
    expect(shown).toContain(correction.claim);
    expect(correction.claim.text).toMatch(correction.says);
    expect(correction.claim.sources).toContain(correction.source);
  });
});
