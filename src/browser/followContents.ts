/**
 * Marks in the list of contents where a person is; the code for it is loaded with the first
 * scrolling.
 */
export function followContents(): void {
  addEventListener('scroll', load, { once: true, passive: true });
}

function load(): void {
  import('./currentSection.ts').then(
    ({ markCurrentSection }) => markCurrentSection(),
    // The list leads to its sections all the same.
    () => undefined,
  );
}
