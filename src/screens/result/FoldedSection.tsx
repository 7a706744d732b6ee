import type { ReactNode } from 'react';

interface FoldedSectionProps {
  readonly anchor: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** A section that is read when it is needed: its heading opens it. It prints in full. */
export function FoldedSection({ anchor, title, children }: FoldedSectionProps) {
  return (
    <section id={anchor} aria-labelledby={`${anchor}-heading`} tabIndex={-1}>
      <details className="prints-open">
        <summary>
          <h2 id={`${anchor}-heading`}>{title}</h2>
        </summary>
        <div className="stack pt-4">{children}</div>
      </details>
    </section>
  );
}
