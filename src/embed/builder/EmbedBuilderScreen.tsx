import { useAddresses } from '#screens/site.tsx';

import { embedBuilderId } from './embedBuilderId.ts';

interface EmbedBuilderScreenProps {
  /** The builder as HTML: a root of its own, which is hydrated apart from the page. */
  readonly builder: string;
}

/** The page on which an author builds an embed. */
export function EmbedBuilderScreen({ builder }: EmbedBuilderScreenProps) {
  const addresses = useAddresses();
  return (
    <article className="stack [--gap:2rem]">
      <header className="stack [--gap:1rem]">
        <h1 tabIndex={-1}>The guide in your own page</h1>
        <p className="lead">
          Choose where the guide begins and how it looks, preview it at several widths, and copy the
          block for your platform.
        </p>
        <p>
          The embedded guide needs no account, sets no cookie, and works without scripts. Your
          choices are in the address after <code>#</code>, which no server sees.{' '}
          <a href={addresses.file('embed.v1.schema.json')}>The embed’s schema</a> defines what they
          mean.
        </p>
      </header>
      <div
        id={embedBuilderId}
        className="stack [--gap:2rem]"
        dangerouslySetInnerHTML={{ __html: builder }}
      />
    </article>
  );
}
