import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from '@playwright/test';

import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { replay } from '#guide/replay.ts';
import { selectionExamples } from '#screens/operations/examples.ts';

import { expect, test } from './fixtures.ts';
import type { GuidePage } from './pages/GuidePage.ts';

const toServiceApp = 'guide/oauth-yes/audience-ownOrg/';
const toToken = 'guide/oauth-no/obstacle-tokenOnlyOperation/';

/** The field that finds operations. */
const search = (guide: GuidePage) => guide.main.getByRole('combobox');
const chosen = (guide: GuidePage) =>
  guide.main.getByRole('list', { name: 'Chosen operations' }).getByRole('listitem');
/**
 * Puts a text into a field as pasting does, in one go: between two steps another field may take the
 * place of the one that had the focus. See `GuidePage.paste`.
 */
async function insert(field: Locator, text: string): Promise<void> {
  await field.evaluate((element, inserted) => {
    const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    if (!isField) throw new Error('Only a field can be pasted into.');
    element.focus();
    element.select();
    document.execCommand('insertText', false, inserted);
  }, text);
}
const verdictOf = (guide: GuidePage) => guide.main.locator('[data-verdict]');

test('an architect picks the operations of an HR sync by keyboard alone, and takes scopes and link away', async ({
  guide,
  page,
}) => {
  await guide.open('operations/');
  await search(guide).focus();
  for (const words of ['list users', 'create usr', 'asign user to group', 'deactivate user']) {
    await page.keyboard.type(words);
    await expect(guide.main.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(search(guide)).toHaveAttribute('aria-activedescendant', /.+/);
    await page.keyboard.press('Enter');
    await expect(search(guide)).toHaveValue('');
    await expect(search(guide)).toBeFocused();
  }
  await expect(chosen(guide)).toHaveCount(4);
  await expect(verdictOf(guide)).toContainText('OAuth 2.0 works for all 4 operations');
  await expect(guide.main.locator('#scope-list')).toHaveText(
    'okta.groups.manage okta.users.manage',
  );
  await expect(guide.main.locator('#scope-reasons')).toContainText(
    'okta.groups.manage: assign user to group',
  );
  await expect(page).toHaveURL(
    (url) =>
      new URLSearchParams(url.hash.slice(1)).get('ops') ===
      'listUsers createUser assignUserToGroup deactivateUser',
  );
  await page.reload();
  await expect(chosen(guide)).toHaveCount(4);
  await expect(guide.main.locator('#selection-link')).toHaveText(page.url());
});

test('on a result what is found is in sight with its field, wherever the field was', async ({
  guide,
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await guide.open('guide/oauth-yes/audience-ownOrg/');
  await guide.main.getByRole('link', { name: 'Get the request' }).click();
  const field = guide.main.getByLabel('Find the operations you call');
  await field.focus();
  await field.evaluate((element) => element.scrollIntoView({ block: 'end' }));
  await page.keyboard.type('list users');
  await expect(guide.main.getByRole('listbox')).toBeInViewport({ ratio: 1 });
  await expect(field).toBeInViewport({ ratio: 1 });
});

test('Escape closes the list and then clears the field', async ({ guide, page }) => {
  await guide.open('operations/');
  await search(guide).focus();
  await page.keyboard.type('groups');
  await expect(guide.main.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(guide.main.getByRole('option')).toHaveCount(0);
  await expect(search(guide)).toHaveValue('groups');
  await page.keyboard.press('Escape');
  await expect(search(guide)).toHaveValue('');
});

for (const { name, references } of selectionExamples) {
  test(`the example “${name}” is chosen with one click`, async ({ guide }) => {
    await guide.open('operations/');
    await guide.main.getByRole('button', { name }).click();
    await expect(chosen(guide)).toHaveCount(references.length);
    await expect(verdictOf(guide)).not.toHaveAttribute('data-verdict', 'unknown');
  });
}

test('a wrong id in the address is answered with what was meant, which one click takes', async ({
  guide,
  page,
}) => {
  await guide.open('operations/#v=1&ops=listGroup+xylophone');
  await expect(verdictOf(guide)).toHaveAttribute('data-verdict', 'unknown');
  await expect(verdictOf(guide)).toContainText('cannot say');
  await chosen(guide).first().getByRole('button', { name: 'listGroups', exact: true }).click();
  await expect(page).toHaveURL(/ops=listGroups\+xylophone/);
  await guide.main.getByRole('button', { name: 'Remove xylophone' }).click();
  await expect(verdictOf(guide)).toHaveAttribute('data-verdict', 'oauth');
  await expect(guide.main.getByRole('button', { name: /^Remove/ })).toBeFocused();
});

test('a pasted list of ids is chosen at once', async ({ guide }) => {
  await guide.open('operations/');
  await search(guide).focus();
  await insert(search(guide), 'listUsers, createUser listMoons');
  await search(guide).press('Enter');
  await expect(chosen(guide)).toHaveCount(3);
  await expect(chosen(guide).last()).toContainText('Not in the public specification');
});

test('several operations are chosen by their names at once', async ({ guide, page }) => {
  await guide.open(`${toServiceApp}#v=1`);
  await guide.main.getByRole('textbox', { name: 'Find the operations you call' }).click();
  const picker = guide.main.getByRole('combobox', { name: 'Find the operations you call' });
  await insert(picker, 'list users, add group');
  await picker.press('Enter');
  await expect(guide.main.getByRole('button', { name: 'Remove List users' })).toBeVisible();
  await expect(guide.main.getByRole('button', { name: 'Remove Add group' })).toBeVisible();
  await expect(page).toHaveURL(/ops=listUsers/);
});

test('a list is read in whatever punctuation, stays in the link, and what cannot be an id is counted', async ({
  guide,
  page,
}) => {
  await guide.open('operations/');
  await insert(search(guide), '- "listUsers", - "createUser", scope=all');
  await search(guide).press('Enter');
  await expect(chosen(guide)).toHaveCount(2);
  await expect(
    guide.main.getByText('1 left out: it does not look like an operation ID.'),
  ).toBeVisible();
  await expect(page).toHaveURL(/ops=listUsers\+createUser$/);
});

test('a secret is accepted by no list of operations, and is nowhere afterwards', async ({
  guide,
  page,
}) => {
  const token = `00${'QpXw3nRt7uYz1aBc'.repeat(3).slice(0, 40)}`;
  for (const path of ['operations/', `${toServiceApp}#v=1&ops=listUsers`]) {
    await guide.open(path);
    await insert(search(guide), `listUsers listGroups ${token}`);
    await expect(search(guide)).toHaveValue('');
    await expect(search(guide)).toHaveAttribute('aria-invalid', 'true');
    await expect(guide.main.getByText('This looks like an API token')).toBeVisible();
    expect(await page.content()).not.toContain(token);
  }
});

test('the search says when nothing has the typed name, and shows similar ones', async ({
  guide,
}) => {
  await guide.open('operations/');
  await insert(search(guide), 'list gruops');
  await expect(guide.main.getByText('Nothing is called “gruops”')).toBeVisible();
  await expect(guide.main.getByRole('option').first()).toContainText('listGroups');
});

test('the focus is never lost with a button that goes', async ({ guide, page }) => {
  const press = async (name: string | RegExp) => {
    await guide.main.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
  };
  await guide.open('operations/');
  await press('Try a log forwarder');
  await expect(verdictOf(guide)).toBeFocused();
  await press('Remove List log events');
  await expect(search(guide)).toBeFocused();
  await press('Try a log forwarder');
  // The verdict takes the focus with the next picture; nobody presses anything before it.
  await expect(verdictOf(guide)).toBeFocused();
  await press('Clear all');
  await expect(search(guide)).toBeFocused();
  await guide.open('operations/#v=1&ops=listGroup+listUsers');
  await press('listGroups');
  await expect(chosen(guide).getByRole('link', { name: 'List groups' })).toBeFocused();
});

test('axe finds nothing with a long selection and with the list open, on a phone and on a desk', async ({
  guide,
  page,
}) => {
  const references = selectionExamples.flatMap((example) => example.references);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await guide.open(`operations/#v=1&ops=${[...references, 'listMoons'].join('+')}`);
      await expect(chosen(guide)).toHaveCount(references.length + 1);
      await insert(search(guide), 'group');
      await search(guide).press('ArrowDown');
      await expect(guide.main.getByRole('option').first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
      const { scrolls, smallest } = await page.evaluate(() => ({
        scrolls: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        smallest: Math.min(
          ...[...document.querySelectorAll('[role="option"]')].map(
            (option) => option.getBoundingClientRect().height,
          ),
        ),
      }));
      expect(scrolls).toBe(0);
      expect(smallest).toBeGreaterThanOrEqual(44);
    }
  }
});

test('the audit compares pasted scopes with those that are needed, and takes no secret', async ({
  guide,
}) => {
  await guide.open('operations/#v=1&ops=listUsers+assignUserToGroup');
  const field = guide.main.getByLabel('The scopes that the app has');
  await insert(field, '{"scp":["okta.users.manage","okta.logs.read"]}');
  await expect(
    guide.main.getByText('okta.groups.manage: needed by assignUserToGroup'),
  ).toBeVisible();
  await expect(guide.main.getByText('okta.users.manage: okta.users.read is enough')).toBeVisible();
  await expect(guide.main.getByText(/^okta\.logs\.read: remove it/)).toBeVisible();
  await insert(field, `SSWS 00${'QpXw3nRt7uYz1aBc'.repeat(3).slice(0, 40)}`);
  await expect(field).toHaveValue('');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
});

test('the operations go along into the guide and are in its request, scopes and record', async ({
  guide,
  page,
}) => {
  await guide.open('operations/#v=1&ops=assignUserToGroup+listUsers');
  await guide.main.getByRole('link', { name: 'Use these operations in the guide' }).click();
  await guide.choose('oauth.yes');
  await guide.choose('audience.ownOrg');
  await expect(guide.main.locator('[data-evidence]')).toHaveAttribute('data-evidence', 'agrees');
  await guide.pickLanguage('Python');
  await expect(guide.main.locator('#least-scopes')).toHaveText(
    'okta.groups.manage okta.users.read',
  );
  await expect(guide.shownRequest).toContainText('okta.groups.manage okta.users.read');
  await expect(guide.shownRequest).toContainText(
    '/api/v1/groups/exampleGroupId/users/exampleUserId',
  );
  await expect(guide.main.locator('#request figure')).toHaveCount(1);
  await expect(guide.shownRequest).toContainText('"GET",');
  await guide.paste('groupId', "00g/'1");
  await expect(guide.shownRequest).toContainText(/\/api\/v1\/groups\/00g%2F(%27|')1\/users/);
  await expect(page).toHaveURL(/path\.groupId=/);
  await guide.main.getByText('Read the record').click();
  await expect(guide.main.locator('#record-text')).toContainText('`assignUserToGroup`');
  await expect(guide.main.locator('#record-text')).toContainText('okta.groups.manage');
  await guide.main.getByRole('button', { name: 'Remove Assign user to group' }).click();
  const request = guide.main
    .locator('#request pre')
    .filter({ visible: true })
    .filter({ hasText: '/api/v1/users' });
  await expect(request.first()).not.toContainText('/groups/');
  await guide.main.getByText('optional parameters').click();
  await guide.paste('limit', 'ten');
  await expect(guide.field('limit')).toHaveAttribute('aria-invalid', 'true');
  await expect(request.first()).not.toContainText('limit');
  await guide.paste('limit', '25');
  await expect(request.first()).toContainText('limit=25');
});

test('an operation with a body begins with what the specification requires', async ({ guide }) => {
  await guide.open(`${toServiceApp}#v=1&lang=curl&ops=addGroup`);
  const body = guide.main.getByLabel('Body (JSON)');
  await expect(body).toHaveValue(/"profile"/);
  await insert(body, '{"profile": {"name": "It\'s ours"}}');
  await expect(guide.shownRequest).toContainText('It');
  await insert(body, '{"profile":');
  await expect(body).toHaveAttribute('aria-invalid', 'true');
  await expect(body).toHaveValue('{"profile":');
});

test('a method that does not open the operation shows no request, and says why', async ({
  guide,
}) => {
  await guide.open(`${toServiceApp}#v=1&ops=revokeCurrentApiToken`);
  await expect(guide.main.getByText(/only an API token for/)).toBeVisible();
  await expect(guide.main.locator('[data-evidence]')).toHaveAttribute('data-evidence', 'disagrees');
  await guide.open(`${toToken}#v=1&ops=startOrgFailover`);
  await expect(guide.main.getByText(/lists no API token for/)).toBeVisible();
});

test('whoever claims a token-only operation is told what the specification says, and led on', async ({
  guide,
}) => {
  await guide.open('guide/oauth-no/');
  await guide.main.getByText('Name the operation, and see').click();
  await insert(search(guide), 'list users');
  await search(guide).press('Enter');
  await expect(verdictOf(guide)).toContainText('OAuth 2.0 works');
  await guide.main.getByRole('link', { name: 'Go on with OAuth 2.0' }).click();
  await guide.expectState(replay(['oauth.no', 'obstacle.nothing']).walk);
});

test('a claim that is kept all the same is contradicted at the result, with the way back', async ({
  guide,
}) => {
  await guide.open('guide/oauth-no/#v=1&ops=listUsers');
  await expect(verdictOf(guide)).toContainText('OAuth 2.0 works');
  await guide.choose('obstacle.tokenOnlyOperation');
  const evidence = guide.main.locator('[data-evidence]');
  await expect(evidence).toContainText('disagrees with your answer');
  await expect(evidence).toContainText('listUsers');
  await evidence.getByRole('link', { name: 'Change your answer' }).click();
  await expect(guide.heading).toContainText('What stands in the way');
});

test('a claim that the specification shares is confirmed, and an unknown one is not judged', async ({
  guide,
}) => {
  const evidence = guide.main.locator('[data-evidence]');
  await guide.open(`${toToken}#v=1&ops=revokeCurrentApiToken`);
  await expect(evidence).toContainText('agrees with your answer');
  await guide.open(`${toToken}#v=1&ops=listMoons`);
  await expect(evidence).toContainText('Nothing public confirms your answer');
  await expect(evidence).toContainText('listMoons');
});

test('the about page names the specification and counts what it has', async ({ guide }) => {
  await guide.open('about/');
  const table = guide.main.getByRole('table').filter({ hasText: '2026.06.3' });
  const [source] = oktaCatalogue.sources;
  const count = oktaCatalogue.operations.filter(({ api }) => api === source?.api).length;
  await expect(table).toContainText(String(count));
});

test.describe('the code of another version', () => {
  test.use({ expectedNoise: [/operationsIsland|Failed to load resource|status 404/] });
  test('is gone after a new deploy: the page says so and loads itself again when asked', async ({
    guide,
    page,
  }) => {
    await page.route('**/assets/operationsIsland-*.js', (route) => route.fulfill({ status: 404 }));
    await guide.open('operations/');
    await expect(guide.main.getByRole('status')).toContainText('The site has probably changed');
    await page.unrouteAll();
    await guide.main.getByRole('button', { name: 'Load the page again' }).click();
    await expect(search(guide)).toBeVisible();
  });
});
