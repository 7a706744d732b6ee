import { glossary, type GlossaryTerm } from './glossary.ts';

/** Properties with texts for the reader; a source's title, for example, is not our text. */
const read: ReadonlySet<string> = new Set(['text', 'action', 'cause', 'remedy']);

/**
 * Gives the terms of the glossary that a piece of content uses, in the order in which they first
 * appear. Accepts anything that contains claims: an outcome, an error, a list of statements.
 */
export function termsIn(content: unknown): readonly GlossaryTerm[] {
  const texts: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, each] of Object.entries(value)) {
      if (typeof each !== 'string') visit(each);
      else if (read.has(name)) texts.push(each);
    }
  };
  visit(content);
  const all = texts.join('\n');
  const places = glossary.map((term) => ({ term, place: placeIn(all, term) }));
  return places
    .filter(({ place }) => place >= 0)
    .toSorted((one, other) => one.place - other.place)
    .map(({ term }) => term);
}

/** Where a text first uses a term, in the singular or the plural; -1 where it does not. */
function placeIn(text: string, { term }: GlossaryTerm): number {
  const isName = /\p{Lu}/u.test(term);
  return text.search(new RegExp(String.raw`\b${term}s?\b`, isName ? 'u' : 'iu'));
}
