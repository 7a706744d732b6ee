interface OpenFieldsButtonProps {
  readonly label: string;
  /** What gets the focus once the code is there; the first field, if nothing is said. */
  readonly awaits?: 'record' | 'lab';
}

/**
 * Asks for the code that takes a person's values, or for the lab, in a framed page. Plain markup: app/entries/embedPage.ts
 * gives it its effect.
 */
export function OpenFieldsButton({ label, awaits }: OpenFieldsButtonProps) {
  return (
    <p className="needs-script no-print flex flex-wrap items-center gap-3">
      <button type="button" className="button" data-opens-fields={awaits ?? ''}>
        {label}
      </button>
      <span role="status" />
    </p>
  );
}
