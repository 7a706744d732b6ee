import type { Page } from '@playwright/test';

import { embedPathOf } from '#share/address.ts';

import { expect, test } from './fixtures.ts';
import { endedWalks, otherPages, pathOf, shortestWalks } from './pages/states.ts';

/** What is not prose, such as a row of buttons, or is set in columns. */
const notProse =
  'nav, .flex, table, pre, svg, [popover], .layers, .call-fields, [class*="columns-"], .step-minutes, okta-auth-guide';

/** Hand-outs are set for paper. */
const screenPages = otherPages.filter((path) => !path.startsWith('workshop/handouts/'));

/** Each line of prose that another line follows, folds opened; names in code break anywhere. */
async function fullLines(page: Page): Promise<readonly string[]> {
  return page.evaluate((without) => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    const range = document.createRange();
    const linesOf = (block: Element): readonly string[] => {
      const lines: { text: string; bottom: number }[] = [];
      const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      while (texts.nextNode() !== null) {
        const { currentNode } = texts;
        for (const { 0: word, index } of (currentNode.textContent ?? '').matchAll(/\S+\s*/g)) {
          range.setStart(currentNode, index);
          range.setEnd(currentNode, index + word.length);
          const bottom = range.getClientRects()[0]?.bottom;
          const line = lines.at(-1);
          if (bottom === undefined) continue;
          if (line !== undefined && Math.abs(line.bottom - bottom) < 8) line.text += word;
          else lines.push({ text: word, bottom });
        }
      }
      return lines.map(({ text }) => text.trim());
    };
    return [...document.querySelectorAll('main :is(p, li, dd, blockquote)')]
      .filter(
        (block) =>
          block.closest(without) === null && block.querySelector('p, ul, ol, code') === null,
      )
      .flatMap((block) => linesOf(block).slice(0, -1));
  }, notProse);
}

test('lines of prose hold 55 to 75 letters', async ({ guide, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const shortest = shortestWalks.flatMap(({ answers }) => [pathOf(answers), embedPathOf(answers)]);
  for (const path of [...shortest, ...screenPages]) {
    await guide.open(path);
    const lines = await fullLines(page);
    // Words do not break where the measure ends: a line may be a word longer or shorter.
    expect(
      lines.filter(({ length }) => length > 80),
      `lines of /${path} that are too long`,
    ).toEqual([]);
    if (lines.length < 10) continue;
    const mean = lines.join('').length / lines.length;
    expect(mean, `lines of /${path}, on average`).toBeGreaterThanOrEqual(55);
    expect(mean, `lines of /${path}, on average`).toBeLessThanOrEqual(75);
  }
});

test('a result is at most four screens high at 1440 px and ten at 360 px, with its copy button and at most three source marks in the first', async ({
  guide,
  page,
}) => {
  const heightAt = async (width: number): Promise<number> => {
    await page.setViewportSize({ width, height: width < 768 ? 740 : 900 });
    return page.evaluate(() => document.documentElement.scrollHeight);
  };
  for (const { answers, kind } of endedWalks) {
    // An exit sends people elsewhere, and has no request.
    if (kind !== 'outcome') continue;
    const path = pathOf(answers);
    await guide.open(path);
    expect(await heightAt(360), `/${path} at 360 px`).toBeLessThanOrEqual(7500);
    expect(await heightAt(1440), `/${path} at 1440 px`).toBeLessThanOrEqual(3600);
    const marks = await guide.main
      .locator('.cite')
      .evaluateAll((all) =>
        all.filter((each) => each.getBoundingClientRect().bottom <= innerHeight),
      );
    expect(marks.length, `source marks in the first screen of /${path}`).toBeLessThanOrEqual(3);
    const copy = await guide.main.getByRole('button', { name: /^Copy cURL/ }).boundingBox();
    expect((copy?.y ?? Infinity) + (copy?.height ?? 0), `copy button of /${path}`).toBeLessThan(
      900,
    );
  }
});

for (const path of ['', 'guide/oauth-yes/audience-ownOrg/']) {
  test(`a first visit to /${path} loads at most 700 kB, background included`, async ({
    guide,
    page,
  }) => {
    const sizes: Promise<number>[] = [];
    page.context().on('requestfinished', (request) => {
      sizes.push(
        request
          .sizes()
          .then(
            ({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize,
          ),
      );
    });
    await guide.open(path);
    await guide.expectHydrated();
    await page.mouse.wheel(0, 100_000);
    await page.waitForLoadState('networkidle');
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    // Less would mean that the page itself was not counted.
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThanOrEqual(700_000);
  });
}
