import { useSyncExternalStore } from 'react';

import { EmbedBuilder } from '#embed/builder/EmbedBuilder.tsx';
import { releases } from '#embed/releases.ts';
import { findByReference } from '#catalogue/references.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { SiteProvider } from '#screens/site.tsx';

interface EmbedBuilderVisitProps {
  readonly base: string;
  /** The site's address without its base; empty if it is not known. */
  readonly origin: string;
}

/** What a page is never changes while it is open, so there is nothing to follow. */
const follow = () => () => undefined;

/** The builder, prerendered and hydrated: it names the site that it was opened from. */
export function EmbedBuilderVisit({ base, origin }: EmbedBuilderVisitProps) {
  const known = useSyncExternalStore(
    follow,
    () => location.origin,
    () => (origin === '' ? 'https://your-copy.example' : origin),
  );
  const isAwake = useSyncExternalStore(
    follow,
    () => true,
    () => false,
  );
  const release = releases.at(-1);
  if (release === undefined)
    throw new Error('No loader has been released, so no host can use one.');
  return (
    <SiteProvider value={{ base, fragment: '' }}>
      <EmbedBuilder
        site={`${known}${base}`}
        release={release}
        isAwake={isAwake}
        unknownOperations={(references) =>
          references.filter((each) => findByReference(oktaCatalogue, each) === undefined)
        }
      />
    </SiteProvider>
  );
}
