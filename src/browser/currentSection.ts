const headings = (contents: Element) =>
  [...contents.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].map((link) => ({
    link,
    section: document.getElementById(link.hash.slice(1)),
  }));

/** A section counts as the one being read once it is this far down the window. */
const readingLine = 0.3;

const isAtEnd = (): boolean =>
  Math.ceil(scrollY + innerHeight) >= document.documentElement.scrollHeight;

/**
 * Marks in the page's list of contents the section being read, now and while the page is scrolled.
 * The list is looked up each time, because a step of the guide brings another one.
 */
export function markCurrentSection(): void {
  let isDue = false;
  const mark = () => {
    isDue = false;
    const contents = document.querySelector('.page-contents');
    if (contents === null) return;
    const all = headings(contents);
    const begun = all.filter(
      ({ section }) =>
        section !== null && section.getBoundingClientRect().top <= innerHeight * readingLine,
    );
    const current = isAtEnd() ? all.at(-1) : begun.at(-1);
    for (const { link } of all) {
      if (link === current?.link) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    const summary = contents.querySelector('summary');
    if (summary !== null) summary.dataset['current'] = current?.link.textContent ?? '';
  };
  const onScroll = () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(mark);
  };
  addEventListener('scroll', onScroll, { passive: true });
  document.addEventListener('click', closeAbove);
  mark();
}

/** A list above the text would cover the target of its links, so following one closes it. */
function closeAbove({ target }: Event): void {
  if (!(target instanceof Element)) return;
  const fold = target.closest('.page-contents a')?.closest('details');
  const text = fold?.parentElement?.nextElementSibling;
  if (fold === null || fold === undefined || text === null || text === undefined) return;
  if (fold.getBoundingClientRect().left < text.getBoundingClientRect().right) fold.open = false;
}
