import { inPage, type PlatformSite, words } from '../platformSite.ts';

const page = (title: string, content: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="icon" href="data:,">
<style>body { margin: 0 auto; max-width: 60rem; padding: 0 1rem; font: 1rem/1.5 sans-serif } header { position: sticky; top: 0; padding: 1rem 0; background: #eee }</style>
</head><body><header>A site</header><h1>${title}</h1>
${content}
</body></html>
`;

const around = (block: string): string =>
  `<p>${words.before}</p>\n${block}\n<p>${words.after} <a href="other.html">${words.away}</a></p>${'<p>More words, so that the page can be scrolled.</p>'.repeat(30)}`;

export const plainHtmlSite: PlatformSite = {
  platform: 'html',
  program: 'plain HTML',
  packages: [],
  files: ({ element, frame }) => ({
    'site/index.html': page('Start', `<a href="other.html">${words.away}</a>`),
    'site/element.html': page('The element', around(inPage(element))),
    'site/frame.html': page('The frame', around(inPage(frame))),
    'site/other.html': page(
      'Other',
      `<p><a href="element.html">${words.back.element}</a></p><p><a href="frame.html">${words.back.frame}</a></p>`,
    ),
  }),
  build: () => [],
  output: 'site',
  page: (block) => `${block}.html`,
};
