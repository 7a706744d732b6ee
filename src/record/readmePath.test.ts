import { marked } from 'marked';
import { describe, expect, test } from 'vitest';

import { labels } from '#diagram/geometry.ts';
import { drawnWalks, pathSteps, pathText } from '#diagram/pathChart.ts';
import { pathOf } from '#share/address.ts';

import { readmePath } from './readmePath.ts';

const site = 'https://docs.example.com/okta-guide/';
const walks = drawnWalks().map((walk) => [walk.answers.join(' '), walk] as const);

const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ')
    .trim();

describe('the path of a walk for a README', () => {
  test.each(walks)('has the picture for both themes, and leads to the guide: %s', (_, walk) => {
    const html = marked.parse(readmePath(walk, site), { async: false });
    const page = site + pathOf(walk.answers);
    expect(html).toContain(`<a href="${page}"><picture>`);
    expect(html).toContain(
      `<source media="(prefers-color-scheme: dark)" srcset="${page}path-dark.svg">`,
    );
    expect(html).toContain(`src="${page}path.svg"`);
    expect(html).toContain(`<a href="${page}">${labels.nodes[walk.node]}</a>`);
  });

  test.each(walks)('says in its text what its picture says: %s', (_, walk) => {
    const html = marked.parse(readmePath(walk, site), { async: false });
    const said = textOf(html);
    const alternative = /alt="([^"]*)"/.exec(html)?.[1] ?? '';
    for (const { question, answer } of pathSteps(walk)) {
      expect(alternative).toContain(`${question} ${answer}.`);
      expect(said).toContain(`${question} ${answer}`);
    }
    expect(said).toContain(`So: ${labels.nodes[walk.node]}`);
    expect(alternative).toContain(`So: ${labels.nodes[walk.node]}.`);
  });

  test.each(walks)('is Mermaid text where the site’s address is not known: %s', (_, walk) => {
    const text = readmePath(walk, '');
    expect(text).toContain(`\`\`\`mermaid\n${pathText(walk)}\`\`\`\n`);
    expect(text).not.toMatch(/<(?!br\/>)|https?:/);
  });
});
