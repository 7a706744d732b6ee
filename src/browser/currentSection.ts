const headings = (contents: Element) =>
  [...contents.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].map((link) => ({
    link,
    section: document.getElementById(link.hash.slice(1)),
  }));

/** Where a section counts as the one that is read: this far down the window. */
const readingLine = 0.3;

const isAtEnd = (): boolean =>
  Math.ceil(scrollY + innerHeight) >= document.documentElement.scrollHeight;

/**
 * Marks in the page's list of contents the section that is read, now and while the page is scrolled.
 * The list is looked up each time, for a step of the guide brings another one. Where the folded list
 * stays in sight above the text, it is closed again as soon as the text moves on.
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
    const fold = contents.querySelector('details');
    if (fold?.open === true && covers(contents, fold)) fold.open = false;
  };
  const onScroll = () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(mark);
  };
  addEventListener('scroll', onScroll, { passive: true });
  mark();
}

/** Whether an open list stays in sight above the text, and not beside it. */
const covers = (contents: Element, fold: Element): boolean => {
  const article = contents.nextElementSibling?.getBoundingClientRect();
  const { left, bottom } = fold.getBoundingClientRect();
  return article !== undefined && left < article.right && article.top < bottom;
};
