import { sourcesOf } from '#guide/citations.ts';
import {
  disasterRecoveryNeedsOauth,
  operationsByCredential,
  otherApiFamilies,
} from '#guide/claims/apiTokenClaims.ts';
import { scopeForm } from '#guide/claims/serviceAppClaims.ts';
import { selfScopesRequireUser } from '#guide/claims/userContextClaims.ts';
import { accepts } from '#catalogue/accepts.ts';
import { operationIndex } from '#catalogue/find.ts';
import { apiIds, apiNames, type Catalogue, type CatalogueOperation } from '#catalogue/operation.ts';
import { operationTitle } from '#catalogue/title.ts';
import { acceptedWords } from '#catalogue/verdictWords.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { OperationRemarks } from './OperationRemarks.tsx';

import type { OperationTag } from './operationPages.ts';
import { operationsIslandId } from './operationsIslandId.ts';
import { CitedList, PageSourcesProvider } from '../Cited.tsx';
import { ResultSection } from '../ResultSection.tsx';
import { SourceList } from '../SourceList.tsx';
import { useAddresses } from '../site.tsx';
import { auditPath } from '../audit/auditPath.ts';
import { addingFragment } from './addingFragment.ts';
import { CatalogueCounts } from './CatalogueCounts.tsx';
import { OperationsExplorer } from './OperationsExplorer.tsx';

interface OperationsScreenProps {
  readonly catalogue: Catalogue;
  readonly tags: readonly OperationTag[];
}

/** All operations: the search with its script, and the way to each of them without. */
export function OperationsScreen({ catalogue, tags }: OperationsScreenProps) {
  const addresses = useAddresses();
  return (
    <article className="stack [--gap:2.5rem]">
      <header className="stack [--gap:1rem]">
        <h1 tabIndex={-1}>Which credential your operations accept</h1>
        <p className="lead">
          Pick the operations that your program calls. The guide shows which credential each one
          accepts, according to Okta’s own specification, and the fewest scopes that cover them all.
        </p>
        <p>
          Not sure what it calls?{' '}
          <a href={addresses.file(auditPath)}>Find its calls in a log, a recording or the code</a>.
        </p>
      </header>
      {/* What the script draws at first, so that nothing moves when it comes. */}
      <div id={operationsIslandId} className="needs-script">
        <div inert>
          <OperationsExplorer
            index={operationIndex(catalogue)}
            references={[]}
            onReferences={notYet}
            earlier={[]}
            refused={[]}
            address={undefined}
          />
        </div>
      </div>
      <div className="below-island stack [--gap:2.5rem]">
        <ResultSection anchor="all" title={`All ${catalogue.operations.length} operations, by tag`}>
          <CatalogueCounts catalogue={catalogue} />
          <p>
            <a href={`${addresses.file('about/')}#catalogue`}>
              Where the catalogue comes from, and its limits
            </a>
          </p>
          {apiIds.map((api) => (
            <details key={api} className="prints-open" open={api === 'management'}>
              <summary className="py-2 font-semibold">
                {apiNames[api]} ({catalogue.operations.filter((each) => each.api === api).length})
              </summary>
              <ul className="list-disc ps-5 gap-x-8 sm:columns-2">
                {tags
                  .filter((tag) => tag.api === api)
                  .map(({ title, path, operations }) => (
                    <li key={path}>
                      <a href={addresses.file(path)}>{title}</a> ({operations.length})
                    </li>
                  ))}
              </ul>
            </details>
          ))}
        </ResultSection>
        <ResultSection anchor="rests-on" title="What the verdicts are based on">
          <p>
            What an operation accepts comes from Okta’s OpenAPI files. The rest comes from these
            sources:
          </p>
          <PageSourcesProvider value={sources}>
            <CitedList of={verdictClaims} />
          </PageSourcesProvider>
          <SourceList sources={sources} />
        </ResultSection>
      </div>
    </article>
  );
}

const notYet = () => undefined;

/** How scopes include each other, and which credential carries which. */
const verdictClaims = [
  operationsByCredential,
  otherApiFamilies,
  scopeForm,
  selfScopesRequireUser,
  disasterRecoveryNeedsOauth,
];
const sources = sourcesOf(verdictClaims);

/** The operations of a tag with their facts; needs no script. */
export function OperationTagScreen({ tag }: { readonly tag: OperationTag }) {
  const addresses = useAddresses();
  const { operations } = tag;
  return (
    <article className="stack [--gap:2rem]">
      <header className="stack [--gap:1rem]">
        <nav aria-label="Breadcrumb">
          <a href={addresses.file('operations/')}>All operations</a>
          <span className="quiet"> / {apiNames[tag.api]}</span>
        </nav>
        <h1 tabIndex={-1}>{tag.title}: what each operation accepts</h1>
        <p>{summaryOf(operations)}</p>
      </header>
      <div className="grid gap-x-14 gap-y-8 xl:grid-cols-2">
        {operations.map((operation) => (
          <OperationEntry key={operation.reference} operation={operation} />
        ))}
      </div>
    </article>
  );
}

function OperationEntry({ operation }: { readonly operation: CatalogueOperation }) {
  const addresses = useAddresses();
  const { id, reference, method, path, parameters, body } = operation;
  const query = parameters.filter((parameter) => parameter.in === 'query');
  return (
    <section
      id={id}
      aria-labelledby={`${id}-heading`}
      className="stack [--gap:0.5rem]"
      tabIndex={-1}
    >
      <h2 id={`${id}-heading`}>{operationTitle(operation)}</h2>
      <p>
        <code>
          {method} {path}
        </code>
      </p>
      <p>
        <TextWithCode text={acceptedWords(operation)} />.
      </p>
      <OperationRemarks operation={operation} />
      <p className="quiet">
        ID <code>{reference}</code>
        {query.length > 0 && (
          <>
            ; query{' '}
            <TextWithCode
              text={query
                .map(({ name, required }) => `\`${name}\`${required ? ' (required)' : ''}`)
                .join(', ')}
            />
          </>
        )}
        {body !== undefined && (
          <>
            ; body <TextWithCode text={body.mediaTypes.map((type) => `\`${type}\``).join(' or ')} />
            {body.required && ' (required)'}
          </>
        )}
        .
      </p>
      <p className="needs-script no-print">
        <a href={`${addresses.file('operations/')}${addingFragment(reference)}`}>
          Select this operation
        </a>
      </p>
    </section>
  );
}

function summaryOf(operations: readonly CatalogueOperation[]): string {
  const count = (isCounted: (operation: CatalogueOperation) => boolean) =>
    operations.filter(isCounted).length;
  const parts: readonly (readonly [number, 'accept' | 'need', string])[] = [
    [
      count((each) => accepts(each).oauth && accepts(each).apiToken),
      'accept',
      'OAuth 2.0 or an API token',
    ],
    [count((each) => accepts(each).oauth && !accepts(each).apiToken), 'accept', 'OAuth 2.0 only'],
    [
      count((each) => accepts(each).apiToken && !accepts(each).oauth),
      'accept',
      'an API token only',
    ],
    [count((each) => accepts(each).clientAuthentication), 'accept', 'the client’s own credential'],
    [count((each) => accepts(each).none), 'need', 'no credential'],
  ];
  const said = parts.filter(([number]) => number > 0);
  const [only, ...others] = said;
  if (only !== undefined && others.length === 0) {
    const [number, verb, words] = only;
    if (number === 1) return `The one operation ${verb}s ${words}.`;
    return `${number === 2 ? 'Both' : `All ${number}`} operations ${verb} ${words}.`;
  }
  const each = said.map(
    ([number, verb, words]) => `${number} ${number === 1 ? `${verb}s` : verb} ${words}`,
  );
  return `${operations.length} operations: ${each.join(', ')}.`;
}
