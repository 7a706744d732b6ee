import { expect, type FrameLocator, type Locator } from '@playwright/test';

/**
 * For tests of frames of another origin: sometimes one of them waits in vain for the content of the
 * frame, for a reason not found yet. `npm test` says how many passed only on their second try.
 */
export const secondTry = { retries: 1 };

const isFirefox = (control: Locator): boolean =>
  control.page().context().browser()?.browserType().name() === 'firefox';

/** By how many pixels a frame is lower than its content; negative if it is higher. */
export const heightError = (frame: FrameLocator) => async (): Promise<number> =>
  frame.locator('html').evaluate((html) => {
    const content = document.querySelector('#root')?.getBoundingClientRect().height ?? 0;
    return Math.ceil(content) - html.clientHeight;
  });

/**
 * Follows a link or opens a fold. Neither pointer nor keys reach a frame of another origin in Firefox
 * over WebDriver BiDi, so there the click is dispatched.
 */
export async function activate(control: Locator): Promise<void> {
  await (isFirefox(control) ? control.dispatchEvent('click') : control.click());
}

/** Types a text; in Firefox it is put in, for the same reason. */
export async function typeInto(field: Locator, text: string): Promise<void> {
  if (!isFirefox(field)) {
    await field.fill(text);
    return;
  }
  await field.evaluate((element, value) => {
    const isArea = element instanceof HTMLTextAreaElement;
    if (!isArea && !(element instanceof HTMLInputElement)) return;
    element.focus();
    // React notices a change that went through the element's own setter.
    const { prototype } = isArea ? HTMLTextAreaElement : HTMLInputElement;
    Reflect.set(prototype, 'value', value, element);
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
}

export async function walkToServiceApp(frame: FrameLocator): Promise<void> {
  await activate(frame.getByRole('link', { name: /^Yes/ }).first());
  await expect(frame.getByRole('heading', { level: 1 })).toContainText(/whose|org/i);
  await activate(frame.locator('.option a').first());
  await expect(frame.getByRole('heading', { name: 'The request', exact: true })).toBeVisible();
}
