import { errorHeading, type KnownError } from '#guide/errors/knownError.ts';

import { useAddresses } from '../site.tsx';
import { errorPath } from './errorPaths.ts';

const mostInOneColumn = 6;

/** Errors as links to their pages, each with its status and code. */
export function ErrorLinks({ errors }: { readonly errors: readonly KnownError[] }) {
  const addresses = useAddresses();
  const isLong = errors.length > mostInOneColumn;
  return (
    <ul className={isLong ? 'lg:columns-2 lg:gap-x-14' : undefined}>
      {errors.map((error) => (
        <li key={error.id} className="break-inside-avoid py-1.5">
          <a href={addresses.page(errorPath(error))}>{errorHeading(error)}</a>{' '}
          <code className="quiet inline-block">{error.signal}</code>
        </li>
      ))}
    </ul>
  );
}
