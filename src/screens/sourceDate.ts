import type { Source } from '#guide/claim.ts';

/** What a source's date says: when its text was written, or when we read it. */
export const sourceDateWords = ({ dated }: Source): string =>
  dated === 'text' ? 'text of' : 'read on';
