import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { htmlAttribute } from '#record/markdownText.ts';

import { projectFolder } from '../../scripts/packages.mjs';
import type { BuiltSite } from './buildSite.ts';
import type { PlatformSite, Verdict } from './platformSite.ts';
import type { TriedBlock } from './tryBlock.ts';

export interface BlockResult {
  /** As in the builder's report, such as `docusaurus/frame`. */
  readonly name: string;
  readonly widths: readonly TriedBlock[];
  /** What does not depend on the width. */
  readonly others: readonly Verdict[];
}

export interface SiteResult {
  readonly site: PlatformSite;
  readonly built: BuiltSite;
  readonly blocks: readonly BlockResult[];
}

export const verdictsOf = ({ widths, others }: BlockResult): readonly Verdict[] => [
  ...widths.flatMap(({ verdicts }) => verdicts),
  ...others,
];

const folder = path.join(projectFolder, 'test-report', 'platforms');

/** Writes the page that shows each platform, block and width, and its pictures beside it. */
export async function writeReportPage(results: readonly SiteResult[]): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const { blocks } of results) {
    for (const { name, widths } of blocks) {
      for (const { width, picture } of widths) {
        await writeFile(path.join(folder, pictureFile(name, width)), picture);
      }
    }
  }
  const file = path.join(folder, 'index.html');
  await writeFile(file, pageOf(results));
  return file;
}

const pictureFile = (name: string, width: number): string =>
  `${name.replace('/', '-')}-${width}.png`;

const listOf = (verdicts: readonly Verdict[]): string =>
  `<ul>${verdicts
    .map(
      ({ what, why }) =>
        `<li>${why === undefined ? '✓' : '✗'} ${htmlAttribute(what)}${why === undefined ? '' : `<pre>${htmlAttribute(why)}</pre>`}</li>`,
    )
    .join('')}</ul>`;

function sectionOf({ site, built, blocks }: SiteResult): string {
  const title = built.kind === 'built' ? built.program : site.program;
  const state =
    built.kind === 'built' ? '' : `<p>${built.kind}</p><pre>${htmlAttribute(built.why)}</pre>`;
  const tables = blocks.map(({ name, widths, others }) => {
    const cells = widths.map(({ width, verdicts }) => {
      const picture = pictureFile(name, width);
      return `<td><a href="${picture}"><img src="${picture}" alt="${htmlAttribute(name)} in a window of ${width} px" loading="lazy"></a>${listOf(verdicts)}</td>`;
    });
    return `<h3>${htmlAttribute(name)}</h3><table><tr>${widths.map(({ width }) => `<th>${width} px</th>`).join('')}</tr><tr>${cells.join('')}</tr></table>${listOf(others)}`;
  });
  return `<h2>${htmlAttribute(title)}</h2>${state}${tables.join('')}`;
}

const pageOf = (results: readonly SiteResult[]): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>The guide in whole sites</title>
<style>body { margin: 2rem; font: 1rem/1.5 sans-serif; color-scheme: light dark } td { vertical-align: top; padding: 0.5rem } img { width: 100%; max-width: 26rem; border: 1px solid } pre { white-space: pre-wrap; font-size: 0.8rem } ul { padding-left: 1rem; list-style: none }</style>
<h1>The guide in whole sites</h1>
<p>Each block was written letter for letter into a site of its kind, which was built for production and opened in Chromium, ${new Date().toISOString().slice(0, 10)}.</p>
${results.map(sectionOf).join('\n')}
</html>
`;
