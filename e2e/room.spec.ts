import { resultName } from '#guide/resultName.ts';

import { typeInto } from './embedFrame.ts';
import { expect, test } from './fixtures.ts';
import {
  codeOf,
  countCodes,
  openRoom,
  roomCard as scenario,
  roomNews,
  shownSlide,
} from './pages/room.ts';

test('a phone joins by its link, answers, and its code changes the count, the split only at the reveal', async ({
  page,
  site,
  context,
}) => {
  const room = await openRoom(page, site);
  const phone = await context.newPage();
  await phone.goto(new URL(`workshop/answer/#${room}/${scenario.id}`, site).href);
  await phone.getByRole('radio', { name: resultName('apiToken') }).check();
  await phone.getByRole('radio', { name: /^A\. / }).check();
  await phone.getByRole('radio', { name: 'Certain' }).check();
  await phone.getByRole('button', { name: 'Create my code' }).click();
  await expect(
    phone.getByRole('heading', { name: 'Show or read this code to your teacher' }),
  ).toBeFocused();
  const code = await phone.locator('#answer-code').innerText();
  await phone.reload();
  await expect(phone.locator('#answer-code')).toHaveText(code);

  await page.bringToFront();
  await countCodes(page, code.toLowerCase());
  const status = roomNews(page);
  await expect(status).toHaveText('1 answer counted.');
  await expect(shownSlide(page)).toContainText('1 answer so far');
  await expect(shownSlide(page)).not.toContainText('The room chose');
  await countCodes(page, code);
  await expect(status).toHaveText(`Already counted: ${code}.`);

  await phone.bringToFront();
  await phone.getByRole('button', { name: 'Change my answer' }).click();
  await phone.getByRole('radio', { name: resultName('serviceApp') }).check();
  await phone.getByRole('radio', { name: /^B\. / }).check();
  await phone.getByRole('radio', { name: 'A guess' }).check();
  await phone.getByRole('button', { name: 'Create my code' }).click();
  const later = await phone.locator('#answer-code').innerText();
  await page.bringToFront();
  await countCodes(page, `${later} 123-456-789`);
  await expect(status).toHaveText(
    `Changed since an earlier answer, so the later one counts: ${later}. Mistyped, or not from this room and its cards: 123-456-789.`,
  );
  await expect(shownSlide(page)).toContainText('1 answer so far');
  await page.getByRole('button', { name: 'Next →' }).click();
  await expect(shownSlide(page)).toContainText('The room chose (1 answered)');
});

test('on a phone the choice is in the first screen, and the button of the code in the second', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(new URL(`workshop/answer/#K7QF/${scenario.id}`, site).href);
  const method = page.getByRole('group', { name: 'Which method?' });
  await expect(method).toBeVisible();
  const endOf = async (part: typeof method) => {
    const box = await part.boundingBox();
    return (box?.y ?? Number.NaN) + (box?.height ?? Number.NaN);
  };
  expect(await endOf(method)).toBeLessThanOrEqual(740);
  expect(await endOf(page.getByRole('button', { name: 'Create my code' }))).toBeLessThanOrEqual(
    1480,
  );
});

test('arrows and a clicker go on while a code is typed, which keeps its letters', async ({
  page,
  site,
}) => {
  await openRoom(page, site);
  const slide = shownSlide(page);
  const codes = page.getByLabel('Codes');
  await codes.focus();
  await page.keyboard.type('b7');
  await page.keyboard.press('PageDown');
  await expect(slide).toContainText(scenario.reason.text);
  await page.keyboard.press('ArrowLeft');
  await expect(slide).toContainText('Which method, and why?');
  await page.keyboard.press('.');
  await expect(slide).toContainText('The screen is black');
  await page.keyboard.press('.');
  await expect(slide).toContainText('Which method, and why?');
  await expect(codes).toHaveValue('b7');
  await expect(codes).toBeFocused();
});

test('200 answers pasted at once are counted, kept over a reload, shown as a chart with its numbers, saved and cleared', async ({
  page,
  site,
  browserName,
}) => {
  const room = await openRoom(page, site);
  const codes = Array.from({ length: 200 }, (_, phone) => codeOf(room, phone * 37));
  await countCodes(page, codes.join(' '));
  await expect(page.getByText('200 answers counted.')).toBeVisible();
  await page.reload();
  await expect(shownSlide(page)).toContainText('200 answers so far');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('PageDown');
  const results = shownSlide(page).getByRole('table', { name: 'The room chose (200 answered)' });
  await expect(results.getByRole('row')).toHaveCount(5);
  await expect(results.getByRole('row', { name: 'Other methods' })).toContainText('113');
  const own = results.getByRole('row', { name: resultName(scenario.result) });
  await expect(own).toContainText('The guide’s answer');
  await expect(own.getByRole('cell')).toHaveText(['15 percent', '29']);
  await expect(shownSlide(page).getByRole('table', { name: /^For this reason/ })).toBeVisible();
  await expect(shownSlide(page)).toContainText(/\d+ were certain, and \d+ of them right\./);
  await page.getByRole('button', { name: 'Back to preparing' }).click();

  await page.getByText('Keep or clear the room').click();
  // Firefox reports no download over WebDriver BiDi.
  if (browserName === 'chromium') {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as a file', exact: true }).click();
    const saved = await (await download).path();
    await page.getByRole('button', { name: 'Close the room' }).click();
    await page.getByRole('button', { name: 'Yes, close the room' }).click();
    await expect(page.getByText('The room is closed and forgotten.')).toBeVisible();
    await page.getByText('Open a saved room').click();
    await page.getByLabel('Room file').setInputFiles(saved);
    await expect(page.getByText(`Room ${room} is open again with 200 answers.`)).toBeVisible();
    await page.getByText('Keep or clear the room').click();
  }
  await page.getByRole('button', { name: 'Clear all answers' }).click();
  await page.getByRole('button', { name: 'Yes, clear all answers' }).click();
  await expect(page.getByText('is open, with 0 answers')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('is open, with 200 answers')).toBeVisible();
});

test('the audience’s window shows how to answer and how many did, and what only at the reveal', async ({
  page,
  site,
}) => {
  const room = await openRoom(page, site);
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Open the audience’s window' }).click();
  const audience = await opened;
  await expect(audience.getByRole('img', { name: 'The link to answer' })).toBeVisible();
  await expect(audience.getByText(`Room ${room}`)).toBeVisible();
  await page.bringToFront();
  await countCodes(page, [1, 2, 3].map((phone) => codeOf(room, phone)).join(' '));
  await expect(audience.getByText('3 answers so far')).toBeVisible();
  await expect(audience.getByRole('table')).toHaveCount(0);
  await page.getByRole('button', { name: 'Next →' }).click();
  await expect(audience.getByRole('table', { name: 'The room chose (3 answered)' })).toBeVisible();
});

test('one of two tabs presents; the other takes over with all that was counted, at no key of its own', async ({
  page,
  site,
  context,
}) => {
  const room = await openRoom(page, site);
  await countCodes(page, `${codeOf(room, 1)} ${codeOf(room, 2)}`);
  const audience = await context.newPage();
  await audience.goto(new URL('workshop/screen/', site).href);
  await expect(audience.getByText('2 answers so far')).toBeVisible();
  const other = await context.newPage();
  await other.goto(new URL(`workshop/present/#deck=${scenario.id}&stage=key`, site).href);
  await expect(other.getByRole('heading', { name: 'Another tab is presenting' })).toBeVisible();
  await expect(other.getByLabel('Codes')).toHaveCount(0);
  await other.getByRole('button', { name: 'Present from this tab' }).click();
  await countCodes(other, codeOf(room, 3));
  await expect(audience.getByText('3 answers so far')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Another tab has taken over' })).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Present from this tab' }).click();
  await expect(shownSlide(page)).toContainText('3 answers so far');
});

test('a twist is answered with the method alone, and a card of the teacher by letters', async ({
  page,
  site,
}) => {
  await page.goto(new URL(`workshop/answer/#K7QF/${scenario.id}/twist`, site).href);
  await expect(page.getByText(scenario.twist.change)).toBeVisible();
  await page.getByRole('radio', { name: resultName('serviceApp') }).check();
  await page.getByRole('button', { name: 'Create my code' }).click();
  await expect(page.locator('#answer-code')).toHaveText(/^\w{3}-\w{3}-\w{3}$/);
  await page.goto(new URL('workshop/answer/#K7QF/teacher-badges/card/3', site).href);
  await expect(page.getByText('This card is your teacher’s own')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'C on the screen' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'D on the screen' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Leave the room and forget it' }).click();
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByText('A room code has four letters or digits.')).toBeVisible();
  await typeInto(page.getByLabel('Room code'), 'k7qf');
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByText('You are in the room')).toContainText('K7QF');
});

test('a camera that is refused or absent is reported, and typing goes on', async ({
  page,
  site,
}) => {
  await openRoom(page, site);
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  await expect(page.getByText('The browser refused the camera.')).toBeVisible();
});
