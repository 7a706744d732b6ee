import type { KnownError } from '#guide/errors/knownError.ts';
import { breakages } from '#org/exchange/breakages.ts';
import { brokenChoice, labFragment } from '#share/labLink.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { useAddresses } from '../site.tsx';
import { labPath } from './labPath.ts';

/** Links to the lab, each with an error on its way; nothing for an error that no request brings about. */
export function LabLinks({ error }: { readonly error: KnownError }) {
  const addresses = useAddresses();
  const those = breakages.filter(({ errorId }) => errorId === error.id);
  if (those.length === 0) return null;
  return (
    <div className="needs-script">
      <p>See it happen in the lab:</p>
      <ul className="list-disc ps-5">
        {those.map((breakage) => (
          <li key={breakage.id}>
            <a href={`${addresses.file(labPath)}${labFragment(brokenChoice(breakage))}`}>
              <TextWithCode text={breakage.label} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
