import { markdownPage, otherPage, partAt, type PlatformSite } from '../platformSite.ts';

export const vitePressSite: PlatformSite = {
  platform: 'vitepress',
  program: 'VitePress 1.6.4',
  packages: ['vitepress@1.6.4'],
  files: ({ element, frame }) => ({
    '.vitepress/config.mts': `import { defineConfig } from 'vitepress';
export default defineConfig({
title: 'A site',
srcExclude: ['node_modules/**'],
${partAt(element, 0)}
themeConfig: { sidebar: [{ text: 'Other', link: '/other' }] },
});
`,
    'index.md': '# Start\n\n[Another page](./other.md)\n',
    'element.md': `# The element\n\n${markdownPage(element, './other.md')}`,
    'frame.md': `# The frame\n\n${markdownPage(frame, './other.md')}`,
    'other.md': `# Other\n\n${otherPage({ element: './element.md', frame: './frame.md' })}`,
  }),
  build: () => [['vitepress', 'build']],
  output: '.vitepress/dist',
  page: (block) => `${block}.html`,
  switchToDark: async (page) => page.locator('.VPNavBar .VPSwitchAppearance').first().click(),
};
