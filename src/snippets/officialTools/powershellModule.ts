import { textOfBlocks } from '../codeBlock.ts';
import { powershellString } from '../encoders/powershellString.ts';
import { credentialOf, missingCredential } from '../environment.ts';
import type { Language } from '../language.ts';
import { orgUrlOf } from '../orgUrl.ts';
import { absenceOf, fromDocumentation } from './absence.ts';
import { groupsCall } from './listGroups.ts';

/** Okta's module for PowerShell (fact H11). */
export const powershellModule: Language = {
  id: 'powershell-module',
  label: 'PowerShell (Okta module)',
  kind: 'officialTool',
  // File names stay unique beside those of plain PowerShell.
  extension: 'module.ps1',
  syntax: 'powershell',
  needs: 'PowerShell 7 or newer and the module Okta.PowerShell 2.0.2',
  proxy: null,
  absence: (form) =>
    absenceOf(form, 'Okta’s module for PowerShell', 'PowerShell', {
      apiServiceIntegration:
        'Okta’s module for PowerShell has no documented mode for a client secret: use PowerShell.',
      serviceApp:
        'Okta’s module for PowerShell has no documented mode for a private key, because it is made for a person who signs in: use PowerShell.',
    }),
  note: () =>
    `${fromDocumentation} The names match version 2.0.2, the first version in which an API token works. When a person is at the keyboard, the module can sign that person in instead.`,
  command: () => null,
  environment: (form) => [credentialOf(form.method)],
  render: (form, request) => {
    const groups = groupsCall(request);
    return textOfBlocks([
      ["$ErrorActionPreference = 'Stop'"],
      [
        'if (-not $env:OKTA_API_TOKEN) {',
        `    throw ${powershellString(missingCredential(form.method))}`,
        '}',
      ],
      [
        'Import-Module Okta.PowerShell',
        `Set-OktaConfiguration -BaseUrl ${powershellString(orgUrlOf(request))} -ApiKey @{ apitoken = $env:OKTA_API_TOKEN }`,
        ...(groups === null
          ? ['# Each operation of the API is a command, such as Invoke-OktaListGroups.']
          : [
              groups.limit === null
                ? 'Invoke-OktaListGroups'
                : `Invoke-OktaListGroups -Limit ${groups.limit}`,
            ]),
      ],
    ]);
  },
};
