import { sourcesOf } from '#guide/citations.ts';
import { causesOf, errorHeading, type KnownError } from '#guide/errors/knownError.ts';
import { errorsLike } from '#guide/errors/knownErrors.ts';
import type { OutcomeId } from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { withArticle } from '#guide/resultName.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { Citations, PageSourcesProvider, Standing } from '../Cited.tsx';
import { TermsUsed } from '../glossary/TermsUsed.tsx';
import { handbookPath } from '../handbook/handbookPaths.ts';
import { LabLinks } from '../lab/LabLinks.tsx';
import { MethodMark } from '../MethodMark.tsx';
import { setUpAnchor } from '../result/SetUpSteps.tsx';
import { ResultSection } from '../ResultSection.tsx';
import { useAddresses } from '../site.tsx';
import { SourceList } from '../SourceList.tsx';
import { ErrorLinks } from './ErrorLinks.tsx';

/** One error: Okta’s texts, every cause with its remedy, where to fix it, and what is like it. */
export function ErrorScreen({ error }: { readonly error: KnownError }) {
  const addresses = useAddresses();
  const causes = causesOf(error);
  const sources = sourcesOf([causes]);
  const texts = error.message.split('\n').filter((text) => text !== '');
  const like = errorsLike(error);
  return (
    <PageSourcesProvider value={sources}>
      <article className="stack [--gap:2.5rem]">
        <header className="stack [--gap:1rem]">
          <p>
            <a href={addresses.file('errors/')}>All errors</a>
          </p>
          <h1 tabIndex={-1}>{errorHeading(error)}</h1>
          <p>
            <code>{error.signal}</code>
          </p>
          {texts.length > 1 && (
            <ul
              className="stack list-disc ps-5 [--gap:0.4rem]"
              aria-label="Okta’s texts for this error"
            >
              {texts.map((text) => (
                <li key={text}>“{text}”</li>
              ))}
            </ul>
          )}
          <LabLinks error={error} />
        </header>
        {causes.map((cause, place) => (
          <ResultSection
            key={cause.cause}
            anchor={`cause-${place + 1}`}
            title={causeTitle(place, causes.length)}
          >
            <p>
              <TextWithCode text={cause.cause} />
              <Standing of={[cause.status]} />
            </p>
            <p>
              <strong>Do this: </strong>
              <TextWithCode text={cause.remedy} />
              <Citations sources={cause.sources} of={cause.remedy} />
            </p>
          </ResultSection>
        ))}
        <ResultSection anchor="where" title="Where to fix it">
          <ul className="stack">
            {error.methods.map((method) => (
              <li key={method} className="stack [--gap:0.4rem]">
                <p>
                  <MethodMark node={method} name={outcomes[method].name} />
                </p>
                <p>
                  <SetUpLink method={method} step={error.setUpSteps?.[method]} />
                </p>
                <p>
                  <a href={addresses.file(handbookPath(method, 'requests/'))}>
                    Requests with {withArticle(outcomes[method].name)}
                  </a>
                </p>
              </li>
            ))}
          </ul>
        </ResultSection>
        {like.length > 0 && (
          <ResultSection anchor="like" title="Errors with the same code">
            {like.length > mostListed ? (
              <p>
                There are {like.length}. See{' '}
                <a href={addresses.file('errors/')}>the list of all errors</a>.
              </p>
            ) : (
              <ErrorLinks errors={like} />
            )}
          </ResultSection>
        )}
        <TermsUsed of={causes} />
        <ResultSection anchor="sources" title="Sources">
          <SourceList sources={sources} />
        </ResultSection>
      </article>
    </PageSourcesProvider>
  );
}

interface SetUpLinkProps {
  readonly method: OutcomeId;
  readonly step: string | undefined;
}

/** To the step at which the error is fixed, or to the set-up where it is fixed in the program. */
function SetUpLink({ method, step }: SetUpLinkProps) {
  const addresses = useAddresses();
  const page = addresses.file(handbookPath(method, 'set-up/'));
  const place = outcomes[method].setUp.findIndex(({ id }) => id === step);
  const found = outcomes[method].setUp[place];
  if (found === undefined)
    return <a href={page}>Set up {withArticle(outcomes[method].name)}, step by step</a>;
  return (
    <a href={`${page}#${setUpAnchor(found.id)}`}>
      Set-up, step {place + 1}: <TextWithCode text={found.action} />
    </a>
  );
}

/** More errors of one code are a list of their own. */
const mostListed = 8;

function causeTitle(place: number, count: number): string {
  if (count === 1) return 'Why it happens';
  return place === 0 ? 'The usual cause' : `Cause ${place + 1} of ${count}`;
}
