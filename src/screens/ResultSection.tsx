import type { ReactNode } from 'react';

interface ResultSectionProps {
  readonly anchor: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** A section of a result under its heading. */
export function ResultSection({ anchor, title, children }: ResultSectionProps) {
  return (
    <section id={anchor} aria-labelledby={`${anchor}-heading`} className="stack" tabIndex={-1}>
      <h2 id={`${anchor}-heading`}>{title}</h2>
      {children}
    </section>
  );
}
