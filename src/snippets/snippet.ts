import {
  asJsonVariable,
  type EnvironmentKind,
  type EnvironmentName,
  environmentVariable,
} from './environment.ts';
import { claimOf, type SnippetClaim } from './executionReport.ts';
import { type Form, formName } from './form.ts';
import type { Language } from './language.ts';
import { languageOf, languages } from './languages.ts';
import { callsOf, oktaRequest, type OktaRequest } from './request.ts';
import type { RequestValues } from './values.ts';

export { type Form, formsFor } from './form.ts';

/** A request as text in one language. */
export interface Snippet {
  /** Unique among all snippets of the same values: `curl-service-app-dpop-ec`. */
  readonly id: string;
  readonly language: string;
  readonly form: Form;
  /** Exactly what is shown, copied and written to the file. */
  readonly text: string;
  /** Unique in the folder of its language: `service-app-dpop-ec.sh`. */
  readonly fileName: string;
  /** The file's name when it is run. */
  readonly runAs: string;
  /** The command that runs it in a folder that holds only this file; null where nothing standard does. */
  readonly run: string | null;
  /** The environment variables that it reads, with what each holds. */
  readonly environment: Readonly<Record<string, EnvironmentKind>>;
  /** What a reader must know about it; null when there is nothing. */
  readonly note: string | null;
  /** What has been proven about this very text. */
  readonly claim: SnippetClaim;
}

/**
 * Says why a language has no snippet of a form with these values, in a sentence for the page; null
 * if it has one. In every language, a single request makes only the first call.
 */
export function absenceOf(language: Language, form: Form, values: RequestValues): string | null {
  const isSeveral = form.request === 'everything' && (values.furtherCalls ?? []).length > 0;
  const absence = language.absence(form);
  return absence === null && isSeveral && language.makesSeveralCalls !== true
    ? `${language.label} makes one call at a time here. Choose another language for a program that makes all your calls, or choose a single operation.`
    : absence;
}

/**
 * Writes the snippet of a form in a language.
 *
 * @param values parsed values (see `values.ts`)
 * @throws RangeError for an unknown language or a form that it does not have: ask {@link snippetsFor}, or
 * {@link absenceOf}, first
 */
export function snippetFor(languageId: string, form: Form, values: RequestValues): Snippet {
  const language = languageOf(languageId);
  const absence =
    language === undefined ? 'There is no such language.' : absenceOf(language, form, values);
  if (language === undefined || absence !== null) {
    throw new RangeError(`No snippet of ${formName(form)} in ${languageId}: ${absence}`);
  }
  const id = `${language.id}-${formName(form)}`;
  const fileName = `${formName(form)}.${language.extension}`;
  const request = oktaRequest(values);
  const text = language.render(form, request);
  return {
    id,
    language: language.id,
    form,
    text,
    fileName,
    runAs: fileName,
    run: language.command(fileName, form),
    environment: Object.fromEntries(
      [...language.environment(form), ...bodyVariablesOf(language, form, request)].map((name) => [
        name,
        environmentVariable(name).kind,
      ]),
    ),
    note: language.note(form),
    claim: claimOf(id, text),
  };
}

/** Writes the snippets of a form in every language that has one, in the order of the languages. */
export function snippetsFor(form: Form, values: RequestValues): readonly Snippet[] {
  return languages
    .filter((language) => absenceOf(language, form, values) === null)
    .map((language) => snippetFor(language.id, form, values));
}

function bodyVariablesOf(
  { kind, takesJson }: Language,
  form: Form,
  request: OktaRequest,
): readonly EnvironmentName[] {
  // The official tools are shown with their set-up, and without the body of a call.
  if (kind === 'officialTool') return [];
  const calls = form.request === 'single' ? [request] : callsOf(request);
  const variables = calls.flatMap(({ bodyVariables }) => bodyVariables);
  return takesJson === true ? variables.map(asJsonVariable) : variables;
}
