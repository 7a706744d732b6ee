import * as fc from 'fast-check';

import { replay } from '#guide/replay.ts';
import { allWalks } from '#guide/walks.ts';
import { answersFromPath, embedPathOf, pathOf, stateFromPathname } from '#share/address.ts';

import { asInAddress, damaged } from '../damage.ts';
import { fuzzKind } from '../fuzzKind.ts';

const paths = allWalks().flatMap(({ answers }) => [pathOf(answers), embedPathOf(answers)]);

/** Addresses of states: each leads to a state, and says what of it was not taken. */
export const addresses = fuzzKind(
  'addresses',
  fc.record({
    base: fc.constantFrom('/', '/okta-guide/', '/a/b/'),
    path: damaged(fc.constantFrom(...paths)).map(asInAddress),
  }),
  ({ base, path }) => {
    const problems: string[] = [];
    if (!answersFromPath(path).answers.every((answer) => /^\w+\.\w+$/.test(answer))) {
      problems.push('an answer has another form');
    }
    const state = stateFromPathname(base + path, base);
    if (state === undefined) return problems;
    const { walk, dropped, exact } = state;
    if (replay(walk.answers).dropped.length > 0) problems.push('the answers do not follow');
    const own = base + pathOf(walk.answers);
    if (exact !== (own === base + path)) problems.push('"exact" is not so');
    if (exact && dropped.length > 0) problems.push('it is exact, and yet something was dropped');
    const again = stateFromPathname(own, base);
    if (again?.exact !== true || again.walk.node !== walk.node) {
      problems.push('the address of the state leads to another one');
    }
    return problems;
  },
);
