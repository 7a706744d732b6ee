import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { allWalks } from '#guide/walks.ts';

import { answersFromPath, pathOf, stateFromPathname } from './address.ts';

const walks = allWalks();
const hostileText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.webPath(),
  fc
    .array(
      fc.constantFrom(
        'guide',
        'oauth-yes',
        'oauth-no',
        'obstacle-nothing',
        'audience-ownOrg',
        'Oauth-Yes',
        'oauth.yes',
        'oauth%2Dyes',
        'oauth-yes%00',
        '%E0%A4%A',
        '%',
        '..',
        '.',
        '',
        ' ',
        'index.html',
        '__proto__-constructor',
        '<script>',
        '-',
        'a-b-c',
      ),
    )
    .map((segments) => segments.join('/')),
);

describe('the address of a state', () => {
  test('is the one that the design promises', () => {
    expect(pathOf([])).toBe('');
    expect(pathOf(['oauth.yes', 'audience.ownOrg'])).toBe('guide/oauth-yes/audience-ownOrg/');
  });

  test('leads back to the very state, under any base', () => {
    for (const { answers, node } of walks) {
      expect(answersFromPath(pathOf(answers))).toEqual({ answers, malformed: [] });
      for (const base of ['/', '/okta-guide/', '/guide/', '/a/b/']) {
        expect(stateFromPathname(base + pathOf(answers), base)).toMatchObject({
          walk: { node, answers },
          dropped: [],
          exact: true,
        });
      }
    }
  });

  test('differs for every state and needs no escaping', () => {
    const paths = walks.map(({ answers }) => pathOf(answers));
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths) expect(path).toMatch(/^[A-Za-z0-9/-]*$/);
  });
});

describe('an address that somebody wrote or damaged', () => {
  test.each([
    ['without its last slash', '/guide/oauth-yes/audience-ownOrg', 'serviceApp'],
    ['with a file name', '/guide/oauth-yes/audience-ownOrg/index.html', 'serviceApp'],
    ['with doubled slashes', '//guide//oauth-yes///audience-ownOrg//', 'serviceApp'],
    ['with a needless escape', '/guide/oauth%2Dyes/', 'audience'],
    ['that names only the folder', '/guide/', 'oauth'],
    ['that names only the index', '/index.html', 'oauth'],
  ])('%s still leads to its state, and is known not to be exact', (_what, pathname, node) => {
    expect(stateFromPathname(pathname, '/')).toMatchObject({
      walk: { node },
      dropped: [],
      exact: false,
    });
  });

  test.each([
    ['/guide/Oauth-Yes/', 'oauth', [['Oauth-Yes', 'unknown']]],
    ['/guide/oauth-yes/catalog-yes/', 'audience', [['catalog-yes', 'doesNotFollow']]],
    [
      '/guide/oauth-yes/nonsense/audience-ownOrg/',
      'audience',
      [
        ['nonsense', 'malformed'],
        ['audience-ownOrg', 'malformed'],
      ],
    ],
    ['/guide/oauth-yes/%E0%A4%A/', 'audience', [['%E0%A4%A', 'malformed']]],
    ['/guide/__proto__-toString/', 'oauth', [['__proto__-toString', 'malformed']]],
    ['/guide/constructor-toString/', 'oauth', [['constructor-toString', 'unknown']]],
  ])('%s shows the last valid question and names what was dropped', (pathname, node, dropped) => {
    const state = stateFromPathname(pathname, '/');
    expect(state?.walk.node).toBe(node);
    expect(state?.dropped.map(({ segment, reason }) => [segment, reason])).toEqual(dropped);
    expect(state?.exact).toBe(false);
  });

  test.each([
    ['another page', '/compare/', '/'],
    ['a pathname outside the base', '/guide/oauth-yes/', '/okta-guide/'],
    ['a neighbour of the base', '/okta-guidebook/', '/okta-guide/'],
  ])('%s is no state of the guide', (_what, pathname, base) => {
    expect(stateFromPathname(pathname, base)).toBeUndefined();
  });

  test('the base without its slash is the first question', () => {
    expect(stateFromPathname('/okta-guide', '/okta-guide/')).toMatchObject({
      walk: { node: 'oauth' },
      exact: false,
    });
  });

  test('never throws, loses no segment silently, and lands on a state with an exact address', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { answers, malformed } = answersFromPath(text);
        const named = text.split('/').filter((segment) => segment !== '');
        expect(answers.length + malformed.length).toBeGreaterThanOrEqual(named.length - 2);
        const state = stateFromPathname(`/guide/${text}`, '/');
        expect(state).toBeDefined();
        if (state === undefined) return;
        expect(state.walk.answers).toEqual(answers.slice(0, state.walk.answers.length));
        expect(stateFromPathname(`/${pathOf(state.walk.answers)}`, '/')).toEqual({
          walk: state.walk,
          dropped: [],
          exact: true,
        });
      }),
    );
  });
});
