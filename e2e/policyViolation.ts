import type { Page } from '@playwright/test';

/**
 * Returns which directive of the policy refuses an element, which is put into the page on purpose. The
 * fixtures treat every violation as a fault, so this one does not reach them.
 *
 * @param tag for example `img`
 * @param property what is set on it, for example `src`
 */
export async function refusedBy(
  page: Page,
  tag: 'img' | 'style',
  property: 'src' | 'textContent',
  value: string,
): Promise<string> {
  return page.evaluate(
    async (element) =>
      new Promise<string>((resolve) => {
        window.addEventListener(
          'securitypolicyviolation',
          (event) => {
            event.stopImmediatePropagation();
            resolve(event.effectiveDirective);
          },
          { capture: true },
        );
        const made = document.createElement(element.tag);
        Reflect.set(made, element.property, element.value);
        document.head.append(made);
      }),
    { tag, property, value },
  );
}
