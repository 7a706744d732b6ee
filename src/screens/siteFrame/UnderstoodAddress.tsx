import { useAddresses } from '../site.tsx';
import { understoodParts } from './understoodParts.ts';

/**
 * Which part of an address is known, and the nearest page. Only a script knows the address, so it
 * fills this in and shows it: app/islands/understoodAddress.ts. The page keeps room for
 * what it says of most addresses.
 *
 * @param pages addresses of all pages below the base
 */
export function UnderstoodAddress({ pages }: { readonly pages: readonly string[] }) {
  const addresses = useAddresses();
  return (
    <div
      id={understoodParts.place}
      className="needs-script invisible notice stack [--gap:0.5rem]"
      data-pages={pages.join(' ')}
    >
      <p>
        <span hidden>
          <code data-understood="known" /> is a page of this guide.{' '}
        </span>
        <span>
          Nothing here is called <code data-understood="unknown" />.
        </span>
      </p>
      <p hidden>
        <a href={addresses.file('')}>Go to the nearest page</a>
      </p>
    </div>
  );
}
