import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { AxeBuilder } from '@axe-core/playwright';
import type { Download, Page } from '@playwright/test';
import { calculateJwkThumbprint, type JWK } from 'jose';

import { expect, test } from './fixtures.ts';
import type { GuidePage } from './pages/GuidePage.ts';

const path = 'service-app/keys/';
const makeButton = (guide: GuidePage) =>
  guide.main.getByRole('button', { name: 'Make the key pair' });
const privateHeading = (guide: GuidePage) =>
  guide.main.getByRole('heading', { name: 'The private key' });

/** Opens the maker as a person does. */
async function openMaker(guide: GuidePage): Promise<void> {
  await guide.open(path);
  await guide.main.getByText('Open the key maker').click();
  await expect(makeButton(guide)).toBeVisible();
}

async function makePair(guide: GuidePage, kind: string): Promise<void> {
  await guide.main.getByLabel('Kind of key').selectOption(kind);
  await makeButton(guide).click();
  await expect(privateHeading(guide)).toBeFocused({ timeout: 60_000 });
}

async function textIn(guide: GuidePage, label: string): Promise<string> {
  const text = await guide.main.getByLabel(label, { exact: true }).textContent();
  return text ?? '';
}

async function downloaded(page: Page, guide: GuidePage, name: string): Promise<Download> {
  const download = page.waitForEvent('download');
  await guide.main.getByRole('button', { name }).click();
  return download;
}

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

for (const [kind, alg] of [
  ['RSA-2048', 'RS256'],
  ['EC-P-256', 'ES256'],
  ['EC-P-521', 'ES512'],
] as const) {
  test(`a pair of the kind ${kind} is made in the page, and its halves belong together`, async ({
    guide,
    page,
  }) => {
    await openMaker(guide);
    await makePair(guide, kind);
    const jwk = JSON.parse(await textIn(guide, 'As a JWK, to paste into the app')) as JWK;
    const { kid = '', alg: shownAlgorithm, use, ...members } = jwk;
    expect({ shownAlgorithm, use }).toEqual({ shownAlgorithm: alg, use: 'sig' });
    expect(kid).toBe(await calculateJwkThumbprint(members));
    expect(JSON.parse(await textIn(guide, 'As a JWKS, to host'))).toEqual({ keys: [jwk] });

    const pem = await downloaded(page, guide, 'Download the private key as PEM');
    expect(pem.suggestedFilename()).toBe('okta-private-key.pem');
    const privateJwk = await downloaded(page, guide, 'Download the private key as JWK');
    expect(privateJwk.suggestedFilename()).toBe('okta-private-key.jwk');
    const keySet = await downloaded(page, guide, 'Download jwks.json');
    expect(JSON.parse(await textOf(keySet))).toEqual({ keys: [jwk] });

    const publicKey = createPublicKey({ key: { ...members }, format: 'jwk' });
    const ownJwk: unknown = JSON.parse(await textOf(privateJwk));
    for (const privateKey of [
      createPrivateKey(await textOf(pem)),
      createPrivateKey({ key: Object(ownJwk), format: 'jwk' }),
    ]) {
      const signed = sign('sha256', Buffer.from('text'), privateKey);
      expect(verify('sha256', Buffer.from('text'), publicKey, signed)).toBe(true);
    }
    expect(ownJwk).toMatchObject({ kid, alg, use: 'sig' });
  });
}

test('nothing of it comes before it is opened, and nothing is sent, stored or put into the address', async ({
  guide,
  page,
}) => {
  const requests: string[] = [];
  await guide.open(path);
  await page.waitForLoadState('networkidle');
  page.on('request', (request) => requests.push(request.url()));
  await guide.main.getByText('Open the key maker').click();
  await expect(makeButton(guide)).toBeVisible();
  expect(requests.some((url) => url.includes('keyMakerIsland'))).toBe(true);

  requests.length = 0;
  await makePair(guide, 'EC-P-256');
  const address = page.url();
  expect(await page.content()).not.toContain('BEGIN PRIVATE KEY');
  await guide.main.getByRole('button', { name: 'Show the private key as PEM' }).click();
  const shown = guide.main.getByLabel('The private key', { exact: true });
  await expect(shown.and(guide.main.locator('pre'))).toBeFocused();
  await expect(guide.main.getByText('Other programs can read what you copy')).toBeVisible();
  await downloaded(page, guide, 'Download the private key as JWK');
  await expect(guide.main.locator('pre', { hasText: 'BEGIN PRIVATE KEY' })).toHaveCount(0);

  expect(requests.filter((url) => !url.startsWith('blob:'))).toEqual([]);
  expect(page.url()).toBe(address);
  const stored = await page.evaluate(() =>
    JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      history.state,
      document.cookie,
    ]),
  );
  expect(stored).not.toMatch(/PRIVATE|"d"/);
});

test('the pair is forgotten on request, and when a person leaves the page', async ({
  guide,
  page,
}) => {
  await openMaker(guide);
  await makePair(guide, 'EC-P-256');
  await guide.main.getByRole('button', { name: 'Show the private key as JWK' }).click();
  await guide.main.getByRole('button', { name: 'Hide the private key' }).click();
  await expect(
    guide.main.getByRole('button', { name: 'Show the private key as PEM' }),
  ).toBeFocused();
  await guide.main.getByRole('button', { name: 'Discard this key pair' }).click();
  await expect(makeButton(guide)).toBeFocused();
  await expect(privateHeading(guide)).toHaveCount(0);

  await makePair(guide, 'EC-P-384');
  await guide.main.getByRole('link', { name: 'Requests', exact: true }).click();
  await page.waitForURL(/requests\/$/);
  await page.goBack();
  await expect(guide.heading).toContainText('keys');
  await expect(privateHeading(guide)).toHaveCount(0);
});

test('a key ID of one’s own is taken, and one that looks like a secret is refused', async ({
  guide,
}) => {
  await openMaker(guide);
  const field = guide.main.getByLabel('Key ID (kid)');
  await field.fill(`00${'aB3'.repeat(14).slice(0, 40)}`);
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(makeButton(guide)).toBeDisabled();
  await field.fill('my-key');
  await makePair(guide, 'EC-P-256');
  expect(JSON.parse(await textIn(guide, 'As a JWK, to paste into the app'))).toMatchObject({
    kid: 'my-key',
  });
});

test('where a browser offers no WebCrypto, the page says why and what to do', async ({
  guide,
  page,
}) => {
  // As in a page over plain HTTP.
  await page.addInitScript(() =>
    Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined }),
  );
  await guide.open(path);
  await guide.main.getByText('Open the key maker').click();
  await expect(guide.main.getByText('browsers offer that only over HTTPS')).toBeVisible();
  await expect(makeButton(guide)).toHaveCount(0);
});

test('a kind that the browser cannot make is reported, and another one can be chosen', async ({
  guide,
  page,
}) => {
  await page.addInitScript(() => {
    // The empty page before the first one has none.
    if (!isSecureContext) return;
    const generateKey = crypto.subtle.generateKey.bind(crypto.subtle);
    Object.defineProperty(SubtleCrypto.prototype, 'generateKey', {
      value(algorithm: { readonly namedCurve?: string }, ...rest: readonly unknown[]) {
        if (algorithm.namedCurve === 'P-521') throw new DOMException('not P-521');
        return Reflect.apply(generateKey, undefined, [algorithm, ...rest]) as unknown;
      },
    });
  });
  await openMaker(guide);
  await guide.main.getByLabel('Kind of key').selectOption('EC-P-521');
  await makeButton(guide).click();
  await expect(
    guide.main.getByText('This browser could not make the key pair: not P-521'),
  ).toBeVisible();
  await expect(makeButton(guide)).toBeFocused();
  await makePair(guide, 'EC-P-256');
});

test('the maker has no accessibility violations, with its private key shown', async ({
  guide,
  page,
}) => {
  await openMaker(guide);
  const violations = async () => {
    const { violations: found } = await new AxeBuilder({ page }).include('#in-the-page').analyze();
    return found;
  };
  expect(await violations()).toEqual([]);
  await makePair(guide, 'EC-P-256');
  await guide.main.getByRole('button', { name: 'Show the private key as PEM' }).click();
  await expect(guide.main.locator('#made-private-text')).toBeVisible();
  expect(await violations()).toEqual([]);
});

test('set-up, requests and the search lead to the page about keys', async ({ guide, page }) => {
  await guide.open('service-app/set-up/');
  await guide.main.getByRole('link', { name: 'make a key pair in your browser' }).click();
  await expect(page).toHaveURL(/service-app\/keys\/#in-the-page$/);
  await guide.open('service-app/requests/');
  await guide.main.getByRole('link', { name: 'Make or convert a key' }).click();
  await expect(page).toHaveURL(/service-app\/keys\/#commands$/);
  await guide.open('search/');
  await guide.main.getByRole('link', { name: 'A key', exact: true }).click();
  await expect(page).toHaveURL(/service-app\/keys\/$/);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the commands, the change and the hosting are there, and the maker says what it needs', async ({
    guide,
  }) => {
    await guide.open(path);
    const notice = guide.main.locator('#in-the-page noscript > p');
    await expect(notice).toBeVisible();
    await expect(notice).toContainText('This needs JavaScript.');
    await expect(guide.main.getByText('Open the key maker')).toBeHidden();
    await expect(guide.main.getByText('openssl genpkey -algorithm RSA').first()).toBeVisible();
    await expect(guide.main.getByText('credentials/jwks').first()).toBeVisible();
    await expect(guide.main.getByText('application/jwk-set+json')).toBeVisible();
  });
});
