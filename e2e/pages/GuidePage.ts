import { expect, type Locator, type Page } from '@playwright/test';

import { optionOf, questionOf } from '#guide/answerWords.ts';
import type { Answer } from '#guide/questions.ts';
import type { Walk } from '#guide/replay.ts';

import { headingOf, inPlainText, pathOf } from './states.ts';

/** The guide as a person sees it: everything is found by its role and its name. */
export class GuidePage {
  readonly heading: Locator;
  readonly main: Locator;
  readonly answers: Locator;
  readonly map: Locator;
  /** The code that is in sight: the request in the language and form chosen. */
  readonly shownRequest: Locator;

  readonly #page: Page;
  readonly #site: URL;
  readonly #hasScript: boolean;

  /**
   * @param site the address of the first question
   * @param hasScript whether the browser runs scripts: pages of the guide are then hydrated
   */
  constructor(page: Page, site: URL, hasScript: boolean) {
    this.#page = page;
    this.#site = site;
    this.#hasScript = hasScript;
    this.heading = page.getByRole('heading', { level: 1 });
    this.main = page.getByRole('main');
    this.answers = page.getByRole('navigation', { name: 'Your answers' });
    this.shownRequest = this.main
      .getByRole('region', { name: 'The request', exact: true })
      .locator('pre')
      .filter({ visible: true })
      .filter({ hasText: '/api/v1/groups' })
      .first();
    this.map = page.getByRole('navigation', { name: 'Map of the decision' });
  }

  /**
   * Opens a page and waits until it is hydrated: before that, a step loads a document.
   *
   * @param path below the site's base, for example `compare/`
   */
  async open(path: string): Promise<void> {
    await this.#page.goto(this.#at(path));
    if (this.#hasScript) await this.expectHydrated();
  }

  /**
   * Waits until steps are taken in place. The pages beside the guide are never hydrated as a whole, but
   * what a script still has to take over is inert until then.
   */
  async expectHydrated(): Promise<void> {
    const kinds = ['question', 'outcome', 'exit', 'notFound'];
    const own = kinds.map((kind) => `#root[data-kind=${kind}]`).join(', ');
    await expect(this.#page.locator(`:is(${own}):not([data-hydrated])`)).toHaveCount(0);
    await expect(this.#page.locator('[inert]')).toHaveCount(0);
  }

  async openState(answers: readonly Answer[]): Promise<void> {
    await this.open(pathOf(answers));
  }

  /** The link that gives this answer, wherever on the question's page it is. */
  option(answer: Answer): Locator {
    return this.main.getByRole('link', { name: inPlainText(optionOf(answer).label), exact: true });
  }

  /** Gives an answer as a person does: opens the fold it is in, then follows its link. */
  async choose(answer: Answer): Promise<void> {
    const option = this.option(answer);
    if (optionOf(answer).placement === 'aside' && !(await option.isVisible())) {
      await this.#page.getByText('Not this kind of program?', { exact: true }).click();
    }
    await option.click();
  }

  /** The fold of an answer that was given. */
  given(answer: Answer): Locator {
    return this.answers.locator('details').filter({
      has: this.#page.locator('summary').filter({
        hasText: inPlainText(`${questionOf(answer).short} ${optionOf(answer).short}`),
      }),
    });
  }

  /** Goes back to the question of an answer that was given, to read it again. */
  async reopen(answer: Answer): Promise<void> {
    await this.given(answer).locator('summary').click();
    await this.given(answer)
      .getByRole('link', { name: inPlainText(questionOf(answer).heading), exact: true })
      .click();
  }

  /** Gives another answer in place of one that was given, without going back to its question. */
  async replace(answer: Answer, by: Answer): Promise<void> {
    await this.given(answer).locator('summary').click();
    await this.given(answer)
      .getByRole('link', { name: new RegExp(`^${escaped(inPlainText(optionOf(by).label))}( →|$)`) })
      .click();
  }

  /** A field for a value of the person's own. */
  field(label: string): Locator {
    return this.main.getByRole('textbox', { name: label, exact: true });
  }

  /**
   * Puts a text into a field all at once, as pasting does. Playwright's own `fill` bypasses React in Firefox, where
   * it sets the value by script.
   */
  async paste(label: string, text: string): Promise<void> {
    await this.field(label).focus();
    await this.field(label).selectText();
    await this.#page.evaluate(
      (inserted) =>
        document.execCommand(inserted === '' ? 'delete' : 'insertText', false, inserted),
      text,
    );
    await expect(this.field(label)).toHaveValue(text);
  }

  /** Chooses a language in the menu of the request; without script this leads to the language's page. */
  async pickLanguage(name: string): Promise<void> {
    await this.languages.locator('summary').click();
    await this.languages.getByRole('link', { name, exact: true }).click();
  }

  /** The menu of the request's languages. */
  get languages(): Locator {
    return this.main.locator('details.language-menu');
  }

  /** The radio that chooses a form of the request, for example `EC` of `Key pair`. */
  form(group: string, name: string | RegExp): Locator {
    return this.main
      .getByRole('group', { name: group, exact: true })
      .filter({ visible: true })
      .last()
      .getByRole('radio', typeof name === 'string' ? { name, exact: true } : { name });
  }

  async pickForm(group: string, name: string | RegExp): Promise<void> {
    await this.form(group, name).check();
  }

  async expectPath(path: string): Promise<void> {
    const { pathname } = new URL(this.#at(path));
    await expect(this.#page).toHaveURL((url) => url.pathname === pathname);
  }

  /** Fails unless the page is the one of this state: address, heading, title, answers. */
  async expectState(walk: Walk): Promise<void> {
    const heading = headingOf(walk.node);
    await expect(this.heading).toHaveText(heading);
    await this.expectPath(pathOf(walk.answers));
    await expect.poll(async () => this.#page.title()).toContain(heading);
    if (walk.answers.length === 0) {
      await expect(this.answers).toHaveCount(0);
      return;
    }
    for (const answer of walk.answers) {
      await expect(this.given(answer)).toHaveCount(1);
      await expect(this.given(answer).locator('[aria-current=true]')).toHaveText(
        inPlainText(optionOf(answer).label),
      );
    }
  }

  #at(path: string): string {
    return new URL(path, this.#site).href;
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
