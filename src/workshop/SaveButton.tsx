import { offerDownload } from '#browser/offerDownload.ts';

interface SaveButtonProps {
  /** Media type of the file. */
  readonly type: string;
  readonly name: string;
  /** Writes the file's text, when it is asked for. */
  readonly text: () => string;
  readonly children: string;
}

/** Saves a text as a file. */
export function SaveButton({ type, name, text, children }: SaveButtonProps) {
  return (
    <button
      type="button"
      className="button"
      onClick={() => offerDownload(new Blob([text()], { type }), name)}
    >
      {children}
    </button>
  );
}
