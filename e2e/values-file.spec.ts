import { expect, test } from './fixtures.ts';

const toServiceApp = 'guide/oauth-yes/audience-ownOrg/';

// Apart from values.spec.ts, because Firefox over WebDriver BiDi reports no download.
test('a body that was emptied stays empty, and one too long for a link is reported, kept and saved as a file', async ({
  guide,
  page,
}) => {
  await guide.open(`${toServiceApp}#v=1&body=&lang=curl&ops=addGroup`);
  const body = guide.main.getByLabel('Body (JSON)');
  await expect(body).toHaveValue('');
  const long = JSON.stringify({ profile: { name: 'x'.repeat(7000) } });
  await body.fill(long);
  const notice = guide.main.getByText('leave out the body');
  await expect(notice).toBeVisible();
  await page.reload();
  await expect(body).toHaveValue(long);
  await expect(notice).toBeVisible();
  await guide.main.getByText('Keep these values as a file, or open one').click();
  const downloaded = page.waitForEvent('download');
  await guide.main.getByRole('button', { name: 'Download values.json' }).click();
  const file = await (await downloaded).path();
  await body.fill('{}');
  await expect(notice).toBeHidden();
  await guide.main.getByLabel('Open a values file').setInputFiles(file);
  await expect(body).toHaveValue(/x{7000}/);
});
