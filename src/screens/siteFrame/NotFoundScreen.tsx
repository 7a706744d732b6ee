import type { ReactNode } from 'react';

import { StaticMarkup } from '#ui/StaticMarkup.tsx';

import { StateLink } from '../StateLink.tsx';

interface NotFoundScreenProps {
  /** `NotFoundWords`; absent in the browser, where the page has them already. */
  readonly notice: ReactNode | undefined;
}

/** An address without a page: what happened, and the ways on. */
export function NotFoundScreen({ notice }: NotFoundScreenProps) {
  return (
    <div className="stack">
      <h1 tabIndex={-1}>There is no page at this address</h1>
      <StaticMarkup>{notice}</StaticMarkup>
      <p>
        <StateLink answers={[]} className="button" rank="primary">
          Start with the first question
        </StateLink>
      </p>
    </div>
  );
}
