import { optionOf } from '#guide/answerWords.ts';
import { replay } from '#guide/replay.ts';

import { expect, test } from './fixtures.ts';

// The document's own status is the point of these tests; browsers report it.
test.use({ expectedNoise: [/404/] });

test('a stale link shows the last valid question and names what was dropped', async ({
  guide,
  page,
}) => {
  const response = await page.goto('./guide/oauth-yes/audience-nobody/catalog-yes/');
  expect(response?.status()).toBe(404);
  await expect(guide.heading).toHaveText(/.+/);
  const notice = guide.main.getByRole('status').filter({ hasText: 'audience-nobody' });
  await expect(notice).toBeVisible();
  await expect(notice).toContainText('catalog-yes');
  await expect(notice).toContainText(`Understood: ${optionOf('oauth.yes').short}`);
  await expect(guide.option('audience.ownOrg')).toBeVisible();
  await guide.choose('audience.ownOrg');
  await guide.expectState(replay(['oauth.yes', 'audience.ownOrg']).walk);
});

test('an answer of the right name in the wrong place is dropped, never guessed at', async ({
  guide,
}) => {
  await guide.open('guide/catalog-yes/');
  await expect(guide.option('oauth.yes')).toBeVisible();
  await expect(guide.main.getByRole('status').filter({ hasText: 'catalog-yes' })).toBeVisible();
});

test('the known part of an address is named, with the nearest page and two more ways on', async ({
  guide,
  page,
}) => {
  await guide.open('operations/groups/no-such-operation/at/any/depth/');
  const understood = page.locator('#understood-address');
  await expect(understood).toContainText('/operations/');
  await expect(understood).toContainText('no-such-operation/at/any/depth');
  await expect(guide.main.getByRole('link', { name: /first question/ })).toBeVisible();
  await expect(guide.main.getByRole('link', { name: /Search the operations of/ })).toBeVisible();
  await understood.getByRole('link', { name: /nearest page/ }).click();
  await expect(page).toHaveURL(/\/operations\/(?:groups\/)?$/);
});

const damaged = [
  'guide/',
  'guide/oauth-YES/',
  'guide/%ZZ/',
  'guide/oauth-yes/%00/',
  'guide/%3Cscript%3Ealert(1)%3C%2Fscript%3E/',
  'guide/__proto__-constructor/',
  'guide/constructor-name/',
  `guide/${'oauth-no/'.repeat(200)}`,
  'guide/oauth-yes/../../../etc/passwd',
  'guide/oauth-yes/audience-ownOrg/%F0%9F%92%A9/',
  'nothing/here',
];

for (const path of damaged) {
  test(`a damaged address still gives a page that works: ${path.slice(0, 60)}`, async ({
    guide,
    page,
    site,
  }) => {
    let dialogs = 0;
    page.on('dialog', (dialog) => {
      dialogs += 1;
      void dialog.dismiss();
    });
    const response = await page.goto(new URL(path, site).href);
    expect(response?.status()).toBe(404);
    await expect(guide.heading).toBeVisible();
    await expect(guide.main.getByRole('link').first()).toBeVisible();
    await page
      .getByRole('banner')
      .getByRole('link', { name: /guide$/ })
      .click();
    await guide.expectState(replay([]).walk);
    expect(dialogs).toBe(0);
  });
}

for (const fragment of [
  '#v=1&org=%ZZ',
  '#v=99&org=x',
  '#v=1&org=<script>',
  '#no-such-anchor',
  '#v',
]) {
  test(`a damaged fragment leaves the page as it is: ${fragment}`, async ({
    guide,
    page,
    site,
  }) => {
    await page.goto(new URL(`guide/oauth-yes/audience-ownOrg/${fragment}`, site).href);
    await guide.expectState(replay(['oauth.yes', 'audience.ownOrg']).walk);
    await expect(guide.main.locator('pre').first()).toBeAttached();
  });
}
