interface DroppedNoticeProps {
  /** What was dropped, in words or as it stood in the address. */
  readonly dropped: readonly string[];
  /** Why: `address` when the page's address did not fit, `change` after an answer was changed. */
  readonly because: 'address' | 'change';
}

/** Says what could not be taken over, so that nothing disappears in silence. */
export function DroppedNotice({ dropped, because }: DroppedNoticeProps) {
  if (dropped.length === 0) return null;
  return (
    <div className="notice" data-tone="warn" role="status">
      <p>
        {because === 'address'
          ? 'Part of this address does not fit the guide, so you are at the last state that does. Dropped:'
          : 'After your change these answers no longer fit and were dropped:'}
      </p>
      <ul className="list-disc ps-5">
        {dropped.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </div>
  );
}
