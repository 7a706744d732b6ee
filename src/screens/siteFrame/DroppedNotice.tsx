import { shortened } from './shortened.ts';

interface DroppedNoticeProps {
  /** What was dropped, in words or as it stood in the address. */
  readonly dropped: readonly string[];
  /** Why: `address` when the page's address did not fit, `change` after an answer was changed. */
  readonly because: 'address' | 'change';
  /** What the address says that does fit, in words. */
  readonly understood?: readonly string[];
}

const mostShown = 5;

/** Says what could not be kept, so that nothing disappears silently. */
export function DroppedNotice({ dropped, because, understood }: DroppedNoticeProps) {
  if (dropped.length === 0) return null;
  return (
    <div className="notice mb-6" data-tone="warn" role="status">
      <p>
        {because === 'address'
          ? 'Part of this address does not fit the guide, so you are on the last page that does. Dropped:'
          : 'After your change, these answers no longer fit, so they were dropped:'}
      </p>
      <ul className="list-disc ps-5">
        {dropped.slice(0, mostShown).map((each) => (
          <li key={each}>{shortened(each)}</li>
        ))}
        {dropped.length > mostShown && <li>and {dropped.length - mostShown} more</li>}
      </ul>
      {understood !== undefined && understood.length > 0 && (
        <p>Understood: {understood.join(', ')}.</p>
      )}
    </div>
  );
}
