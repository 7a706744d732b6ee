import { type Browser, expect, type FrameLocator, type Page } from '@playwright/test';

import { heightError } from '../embedFrame.ts';
import { type BlockId, type PlatformSite, type Verdict, words } from './platformSite.ts';
import type { ServedGuide } from './servedGuide.ts';

/** Widths of the window in which a block has to work. */
export const windowWidths = [360, 720, 960] as const;
/** The width at which the site's own theme switch is in sight. */
const wideWindow = 1280;
/** How much later the slow guide answers, in milliseconds. */
const lateness = 700;

export interface TriedBlock {
  readonly width: number;
  readonly verdicts: readonly Verdict[];
  readonly picture: Buffer;
}

export interface Trial {
  readonly browser: Browser;
  readonly guide: ServedGuide;
  /** Of the page with the block. */
  readonly address: URL;
  readonly site: PlatformSite;
  readonly block: BlockId;
}

const guideOf = (page: Page, block: BlockId): FrameLocator =>
  page.frameLocator(block === 'element' ? 'okta-auth-guide iframe' : 'iframe');

const heading = (guide: FrameLocator) => guide.getByRole('heading', { level: 1 });

/** Opens a page of its own, in which every shift of the layout is noted. */
async function opened({ browser, address }: Trial, width: number, height: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
          readonly value: number;
          readonly hadRecentInput: boolean;
          readonly sources: readonly {
            readonly node: Node | null;
            readonly previousRect: DOMRect;
            readonly currentRect: DOMRect;
          }[];
        };
        // A guide moves the text below it; what goes sideways, and bars, are the host's own doing.
        const fallen = sources.filter(
          ({ node, previousRect, currentRect }) =>
            previousRect.y !== currentRect.y &&
            (node instanceof Element ? node : node?.parentElement)?.closest(
              'header, footer, nav, aside',
            ) === null,
        );
        if (hadRecentInput || fallen.length === 0) continue;
        const moved = fallen.map(
          ({ node, previousRect, currentRect }) =>
            `${node?.nodeName} from ${previousRect.y} to ${currentRect.y}`,
        );
        shifts.push(`${value.toFixed(4)} (${moved.join(', ')})`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(address.href);
  return page;
}

async function verdict(what: string, check: () => Promise<void>): Promise<Verdict> {
  try {
    await check();
    return { what, why: undefined };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    // oxlint-disable-next-line no-control-regex -- the colours of the terminal
    return { what, why: text.replaceAll(/\u001b\[[\d;]*m/g, '').slice(0, 600) };
  }
}

const noShift = async (page: Page): Promise<void> => {
  // What moves late is seen too.
  await page.waitForTimeout(600);
  expect(await page.evaluate(() => Reflect.get(window, 'shifts') as unknown)).toEqual([]);
};

/** Tries a block in a window of a width, on a page that is opened again for each check. */
export async function tryAtWidth(trial: Trial, width: number): Promise<TriedBlock> {
  const { block, guide: served } = trial;
  const verdicts: Verdict[] = [];
  served.answerAfter(0);
  // High enough for all of the page: a shift out of sight counts for nothing.
  const page = await opened(trial, width, 2600);
  const guide = guideOf(page, block);
  verdicts.push(
    await verdict('The guide is there and has answered', async () => {
      await expect(heading(guide)).toContainText('Whose', { timeout: 15_000 });
    }),
    await verdict('The frame has its height', async () => {
      if (block === 'element') await expect.poll(heightError(guide)).toBe(0);
      const frame = page.locator(block === 'element' ? 'okta-auth-guide iframe' : 'iframe');
      const box = await frame.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(600);
      // It fills its column.
      expect(box?.width).toBeGreaterThan(280);
    }),
    await verdict('Nothing of the host moves', async () => noShift(page)),
    await verdict('Nothing is wider than the window', async () => {
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over).toBeLessThanOrEqual(0);
    }),
  );
  await page.setViewportSize({ width, height: 1400 });
  const picture = await page.screenshot();
  await page.context().close();

  served.answerAfter(lateness);
  const slow = await opened(trial, width, 2600);
  verdicts.push(
    await verdict('Nothing of the host moves while a slow guide comes', async () => {
      await expect(heading(guideOf(slow, block))).toContainText('Whose', { timeout: 20_000 });
      await noShift(slow);
    }),
  );
  await slow.context().close();
  served.answerAfter(0);
  verdicts.push(await comesBack(trial, width));
  if (block === 'element') verdicts.push(await staysClear(trial, width));
  return { width, verdicts, picture };
}

/** Goes to another page of the site by a link, as its readers do, and comes back. */
async function comesBack(trial: Trial, width: number): Promise<Verdict> {
  const { block } = trial;
  const page = await opened(trial, width, 1000);
  const result = await verdict(
    'After a way to another page and back, the guide works',
    async () => {
      const follow = async (name: string) =>
        page
          .locator('a, button')
          .filter({ hasText: name })
          .first()
          .evaluate((control) => {
            if (control instanceof HTMLElement) control.click();
          });
      await expect(heading(guideOf(page, block))).toContainText('Whose');
      await follow(words.away);
      await follow(words.back[block]);
      await page
        .locator(block === 'element' ? 'okta-auth-guide' : 'iframe')
        .scrollIntoViewIfNeeded();
      const guide = guideOf(page, block);
      await expect(heading(guide)).toContainText('Whose');
      await guide.locator('.option a').first().click();
      await expect(guide.getByRole('heading', { name: 'The request', exact: true })).toBeVisible();
    },
  );
  await page.context().close();
  return result;
}

/** After an answer deep in the page, the top of the guide is in sight, below what covers the window. */
async function staysClear(trial: Trial, width: number): Promise<Verdict> {
  const page = await opened(trial, width, 500);
  const result = await verdict('After an answer, the top of the guide is in sight', async () => {
    const guide = guideOf(page, 'element');
    const element = page.locator('okta-auth-guide');
    await element.scrollIntoViewIfNeeded();
    await expect(heading(guide)).toContainText('Whose');
    // Deep in the page, so that the top of the guide is above the window.
    await element.evaluate((host) => scrollBy(0, host.getBoundingClientRect().top + 100));
    await guide.locator('.option a').nth(1).click();
    await expect(heading(guide)).not.toContainText('Whose org');
    await expect
      .poll(async () =>
        element.evaluate((host) => {
          const { top, left, width: wide } = host.getBoundingClientRect();
          if (top < 0) return `its top is ${-top} px above the window`;
          const there = document.elementFromPoint(left + wide / 2, top + 2);
          return there === host ? 'in sight' : `covered by ${there?.outerHTML.slice(0, 80)}`;
        }),
      )
      .toBe('in sight');
  });
  await page.context().close();
  return result;
}

/** Uses the site's own switch; the guide has to follow in place. */
export async function tryTheme(trial: Trial): Promise<readonly Verdict[]> {
  const { switchToDark } = trial.site;
  if (trial.block !== 'element' || switchToDark === undefined) return [];
  const page = await opened(trial, wideWindow, 1000);
  const result = await verdict('The guide follows the site’s switch of its theme', async () => {
    const guide = guideOf(page, 'element');
    const html = guide.locator('html');
    await expect(heading(guide)).toContainText('Whose');
    await expect(html).toHaveAttribute('data-theme', 'light');
    await html.evaluate(() => Object.assign(window, { isSame: true }));
    await switchToDark(page);
    await expect(html).toHaveAttribute('data-theme', 'dark');
    // Without loading anything.
    expect(await html.evaluate(() => Reflect.get(window, 'isSame') as unknown)).toBe(true);
  });
  await page.context().close();
  return [result];
}
