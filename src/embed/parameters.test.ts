import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { fragmentChoices } from '#screens/snippets/fragmentChoices.ts';

import { contrastWithPaper, leastContrast, legibleAccent } from './accent.ts';
import {
  changedFragment,
  defaultParameters,
  parametersFragment,
  parts,
  readParameters,
  themes,
} from './parameters.ts';

const colour = fc
  .integer({ min: 0, max: 0xff_ff_ff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('the parameters of an embed', () => {
  test('come back from their fragment as they were, whatever they are', () => {
    const given = fc.record(
      {
        theme: fc.constantFrom(...themes),
        accent: colour,
        start: fc.string({ minLength: 1 }),
        isCompact: fc.boolean(),
        shown: fc.subarray([...parts]),
        heading: fc.integer({ min: 2, max: 6 }),
        languages: fc.subarray([...fragmentChoices.languages], { minLength: 1 }),
        values: fc.record(
          {
            orgDomain: fc.constantFrom('acme.okta.com', 'login.example.com'),
            clientId: fc.constant('0oa1234567890ABCDEFG'),
            language: fc.constantFrom('python', 'go'),
            operations: fc.constantFrom(['listUsers'], ['listUsers', 'governance:getOrgSettings']),
            queryTexts: fc.constant({ limit: '2 & more = #' }),
            variant: fc.constant('bearer' as const),
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: ['theme', 'isCompact', 'shown', 'values'] },
    );
    fc.assert(
      fc.property(given, (parameters) => {
        const fragment = parametersFragment(parameters, fragmentChoices);
        expect(readParameters(fragment, fragmentChoices)).toEqual({ parameters, problems: [] });
      }),
    );
  });

  test('a link made today means the same for ever', () => {
    expect(
      readParameters('#v=1&accent=%231a5fb4&show=map+snippet&theme=dark', fragmentChoices),
    ).toEqual({
      parameters: {
        theme: 'dark',
        accent: '#1a5fb4',
        isCompact: false,
        shown: ['map', 'snippet'],
        values: {},
      },
      problems: [],
    });
  });

  test('wrong ones fall back and say what they must be; unknown ones are ignored', () => {
    const { parameters, problems } = readParameters(
      '#v=1&theme=pink&accent=red&show=map,ads&heading=7&x=1',
      fragmentChoices,
    );
    expect(parameters).toEqual({ ...defaultParameters, shown: ['map'] });
    expect(problems).toEqual([
      'theme must be one of light, dark, auto. It is treated as auto.',
      "accent must be a colour like #1a5fb4. The guide's own is used.",
      'show contains parts that do not exist. It accepts compact, map, snippet, record, sources.',
      'heading must be a level from 1 to 6. It is treated as 1.',
    ]);
  });

  test.each([
    ['compact', [], 'compact'],
    ['record compact', ['record'], 'compact+record'],
    ['compact,map,snippet,record,sources', parts, 'compact+map+snippet+record+sources'],
  ])('show=%s is the short form, with the parts beside it in addition', (given, shown, written) => {
    const fragment = `#v=1&show=${encodeURIComponent(given)}`;
    const { parameters, problems } = readParameters(fragment, fragmentChoices);
    expect({ parameters, problems }).toEqual({
      parameters: { ...defaultParameters, isCompact: true, shown },
      problems: [],
    });
    expect(parametersFragment(parameters, fragmentChoices)).toBe(`#v=1&show=${written}`);
  });

  test('values that the guide refuses are named with the reason, and a secret is kept nowhere', () => {
    const secret = '00aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789abcd';
    const read = readParameters(
      `#v=1&org=no%20domain&lang=cobol&languages=python+cobol&client=${secret}`,
      fragmentChoices,
    );
    expect(read.parameters).toEqual({ ...defaultParameters, languages: ['python'] });
    expect(read.problems.map((problem) => problem.split(/[ :]/, 1)[0])).toEqual([
      'languages',
      'org',
      'client',
      'lang',
    ]);
    expect(JSON.stringify(read)).not.toContain(secret);
  });

  test('an anchor is no parameter, and a later version gives the defaults', () => {
    expect(readParameters('#sources', fragmentChoices)).toEqual({
      parameters: defaultParameters,
      problems: [],
    });
    expect(readParameters('#v=2&theme=dark', fragmentChoices).parameters).toEqual(
      defaultParameters,
    );
  });

  test('no text whatever makes them fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parts).toEqual(
          expect.arrayContaining([
            ...readParameters(`#v=1&${text}`, fragmentChoices).parameters.shown,
          ]),
        );
      }),
    );
  });
});

const fragmentOf = (given: object) => `${new URLSearchParams({ v: '1', ...given })}`;

describe('what a host changes later', () => {
  test('changes in the fragment, and what a person has typed stays', () => {
    const typed = '#v=1&client=0oa1234567890ABCDEFG&org=typed.okta.com&theme=light';
    expect(
      changedFragment(typed, 'v=1&org=acme.okta.com&theme=light', 'v=1&org=acme.okta.com'),
    ).toEqual({
      fragment: '#v=1&client=0oa1234567890ABCDEFG&org=typed.okta.com',
      changes: 'v=1',
    });
    expect(changedFragment(typed, 'v=1&theme=light', 'v=1&org=other.okta.com&theme=dark')).toEqual({
      fragment: '#v=1&client=0oa1234567890ABCDEFG&org=other.okta.com&theme=dark',
      changes: 'v=1&org=other.okta.com&theme=dark',
    });
    expect(changedFragment('', 'v=1', 'v=1&theme=dark').fragment).toBe('#v=1&theme=dark');
  });

  test('is what the host gives now, where nobody has typed anything', () => {
    const pairs = fc.dictionary(fc.constantFrom('theme', 'accent', 'org', 'start'), fc.string());
    fc.assert(
      fc.property(pairs, pairs, (before, now) => {
        const { fragment } = changedFragment(
          `#${fragmentOf(before)}`,
          fragmentOf(before),
          fragmentOf(now),
        );
        const read = new URLSearchParams(fragment.slice(1));
        expect(Object.fromEntries(read)).toEqual({ v: '1', ...now });
      }),
    );
  });
});

test.each(['light', 'dark'] as const)('any accent can be read in the %s theme', (theme) => {
  fc.assert(
    fc.property(colour, (accent) => {
      expect(contrastWithPaper(legibleAccent(accent, theme), theme)).toBeGreaterThanOrEqual(
        leastContrast,
      );
    }),
  );
});

test('an accent that can be read stays as it is', () => {
  expect(legibleAccent('#1a5fb4', 'light')).toBe('#1a5fb4');
});
