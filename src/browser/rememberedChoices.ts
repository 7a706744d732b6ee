/** What a person chose in the groups of radios that carry `data-remembers`, by that name. */
export type RememberedChoices = Readonly<Record<string, string>>;

/**
 * Keeps all radio groups of one name in step, so that the language chosen once holds in every
 * picker of the page.
 *
 * @param onChoice told each choice, for example to put it into the address
 */
export function enableRememberedChoices(onChoice: (name: string, value: string) => void): void {
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const name = target.dataset['remembers'];
    if (name === undefined) return;
    applyChoices({ [name]: target.value });
    onChoice(name, target.value);
  });
}

/** Checks the radios that were chosen before; names and values that the page lacks are passed over. */
export function applyChoices(choices: RememberedChoices): void {
  for (const radio of document.querySelectorAll<HTMLInputElement>('input[data-remembers]')) {
    if (choices[radio.dataset['remembers'] ?? ''] === radio.value) radio.checked = true;
  }
}
