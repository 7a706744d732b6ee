import type { Browser } from '@playwright/test';

/** Facts about a page of the guide in a window. */
export interface PageFacts {
  /** Height of the whole page, in CSS pixels. */
  readonly height: number;
  /** How far below the top the request's copy button ends; absent if the page has none. */
  readonly copyButtonAt: number | undefined;
  /** How many elements can be focused. */
  readonly focusable: number;
  readonly marks: { readonly inFirstScreen: number; readonly inAll: number };
}

/** Reads the facts of a page without changing it. */
export async function pageFacts(
  browser: Browser,
  address: string,
  size: { readonly width: number; readonly height: number },
): Promise<PageFacts> {
  const page = await browser.newPage({ viewport: size });
  try {
    await page.goto(address, { waitUntil: 'networkidle' });
    return await page.evaluate(() => {
      const marks = [...document.querySelectorAll('main .cite')].filter((each) =>
        each.checkVisibility(),
      );
      const copy = [...document.querySelectorAll('#request button[data-copies]')].find((each) =>
        each.checkVisibility(),
      );
      return {
        height: document.documentElement.scrollHeight,
        copyButtonAt: copy && Math.round(copy.getBoundingClientRect().bottom),
        focusable: [
          ...document.querySelectorAll(
            'a[href],button,input,select,textarea,summary,[tabindex="0"]',
          ),
        ].filter((each) => each.checkVisibility()).length,
        marks: {
          inFirstScreen: marks.filter((each) => each.getBoundingClientRect().bottom <= innerHeight)
            .length,
          inAll: marks.length,
        },
      };
    });
  } finally {
    await page.close();
  }
}
