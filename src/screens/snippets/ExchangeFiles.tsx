import type { ExchangeFile } from '#snippets/exchange/exchangeFiles.ts';
import { DownloadButton } from '#ui/DownloadButton.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

interface ExchangeFilesProps {
  readonly files: readonly ExchangeFile[];
  /** Address of the folder that holds the files; absent where the values are a person's. */
  readonly folder: string | undefined;
}

/** The same exchange for tools that send requests, as files to download. */
export function ExchangeFiles({ files, folder }: ExchangeFilesProps) {
  return (
    <ul className="stack">
      {files.map(({ fileName, label, description, text }) => (
        <li key={fileName} className="stack [--gap:0.4rem]">
          <p>
            <strong>{label}.</strong> <TextWithCode text={description} />
          </p>
          {folder === undefined ? (
            <>
              <pre className="code" tabIndex={0} aria-label={label}>
                <code id={`file-${fileName}`}>{text}</code>
              </pre>
              <p>
                <DownloadButton fileName={fileName} of={`file-${fileName}`} />
              </p>
            </>
          ) : (
            <p>
              <a className="button no-print" href={`${folder}${fileName}`} download>
                Download {fileName}
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
