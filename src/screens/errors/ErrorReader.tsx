import { Fragment, useDeferredValue, useState } from 'react';

import { errorHeading } from '#guide/errors/knownError.ts';
import type { Tool } from '#guide/tools/tool.ts';
import { toolsNamedIn } from '#guide/tools/toolsNamedIn.ts';
import type { CatalogueOperation } from '#catalogue/operation.ts';
import { explain, type FoundCause, longestErrorText } from '#search/errors/explain.ts';
import { missingScopeIn } from '#search/errors/missingScope.ts';
import { Field } from '#ui/Field.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { Standing } from '../Cited.tsx';
import { useAddresses } from '../site.tsx';
import { toolPath } from '../tools/toolPaths.ts';
import { ErrorLinks } from './ErrorLinks.tsx';
import { errorPath } from './errorPaths.ts';

interface ErrorReaderProps {
  /** The operations that a text calls by method and path. */
  readonly operationsIn: (text: string) => readonly CatalogueOperation[];
}

/** A box that takes an error as it was met, and says what is known about it. Nothing of the text is kept. */
export function ErrorReader({ operationsIn }: ErrorReaderProps) {
  const [text, setText] = useState('');
  const read = useDeferredValue(text);
  return (
    <div className="stack">
      <Field
        label="Paste the error"
        hint="An error text, a code, a header, an exception, a log or the output of `curl -v`. It stays on this page and is not stored; secrets are removed before anything else reads it."
        note={
          text.length > longestErrorText
            ? `Only the last ${longestErrorText} characters are read.`
            : undefined
        }
      >
        {(props) => (
          <textarea
            {...props}
            rows={5}
            // What was typed before the page was hydrated.
            ref={(area) => {
              if (area !== null && area.value !== text) setText(area.value);
            }}
            value={text}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <div role="status">
        {read.trim() !== '' && <Answer text={read} operationsIn={operationsIn} />}
      </div>
    </div>
  );
}

interface AnswerProps extends ErrorReaderProps {
  readonly text: string;
}

function Answer({ text, operationsIn }: AnswerProps) {
  const { found, near, unknownCodes } = explain(text);
  const operations = operationsIn(text);
  const named = missingScopeIn(text);
  const tools = near.length > 0 ? [] : toolsNamedIn(text).slice(0, 2);
  return (
    <div className="stack [--gap:1.25rem]">
      {found.length > 0 && <FoundCauses found={found} />}
      {found.length === 0 && near.length > 0 && (
        <>
          <p>
            Several errors share this code or status, and the text does not say which one it is.
            Look for a description beside the code (<code>error_description</code> or{' '}
            <code>errorSummary</code>), and paste that too.
          </p>
          <ErrorLinks errors={near} />
        </>
      )}
      {found.length === 0 && near.length === 0 && <Unknown codes={unknownCodes} />}
      {named !== undefined && (
        <p>
          The response names the missing scope: <code>{named}</code>.
        </p>
      )}
      {operations.length > 0 && <ScopesFor operations={operations} />}
      {tools.length > 0 && <ToolsNamed tools={tools} />}
    </div>
  );
}

function FoundCauses({ found }: { readonly found: readonly FoundCause[] }) {
  const addresses = useAddresses();
  return (
    <ol className="stack [--gap:1.25rem]">
      {found.map(({ error, cause, text }, place) => (
        <li key={`${error.id} ${cause.cause}`} className="stack [--gap:0.5rem]">
          {found[place - 1]?.error !== error && (
            <h2>
              <a href={addresses.file(errorPath(error))}>{text ?? errorHeading(error)}</a>
            </h2>
          )}
          <p>
            {found[place - 1]?.error === error && <strong>Or: </strong>}
            <TextWithCode text={cause.cause} />
            <Standing of={[cause.status]} />
          </p>
          <p>
            <strong>Do this: </strong>
            <TextWithCode text={cause.remedy} />
          </p>
          {found[place + 1]?.error !== error && (
            <p>
              <a href={`${addresses.file(errorPath(error))}#where`}>Where to fix it, and sources</a>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function Unknown({ codes }: { readonly codes: readonly string[] }) {
  return (
    <p>
      {codes.length > 0
        ? `The guide does not know ${codes.join(', ')}.`
        : 'The guide does not know this error.'}{' '}
      Okta lists all its codes in its{' '}
      <a href="https://developer.okta.com/docs/reference/error-codes/">reference of error codes</a>;
      for anything else, ask in <a href="https://devforum.okta.com/">Okta’s developer forum</a> or
      open a case with Okta support.
    </p>
  );
}

/** What the operations in the text need, since most refusals at the API are about that. */
function ScopesFor({ operations }: { readonly operations: readonly CatalogueOperation[] }) {
  return (
    <div className="stack [--gap:0.5rem]">
      <p>
        <strong>The calls in your text, and the scopes that they accept:</strong>
      </p>
      <ul className="stack list-disc ps-5 [--gap:0.4rem]">
        {operations.map(({ reference, method, path, credentials }) => (
          <li key={reference}>
            <code>{`${method} ${path}`}</code>:{' '}
            {credentials.scopeSets.map((set, place) => (
              <span key={set.join()}>
                {place > 0 && ' or '}
                <code>{set.join(' ')}</code>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Tools that the text comes from, whose own behaviour may be the reason. */
function ToolsNamed({ tools }: { readonly tools: readonly Tool[] }) {
  const addresses = useAddresses();
  return (
    <p>
      This looks like output from{' '}
      {tools.map((tool, place) => (
        <Fragment key={tool.id}>
          {place > 0 && ' or '}
          <a href={addresses.file(toolPath(tool))}>{tool.name.replace(/^A /, 'a ')}</a>
        </Fragment>
      ))}
      {'. '}
      See which key, scopes and version it needs.
    </p>
  );
}
