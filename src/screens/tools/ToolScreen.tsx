import type { ReactNode } from 'react';

import { sourcesOf } from '#guide/citations.ts';
import type { Source } from '#guide/claim.ts';
import { outcomeIds } from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { resultName } from '#guide/resultName.ts';
import type { ExtraScopes, Tool, ToolError, ToolPart, ToolWay } from '#guide/tools/tool.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { Citations, Cited, CitedList, PageSourcesProvider } from '../Cited.tsx';
import { errorPath } from '../errors/errorPaths.ts';
import { handbookPath } from '../handbook/handbookPaths.ts';
import { MethodMark } from '../MethodMark.tsx';
import { PageContents } from '../PageContents.tsx';
import { ResultSection } from '../ResultSection.tsx';
import { useAddresses } from '../site.tsx';
import { SourceList } from '../SourceList.tsx';
import { StateLink } from '../StateLink.tsx';
import { toolsPath } from './toolPaths.ts';
import { RequestInItsForm } from './RequestInItsForm.tsx';

interface ToolProps {
  readonly tool: Tool;
}

interface ToolSection {
  /** Never changes: other pages lead to it. */
  readonly anchor: string;
  readonly title: string;
  readonly body: ReactNode;
}

/** What a reader of a tool's page needs to know before the tool is set up, and when it fails. */
export function ToolScreen({ tool }: ToolProps) {
  const addresses = useAddresses();
  const sources = sourcesCitedBy(tool);
  const sections = [...sectionsOf(tool), sourcesSection(sources)];
  return (
    <PageSourcesProvider value={sources}>
      <div className="result">
        <PageContents
          sections={Object.fromEntries(sections.map(({ anchor, title }) => [anchor, title]))}
        />
        <article>
          <header className="stack [--gap:1rem]">
            <p>
              <a href={addresses.file(toolsPath)}>Tools and SDKs</a>
            </p>
            <h1 tabIndex={-1}>{tool.name}</h1>
            <p>
              <TextWithCode text={tool.summary} />
            </p>
          </header>
          {sections.map(({ anchor, title, body }) => (
            <ResultSection key={anchor} anchor={anchor} title={title}>
              {body}
            </ResultSection>
          ))}
        </article>
      </div>
    </PageSourcesProvider>
  );
}

function sectionsOf(tool: Tool): readonly ToolSection[] {
  const { request } = tool;
  return [
    { anchor: 'credential', title: 'Which credential to use', body: <Credential tool={tool} /> },
    {
      anchor: 'key',
      title: 'Format of the key or secret',
      body: <Part of={tool.key} gap="which format the key or secret must have" />,
    },
    ...(request === undefined
      ? []
      : [
          {
            anchor: 'request',
            title:
              request.kind === 'configuration'
                ? 'Settings for this tool'
                : 'The request for this tool',
            body: <RequestInItsForm request={request} />,
          },
        ]),
    { anchor: 'scopes', title: 'Scopes and rights', body: <Scopes tool={tool} /> },
    {
      anchor: 'silence',
      title: 'What the tool does silently',
      body: <Part of={tool.silence} gap="what is done, or left out, without an error" />,
    },
    { anchor: 'errors', title: 'Errors you may meet', body: <Errors of={tool.errors} /> },
    {
      anchor: 'proxy',
      title: 'Behind a proxy',
      body: <Part of={tool.proxy} gap="how to set a proxy" />,
    },
  ];
}

function sourcesSection(sources: readonly Source[]): ToolSection {
  return { anchor: 'sources', title: 'Sources', body: <SourceList sources={sources} /> };
}

/** The causes of an error are on its own page, and so do their sources. */
function sourcesCitedBy(tool: Tool): readonly Source[] {
  return sourcesOf({ ...tool, errors: tool.errors.map(({ here }) => here) });
}

/** What is known about a subject, or that nothing is. */
function Part({ of, gap }: { readonly of: ToolPart; readonly gap: string }) {
  return of === 'unsourced' ? (
    <p>We found no public text that says {gap}.</p>
  ) : (
    <CitedList of={of} />
  );
}

function Credential({ tool: { ways, credential } }: ToolProps) {
  return (
    <>
      <ul className="stack [--gap:0.75rem]">
        {ways.map((way) => (
          <Way key={way.when} way={way} />
        ))}
      </ul>
      <Part of={credential} gap="which credential to use" />
    </>
  );
}

/** A way in which the tool is used, the method for it, and where to read on. */
function Way({ way: { when, node, answers } }: { readonly way: ToolWay }) {
  const addresses = useAddresses();
  const method = outcomeIds.find((id) => id === node);
  return (
    <li className="stack [--gap:0.25rem]">
      <p>{when}:</p>
      <p className="flex flex-wrap items-center gap-x-6">
        <MethodMark node={node} name={resultName(node)} />
        <StateLink answers={answers} className="py-1" label={`${when}: why, and what to do`}>
          Why, and what to do
        </StateLink>
        {method !== undefined && (
          <a
            className="py-1"
            href={addresses.file(handbookPath(method, ''))}
            aria-label={`${when}: the handbook on the ${outcomes[method].name}`}
          >
            The handbook
          </a>
        )}
      </p>
    </li>
  );
}

function Scopes({ tool: { scopes, extraScopes } }: ToolProps) {
  const addresses = useAddresses();
  return (
    <>
      {extraScopes.length > 0 && <ExtraScopesList of={extraScopes} />}
      {scopes !== 'unsourced' && <CitedList of={scopes} />}
      {scopes === 'unsourced' && (
        <p>We found no public source that names scopes beyond those of the operations you call.</p>
      )}
      <p>
        <a href={addresses.file('operations/')}>Which scopes your operations need</a>
      </p>
    </>
  );
}

/** What needs more scopes than you would expect. Names of code are too long for the columns of a table. */
function ExtraScopesList({ of }: { readonly of: readonly ExtraScopes[] }) {
  return (
    <dl className="stack [--gap:0.75rem]">
      {of.map(({ use, scopes, without, basis }) => (
        <div key={use}>
          <dt className="font-semibold">{/[_*]/.test(use) ? <code>{use}</code> : use}</dt>
          <dd>
            Needs{' '}
            {scopes.map((scope, place) => (
              <span key={scope}>
                {place > 0 && ' and '}
                <code>{scope}</code>
              </span>
            ))}
            {without !== undefined && (
              <>
                ; with <code>{without}</code>, only the first
              </>
            )}
            .
            <Citations
              sources={basis.flatMap(({ sources }) => sources)}
              of={`Needs ${scopes.join(' and ')}`}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Each error as Okta words it, what is peculiar to it here, and the way to its causes and remedies. */
function Errors({ of }: { readonly of: readonly ToolError[] }) {
  const addresses = useAddresses();
  return (
    <ul>
      {of.map(({ error, here }) => (
        <li key={error.id} className="stack ruled-above max-w-none py-4 [--gap:0.4rem]">
          <div>
            <a className="py-0.5" href={addresses.file(errorPath(error))}>
              {error.signal}
            </a>
            {error.message !== '' &&
              error.message.split('\n').map((line) => (
                <span key={line} className="quiet block">
                  “{line}”
                </span>
              ))}
          </div>
          {here !== undefined && (
            <p>
              <Cited of={here} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
