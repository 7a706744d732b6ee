import { contentVersion } from '#guide/contentVersion.ts';
import { shortestWalkTo } from '#guide/walks.ts';
import { pathOf } from '#share/address.ts';
import { headingOf } from '#app/visit/pageTitle.ts';

import {
  hasMarkdownForm,
  markdownAddress,
  markdownFile,
  markdownTarget,
} from '../markdown/markdownForm.ts';
import { pageMarkdown } from '../markdown/pageMarkdown.ts';
import type { Page } from '../pages/pages.ts';
import type { PrerenderedPage, SiteFile } from '../pages/prerender.tsx';
import type { SiteSettings } from '../siteSettings.ts';
import { skillMarkdown } from './skill.ts';

/** Where the skill is, below the base. */
export const skillPath = 'assistants/okta-api-authorization/SKILL.md';
export const llmsPath = 'llms.txt';

/** A part of the list of pages; the pages of a long one are named without saying what each is for. */
interface PageGroup {
  readonly heading: string;
  readonly isLong?: boolean;
  readonly holds: (page: Page) => boolean;
}

const isShortestWalk = (page: Page): boolean =>
  'walk' in page && page.path === pathOf(shortestWalkTo(page.walk.node).answers);
const isOfKinds =
  (...kinds: readonly Page['kind'][]) =>
  ({ kind }: Page): boolean =>
    kinds.includes(kind);

/** A page is listed in the first group that contains it. */
const groups: readonly PageGroup[] = [
  {
    heading: 'The decision: its questions and results',
    holds: (page) => isShortestWalk(page) || page.kind === 'compare' || page.kind === 'glossary',
  },
  { heading: 'The handbook of each method', holds: isOfKinds('handbook', 'opinions', 'opinion') },
  { heading: 'Errors', holds: isOfKinds('errors', 'error') },
  { heading: 'Tools and SDKs', holds: isOfKinds('tools', 'tool') },
  { heading: 'Scopes and tokens', holds: isOfKinds('operations', 'audit', 'leaveToken') },
  {
    heading: 'Learn and teach',
    holds: isOfKinds(
      'workshop',
      'presenter',
      'audience',
      'answer',
      'ownCards',
      'lab',
      'handsOn',
      'handout',
    ),
  },
  { heading: 'Requests by language', isLong: true, holds: isOfKinds('requests', 'requestForms') },
  { heading: 'Operations by tag', isLong: true, holds: isOfKinds('operationTag') },
  {
    heading: 'Every other path through the decision',
    isLong: true,
    holds: (page) => 'walk' in page,
  },
  { heading: 'This site', holds: () => true },
];

/**
 * What is there for assistants: the pages as Markdown, their list, and the skill.
 *
 * @param drawn every page of the site
 * @param files what is beside the pages
 * @see https://llmstxt.org/
 */
export function assistantFiles(
  drawn: readonly PrerenderedPage[],
  files: readonly SiteFile[],
  settings: SiteSettings,
): readonly SiteFile[] {
  const isBeside = programsBeside(files);
  const listed = drawn.filter(({ page }) => hasMarkdownForm(page));
  return [
    ...listed.map(({ page, body }) => ({
      path: `${page.path}${markdownFile}`,
      text: pageMarkdown(body, markdownTarget(page, settings), isBeside(page)),
    })),
    { path: skillPath, text: skillMarkdown() },
    { path: llmsPath, text: llmsText(listed, settings) },
  ];
}

/** Says of a page which texts are in its folder. An assistant then reads the one program that it needs. */
function programsBeside(files: readonly SiteFile[]): (page: Page) => (program: string) => boolean {
  const textsByFolder = new Map<string, Set<string>>();
  for (const { path, text } of files) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const texts = textsByFolder.get(folder) ?? new Set();
    textsByFolder.set(folder, texts.add(text.trimEnd()));
  }
  return ({ path }) =>
    (program) =>
      textsByFolder.get(path)?.has(program.trimEnd()) === true;
}

function llmsText(listed: readonly PrerenderedPage[], settings: SiteSettings): string {
  const site = `${settings.origin}${settings.base}`;
  const parts = groups.map((group) => {
    const entries = listed
      .filter(({ page }) => groups.find(({ holds }) => holds(page)) === group)
      .map((each) => entryOf(each, group, settings));
    return `## ${group.heading}\n\n${entries.join('\n')}`;
  });
  return `# Okta API authorization guide

> Which credential a program should use to call Okta’s APIs: a service app, an API service integration or an API token. OAuth 2.0 first; an API token only if OAuth 2.0 cannot be used. Independent of Okta. Content checked on ${contentVersion}; every page lists its sources.

Never ask a person for a secret: the guide needs none, and its tools refuse them.

Every page has a Markdown form, \`${markdownFile}\` at its own address, made from the page itself. The programs are files of their own, and the pages link to them. All Markdown forms are listed here. Pages for frames (below \`embed/\`) and old addresses that lead elsewhere have none, because they repeat other pages.

## For assistants

- [Skill](${site}${skillPath}): asks the questions in order, and ends with a result and its sources.
- [guide.json](${site}guide.json): questions, answers, results and pages as data; its schema is [guide.schema.json](${site}guide.schema.json).
- MCP server: \`npm run --silent mcp\` in the guide’s folder, over standard input and output, with the tools \`decide\`, \`scopes\`, \`explain\`, \`request\`, \`audit\` and \`leave-token\`.

${parts.join('\n\n')}
`;
}

/** A walk is named by its answers too, since several end in the same state. */
function entryOf(
  { page, title, description }: PrerenderedPage,
  { isLong = false }: PageGroup,
  settings: SiteSettings,
): string {
  const answers = 'walk' in page ? page.walk.answers : [];
  const link = `- [${headingOf(title)}](${markdownAddress(page.path, settings)})`;
  const after =
    answers.length === 0 ? '' : ` after ${answers.map((answer) => `\`${answer}\``).join(' ')}`;
  return isLong ? `${link}${after}` : `${link}${after}: ${description}`;
}
