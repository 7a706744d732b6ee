import { expect, test } from 'vitest';

import { windowsShells } from '#snippets/curl/windows/windowsCurl.ts';
import { languages } from '#snippets/languages.ts';

import { settingLine } from './settingLine.ts';

test('each shell of Windows has a line of its own for a variable', () => {
  expect(windowsShells.map(({ id }) => [id, settingLine(id, 'OKTA_CLIENT_SECRET')])).toEqual([
    ['cmd', 'set "OKTA_CLIENT_SECRET=…"'],
    ['powershell', "$env:OKTA_CLIENT_SECRET = '…'"],
  ]);
});

test('a program in a shell’s own language has that shell’s line, and any other the name alone', () => {
  const lines = new Map(languages.map(({ id }) => [id, settingLine(id, 'OKTA_API_TOKEN')]));
  expect(lines.get('curl')).toBe("export OKTA_API_TOKEN='…'");
  expect(lines.get('powershell')).toBe("$env:OKTA_API_TOKEN = '…'");
  for (const { id, syntax } of languages) {
    const isOfShell = syntax === 'bash' || syntax === 'powershell';
    expect(lines.get(id) === 'OKTA_API_TOKEN', id).toBe(!isOfShell);
  }
});
