import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { scenarios } from '../scenarios/scenarios.ts';
import {
  atCard,
  backward,
  begun,
  onward,
  parsePresentation,
  type Presentation,
  presentationFragment,
  presentationMessage,
  presentationOf,
  shownCard,
} from './presentation.ts';

const ids = scenarios.map(({ id }) => id);

/** Every place of the whole deck, from the first to the end. */
function allPlaces(): readonly Presentation[] {
  const places = [begun(scenarios)];
  for (const place of places) {
    const next = onward(place);
    if (next !== place) places.push(next);
  }
  return places;
}

test('one goes through every stage of every card, and back the same way', () => {
  const places = allPlaces();
  expect(shownCard(places.at(-1) ?? begun([]))).toBeUndefined();
  expect(new Set(places.map(({ card }) => card)).size).toBe(ids.length + 1);
  for (const [index, place] of places.entries()) {
    expect(backward(place)).toEqual(places[Math.max(0, index - 1)]);
  }
});

test('nothing of a card’s key comes before its stage', () => {
  for (const place of allPlaces()) {
    const scenario = shownCard(place);
    if (scenario?.kind === 'keyed' && place.stage === 'story') {
      expect(onward(onward(place)).stage).toBe('question');
      expect(onward(onward(onward(place))).stage).toBe('key');
    }
  }
});

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

test('a place that is not in the deck leaves one where one is', () => {
  const place = begun(scenarios.slice(0, 2));
  expect(atCard(place, 7)).toBe(place);
  expect(atCard(place, 1).card).toBe(1);
});
