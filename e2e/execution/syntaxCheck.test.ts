import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { outcomeIds } from '#guide/nodeIds.ts';
import { formName, formsFor } from '#snippets/form.ts';
import { exactJson } from '#snippets/exactJson.ts';
import { hostileFragments } from '#snippets/hostileText.ts';
import { snippetFor } from '#snippets/snippet.ts';
import { defaultValues, type RequestValues } from '#snippets/values.ts';
import { parseKeyId } from '#snippets/identifiers.ts';

import { type ParsedLanguage, syntaxErrors } from './syntaxCheck.ts';

const forms = outcomeIds.flatMap(formsFor);
const languages = ['csharp', 'powershell'] as const;
const cases = languages.flatMap((language) =>
  forms.map((form) => ({ language, form, name: formName(form) })),
);

const quotes = ['‘', '’', '‚', '‛', '“', '”', '„', "'", '"', '`', '‘; Get-Item; ‘', '“ $(1) “'];
const texts = fc
  .array(fc.oneof(fc.constantFrom(...hostileFragments, ...quotes), fc.string({ unit: 'binary' })))
  .map((pieces) => pieces.join('').replaceAll(/\p{Cs}/gu, ''));
const hostileValues: fc.Arbitrary<RequestValues> = fc.record({
  orgDomain: fc.constant(defaultValues.orgDomain),
  clientId: fc.constant("a$-_.+!*'(),b"),
  keyId: texts
    .map((text) => parseKeyId(text))
    .filter((parsed) => parsed.ok)
    .map(({ value }) => value),
  scopes: fc.constant(defaultValues.scopes),
  operation: fc.constantFrom(
    { method: 'POST', path: '/api/v1/groups/{id}/x' } as const,
    { method: 'PATCH', path: '/api/v1/groups/{id}/x' } as const,
  ),
  pathParameters: texts.map((text) => ({ id: `x${text}` })),
  query: texts.map((value) => [{ name: 'search', value }]),
  body: texts.map((text) => exactJson({ [text]: text })),
});

describe('syntaxErrors', () => {
  test.each(cases)('finds nothing in $name in $language', async ({ language, form }) => {
    const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
    for (const method of methods) {
      const values = { ...defaultValues, operation: { method, path: '/api/v1/groups' } };
      expect(await syntaxErrors(language, snippetFor(language, form, values).text)).toEqual([]);
    }
  });

  test.each(cases)(
    'finds nothing in $name in $language, whatever a person types',
    async ({ language, form }) => {
      await fc.assert(
        fc.asyncProperty(hostileValues, async (values) => {
          expect(await syntaxErrors(language, snippetFor(language, form, values).text)).toEqual([]);
        }),
        { numRuns: 10 },
      );
    },
  );

  const longest = cases.filter(({ name }) => name === 'service-app-dpop-ec-everything');
  test.each(longest)('finds what is left out of $name in $language', async ({ language, form }) => {
    const { text } = snippetFor(language, form, defaultValues);
    // Each closing bracket and quote at the end of a line is needed.
    const ends = [...text.matchAll(/[)}\]'"](?=;?\n)/g)].map(({ index }) => index);
    expect(ends.length).toBeGreaterThan(3);
    for (const end of ends) {
      const broken = text.slice(0, end) + text.slice(end + 1);
      expect([broken.slice(end - 40, end + 5), await syntaxErrors(language, broken)]).not.toEqual([
        expect.anything(),
        [],
      ]);
    }
  });

  const broken: readonly (readonly [ParsedLanguage, string, readonly string[]])[] = [
    ['csharp', 'var a = ;\n', ['1:7: unexpected "="']],
    ['csharp', 'var a = "x\u2028y";\n', ['1:11: a line end of C# only: U+2028']],
    ['csharp', 'var a = "x\\";\n', []],
    ['powershell', "$a = 'b\n", []],
    [
      'powershell',
      "$a = 'b‘; Get-Item; ‘c'\n",
      [
        '1:6: to PowerShell "\'b‘" is a literal',
        '1:21: to PowerShell "‘c\'" is a literal',
        '1:6: to PowerShell "\'b‘; Get-Item; ‘c\'" is no literal',
      ],
    ],
    ['powershell', "$a = 'b’\n$c = 'd'\n", []],
    ['powershell', '$a = "b“ + (Get-Item) + ”c"\n', []],
    ['powershell', '$a = @"\nb\n"@\n', ['1:6: a here-string, which is not read']],
  ];

  test.each(broken)('finds what is wrong in %s: %j', async (language, text, errors) => {
    const found = await syntaxErrors(language, text);
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(expect.arrayContaining([...errors]));
  });

  test.each([
    "$a = 'it''s ‘‘x’’ ’‘' # it's a comment\n",
    '$a = "`" ““ $(f "in ‘ner ’" (g)) ${it\'s} `“"\n',
    "<# it's #> f 'x' \"y\".Length @{ 'k' = \"v\" }\n",
  ])('accepts the quotes that PowerShell accepts: %j', async (text) => {
    expect(await syntaxErrors('powershell', text)).toEqual([]);
  });
});
