/** What a person chose in the groups of radios that carry `data-remembers`, by that name. */
export type RememberedChoices = Readonly<Record<string, string>>;

/**
 * Keeps all radio groups of one name in step, so that the language chosen once applies in every
 * picker of the page.
 *
 * @param onChoice called with each choice, for example to put it into the address; at once with
 * those made before, while the page had no script yet or when the browser restored it
 * @returns a function that stops this
 */
export function enableRememberedChoices(
  onChoice: (name: string, value: string) => void,
): () => void {
  const heed = (radio: HTMLInputElement) => {
    const name = radio.dataset['remembers'];
    if (name === undefined) return;
    applyChoices({ [name]: radio.value });
    onChoice(name, radio.value);
  };
  const onChange = ({ target }: Event) => {
    if (target instanceof HTMLInputElement) heed(target);
  };
  const made = document.querySelectorAll<HTMLInputElement>('input[data-remembers]:checked');
  for (const radio of made) if (!radio.defaultChecked) heed(radio);
  document.addEventListener('change', onChange);
  return () => document.removeEventListener('change', onChange);
}

/** Checks the radios that were chosen before; names and values that the page lacks are skipped. */
export function applyChoices(choices: RememberedChoices): void {
  for (const radio of document.querySelectorAll<HTMLInputElement>('input[data-remembers]')) {
    if (choices[radio.dataset['remembers'] ?? ''] === radio.value) radio.checked = true;
  }
}
