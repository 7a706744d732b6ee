import type { DecisionRecord } from './record.ts';

/**
 * The name under which a record is saved: the number that MADR, adrs and Structurizr read from it, and its title.
 * It says 1, as the record's front matter does, until a person gives it the next number of their decisions.
 */
export function recordFileName({ title }: Pick<DecisionRecord, 'title'>): string {
  const words = title
    .toLowerCase()
    .replaceAll(/[’']/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return `0001-${words}.md`;
}
