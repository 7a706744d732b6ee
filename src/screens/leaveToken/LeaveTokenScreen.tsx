import type { Catalogue } from '#catalogue/operation.ts';
import { sourcesOf } from '#guide/citations.ts';
import { contentVersion } from '#guide/contentVersion.ts';
import { examplePlan } from '#record/leavingToken/examplePlan.ts';
import { scriptNeeds } from '#snippets/leavingToken/scripts.ts';

import { auditPath } from '../audit/auditPath.ts';
import { PageSourcesProvider } from '../Cited.tsx';
import { handbookPath } from '../handbook/handbookPaths.ts';
import { ResultSection } from '../ResultSection.tsx';
import { useAddresses } from '../site.tsx';
import { SourceList } from '../SourceList.tsx';
import { leaveTokenIslandId } from './leaveTokenIslandId.ts';
import { TokenPlanner } from './TokenPlanner.tsx';
import { TokenPlanView } from './TokenPlanView.tsx';

/** How programs leave their API tokens: the planner with its script, and the plan of one token without. */
export function LeaveTokenScreen({ catalogue }: { readonly catalogue: Catalogue }) {
  const addresses = useAddresses();
  const plan = examplePlan(catalogue);
  const sources = sourcesOf(plan);
  return (
    <PageSourcesProvider value={sources}>
      <article className="stack [--gap:2.5rem]">
        <header className="stack [--gap:1rem]">
          <nav aria-label="Breadcrumb">
            <a href={addresses.file(handbookPath('apiToken', ''))}>The API token</a>
          </nav>
          <h1 tabIndex={-1}>Stop using the API token</h1>
          <p className="lead">
            Name your tokens, and list what their programs call. You get a plan for each: scopes,
            set-up, a comparison of both credentials, the cut-over, and the revocation.
          </p>
        </header>
        <div className="needs-script">
          <ResultSection anchor="plan" title="Your tokens">
            <div id={leaveTokenIslandId}>
              <div inert>
                <TokenPlanner today={contentVersion} />
              </div>
            </div>
          </ResultSection>
        </div>
        <ResultSection anchor="list" title="Where to find your tokens">
          <p>
            In the Admin Console, look under Security &gt; API &gt; Tokens. Through the API, call{' '}
            <code>GET /api/v1/api-tokens</code> with the scope <code>okta.apiTokens.read</code>. The
            response never contains the value of a token.
          </p>
          <p>
            Not sure what a program calls?{' '}
            <a href={addresses.file(auditPath)}>Find its calls in a log, a recording or the code</a>
            .
          </p>
          <p>
            Everything happens on this page. Nothing is sent or put in the address. Only the boxes
            that you tick are kept on your device.
          </p>
        </ResultSection>
        <ResultSection anchor="example" title="An example: the plan for one token">
          <p>A nightly report lists users and groups with its own token. {scriptNeeds}</p>
          <h3>{plan.token.name}</h3>
          <TokenPlanView of={{ plan, card: [] }} id="example" />
        </ResultSection>
        <ResultSection anchor="sources" title="Sources">
          <SourceList sources={sources} />
        </ResultSection>
      </article>
    </PageSourcesProvider>
  );
}
