import { markdownPage, otherPage, partAt, type PlatformSite } from '../platformSite.ts';

const front = (title: string): string => `---\ntitle: ${title}\n---\n\n`;

const layout = `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }}</title><link rel="icon" href="data:,">
<style>body { margin: 0 auto; max-width: 50rem; padding: 0 1rem; font: 1rem/1.5 sans-serif } header { position: sticky; top: 0; padding: 1rem 0; background: #eee }</style>
<header>{{ .Site.Title }}</header><main><h1>{{ .Title }}</h1>{{ .Content }}</main></html>
`;

export const hugoSite: PlatformSite = {
  platform: 'hugo',
  program: 'Hugo',
  packages: [],
  debian: {
    packages: ['hugo'],
    provides: 'hugo',
    version: ['dpkg-query', '--show', '--showformat=${source:Upstream-Version}', 'hugo'],
  },
  files: ({ element, frame }) => ({
    'hugo.toml': `baseURL = '/'\ntitle = 'A site'\ndisableKinds = ['taxonomy', 'term', 'RSS', 'sitemap']\n`,
    'layouts/_default/single.html': layout,
    'layouts/_default/list.html': layout,
    'layouts/shortcodes/raw-html.html': partAt(element, 0),
    'content/_index.md': `${front('Start')}[Another page](/other/)\n`,
    'content/element.md': front('The element') + markdownPage(element, '/other/'),
    'content/frame.md': front('The frame') + markdownPage(frame, '/other/'),
    'content/other.md': front('Other') + otherPage({ element: '/element/', frame: '/frame/' }),
  }),
  build: () => [['hugo', '--minify', '--quiet', '--cleanDestinationDir']],
  output: 'public',
  page: (block) => `${block}/`,
};
