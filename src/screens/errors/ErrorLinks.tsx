import { errorHeading, type KnownError } from '#guide/errors/knownError.ts';

import { useAddresses } from '../site.tsx';
import { errorPath } from './errorPaths.ts';

/** Errors as links to their pages, each with its status and code. */
export function ErrorLinks({ errors }: { readonly errors: readonly KnownError[] }) {
  const addresses = useAddresses();
  return (
    <ul className="stack list-none [--gap:0.75rem]">
      {errors.map((error) => (
        <li key={error.id}>
          <a href={addresses.page(errorPath(error))}>{errorHeading(error)}</a>{' '}
          <code className="quiet inline-block">{error.signal}</code>
        </li>
      ))}
    </ul>
  );
}
