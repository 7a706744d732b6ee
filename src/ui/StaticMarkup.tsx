import type { ReactNode } from 'react';

interface StaticMarkupProps {
  /** Absent while a prerendered page is hydrated: the browser then keeps what the page came with. */
  readonly children: ReactNode | undefined;
  readonly className?: string | undefined;
}

const nothing = { __html: '' };

/**
 * A part of a page that needs no script. Its words are in the prerendered page and stay there
 * untouched, so the page need not load them again as JavaScript. If the browser draws the same
 * screen itself, it draws the children as usual. The build shortens the marked parts
 * (`withoutSeams`).
 */
export function StaticMarkup({ children, className }: StaticMarkupProps) {
  if (children !== undefined) {
    return (
      <div className={className} data-static="">
        {children}
      </div>
    );
  }
  // React leaves server-drawn inner HTML alone while hydrating, and there is nothing to draw later.
  return <div className={className} suppressHydrationWarning dangerouslySetInnerHTML={nothing} />;
}
