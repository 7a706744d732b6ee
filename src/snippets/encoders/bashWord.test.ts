import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { hostileFragments } from '../hostileText.ts';
import { bashWord } from './bashWord.ts';

const fitsBash = (text: string) => !text.includes('\0') && !/\p{Cs}/u.test(text);
const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...hostileFragments), fc.string({ unit: 'binary' })))
  .map((pieces) => pieces.join(''))
  .filter(fitsBash);

/** What bash makes of the words: each comes back as one argument; `files` is what it left in its empty folder. */
function readByBash(words: readonly string[], locale = 'C.UTF-8') {
  const folder = mkdtempSync(path.join(tmpdir(), 'bash-word-'));
  try {
    const run = spawnSync('bash', ['--norc', '-s'], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: folder, LC_ALL: locale },
      input: `printf '%s\\0' ${words.join(' ')}`,
      maxBuffer: 64 * 1024 * 1024,
    });
    expect(run.stderr.toString()).toBe('');
    return {
      texts: run.stdout.toString('utf8').split('\0').slice(0, -1),
      files: readdirSync(folder),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('bashWord', () => {
  test('gives bash back exactly the text, whatever it holds, and runs none of it', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 100, maxLength: 100 }), (texts) => {
        expect(readByBash(texts.map(bashWord))).toEqual({ texts, files: [] });
      }),
      { numRuns: 10 },
    );
  });

  test('means the same in the C locale', () => {
    const texts = hostileFragments.filter(fitsBash);
    expect(readByBash(texts.map(bashWord), 'C').texts).toEqual(texts);
  });

  test('holds 10,000 hostile characters', () => {
    const texts = ['\'"$`\\'.repeat(2000), '\u202e'.repeat(10_000)];
    expect(readByBash(texts.map(bashWord)).texts).toEqual(texts);
  });

  test('shows invisible characters as escapes', () => {
    expect(bashWord('a\u202eb\nc')).toBe(String.raw`$'a\xE2\x80\xAEb\x0Ac'`);
    expect(bashWord("it's")).toBe(String.raw`'it'\''s'`);
  });

  test.each(['a\0b', '\ud800'])('refuses what no bash word can hold', (text) => {
    expect(() => bashWord(text)).toThrow(TypeError);
  });
});
