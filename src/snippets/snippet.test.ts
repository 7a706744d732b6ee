import { spawnSync } from 'node:child_process';

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { outcomeIds } from '#guide/nodeIds.ts';

import { environmentVariables } from './environment.ts';
import { formName, formsFor } from './form.ts';
import { hostileFragments } from './hostileText.ts';
import { languageOf, languages } from './languages.ts';
import { snippetFor, snippetsFor } from './snippet.ts';
import { defaultValues, type RequestValues } from './values.ts';
import { exactJson } from './exactJson.ts';
import { parseKeyId } from './identifiers.ts';

const forms = (['single', 'everything'] as const).flatMap((request) =>
  outcomeIds.flatMap(formsFor).filter((form) => form.request === request),
);
const snippets = forms.flatMap((form) => snippetsFor(form, defaultValues));

describe.each(languages)('$label', (language) => {
  test.each(snippets.filter((snippet) => snippet.language === language.id))(
    'writes $fileName as the reviewed file has it',
    async ({ text, fileName }) => {
      await expect(text).toMatchFileSnapshot(`./${language.id}/__snapshots__/${fileName}`);
    },
  );

  test('says of every form why it is absent, or has it', () => {
    for (const form of forms) {
      const absence = language.absence(form);
      expect(absence === null || absence.endsWith('.')).toBe(true);
      expect(snippets.some((s) => s.language === language.id && s.form === form)).toBe(
        absence === null,
      );
    }
  });
});

describe('a program of several calls', () => {
  const several: RequestValues = {
    ...defaultValues,
    scopes: ['okta.groups.manage'],
    furtherCalls: [
      {
        operation: { method: 'POST', path: '/api/v1/groups' },
        pathParameters: {},
        query: [],
        body: exactJson({ profile: { name: 'Payroll' } }),
      },
      {
        operation: { method: 'DELETE', path: '/api/v1/groups/{groupId}' },
        pathParameters: { groupId: '00gexamplegroup00001' },
        query: [],
      },
    ],
  };
  const urls = ['groups?limit=10', 'groups', 'groups/00gexamplegroup00001'].map(
    (path) => `https://integrator-1234567.okta.com/api/v1/${path}`,
  );

  test.each(languages.filter(({ makesSeveralCalls }) => makesSeveralCalls === true))(
    'makes all calls in their order in $label, as the reviewed file has it',
    async (language) => {
      const form = forms.find((each) => each.variant === 'dpop' && each.request === 'everything');
      if (form === undefined) throw new Error('There is no such form.');
      const { text, fileName } = snippetFor(language.id, form, several);
      await expect(text).toMatchFileSnapshot(
        `./${language.id}/__snapshots__/several-calls-${fileName}`,
      );
      const places = urls.map((url) =>
        text.search(new RegExp(`${url.replaceAll(/[.?]/g, '\\$&')}["'\\s]`)),
      );
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places).not.toContain(-1);
    },
  );

  test('is refused, with the reason, by a language that makes one call at a time', () => {
    for (const language of languages.filter(
      ({ makesSeveralCalls }) => makesSeveralCalls !== true,
    )) {
      for (const form of forms.filter(({ request }) => request === 'everything')) {
        if (language.absence(form) !== null) continue;
        expect(() => snippetFor(language.id, form, several)).toThrow('one call at a time');
      }
    }
  });
});

describe('every snippet', () => {
  test('has an id and a file of its own', () => {
    expect(new Set(snippets.map(({ id }) => id)).size).toBe(snippets.length);
    expect(new Set(snippets.map(({ fileName }) => fileName)).size).toBe(snippets.length);
  });

  test('names exactly the environment variables that it reads', () => {
    const secretBody: RequestValues = {
      ...defaultValues,
      operation: { method: 'POST', path: '/api/v1/groups' },
      body: { kind: 'secret', variable: 'OKTA_BODY_X_2' },
    };
    const withSecrets = [secretBody, { ...defaultValues, furtherCalls: [secretBody] }].flatMap(
      (values) => forms.flatMap((form) => snippetsFor(form, values)),
    );
    for (const { text, environment } of [...snippets, ...withSecrets]) {
      const names = [...Object.keys(environmentVariables), 'OKTA_BODY_X_2', 'OKTA_JSON_BODY_X_2'];
      const named = names.filter((name) => text.includes(name));
      expect(Object.keys(environment).toSorted()).toEqual(named.toSorted());
    }
  });

  test('ends with one line end, and has no trailing space', () => {
    for (const { text } of snippets) {
      expect(text).toMatch(/\S\n$/);
      expect(text).not.toMatch(/[ \t]\n/);
    }
  });

  test('says in its comments nothing that a person typed', () => {
    const typed = {
      ...defaultValues,
      orgDomain: 'typed-org.okta.com',
      clientId: 'typed-client',
      keyId: 'typed-key',
      scopes: ['okta.typed.read'],
      query: [{ name: 'typed', value: 'typed' }],
    };
    for (const { text } of forms.flatMap((form) => snippetsFor(form, typed))) {
      const comments = text.split('\n').filter((line) => /^\s*(?:#|\/\/)/.test(line));
      expect(comments.join('\n')).not.toContain('typed');
    }
  });

  test('refuses an org domain that has not been parsed', () => {
    const unparsed = { ...defaultValues, orgDomain: 'acme.okta.com/\nX-Injected: yes' };
    for (const form of forms) {
      expect(() => snippetsFor(form, unparsed)).toThrow(TypeError);
    }
  });

  test('is not made up for a language that does not exist', () => {
    const [form] = formsFor('apiToken');
    expect(form && (() => snippetFor('cobol', form, defaultValues))).toThrow(RangeError);
  });
});

const asTheyAre = (values: RequestValues): RequestValues => values;
/** Further calls with the same path, query and body. */
function withFurtherCalls(values: RequestValues): RequestValues {
  const { pathParameters, query, body } = values;
  const path = '/api/v1/groups/{id}/y';
  return {
    ...values,
    furtherCalls: [
      { operation: { method: 'GET', path }, pathParameters, query },
      {
        operation: { method: 'PUT', path },
        pathParameters,
        query,
        ...(body === undefined ? {} : { body }),
      },
    ],
  };
}

describe('hostile values', () => {
  const keyIds = fc
    .array(fc.oneof(fc.constantFrom(...hostileFragments), fc.string({ unit: 'binary' })))
    .map((pieces) => parseKeyId(pieces.join('')))
    .filter((parsed) => parsed.ok)
    .map(({ value }) => value);
  const texts = fc
    .array(fc.oneof(fc.constantFrom(...hostileFragments), fc.string({ unit: 'binary' })))
    .map((pieces) => pieces.join(''))
    .filter((text) => !/\p{Cs}/u.test(text));
  const hostileValues: fc.Arbitrary<RequestValues> = fc.record({
    orgDomain: fc.constant(defaultValues.orgDomain),
    clientId: fc.constant("a$-_.+!*'(),b"),
    keyId: keyIds,
    scopes: fc.constant(defaultValues.scopes),
    operation: fc.constant({ method: 'POST', path: '/api/v1/groups/{id}/x' } as const),
    pathParameters: texts.map((text) => ({ id: `x${text}` })),
    query: texts.map((value) => [{ name: 'search', value }]),
    body: texts.map((text) => exactJson({ [text]: text })),
  });
  const tame: RequestValues = {
    ...defaultValues,
    clientId: 'client',
    keyId: 'key',
    operation: { method: 'POST', path: '/api/v1/groups/{id}/x' },
    pathParameters: { id: 'x' },
    query: [{ name: 'search', value: 'x' }],
    body: exactJson({ x: 'x' }),
  };

  test.each([
    ['one call', asTheyAre],
    ['several calls', withFurtherCalls],
  ])('of %s change only the lines that hold them, and add none', (_, calls) => {
    fc.assert(
      fc.property(hostileValues, (values) => {
        for (const form of forms) {
          for (const snippet of snippetsFor(form, calls(values))) {
            const expected = snippetFor(snippet.language, form, calls(tame)).text.split('\n');
            const lines = snippet.text.split('\n');
            expect(lines.length, snippet.id).toBe(expected.length);
            for (const [index, line] of lines.entries()) {
              const before = expected[index] ?? '';
              if (line === before) continue;
              // What a value changes begins within a literal (or the text of an HTTP message).
              const same = before.split('').findIndex((unit, place) => unit !== line[place]);
              expect(before.slice(0, same), snippet.id).toMatch(
                /['"]|^POST |^Authorization: |^ *"/,
              );
            }
          }
        }
      }),
      { numRuns: 10 },
    );
  });

  test('leave no variable of an .http file but our own', () => {
    fc.assert(
      fc.property(hostileValues, (values) => {
        for (const form of forms.filter((each) => languageOf('http')?.absence(each) === null)) {
          const variables = snippetFor('http', form, values).text.match(/\{\{[^\n]*?\}\}/g) ?? [];
          for (const variable of variables) {
            expect(variable).toMatch(/^\{\{\$processEnv OKTA_[A-Z_]+\}\}$/);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  test('leave the syntax of bash right', () => {
    const scripts = fc
      .sample(hostileValues, 10)
      .flatMap((values) => [values, withFurtherCalls(values)])
      .flatMap((values) => forms.map((form) => snippetFor('curl', form, values).text));
    // Wrapped into functions that are never called: bash parses everything and runs nothing.
    const input = scripts.map((script, index) => `f${index}() {\n${script}\n}`).join('\n');
    const run = spawnSync('bash', ['--norc', '-n'], { input });
    expect([run.status, run.stderr.toString()]).toEqual([0, '']);
  });

  test.each(forms)('leave the syntax of JavaScript right ($method $variant $keyType)', (form) => {
    const [values = defaultValues] = fc.sample(hostileValues, 1);
    for (const each of [values, withFurtherCalls(values)]) {
      const { text } = snippetFor('javascript', form, each);
      const run = spawnSync(process.execPath, ['--input-type=module', '--check'], { input: text });
      expect([run.status, run.stderr.toString()]).toEqual([0, '']);
    }
  });
});

test('form names are stable, because files and links carry them', () => {
  expect(forms.map(formName)).toEqual([
    'service-app-bearer-rsa',
    'service-app-bearer-ec',
    'service-app-dpop-rsa',
    'service-app-dpop-ec',
    'api-service-integration',
    'api-token',
    'service-app-bearer-rsa-everything',
    'service-app-bearer-ec-everything',
    'service-app-dpop-rsa-everything',
    'service-app-dpop-ec-everything',
    'api-service-integration-everything',
    'api-token-everything',
  ]);
});
