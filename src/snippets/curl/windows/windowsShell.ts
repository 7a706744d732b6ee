import type { OutcomeId } from '#guide/nodeIds.ts';

import type { EnvironmentName } from '../../environment.ts';
import type { Form } from '../../form.ts';
import type { OktaRequest } from '../../request.ts';

/** A form of the single request with cURL on Windows, whose own form is written for bash. */
export interface WindowsShell {
  readonly id: 'cmd' | 'powershell';
  readonly label: string;
  /** Of its files, without the dot. */
  readonly extension: string;
  /** The name that highlighters know it by. */
  readonly syntax: string;
  readonly needs: string;
  /** The command that runs the file in its folder. */
  readonly command: (fileName: string) => string;
  /** What a reader must know; null when there is nothing. */
  readonly note: (form: Form) => string | null;
  /** The environment variables that it reads, besides those for members of the body. */
  readonly environment: (form: Form) => readonly EnvironmentName[];
  /** What our tests have shown of it, in sentences. */
  readonly evidence: string;
  /** How many characters its longest line may have. */
  readonly longestLine: number;
  /** Writes the text, ending with a line end. */
  readonly render: (form: Form, request: OktaRequest) => string;
}

const credentials: Readonly<Record<OutcomeId, EnvironmentName>> = {
  serviceApp: 'OKTA_CLIENT_ASSERTION',
  apiServiceIntegration: 'OKTA_CLIENT_SECRET',
  apiToken: 'OKTA_API_TOKEN',
};

/** The environment variable from which a shell of Windows takes the credential of a method: it signs no assertion itself. */
export function windowsCredentialOf(method: OutcomeId): EnvironmentName {
  return credentials[method];
}

/**
 * What curl writes where an access token is refused, whose answer has no body (fact G35). curl itself reads `\n` as a
 * line end.
 */
export const refusalReason = String.raw`%{onerror}%{stderr}%header{www-authenticate}\n`;
