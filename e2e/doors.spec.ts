import { expect, test } from './fixtures.ts';

/** From the start page, a door is one action, and what a person does behind it is the second. */
test.describe('from the start page, in two actions', () => {
  test('an error text is explained', async ({ guide }) => {
    await guide.open('');
    await guide.main.getByRole('link', { name: 'Look up an error', exact: true }).click();
    const box = guide.main.getByLabel('Paste the error');
    await expect(guide.main.locator('#errors-island [inert]')).toHaveCount(0);
    await box.fill('The client_assertion signature is invalid.');
    await expect(
      guide.main.getByRole('status').getByRole('link', { name: /client_assertion signature/ }),
    ).toBeVisible();
    await expect(guide.main.getByText('does not match the public key')).toBeVisible();
  });

  test('an endpoint finds its operation, and nothing else', async ({ guide }) => {
    await guide.open('');
    await guide.main.getByRole('link', { name: 'find an operation or scope' }).click();
    const field = guide.main.getByRole('combobox').first();
    await expect(guide.main.locator('[inert] [role=combobox]')).toHaveCount(0);
    await field.fill('GET /api/v1/groups/00g1emaKYZTWRYYRRTSK/users');
    await expect(guide.main.getByRole('option')).toHaveCount(1);
    await expect(guide.main.getByRole('option')).toContainText('listGroupUsers');
  });

  test('a scope finds the operations that it opens', async ({ guide }) => {
    await guide.open('');
    await guide.main.getByRole('link', { name: 'find an operation or scope' }).click();
    await expect(guide.main.locator('[inert] [role=combobox]')).toHaveCount(0);
    await guide.main.getByRole('combobox').first().fill('okta.logs.read');
    await expect(guide.main.getByRole('option').first()).toContainText('listLogEvents');
  });

  test('Terraform has its page', async ({ guide, page }) => {
    await guide.open('');
    await guide.main.getByRole('link', { name: 'find your tool' }).click();
    await guide.main
      .getByRole('link', { name: /^Terraform/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/tools\/terraform\/$/);
    await expect(guide.main.getByText('okta.roles.read').first()).toBeVisible();
  });

  test('the opinion that it is an API token is checked', async ({ guide, page }) => {
    await guide.open('');
    await guide.main.getByRole('link', { name: 'check your choice of method' }).click();
    await guide.main.getByRole('link', { name: 'I think it is an API token' }).click();
    await expect(page).toHaveURL(/\/check\/api-token\/$/);
  });
});

test('what is not an operation of the four specifications is identified as such, and never found', async ({
  guide,
}) => {
  await guide.open('operations/');
  const field = guide.main.getByRole('combobox').first();
  await field.click();
  await expect(guide.main.locator('[inert] [role=combobox]')).toHaveCount(0);
  for (const [pasted, told] of [
    ['POST /api/v1/authn', 'the classic Authentication API'],
    ['GET /api/v1/internal/apps/0oaexample/settings/oauth/idToken', 'a private endpoint'],
    ['okta.workflows.invoke.manage', 'a flow of Okta Workflows'],
    ['POST /v1/teams/acme/service_token', 'the Okta Privileged Access API'],
    ['DELETE /api/v1/groups', 'but not DELETE'],
    ['GET /api/v1/user', 'No operation has exactly this path'],
    ['E0000006', 'is an error code'],
  ] as const) {
    await field.fill(pasted);
    await expect(guide.main.getByRole('status').filter({ hasText: told }), pasted).toBeVisible();
  }
});
