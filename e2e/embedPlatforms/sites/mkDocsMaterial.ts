import { markdownPage, otherPage, type PlatformSite } from '../platformSite.ts';

export const mkDocsMaterialSite: PlatformSite = {
  platform: 'mkdocs',
  program: 'MkDocs Material',
  packages: [],
  debian: {
    packages: ['mkdocs', 'mkdocs-material'],
    provides: 'mkdocs',
    version: ['dpkg-query', '--show', '--showformat=${source:Upstream-Version}', 'mkdocs-material'],
  },
  files: ({ element, frame }) => ({
    'mkdocs.yml': `site_name: A site
site_url: https://site.example/
theme:
  name: material
  font: false
  features: [navigation.instant]
  palette:
    - scheme: default
      toggle: { icon: material/brightness-7, name: To the dark theme }
    - scheme: slate
      toggle: { icon: material/brightness-4, name: To the light theme }
`,
    'docs/index.md': '# Start\n\n[Another page](other.md)\n',
    'docs/element.md': `# The element\n\n${markdownPage(element, 'other.md')}`,
    'docs/frame.md': `# The frame\n\n${markdownPage(frame, 'other.md')}`,
    'docs/other.md': `# Other\n\n${otherPage({ element: 'element.md', frame: 'frame.md' })}`,
  }),
  build: () => [['mkdocs', 'build', '--quiet', '--clean']],
  output: 'site',
  page: (block) => `${block}/`,
  switchToDark: async (page) => page.locator('label[title="To the dark theme"]').click(),
};
