import type { Locator, Page } from '@playwright/test';

import { confidences, reasonChoices } from '#workshop/prediction.ts';
import { answerCode } from '#workshop/room/answerCode.ts';
import { type KeyedScenario, resultIds } from '#workshop/scenario.ts';
import { keyedScenarios } from '#workshop/scenarios/scenarios.ts';

import { typeInto } from '../embedFrame.ts';
import { expect } from '../fixtures.ts';

const [first] = keyedScenarios;
if (first === undefined) throw new Error('There are no cards.');

/** The card that the room is asked. */
export const roomCard: KeyedScenario = first;

/** Opens the presenter's page with a room, at the question of the first card. */
export async function openRoom(page: Page, site: URL): Promise<string> {
  await page.goto(new URL('workshop/present/', site).href);
  await page.getByRole('button', { name: 'Open a room' }).click();
  await page.getByRole('button', { name: 'Start the lesson' }).click();
  for (let step = 0; step < 2; step += 1) {
    await page.getByRole('button', { name: 'Next →' }).click();
  }
  const room = await page.locator('.live-slide .room-code').innerText();
  expect(room).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}$/);
  return room;
}

/** The slide as the presenter sees it, beside the next one. */
export const shownSlide = (page: Page): Locator => page.getByRole('group', { name: 'The slide' });

/** What the presenter's page says about the last action. */
export const roomNews = (page: Page): Locator => page.locator('.room-news');

/** Types codes into the presenter's page and counts them. */
export async function countCodes(page: Page, codes: string): Promise<void> {
  await typeInto(page.getByLabel('Codes'), codes);
  await page.getByRole('button', { name: 'Count', exact: true }).click();
}

/** What the phone with this number answers, as its code: results, reasons and confidences in turn. */
export const codeOf = (room: string, phone: number): string =>
  answerCode(
    { room, card: roomCard.id, question: 'card' },
    {
      phone,
      result: resultIds[phone % resultIds.length] ?? 'serviceApp',
      reason: phone % reasonChoices(roomCard).length,
      confidence: confidences[phone % confidences.length],
    },
  );
