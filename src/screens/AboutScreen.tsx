import { about, type AboutSection } from '#guide/about.ts';
import { claimStatusWords } from '#guide/claimStatusWords.ts';
import { sourcesOf } from '#guide/citations.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { CitedList, PageSourcesProvider } from './Cited.tsx';
import { ResultSection } from './ResultSection.tsx';
import { SourceList } from './SourceList.tsx';

interface AboutScreenProps {
  /** Everything that the guide's pages cite, so that the whole list can be read in one place. */
  readonly guideContent: unknown;
  /** The version of the content, an ISO date. */
  readonly contentVersion: string;
}

/** What the guide is, how it was made, what it rests on and what it does not know. */
export function AboutScreen({ guideContent, contentVersion }: AboutScreenProps) {
  const sources = sourcesOf([about, guideContent]);
  return (
    <PageSourcesProvider value={sources}>
      <article className="stack [--gap:2.5rem]">
        <header className="stack [--gap:1rem]">
          <h1 tabIndex={-1}>{about.heading}</h1>
          <p className="text-title max-w-[52ch] leading-snug">{about.summary}</p>
          <p className="quiet">
            Content of <time dateTime={contentVersion}>{contentVersion}</time>
          </p>
        </header>
        {about.sections.map((section) => (
          <Section key={section.id} section={section} />
        ))}
        <ResultSection anchor="all-sources" title={`All ${sources.length} sources`}>
          <SourceList sources={sources} />
        </ResultSection>
      </article>
    </PageSourcesProvider>
  );
}

function Section({ section }: { readonly section: AboutSection }) {
  return (
    <ResultSection anchor={section.id} title={section.heading}>
      {section.paragraphs.map((text) => (
        <p key={text}>
          <TextWithCode text={text} />
        </p>
      ))}
      {section.explainsStatuses && (
        <dl className="facts">
          {Object.values(claimStatusWords).map(({ label, meaning }) => (
            <div key={label} className="contents">
              <dt>{label}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      )}
      {section.claims.length > 0 && <CitedList of={section.claims} />}
    </ResultSection>
  );
}
