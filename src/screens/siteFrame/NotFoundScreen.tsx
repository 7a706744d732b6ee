import { StateLink } from '../StateLink.tsx';
import { useAddresses } from '../site.tsx';

/** An address without a page: what happened, and the ways back. */
export function NotFoundScreen() {
  const addresses = useAddresses();
  return (
    <div className="stack">
      <h1 tabIndex={-1}>There is no page at this address</h1>
      <p>
        The link may be damaged, or older than the question it leads to. Nothing of yours is lost:
        the guide asks at most four questions.
      </p>
      <ul className="stack list-disc ps-5 [--gap:0.25rem]">
        <li>
          <StateLink answers={[]}>Start with the first question</StateLink>
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
