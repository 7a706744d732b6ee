import { environmentVariable, isEnvironmentName } from '#snippets/environment.ts';
import type { Form } from '#snippets/form.ts';
import type { Language } from '#snippets/language.ts';
import { type Snippet, snippetFor } from '#snippets/snippet.ts';
import type { RequestValues } from '#snippets/values.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { DownloadButton } from '#ui/DownloadButton.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { CodeText } from './CodeText.tsx';
import { SnippetEvidence } from './SnippetEvidence.tsx';

interface SnippetFigureProps {
  readonly language: Language;
  readonly form: Form;
  readonly values: RequestValues;
  /** Address of the folder whose files hold the same text; absent where the values are a person's. */
  readonly folder?: string | undefined;
}

/** A request in one language and form: what it needs, what has been proven, the text. */
export function SnippetFigure({ language, form, values, folder }: SnippetFigureProps) {
  const absence = language.absence(form);
  if (absence !== null) {
    return (
      <p className="notice">
        <TextWithCode text={absence} />
      </p>
    );
  }
  const snippet = snippetFor(language.id, form, values);
  const textId = `snippet-${snippet.id}`;
  return (
    <figure className="stack mt-2 [--gap:0.75rem]">
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
        {language.proxy !== null && (
          <p>
            <TextWithCode text={language.proxy} />
          </p>
        )}
        <SnippetEvidence language={language} snippet={snippet} />
        <Environment snippet={snippet} />
      </figcaption>
      <CodeText
        id={textId}
        label={`${language.label} snippet`}
        text={snippet.text}
        syntax={language.syntax}
      />
      <p className="flex flex-wrap items-center gap-3">
        <CopyButton label={`Copy ${language.label}`} of={textId} />
        {folder === undefined ? (
          <DownloadButton fileName={snippet.fileName} of={textId} />
        ) : (
          <a className="button no-print" href={`${folder}${snippet.fileName}`} download>
            Download {snippet.fileName}
          </a>
        )}
      </p>
    </figure>
  );
}

function Environment({ snippet }: { readonly snippet: Snippet }) {
  const needed = Object.keys(snippet.environment).filter(isEnvironmentName);
  if (needed.length === 0) return null;
  return (
    <dl className="facts">
      {needed.map((name) => (
        <div key={name} className="contents">
          <dt>
            <code>{name}</code>
          </dt>
          <dd>{environmentVariable(name).holds}</dd>
        </div>
      ))}
    </dl>
  );
}
