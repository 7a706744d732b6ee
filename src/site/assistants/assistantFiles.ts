import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { contentVersion } from '#guide/contentVersion.ts';
import { exits } from '#guide/exits.ts';
import { exitIds, outcomeIds } from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { allWalks } from '#guide/walks.ts';
import { handbookPath } from '#screens/handbook/handbookPaths.ts';
import { toolsPath } from '#screens/tools/toolPaths.ts';
import { examplePlan } from '#record/leavingToken/examplePlan.ts';
import { plansMarkdown } from '#record/leavingToken/planTexts.ts';
import { leaveTokenPath } from '#screens/leaveToken/leaveTokenPath.ts';
import { pathOf } from '#share/address.ts';

import {
  comparisonMarkdown,
  decisionMarkdown,
  errorsMarkdown,
  exitMarkdown,
  keysMarkdown,
  operationsMarkdown,
  outcomeMarkdown,
  toolsMarkdown,
} from './guideMarkdown.ts';
import { skillMarkdown } from './skill.ts';

/** A page of the site as Markdown. */
export interface MarkdownPage {
  /** Of the page itself, below the base. */
  readonly path: string;
  readonly title: string;
  /** What it is for, in a sentence. */
  readonly about: string;
  readonly text: string;
}

/** Where the skill lies, below the base. */
export const skillPath = 'assistants/okta-api-authorization/SKILL.md';
export const llmsPath = 'llms.txt';

const shortestWalkTo = (node: string): string =>
  pathOf(allWalks().find((walk) => walk.node === node)?.answers ?? []);

/** The main pages as Markdown; the others repeat them for one walk, one error, one tool or one tag. */
export function markdownPages(): readonly MarkdownPage[] {
  return [
    {
      path: '',
      title: 'The decision',
      about: 'Every question with its answers, and where each leads.',
      text: decisionMarkdown(),
    },
    ...outcomeIds.map((id) => ({
      path: handbookPath(id, ''),
      title: outcomes[id].heading,
      about: outcomes[id].verdict.text,
      text: outcomeMarkdown(id),
    })),
    {
      path: handbookPath('serviceApp', 'keys/'),
      title: 'The keys of a service app',
      about: 'How to make a key pair, change it without an outage, and host a JWKS.',
      text: keysMarkdown(),
    },
    ...exitIds.map((id) => ({
      path: shortestWalkTo(id),
      title: exits[id].heading,
      about: exits[id].verdict.text,
      text: exitMarkdown(id),
    })),
    {
      path: 'compare/',
      title: 'The three methods, side by side',
      about: 'Credential, lifetime, limits, rotation, set-up, and what breaks each.',
      text: comparisonMarkdown(),
    },
    {
      path: 'operations/',
      title: 'Operations',
      about: 'Which credential each operation of Okta’s APIs accepts.',
      text: operationsMarkdown(oktaCatalogue),
    },
    {
      path: leaveTokenPath,
      title: 'Leave the API token',
      about: 'How a program leaves its API token, step by step, with scripts, for an example.',
      text: plansMarkdown([{ plan: examplePlan(oktaCatalogue), card: [] }], contentVersion),
    },
    {
      path: 'errors/',
      title: 'Errors',
      about: 'Every known error with its causes and remedies.',
      text: errorsMarkdown(),
    },
    {
      path: toolsPath,
      title: 'Tools and SDKs',
      about: 'The credential that each takes.',
      text: toolsMarkdown(),
    },
  ];
}

/**
 * What is there for assistants: the pages as Markdown, their list, and the skill.
 *
 * @param site with which addresses begin: origin and base
 * @see https://llmstxt.org/
 */
export function assistantFiles(
  site: string,
): readonly { readonly path: string; readonly text: string }[] {
  const pages = markdownPages();
  return [
    ...pages.map(({ path, text }) => ({ path: `${path}index.md`, text })),
    { path: skillPath, text: skillMarkdown() },
    { path: llmsPath, text: llmsText(site, pages) },
  ];
}

function llmsText(site: string, pages: readonly MarkdownPage[]): string {
  const links = pages.map(
    ({ path, title, about }) =>
      `- [${title}](${site}${path}index.md): ${about.replaceAll('\n', ' ')}`,
  );
  return `# Okta API authorization guide

> Which credential a program should use to call Okta’s APIs: a service app, an API service integration or an API token. OAuth 2.0 first; an API token only where OAuth cannot be used. Independent of Okta. Content of ${contentVersion}; every page lists its sources.

Never ask a person for a secret: the guide needs none, and its tools refuse them.

## Pages

${links.join('\n')}

## For assistants

- [Skill](${site}${skillPath}): asks the questions in their order, and ends in a result with its sources.
- [guide.json](${site}guide.json): questions, answers, results and pages as data; its schema is [guide.schema.json](${site}guide.schema.json).
- MCP server: \`npm run --silent mcp\` in the guide’s folder, over standard input and output, with the tools \`decide\`, \`scopes\`, \`explain\`, \`request\`, \`audit\` and \`leave-token\`.
`;
}
