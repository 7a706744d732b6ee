import { typeInto } from './embedFrame.ts';
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
  await page.getByRole('button', { name: 'Go back to the text before the last change' }).click();
  await expect(file).toHaveValue(text);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download cards.yaml' }).click();
  expect((await download).suggestedFilename()).toBe('cards.yaml');
});

test('two windows show the same cards, and one whose storage is full says what to do', async ({
  page,
  site,
  context,
}) => {
  await page.goto(new URL('workshop/cards/', site).href);
  const other = await context.newPage();
  await other.goto(new URL('workshop/cards/', site).href);
  const file = page.getByLabel('Cards as YAML');
  const text = await file.inputValue();
  const changed = text.replace('The badge printer', 'The other printer');
  await typeInto(file, changed);
  await expect(page.getByText('This text is kept on this device.')).toBeVisible();
  await expect(other.getByLabel('Cards as YAML')).toHaveValue(changed);
  await expect(other.getByText('Another window changed the cards')).toBeVisible();

  await other.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await typeInto(other.getByLabel('Cards as YAML'), text);
  await expect(other.getByText('Your cards are not kept')).toBeVisible();
  await expect(other.getByRole('button', { name: 'Download these cards' })).toBeVisible();
  await expect(file).toHaveValue(changed);
});
