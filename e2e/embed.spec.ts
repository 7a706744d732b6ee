import { startServer } from '../scripts/serve.mjs';
import { activate, heightError, secondTry, typeInto, walkToServiceApp } from './embedFrame.ts';
import { expect, test } from './fixtures.ts';
import { elementMarkup, hostOfGuide, notes, told } from './hostOfGuide.ts';

test.describe.configure(secondTry);

/** A host that speaks the protocol itself. */
const greeting = `
  const frame = document.querySelector('iframe');
  window.heard = [];
  frame.addEventListener('load', () => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      window.heard.push(data);
      if (data.type === 'height') frame.style.height = data.height + 'px';
    };
    window.guide = port1;
    const hello = { guide: 'okta-api-authorization-guide', v: 1, type: 'hello' };
    frame.contentWindow.postMessage(hello, '*', [port2]);
  });`;

// The host is on another port, on purpose: that is another origin.
test.use({
  expectedNoise: [
    /^request to another origin: http:\/\/localhost|^failed: http:\/\/localhost|favicon|Blocked script execution/,
  ],
});

const sandboxes = [
  { name: 'a plain frame', sandbox: undefined },
  { name: 'a sandbox that allows scripts only', sandbox: 'allow-scripts' },
  { name: 'a sandbox that allows nothing', sandbox: '' },
];
for (const { name, sandbox } of sandboxes) {
  test(`the guide is walked to its result in ${name}`, async ({ page, site }) => {
    const { frame, close } = await hostOfGuide(page, new URL('embed/', site).href, {
      ...(sandbox !== undefined && { sandbox }),
    });
    await walkToServiceApp(frame);
    close();
  });
}

for (const { name, sandbox } of sandboxes.slice(0, 2)) {
  test(`a statement’s sources open where it is, and the record when it is asked for, in ${name}`, async ({
    page,
    site,
  }) => {
    const { frame, close } = await hostOfGuide(
      page,
      new URL('embed/oauth-yes/audience-ownOrg/', site).href,
      { ...(sandbox !== undefined && { sandbox }), script: greeting },
    );
    const mark = frame.getByRole('button', { name: /^Show \d+ sources? for “/ }).first();
    const opened = frame.locator('.opened-sources');
    await activate(mark);
    await expect(opened.getByRole('link').first()).toHaveAttribute('href', /^https:/);
    await expect.poll(heightError(frame)).toBe(0);
    await activate(mark);
    await expect(opened).toHaveCount(0);
    await activate(frame.getByRole('button', { name: 'Show the record here' }));
    await expect(frame.locator('#record-text')).toContainText('guide-answers');
    await expect(frame.locator('#record-text')).toContainText(
      new URL('guide/oauth-yes/audience-ownOrg/', site).href,
    );
    await expect(frame.getByText('Read the record')).toBeFocused();
    await expect.poll(heightError(frame)).toBe(0);
    close();
  });
}

test.describe('where the guide lies on a server without headers', () => {
  // Fonts are always fetched with CORS: a frame without an origin does without them there.
  test.use({
    expectedNoise: [
      /^request to another origin: http:\/\/(localhost|127\.0\.0\.1)|favicon|\.woff2|preload|ERR_FAILED/,
    ],
  });
  test('the guide is walked in a sandbox when its host sends no CORS header', async ({
    page,
    site,
  }) => {
    const plain = await startServer({ plain: true, base: site.pathname });
    const address = `${plain.url.replace('localhost', '127.0.0.1')}embed/#v=1&theme=dark`;
    const { frame, close } = await hostOfGuide(page, address, { sandbox: 'allow-scripts' });
    await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
    await walkToServiceApp(frame);
    await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
    close();
    await plain.close();
  });
});

/** What the focus goes to when the fields of a request are drawn. */
const firstField = 'Find the operations you call';

for (const { name, sandbox } of sandboxes.slice(0, 2)) {
  test.describe(`values in ${name}`, () => {
    test('a person fills them in, and they stay for the next page', async ({ page, site }) => {
      const address = new URL('embed/oauth-yes/audience-ownOrg/#v=1&theme=dark', site).href;
      const { frame, close } = await hostOfGuide(page, address, {
        ...(sandbox !== undefined && { sandbox }),
        script: greeting,
      });
      await activate(frame.getByRole('button', { name: /^Fill in your own values/ }));
      await expect(frame.getByRole('textbox', { name: firstField })).toBeFocused();
      await typeInto(frame.getByRole('textbox', { name: 'Okta org domain' }), 'acme.okta.com');
      await expect(frame.locator('#desk-request figure').first()).toContainText('acme.okta.com');
      await activate(frame.getByRole('textbox', { name: firstField }));
      const picker = frame.getByRole('combobox');
      await typeInto(picker, 'listUsers');
      await activate(frame.getByRole('option', { name: /listUsers/ }).first());
      await expect(frame.locator('#desk-evidence')).toContainText('listUsers');
      await expect(frame.locator('#record-text')).toContainText('listUsers');
      await expect(frame.locator('#record-text')).toHaveCount(1);
      await expect.poll(heightError(frame)).toBe(0);
      await activate(frame.getByRole('link', { name: 'Start again' }));
      await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
      await walkToServiceApp(frame);
      await expect(frame.getByRole('textbox', { name: 'Okta org domain' })).toHaveValue(
        'acme.okta.com',
      );
      await expect(frame.locator('#desk-evidence')).toContainText('listUsers');
      close();
    });

    test('the host gives the org, the operations and the languages', async ({ page, site }) => {
      const parameters = '#v=1&languages=python+go&ops=listUsers&org=acme.okta.com';
      const { frame, close } = await hostOfGuide(page, new URL(`embed/${parameters}`, site).href, {
        ...(sandbox !== undefined && { sandbox }),
        script: greeting,
      });
      await walkToServiceApp(frame);
      await expect(frame.locator('#desk-evidence')).toContainText('listUsers');
      await expect(frame.locator('.language-menu a')).toHaveText(['Python', 'Go']);
      await expect(frame.locator('#desk-request figure').first()).toContainText('acme.okta.com');
      await expect.poll(heightError(frame)).toBe(0);
      close();
    });

    test('the languages that the host leaves out are not offered before anything is filled in', async ({
      page,
      site,
    }) => {
      const address = 'embed/oauth-yes/audience-ownOrg/#v=1&languages=python+go';
      const { frame, close } = await hostOfGuide(page, new URL(address, site).href, {
        ...(sandbox !== undefined && { sandbox }),
      });
      await expect(frame.locator('.language-menu a')).toHaveText(['Python', 'Go']);
      await expect(frame.locator('.language-menu a').first()).toHaveAttribute(
        'aria-current',
        'true',
      );
      await expect(frame.getByRole('button', { name: 'Copy Python' })).toBeVisible();
      close();
    });
  });
}

test.describe('fields that do not come', () => {
  test.use({
    expectedNoise: [
      /^request to another origin: http:\/\/localhost|favicon|embedIsland|ERR_FAILED/,
    ],
  });
  test('are reported to the person, and come when they are asked for again', async ({
    page,
    site,
  }) => {
    const attempts: string[] = [];
    await page.route('**/assets/embedIsland-*.js', async (route) => {
      attempts.push(route.request().url());
      await (attempts.length === 1 ? route.abort() : route.continue());
    });
    const address = new URL('embed/oauth-yes/audience-ownOrg/', site).href;
    const { frame, close } = await hostOfGuide(page, address);
    const fill = frame.getByRole('button', { name: /^Fill in your own values/ });
    await activate(fill);
    await expect(frame.getByText('The fields could not be loaded.')).toBeVisible();
    await activate(fill);
    await expect(frame.getByRole('textbox', { name: firstField })).toBeFocused();
    expect(attempts).toHaveLength(2);
    close();
  });
});

test('a claim that an operation takes a token only is checked within the frame', async ({
  page,
  site,
}) => {
  const { frame, close } = await hostOfGuide(page, new URL('embed/oauth-no/', site).href);
  await activate(frame.getByRole('button', { name: /^Name the operation/ }));
  // The button has the same words, and stays until the fields have come.
  await activate(frame.locator('summary', { hasText: 'Name the operation' }));
  await typeInto(frame.getByRole('combobox'), 'listUsers');
  await activate(frame.getByRole('option', { name: /listUsers/ }).first());
  await expect(frame.locator('main')).toContainText('OAuth 2.0');
  await expect(frame.locator('main')).toContainText('okta.users.read');
  close();
});

test('the frame is as high as its content, growing and shrinking, and under a strict policy', async ({
  page,
  site,
}) => {
  const { frame, close } = await hostOfGuide(page, new URL('embed/', site).href, {
    script: greeting,
    width: '280',
    headers: {
      'content-security-policy': `default-src 'none'; script-src 'self'; frame-src ${site.origin}`,
    },
  });
  await expect.poll(heightError(frame)).toBe(0);
  const aside = frame.getByText('Not this kind of program?', { exact: true });
  const before = await page.locator('iframe').evaluate((element) => element.clientHeight);
  await activate(aside);
  const height = async () => page.locator('iframe').evaluate((element) => element.clientHeight);
  await expect.poll(height).toBeGreaterThan(before);
  await expect.poll(heightError(frame)).toBe(0);
  await activate(aside);
  await expect.poll(height).toBe(before);
  await expect.poll(heightError(frame)).toBe(0);
  close();
});

test('a host hears of each state and can ask for another; foreign messages change nothing', async ({
  page,
  site,
}) => {
  const { frame, close } = await hostOfGuide(page, new URL('embed/', site).href, {
    script: greeting,
  });
  const heard = async () =>
    page.evaluate(() =>
      (Reflect.get(window, 'heard') as { type: string; node?: string }[])
        .filter(({ type }) => type === 'state')
        .map(({ node }) => node),
    );
  await expect.poll(heard).toEqual(['oauth']);
  await page.evaluate(() => {
    const inner = document.querySelector('iframe')?.contentWindow;
    for (const message of ['hello', null, { type: 'goTo', answers: ['oauth.no'] }, { v: 2 }]) {
      inner?.postMessage(message, '*');
    }
    const port = Reflect.get(window, 'guide') as MessagePort;
    port.postMessage({ type: 'values' });
    port.postMessage({ type: 'goTo', answers: ['oauth.yes', 'no.such'] });
    port.postMessage({ type: 'goTo', answers: ['oauth.yes'] });
  });
  await expect.poll(heard).toEqual(['oauth', 'audience']);
  await expect(frame.getByRole('link', { name: 'Start again' })).toBeVisible();
  close();
});

test('the guide begins where the host says, and begins there again', async ({ page, site }) => {
  const { frame, close } = await hostOfGuide(page, new URL('embed/#v=1&start=catalog', site).href);
  const question = frame.getByRole('heading', { level: 1 });
  await expect(question).toContainText('OIN');
  await expect(frame.getByRole('navigation', { name: 'Your answers' })).toHaveCount(0);
  await activate(frame.locator('.option a').first());
  await expect(frame.getByRole('heading', { name: 'The request', exact: true })).toBeVisible();
  await expect(frame.locator('[data-answer]')).toHaveCount(1);
  await activate(frame.getByRole('link', { name: 'Start again' }));
  await expect(question).toContainText('OIN');
  close();
});

test('a frame that begins after an answer does not comment on it', async ({ page, site }) => {
  const start = 'oauth-no/obstacle-extraWork';
  const begun = await hostOfGuide(page, new URL(`embed/${start}/#v=1&start=${start}`, site).href);
  await expect(begun.frame.getByRole('heading', { level: 1 })).toContainText('Whose');
  await expect(begun.frame.getByText('does not rule out OAuth 2.0')).toHaveCount(0);
  await expect(begun.frame.getByRole('link', { name: 'Start again' })).toHaveCount(0);
  begun.close();
  const given = await hostOfGuide(page, new URL(`embed/${start}/`, site).href);
  await expect(given.frame.getByText('does not rule out OAuth 2.0')).toBeVisible();
  given.close();
});

test('in a frame within a frame, the guide answers the page that holds it', async ({
  page,
  site,
}) => {
  const inner = await hostOfGuide(page, new URL('embed/', site).href, { script: greeting });
  const outer = await hostOfGuide(page, page.url());
  const nested = outer.frame.frameLocator('iframe');
  await expect(nested.getByRole('heading', { level: 1 })).toContainText('OAuth 2.0');
  await activate(nested.locator('.option a').first());
  await expect(nested.getByRole('link', { name: 'Start again' })).toBeVisible();
  await expect(nested.locator('html')).toHaveAttribute('data-followed', '');
  outer.close();
  inner.close();
});

test('in a frame that opens no tabs, a link that leads out shows its address', async ({
  page,
  site,
}) => {
  const { frame, close } = await hostOfGuide(page, new URL('embed/', site).href, {
    sandbox: 'allow-scripts',
  });
  await activate(frame.getByRole('link', { name: 'Open full page' }));
  await expect(frame.getByRole('textbox', { name: /^The link’s address/ })).toHaveValue(site.href);
  close();
});

test.describe('with wrong parameters', () => {
  test.use({
    expectedNoise: [/^request to another origin: http:\/\/localhost|favicon|theme must be/],
  });
  test('the guide falls back and tells the host’s developer once', async ({ page, site }) => {
    const warnings: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'warning') warnings.push(message.text());
    });
    const { frame, close } = await hostOfGuide(
      page,
      new URL('embed/#v=1&theme=pink&accent=%23ff0000', site).href,
    );
    await walkToServiceApp(frame);
    expect(warnings).toEqual([
      'okta-auth-guide: theme must be one of light, dark, auto. It is treated as auto.',
    ]);
    close();
  });
});

test.describe('with a start that leads nowhere', () => {
  test.use({
    expectedNoise: [/^request to another origin: http:\/\/localhost|favicon|start must be/],
  });
  test('the element shows as much of it as there is, and says so', async ({ page, site }) => {
    const { frame, close } = await hostOfGuide(page, '', {
      markup: elementMarkup(site, 'start="oauth-yes/no-such"'),
      script: notes,
    });
    await expect
      .poll(async () => told(page))
      .toEqual(['ready audience', expect.stringContaining('error start must be')]);
    await expect(frame.getByRole('heading', { level: 1 })).toContainText('Whose');
    close();
  });
});

test.describe('the element in a host with a strict policy, loaded twice', () => {
  for (const width of [320, 720, 1280]) {
    test(`nothing of the host moves while the guide appears at ${width} px`, async ({
      page,
      site,
    }) => {
      await page.setViewportSize({ width, height: 2200 });
      const { close } = await hostOfGuide(page, '', {
        markup: elementMarkup(site),
        script: notes,
        headers: {
          'content-security-policy': `default-src 'none'; script-src 'self' ${site.origin}; frame-src ${site.origin}`,
        },
      });
      await expect.poll(async () => told(page)).toEqual(['ready oauth']);
      await page.waitForTimeout(1000);
      expect(await page.evaluate(() => Reflect.get(window, 'shifts') as unknown)).toEqual([]);
      close();
    });
  }

  test('it reports answers and outcomes, goes where it is told, and is as high as its content', async ({
    page,
    site,
  }) => {
    const { frame, close } = await hostOfGuide(page, '', {
      markup: elementMarkup(site, 'theme="dark" start="audience"'),
      script: notes,
    });
    await expect.poll(async () => told(page)).toEqual(['ready audience']);
    await activate(frame.locator('.option a').first());
    const walked = ['ready audience', 'answer serviceApp', 'outcome serviceApp'];
    await expect.poll(async () => told(page)).toEqual(walked);
    await expect.poll(heightError(frame)).toBe(0);
    const element = page.locator('okta-auth-guide');
    await element.evaluate((guide) => Reflect.get(guide, 'reset').call(guide));
    await expect.poll(async () => told(page)).toEqual([...walked, 'answer audience']);
    await element.evaluate((guide) => Reflect.get(guide, 'goTo').call(guide, 'oauth-no'));
    await expect
      .poll(async () => told(page))
      .toEqual([...walked, 'answer audience', 'answer obstacle']);
    await expect.poll(heightError(frame)).toBe(0);
    await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
    await element.evaluate((guide) => guide.setAttribute('theme', 'light'));
    await expect(frame.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect(frame.getByRole('heading', { level: 1 })).toContainText('stands in the way');
    await expect.poll(heightError(frame)).toBe(0);
    expect(await told(page)).toEqual([...walked, 'answer audience', 'answer obstacle']);
    close();
  });

  test('it runs no script that is in its address, and shows the host’s link', async ({
    page,
    site,
  }) => {
    const { close } = await hostOfGuide(page, '', { markup: elementMarkup(site), script: notes });
    await expect.poll(async () => told(page)).toEqual(['ready oauth']);
    const link = page.getByRole('link', { name: 'The guide' });
    await expect(link).toBeHidden();
    await page
      .locator('okta-auth-guide')
      .evaluate((guide) => guide.setAttribute('src', "javascript:parent.told.push('ran')"));
    const refused = ['ready oauth', expect.stringMatching(/^error src must be/)];
    await expect.poll(async () => told(page)).toEqual(refused);
    await expect(link).toBeVisible();
    await page.locator('okta-auth-guide').evaluate((guide) => guide.removeAttribute('src'));
    await expect(link).toBeHidden();
    await expect(page.frameLocator('okta-auth-guide iframe').locator('h1')).toBeVisible();
    expect(await told(page)).toEqual(refused);
    close();
  });

  test('it goes where it was told before it had loaded', async ({ page, site }) => {
    const { close } = await hostOfGuide(page, '', {
      markup: elementMarkup(site),
      script: `${notes} document.querySelector('okta-auth-guide').goTo('oauth-yes');`,
    });
    await expect.poll(async () => told(page)).toEqual(['ready oauth', 'answer audience']);
    close();
  });

  test('two in a page that reads from right to left are each as high as their content', async ({
    page,
    site,
  }) => {
    const second = `<okta-auth-guide loading="eager" start="oauth-no" theme="dark"></okta-auth-guide>`;
    const { close } = await hostOfGuide(page, '', {
      markup: `<div dir="rtl">${elementMarkup(site)}${second}</div>`,
      script: notes,
    });
    for (const [index, heading] of ['OAuth 2.0', 'stands in the way'].entries()) {
      const frame = page.frameLocator(`okta-auth-guide >> nth=${index} >> iframe`);
      await expect(frame.getByRole('heading', { level: 1 })).toContainText(heading);
      await expect.poll(heightError(frame)).toBe(0);
    }
    close();
  });

  test('nothing of the host moves when the guide comes slowly', async ({ page, site }) => {
    await page.setViewportSize({ width: 720, height: 2200 });
    await page.route(`${site.origin}/**`, async (route) => {
      await new Promise((done) => {
        setTimeout(done, 700);
      });
      await route.continue();
    });
    const { close } = await hostOfGuide(page, '', { markup: elementMarkup(site), script: notes });
    await expect.poll(async () => told(page)).toEqual(['ready oauth']);
    await page.waitForTimeout(1500);
    expect(await page.evaluate(() => Reflect.get(window, 'shifts') as unknown)).toEqual([]);
    close();
  });

  test('without its script, the link in the element leads to the guide', async ({ page, site }) => {
    const markup = `<okta-auth-guide><a href="${site.href}">The guide</a></okta-auth-guide>`;
    const { close } = await hostOfGuide(page, '', { markup });
    await page.getByRole('link', { name: 'The guide' }).click();
    await expect(page).toHaveURL(site.href);
    close();
  });

  test('it keeps its state when it is moved, and a copy of it starts from the beginning', async ({
    page,
    site,
  }) => {
    const { frame, close } = await hostOfGuide(page, '', {
      markup: elementMarkup(site),
      script: notes,
    });
    await expect.poll(async () => told(page)).toEqual(['ready oauth']);
    await activate(frame.locator('.option a').first());
    await expect.poll(async () => told(page)).toEqual(['ready oauth', 'answer audience']);
    await page.locator('okta-auth-guide').evaluate((guide) => {
      document.querySelector('#after')?.after(guide);
    });
    await expect(frame.getByRole('link', { name: 'Start again' })).toBeVisible();
    await expect.poll(heightError(frame)).toBe(0);
    expect(await told(page)).toEqual(['ready oauth', 'answer audience']);
    await page.locator('okta-auth-guide').evaluate((guide) => {
      guide.after(guide.cloneNode(true));
      guide.remove();
    });
    await expect(frame.getByRole('link', { name: 'Start again' })).toHaveCount(0);
    await expect(frame.getByRole('heading', { level: 1 })).toContainText('OAuth 2.0');
    close();
  });
});
