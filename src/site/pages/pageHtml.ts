import { cardFile, cardSize } from '#diagram/card.ts';
import type { Walk } from '#guide/replay.ts';
import { labStarts } from '#embed/labStarts.ts';
import { labView } from '#embed/labView.ts';
import { requestsPath } from '#screens/handbook/handbookPaths.ts';
import { pathOf } from '#share/address.ts';
import { languages } from '#snippets/languages.ts';

import { cardFolder } from '../cards/pageCard.ts';
import {
  type ContentSecurityPolicy,
  embedPolicy,
  metaForm,
  pagePolicy,
  withOwnOrigin,
} from '../policy/contentSecurityPolicy.ts';
import { hasMarkdownForm, markdownFile } from '../markdown/markdownForm.ts';
import type { SiteSettings } from '../siteSettings.ts';
import { escaped } from './escaped.ts';
import { oEmbedFile } from './oEmbed.ts';
import type { Page } from './pages.ts';
import type { PrerenderedPage } from './prerender.tsx';
import { withoutSeams, withShortAttributes, withShortShapes } from './shortShapes.ts';

/** The addresses of a script that comes when a person asks for it, and of its style. */
export interface AskedScript {
  readonly script: string;
  readonly style: string;
}

/** Scripts that the template does not name, by their addresses. */
export interface SiteScripts {
  /** The opening tag: built as a classic script, a module while developing. */
  readonly embedPage: string;
  /** What a framed page loads when a person wants to fill in values; the catalogue is in it. */
  readonly embedIsland: AskedScript | undefined;
  /** What the framed page of the lab loads when a person opens it. */
  readonly embedLab: AskedScript | undefined;
  /** What all pages load that are no state of the guide. */
  readonly plainPage: string;
  /** The worker that reads recordings. */
  readonly auditWorker: string;
  readonly handoutStyle: string;
  /** The released element, which the builder shows at work. */
  readonly loader: string;
}

/**
 * The policy of a page: any site may frame what is made for it, and nothing else. All pages of that folder have the
 * same directives, so that a host needs one rule for them.
 *
 * @param origin of the site; empty if it is not known
 */
export function policyOf(page: Page, origin: string): ContentSecurityPolicy {
  if (!page.path.startsWith('embed/')) return pagePolicy;
  const framed = framedPolicies.get(origin) ?? withOwnOrigin(embedPolicy, origin);
  framedPolicies.set(origin, framed);
  return page.kind === 'embed' ? framed : { ...pagePolicy, directives: framed.directives };
}

/** By origin; a page's policy is the same object as that of its folder. */
const framedPolicies = new Map<string, ContentSecurityPolicy>();

/**
 * Not for search engines or previews: framed pages repeat the guide's, the audience's screen is empty
 * by itself, and 404.html is no page.
 */
const isUnlisted = ({ kind }: Page): boolean =>
  kind === 'notFound' || kind === 'embed' || kind === 'audience';

/** Below the base, where a page has its lasting address. */
const canonicalPath = (page: Page): string =>
  page.kind === 'movedRequests' ? requestsPath(page.method, page.language) : page.path;

/** Puts a drawn page into the site's template, with its head, its policy and its scripts. */
export function pageHtml(
  template: string,
  { page, title, description, body }: PrerenderedPage,
  { base, origin, repository }: SiteSettings,
  preloads: string,
  scripts: SiteScripts,
): string {
  const address = `${origin}${base}${canonicalPath(page)}`;
  const walk = walkOf(page);
  const head = [
    `<title>${escaped(title)}</title>`,
    // Nobody lists or previews a framed page.
    ...(page.kind === 'embed'
      ? []
      : [`<meta name="description" content="${escaped(description)}">`]),
    // The site that a link leads to does not learn which page it was followed from.
    '<meta name="referrer" content="same-origin">',
    ...(isUnlisted(page) ? ['<meta name="robots" content="noindex">'] : []),
    ...(hasMarkdownForm(page)
      ? [`<link rel="alternate" type="text/markdown" href="${markdownFile}">`]
      : []),
    ...(page.kind === 'movedRequests'
      ? [`<meta http-equiv="refresh" content="0; url=${escaped(`${base}${canonicalPath(page)}`)}">`]
      : []),
    ...(origin === '' || isUnlisted(page)
      ? []
      : [
          `<link rel="canonical" href="${escaped(address)}">`,
          `<meta property="og:type" content="article">`,
          `<meta property="og:title" content="${escaped(title)}">`,
          `<meta property="og:description" content="${escaped(description)}">`,
          `<meta property="og:url" content="${escaped(address)}">`,
          ...previewTags(page, title, `${origin}${base}`),
        ]),
    ...(origin === '' || walk === undefined ? [] : [oEmbedTag(walk, title, `${origin}${base}`)]),
    preloads,
  ].join('');
  const answers = walk?.answers.join(' ') ?? '';
  return withStyleFirst(withPatientScripts(withOwnScript(withoutGaps(template), page, scripts)))
    .replace('<!--policy-->', () => policyTag(policyOf(page, origin)))
    .replace('<!--head-->', () => head)
    .replace(
      '<div id="root"><!--app--></div>',
      () =>
        `<div id="root" data-base="${escaped(base)}" ${repository === '' ? '' : `data-repository="${escaped(repository)}" `}data-kind="${page.kind}" data-answers="${escaped(answers)}"${framedData(page, scripts, origin)}>${shortened(body)}</div>`,
    );
}

/**
 * Writes quotation marks in text as they are: React escapes them there too, which only attributes need,
 * and programs are full of them. Between a `>` and a `<` there is only text, since it escapes both.
 */
export const withPlainQuotes = (html: string): string =>
  html.replaceAll(/>[^<]*</g, (text) => text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'"));

/**
 * Leaves out the quotation marks around the values that need none, a fortieth of a page. In front of
 * `/>` they stay: the slash would become a part of the value.
 *
 * @see https://html.spec.whatwg.org/multipage/syntax.html#unquoted
 */
export const withBareAttributes = (html: string): string =>
  html.replaceAll(/<[a-z][^>]*>/g, (tag) =>
    tag.replaceAll(/ ([^\s"=]+)="([^\s"'=<>`]+)"(?=[ >])/g, ' $1=$2'),
  );

/** What a parser closes by itself, in front of the tags that make it do so. */
const impliedEndTags: readonly RegExp[] = [
  /<\/p>(?=<(?:p|div|[uod]l|section|h[1-6]|pre|details|nav|table|form|header|article)[ >])/g,
  /<\/p>(?=<\/(?:div|li|dd|section|article|header|details|main)>)/g,
  /<\/li>(?=<li[ >]|<\/[uo]l>)/g,
  /<\/(?:dt|dd)>(?=<d[td][ >]|<\/(?:div|dl)>)/g,
];

/**
 * Leaves out the end tags that a parser implies. In foreign content the rules differ; React writes none of these
 * elements there.
 *
 * @see https://html.spec.whatwg.org/multipage/syntax.html#optional-tags
 */
export const withoutImpliedEndTags = (html: string): string =>
  impliedEndTags.reduce((text, endTag) => text.replaceAll(endTag, ''), html);

/** What makes a page shorter without changing what a parser reads, in the order in which it is done. */
const shortenings: readonly ((html: string) => string)[] = [
  withoutSeams,
  withShortAttributes,
  withShortShapes,
  withPlainQuotes,
  withBareAttributes,
  withoutImpliedEndTags,
];

const shortened = (html: string): string =>
  shortenings.reduce((text, shorten) => shorten(text), html);

/** The picture for link previews. */
function previewTags(page: Page, title: string, site: string): readonly string[] {
  const card = `${site}${cardFolder(page)}${cardFile}`;
  return [
    `<meta property="og:image" content="${escaped(card)}">`,
    `<meta property="og:image:width" content="${cardSize.width}">`,
    `<meta property="og:image:height" content="${cardSize.height}">`,
    `<meta property="og:image:alt" content="${escaped(title)}">`,
    '<meta name="twitter:card" content="summary_large_image">',
  ];
}

/**
 * Where a host that is given the address of a state finds what to frame; the response is the same for
 * the full page and for the one that is made to be framed. @see https://oembed.com/#section4
 */
function oEmbedTag({ answers }: Walk, title: string, site: string): string {
  const answer = `${site}${pathOf(answers)}${oEmbedFile}`;
  return `<link rel="alternate" type="application/json+oembed" href="${escaped(answer)}" title="${escaped(title)}">`;
}

/** What the scripts of a page need to know of the site. */
function framedData(
  page: Page,
  { embedIsland, embedLab, auditWorker }: SiteScripts,
  origin: string,
): string {
  if (page.kind === 'audit') return ` data-worker="${escaped(auditWorker)}"`;
  if (page.kind === 'embedBuilder' || ('walk' in page && origin !== '')) {
    return ` data-origin="${escaped(origin)}"`;
  }
  const ids = languages.map(({ id }) => id).join(' ');
  if (page.kind === 'operations') return ` data-languages="${escaped(ids)}"`;
  if (page.kind !== 'embed') return '';
  if ('view' in page) {
    const view = ` data-view="${escaped(page.view)}" data-languages="${escaped(ids)}"`;
    if (page.view !== labView) return view;
    const catalogue =
      embedIsland === undefined ? '' : ` data-catalogue-script="${escaped(embedIsland.script)}"`;
    return `${view} data-lab-starts="${escaped(labStarts.join(' '))}"${addressesOf(embedLab)}${catalogue}`;
  }
  return ` data-languages="${escaped(ids)}"${addressesOf(embedIsland)}`;
}

/** What a framed page loads when a person asks for it. */
function addressesOf(asked: AskedScript | undefined): string {
  return asked === undefined
    ? ''
    : ` data-fields-script="${escaped(asked.script)}" data-fields-style="${escaped(asked.style)}"`;
}

/** The same without what only a reader of the template needs: five hundred pages carry it. */
function withoutGaps(template: string): string {
  return template.replaceAll(/>\s+</g, '><').replaceAll(' />', '>');
}

/** Pages that are no state of the guide have a small script of their own. */
function withOwnScript(template: string, page: Page, scripts: SiteScripts): string {
  if ('walk' in page || page.kind === 'notFound') return template;
  // A frame without an origin runs classic scripts only, unless the site's host sends CORS headers, which many do not.
  if (page.kind === 'embed') return withScriptTag(template, scripts.embedPage);
  return withScriptTag(
    template,
    `${addedTags(page, scripts)}<script type="module" src="${scripts.plainPage}">`,
  );
}

/** Scripts wait for what a page is painted with, its style and its font: it needs none of them to be read. */
const withPatientScripts = (html: string): string =>
  html.replaceAll('<script type="module"', '$& fetchpriority="low"');

/** Nothing is painted without the style, so it is the first file that a page asks for. */
function withStyleFirst(html: string): string {
  const [style = ''] = /<link rel="stylesheet"[^>]*>/.exec(html) ?? [];
  return html.replace(style, '').replace('<!--head-->', `${style}$&`);
}

/** The builder shows the released element at work; hand-outs have a style of their own. */
function addedTags({ kind }: Page, { loader, handoutStyle }: SiteScripts): string {
  if (kind === 'handout') return `<link rel="stylesheet" href="${handoutStyle}">`;
  return kind === 'embedBuilder' ? `<script defer src="${loader}"></script>` : '';
}

const withScriptTag = (template: string, tag: string): string =>
  template.replaceAll(/<script type="module" src="[^"]*">/g, tag);

const walkOf = (page: Page): Walk | undefined => {
  if ('walk' in page) return page.walk;
  return 'framedWalk' in page ? page.framedWalk : undefined;
};

/** The policy as a tag, which must come first in the head. */
export const policyTag = (policy: ContentSecurityPolicy): string =>
  `<meta http-equiv="Content-Security-Policy" content="${escaped(metaForm(policy))}">`;
