import type { FrameLocator, Page, Route } from '@playwright/test';

import { releases } from '#embed/releases.ts';

import { activate, heightError, secondTry, typeInto } from './embedFrame.ts';
import { expect, test } from './fixtures.ts';
import { elementMarkup, hostOfGuide, notes, told } from './hostOfGuide.ts';

test.describe.configure(secondTry);

// The element of the latest release in pages that are not made for it. The host is on another
// port, on purpose: that is another origin.
test.use({
  expectedNoise: [
    /^request to another origin: http:\/\/localhost|^failed: http:\/\/localhost|favicon|must be|goTo must|ERR_FAILED|ERR_BLOCKED_BY_RESPONSE|404|frame-src|Framing|Refused|target origin provided/,
  ],
});

const element = (page: Page) => page.locator('okta-auth-guide');
const setAttribute = async (page: Page, name: string, value: string) =>
  element(page).evaluate(
    (guide, [key = '', text = '']) => guide.setAttribute(key, text),
    [name, value],
  );
const call = async (page: Page, method: string, ...given: readonly string[]) =>
  element(page).evaluate(
    (guide, [name, values]) => {
      Reflect.apply(Reflect.get(guide, name) as () => void, guide, values);
    },
    [method, given] as const,
  );
const theme = (frame: FrameLocator) => frame.locator('html');

test.describe('what the host changes later', () => {
  test(
    'is changed in place: nothing is loaded, the history gets no entry, what was typed stays',
    { tag: '@engine' },
    async ({ page, site }) => {
      const { frame, close } = await hostOfGuide(page, '', {
        markup: elementMarkup(site, 'start="oauth-yes/audience-ownOrg" theme="light"'),
        script: notes,
      });
      await expect.poll(async () => told(page)).toContain('ready serviceApp');
      await activate(frame.getByRole('button', { name: /^Fill in your own values/ }));
      const org = frame.getByRole('textbox', { name: 'Okta org domain' });
      await typeInto(org, 'typed.okta.com');
      await frame.locator('html').evaluate((html) => html.setAttribute('data-same', ''));
      const entries = await page.evaluate(() => history.length);
      await setAttribute(page, 'theme', 'dark');
      await setAttribute(page, 'accent', '#b00020');
      await setAttribute(page, 'heading', '3');
      await setAttribute(page, 'show', 'snippet');
      await setAttribute(page, 'languages', 'python go');
      await expect(theme(frame)).toHaveAttribute('data-theme', 'dark');
      await expect(theme(frame)).toHaveAttribute('style', /--accent/);
      await expect(frame.locator('h1')).toHaveAttribute('aria-level', '3');
      await expect(frame.locator('#sources')).toBeHidden();
      await expect(frame.locator('.language-menu a')).toHaveText(['Python', 'Go']);
      await expect(org).toHaveValue('typed.okta.com');
      await element(page).evaluate((guide) => {
        for (const name of ['theme', 'accent', 'heading', 'show']) guide.removeAttribute(name);
      });
      await expect(theme(frame)).not.toHaveAttribute('data-theme', /./);
      await expect(frame.locator('h1')).not.toHaveAttribute('aria-level', /./);
      await expect(frame.locator('#sources')).toBeVisible();
      await expect(theme(frame)).toHaveAttribute('data-same', '');
      await expect(org).toHaveValue('typed.okta.com');
      expect(await page.evaluate(() => history.length)).toBe(entries);
      close();
    },
  );

  test('an org that the host gives later takes the place of the one before', async ({
    page,
    site,
  }) => {
    const { frame, close } = await hostOfGuide(page, '', {
      markup: elementMarkup(site, 'start="oauth-yes/audience-ownOrg" org="first.okta.com"'),
      script: notes,
    });
    await expect(frame.locator('#desk-request figure').first()).toContainText('first.okta.com');
    await setAttribute(page, 'org', 'second.okta.com');
    await expect(frame.locator('#desk-request figure').first()).toContainText('second.okta.com');
    close();
  });

  test('a goTo that leads nowhere is reported, and the guide stays; so is a wrong parameter', async ({
    page,
    site,
  }) => {
    const { frame, close } = await hostOfGuide(page, '', {
      markup: elementMarkup(site),
      script: notes,
    });
    await expect.poll(async () => told(page)).toEqual(['ready oauth']);
    await call(page, 'goTo', 'no/such/place');
    await expect
      .poll(async () => told(page))
      .toEqual(['ready oauth', expect.stringMatching(/^error goTo must be given the id/)]);
    await setAttribute(page, 'theme', 'pink');
    await expect
      .poll(async () => told(page))
      .toContainEqual(expect.stringMatching(/^error theme must be/));
    await call(page, 'goTo', 'audience');
    await expect.poll(async () => told(page)).toContain('answer audience');
    await expect(frame.getByRole('heading', { level: 1 })).toContainText('Whose');
    close();
  });

  test('each height is reported once', { tag: '@engine' }, async ({ page, site }) => {
    const { frame, close } = await hostOfGuide(page, '', {
      markup: elementMarkup(site),
      script: `${notes}
        window.heights = [];
        document.querySelector('okta-auth-guide').addEventListener('height', ({ detail }) => {
          window.heights.push(detail.height);
        });`,
    });
    await expect.poll(async () => told(page)).toEqual(['ready oauth']);
    await activate(frame.getByText('Not this kind of program?', { exact: true }));
    await expect.poll(heightError(frame)).toBe(0);
    await activate(frame.locator('.option a').first());
    await expect.poll(async () => told(page)).toContain('answer audience');
    await expect.poll(heightError(frame)).toBe(0);
    const heights = await page.evaluate(() => Reflect.get(window, 'heights') as readonly number[]);
    expect(heights.length).toBeGreaterThan(2);
    for (const [index, height] of heights.slice(1).entries()) {
      expect(height).not.toBe(heights[index]);
    }
    close();
  });
});

/** How the pages of the usual generators switch their theme. */
const switches = [
  ['data-theme', '[data-theme="dark"]', "document.documentElement.dataset.theme = 'dark'"],
  ['html.dark', 'html.dark', "document.documentElement.classList.add('dark')"],
  ['data-md-color-scheme', 'body', "document.body.dataset.mdColorScheme = 'slate'"],
  ['color-scheme', 'html', "document.documentElement.style.colorScheme = 'dark'"],
] as const;
for (const [name, , switchToDark] of switches) {
  // What a page's `color-scheme` comes to is the engine's to say.
  const tags = name === 'color-scheme' ? ['@engine'] : [];
  test(
    `with theme="page" the guide follows the page’s switch ${name}, and back`,
    { tag: tags },
    async ({ page, site }) => {
      const { frame, close } = await hostOfGuide(page, '', {
        markup: `<link rel="icon" href="data:,">${elementMarkup(site, 'theme="page"')}`,
        script: notes,
      });
      await expect(theme(frame)).toHaveAttribute('data-theme', 'light');
      await page.evaluate(switchToDark);
      await expect(theme(frame)).toHaveAttribute('data-theme', 'dark');
      await page.evaluate(() => {
        document.documentElement.className = '';
        document.documentElement.style.colorScheme = '';
        delete document.documentElement.dataset['theme'];
        delete document.body.dataset['mdColorScheme'];
      });
      await expect(theme(frame)).toHaveAttribute('data-theme', 'light');
      expect(await told(page)).toEqual(['ready oauth']);
      close();
    },
  );
}

test(
  'after an answer the guide begins below the bars that cover the top of the window',
  { tag: '@engine' },
  async ({ page, site }) => {
    const bars = `<style>
    .bar { position: sticky; top: 0; height: 60px; background: #ccc; }
    .second { position: fixed; top: 60px; left: 0; right: 0; height: 40px; background: #aaa; }
  </style><div class="bar">Docs</div><div class="second">On this page</div>
  <div style="height: 900px">Words before</div>`;
    const { frame, close } = await hostOfGuide(page, '', {
      markup: `${bars}${elementMarkup(site)}<div style="height: 2000px"></div>`,
      script: notes,
    });
    await expect.poll(async () => told(page)).toEqual(['ready oauth']);
    await page.evaluate(() => scrollTo(0, 1500));
    // A click by the test would first scroll to where it clicks.
    await frame.locator('.option a').first().dispatchEvent('click');
    await expect.poll(async () => told(page)).toEqual(['ready oauth', 'answer audience']);
    const top = async () => element(page).evaluate((guide) => guide.getBoundingClientRect().top);
    await expect.poll(top).toBeGreaterThanOrEqual(100);
    expect(await top()).toBeLessThan(110);
    close();
  },
);

for (const [name, style] of [
  ['a row of flex items', 'display: flex'],
  ['a column that centres its items', 'display: flex; flex-direction: column; align-items: center'],
  ['a grid that centres its items', 'display: grid; justify-items: center'],
] as const) {
  test(`it fills ${name}`, async ({ page, site }) => {
    const { close } = await hostOfGuide(page, '', {
      markup: `<div id="parent" style="${style}">${elementMarkup(site)}</div>`,
      script: notes,
    });
    await expect.poll(async () => told(page)).toEqual(['ready oauth']);
    const widthOf = async (selector: string) =>
      page.locator(selector).evaluate((each) => each.clientWidth);
    expect(await widthOf('okta-auth-guide')).toBe(await widthOf('#parent'));
    close();
  });
}

const link = (page: Page) => page.getByRole('link', { name: 'The guide' });

test.describe('a guide that does not come', () => {
  test('leaves the host’s own link, with the state in it, and comes when it is reset', async ({
    page,
    site,
  }) => {
    const { frame, close } = await hostOfGuide(page, '', {
      markup: elementMarkup(site),
      script: notes,
    });
    await expect.poll(async () => told(page)).toEqual(['ready oauth']);
    await activate(frame.locator('.option a').first());
    await expect.poll(async () => told(page)).toContain('answer audience');
    await page.route('**/embed/oauth-yes/**', async (route) => route.abort());
    await activate(frame.locator('.option a').first());
    await expect(link(page)).toBeVisible();
    await expect(link(page)).toHaveAttribute('href', new URL('guide/oauth-yes/', site).href);
    expect(await told(page)).toContain('error The guide does not answer.');
    await page.unroute('**/embed/oauth-yes/**');
    await call(page, 'reset');
    await expect(link(page)).toBeHidden();
    await expect(frame.getByRole('heading', { level: 1 })).toContainText('OAuth 2.0');
    await expect.poll(heightError(frame)).toBe(0);
    close();
  });

  test(
    'because it is down from the beginning leaves the link',
    { tag: '@engine' },
    async ({ page, site }) => {
      await page.route('**/embed/', async (route) => route.abort());
      const { close } = await hostOfGuide(page, '', { markup: elementMarkup(site), script: notes });
      // Firefox does not report a frame that failed: the element waits as long as for a slow one.
      await expect(link(page)).toBeVisible({ timeout: 30_000 });
      await expect(link(page)).toHaveAttribute('href', site.href);
      close();
    },
  );

  test('because its address is of another page leaves the link', async ({ page, site }) => {
    const { close } = await hostOfGuide(page, '', {
      markup: elementMarkup(site, `src="${new URL('no/such/copy', site).href}"`),
      script: notes,
    });
    await expect(link(page)).toBeVisible();
    close();
  });

  for (const policy of ["default-src 'none'; frame-src 'none'", "default-src 'self'"]) {
    test(`because the host’s policy refuses it leaves the link: ${policy}`, async ({
      page,
      site,
    }) => {
      const { close } = await hostOfGuide(page, '', {
        markup: elementMarkup(site),
        script: notes,
        headers: { 'content-security-policy': `${policy}; script-src 'self' ${site.origin}` },
      });
      await expect(link(page)).toBeVisible({ timeout: 25_000 });
      // Nothing keeps the room that the frame would have had.
      const height = await element(page).evaluate((guide) => guide.getBoundingClientRect().height);
      expect(height).toBeLessThan(200);
      close();
    });
  }

  test('because it is too slow leaves the link, and takes its place when it comes after all', async ({
    page,
    site,
  }) => {
    test.slow();
    const held: Route[] = [];
    await page.route('**/embed/', (route) => {
      held.push(route);
    });
    const { frame, close } = await hostOfGuide(page, '', {
      markup: elementMarkup(site),
      script: notes,
      waitUntil: 'domcontentloaded',
    });
    await expect(link(page)).toBeVisible({ timeout: 25_000 });
    await Promise.all(held.map(async (route) => route.continue()));
    await expect(link(page)).toBeHidden();
    await expect.poll(heightError(frame)).toBe(0);
    expect(await told(page)).toEqual(['error The guide does not answer.', 'ready oauth']);
    close();
  });
});

const version = releases.at(-1)?.version ?? '';
const plainElement = (site: URL, attributes = '') =>
  `<okta-auth-guide loading="eager" ${attributes}><a href="${site.href}">The guide</a></okta-auth-guide>`;

test('the module finds its site by its own address', { tag: '@engine' }, async ({ page, site }) => {
  const { frame, close } = await hostOfGuide(page, '', {
    markup: `<script type="module" src="${new URL(`embed/${version}/embed.mjs`, site).href}"></script>${plainElement(site)}`,
    script: notes,
  });
  await expect(frame.getByRole('heading', { level: 1 })).toContainText('OAuth 2.0');
  await expect.poll(heightError(frame)).toBe(0);
  close();
});

test('the classic file loaded as a module frames no page of the host, and src names the site', async ({
  page,
  site,
}) => {
  const { frame, close } = await hostOfGuide(page, '', {
    markup: `<script type="module" src="${new URL(`embed/${version}/embed.js`, site).href}"></script>${plainElement(site)}`,
    script: notes,
  });
  await expect
    .poll(async () => told(page))
    .toEqual(['error src must be an http or https address.']);
  await expect(page.getByRole('link', { name: 'The guide' })).toBeVisible();
  await setAttribute(page, 'src', site.href.replace(/\/$/, ''));
  await expect(frame.getByRole('heading', { level: 1 })).toContainText('OAuth 2.0');
  await expect.poll(async () => told(page)).toContain('ready oauth');
  close();
});
