import type { Catalogue } from '#catalogue/operation.ts';
import { about, type AboutSection } from '#guide/about.ts';
import { claimStatusWords } from '#guide/claimStatusWords.ts';
import { sourcesOf } from '#guide/citations.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { CitedList, PageSourcesProvider } from '../Cited.tsx';
import { CatalogueCounts } from '../operations/CatalogueCounts.tsx';
import { PageContents } from '../PageContents.tsx';
import { evidenceTitle, RequestEvidence } from '../requests/RequestEvidence.tsx';
import { ResultSection } from '../ResultSection.tsx';
import { useAddresses, useReporting } from '../site.tsx';
import { SourceList } from '../SourceList.tsx';
import { billOfMaterialsPath, licencesPath } from './softwareFiles.ts';

interface AboutScreenProps {
  /** Everything that the guide's pages cite, so that the whole list can be read in one place. */
  readonly guideContent: unknown;
  /** The version of the content, an ISO date. */
  readonly contentVersion: string;
  readonly catalogue: Catalogue;
}

/** What the guide is, how it was made, what it rests on and what it does not know. */
export function AboutScreen({ guideContent, contentVersion, catalogue }: AboutScreenProps) {
  const sources = sourcesOf([about, guideContent]);
  const contents = {
    ...Object.fromEntries(about.sections.map(({ id, heading }) => [id, heading])),
    report: reportTitle,
    'how-proven': evidenceTitle,
    catalogue: 'The catalogue of operations',
    software: 'Third-party software in these pages',
    'all-sources': `All ${sources.length} sources`,
  };
  return (
    <PageSourcesProvider value={sources}>
      <div className="result">
        <PageContents sections={contents} />
        <article>
          <header className="stack [--gap:1rem]">
            <h1 tabIndex={-1}>{about.heading}</h1>
            <p className="lead">{about.summary}</p>
            <p className="quiet">
              Content checked on <time dateTime={contentVersion}>{contentVersion}</time>
            </p>
          </header>
          {about.sections.map((section) => (
            <Section key={section.id} section={section} />
          ))}
          <ReportSection />
          <RequestEvidence />
          <CatalogueSection catalogue={catalogue} title={contents.catalogue} />
          <SoftwareSection title={contents.software} />
          <ResultSection anchor="all-sources" title={contents['all-sources']}>
            <SourceList sources={sources} />
          </ResultSection>
        </article>
      </div>
    </PageSourcesProvider>
  );
}

const reportTitle = 'Who makes this guide, and how to report a mistake';

function ReportSection() {
  const { repository } = useReporting();
  return (
    <ResultSection anchor="report" title={reportTitle}>
      <p>
        The guide is open source. People outside Okta wrote it, and whoever owns this site’s address
        built and published what you are reading.
      </p>
      {repository === '' ? (
        <p>
          This site does not say where to send reports. Write to whoever gave you its address: name
          the page, the sentence, and the source that says otherwise.
        </p>
      ) : (
        <p>
          Every page ends with a link that opens a new issue in{' '}
          <a href={repository}>the guide’s repository</a>. It names the page, and nothing that you
          typed. Say which sentence is wrong, and which source says otherwise.
        </p>
      )}
    </ResultSection>
  );
}

/** Where the evidence on operations comes from, and how to make it again. */
function CatalogueSection({
  catalogue,
  title,
}: {
  readonly catalogue: Catalogue;
  readonly title: string;
}) {
  const addresses = useAddresses();
  return (
    <ResultSection anchor="catalogue" title={title}>
      <p>
        What the guide says about {catalogue.operations.length} operations comes from Okta’s own
        OpenAPI files. A program reads them, and a test compares each operation with them. The
        catalogue contains only facts: names, paths, parameters, accepted credentials, scopes, roles
        and lifecycle.
      </p>
      <CatalogueCounts catalogue={catalogue} />
      <p>
        “Either” means an access token or an API token. The guide never judges an operation that is
        in none of the four files. Where the files are wrong, so is the guide. Two places that look
        wrong are marked as our reading.
      </p>
      <p>
        The files come from the repository <code>okta/okta-management-openapi-spec</code>, and the
        catalogue’s data lists them with their SHA-256 hashes. With a newer release,{' '}
        <code>npm run guide -- catalogue --diff management.yaml …</code> prints what changes, and
        the same command without <code>--diff</code> imports it.
      </p>
      <p>
        <a href={addresses.file('operations/')}>Search the operations</a>
      </p>
    </ResultSection>
  );
}

/** Whose code these pages run, and under which licences. */
function SoftwareSection({ title }: { readonly title: string }) {
  const addresses = useAddresses();
  return (
    <ResultSection anchor="software" title={title}>
      <p>
        The guide’s own code is licensed under Apache-2.0. Its pages also run code and use fonts
        that other people made. The build lists every package that its files contain, and stops if a
        licence is missing or is not one that we accept.
      </p>
      <p>
        <a href={addresses.file(licencesPath)}>Read all licences</a>, or download{' '}
        <a href={addresses.file(billOfMaterialsPath)}>the same list as a bill of materials</a>{' '}
        (CycloneDX), which vulnerability scanners can read.
      </p>
    </ResultSection>
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
