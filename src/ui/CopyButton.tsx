interface CopyButtonProps {
  readonly label: string;
  /** Id of the element whose text is copied, letter by letter. */
  readonly of: string;
}

/**
 * Copies the text of an element. The button is plain markup: `#browser/copyButtons.ts` gives it its
 * effect, so it also works in the parts of a page that are never drawn again in the browser.
 */
export function CopyButton({ label, of }: CopyButtonProps) {
  return (
    <span className="needs-script no-print inline-flex flex-wrap items-center gap-3">
      <button type="button" className="button" data-copies={of}>
        {label}
      </button>
      <span role="status" className="quiet" />
    </span>
  );
}
