import { expect, test } from './fixtures.ts';
import { typeInto } from './embedFrame.ts';

test('a card is written in the form, is in the file, is shared by link, practised and presented', async ({
  page,
  site,
}) => {
  await page.goto(new URL('workshop/cards/', site).href);
  await expect(page.getByText('The guide agrees with every card.')).toBeVisible();
  const form = page.locator('form');
  await form.getByRole('button', { name: 'Add the card to the file' }).click();
  await expect(form.getByRole('alert')).toContainText('need fixing');
  for (const [label, text] of [
    ['Name for links', 'parking-gate'],
    ['Title', 'The parking gate'],
    ['Story', 'The gate asks our Okta whether a plate belongs to somebody who works here.'],
    ['Hint', 'Who asks?'],
    ['The reason in short', 'It asks by itself in one org.'],
    ['The reason in full', 'It runs alone in our own org.'],
    ['Twist: the fact that changes', 'The maker lists it in the OIN for everybody.'],
    ['Twist: the reason', 'Many customers install one listing.'],
  ] as const) {
    await typeInto(form.getByLabel(label, { exact: true }), text);
  }
  const own = form.getByRole('group', { name: 'The right answers', exact: true });
  await own.getByRole('combobox').nth(0).selectOption('oauth.yes');
  await own.getByRole('combobox').nth(1).selectOption('audience.ownOrg');
  await expect(own.getByText('The guide says: Service app')).toBeVisible();
  const twist = form.getByRole('group', { name: 'The right answers after the twist' });
  await twist.getByRole('combobox').nth(0).selectOption('oauth.yes');
  await twist.getByRole('combobox').nth(1).selectOption('audience.customerOrgs');
  await twist.getByRole('combobox').nth(2).selectOption('catalog.yes');
  await form
    .getByLabel('Belief that leads to this choice: API token')
    .selectOption('In my own words');
  await typeInto(form.getByLabel('The belief behind API token'), 'A gate is no program.');
  await typeInto(form.getByLabel('What is true instead (API token)'), 'It calls an API, so it is.');
  await form.getByRole('button', { name: 'Add the card to the file' }).click();
  const file = page.getByLabel('Cards as YAML');
  await expect(file).toHaveValue(/id: parking-gate/);

  await page.reload();
  await expect(file).toHaveValue(/id: parking-gate/);
  const link = await page.locator('#cards-link').innerText();
  expect(link).toContain('#cards=');

  await page.goto(link);
  await expect(page.getByText('Somebody wrote these 2 cards')).toBeVisible();
  await page.getByRole('button', { name: 'Skip this card' }).click();
  await expect(page.getByRole('heading', { name: 'The parking gate' })).toBeVisible();
  await page.getByRole('radio', { name: 'API token', exact: true }).check();
  await page.getByRole('radio', { name: 'A gate is no program.' }).check();
  await page.getByRole('radio', { name: 'Certain' }).check();
  await page.getByRole('button', { name: 'Predict and reveal' }).click();
  await expect(page.getByText('It calls an API, so it is.')).toBeVisible();

  await page.goto(link.replace('workshop/#', 'workshop/present/#'));
  await expect(page.getByRole('radio', { name: 'Your own cards' })).toBeChecked();
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Open the audience’s window' }).click();
  const audience = await opened;
  await expect(audience.getByRole('heading', { level: 1 })).toHaveText('The badge printer');
  await page.bringToFront();
  await page.getByRole('button', { name: 'Start the lesson' }).click();
  await page.getByLabel('Card', { exact: true }).selectOption('2. The parking gate');
  await expect(audience.getByText('The gate asks our Okta')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('group', { name: 'The slide' })).toContainText('The parking gate');
});

test('a fault in the file is reported with its line, the form is kept, and fixing it is enough', async ({
  page,
  site,
}) => {
  await page.goto(new URL('workshop/cards/', site).href);
  const file = page.getByLabel('Cards as YAML');
  const text = await file.inputValue();
  await typeInto(file, text.replace('audience.ownOrg', 'audience.own'));
  await expect(page.getByText('“audience.own” is not an answer of the guide.')).toBeVisible();
  await expect(page.getByText('Something needs fixing first')).toBeVisible();
  const line = text.slice(0, text.indexOf('audience.ownOrg')).split('\n').length;
  await page.getByRole('button', { name: `Line ${line}` }).click();
  await expect(file).toBeFocused();
  const selected = await file.evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  );
  expect(selected).toContain('audience.own');
  await typeInto(file, text);
  await expect(page.getByText('The guide agrees with every card.')).toBeVisible();
});

test('a damaged link deals the guide’s cards and says why', async ({ page, site }) => {
  await page.goto(new URL('workshop/#cards=q1bKTq', site).href);
  await expect(page.getByText('The link to the cards is damaged or cut short.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'The nightly HR sync' })).toBeVisible();
});
