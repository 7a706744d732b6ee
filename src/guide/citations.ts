import type { Source } from './claim.ts';

const isSource = (value: object): value is Source =>
  'id' in value && 'url' in value && 'dated' in value;

/**
 * Every source that a piece of content rests on, each once, in the order in which the content names
 * them. Accepts anything that contains claims: a question, an outcome, a list of claims.
 */
export function sourcesOf(content: unknown): readonly Source[] {
  const found = new Set<Source>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isSource(value)) found.add(value);
    else for (const each of Object.values(value)) visit(each);
  };
  visit(content);
  return [...found];
}
