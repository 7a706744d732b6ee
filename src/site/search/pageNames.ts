import { platforms } from '#embed/builder/hostBlock.ts';
import { outcomeIds } from '#guide/nodeIds.ts';
import { auditPath } from '#screens/audit/auditPath.ts';
import { handbookPath, hasRequestForms, requestsPath } from '#screens/handbook/handbookPaths.ts';
import { labPath } from '#screens/lab/labPath.ts';
import { leaveTokenPath } from '#screens/leaveToken/leaveTokenPath.ts';
import { pathOf } from '#share/address.ts';
import { languages } from '#snippets/languages.ts';
import { handoutsPath } from '#workshop/handouts/handout.ts';
import { handsOnPath } from '#workshop/handsOn/handsOnPath.ts';
import { presenterPath } from '#workshop/present/presentPaths.ts';

/** What people call a page, or look for on it, beside its title; by its path below the base. */
const names: Readonly<Record<string, readonly string[]>> = {
  '': ['getting started', 'get started', 'quickstart', 'decision tree', 'which method', 'OAuth'],
  [pathOf(['oauth.person'])]: ['login', 'sign in', 'single-page app', 'SPA'],
  [handbookPath('apiServiceIntegration', '')]: ['ISV', 'vendor', 'marketplace'],
  'about/': ['who made this', 'version', 'how current', 'up to date'],
  'embed/builder/': [
    'iframe',
    'embed',
    'embedding',
    'widget',
    'oEmbed',
    'intranet',
    ...platforms.map(({ label }) => label),
  ],
  'requests/': ['examples', 'example', 'sample code', 'code samples', 'snippets'],
  [labPath]: ['sandbox', 'playground', 'simulator', 'mock', 'try it'],
  'workshop/': ['quiz', 'training', 'course', 'exercises'],
  [handsOnPath]: ['hands-on', 'exercises'],
  [handoutsPath]: ['print', 'PDF'],
  [presenterPath]: ['slides', 'teacher', 'trainer'],
  [auditPath]: ['least privilege', 'fewest scopes', 'minimum scopes', 'HAR', 'access log'],
  [leaveTokenPath]: ['migrate', 'migration', 'replace API token', 'move to OAuth'],
};

/** By the id of a language: what else people type for it. */
const languageNames: Readonly<Record<string, readonly string[]>> = {
  curl: ['bash', 'shell'],
  javascript: ['node', 'nodejs', 'JavaScript'],
  csharp: ['dotnet', '.NET'],
  go: ['golang'],
};

/** What else each page is found by, word for word; by its path below the base. */
export const pageNames: ReadonlyMap<string, readonly string[]> = new Map([
  ...Object.entries(names),
  ...outcomeIds.flatMap((method) =>
    languages
      .filter((language) => hasRequestForms(method, language))
      .map((language): [string, readonly string[]] => [
        requestsPath(method, language),
        [language.label, ...(languageNames[language.id] ?? [])],
      ]),
  ),
]);
