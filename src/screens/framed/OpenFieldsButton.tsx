/**
 * Asks for the code that takes a person's values, in a framed page. Plain markup: app/entries/embedPage.ts
 * gives it its effect.
 */
export function OpenFieldsButton({ label }: { readonly label: string }) {
  return (
    <p className="needs-script no-print flex flex-wrap items-center gap-3">
      <button type="button" className="button" data-opens-fields="">
        {label}
      </button>
      <span role="status" />
    </p>
  );
}
