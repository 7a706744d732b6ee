import { isDeepStrictEqual } from 'node:util';

import * as fc from 'fast-check';

import { decodeFragment, encodeFragment, writeFragment } from '#share/fragment.ts';

import { asInAddress, damaged } from '../damage.ts';
import { fuzzKind } from '../fuzzKind.ts';
import { choices, secrets, sharedValues } from '../sharedValues.ts';

const linked = sharedValues.map((values) => encodeFragment(values, choices));

/** Where a secret stands in a link, and how it is written there. */
const hidden = fc.record({
  key: fc.constantFrom('client', 'kid', 'org', 'body', 'path.id', 'query.q', 'lang', 'token', 'x'),
  secret: secrets,
  write: fc.constantFrom(
    encodeURIComponent,
    (text: string) => encodeURIComponent(encodeURIComponent(text)),

    (text: string) => encodeURIComponent(JSON.stringify({ a: text })),
  ),
});

/**
 * Links with values: what is taken makes a link that says the same, what is refused has a reason, and
 * no secret is among either.
 */
export const fragments = fuzzKind(
  'fragments',
  fc.record({
    link: damaged(linked).map(asInAddress),
    hidden: fc.option(hidden, { nil: undefined }),
  }),
  ({ link, hidden: planted }) => {
    const problems: string[] = [];
    const fragment =
      planted === undefined
        ? link
        : `#v=1&${planted.key}=${planted.write(planted.secret)}&${link.replace(/^#/, '')}`;
    const read = decodeFragment(fragment, choices);
    if (read === undefined) return problems;
    if (read.refused.some(({ reason }) => reason.trim() === ''))
      problems.push('no reason is given');
    if (planted !== undefined) {
      const bare = planted.secret.replace(/^(?:SSWS|Bearer) /, '');
      if (JSON.stringify(read).includes(JSON.stringify(bare).slice(1, -1))) {
        problems.push('a secret was handed on');
      }
      if (!read.holdsSecret) problems.push('a secret was not seen');
    }
    const { fragment: written, leftOut } = writeFragment(read.values, choices);
    // A person is told what is too long for a link.
    if (leftOut.some(({ because }) => because === 'length')) return problems;
    const again = decodeFragment(written, choices);
    if (!isDeepStrictEqual(again?.values ?? {}, read.values)) {
      problems.push(`what was taken changes in its own link ${written}`);
    }
    if (again !== undefined && again.refused.length > 0) {
      problems.push(`its own link is refused: ${again.refused.map(({ reason }) => reason).join()}`);
    }
    return problems;
  },
);
