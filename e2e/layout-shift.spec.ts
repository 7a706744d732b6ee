import type { Page } from '@playwright/test';

import { expect, test } from './fixtures.ts';
import type { GuidePage } from './pages/GuidePage.ts';
import { otherPages, pathOf, shortestWalks } from './pages/states.ts';

/** What a link brings: values, operations, and some that are refused. */
const links = [
  ...[
    'org=acme.okta.com&client=0oa1gjh63g214q0Hq0g4',
    'org=acme.okta.com&ops=listUsers+createUser+assignUserToGroup',
    'org=localhost&client=wrong',
  ].map((values) => `guide/oauth-yes/audience-ownOrg/#v=1&${values}`),
  'guide/oauth-no/#v=1&ops=listUsers',
];

const paths = [
  ...shortestWalks.map(({ answers }) => pathOf(answers)),
  ...otherPages,
  'embed/service-app/set-up/',
  'operations/#v=1&ops=listUsers+createUser+assignUserToGroup',
  ...links,
];

/** What a line that wraps in another place costs when the typeface comes: far too little to see. */
const mostShift = 0.04;

/** The sum of all shifts since the page was opened, as in Cumulative Layout Shift. */
async function shiftOf(page: Page): Promise<number> {
  return page.evaluate(
    async () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += Number(Reflect.get(entry, 'value'));
        }).observe({ type: 'layout-shift', buffered: true });
        // What was buffered is reported before the second frame from here.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
      }),
  );
}

/** Opens a page, and adds up what moved until all its parts are there. */
async function shiftWhileOpening(guide: GuidePage, page: Page, path: string): Promise<number> {
  // Another fragment alone would not load the page anew.
  await page.goto('about:blank');
  await guide.open(path);
  await expect(page.locator('[data-awaits-values]')).toHaveCount(0);
  await expect(page.locator('.island-to-come').getByText(/^Loading the /)).toHaveCount(0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    // A page of the guide wakes up when the browser has nothing else to do.
    await new Promise((resolve) => requestIdleCallback(resolve));
  });
  return shiftOf(page);
}

const windows = [
  { width: 1440, height: 900, paths, most: mostShift },
  // Where something is drawn between the options, in a single column.
  { width: 360, height: 740, paths: ['guide/oauth-no/', 'guide/oauth-unsure/'], most: 0.01 },
];

for (const { width, height, paths: opened, most } of windows) {
  test(`nothing moves while a page’s typeface and the parts that need a script come, at ${width} px`, async ({
    guide,
    page,
  }) => {
    await page.setViewportSize({ width, height });
    for (const path of opened) {
      expect(await shiftWhileOpening(guide, page, path), `/${path}`).toBeLessThanOrEqual(most);
    }
  });
}

test('nothing moves on a slow phone while the values of a link, or what only a script can say, come', async ({
  guide,
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const browser = await page.context().newCDPSession(page);
  await browser.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  for (const path of [...links, '404.html', 'workshop/cards/', 'workshop/screen/']) {
    expect(await shiftWhileOpening(guide, page, path), `/${path}`).toBeLessThanOrEqual(mostShift);
  }
});
