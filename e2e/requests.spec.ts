import { readFile } from 'node:fs/promises';

import { chosenForm, defaultFormChoice } from '#screens/snippets/formChoice.ts';
import { claimOfSample } from '#snippets/executionReport.ts';
import { formName } from '#snippets/form.ts';
import { languages } from '#snippets/languages.ts';

import { expect, test } from './fixtures.ts';
import { inPlainText } from './pages/states.ts';

const toServiceApp = 'guide/oauth-yes/audience-ownOrg/';
const toToken = 'guide/oauth-no/obstacle-tokenOnlyOperation/';

test('the form that is chosen is in the request and in the address, and comes back with it', async ({
  guide,
  page,
}) => {
  await guide.open(toServiceApp);
  await guide.pickLanguage('Python');
  await expect(guide.shownRequest).toContainText('RS256');
  await guide.pickForm('Token', /^Bearer/);
  await expect(guide.shownRequest).not.toContainText('dpop+jwt');
  await guide.pickForm('Key pair', 'EC');
  await expect(guide.shownRequest).toContainText('ES256');
  await guide.pickForm('Code', /^A whole program/);
  await expect(guide.shownRequest).toContainText(/rate-?limit-?reset/i);
  await expect(page).toHaveURL(
    (url) => url.hash === '#v=1&key=EC&lang=python&request=everything&variant=bearer',
  );
  const chosen = await guide.shownRequest.innerText();
  await page.reload();
  await expect(guide.shownRequest).toHaveText(chosen, { useInnerText: true });
  await expect(guide.form('Key pair', 'EC')).toBeChecked();
});

test('the chosen language and form stay while the values are typed', async ({ guide }) => {
  await guide.open(toServiceApp);
  await guide.pickLanguage('Ruby');
  await guide.pickForm('Token', /^Bearer/);
  await guide.paste('Okta org domain', 'acme.okta.com');
  await expect(guide.shownRequest).toContainText('acme.okta.com');
  await expect(guide.shownRequest).toContainText('jwt-bearer');
  await expect(guide.shownRequest).toContainText('require');
  await expect(guide.shownRequest).not.toContainText('dpop+jwt');
});

test('copy and download give the exact bytes of the file in the handbook', async ({
  guide,
  page,
  site,
  request,
  context,
  browserName,
}) => {
  const folder = new URL('api-token/requests/', site);
  await guide.open(toToken);
  const file = await request.get(new URL('curl/api-token.sh', folder).href);
  const text = await file.text();
  expect(text).toContain('OKTA_API_TOKEN');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    guide.main.getByRole('link', { name: 'Download api-token.sh' }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toBe(text);
  await guide.pickLanguage('Python');
  await guide.pickForm('Code', /^A whole program/);
  const [whole] = await Promise.all([
    page.waitForEvent('download'),
    guide.main.getByRole('button', { name: 'Download api-token-everything.py' }).click(),
  ]);
  const everything = await request.get(new URL('python/api-token-everything.py', folder).href);
  expect(await readFile(await whole.path(), 'utf8')).toBe(await everything.text());
  if (browserName !== 'chromium') return;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await guide.main.getByRole('button', { name: 'Copy Python' }).click();
  await expect(guide.main.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await everything.text());
});

test('every language says what has been proven about its request, or why it has none', async ({
  guide,
}) => {
  const form = chosenForm('serviceApp', defaultFormChoice);
  await guide.open(toServiceApp);
  const request = guide.main.getByRole('region', { name: 'The request', exact: true });
  for (const language of languages) {
    await guide.pickLanguage(language.label);
    const absence = language.absence(form);
    const claim = claimOfSample(`${language.id}-${formName(form)}`);
    const words =
      absence === null
        ? { executed: /^Executed on/, none: /^Not executed/ }[claim]
        : inPlainText(absence);
    await expect(request.getByText(words).filter({ visible: true })).toHaveCount(1);
  }
});

test('colours come from elements, and line numbers are no text', async ({ guide, page }) => {
  await guide.open('service-app/requests/go/');
  expect(await page.locator('pre [style]').count()).toBe(0);
  expect(await page.locator('pre b').count()).toBeGreaterThan(10);
  const text = await page.locator('#snippet-go-service-app-dpop-rsa').innerText();
  expect(text).toMatch(/^package main\n/);
});

test('the difference between two methods shows what goes and what comes', async ({ guide }) => {
  await guide.open('service-app/requests/curl/');
  const change = guide.main.getByRole('region', { name: 'What changes from Bearer to DPoP' });
  await expect(change.getByRole('insertion').first()).toContainText('+');
  await expect(change.getByRole('deletion').first()).toContainText('-');
  await expect(change).toContainText('dpop+jwt');
});

test('the address that a request had first leads to its page', async ({ guide, page, site }) => {
  await page.goto(new URL('requests/service-app/go/', site).href);
  await expect(page).toHaveURL(new URL('service-app/requests/go/', site).href);
  await expect(
    guide.main.getByRole('heading', { name: 'Service app: the request in Go' }),
  ).toBeVisible();
});

test('a text is marked as copied until another one replaces it', async ({ guide }) => {
  await guide.open('guide/oauth-yes/audience-ownOrg/#org=acme.okta.com&v=1');
  const request = guide.main.locator('#request');
  await guide.main.getByRole('button', { name: 'Copy cURL' }).click();
  await expect(request.getByText(/^Copied|^The browser blocks/)).toBeVisible();
  await guide.pickLanguage('Python');
  await expect(guide.main.getByRole('button', { name: 'Copy Python', exact: true })).toBeVisible();
  await expect(request.getByText(/^Copied|^The browser blocks/)).toHaveCount(0);
});

test('nothing moves when the scopes are said to be copied', async ({ guide, page }) => {
  for (const width of [360, 768, 1024, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await guide.open('guide/oauth-yes/audience-ownOrg/');
    const button = guide.main.getByRole('button', { name: 'Copy the scopes' });
    const fold = guide.main.getByText('What else these scopes allow');
    const code = guide.main.locator('pre').filter({ visible: true }).first();
    const places = async () =>
      Promise.all([button, fold, code].map(async (part) => part.boundingBox()));
    await button.scrollIntoViewIfNeeded();
    const before = await places();
    await button.evaluate((element) => {
      // As `#browser/copyButtons.ts` does, wherever the clipboard is refused too.
      if (element.nextElementSibling !== null) element.nextElementSibling.textContent = 'Copied.';
    });
    await expect(guide.main.getByText('Copied.')).toBeVisible();
    expect(await places(), `at ${width} px`).toEqual(before);
  }
});

test('the reason why cURL has no lines for Windows is given once, however many operations are called', async ({
  guide,
}) => {
  await guide.open('guide/oauth-yes/audience-ownOrg/#ops=listUsers+listGroups&v=1');
  await guide.main.getByText('cURL on Windows: cmd and PowerShell').click();
  await expect(guide.main.getByText(/^There is no cURL request with DPoP for cmd/)).toHaveCount(1);
});

test('why a tool has no request is said once, however many operations are called', async ({
  guide,
}) => {
  await guide.open(
    'guide/oauth-yes/audience-ownOrg/#lang=powershell-module&ops=listUsers+listGroups&v=1',
  );
  const request = guide.main.locator('#request');
  await expect(request.locator('.language-menu > summary')).toContainText('Okta module');
  await expect(request.locator('.notice')).toHaveCount(1);
  await expect(request.getByText('the guide writes a separate file for each')).toHaveCount(0);
});

test('cURL has the person’s values for cmd and PowerShell too, and a link without any', async ({
  guide,
}) => {
  const result = 'guide/oauth-no/obstacle-tokenOnlyOperation/';
  await guide.open(result);
  await guide.main.getByRole('link', { name: 'cURL on Windows' }).click();
  await expect(guide.main.locator('#windows')).toContainText('curl.exe');
  await guide.open(`${result}#org=acme.okta.com&v=1`);
  await guide.main.getByText('cURL on Windows: cmd and PowerShell').click();
  for (const [shell, text] of [
    ['Windows cmd', '"https://acme.okta.com/api/v1/groups?limit=10"'],
    ['PowerShell 5.1 and 7', `'url = "https://acme.okta.com/api/v1/groups?limit=10"'`],
  ] as const) {
    await guide.main.getByText(shell, { exact: true }).click();
    const code = guide.main.getByLabel(`cURL for ${shell}`, { exact: true });
    await expect(code).toContainText(text);
    await expect(guide.main.getByRole('button', { name: `Copy cURL for ${shell}` })).toBeVisible();
  }
});
