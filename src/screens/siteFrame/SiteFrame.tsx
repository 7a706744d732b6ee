import type { ReactNode } from 'react';

import { contentVersion } from '#guide/contentVersion.ts';

import { StateLink } from '../StateLink.tsx';
import { useAddresses, useReporting } from '../site.tsx';
import { OfflineControl } from './OfflineControl.tsx';

const pages = [
  { path: 'compare/', label: 'Methods' },
  { path: 'operations/', label: 'Operations' },
  { path: 'errors/', label: 'Errors' },
  { path: 'requests/', label: 'Requests' },
  { path: 'tools/', label: 'Tools' },
  { path: 'workshop/', label: 'Workshop' },
  { path: 'about/', label: 'About' },
] as const;

/** What surrounds every screen: the way to its content, the site's name, its pages, its footer. */
export function SiteFrame({
  page,
  state,
  bar,
  children,
}: {
  /** Path of a page that is not a state of the guide. */
  readonly page?: string;
  /** Path of a state's page. */
  readonly state?: string;
  /** Stays in sight above the content. */
  readonly bar?: ReactNode;
  readonly children: ReactNode;
}) {
  const addresses = useAddresses();
  const reportAddress = useReporting().addressFor(state ?? page ?? '');
  return (
    <>
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <header className="ruled-below">
        <div className="shell flex flex-wrap items-baseline gap-x-8 py-2 sm:py-3">
          <p className="font-semibold">
            <StateLink answers={[]} className="inline-block py-1 text-ink no-underline">
              Okta API authorization guide
            </StateLink>
          </p>
          <a
            className="inline-block py-1 ms-auto lg:text-small"
            href={addresses.file('search/')}
            data-search=""
          >
            Search
          </a>
          <nav aria-label="Site">
            <ul className="site-pages">
              {pages.map(({ path, label }) => (
                <li key={path}>
                  <a href={addresses.file(path)} aria-current={page === path ? 'page' : undefined}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </header>
      {bar}
      <main id="content" tabIndex={-1} className="shell py-8">
        {/* What fills it uses the room above the content, so nothing moves. */}
        {page !== undefined && (
          <div id="way-back" className="no-print" data-base={addresses.file('')} />
        )}
        {children}
      </main>
      <footer className="ruled-above mt-8">
        <div className="shell quiet grid gap-y-1 py-6 lg:grid-cols-2">
          <div className="stack [--gap:0.4rem]">
            <p className="print-only" data-printed-from="">
              {`Okta API authorization guide, content checked on ${contentVersion}`}
            </p>
            <p>
              An independent guide: not made, reviewed or endorsed by Okta. Check what matters
              against the sources on each page.
            </p>
            <p>
              {'No account, no tracking, no secrets. What you enter stays in your browser. '}
              <a href={`${addresses.file('about/')}#privacy`}>Read about privacy</a>
            </p>
          </div>
          <div className="stack [--gap:0.4rem]">
            <p className="no-print flex flex-wrap gap-x-6">
              <a className="py-0.5" href={reportAddress}>
                Report a mistake on this page
              </a>
              <a className="py-0.5" href={addresses.file('embed/builder/')}>
                Embed the guide in your own page
              </a>
            </p>
            <OfflineControl />
          </div>
        </div>
      </footer>
    </>
  );
}
