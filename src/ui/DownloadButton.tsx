interface DownloadButtonProps {
  /** What it says; if absent, that it downloads the file of that name. */
  readonly label?: string;
  readonly fileName: string;
  /** Id of the element whose text becomes the file, letter by letter. */
  readonly of: string;
  /** How much it stands out; if absent, as much as other buttons. */
  readonly rank?: 'quiet';
}

/**
 * Saves the text of an element as a file. The button is plain markup, and
 * `#browser/downloadButtons.ts` makes it work.
 */
export function DownloadButton({ label, fileName, of, rank }: DownloadButtonProps) {
  return (
    <button
      type="button"
      className="button needs-script no-print"
      data-rank={rank}
      data-downloads={of}
      data-file-name={fileName}
    >
      {label ?? `Download ${fileName}`}
    </button>
  );
}
