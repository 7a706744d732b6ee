import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { resultName } from '#guide/resultName.ts';
import { plans } from '#workshop/handouts/plans.ts';
import { cardsOf } from '#workshop/present/presentation.ts';
import { confidences, reasonChoices } from '#workshop/prediction.ts';
import { answerCode, type RoomQuestion } from '#workshop/room/answerCode.ts';
import { type KeyedScenario, resultIds } from '#workshop/scenario.ts';

import { expect } from './fixtures.ts';
import { kept, test } from './offlineSite.ts';

test.use({
  serviceWorkers: 'allow',
  // Without a server requests fail, and the browser says so.
  expectedNoise: [/ERR_CONNECTION_REFUSED|Failed to load resource/],
});

const [plan] = plans;
const deck = cardsOf(plan?.steps.flatMap(({ cards }) => cards) ?? []);

/** Codes of people who answer with phones that are not drawn here. */
function otherPhones(room: string, { id }: KeyedScenario, question: RoomQuestion): string {
  return Array.from({ length: 12 }, (_, phone) =>
    answerCode(
      { room, card: id, question },
      {
        phone: phone * 101,
        result: resultIds[phone % resultIds.length] ?? 'serviceApp',
        ...(question === 'twist'
          ? {}
          : { reason: phone % 2, confidence: confidences[phone % confidences.length] }),
      },
    ),
  ).join('\n');
}

/** Goes on with Tab until the control of this name has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const matches = (text: string): boolean =>
    typeof name === 'string' ? text === name : name.test(text);
  for (let step = 0; step < 120; step += 1) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label =
        element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
          ? element.labels?.[0]?.textContent
          : element?.textContent;
      return label?.trim() ?? '';
    });
    if (matches(focused)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No Tab leads to ${name}.`);
}

/** A person with a phone and no mouse. */
async function answer(
  phone: Page,
  scenario: KeyedScenario,
  question: RoomQuestion,
): Promise<string> {
  await phone.bringToFront();
  await expect(phone.getByRole('button', { name: 'Create my code' })).toBeVisible();
  const first = resultName(resultIds[0] ?? 'serviceApp');
  await phone.getByRole('radio', { name: first, exact: true }).focus();
  await phone.keyboard.press('Space');
  if (question !== 'twist') {
    await phone.keyboard.press('Tab');
    await phone.keyboard.press('Space');
    await phone.keyboard.press('Tab');
    await phone.keyboard.press('Space');
  }
  await tabTo(phone, 'Create my code');
  await phone.keyboard.press('Enter');
  await expect(
    phone.getByRole('heading', { name: 'Show or read this code to your teacher' }),
  ).toBeFocused();
  expect(reasonChoices(scenario).length).toBeGreaterThan(1);
  return phone.locator('#answer-code').innerText();
}

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

for (const network of ['online', 'offline'] as const) {
  test(`the plan of ${plan?.minutes} minutes is run by keyboard in two windows with phones, ${network}`, async ({
    page,
    site,
    server,
    context,
  }) => {
    const phone = await context.newPage();
    await phone.goto(new URL('workshop/answer/', site).href);
    await page.bringToFront();
    await page.goto(new URL('workshop/present/', site).href);
    await expect(page.getByText('it now works without a network')).toBeVisible();
    await kept(page, site);
    if (network === 'offline') await server.close();

    // The teacher reads the plan, then opens the deck, the screen and the room.
    await page.goto(new URL('workshop/handouts/plans/', site).href);
    for (const { title } of plan?.steps ?? []) {
      await expect(page.getByRole('heading', { name: title }).first()).toBeVisible();
    }
    await page.goto(new URL('workshop/present/', site).href);
    await expect(page.getByRole('radio', { name: '45-minute plan' })).toBeChecked();
    const opened = page.waitForEvent('popup');
    await tabTo(page, 'Open the audience’s window');
    await page.keyboard.press('Enter');
    const audience = await opened;
    await page.bringToFront();
    await tabTo(page, 'Open a room');
    await page.keyboard.press('Enter');
    const room = await page.locator('p > .room-code').first().innerText();
    await tabTo(page, 'Start the lesson');
    await page.keyboard.press('Enter');

    for (const scenario of deck) {
      await expect(audience.getByRole('heading', { level: 1 })).toHaveText(scenario.title);
      if (scenario.kind !== 'keyed') throw new Error(`${scenario.id} has no key.`);
      await page.keyboard.press('PageDown');
      await page.keyboard.press('PageDown');
      for (const question of ['card', 'again', 'twist'] as const) {
        await expect(audience.getByText(/^\d+ answers? so far$/)).toHaveText('0 answers so far');
        const suffix = question === 'card' ? '' : `/${question}`;
        await phone.goto(new URL(`workshop/answer/#${room}/${scenario.id}${suffix}`, site).href);
        const code = await answer(phone, scenario, question);
        await page.bringToFront();
        await tabTo(page, 'Codes');
        await page.keyboard.insertText(`${code}\n${otherPhones(room, scenario, question)}`);
        await page.keyboard.press('Enter');
        await expect(audience.getByText('13 answers so far')).toBeVisible();
        await expect(audience.getByRole('table')).toHaveCount(0);
        if (scenario === deck[0]) {
          await expectClean(page);
          await expectClean(audience);
          await expectClean(phone);
        }
        await page.bringToFront();
        // The clicker works in the field of the codes too.
        await page.keyboard.press('PageDown');
        const split = audience.getByRole('table', { name: /^The room chose/ });
        await expect(split).toBeVisible();
        await expect(split.getByText('The guide’s answer')).toHaveCount(
          question === 'card' ? 0 : 1,
        );
        if (scenario === deck[0]) await expectClean(audience);
        await page.bringToFront();
        await page.keyboard.press('PageDown');
      }
    }
    await expect(audience.getByRole('heading', { level: 1 })).toHaveText('That was the last card');
    await tabTo(page, 'Report');
    await page.keyboard.press('Enter');
    const table = page.getByRole('table').first();
    for (const { title } of deck) await expect(table).toContainText(title);
  });
}
