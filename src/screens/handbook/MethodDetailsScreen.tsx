import type { OutcomeId } from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';

import { CitedList } from '../Cited.tsx';
import { ErrorLinks } from '../errors/ErrorLinks.tsx';
import { HandbookPage } from './HandbookPage.tsx';
import { handbookHeading } from './handbookWords.ts';

/** What usually goes wrong with a method, what else is known about it, and what is not. */
export function MethodDetailsScreen({ method }: { readonly method: OutcomeId }) {
  const { errors, topics, unknowns } = outcomes[method];
  return (
    <HandbookPage
      method={method}
      part="details/"
      heading={handbookHeading(method, 'details/')}
      cites={[topics, unknowns]}
      sections={[
        {
          anchor: 'troubles',
          title: 'What usually goes wrong',
          body: <ErrorLinks errors={errors} />,
        },
        ...topics.map(({ heading, anchor = anchorOf(heading), claims }) => ({
          anchor,
          title: heading,
          body: <CitedList of={claims} />,
        })),
        ...(unknowns.length === 0
          ? []
          : [
              {
                anchor: 'unknown',
                title: 'What no public source says',
                body: <CitedList of={unknowns} />,
              },
            ]),
      ]}
    />
  );
}

/** A heading as an anchor: `Keys and rotation` is `keys-and-rotation`. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
