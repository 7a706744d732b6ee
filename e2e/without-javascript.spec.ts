import { outcomeIds } from '#guide/nodeIds.ts';
import { replay } from '#guide/replay.ts';

import { expect, test } from './fixtures.ts';
import { branches, otherPages, shortestWalks, titleOf } from './pages/states.ts';

for (const { title, walks } of branches) {
  test(`${title}: every walk arrives by plain links`, async ({ guide }) => {
    for (const walk of walks) {
      await test.step(`${titleOf(walk)} leads to ${walk.node}`, async () => {
        await guide.open('');
        for (const [index, answer] of walk.answers.entries()) {
          await guide.choose(answer);
          await guide.expectState(replay(walk.answers.slice(0, index + 1)).walk);
        }
        await expect(guide.map).toHaveCount(1);
      });
    }
  });
}

for (const walk of shortestWalks.filter(({ kind }) => kind !== 'question')) {
  const isOutcome = outcomeIds.some((id) => id === walk.node);

  test(`${walk.node}: the page is complete`, async ({ guide, page }) => {
    await guide.openState(walk.answers);
    await expect(guide.heading).toBeVisible();
    await expect(guide.map).toHaveCount(1);
    await expect(guide.main.getByRole('heading', { name: 'Sources' })).toBeVisible();
    const marks = guide.main.getByRole('button', { name: /^Show \d+ sources? for “/ });
    expect(await marks.filter({ visible: true }).count()).toBeGreaterThan(2);
    await marks.first().click();
    const opened = page.locator(':popover-open');
    await expect(opened.getByRole('link').first()).toHaveAttribute('href', /^https:/);
    await page.keyboard.press('Escape');
    await expect(opened).toHaveCount(0);
    if (!isOutcome) return;
    const requests = guide.main.locator('pre').filter({ hasText: '/api/v1/groups' });
    expect(await requests.filter({ visible: true }).count()).toBeGreaterThan(0);
    expect(await guide.main.getByRole('listitem').count()).toBeGreaterThan(3);
    await expect(page.getByRole('heading', { name: /what would change/i })).toBeVisible();
  });

  test(`${walk.node}: the files beside the page are there and say what the page says`, async ({
    guide,
    request,
    page,
  }) => {
    await guide.openState(walk.answers);
    const mermaid = await request.get(new URL('path.mmd', page.url()).href);
    expect(mermaid.status()).toBe(200);
    expect(await mermaid.text()).toMatch(/^(---|flowchart)/);
    const picture = await request.get(new URL('path.svg', page.url()).href);
    expect(picture.headers()['content-type']).toContain('image/svg+xml');
    const svg = await picture.text();
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(svg).not.toMatch(/foreignObject|<script|\son\w+=/);
    const record = await request.get(new URL('record.md', page.url()).href);
    expect(record.status()).toBe(200);
    const text = await record.text();
    for (const answer of walk.answers) expect(text).toContain(answer);
  });
}

test('the language is chosen without script, and every form has its place', async ({ guide }) => {
  await guide.openState(['oauth.yes', 'audience.ownOrg']);
  await expect(guide.main.locator('#least-scopes')).toHaveText('okta.groups.read');
  await guide.pickLanguage('Go');
  await expect(guide.main.locator('pre').first()).toContainText('package main');
  for (const form of ['DPoP, EC key, one request', 'Bearer, RSA key, a whole program']) {
    await expect(guide.main.getByRole('heading', { name: form })).toBeVisible();
  }
});

test('an answer can be changed by plain links', async ({ guide }) => {
  await guide.openState(['oauth.yes', 'audience.ownOrg']);
  await guide.reopen('audience.ownOrg');
  await guide.expectState(replay(['oauth.yes']).walk);
  await guide.choose('audience.customerOrgs');
  await guide.expectState(replay(['oauth.yes', 'audience.customerOrgs']).walk);
  await guide.replace('oauth.yes', 'oauth.no');
  await guide.expectState(replay(['oauth.no']).walk);
});

/** Pages that have little to read: one error, lists, forms on paper, and where a script is all. */
const briefPages: ReadonlySet<string> = new Set([
  'check/',
  'errors/key-file-refused/',
  'workshop/present/',
  'workshop/answer/',
  'workshop/handouts/',
  'workshop/handouts/worksheet/',
]);

for (const path of otherPages) {
  test(`/${path} reads without JavaScript`, async ({ guide }) => {
    await guide.open(path);
    await expect(guide.heading).toBeVisible();
    const least = briefPages.has(path) ? 250 : 1000;
    // Where a script was to come and does not, what is below its place shows a little later.
    await expect.poll(async () => (await guide.main.innerText()).length).toBeGreaterThan(least);
  });
}

test('the lab shows every message of each method, recorded, and no credential', async ({
  guide,
}) => {
  await guide.open('lab/');
  await guide.main.getByText('The exchange with each method').click();
  for (const [method, answers] of [
    ['Service app', ['400 use_dpop_nonce', '200', '200']],
    ['API service integration', ['200', '200']],
    ['API token', ['200']],
  ] as const) {
    const recorded = guide.main.getByRole('region', { name: method, exact: true });
    await expect(recorded.locator('li > p > strong')).toHaveText([...answers]);
  }
  const text = await guide.main.innerHTML();
  expect(text).toContain('dpop+jwt');
  expect(text).toContain('Authorization: Basic [client ID and secret]');
  expect(text).not.toMatch(/eyJ[\w-]{20}/);
});

test('where presenting needs a script, the page leads to the hand-outs', async ({ guide }) => {
  await guide.open('workshop/present/');
  await guide.main.getByRole('link', { name: 'plans and hand-outs' }).click();
  await expect(guide.main.getByRole('link', { name: 'Answer key' })).toBeVisible();
});

test.describe('an address that is no page', () => {
  test.use({ expectedNoise: [/404/] });

  test('leads back to the start', async ({ guide, page }) => {
    await guide.open('guide/oauth-nonsense/');
    await expect(guide.heading).toBeVisible();
    await guide.main
      .getByRole('link', { name: /first question|start/i })
      .first()
      .click();
    await expect(page).toHaveTitle(/./);
    await guide.expectState(replay([]).walk);
  });
});

test('every operation can be looked up, from the tag down to its scopes', async ({ guide }) => {
  await guide.open('operations/');
  await guide.main.getByRole('link', { name: 'Groups', exact: true }).click();
  await expect(guide.heading).toContainText('Group');
  await expect(guide.main.getByRole('heading', { name: 'List groups', exact: true })).toBeVisible();
  await expect(guide.main.getByText('GET /api/v1/groups', { exact: true })).toBeVisible();
  await expect(guide.main.getByText('okta.groups.read').first()).toBeVisible();
});

test('every card of the workshop can be read, with its key in a fold', async ({ page, site }) => {
  await page.goto(new URL('workshop/', site).href);
  const shown = (text: string) => page.locator('#cards').getByText(text).filter({ visible: true });
  await shown('The nightly HR sync').click();
  await expect(shown('Every night our server reads the changes')).toBeVisible();
  await shown('The key and a twist').click();
  await expect(shown('It runs unattended on a server')).toBeVisible();
});
