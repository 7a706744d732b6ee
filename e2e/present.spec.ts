import { expect, test } from './fixtures.ts';
import { installCamera, table } from './pages/camera.ts';
import { codeOf, countCodes, shownSlide } from './pages/room.ts';

test('the audience’s window follows the presenter’s, by keys, and shows no key before it is revealed', async ({
  page,
  site,
}) => {
  await page.goto(new URL('workshop/present/', site).href);
  await expect(page.getByRole('radio', { name: '45-minute plan' })).toBeChecked();
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Open the audience’s window' }).click();
  const audience = await opened;
  const title = audience.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('The nightly HR sync');
  await expect(audience.getByText('Every night our server')).toBeVisible();
  await expect(audience.getByRole('button')).toHaveCount(0);
  await expect(audience.getByRole('link')).toHaveCount(0);
  await page.bringToFront();
  await page.getByRole('button', { name: 'Start the lesson' }).click();
  await expect(page.getByText('Only you see this')).toBeVisible();
  const reason = 'It runs unattended on a server that can keep a key';
  await expect(page.getByText(reason)).toBeHidden();

  await page.getByText('The key, before the room sees it').click();
  await expect(page.getByText(reason)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(audience.getByText('Where does it run?')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(audience.getByText('Which method, and why?')).toBeVisible();
  await expect(audience.getByText(reason)).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(audience.getByText(reason)).toBeVisible();
  await page.keyboard.press('b');
  await expect(title).toHaveText('The screen is black');
  await page.keyboard.press('b');
  await page.keyboard.press('ArrowLeft');
  await expect(audience.getByText('Which method, and why?')).toBeVisible();

  await audience.reload();
  await expect(audience.getByText('Which method, and why?')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('group', { name: 'The slide' })).toContainText(
    'Which method, and why?',
  );
});

test('on one screen only, the slide fills the window without the notes', async ({ page, site }) => {
  await page.goto(new URL('workshop/present/', site).href);
  await page.getByRole('button', { name: 'Start the lesson' }).click();
  await page.getByRole('button', { name: 'Show the slide here' }).click();
  await expect(page.getByText('Only you see this')).toHaveCount(0);
  await page.keyboard.press('PageDown');
  await expect(page.getByText('Where does it run?')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Only you see this')).toBeVisible();
});

test('a deck is chosen card by card, kept in the address, and ends', async ({ page, site }) => {
  await page.goto(new URL('workshop/present/#deck=revoke-itself+no-such-card', site).href);
  await page.getByText(/^Choose card by card \(1 chosen\)/).click();
  await page.getByRole('checkbox', { name: 'The nightly HR sync' }).check();
  await expect(page).toHaveURL(/deck=revoke-itself\+nightly-hr-sync/);
  await page.getByRole('button', { name: 'Start the lesson' }).click();
  await expect(page.getByRole('group', { name: 'The slide' })).toContainText(
    'A token that ends itself',
  );
  await page.getByRole('button', { name: 'Next →' }).click();
  await page.getByRole('button', { name: 'Back to preparing' }).click();
  await page.getByText(/^Choose card by card \(2 chosen\)/).click();
  await page.getByRole('checkbox', { name: 'The nightly HR sync' }).uncheck();
  await expect(page).toHaveURL(/deck=revoke-itself&card=0&stage=facts/);
  await page.getByRole('button', { name: 'Resume the lesson' }).click();
  await page.getByLabel('Card', { exact: true }).selectOption('The end');
  await expect(page.getByText('Have everyone write down the one fact')).toBeVisible();
});

test('the clock begins with the lesson, can be stopped, goes on after a reload, and is shown to the room', async ({
  page,
  site,
}) => {
  await page.goto(new URL('workshop/present/', site).href);
  await page.getByRole('button', { name: 'Start the lesson' }).click();
  const lesson = page.getByRole('timer', { name: 'Elapsed time' });
  const step = page.getByRole('timer', { name: 'Time left in this step' });
  await expect(lesson).not.toHaveText('00:00');
  await expect(page.getByText('On time')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(step).toHaveText(/^01:(30|2\d)$/);
  await page.getByRole('button', { name: '+ 1 min for this step' }).click();
  await expect(step).toHaveText(/^02:(30|2\d)$/);
  await page.getByRole('button', { name: 'Pause' }).click();
  const stopped = await lesson.innerText();
  await page.getByRole('button', { name: 'Timer on the slide' }).click();
  await expect(shownSlide(page).getByRole('timer')).toHaveText(await step.innerText());
  await expect(lesson).toHaveText(stopped);
  await page.reload();
  await expect(lesson).toHaveText(/^00:[0-5]\d$/);
  await expect(step).toHaveText(/^02:[0-3]\d$/);
});

test('foreign messages on the channel change nothing on the audience’s screen', async ({
  page,
  site,
}) => {
  await page.goto(new URL('workshop/screen/', site).href);
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('The lesson is about to begin');
  await page.evaluate(() => {
    const channel = new BroadcastChannel('okta-api-authorization-guide:presentation');
    for (const message of [null, 'hello', { deck: ['x'], card: 0, stage: 'key', isBlack: false }]) {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
      channel.postMessage(message);
    }
  });
  await page.waitForTimeout(300);
  await expect(title).toHaveText('The lesson is about to begin');
});

test('where the browser refuses channels, the windows still follow each other', async ({
  page,
  site,
  context,
}) => {
  await context.addInitScript(() => {
    Object.defineProperty(globalThis, 'BroadcastChannel', { value: undefined });
  });
  await page.goto(new URL('workshop/screen/', site).href);
  await expect(page.getByText('choose “Open the audience’s window”')).toBeVisible();
  await page.goto(new URL('workshop/present/', site).href);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Open the audience’s window' }).click();
  const audience = await opened;
  await expect(audience.getByText('Every night our server')).toBeVisible();
});

test.describe('with a script that does not come', () => {
  test.use({ expectedNoise: [/presenterIsland|ERR_FAILED/] });

  test('the audience’s screen says so, and loads again', async ({ page, site, context }) => {
    await context.route(/presenterIsland-/, async (route) => route.abort());
    await page.goto(new URL('workshop/screen/', site).href);
    await expect(
      page.getByRole('heading', { name: 'This screen could not be loaded' }),
    ).toBeVisible();
    await context.unroute(/presenterIsland-/);
    await page.getByRole('button', { name: 'Load the page again' }).click();
    await expect(page.getByRole('heading', { name: 'The lesson is about to begin' })).toBeVisible();
  });
});

for (const [width, height] of [
  [1280, 720],
  [1440, 900],
] as const) {
  test(`at ${width} × ${height} the lesson is one screen that never scrolls, shows the slides whole, and never moves what is pressed`, async ({
    page,
    site,
  }) => {
    await page.setViewportSize({ width, height });
    const deck = ['nightly-hr-sync', 'flow-into-another-org', 'collector-or-listing'];
    await page.goto(new URL(`workshop/present/#deck=${deck.join('+')}`, site).href);
    await page.getByRole('button', { name: 'Start the lesson' }).click();
    const lesson = page.getByRole('dialog', { name: 'The lesson' });
    const room = await page.locator('.live-invitation .room-code').innerText();
    await countCodes(page, Array.from({ length: 30 }, (_, phone) => codeOf(room, phone)).join(' '));
    const pressed = [
      '← Back',
      'Next →',
      'Black screen (B)',
      'Undo the last count',
      '+ 1 min for this step',
      'Pause',
      'Timer on the slide',
      'Count',
      'Scan with the camera',
      'Show the slide here',
      'Report',
      'Back to preparing',
    ].map((name) => page.getByRole('button', { name, exact: true }));
    const places = async () => Promise.all(pressed.map(async (button) => button.boundingBox()));
    const first = await places();
    await installCamera(page, table);
    await page.getByRole('button', { name: 'Scan with the camera' }).click();
    await expect(page.getByLabel('What the camera sees')).toBeInViewport({ ratio: 1 });
    // The first card is voted on, so it has two steps more than the second, which is not.
    for (let step = 0; step < 8 + 6 + 3 + 1; step += 1) {
      const beyond = await lesson.evaluate((element) =>
        [element, ...element.querySelectorAll('.slide, .live-side, .live-room')].map(
          ({ scrollHeight, clientHeight }) => scrollHeight - clientHeight,
        ),
      );
      expect(beyond).toEqual([0, 0, 0, 0, 0]);
      expect(await places()).toEqual(first);
      for (const name of ['The slide', 'Only you see this', 'The room']) {
        await expect(lesson.getByLabel(name)).toBeInViewport();
      }
      await page.keyboard.press('PageDown');
    }
    await expect(lesson.getByText('nothing more')).toBeVisible();
  });
}
