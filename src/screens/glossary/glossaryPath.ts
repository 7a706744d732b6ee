import type { GlossaryTerm } from '#guide/glossary.ts';

/** Where the glossary lies, below the base. */
export const glossaryPath = 'glossary/';

/** Where a term is in it. */
export const termPath = ({ id }: GlossaryTerm): string => `${glossaryPath}#${id}`;
