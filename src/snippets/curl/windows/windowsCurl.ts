import { type EnvironmentKind, environmentVariable } from '../../environment.ts';
import { type Form, formName } from '../../form.ts';
import { oktaRequest } from '../../request.ts';
import type { RequestValues } from '../../values.ts';
import { cmd } from './cmd.ts';
import { windowsPowershell } from './windowsPowershell.ts';
import type { WindowsShell } from './windowsShell.ts';

/** The shells of Windows for which the single request with cURL is written. */
export const windowsShells: readonly WindowsShell[] = [cmd, windowsPowershell];

/** The single request with cURL for a shell of Windows. */
export interface WindowsRequest {
  readonly text: string;
  readonly fileName: string;
  readonly run: string;
  readonly note: string | null;
  readonly environment: Readonly<Record<string, EnvironmentKind>>;
}

/** Says why cURL has no request of a form for Windows, in sentences for the page; null when it has one. */
export function windowsAbsenceOf(form: Form): string | null {
  if (form.request === 'everything') {
    return 'For cmd and PowerShell, cURL has the single request but no whole program. Choose one request, or a program in PowerShell, Python or JavaScript.';
  }
  return form.variant === 'dpop'
    ? 'There is no cURL request with DPoP for cmd or PowerShell. Each request needs a newly signed proof, and curl cannot sign one. The programs in PowerShell, Python and JavaScript sign their own.'
    : null;
}

/**
 * Writes the single request with cURL for a shell of Windows; says why not where it would not fit.
 *
 * @throws RangeError for a form that has none: ask {@link windowsAbsenceOf} first
 */
export function windowsRequestFor(
  shell: WindowsShell,
  form: Form,
  values: RequestValues,
): WindowsRequest | { readonly absence: string } {
  const absence = windowsAbsenceOf(form);
  if (absence !== null) throw new RangeError(`No cURL for ${shell.label}: ${absence}`);
  const request = oktaRequest(values);
  const text = shell.render(form, request);
  if (text.split(/(?<!\^)\n/).some((line) => line.length > shell.longestLine)) {
    return {
      absence: `The body is too long for ${shell.label}, where a command has at most ${shell.longestLine.toLocaleString('en')} characters. Save it as a file, and let curl read it with \`--data-binary @body.json\`.`,
    };
  }
  const fileName = `${formName(form)}-curl.${shell.extension}`;
  return {
    text,
    fileName,
    run: shell.command(fileName),
    note: shell.note(form),
    environment: Object.fromEntries(
      [...shell.environment(form), ...request.bodyVariables].map((name) => [
        name,
        environmentVariable(name).kind,
      ]),
    ),
  };
}
