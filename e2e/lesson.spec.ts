import { plans } from '#workshop/handouts/plans.ts';
import { resultName } from '#guide/resultName.ts';
import { reasonChoices } from '#workshop/prediction.ts';
import { cardsOf } from '#workshop/present/presentation.ts';
import { answerCode, type RoomQuestion } from '#workshop/room/answerCode.ts';
import { type KeyedScenario, resultIds } from '#workshop/scenario.ts';

import { expect, test } from './fixtures.ts';
import { installCamera, onTable, showToCamera, table } from './pages/camera.ts';
import { codeOf, countCodes, openRoom, roomCard, roomNews, shownSlide } from './pages/room.ts';

const people = 30;
const [plan] = plans;
const deck = cardsOf(plan?.steps.flatMap(({ cards }) => cards) ?? []);

/** What thirty phones show: a third is right at first, two thirds after the talk. */
function codesOf(room: string, card: KeyedScenario, question: RoomQuestion): readonly string[] {
  const right = { card: 10, again: 20, twist: 15 }[question];
  const key = question === 'twist' ? card.twist.result : card.result;
  const wrong = resultIds.find((id) => id !== key) ?? key;
  const own = reasonChoices(card).findIndex(({ belief }) => belief === undefined);
  const belief = reasonChoices(card).findIndex((each) => each.belief !== undefined);
  return Array.from({ length: people }, (_, index) => {
    const phone = index * 1009 + 1;
    const result = index < right ? key : wrong;
    if (question === 'twist')
      return answerCode({ room, card: card.id, question }, { phone, result });
    return answerCode(
      { room, card: card.id, question },
      { phone, result, reason: index < right ? own : belief, confidence: 'certain' },
    );
  });
}

test.describe('with a network that goes', () => {
  // The browser asks for the icon again and again.
  test.use({ expectedNoise: [/ERR_INTERNET_DISCONNECTED/] });

  test('a lesson of 45 minutes with thirty phones takes a handful of actions beside next, whatever happens to its windows', async ({
    page,
    site,
    context,
  }) => {
    test.slow();
    const actions: string[] = [];
    let teacher = page;
    const press = async (name: string) => {
      actions.push(name);
      await teacher.getByRole('button', { name, exact: true }).click();
    };
    const next = async () => {
      await teacher.keyboard.press('PageDown');
      const lesson = teacher.getByRole('dialog', { name: 'The lesson' });
      const beyond = await lesson.evaluate(
        (element) => element.scrollHeight - element.clientHeight,
      );
      expect(beyond).toBe(0);
    };
    const scan = async () => {
      await installCamera(teacher, table);
      await press('Scan with the camera');
    };
    const secondsOfLesson = async () => {
      const clock = teacher.getByRole('timer', { name: 'Elapsed time' });
      const [minutes = 0, seconds = 0] = (await clock.innerText()).split(':').map(Number);
      return minutes * 60 + seconds;
    };

    await page.setViewportSize({ width: 1280, height: 720 });
    await page.goto(new URL('workshop/present/', site).href);
    actions.push('People');
    await page.getByLabel('Expected number of people').fill(`${people}`);
    actions.push('Open the audience’s window');
    const opened = page.waitForEvent('popup');
    await page.getByRole('link', { name: 'Open the audience’s window' }).click();
    const audience = await opened;
    await page.bringToFront();
    await press('Start the lesson');
    await expect(page.getByText('The audience sees this slide')).toBeVisible();
    const room = await page.locator('.live-invitation .room-code').innerText();
    await scan();

    /** What may happen in a lesson, before a card is asked. */
    const disturbances: readonly (() => Promise<void>)[] = [
      async () => {},
      async () => {
        await teacher.reload();
        await scan();
      },
      async () => {
        await audience.reload();
        await context.setOffline(true);
      },
      async () => {
        await context.setOffline(false);
        const before = await secondsOfLesson();
        const other = await context.newPage();
        await other.setViewportSize({ width: 1280, height: 720 });
        await other.goto(new URL('workshop/present/', site).href);
        await other.getByRole('button', { name: 'Present from this tab' }).click();
        await expect(teacher.getByText('Another tab has taken over')).toBeVisible();
        teacher = other;
        expect(await secondsOfLesson()).toBeGreaterThanOrEqual(before);
        await scan();
      },
      async () => {
        // The time of day is set back by an hour, and the page loaded again.
        const before = await secondsOfLesson();
        await teacher.addInitScript(() => {
          const now = Date.now;
          Date.now = () => now() - 3_600_000;
        });
        await teacher.reload();
        expect(await secondsOfLesson()).toBeGreaterThanOrEqual(before);
        expect(await secondsOfLesson()).toBeLessThan(before + 600);
        await scan();
      },
    ];
    for (const [index, card] of deck.entries()) {
      if (card.kind !== 'keyed') throw new Error(`${card.id} has no key.`);
      await next();
      await disturbances[index]?.();
      await expect(shownSlide(teacher)).toContainText(card.title);
      await next();
      for (const question of ['card', 'again', 'twist'] as const) {
        const codes = codesOf(room, card, question);
        for (let from = 0; from < people; from += 9) {
          const shown = codes.slice(from, from + 9);
          await showToCamera(teacher, onTable(shown));
          await expect(
            audience.getByText(`${from + shown.length} of ${people} answers`),
          ).toBeVisible();
        }
        await expect(audience.getByRole('table')).toHaveCount(0);
        await next();
        await expect(audience.getByRole('table', { name: /^The room chose/ })).toBeVisible();
        await next();
      }
    }
    await expect(audience.getByRole('heading', { level: 1 })).toHaveText('That was the last card');
    await press('Report');
    expect(actions.length).toBeLessThanOrEqual(12);
    const report = teacher.getByRole('table').first();
    for (const { title } of deck) {
      const row = report.getByRole('row', { name: title });
      await expect(row).toContainText('10 of 30 (33%)');
      await expect(row).toContainText('20 of 30 (67%)');
      await expect(row).toContainText('15 of 30 (50%)');
    }
  });
});

test('a typed code counts with its last letter, and one wrong letter is read and said', async ({
  page,
  site,
}) => {
  const room = await openRoom(page, site);
  const codes = page.getByLabel('Codes');
  await codes.focus();
  for (const [index, phone] of [3, 4, 5].entries()) {
    await page.keyboard.type(codeOf(room, phone).toLowerCase().replaceAll('-', ''));
    await expect(shownSlide(page)).toContainText(index === 0 ? '1 answer' : `${index + 1} answers`);
    await expect(codes).toHaveValue('');
    await expect(codes).toBeFocused();
  }
  const code = codeOf(room, 900);
  const typed = `${code.slice(0, 10)}${code.endsWith('7') ? '8' : '7'}`;
  await page.keyboard.type(typed);
  // It may still become another code: Enter says that this is all.
  await expect(codes).toHaveValue(typed);
  await page.keyboard.press('Enter');
  await expect(roomNews(page)).toContainText(`Corrected ${typed} to ${code}.`);
  await page.getByRole('button', { name: 'Undo the last count' }).click();
  await expect(shownSlide(page)).toContainText('3 answers so far');
});

test('a phone is led from its first vote to the second one and to the twist, each with a code of its own', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(new URL(`workshop/answer/#K7QF/${roomCard.id}`, site).href);
  const codes: string[] = [];
  for (const next of ['Vote again', 'Answer the twist', undefined]) {
    await page.getByRole('radio', { name: resultName('serviceApp') }).check();
    if (next !== undefined) {
      await page.getByRole('radio', { name: /^A\. / }).check();
      await page.getByRole('radio', { name: 'Certain' }).check();
    }
    await page.getByRole('button', { name: 'Create my code' }).click();
    codes.push(await page.locator('#answer-code').innerText());
    if (next === undefined) continue;
    await page.getByRole('button', { name: next }).click();
    await expect(page.getByRole('heading', { name: roomCard.title })).toBeFocused();
  }
  expect(new Set(codes).size).toBe(3);
});

test('hands are counted by keyboard, seen by the teacher at once and by the room when it is shown', async ({
  page,
  site,
}) => {
  await page.goto(new URL('workshop/present/', site).href);
  await page.getByRole('radio', { name: 'Hands' }).check();
  await page.getByLabel('Expected number of people').fill('25');
  await page.getByRole('button', { name: 'Start the lesson' }).click();
  await expect(page.getByLabel('Codes')).toHaveCount(0);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await expect(shownSlide(page)).toContainText(roomCard.story.slice(0, 40));
  await expect(shownSlide(page)).not.toContainText('Room');
  await page.getByRole('spinbutton', { name: `Hands for ${resultName('serviceApp')}` }).focus();
  await page.keyboard.type('12');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('12 of 25 answers')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(
    shownSlide(page).getByRole('table', { name: 'The room chose (12 answered)' }),
  ).toBeVisible();
  await expect(shownSlide(page)).not.toContainText('The guide’s answer');
});

test('a deck is put in order, given its minutes, kept in the link and the file, and printed with its key apart', async ({
  page,
  site,
  browserName,
}) => {
  await page.goto(new URL('workshop/present/', site).href);
  const [first, second] = deck;
  if (first === undefined || second === undefined) throw new Error('There are no cards.');
  await page.getByRole('button', { name: `Move ${first.title} down` }).click();
  await page.getByLabel(`Minutes for ${second.title}`, { exact: true }).fill('9');
  await page.getByLabel('Expected number of people').fill('8');
  await expect(page.getByText('5 cards in 48 minutes')).toBeVisible();
  await page.reload();
  await expect(page.getByText('5 cards in 48 minutes')).toBeVisible();
  await expect(page.locator('.deck-table > li').first()).toContainText(second.title);
  if (browserName === 'chromium') {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the lesson as a file' }).click();
    const saved = await (await download).path();
    await page.getByRole('radio', { name: '90-minute plan' }).check();
    await page.getByText('Open a saved lesson').click();
    await page.getByLabel('Lesson file').setInputFiles(saved);
    await expect(page.getByText('5 cards in 48 minutes')).toBeVisible();
  }
  await page.getByRole('button', { name: 'Print this deck' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('region', { name: /^Cards, set/ })).toHaveCount(2);
  await expect(page.getByRole('region', { name: /^Worksheet/ })).toHaveCount(8);
  for (const set of await page.getByRole('region', { name: /^Cards, set/ }).all()) {
    for (const { title } of deck) await expect(set).toContainText(title);
    if (first.kind === 'keyed') await expect(set).not.toContainText(first.reason.text);
  }
  await expect(page.getByRole('region', { name: 'The key, for you alone' })).toContainText(
    'Twist:',
  );
});

test('a lesson that is taken along opens from its file with its deck, without a network', async ({
  page,
  site,
  context,
  browserName,
}) => {
  test.skip(browserName !== 'chromium', 'Firefox tells of no download over WebDriver BiDi.');
  await page.goto(new URL('workshop/present/#deck=revoke-itself+nightly-hr-sync', site).href);
  await page.getByLabel('Expected number of people').fill('12');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download an offline copy' }).click();
  const saved = test.info().outputPath('lesson.html');
  await (await download).saveAs(saved);
  const away = await context.newPage();
  await context.setOffline(true);
  await away.goto(`file://${saved}`);
  await expect(away.locator('.deck-table > li').first()).toContainText('A token that ends itself');
  await expect(away.getByLabel('Expected number of people')).toHaveValue('12');
  await away.getByRole('button', { name: 'Start the lesson' }).click();
  const room = await away.locator('.live-invitation .room-code').innerText();
  await away.keyboard.press('PageDown');
  await away.keyboard.press('PageDown');
  await countCodes(away, 'no code');
  await expect(roomNews(away)).toContainText('There is no code in this text.');
  await countCodes(away, codesOf(room, roomCard, 'card').join(' '));
  await expect(roomNews(away)).toHaveText(`${people} answers counted.`);
  await away.getByRole('button', { name: 'Report' }).click();
  await expect(away.getByRole('table').first()).toContainText('10 of 30 (33%)');
  await away.getByRole('button', { name: 'Back to preparing' }).click();
  await away.getByRole('button', { name: 'Print this deck' }).click();
  await expect(away.getByRole('region', { name: /^Worksheet/ })).toHaveCount(12);
});
