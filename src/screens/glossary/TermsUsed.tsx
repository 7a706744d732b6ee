import { Fragment } from 'react';

import { termsIn } from '#guide/termsIn.ts';

import { useAddresses } from '../site.tsx';
import { termPath } from './glossaryPath.ts';

interface TermsUsedProps {
  /** What the page says: claims, statements, whatever carries texts. */
  readonly of: unknown;
}

/** The terms of a page, each with its way to the glossary. */
export function TermsUsed({ of: content }: TermsUsedProps) {
  const addresses = useAddresses();
  const terms = termsIn(content);
  if (terms.length === 0) return null;
  return (
    <nav className="quiet" aria-label="Terms on this page">
      Terms on this page:{' '}
      {terms.map((term, place) => (
        <Fragment key={term.id}>
          {place > 0 && ', '}
          <a href={addresses.file(termPath(term))}>{term.term}</a>
        </Fragment>
      ))}
    </nav>
  );
}
