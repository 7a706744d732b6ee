import type { DecisionRecord } from './record.ts';

/**
 * Writes a decision record as JSON: its keys as they are, and wherever a source is cited its id, by
 * which `sources` has it once.
 */
export function recordJson(record: DecisionRecord): string {
  const { sources } = record;
  const idOf = (value: unknown): string | undefined =>
    sources.find((source) => source === value)?.id;
  const text = JSON.stringify(record, function citesById(this: unknown, _key, value: unknown) {
    return this === sources ? value : (idOf(value) ?? value);
  });
  return `${text}\n`;
}
