/** Opens every `<details>` that an element stands in, so that it can be seen, focused and selected. */
export function unfold(element: Element): void {
  for (let fold = element.closest('details'); fold !== null;) {
    fold.open = true;
    fold = fold.parentElement?.closest('details') ?? null;
  }
}
