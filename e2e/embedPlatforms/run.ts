// `npm run test:platforms`: puts each block of the builder, letter for letter, into a whole site of its
// kind, builds that and tries it in Chromium. With names of platforms behind it only those;
// `-- --write-report` renews src/embed/builder/platformReport.json.
// It builds the guide itself, with an address: WordPress asks a page for its oEmbed response, which needs one.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { chromium } from '@playwright/test';

import { type EmbedChoice, frameAddress } from '#embed/builder/blocks/embedChoice.ts';
import type { Platform, PlatformBlock } from '#embed/builder/blocks/platform.ts';
import { platforms } from '#embed/builder/hostBlock.ts';
import {
  blockHash,
  blockName,
  fixedChoice,
  type PlatformReport,
  platformReport,
} from '#embed/builder/platformReport.ts';
import { measuredWidths, type MeasuredHeights, usualHeights } from '#embed/usualHeights.ts';

import { ensureBrowsers } from '../../scripts/browsers.mjs';
import { projectFolder } from '../../scripts/packages.mjs';
import { withFreshBuild } from '../../scripts/freshBuild.ts';
import { startServer } from '../../scripts/serve.mjs';
import { allSites } from './allSites.ts';
import { buildSite } from './buildSite.ts';
import { type BlockId, blocksOf, type PlatformSite, type ServedSite } from './platformSite.ts';
import { type BlockResult, type SiteResult, verdictsOf, writeReportPage } from './report.ts';
import { freeAddress, serveGuide, type ServedGuide } from './servedGuide.ts';
import { tryAtWidth, tryTheme, windowWidths } from './tryBlock.ts';

const { values, positionals } = parseArgs({
  options: { 'write-report': { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((id) => !allSites.some(({ platform }) => platform === id));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no site for ${unknown.join(', ')}. There are ${allSites.map(({ platform }) => platform).join(', ')}.\n`,
  );
  process.exit(2);
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const { env } = await ensureBrowsers();
const browser = await chromium.launch({
  ...(env['PLAYWRIGHT_CHROMIUM'] === undefined
    ? {}
    : { executablePath: env['PLAYWRIGHT_CHROMIUM'] }),
  args: ['--no-sandbox', '--disable-gpu'],
});

/** The second question, in the theme of the page around it. */
async function testedChoice({ address }: ServedGuide): Promise<EmbedChoice> {
  const choice: EmbedChoice = { ...fixedChoice(), site: address.href, theme: 'page' };
  const page = await browser.newPage();
  const heights: Record<keyof MeasuredHeights, number> = { ...usualHeights };
  for (const width of measuredWidths) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(frameAddress(choice));
    heights[width] = await page.evaluate(async () => {
      await document.fonts.ready;
      return Math.ceil(document.querySelector('#root')?.getBoundingClientRect().height ?? 0);
    });
  }
  await page.close();
  return { ...choice, heights };
}

function blockOf(
  { platform }: PlatformSite,
  id: BlockId,
): { readonly platform: Platform; readonly block: PlatformBlock } {
  const found = platforms.find((each) => each.id === platform);
  const block = found?.blocks.find((each) => each.id === id);
  if (found === undefined || block === undefined) {
    throw new Error(`The builder has no block ${platform}/${id}.`);
  }
  return { platform: found, block };
}

async function tried(
  site: PlatformSite,
  guide: ServedGuide,
  choice: EmbedChoice,
): Promise<SiteResult> {
  const partsOf = (id: BlockId) =>
    blocksOf(site).includes(id) ? blockOf(site, id).block.parts(choice) : [];
  const built = await buildSite(site, {
    element: partsOf('element'),
    frame: partsOf('frame'),
    address: partsOf('address'),
  });
  if (built.kind !== 'built') {
    say(`${built.kind.toUpperCase()} ${site.platform}: ${built.why}`);
    return { site, built, blocks: [] };
  }
  let server: ServedSite;
  try {
    server = await (site.serve?.(built.folder) ?? startServer({ folder: built.folder }));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    say(`FAILED ${site.platform}: ${why}`);
    return { site, built: { kind: 'failed', why }, blocks: [] };
  }
  const blocks: BlockResult[] = [];
  for (const id of blocksOf(site)) {
    const { platform, block } = blockOf(site, id);
    const address = new URL(site.page(id), server.url);
    const trial = { browser, guide, address, site, block: id };
    const widths = [];
    for (const width of windowWidths) widths.push(await tryAtWidth(trial, width));
    const { compiled } = built;
    const types =
      compiled === undefined || id !== 'element'
        ? []
        : [
            {
              what: 'A program that uses every attribute, event and method compiles',
              why: compiled.code === 0 ? undefined : compiled.output.slice(0, 900),
            },
          ];
    const others = [
      ...(await tryTheme(trial)),
      ...types,
      ...((await site.others?.(id, server.url)) ?? []),
    ];
    const result = { name: blockName(platform, block), widths, others };
    for (const { width, verdicts } of widths) {
      for (const { what, why } of verdicts) {
        if (why !== undefined) say(`FAILED ${result.name} at ${width} px: ${what}\n    ${why}`);
      }
    }
    for (const { what, why } of result.others) {
      if (why !== undefined) say(`FAILED ${result.name}: ${what}\n    ${why}`);
    }
    blocks.push(result);
  }
  await server.close();
  return { site, built, blocks };
}

/** Keeps what worked, with what it worked in; about the others, nothing is claimed any more. */
async function keep(results: readonly SiteResult[]): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const entries = new Map(Object.entries(platformReport.blocks));
  for (const { site, built, blocks } of results) {
    for (const result of blocks) {
      entries.delete(result.name);
      if (built.kind !== 'built' || verdictsOf(result).some(({ why }) => why !== undefined))
        continue;
      const id = blocksOf(site).find((each) => result.name.endsWith(`/${each}`));
      if (id === undefined) continue;
      entries.set(result.name, {
        program: built.program,
        triedOn: today,
        hash: blockHash(blockOf(site, id).block),
      });
    }
  }
  const report: PlatformReport = {
    version: 1,
    blocks: Object.fromEntries([...entries].toSorted(([one], [other]) => (one < other ? -1 : 1))),
  };
  await writeFile(
    path.join(projectFolder, 'src', 'embed', 'builder', 'platformReport.json'),
    `${JSON.stringify(report, null, 2)}\n`,
  );
}

const results: SiteResult[] = [];
const address = await freeAddress();
await withFreshBuild(
  async (folder) => {
    const guide = await serveGuide(folder, address);
    const choice = await testedChoice(guide);
    for (const site of allSites) {
      if (positionals.length > 0 && !positionals.includes(site.platform)) continue;
      say(`${site.program} …`);
      results.push(await tried(site, guide, choice));
    }
    await guide.close();
  },
  { SITE_URL: address.origin },
);
await browser.close();
if (values['write-report']) await keep(results);
say(`The report is ${path.relative(projectFolder, await writeReportPage(results))}.`);
const all = results.flatMap(({ blocks }) => blocks.flatMap(verdictsOf));
const unbuilt = results.filter(({ built }) => built.kind === 'failed').length;
const failed = all.filter(({ why }) => why !== undefined).length + unbuilt;
const skipped = results.filter(({ built }) => built.kind === 'skipped').length;
say(`${all.length + unbuilt - failed} passed, ${failed} failed, ${skipped} sites skipped`);
process.exitCode = failed > 0 ? 1 : 0;
