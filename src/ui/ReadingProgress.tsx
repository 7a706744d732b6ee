interface ReadingProgressProps {
  /** How much is read, from 0 to 1. */
  readonly done: number;
  readonly onStop: () => void;
}

/** How much of a long text has been read, with a button that stops the reading. */
export function ReadingProgress({ done, onStop }: ReadingProgressProps) {
  return (
    <p className="flex flex-wrap items-center gap-3">
      <label className="flex items-center gap-3">
        Reading <progress value={done} />
      </label>
      <button type="button" className="button" onClick={onStop}>
        Stop
      </button>
    </p>
  );
}
