import { describe, expect, test } from 'vitest';

import { knownErrors } from '../errors/knownErrors.ts';
import { replay } from '../replay.ts';
import type { ToolPart } from './tool.ts';
import { toolGroups, tools } from './tools.ts';

test('a tool has an address and a name that no other has', () => {
  const ids = tools.map(({ id }) => id);
  expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(tools.map(({ name }) => name)).size).toBe(ids.length);
});

test('no two tools share a name that people use for one', () => {
  const names = tools.flatMap(({ name, aliases }) =>
    [name, ...aliases].map((each) => each.toLowerCase()),
  );
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});

test('every group of the list has a tool, and every tool a group', () => {
  expect([...new Set(tools.map(({ group }) => group))].toSorted()).toEqual(
    toolGroups.map(({ id }) => id).toSorted(),
  );
});

describe.each(tools)('$name', (tool) => {
  const parts: readonly ToolPart[] = [
    tool.credential,
    tool.key,
    tool.silence,
    tool.scopes,
    tool.proxy,
  ];

  test('says which credential it takes, and on every other subject something or that nothing is known', () => {
    expect(tool.credential).not.toBe('unsourced');
    for (const part of parts) {
      if (part !== 'unsourced') expect(part.length).toBeGreaterThan(0);
    }
  });

  test('says nothing twice on its page', () => {
    const peculiarities = tool.errors.flatMap(({ here }) => here ?? []);
    const texts = [
      ...parts.flatMap((part) => (part === 'unsourced' ? [] : part)),
      ...peculiarities,
    ].map(({ text }) => text);
    const repeated = texts.filter((text, place) => texts.indexOf(text) !== place);
    expect(repeated).toEqual([]);
  });

  test('leads, for each way in which it is used, to the result that the guide gives for those answers', () => {
    for (const { node, answers } of tool.ways) {
      const { walk, dropped } = replay(answers);
      expect(dropped).toEqual([]);
      expect(walk.node).toBe(node);
    }
  });

  test('is told from its own name and its other names', () => {
    expect(tool.summary).toMatch(/\.$/);
    expect(tool.aliases).not.toContain(tool.name);
  });

  test('names each error once, and only errors that have a page', () => {
    const errors = tool.errors.map(({ error }) => error);
    expect(new Set(errors).size).toBe(errors.length);
    expect(errors.filter((error) => !knownErrors.includes(error))).toEqual([]);
  });

  test('writes every scope as Okta does', () => {
    for (const { scopes } of tool.extraScopes) {
      for (const scope of scopes) expect(scope).toMatch(/^okta(?:\.[A-Za-z]+)+\.(?:read|manage)$/);
    }
  });
});

test('reading users with Terraform takes the right to read roles too, or a setting that leaves them out', () => {
  const needs = tools
    .find(({ id }) => id === 'terraform')
    ?.extraScopes.find(({ use }) => use === 'data okta_user');
  expect(needs).toMatchObject({
    scopes: ['okta.users.read', 'okta.roles.read'],
    without: 'skip_roles = true',
  });
});
