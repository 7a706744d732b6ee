import type { ReactNode } from 'react';

import { StaticMarkup } from '#ui/StaticMarkup.tsx';

import { StateLink } from '../StateLink.tsx';
import { useAddresses } from '../site.tsx';

interface NotFoundScreenProps {
  /** What of the address is known; absent in the browser, where the page has it already. */
  readonly notice: ReactNode | undefined;
}

/** An address without a page: what happened, and the ways on. */
export function NotFoundScreen({ notice }: NotFoundScreenProps) {
  const addresses = useAddresses();
  return (
    <div className="stack">
      <h1 tabIndex={-1}>There is no page at this address</h1>
      <p>
        The link may be damaged, or older than the question it leads to. Nothing of yours is lost:
        the guide asks at most four questions.
      </p>
      <StaticMarkup>{notice}</StaticMarkup>
      <ul className="stack list-disc ps-5 [--gap:0.25rem]">
        <li>
          <StateLink answers={[]}>Start with the first question</StateLink>
        </li>
        <li>
          <a href={addresses.file('operations/')}>Search among the operations of Okta’s APIs</a>
        </li>
        <li>
          <a href={addresses.file('compare/')}>Compare the three methods</a>
        </li>
        <li>
          <a href={addresses.file('about/')}>Read about this guide and its sources</a>
        </li>
      </ul>
    </div>
  );
}
