import { javascriptString } from '#snippets/encoders/javascriptString.ts';

import { type EmbedChoice, loaderAddress } from './embedChoice.ts';
import { elementJsx, frameJsx } from './jsx.ts';
import { elementInMarkdown, frameMarkup, scriptMarkup } from './markup.ts';
import { aboutFrame, elementLabel, frameLabel, type Platform } from './platform.ts';

const whereItStands = 'where you want the guide';

const frameInMarkdown = (file: string): Platform['blocks'][0] => ({
  id: 'frame',
  label: frameLabel,
  about: aboutFrame,
  parts: (choice) => [{ file, where: whereItStands, text: frameMarkup(choice) }],
});

/** The attributes of the loader's script as lines of a JavaScript object. */
const scriptAttributes = (choice: EmbedChoice, defer: string): readonly string[] => [
  `src: ${javascriptString(loaderAddress(choice))},`,
  `integrity: ${javascriptString(choice.release.integrity)},`,
  `crossorigin: 'anonymous',`,
  `defer: ${defer},`,
];

const indented = (lines: readonly string[], by: string): readonly string[] =>
  lines.map((line) => `${by}${line}`);

export const docusaurus: Platform = {
  id: 'docusaurus',
  label: 'Docusaurus',
  source: {
    title: 'Docusaurus, scripts',
    url: 'https://docusaurus.io/docs/api/docusaurus-config#scripts',
  },
  blocks: [
    {
      id: 'element',
      label: elementLabel,
      about:
        'The script goes into the configuration, so the guide also starts when a reader comes from another page of your site.',
      parts: (choice) => [
        {
          file: 'docusaurus.config.ts (or .js)',
          where: 'in the `config` object; if it has `scripts`, add the entry there',
          text: [
            'scripts: [',
            '  {',
            ...indented(scriptAttributes(choice, 'true'), '    '),
            '  },',
            '],',
          ].join('\n'),
        },
        { file: 'The page (.mdx or .md)', where: whereItStands, text: elementJsx(choice) },
      ],
    },
    {
      id: 'frame',
      label: frameLabel,
      about: `MDX reads HTML as JSX, so the style is an object. ${aboutFrame}`,
      parts: (choice) => [
        { file: 'The page (.mdx or .md)', where: whereItStands, text: frameJsx(choice) },
      ],
    },
  ],
};

export const vitePress: Platform = {
  id: 'vitepress',
  label: 'VitePress',
  source: {
    title: 'VitePress, site configuration',
    url: 'https://vitepress.dev/reference/site-config#head',
  },
  blocks: [
    {
      id: 'element',
      label: elementLabel,
      about:
        'VitePress compiles pages as Vue templates, so its configuration also has to say that okta-auth-guide is not a Vue component.',
      parts: (choice) => [
        {
          file: '.vitepress/config.mts (or .ts, .js)',
          where: 'in the object passed to `defineConfig`; if it has `head` or `vue`, add to them',
          text: [
            'head: [',
            '  [',
            `    'script',`,
            '    {',
            ...indented(scriptAttributes(choice, `''`), '      '),
            '    },',
            '  ],',
            '],',
            'vue: {',
            '  template: {',
            `    compilerOptions: { isCustomElement: (tag) => tag === 'okta-auth-guide' },`,
            '  },',
            '},',
          ].join('\n'),
        },
        { file: 'The page (.md)', where: whereItStands, text: elementInMarkdown(choice) },
      ],
    },
    frameInMarkdown('The page (.md)'),
  ],
};

export const starlight: Platform = {
  id: 'starlight',
  label: 'Astro Starlight',
  source: {
    title: 'Starlight, head',
    url: 'https://starlight.astro.build/reference/configuration/#head',
  },
  blocks: [
    {
      id: 'element',
      label: elementLabel,
      about: 'The script goes into the configuration, and the element into a Markdown page.',
      parts: (choice) => [
        {
          file: 'astro.config.mjs',
          where: 'in the object passed to `starlight`; if it has `head`, add the entry there',
          text: [
            'head: [',
            '  {',
            `    tag: 'script',`,
            '    attrs: {',
            ...indented(scriptAttributes(choice, 'true'), '      '),
            '    },',
            '  },',
            '],',
          ].join('\n'),
        },
        { file: 'The page (.md)', where: whereItStands, text: elementInMarkdown(choice) },
      ],
    },
    frameInMarkdown('The page (.md)'),
  ],
};

export const mkDocsMaterial: Platform = {
  id: 'mkdocs',
  label: 'MkDocs Material',
  source: {
    title: 'Material for MkDocs, customization',
    url: 'https://squidfunk.github.io/mkdocs-material/customization/',
  },
  blocks: [
    {
      id: 'element',
      label: elementLabel,
      about:
        'The script and the element go into the page, even with `navigation.instant`. `extra_javascript` in mkdocs.yml works too, but cannot set the script’s `integrity`.',
      parts: (choice) => [
        {
          file: 'The page (.md)',
          where: whereItStands,
          text: `${scriptMarkup(choice)}\n\n${elementInMarkdown(choice)}`,
        },
      ],
    },
    frameInMarkdown('The page (.md)'),
  ],
};

/** A shortcode that passes on the HTML within it. */
const shortcode = {
  file: 'layouts/shortcodes/raw-html.html',
  where: 'a new file, once for the whole site',
  text: '{{ .Inner }}',
} as const;

const inShortcode = (html: string): string => `{{< raw-html >}}\n${html}\n{{< /raw-html >}}`;

const aboutShortcode =
  'Hugo silently removes HTML from Markdown; a one-line shortcode lets it through. If your hugo.toml sets `markup.goldmark.renderer.unsafe = true`, paste the HTML alone, without the shortcode.';

export const hugo: Platform = {
  id: 'hugo',
  label: 'Hugo',
  source: {
    title: 'Hugo, create your own shortcodes',
    url: 'https://gohugo.io/templates/shortcode/',
  },
  blocks: [
    {
      id: 'element',
      label: elementLabel,
      about: aboutShortcode,
      parts: (choice) => [
        shortcode,
        {
          file: 'The page (.md)',
          where: whereItStands,
          text: inShortcode(`${scriptMarkup(choice)}\n${elementInMarkdown(choice)}`),
        },
      ],
    },
    {
      id: 'frame',
      label: frameLabel,
      about: `${aboutFrame} ${aboutShortcode}`,
      parts: (choice) => [
        shortcode,
        { file: 'The page (.md)', where: whereItStands, text: inShortcode(frameMarkup(choice)) },
      ],
    },
  ],
};
