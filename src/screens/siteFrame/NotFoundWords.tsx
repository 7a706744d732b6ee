import { useAddresses } from '../site.tsx';
import { UnderstoodAddress } from './UnderstoodAddress.tsx';

/**
 * What the page for addresses without a page says; the app does without these words.
 *
 * @param pages addresses of all pages below the base
 */
export function NotFoundWords({ pages }: { readonly pages: readonly string[] }) {
  const addresses = useAddresses();
  return (
    <div className="stack">
      <p>
        The link may be damaged, or out of date. You have lost nothing: the guide asks at most four
        questions.
      </p>
      <UnderstoodAddress pages={pages} />
      <ul className="stack list-disc ps-5 [--gap:0.25rem]">
        <li>
          <a href={addresses.file('operations/')}>Search the operations of Okta’s APIs</a>
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
