import type { GlossaryTerm } from '#guide/glossary.ts';

/** Where the glossary lies, below the base. */
export const glossaryPath = 'glossary/';

/** Where a term stands in it. */
export const termPath = ({ id }: GlossaryTerm): string => `${glossaryPath}#${id}`;
