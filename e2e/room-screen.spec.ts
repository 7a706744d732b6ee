import { cardsFragment } from '#workshop/ownCards/cardLink.ts';
import { exampleCard } from '#workshop/ownCards/exampleCard.ts';
import { confidences, reasonChoices } from '#workshop/prediction.ts';
import { stagesOf } from '#workshop/present/presentation.ts';
import { answerCode, roomQuestions } from '#workshop/room/answerCode.ts';
import { resultIds, type Scenario } from '#workshop/scenario.ts';
import { scenarios } from '#workshop/scenarios/scenarios.ts';

import { expect, test } from './fixtures.ts';
import { countCodes, roomNews } from './pages/room.ts';

/** Thirty people who choose everything that there is to choose, before and after the talk. */
function codesOf(room: string, scenario: Scenario): readonly string[] {
  if (scenario.kind !== 'keyed') return [];
  return roomQuestions.flatMap((question) =>
    Array.from({ length: 30 }, (_, phone) => {
      const result = resultIds[phone % resultIds.length] ?? scenario.result;
      return answerCode(
        { room, card: scenario.id, question },
        question === 'twist'
          ? { phone, result }
          : {
              phone,
              result,
              reason: phone % reasonChoices(scenario).length,
              confidence: confidences[phone % confidences.length],
            },
      );
    }),
  );
}

for (const [width, height, smallest, cards, answering] of [
  [1280, 720, 28, scenarios, 'Phones'],
  [1280, 720, 28, scenarios, 'Paper'],
  // The sizes grow with the screen, so a few cards show that they do.
  [1920, 1080, 42, scenarios.slice(0, 4), 'Phones'],
] as const) {
  test(`every step of every card fits the room’s screen at ${width} × ${height}, in letters of ${smallest} px or more, answered by ${answering}`, async ({
    page,
    site,
  }) => {
    await page.setViewportSize({ width, height });
    const deck = cards.map(({ id }) => id).join('+');
    await page.goto(new URL(`workshop/present/#deck=${deck}`, site).href);
    await page.getByLabel('Expected number of people').fill('30');
    await page.getByRole('radio', { name: answering }).check();
    await page.getByRole('button', { name: 'Start the lesson' }).click();
    const isByPhone = answering === 'Phones';
    if (isByPhone) {
      const room = await page.locator('.live-invitation .room-code').innerText();
      await countCodes(page, cards.flatMap((card) => codesOf(room, card)).join(' '));
      // Some hundred codes at once: a busy machine takes its time.
      await expect(roomNews(page)).toContainText('answers counted', { timeout: 60_000 });
    }
    await page.getByRole('button', { name: 'Show the slide here' }).click();
    const steps = cards.flatMap((scenario) =>
      stagesOf(scenario)
        // If nothing is counted, there is no split to talk about.
        .filter((stage) => isByPhone || !['split', 'again'].includes(stage))
        .map((stage) => ({ title: scenario.title, stage })),
    );
    for (const step of steps) {
      await expect(page.locator('.slide h1')).toHaveText(step.title);
      const { beyond, letters } = await page.locator('.slide').evaluate((slide) => ({
        beyond: slide.scrollHeight - slide.clientHeight,
        letters: Math.min(
          ...[...slide.querySelectorAll('h1, p, li, dt, dd, th, td, caption')]
            .filter((element) => element.closest('.slide-way-out, .sr-only') === null)
            .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
        ),
      }));
      expect({ step, beyond, isReadable: letters >= smallest }).toEqual({
        step,
        beyond: 0,
        isReadable: true,
      });
      await page.keyboard.press('ArrowRight');
    }
  });
}

/** A text of this many letters. */
const words = (letters: number): string =>
  'Every night our server reads the changes. '.repeat(40).slice(0, letters);

test('the longest reasons of a teacher’s card fit the room’s screen beside the room’s code', async ({
  page,
  site,
}) => {
  const belief = { belief: words(150), truth: words(400) };
  const card = {
    ...exampleCard,
    because: words(150),
    misconceptions: {
      apiServiceIntegration: belief,
      apiToken: belief,
      userContext: belief,
    },
  };
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(new URL(`workshop/present/${await cardsFragment([card])}`, site).href);
  await page.getByRole('radio', { name: 'Your own cards' }).check();
  await page.getByRole('radio', { name: 'Phones' }).check();
  await page.getByRole('button', { name: 'Start the lesson' }).click();
  await page.getByRole('button', { name: 'Show the slide here' }).click();
  while (!page.url().includes('stage=question')) await page.keyboard.press('PageDown');
  await expect(page.locator('.slide')).toContainText(words(150));
  const beyond = await page
    .locator('.slide')
    .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
  expect(beyond).toBe(0);
});

test('a teacher’s card with a long story, long facts and a long twist fits the room’s screen as well', async ({
  page,
  site,
}) => {
  const card = {
    ...exampleCard,
    story: words(1200),
    facts: ['One', 'Two'].map((ask) => ({ ask: `${ask} ${words(150)}`, told: words(300) })),
    reason: words(600),
    twist: { ...exampleCard.twist, change: words(400), reason: words(600) },
  };
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(new URL(`workshop/present/${await cardsFragment([card])}`, site).href);
  await page.getByRole('radio', { name: 'Your own cards' }).check();
  await page.getByRole('button', { name: 'Start the lesson' }).click();
  await page.getByRole('button', { name: 'Show the slide here' }).click();
  // Nothing is counted, so there are no splits.
  for (const stage of ['story', 'facts', 'question', 'key', 'twist', 'twistKey']) {
    await expect(page).toHaveURL(new RegExp(`stage=${stage}\\b`));
    const beyond = await page
      .locator('.slide')
      .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
    expect({ stage, beyond }).toEqual({ stage, beyond: 0 });
    await page.keyboard.press('PageDown');
  }
});
