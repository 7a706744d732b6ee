import { optionOf } from '#guide/answerWords.ts';
import type { Answer } from '#guide/questions.ts';
import { replay } from '#guide/replay.ts';

import { countDocuments, expect, test } from './fixtures.ts';
import { inPlainText } from './pages/states.ts';

interface Change {
  readonly given: readonly Answer[];
  readonly change: Answer;
  readonly to: Answer;
  readonly dropped: readonly Answer[];
}

test('a changed answer keeps the later answers that still fit', async ({ guide, page }) => {
  await guide.openState(['oauth.no', 'obstacle.fixedIp', 'audience.customerOrgs', 'catalog.no']);
  const documents = countDocuments(page);
  await guide.reopen('obstacle.fixedIp');
  await expect(guide.heading).toBeFocused();
  await guide.choose('obstacle.extraWork');
  await guide.expectState(
    replay(['oauth.no', 'obstacle.extraWork', 'audience.customerOrgs', 'catalog.no']).walk,
  );
  expect(documents()).toBe(0);
});

for (const { given, change, to, dropped } of [
  {
    given: ['oauth.yes', 'audience.customerOrgs', 'catalog.yes'],
    change: 'audience.customerOrgs',
    to: 'audience.ownOrg',
    dropped: ['catalog.yes'],
  },
  {
    given: ['oauth.no', 'obstacle.extraWork', 'audience.ownOrg'],
    change: 'obstacle.extraWork',
    to: 'obstacle.tokenOnlyOperation',
    dropped: ['audience.ownOrg'],
  },
] as const satisfies readonly Change[]) {
  test(`${change} changed to ${to}: the answers that no longer fit are named`, async ({
    guide,
    page,
  }) => {
    await guide.openState(given);
    await guide.reopen(change);
    await guide.choose(to);
    const changed = replay([
      ...given.slice(
        0,
        given.findIndex((each) => each === change),
      ),
      to,
    ]);
    await guide.expectState(changed.walk);
    const notice = guide.main.getByRole('status').filter({ hasText: 'no longer fit' });
    for (const answer of dropped) {
      await expect(notice).toContainText(inPlainText(optionOf(answer).label));
    }
    await page.reload();
    await guide.expectState(changed.walk);
  });
}

test('an answer is changed in place: Escape closes its fold, one option leads on', async ({
  guide,
  page,
}) => {
  await guide.openState(['oauth.no', 'obstacle.fixedIp', 'audience.customerOrgs', 'catalog.no']);
  const documents = countDocuments(page);
  const given = guide.given('oauth.no');
  await given.locator('summary').press('Enter');
  await expect(given).toHaveAttribute('open');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(given).not.toHaveAttribute('open');
  await expect(given.locator('summary')).toBeFocused();
  await guide.replace('oauth.no', 'oauth.yes');
  await guide.expectState(replay(['oauth.yes', 'audience.customerOrgs', 'catalog.no']).walk);
  const notice = guide.main.getByRole('status').filter({ hasText: 'no longer fit' });
  await expect(notice).toContainText(inPlainText(optionOf('obstacle.fixedIp').label));
  expect(documents()).toBe(0);
});

test('the answer that is being changed is marked, and choosing it again changes nothing', async ({
  guide,
}) => {
  const answers = ['oauth.yes', 'audience.customerOrgs', 'catalog.yes'] as const;
  await guide.openState(answers);
  await guide.reopen('audience.customerOrgs');
  await expect(guide.main).toContainText('You are changing this answer');
  await guide.choose('audience.customerOrgs');
  await guide.expectState(replay(answers).walk);
});

test('starting again forgets the answers', async ({ guide }) => {
  await guide.openState(['oauth.yes', 'audience.ownOrg']);
  await guide.answers.getByRole('link', { name: 'Start again' }).click();
  await guide.expectState(replay([]).walk);
  await guide.choose('oauth.yes');
  await guide.expectState(replay(['oauth.yes']).walk);
});

test('Escape closes the menu of languages, with the focus back on it, and turning elsewhere closes it too', async ({
  guide,
  page,
}) => {
  await guide.open('guide/oauth-yes/audience-ownOrg/');
  const summary = guide.languages.locator('summary');
  await summary.press('Enter');
  await guide.languages.getByRole('link', { name: 'Python', exact: true }).focus();
  await page.keyboard.press('Escape');
  await expect(guide.languages).not.toHaveAttribute('open');
  await expect(summary).toBeFocused();
  await summary.press('Enter');
  await guide.main.getByRole('button', { name: 'Copy cURL' }).focus();
  await expect(guide.languages).not.toHaveAttribute('open');
});
