import { readFile } from 'node:fs/promises';

import { signInRequest, type SignInRequestId } from '#snippets/signIn/signInRequests.ts';

import { expect, test } from './fixtures.ts';

const toUserContext = 'guide/oauth-person/';
const toDelegatedGrant = 'guide/oauth-product/';

test('the exit to a person’s sign-in shows each script as it was run, and copies and saves it so', async ({
  guide,
  page,
  context,
  browserName,
}) => {
  await guide.open(toUserContext);
  const requests = page.locator('#requests');
  await requests.locator('summary').first().click();
  const shown = (id: SignInRequestId) => requests.locator(`#request-${id}`);
  await expect(shown('sign-in-native-app')).toBeVisible();
  await expect(shown('sign-in-terminal')).toBeHidden();
  await requests.getByRole('radio', { name: 'Terminal', exact: true }).check();
  const terminal = signInRequest('sign-in-terminal');
  await expect(shown('sign-in-terminal')).toHaveText(terminal.text, { useInnerText: true });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    requests.getByRole('button', { name: 'Download sign-in-terminal.sh' }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toBe(terminal.text);
  await expect(requests.getByText('Not executed')).toHaveCount(0);
  if (browserName !== 'chromium') return;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await requests.getByRole('button', { name: 'Copy the address' }).click();
  await expect(requests.getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    signInRequest('sign-in-address').text,
  );
});

test('the exit of a product that an admin authorizes shows the two scripts of a web app', async ({
  guide,
  page,
}) => {
  await guide.open(toDelegatedGrant);
  await page.locator('#requests summary').first().click();
  for (const id of ['sign-in-web-app', 'renew-web-app'] as const) {
    await expect(page.locator(`#request-${id}`)).toHaveText(signInRequest(id).text, {
      useInnerText: true,
    });
  }
});
