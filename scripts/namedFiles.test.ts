import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { projectFolder } from './packages.mjs';

test('every file that SECURITY.md rests a promise on exists', () => {
  const text = readFileSync(path.join(projectFolder, 'SECURITY.md'), 'utf8');
  const named = [...text.matchAll(/`((?:src|e2e|docs|scripts)\/[^`\s]+)`/g)].map(
    ([, file = '']) => file,
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((file) => !existsSync(path.join(projectFolder, file)))).toEqual([]);
});
