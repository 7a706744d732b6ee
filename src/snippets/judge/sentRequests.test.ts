import { expect, test } from 'vitest';

import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';

import { formsFor, snippetsFor } from '../snippet.ts';
import { parseJson } from '../parseJson.ts';
import { parseValues } from '../valuesFile.ts';

/** The values of a file with one set, in which nothing is refused. */
function valuesOf(file: string) {
  const json = parseJson(file);
  if (!json.ok) throw new SyntaxError(json.problem);
  const parsed = parseValues(json.json, oktaCatalogue);
  const set = parsed.ok ? parsed.sets[0] : undefined;
  if (set === undefined) throw new Error(JSON.stringify(parsed));
  return set.values;
}

test('numbers of a body that JavaScript cannot hold go as they are written', () => {
  const values = valuesOf(
    '{"operation":"updateUser","pathParameters":{"id":"00u1"},"body":{"profile":{"n":9007199254740993,"c":1e400}}}',
  );
  const texts = formsFor('serviceApp').flatMap((form) =>
    snippetsFor(form, values).map(({ text }) => text.replaceAll(/\s/g, '')),
  );
  const withBody = texts.filter((text) => text.includes('9007199254740993'));
  expect(withBody.length).toBeGreaterThan(30);
  for (const text of withBody) expect(text).toContain('1e400');
  for (const text of texts) expect(text).not.toContain('9007199254740992');
});

test('a client id with a + is encoded as a form before it goes into HTTP Basic (RFC 6749, 2.3.1)', () => {
  const values = valuesOf('{"operation":"listGroups","clientId":"0oaab+cdA5d7"}');
  const [form] = formsFor('apiServiceIntegration');
  const snippets = form === undefined ? [] : snippetsFor(form, values);
  expect(snippets.length).toBeGreaterThan(8);
  for (const { id, text } of snippets) {
    expect(text, id).toContain('0oaab%2BcdA5d7');
    expect(text, id).not.toContain('0oaab+cdA5d7');
  }
});

test('the proof names the very address that is called, with a login in its path (facts D19)', () => {
  const values = valuesOf(
    '{"operation":"getUser","pathParameters":{"id":"first+tag@example.com"}}',
  );
  const programs = formsFor('serviceApp')
    .filter(({ variant }) => variant === 'dpop')
    .flatMap((form) => snippetsFor(form, values));
  const named = programs.flatMap(({ id, text }) => {
    const addresses = new Set(text.match(/\/api\/v1\/users\/[^\s"'`<>\\]+/g));
    return addresses.size === 0 ? [] : [{ id, addresses: [...addresses] }];
  });
  expect(named.length).toBeGreaterThan(15);
  for (const { id, addresses } of named) {
    expect(addresses, id).toEqual(['/api/v1/users/first+tag@example.com']);
  }
});
