import { createServer } from 'node:http';

import { optionOf } from '#guide/answerWords.ts';
import type { Answer } from '#guide/questions.ts';
import { replay } from '#guide/replay.ts';

import { policyTag } from '#site/pages/pageHtml.ts';
import { embedPolicy, headerForm, withOwnOrigin } from '#site/policy/contentSecurityPolicy.ts';

import { siteBase, startServer } from '../scripts/serve.mjs';
import { expect, test } from './fixtures.ts';
import { changedBuild } from './offlineSite.ts';
import { headingOf, inPlainText, pathOf } from './pages/states.ts';
import { freePort, startWebKit, type WebDriver } from './webDriver.ts';

/** Notes in `window.problems` what a document complains about. */
const noteProblems = `
    window.problems = [];
    addEventListener('error', (event) => problems.push(event.message));
    addEventListener('unhandledrejection', (event) => problems.push(String(event.reason)));
    document.addEventListener('securitypolicyviolation', (event) =>
      problems.push(event.violatedDirective));`;

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
    ${noteProblems}
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

/** Chooses a method and its form in the lab, sends all requests, and returns the responses, first to last. */
const exchangeIn = (method: string, dpop: boolean): string => `
  const find = (selector) => document.querySelector(selector);
  const primary = () => find('.lab-bar [data-rank="primary"]');
  const settled = () => new Promise((done) => setTimeout(done, 20));
  const select = find('[data-column="client"] select');
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(select, '${method}');
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
  const box = find('[data-column="client"] [type="checkbox"]');
  if (box !== null && box.checked !== ${dpop}) box.click();
  await settled();
  for (let turns = 0; turns < 500 && primary().textContent !== 'Start again'; turns += 1) {
    if (primary().ariaDisabled !== 'true') primary().click();
    await settled();
  }
  return [...document.querySelectorAll('.lab-messages > li > details > summary strong')]
    .map((line) => line.textContent)
    .toReversed();`;

/** What a page in WebKit does with it; a driver awaits the promise of a script. */
const inPage = (body: string): string => `return (async () => {${body}})();`;

/** What a build with `SITE_URL` has in place of a policy that does not know its site. */
const knowingItsSite = (origin: string) => async (read: (file: string) => string) => {
  const own = withOwnOrigin(embedPolicy, origin);
  return {
    'embed/lab/index.html': read('embed/lab/index.html').replace(
      policyTag(embedPolicy),
      policyTag(own),
    ),
    _headers: read('_headers').replace(headerForm(embedPolicy), headerForm(own)),
  };
};

test('in a sandboxed frame with the network off, each method’s exchange runs to its end in WebKit', async () => {
  const browser = started;
  if (browser === undefined) throw new Error('WebKit did not start.');
  const [port, hostPort] = [await freePort(), await freePort()];
  const origin = `http://localhost:${port}`;
  const host = createServer((_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(
        `<!doctype html><html lang="en"><title>Host</title><iframe title="Guide" width="720" height="900" sandbox="allow-scripts" src="${origin}${siteBase()}embed/lab/"></iframe>`,
      );
  });
  await new Promise<void>((done) => {
    host.listen(hostPort, '127.0.0.1', done);
  });
  // This WebKit reads 'self' as the origin of the frame, which has none: only a policy that names the site lets its
  // script through.
  await changedBuild(knowingItsSite(origin), async (folder) => {
    const guide = await startServer({ base: siteBase(), folder, port });
    try {
      await browser.open(`http://127.0.0.1:${hostPort}/`);
      await browser.enterFrame('//iframe');
      await browser.evaluate(`
        ${noteProblems}
      `);
      expect(await browser.evaluate(`return [self.origin, isSecureContext]`)).toEqual([
        'null',
        true,
      ]);
      // The driver's pointer does not reach into a frame of another origin.
      await browser.evaluate(`document.querySelector('[data-opens-fields="lab"]').click()`);
      await expect
        .poll(async () =>
          browser.evaluate(`return document.querySelector('.lab-columns') !== null`),
        )
        .toBe(true);
      await guide.close();
      for (const [method, dpop, answered] of [
        ['serviceApp', true, ['400 use_dpop_nonce', '200', '200']],
        ['serviceApp', false, ['200', '200']],
        ['apiServiceIntegration', false, ['200', '200']],
        ['apiToken', false, ['200']],
      ] as const) {
        expect(await browser.evaluate(inPage(exchangeIn(method, dpop)))).toEqual(answered);
      }
      expect(await browser.evaluate(`return window.problems`)).toEqual([]);
    } finally {
      await guide.close();
    }
  });
  host.close();
  host.closeAllConnections();
});
