import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import * as fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';

import { hostileFragments } from '../hostileText.ts';
import { windowsPowershellString } from './windowsPowershellString.ts';

const powershell = path.join(
  import.meta.dirname,
  '../../../node_modules/.cache/powershell-7.6.9/pwsh',
);
const isPrintableAscii = (text: string) => /^[\x20-\x7e]*$/.test(text);
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...hostileFragments.filter(isPrintableAscii),
        '$(New-Item pwned)',
        '`n',
        '`$x',
        "''",
      ),
      fc.string({ unit: 'grapheme-ascii' }),
    ),
  )
  .map((pieces) => pieces.join(''));

describe('windowsPowershellString', () => {
  test('is one literal, in which a doubled quote means one', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const [, inner = ''] = /^'((?:[^']|'')*)'$/.exec(windowsPowershellString(text)) ?? [];
        expect(inner.replaceAll("''", "'")).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test.skipIf(!existsSync(powershell))('gives PowerShell back exactly the text', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'windows-powershell-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const texts = fc.sample(hostileText, 1000);
    const literals = texts.map(windowsPowershellString).join('\n');
    const script = path.join(folder, 'texts.ps1');
    writeFileSync(script, `ConvertTo-Json -Compress @(\n${literals}\n)\n`);
    const { stdout } = spawnSync(powershell, ['-NoProfile', '-File', script], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(JSON.parse(stdout)).toEqual(texts);
    expect(readdirSync(folder)).toEqual(['texts.ps1']);
  });

  test.each([
    ['a\0b', 'NUL'],
    ['a\nb', 'a line end'],
    ['‘', 'U+2018'],
  ])('refuses %j, and says why', (text, reason) => {
    expect(() => windowsPowershellString(text)).toThrow(`cannot hold ${reason}`);
  });
});
