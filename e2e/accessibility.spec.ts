import { AxeBuilder } from '@axe-core/playwright';

import { expect, test } from './fixtures.ts';
import { otherPages, pathOf, shortestWalks, titleOf } from './pages/states.ts';
import { replay } from '#guide/replay.ts';

/** One page of each kind: every question, outcome and exit, and the pages beside the guide. */
const pages = [
  ...shortestWalks.map((walk) => ({ title: titleOf(walk), path: pathOf(walk.answers) })),
  ...otherPages.map((path) => ({ title: path, path })),
  ...[
    'embed/',
    'embed/oauth-yes/audience-ownOrg/',
    'embed/oauth-yes/audience-ownOrg/#v=1&show=compact',
    'embed/service-app/set-up/',
    'embed/api-token/details/',
    'embed/api-service-integration/then-and-now/',
    'embed/errors/',
    'embed/lab/',
    'embed/oauth-no/#v=1&accent=%23ffee00',
    'embed/oauth-no/#v=1&accent=%23101080',
  ].map((path) => ({ title: path, path })),
  { title: 'the page for addresses that are no page', path: '404.html' },
];

const themes = ['light', 'dark'] as const;
const widths = [360, 768, 1440] as const;
/** What 1280 px become at 400 %. */
const zoomed = 320;
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What a theme can change. */
const colourRules = ['color-contrast', 'link-in-text-block'];

for (const { title, path } of pages) {
  test(`${title}: axe finds nothing, nothing scrolls sideways, and links keep a colour of their own in every theme`, async ({
    guide,
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.setViewportSize({ width: widths[0], height: 900 });
    await guide.open(path);
    await expect(guide.heading).toBeVisible();
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        // What pages frame is tested as a page of its own: the mode without frames spares a second
        // page and most of the time, as does leaving out the description of what passes.
        const axe = new AxeBuilder({ page })
          .setLegacyMode()
          .exclude('okta-auth-guide')
          .options({ resultTypes: ['violations'] });
        const { violations } = await (
          theme === 'dark' ? axe.withRules(colourRules) : axe.withTags(standard)
        ).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
          `${theme}, at ${width} px`,
        ).toEqual([]);
      }
    }
    for (const width of [zoomed, ...widths]) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `at ${width} px`).toBe(0);
    }
    await page.emulateMedia({ forcedColors: 'active' });
    const link = guide.main.getByRole('link').filter({ visible: true }).first();
    await expect(link).toBeVisible();
    const colours = await link.evaluate((element) => ({
      link: getComputedStyle(element).color,
      text: getComputedStyle(document.body).color,
      page: getComputedStyle(document.body).backgroundColor,
    }));
    expect(colours.link).not.toBe(colours.text);
    expect(colours.link).not.toBe(colours.page);
  });
}

test('the keyboard alone goes from the first question to a result, the focus always in sight', async ({
  guide,
  page,
}) => {
  const tabTo = async (name: string): Promise<void> => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      const words = (await focused.textContent()) ?? '';
      if (words.trim() !== name) continue;
      // A card draws the ring around itself for the link that it contains.
      const ring = await focused.evaluate((element) =>
        [element, element.parentElement ?? element].some((each) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(each);
          return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
        }),
      );
      expect(ring, 'focus must be visible').toBe(true);
      return;
    }
    throw new Error(`The Tab key never came to "${name}".`);
  };
  await guide.open('');
  for (const answer of ['oauth.yes', 'audience.ownOrg'] as const) {
    await tabTo((await guide.option(answer).textContent()) ?? '');
    await page.keyboard.press('Enter');
    await expect(guide.heading).toBeFocused();
  }
  await guide.expectState(replay(['oauth.yes', 'audience.ownOrg']).walk);
});

test('the skip link leads to the content and leaves the values in the address alone', async ({
  guide,
  page,
}) => {
  await guide.open('guide/oauth-yes/audience-ownOrg/#v=1&org=example.okta.com');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#v=1&org=example\.okta\.com$/);
  await page.keyboard.press('Tab');
  const isInMain = await page.evaluate(
    () => document.querySelector('main')?.contains(document.activeElement) ?? false,
  );
  expect(isInMain).toBe(true);
});

test('landmarks and headings tell the page apart without a picture', async ({ guide, page }) => {
  await guide.openState(['oauth.yes', 'audience.customerOrgs', 'catalog.yes']);
  for (const role of ['banner', 'main', 'contentinfo'] as const) {
    await expect(page.getByRole(role)).toHaveCount(1);
  }
  await expect(guide.answers).toHaveCount(1);
  const levels = await page
    .getByRole('heading')
    .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName.slice(1))));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  for (const [index, level] of levels.entries()) {
    const before = levels[index - 1];
    if (before !== undefined) expect(level - before).toBeLessThanOrEqual(1);
  }
});

test('print shows the result and its sources, and no controls', async ({ guide, page }) => {
  await guide.openState(['oauth.yes', 'audience.ownOrg']);
  await page.emulateMedia({ media: 'print' });
  await expect(guide.heading).toBeVisible();
  await expect(guide.main.getByRole('heading', { name: 'Sources' })).toBeVisible();
  await expect(guide.main.getByRole('button').filter({ visible: true })).toHaveCount(0);
  await expect(guide.main.getByRole('textbox').filter({ visible: true })).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'Site' })).toBeHidden();
});

test('on paper no page has a control, or cuts off a line, a table or a picture', async ({
  guide,
  page,
}) => {
  // An A4 sheet between the margins that browsers leave.
  await page.setViewportSize({ width: 718, height: 1047 });
  for (const { path } of pages) {
    await page.emulateMedia({ media: 'screen' });
    await guide.open(path);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const faults = await page.evaluate(() => {
      const seen = [...document.querySelectorAll('body *')].filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true }) &&
          element.getBoundingClientRect().height > 1,
      );
      // The boxes of a plan are ticked by hand.
      const controls = seen.filter((element) =>
        element.matches(
          'button, select, textarea, .button, input:not(li:has(label[for]) > input[type=checkbox])',
        ),
      );
      const cut = seen.filter(
        (element) =>
          getComputedStyle(element).overflowX !== 'visible' &&
          !element.matches('.sr-only') &&
          element.scrollWidth > element.clientWidth + 1,
      );
      const { color, backgroundColor } = getComputedStyle(document.documentElement);
      return {
        controls: controls.map(({ outerHTML }) => outerHTML.slice(0, 80)),
        cut: cut.map(({ outerHTML }) => outerHTML.slice(0, 80)),
        beyond: document.documentElement.scrollWidth > innerWidth,
        ink: color,
        paper: backgroundColor,
      };
    });
    expect(faults, `/${path}`).toEqual({
      controls: [],
      cut: [],
      beyond: false,
      ink: 'rgb(0, 0, 0)',
      paper: 'rgb(255, 255, 255)',
    });
  }
});

test('on paper the map of a question and the picture of a path stand below their headings', async ({
  guide,
  page,
}) => {
  await page.emulateMedia({ media: 'print' });
  for (const { answers, kind } of shortestWalks) {
    await guide.openState(answers);
    const picture =
      kind === 'question' ? guide.map : page.getByRole('navigation', { name: 'Your path' });
    await expect(picture.locator('svg').first()).toBeVisible();
  }
});
