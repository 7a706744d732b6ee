import { expect, test } from './fixtures.ts';

test('a file is opened, and the text before comes back', async ({ page, site }) => {
  await page.goto(new URL('workshop/cards/', site).href);
  const file = page.getByLabel('Cards as YAML');
  const text = await file.inputValue();
  await page.getByLabel('Open a file').setInputFiles({
    name: 'cards.yaml',
    mimeType: 'application/yaml',
    buffer: Buffer.from('cards: nothing'),
  });
  await expect(file).toHaveValue('cards: nothing');
  await expect(page.getByText('“nothing” must be a list')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the text before the last change' }).click();
  await expect(file).toHaveValue(text);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download cards.yaml' }).click();
  expect((await download).suggestedFilename()).toBe('cards.yaml');
});
