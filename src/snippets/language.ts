import type { EnvironmentName } from './environment.ts';
import type { Form } from './form.ts';
import type { OktaRequest } from './request.ts';

/** A language in which requests are shown. Each has one folder, and one line in `languages.ts`. */
export interface Language {
  /** Part of file names, addresses and the manifest; never changes. */
  readonly id: string;
  /** Its name on the page. */
  readonly label: string;
  /**
   * `language`: programs that do everything themselves or with what is usual there. `officialTool`: an SDK or
   * tool of Okta's, shown as configuration and not executed.
   */
  readonly kind: 'language' | 'officialTool';
  /** Of its files, without the dot. */
  readonly extension: string;
  /** The name that highlighters know it by. */
  readonly syntax: string;
  /** What must be installed for its snippets to run, in a few words. */
  readonly needs: string;
  /** How its programs find the proxy that they must go through, in a sentence; null where we do not know. */
  readonly proxy: string | null;
  /** Says why it has no snippet of a form, in a sentence for the page; null when it has one. */
  readonly absence: (form: Form) => string | null;
  /** What a reader must know about its snippet of a form, in a sentence or two; null when there is nothing. */
  readonly note: (form: Form) => string | null;
  /** The command that runs the file in its folder; null where nothing standard does. */
  readonly command: (fileName: string, form: Form) => string | null;
  /** The environment variables that its snippet of a form reads, besides those for members of the body. */
  readonly environment: (form: Form) => readonly EnvironmentName[];
  /** Whether the variables for members of the body hold JSON, because nothing in the language can write it. */
  readonly takesJson?: true;
  /** Whether it writes the set-up of the method, which an admin runs, and no request of a program. */
  readonly writesSetUp?: true;
  /** Whether its whole program can make several calls. */
  readonly makesSeveralCalls?: true;
  /** Writes the snippet, ending with a line end. */
  readonly render: (form: Form, request: OktaRequest) => string;
}
