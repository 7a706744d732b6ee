import { optionOf } from '#guide/answerWords.ts';
import type { Answer } from '#guide/questions.ts';
import { replay } from '#guide/replay.ts';

import { expect, test } from './fixtures.ts';
import { headingOf, inPlainText, pathOf } from './pages/states.ts';
import { startWebKit, type WebDriver } from './webDriver.ts';

const answers: readonly Answer[] = ['oauth.yes', 'audience.customerOrgs', 'catalog.yes'];

let started: WebDriver | undefined;

test.beforeAll(async () => {
  const { WEBKIT_DRIVER: driver, XVFB: xvfb } = process.env;
  if (driver === undefined || xvfb === undefined) throw new Error('WebKit is not on this machine.');
  started = await startWebKit(driver, xvfb);
});

test.afterAll(async () => started?.close());

test('a walk in WebKit: in place, focus on each new heading, back, reload, nothing violated', async ({
  site,
}) => {
  const browser = started;
  if (browser === undefined) throw new Error('WebKit did not start.');
  await browser.open(site.href);
  // Before that a link is a link, and leads to another document.
  await expect
    .poll(async () =>
      browser.evaluate(`return 'hydrated' in document.querySelector('#root').dataset`),
    )
    .toBe(true);
  await browser.evaluate(`
    window.stillTheSameDocument = true;
    window.problems = [];
    addEventListener('error', (event) => problems.push(event.message));
    addEventListener('unhandledrejection', (event) => problems.push(String(event.reason)));
    document.addEventListener('securitypolicyviolation', (event) =>
      problems.push(event.violatedDirective));
  `);
  const heading = async (): Promise<unknown> =>
    browser.evaluate(`return document.querySelector('h1').textContent`);
  for (const [index, answer] of answers.entries()) {
    const label = inPlainText(optionOf(answer).label);
    await browser.click(`//main//a[normalize-space()="${label}"]`);
    const { node } = replay(answers.slice(0, index + 1)).walk;
    await expect.poll(heading).toBe(headingOf(node));
    await expect
      .poll(async () => browser.evaluate(`return document.activeElement.tagName`))
      .toBe('H1');
  }
  expect(await browser.evaluate(`return location.href`)).toBe(new URL(pathOf(answers), site).href);
  expect(await browser.evaluate(`return window.stillTheSameDocument`)).toBe(true);

  const previous = replay(answers.slice(0, -1)).walk;
  await browser.evaluate(`history.back()`);
  await expect.poll(heading).toBe(headingOf(previous.node));
  expect(await browser.evaluate(`return window.problems`)).toEqual([]);

  await browser.open(new URL(pathOf(answers), site).href);
  expect(await heading()).toBe(headingOf(replay(answers).walk.node));
});
