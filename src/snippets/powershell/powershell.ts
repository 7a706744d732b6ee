import { textOfBlocks } from '../codeBlock.ts';
import { credentialOf } from '../environment.ts';
import type { Language } from '../language.ts';
import { everything } from './everything.ts';
import { singleRequest } from './single.ts';

/**
 * PowerShell with its own web cmdlet and the cryptography of .NET. From version 7.4 on, the cmdlet sends a body
 * in UTF-8 and reads an answer without a charset as UTF-8.
 */
export const powershell: Language = {
  id: 'powershell',
  label: 'PowerShell',
  kind: 'language',
  extension: 'ps1',
  syntax: 'powershell',
  needs: 'PowerShell 7.4 or newer',
  proxy: 'Behind a proxy, set `HTTPS_PROXY`.',
  absence: () => null,
  note: () => null,
  command: (fileName) => `pwsh ${fileName}`,
  environment: (form) => [credentialOf(form.method)],
  makesSeveralCalls: true,
  render: (form, request) =>
    textOfBlocks((form.request === 'everything' ? everything : singleRequest)(form, request)),
};
