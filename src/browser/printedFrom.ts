/** Writes the page's address and the day into `[data-printed-from]` when the page is printed. */
export function notePrinting(): void {
  addEventListener('beforeprint', () => {
    for (const place of document.querySelectorAll('[data-printed-from]')) {
      place.textContent = `${location.href}, printed on ${new Date().toISOString().slice(0, 10)}`;
    }
  });
}
