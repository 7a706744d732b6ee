import { cardFile } from '#diagram/card.ts';
import type { Answer } from '#guide/questions.ts';
import type { FragmentChoices } from '#share/fragment.ts';
import { htmlAttribute } from '#record/markdownText.ts';
import { embedPathOf, pathOf } from '#share/address.ts';

import { type EmbedParameters, parametersFragment } from '../parameters.ts';
import type { LoaderRelease } from '../releases.ts';

/** What an author has chosen: all that the block for a platform is made from. */
export interface EmbedChoice {
  /** Absolute address of the guide, ends with `/`. */
  readonly site: string;
  /** The state that is shown first. */
  readonly answers: readonly Answer[];
  /** Without a start, which is `answers`. */
  readonly parameters: Omit<EmbedParameters, 'start'>;
  /** What the snippets can show. */
  readonly choices: FragmentChoices;
  /** Height that is kept for the frame, in CSS pixels. */
  readonly height: number;
  /** The heading of the state, for the picture's alternative text. */
  readonly heading: string;
  readonly release: LoaderRelease;
}

/** A place that the guide can be put into. */
export interface Platform {
  readonly id: string;
  readonly label: string;
  /** What the platform allows, and what the block does there. */
  readonly allows: string;
  /** Where that is said. */
  readonly source?: { readonly title: string; readonly url: string };
  /** How far it has been tried by us. */
  readonly tried: string;
  readonly block: (choice: EmbedChoice) => string;
}

const frameTitle = 'Okta API authorization guide';

/** Address of the page to be framed, with the parameters in its fragment. */
export function frameAddress({ site, answers, parameters, choices }: EmbedChoice): string {
  const start = answers.map((answer) => answer.replace('.', '-')).join('/');
  const fragment = parametersFragment({ ...parameters, ...(start && { start }) }, choices);
  return `${site}${embedPathOf(answers)}${fragment}`;
}

function frame(choice: EmbedChoice): string {
  return [
    '<iframe',
    `  src="${htmlAttribute(frameAddress(choice))}"`,
    `  title="${frameTitle}"`,
    '  width="100%"',
    `  height="${choice.height}"`,
    '  loading="lazy"',
    '  style="border: 0"',
    '></iframe>',
  ].join('\n');
}

/** The element with its attributes, and a link for when its script does not run. */
function element(choice: EmbedChoice): string {
  const { site, answers, parameters, choices, height } = choice;
  const given = new URLSearchParams(parametersFragment({ ...parameters }, choices).slice(1));
  given.delete('v');
  const start = answers.map((answer) => answer.replace('.', '-')).join('/');
  const attributes = [
    ...(start === '' ? [] : [['start', start] as const]),
    ...[...given].filter(([name]) => elementAttributes.has(name)),
    ['reserve', `${height}`] as const,
  ].map(([name, value]) => ` ${name}="${htmlAttribute(value)}"`);
  return [
    `<okta-auth-guide${attributes.join('')}>`,
    `  <a href="${htmlAttribute(site + pathOf(answers))}">${htmlAttribute(choice.heading)}</a>`,
    '</okta-auth-guide>',
  ].join('\n');
}

const elementAttributes: ReadonlySet<string> = new Set([
  'accent',
  'languages',
  'ops',
  'org',
  'show',
  'theme',
]);

const loaderAddress = ({ site, release }: EmbedChoice): string =>
  `${site}embed/${release.version}/embed.js`;

/** The picture of a state with a link to it, in Markdown. */
function card(choice: EmbedChoice): string {
  const page = choice.site + pathOf(choice.answers);
  return `[![${markdownText(alternativeText(choice))}](${markdownAddress(`${page}${cardFile}`)})](${markdownAddress(page)})`;
}

const alternativeText = ({ heading }: EmbedChoice): string =>
  `${heading}${/[.?!]$/.test(heading) ? '' : '.'} ${frameTitle}.`;

/** Where the guide can be put, the most capable first. */
export const platforms: readonly Platform[] = [
  {
    id: 'element',
    label: 'HTML, with the element',
    allows:
      'A page of your own, where scripts may be added. The frame is as high as its content at every moment, and your page hears of answers and results.',
    tried: 'Pasted and tried in Chromium and Firefox by our tests.',
    block: (choice) =>
      [
        '<script',
        '  defer',
        `  src="${htmlAttribute(loaderAddress(choice))}"`,
        `  integrity="${choice.release.integrity}"`,
        '  crossorigin="anonymous"',
        '></script>',
        element(choice),
      ].join('\n'),
  },
  {
    id: 'frame',
    label: 'HTML, a plain frame',
    allows:
      'Any page that may hold a frame. No script of yours runs; the height is fixed, and longer pages scroll inside.',
    tried: 'Pasted and tried in Chromium and Firefox by our tests.',
    block: frame,
  },
  {
    id: 'mdx',
    label: 'Docusaurus and other MDX',
    allows:
      'What looks like HTML in MDX is JSX, so the style is an object and the height a number. A frame needs no set-up.',
    source: {
      title: 'Docusaurus, MDX and React',
      url: 'https://docusaurus.io/docs/markdown-features/react',
    },
    tried:
      'Its JSX is read by our tests, and it was compiled with MDX 3 by hand; not tried in a whole Docusaurus site.',
    block: (choice) =>
      [
        '<iframe',
        `  src={${JSON.stringify(frameAddress(choice))}}`,
        `  title="${frameTitle}"`,
        '  width="100%"',
        `  height={${choice.height}}`,
        '  loading="lazy"',
        '  style={{ border: 0 }}',
        '/>',
      ].join('\n'),
  },
  {
    id: 'vue',
    label: 'VitePress and VuePress',
    allows:
      'HTML in Markdown is compiled as a Vue template. A frame needs no set-up; for the element, tell the Vue compiler that okta-auth-guide is a custom element.',
    source: {
      title: 'Vue, using custom elements',
      url: 'https://vuejs.org/guide/extras/web-components.html',
    },
    tried: 'Built with VitePress by hand, the frame and the element; not tried in VuePress.',
    block: frame,
  },
  {
    id: 'wordpress',
    label: 'WordPress',
    allows:
      'An account that may post unfiltered HTML puts this into a block “Custom HTML”. Others paste the address of a page of this guide on a line of its own, if their administrator allows such discovery: WordPress then frames it in a sandbox, at a fixed height.',
    source: {
      title: 'WordPress, oEmbed',
      url: 'https://developer.wordpress.org/advanced-administration/wordpress/oembed/',
    },
    tried: 'Not tried by us.',
    block: frame,
  },
  {
    id: 'confluence',
    label: 'Confluence',
    allows:
      'An iframe or HTML macro takes the address alone. Which macros there are, and which addresses they may load, is for the administrator of the site; some macros forbid frames in frames.',
    source: {
      title: 'Appfire, HTML for Confluence, configuration',
      url: 'https://appfire.atlassian.net/wiki/spaces/HTML/pages/70616968',
    },
    tried: 'Not tried by us.',
    block: frameAddress,
  },
  {
    id: 'notion',
    label: 'Notion',
    allows: 'Type /embed and paste the address. The frame keeps the size that you draw it to.',
    source: { title: 'PyNotion, Notion widgets', url: 'https://www.pynotion.com/about-widgets/' },
    tried: 'Not tried by us.',
    block: frameAddress,
  },
  {
    id: 'card',
    label: 'README card',
    allows:
      'GitHub takes frames and scripts out of a README, and Backstage takes frames out of TechDocs unless their host is allowed. A picture with a link stays.',
    source: { title: 'GitHub Markup', url: 'https://github.com/github/markup#github-markup' },
    tried: 'The Markdown is read by our tests; the picture is made with each build.',
    block: card,
  },
];

/** Encodes a text for the description of a picture in Markdown. @see https://spec.commonmark.org/0.31.2/#backslash-escapes */
export function markdownText(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[!#&*<>[\\\]_`|~]/g, '\\$&');
}

/** Encodes an address for Markdown's round brackets. */
export function markdownAddress(address: string): string {
  return address.replaceAll(
    /[()<>\\\s]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
