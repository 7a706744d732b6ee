import { spawnSync } from 'node:child_process';

import { describe, expect, test } from 'vitest';

import { outcomeIds } from '#guide/nodeIds.ts';

import { credentialOf } from '../environment.ts';
import { formsFor } from '../form.ts';
import { languages } from '../languages.ts';
import { environmentFile } from './environmentFile.ts';

/** The names and values that a reader of `.env` files finds. */
function entriesOf(text: string): readonly (readonly [string, string])[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [name = '', ...value] = line.split('=');
      return [name, value.join('=')];
    });
}

describe.each(outcomeIds)('environmentFile of %s', (method) => {
  const text = environmentFile(method);

  test('is written as the reviewed file has it', async () => {
    await expect(text).toMatchFileSnapshot(`./__snapshots__/${method}.env.example`);
  });

  test('names every variable that a snippet of the method reads, and gives none a value', () => {
    const read = languages.flatMap(({ absence, environment }) =>
      formsFor(method)
        .filter((form) => absence(form) === null)
        .flatMap(environment),
    );
    expect(entriesOf(text).map(([name]) => name)).toEqual(
      expect.arrayContaining([...new Set(read)]),
    );
    expect(entriesOf(text).every(([, value]) => value === '')).toBe(true);
  });

  test('begins with the warning, and with the credential that programs read', () => {
    expect(text).toMatch(/^# .*keep the copy out of version control/);
    expect(entriesOf(text)[0]?.[0]).toBe(credentialOf(method));
  });

  test('says of each variable what it holds', () => {
    const lines = text.split('\n');
    for (const [index, line] of lines.entries()) {
      if (line.endsWith('=')) {
        expect(lines[index - 1]).toMatch(/^# (?:The|A) /);
      }
    }
  });

  test('can be read by bash', () => {
    const run = spawnSync('bash', ['--norc', '-euc', `set -a\n${text}/usr/bin/env`], {
      env: {},
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    expect(run.stderr.toString()).toBe('');
    for (const [name] of entriesOf(text)) {
      expect(run.stdout.toString()).toContain(`${name}=\n`);
    }
  });
});
