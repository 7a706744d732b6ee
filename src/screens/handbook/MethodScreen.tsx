import type { OutcomeId } from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';

import { Cited, CitedList, CitedParagraphs } from '../Cited.tsx';
import { leaveTokenPath } from '../leaveToken/leaveTokenPath.ts';
import { useAddresses } from '../site.tsx';
import { HandbookPage } from './HandbookPage.tsx';
import { handbookPartsOf, handbookPath } from './handbookPaths.ts';
import { handbookHeading, partWords } from './handbookWords.ts';

/** A method in short: what it is, when it is the right one, what it costs. */
export function MethodScreen({ method }: { readonly method: OutcomeId }) {
  const { verdict, whatItIs, costs } = outcomes[method];
  return (
    <HandbookPage
      method={method}
      part=""
      heading={handbookHeading(method, '')}
      cites={[verdict, whatItIs, costs]}
      lead={
        <p className="lead">
          <Cited of={verdict} />
        </p>
      }
      sections={[
        { anchor: 'what', title: 'What it is', body: <CitedParagraphs of={whatItIs} /> },
        { anchor: 'costs', title: 'What it costs and risks', body: <CitedList of={costs} /> },
        { anchor: 'pages', title: 'In this handbook', body: <Parts method={method} /> },
      ]}
    />
  );
}

function Parts({ method }: { readonly method: OutcomeId }) {
  const addresses = useAddresses();
  return (
    <ul className="stack list-disc ps-5 [--gap:0.5rem]">
      {handbookPartsOf(method)
        .filter((part) => part !== '')
        .map((part) => (
          <li key={part}>
            <a href={addresses.page(handbookPath(method, part))}>{partWords[part].label}</a>:{' '}
            {partWords[part].summary}
          </li>
        ))}
      {method === 'apiToken' && (
        <li>
          <a href={addresses.page(leaveTokenPath)}>Stop using the API token</a>: A plan for each of
          your tokens, with scopes, scripts and the revocation.
        </li>
      )}
      <li>
        <a href={addresses.file('compare/')}>All three methods, side by side</a>
      </li>
    </ul>
  );
}
