import { markdownPage, otherPage, partAt, type PlatformSite } from '../platformSite.ts';

const front = (title: string, more = ''): string => `---\ntitle: ${title}\n${more}---\n\n`;

export const docusaurusSite: PlatformSite = {
  platform: 'docusaurus',
  program: 'Docusaurus 3.10.2',
  packages: [
    '@docusaurus/core@3.10.2',
    '@docusaurus/preset-classic@3.10.2',
    '@mdx-js/react@3.1.1',
    'react@19.3.1',
    'react-dom@19.3.1',
  ],
  files: ({ element, frame }) => ({
    'docusaurus.config.ts': `const config = {
title: 'A site',
url: 'https://site.example',
baseUrl: '/',
onBrokenLinks: 'throw',
${partAt(element, 0)}
presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]],
themeConfig: { navbar: { title: 'A site' } },
};
export default config;
`,
    'docs/start.md': `${front('Start', 'slug: /\n')}The first page. [Another page](./other.md)\n`,
    'docs/element.mdx': front('The element') + markdownPage(element, './other.md'),
    'docs/frame.mdx': front('The frame') + markdownPage(frame, './other.md'),
    'docs/other.md': front('Other') + otherPage({ element: './element.mdx', frame: './frame.mdx' }),
  }),
  build: () => [['docusaurus', 'build']],
  output: 'build',
  page: (block) => `${block}/`,
  switchToDark: async (page) => {
    const html = page.locator('html');
    const toggle = page.locator('button[class*="toggleButton"]').first();
    // It cycles: the system's, light, dark.
    for (let turn = 0; turn < 3; turn += 1) {
      if ((await html.getAttribute('data-theme')) === 'dark') return;
      await toggle.click();
    }
  },
};
