import { furtherReadingOfArticle } from '#guide/furtherReading.ts';
import type { OutcomeId } from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';

import { Cited, CitedList } from '../Cited.tsx';
import { DifferenceList } from '../DifferenceList.tsx';
import { useAddresses } from '../site.tsx';
import { HandbookPage, type HandbookSection } from './HandbookPage.tsx';
import { handbookHeading } from './handbookWords.ts';

/** Where the article of 2023 and today's documentation differ on a method, and where they agree. */
export function MethodThenAndNowScreen({ method }: { readonly method: OutcomeId }) {
  const addresses = useAddresses();
  const { differences, article } = outcomes[method];
  return (
    <HandbookPage
      method={method}
      part="then-and-now/"
      heading={handbookHeading(method, 'then-and-now/')}
      cites={[differences, article, furtherReadingOfArticle]}
      lead={
        <p>
          This guide follows today’s documentation.{' '}
          <a href={addresses.file('compare/#then-and-now')}>
            See the article’s chart beside today’s map
          </a>
          .
        </p>
      }
      sections={[
        ...(differences.length === 0
          ? []
          : [
              {
                anchor: 'differences',
                title: 'What has changed',
                body: <DifferenceList differences={differences} />,
              },
            ]),
        ...(article.length === 0
          ? []
          : [
              {
                anchor: 'still-holds',
                title: 'What still holds in the article',
                body: <CitedList of={article} />,
              },
            ]),
        furtherReading,
      ]}
    />
  );
}

/** What the article recommends reading next. */
const furtherReading: HandbookSection = {
  anchor: 'further-reading',
  title: 'What the article recommends reading',
  body: (
    <>
      <p>
        <Cited of={furtherReadingOfArticle.today} />
      </p>
      <ul className="list-disc ps-5">
        {furtherReadingOfArticle.pages.map(({ id, url, title }) => (
          <li key={id}>
            <a href={url}>{title}</a>
          </li>
        ))}
      </ul>
    </>
  ),
};
