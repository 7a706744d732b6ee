import { markdownPage, otherPage, partAt, type PlatformSite } from '../platformSite.ts';

const front = (title: string): string => `---\ntitle: ${title}\n---\n\n`;

export const starlightSite: PlatformSite = {
  platform: 'starlight',
  program: 'Starlight 0.37.7 on Astro 5.18.1',
  packages: ['astro@5.18.1', '@astrojs/starlight@0.37.7'],
  files: ({ element, frame }) => ({
    'astro.config.mjs': `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({
site: 'https://site.example',
integrations: [starlight({
title: 'A site',
${partAt(element, 0)}
})],
});
`,
    'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
    'src/content/docs/index.md': `${front('Start')}[Another page](/other/)\n`,
    'src/content/docs/element.md': front('The element') + markdownPage(element, '/other/'),
    'src/content/docs/frame.md': front('The frame') + markdownPage(frame, '/other/'),
    'src/content/docs/other.md':
      front('Other') + otherPage({ element: '/element/', frame: '/frame/' }),
  }),
  build: () => [['astro', 'build']],
  output: 'dist',
  page: (block) => `${block}/`,
  switchToDark: async (page) => {
    await page.locator('starlight-theme-select select').first().selectOption('dark');
  },
};
