import type { Claim, Difference } from '#guide/claim.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { Cited } from './Cited.tsx';

/** The article's layer and today's, visibly two, with what to do about it. */
export function DifferenceList({ differences }: { readonly differences: readonly Difference[] }) {
  return differences.map((difference) => (
    <div key={difference.fact} className="stack [--gap:0.5rem]">
      <h3>{difference.subject}</h3>
      <div className="layers">
        <div className="layer" data-layer="article">
          <p className="eyebrow">The article, {monthOf(difference.article.basis)}</p>
          <p>
            <Cited of={difference.article} />
          </p>
        </div>
        <div className="layer" data-layer="today">
          <p className="eyebrow">Today’s documentation, {monthOf([difference.today])}</p>
          <p>
            <Cited of={difference.today} />
          </p>
        </div>
      </div>
      <p>
        <strong>So: </strong>
        <TextWithCode text={difference.advice} />
      </p>
    </div>
  ));
}

/** The month of the newest text that claims rest on, for example "August 2026". */
function monthOf(claims: readonly Claim[]): string {
  const newest = claims
    .flatMap(({ sources }) => sources)
    .filter(({ dated }) => dated === 'text')
    .map(({ date }) => date)
    .toSorted()
    .at(-1);
  if (newest === undefined) return 'undated';
  return new Date(newest).toLocaleDateString('en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
