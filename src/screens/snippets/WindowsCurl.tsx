import {
  windowsAbsenceOf,
  windowsRequestFor,
  windowsShells,
} from '#snippets/curl/windows/windowsCurl.ts';
import type { WindowsShell } from '#snippets/curl/windows/windowsShell.ts';
import type { Form } from '#snippets/form.ts';
import type { RequestValues } from '#snippets/values.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { DownloadButton } from '#ui/DownloadButton.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { CodeText } from './CodeText.tsx';
import { EnvironmentFacts } from './EnvironmentFacts.tsx';

export const windowsCurlTitle = 'cURL on Windows: cmd and PowerShell';

/** Where a page of cURL's requests has those for Windows. */
export const windowsCurlAnchor = 'windows';

interface WindowsCurlProps {
  readonly form: Form;
  readonly values: RequestValues;
  /** Its place among several calls. */
  readonly place?: number;
}

/** The single request with cURL for each shell of Windows; where there is none, why not. */
export function WindowsCurl({ form, values, place = 0 }: WindowsCurlProps) {
  const absence = windowsAbsenceOf(form);
  if (absence !== null) {
    return (
      <p className="notice">
        <TextWithCode text={absence} />
      </p>
    );
  }
  return windowsShells.map((shell) => (
    <details key={shell.id}>
      <summary className="py-1 font-semibold">{shell.label}</summary>
      <WindowsFigure shell={shell} form={form} values={values} place={place} />
    </details>
  ));
}

interface WindowsFigureProps extends Required<WindowsCurlProps> {
  readonly shell: WindowsShell;
}

function WindowsFigure({ shell, form, values, place }: WindowsFigureProps) {
  const request = windowsRequestFor(shell, form, values);
  if ('absence' in request) {
    return (
      <p className="notice">
        <TextWithCode text={request.absence} />
      </p>
    );
  }
  const { text, fileName, run, note, environment } = request;
  const textId = `windows-${shell.id}-${fileName}-${place}`;
  return (
    <figure className="stack [--gap:0.5rem]">
      <div className="code-head">
        <CopyButton label={`Copy cURL for ${shell.label}`} of={textId} />
        <DownloadButton fileName={fileName} of={textId} rank="quiet" />
      </div>
      <CodeText id={textId} label={`cURL for ${shell.label}`} text={text} syntax={shell.syntax} />
      <figcaption className="quiet stack [--gap:0.25rem]">
        {note !== null && (
          <p>
            <TextWithCode text={note} />
          </p>
        )}
        <p>
          Needs <TextWithCode text={shell.needs} />. Run it with <code>{run}</code>.
        </p>
        <p>{shell.evidence}</p>
        <EnvironmentFacts names={Object.keys(environment)} of={shell.id} />
      </figcaption>
    </figure>
  );
}
