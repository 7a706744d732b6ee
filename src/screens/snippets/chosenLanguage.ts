/** Only these members of a click are read, so that React's events and the browser's own both fit. */
interface Click {
  readonly target: EventTarget | null;
  readonly button: number;
  readonly metaKey: boolean;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/**
 * Gives the language whose link in a {@link LanguageMenu} was clicked, by its id, and closes the menu; undefined for
 * every other click, and for one that asks for a tab or window of its own.
 */
export function chosenLanguage(click: Click): string | undefined {
  if (click.button !== 0 || click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) {
    return undefined;
  }
  const link =
    click.target instanceof Element
      ? click.target.closest<HTMLElement>('a[data-language]')
      : undefined;
  link?.closest('details')?.removeAttribute('open');
  return link?.dataset['language'];
}
