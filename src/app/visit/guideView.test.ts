import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { replay } from '#guide/replay.ts';
import { allWalks } from '#guide/walks.ts';
import { pathOf } from '#share/address.ts';

import { viewAt, viewOf, visit } from './guideView.ts';

describe('what a place of the browser shows', () => {
  test('every address of a state shows that state, with nothing dropped', () => {
    for (const walk of allWalks()) {
      expect(viewAt(`/okta-guide/${pathOf(walk.answers)}`, '/okta-guide/', null)).toEqual(
        viewOf(walk),
      );
    }
  });

  test('a damaged address shows the last state that fits and names the rest', () => {
    const view = viewAt('/guide/oauth-yes/audience-nobody/catalog-yes/', '/', null);
    expect(view).toMatchObject({
      walk: { node: 'audience' },
      droppedSegments: ['audience-nobody', 'catalog-yes'],
    });
  });

  test('an address outside the guide is not found', () => {
    expect(viewAt('/nowhere/', '/', null)).toEqual({ kind: 'notFound' });
  });

  test('no address and no stored state makes it throw or show a state that does not exist', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.anything(), (path, state) => {
        const view = viewAt(`/guide${path}`, '/', state);
        expect(view.kind === 'notFound' || replay(view.walk.answers).dropped.length === 0).toBe(
          true,
        );
      }),
    );
  });
});

describe('where a followed link leads', () => {
  const { walk } = replay(['oauth.yes']);

  test('a plain link leads to its state', () => {
    expect(visit(walk, undefined, undefined)).toMatchObject({
      path: 'guide/oauth-yes/',
      historyState: { kept: [], dropped: [] },
    });
  });

  test('a change link opens the question and keeps the later answers for then', () => {
    const { view, path } = visit(
      replay([]).walk,
      'oauth.no obstacle.extraWork audience.ownOrg',
      'change',
    );
    expect(path).toBe('');
    expect(view.kept).toEqual(['oauth.no', 'obstacle.extraWork', 'audience.ownOrg']);
  });

  test('the new answer takes over the later ones that fit and drops the others by name', () => {
    const { path, view, historyState } = visit(
      walk,
      'obstacle.extraWork audience.ownOrg',
      'continue',
    );
    expect(path).toBe('guide/oauth-yes/audience-ownOrg/');
    expect(view.droppedAnswers).toEqual(['obstacle.extraWork']);
    expect(historyState.dropped).toEqual(['obstacle.extraWork']);
  });

  test('what a link carries is parsed: anything that is no answer is passed over', () => {
    expect(visit(walk, 'nonsense oauth.maybe <b>', 'continue').path).toBe('guide/oauth-yes/');
  });
});
