interface CopyButtonProps {
  readonly label: string;
  /** Id of the element whose text is copied, letter by letter. */
  readonly of: string;
}

/**
 * Copies the text of an element. The button is plain markup, and `#browser/copyButtons.ts` makes it
 * work, even in parts of a page that the browser never draws again.
 */
export function CopyButton({ label, of }: CopyButtonProps) {
  return (
    // A new text begins without the word that the last one was copied.
    <span key={of} className="needs-script no-print inline-flex flex-wrap items-center gap-3">
      <button type="button" className="button" data-copies={of}>
        {label}
      </button>
      <span role="status" className="quiet" />
    </span>
  );
}
