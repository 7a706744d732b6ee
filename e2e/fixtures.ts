import { type BrowserContext, expect, type Page, test as base } from '@playwright/test';

import { GuidePage } from './pages/GuidePage.ts';

export { expect } from '@playwright/test';

/** What a project of `playwright.config.ts` may set. */
export interface Options {
  /** Stops every script on its way: for browsers in which JavaScript cannot be switched off. */
  readonly stopScripts: boolean;
}

export interface Fixtures extends Options {
  /** The address of the first question. */
  readonly site: URL;
  /** The guide in the browser, as its users operate it. */
  readonly guide: GuidePage;
  /**
   * Noise that a test causes on purpose. Everything else that a browser complains about fails the test
   * in which it happens.
   */
  readonly expectedNoise: readonly RegExp[];
}

/** Tests of things that need a network keep the service worker out. */
const keptOut = /Service Worker registration blocked by Playwright/;

/** A browser that leaves a page stops what that page was still loading: no fault of the page. */
const stoppedByNavigation = /ERR_ABORTED|NS_BINDING_ABORTED|NS_ERROR_ABORT/;
/** What Firefox says about a font that was on its way when the next page was opened (NS_BINDING_ABORTED). */
const fontStoppedByNavigation = /^download failed \(font-family: .* status=2152398850 /;

/** Collects what a page must never do: complain, fail to load, break its policy, leave its origin. */
async function watch(context: BrowserContext, origin: string): Promise<string[]> {
  const noise: string[] = [];
  context.on('console', (message) => {
    if (!['error', 'warning', 'assert'].includes(message.type())) return;
    noise.push(`console ${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (webError) => {
    const { message } = webError.error();
    if (!fontStoppedByNavigation.test(message)) noise.push(`uncaught: ${message}`);
  });
  context.on('request', (request) => {
    const { protocol, origin: requested } = new URL(request.url());
    if (protocol.startsWith('http') && requested !== origin) {
      noise.push(`request to another origin: ${request.url()}`);
    }
  });
  context.on('response', (response) => {
    if (response.status() >= 400) noise.push(`status ${response.status()}: ${response.url()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'no reason given';
    if (!stoppedByNavigation.test(reason)) noise.push(`failed: ${request.url()} (${reason})`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      // oxlint-disable-next-line no-console -- this is how a violation reaches the test
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return noise;
}

export const test = base.extend<Fixtures>({
  expectedNoise: [[], { option: true }],

  stopScripts: [false, { option: true }],

  site: async ({ baseURL }, use) => {
    if (baseURL === undefined)
      throw new Error('The tests need a baseURL: see playwright.config.ts.');
    await use(new URL(baseURL));
  },

  page: async ({ page, context, site, expectedNoise, stopScripts, javaScriptEnabled }, use) => {
    const noise = await watch(context, site.origin);
    const scripts = /\.js\b/;
    if (stopScripts) await context.route(scripts, async (route) => route.abort());
    await use(page);
    const isScriptless = stopScripts || !(javaScriptEnabled ?? true);
    const allowed = [...expectedNoise, keptOut, ...(isScriptless ? [scripts] : [])];
    expect(
      noise.filter((each) => !allowed.some((pattern) => pattern.test(each))),
      'the browser must have nothing to complain of',
    ).toEqual([]);
  },

  guide: async ({ page, site, stopScripts, javaScriptEnabled }, use) => {
    await use(new GuidePage(page, site, !stopScripts && (javaScriptEnabled ?? true)));
  },
});

/** Counts the documents that a page loads from here on: a step in place loads none. */
export function countDocuments(page: Page): () => number {
  let documents = 0;
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) documents += 1;
  });
  return () => documents;
}
