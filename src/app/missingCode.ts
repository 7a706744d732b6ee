import { siteAnswers } from '#browser/siteReach.ts';

import { loadAgain, missingReasons } from './missingReasons.ts';

/**
 * Makes a notice that code could not be loaded, with the reason as soon as it is known, and a
 * button that loads the page again.
 *
 * @param what what is missing, for example `The search could not be loaded.`
 * @param meanwhile what can be done without it
 */
export function missingCode(what: string, meanwhile: string): HTMLElement {
  const notice = document.createElement('div');
  notice.className = 'notice';
  notice.dataset['tone'] = 'warn';
  const words = document.createElement('p');
  words.role = 'status';
  words.textContent = `${what} ${meanwhile}`;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = loadAgain;
  button.addEventListener('click', () => location.reload());
  notice.append(words, button);
  void explain(words, what, meanwhile);
  return notice;
}

async function explain(words: HTMLElement, what: string, meanwhile: string): Promise<void> {
  const reason = missingReasons[(await siteAnswers()) ? 'outdated' : 'offline'];
  words.textContent = `${what} ${reason} ${meanwhile}`;
}
