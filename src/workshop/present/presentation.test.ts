import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { scenarios } from '../scenarios/scenarios.ts';
import {
  begun,
  parsePresentation,
  type Presentation,
  presentationFragment,
  presentationMessage,
  presentationOf,
  stagesOf,
} from './presentation.ts';

const ids = scenarios.map(({ id }) => id);

/** Every place of the whole deck, from the first to the end. */
function allPlaces(): readonly Presentation[] {
  const { deck, isBlack } = begun(scenarios);
  const walked = deck.flatMap((scenario, card) =>
    stagesOf(scenario).map((stage): Presentation => ({ deck, card, stage, isBlack })),
  );
  return [...walked, { deck, card: deck.length, stage: 'story', isBlack }];
}

test('every place comes back from its address and from another window as it was', () => {
  for (const place of allPlaces()) {
    expect(presentationOf(presentationFragment(place))).toEqual(place);
    expect(parsePresentation(structuredClone(presentationMessage(place)))).toEqual(place);
  }
});

test('no message whatever is taken for a presentation that does not exist', () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      const parsed = parsePresentation(data);
      if (parsed !== undefined)
        expect(parsed.deck.every((card) => scenarios.includes(card))).toBe(true);
    }),
  );
  const place = { ...begun(scenarios), deck: ids };
  expect(parsePresentation(place)).toEqual(begun(scenarios));
  for (const damaged of [
    { ...place, deck: [...ids, 'no-such-card'] },
    { ...place, card: ids.length + 1 },
    { ...place, card: 0.5 },
    { ...place, stage: 'points' },
    { ...place, isBlack: 'yes' },
  ]) {
    expect(parsePresentation(damaged)).toBeUndefined();
  }
});

test('no fragment whatever makes reading it fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const read = presentationOf(`#deck=${text}`);
      expect(read?.deck.every((card) => scenarios.includes(card))).toBe(true);
    }),
  );
});
