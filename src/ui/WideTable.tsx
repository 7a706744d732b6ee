import type { ReactNode } from 'react';

interface WideTableProps {
  /** The accessible name of the frame, which can be focused and scrolled sideways. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A table that scrolls in its own frame if the page is too narrow for it. */
export function WideTable({ label, children }: WideTableProps) {
  return (
    <div className="relative overflow-x-auto" tabIndex={0} role="group" aria-label={label}>
      <table className="plain-table">{children}</table>
    </div>
  );
}
