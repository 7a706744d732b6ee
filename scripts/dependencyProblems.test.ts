import { expect, test } from 'vitest';

import { dependencyProblems } from './dependencyProblems.ts';

const locked = {
  '': {},
  'node_modules/react': { version: '19.0.0' },
  'node_modules/mermaid': { version: '12.0.0', dev: true },
  'node_modules/mermaid/node_modules/react': { version: '18.0.0', dev: true },
  'node_modules/preact-react': { version: '19.0.0', dev: true },
};
const react = { name: 'react', version: '19.0.0' };

test('what is shipped and listed under dependencies is no problem', () => {
  expect(dependencyProblems([react], ['react'], locked)).toEqual([]);
});

test('what is shipped but listed as a tool in package.json is reported', () => {
  for (const each of [
    { name: 'mermaid', version: '12.0.0' },
    { name: 'react', version: '18.0.0' },
    { name: 'unknown', version: '1.0.0' },
  ]) {
    expect(dependencyProblems([react, each], ['react'], locked)).toEqual([
      expect.stringContaining(`${each.name} ${each.version} is shipped`),
    ]);
  }
});

test('what is listed under dependencies and not shipped is a problem', () => {
  expect(dependencyProblems([react], ['react', 'yaml'], locked)).toEqual([
    'yaml is listed under dependencies, but none of it is shipped',
  ]);
});
