interface CopyFileButtonProps {
  readonly label: string;
  /** Address of the file whose text is copied. */
  readonly file: string;
}

/** Copies the text of a file beside the page. The button is plain markup, like `CopyButton`. */
export function CopyFileButton({ label, file }: CopyFileButtonProps) {
  return (
    <span className="needs-script no-print inline-flex flex-wrap items-center gap-3">
      <button type="button" className="button" data-copies-file={file}>
        {label}
      </button>
      <span role="status" className="quiet" />
    </span>
  );
}
