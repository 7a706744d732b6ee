import type { Answer } from '#guide/questions.ts';
import { pathOf } from '#share/address.ts';

import { useAddresses, useIsFramed } from '../site.tsx';

/**
 * Copies the address of a state. Plain markup: `#browser/copyButtons.ts` gives it its effect. In a
 * frame it is the address of the guide's own page, because nobody wants that of a frame.
 */
export function CopyLink({ answers }: { readonly answers: readonly Answer[] }) {
  const addresses = useAddresses();
  const address = useIsFramed() ? addresses.file(pathOf(answers)) : '';
  return (
    <li className="needs-script">
      <button type="button" className="chip" data-copies-address={address}>
        Copy link
      </button>
      <span role="status" className="quiet" />
    </li>
  );
}
