const openFold = (): HTMLDetailsElement | null =>
  document.querySelector('details:is([name=answers], .language-menu)[open]');

/**
 * Closes the fold of an answer, or the menu of languages, on Escape, with the focus back on its summary, and as soon
 * as a person turns to something else, which it would cover.
 */
export function closeAnswerFolds(): void {
  document.addEventListener('focusin', closeUnlessInside);
  document.addEventListener('pointerdown', closeUnlessInside);
  document.addEventListener('keydown', ({ key }) => {
    const fold = openFold();
    if (key !== 'Escape' || fold === null) return;
    if (fold.contains(document.activeElement)) fold.querySelector('summary')?.focus();
    fold.open = false;
  });
}

function closeUnlessInside({ target }: Event): void {
  const fold = openFold();
  if (fold !== null && target instanceof Node && !fold.contains(target)) fold.open = false;
}
