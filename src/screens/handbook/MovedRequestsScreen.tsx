import type { OutcomeId } from '#guide/nodeIds.ts';
import type { Language } from '#snippets/language.ts';

import { useAddresses } from '../site.tsx';
import { requestsPath } from './handbookPaths.ts';
import { requestsHeading } from './handbookWords.ts';

interface MovedRequestsScreenProps {
  readonly method: OutcomeId;
  readonly language: Language;
}

/** What is at the old address of a method's requests in a language: where they are now. */
export function MovedRequestsScreen({ method, language }: MovedRequestsScreenProps) {
  const addresses = useAddresses();
  return (
    <article className="stack [--gap:1rem]">
      <h1 tabIndex={-1}>These requests have moved</h1>
      <p>
        <a href={addresses.file(requestsPath(method, language))}>
          {requestsHeading(method, language)}
        </a>
      </p>
    </article>
  );
}
