import { atSentenceStart } from '#guide/atSentenceStart.ts';
import { sourcesOf } from '#guide/citations.ts';
import { glossary, type GlossaryTerm } from '#guide/glossary.ts';

import { Cited, PageSourcesProvider } from '../Cited.tsx';
import { ResultSection } from '../ResultSection.tsx';
import { useAddresses } from '../site.tsx';
import { SourceList } from '../SourceList.tsx';
import { explainedAt } from './explainedAt.ts';

/** Every term of the guide with its meaning, and the other words that people have for it. */
export function GlossaryScreen() {
  const sources = sourcesOf(glossary);
  return (
    <PageSourcesProvider value={sources}>
      <article className="stack [--gap:2.5rem]">
        <header className="stack [--gap:1rem]">
          <h1 tabIndex={-1}>Terms, and what they mean here</h1>
          <p className="lead">
            The guide uses one term for each thing. Under each term are synonyms and related words.
          </p>
        </header>
        <dl className="lg:columns-2 lg:gap-x-14">
          {glossary.map((entry) => (
            <Entry key={entry.id} of={entry} />
          ))}
        </dl>
        <ResultSection anchor="sources" title="Sources">
          <SourceList sources={sources} />
        </ResultSection>
      </article>
    </PageSourcesProvider>
  );
}

function Entry({ of: entry }: { readonly of: GlossaryTerm }) {
  const addresses = useAddresses();
  const { id, term, alsoCalled, meaning } = entry;
  const more = explainedAt(entry);
  return (
    <div id={id} className="break-inside-avoid py-2" tabIndex={-1}>
      <dt>
        <strong>{atSentenceStart(term)}</strong>
      </dt>
      <dd>
        <Cited of={meaning} />
      </dd>
      <dd className="quiet">
        Other words: {alsoCalled.join(', ')}.
        {more !== undefined && (
          <>
            {' '}
            <a href={addresses.file(more)}>More on “{term}”</a>
          </>
        )}
      </dd>
    </div>
  );
}
