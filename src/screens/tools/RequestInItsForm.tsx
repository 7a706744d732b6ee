import { outcomes } from '#guide/outcomes/outcomes.ts';
import type { ToolRequest } from '#guide/tools/tool.ts';
import { exchangeFilesFor } from '#snippets/exchange/exchangeFiles.ts';
import { formsFor } from '#snippets/form.ts';
import { languageOf } from '#snippets/languages.ts';
import { defaultValues } from '#snippets/values.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { Citations } from '../Cited.tsx';
import { handbookPath, requestsPath } from '../handbook/handbookPaths.ts';
import { useAddresses } from '../site.tsx';
import { CodeText } from '../snippets/CodeText.tsx';
import { SnippetFigure } from '../snippets/SnippetFigure.tsx';

type RequestOf<Kind extends ToolRequest['kind']> = {
  readonly request: Extract<ToolRequest, { readonly kind: Kind }>;
};

/** A tool's request, or the settings that stand for it, with sample values. */
export function RequestInItsForm({ request }: { readonly request: ToolRequest }) {
  switch (request.kind) {
    case 'language':
      return <InLanguage request={request} />;
    case 'file':
      return <AsFile request={request} />;
    case 'configuration':
      return <AsConfiguration request={request} />;
  }
}

function InLanguage({ request }: RequestOf<'language'>) {
  const addresses = useAddresses();
  const { method, variant } = request;
  const language = languageOf(request.language);
  const form = formsFor(method).find((each) => each.variant === variant);
  if (language === undefined || form === undefined) return null;
  const folder = addresses.file(requestsPath(method, language));
  return (
    <>
      <SnippetFigure language={language} form={form} values={defaultValues} folder={folder} />
      <p>
        <a href={folder}>Other variants of this request, and what comes back</a>
      </p>
    </>
  );
}

function AsFile({ request: { label, methods } }: RequestOf<'file'>) {
  const addresses = useAddresses();
  const files = methods.flatMap((method) =>
    exchangeFilesFor(method, defaultValues)
      .filter((file) => file.label === label)
      .map(({ fileName, description }) => ({ fileName, description, method })),
  );
  return (
    <>
      {files.slice(0, 1).map(({ fileName, description }) => (
        <p key={fileName}>
          <TextWithCode text={description} />
        </p>
      ))}
      <ul className="stack [--gap:0.5rem]">
        {files.map(({ fileName, method }) => (
          <li key={fileName}>
            <a
              className="button no-print"
              href={addresses.file(`${handbookPath(method, 'requests/')}${fileName}`)}
              download
            >
              Download the collection for the {outcomes[method].name}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function AsConfiguration({ request: { label, syntax, code, basis } }: RequestOf<'configuration'>) {
  return (
    <figure className="stack [--gap:0.5rem]">
      <div className="code-head">
        <CopyButton label="Copy the configuration" of="configuration" />
      </div>
      <CodeText id="configuration" label={label} text={code} syntax={syntax} />
      <figcaption className="quiet">
        <p>
          {label}, with sample values.
          <Citations sources={basis.flatMap(({ sources }) => sources)} of={label} />
        </p>
      </figcaption>
    </figure>
  );
}
