import type { ReactNode } from 'react';

import { isEnvironmentName } from '#snippets/environment.ts';
import type { Form } from '#snippets/form.ts';
import type { Language } from '#snippets/language.ts';
import { absenceOf, type Snippet, snippetFor } from '#snippets/snippet.ts';
import type { RequestValues } from '#snippets/values.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { DownloadButton } from '#ui/DownloadButton.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { CodeText } from './CodeText.tsx';
import { EnvironmentFacts } from './EnvironmentFacts.tsx';
import { callsSeveral } from './severalCalls.ts';
import { SnippetEvidence } from './SnippetEvidence.tsx';

interface SnippetFigureProps {
  readonly language: Language;
  readonly form: Form;
  readonly values: RequestValues;
  /** Address of the folder whose files hold the same text; absent where the values are a person's. */
  readonly folder?: string | undefined;
  /** Its place among several of the same language and form. */
  readonly place?: number;
  /** The choice of another language, first in the head. */
  readonly menu?: ReactNode;
}

/** A request in one language and form: copy and download in its head, then the text, then what it needs and what has been proven. */
export function SnippetFigure({
  language,
  form,
  values,
  folder,
  place = 0,
  menu,
}: SnippetFigureProps) {
  const absence = absenceOf(language, form, values);
  if (absence !== null) {
    return (
      <div className="stack [--gap:0.5rem]">
        <div className="code-head">{menu}</div>
        <p className="notice">
          <TextWithCode text={absence} />
        </p>
      </div>
    );
  }
  const snippet = snippetFor(language.id, form, values);
  const textId = `snippet-${snippet.id}${place === 0 ? '' : `-${place + 1}`}`;
  return (
    <figure className="stack [--gap:0.5rem]">
      <div className="code-head">
        {menu}
        <CopyButton label={`Copy ${language.label}`} of={textId} />
        {folder === undefined ? (
          <DownloadButton fileName={snippet.fileName} of={textId} rank="quiet" />
        ) : (
          <a
            className="button no-print"
            data-rank="quiet"
            href={`${folder}${snippet.fileName}`}
            download
          >
            Download {snippet.fileName}
          </a>
        )}
      </div>
      <CodeText
        id={textId}
        label={`${language.label} snippet`}
        text={snippet.text}
        syntax={language.syntax}
      />
      <figcaption className="quiet stack [--gap:0.25rem]">
        {snippet.note !== null && (
          <p>
            <TextWithCode text={snippet.note} />
          </p>
        )}
        <p>
          Needs {language.needs}.
          {snippet.run !== null && (
            <>
              {' '}
              Run it with <code>{snippet.run}</code>.
            </>
          )}
        </p>
        <SnippetEvidence
          language={language}
          snippet={snippet}
          makesSeveralCalls={callsSeveral(language, values)}
        />
        <Environment language={language} snippet={snippet} />
      </figcaption>
    </figure>
  );
}

interface EnvironmentProps {
  readonly language: Language;
  readonly snippet: Snippet;
}

/** What the program finds around it: the variables that it reads, and the proxy that it goes through. */
function Environment({ language, snippet }: EnvironmentProps) {
  const needed = Object.keys(snippet.environment).filter(isEnvironmentName);
  if (needed.length === 0 && language.proxy === null) return null;
  return (
    <details className="prints-open">
      <summary className="py-1 font-semibold">
        {needed.length === 0 ? 'Behind a proxy' : 'Environment variables'}
        {needed.length > 0 && language.proxy !== null && ' and use behind a proxy'}
      </summary>
      {needed.length > 0 && <EnvironmentFacts names={needed} of={language.id} />}
      {language.proxy !== null && (
        <p>
          <TextWithCode text={language.proxy} />
        </p>
      )}
    </details>
  );
}
