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
  withDeck,
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

const placeIn = ({ card, stage }: Presentation) => ({ card, stage });

test('a changed deck goes on at the card that is shown, or at the first one that was not', () => {
  const [first, second, third, fourth] = scenarios;
  if (first === undefined || second === undefined || third === undefined || fourth === undefined)
    throw new Error('Cards are missing.');
  const at = (card: number): Presentation => ({
    ...begun([first, second, third]),
    card,
    stage: 'facts',
  });
  expect(placeIn(withDeck(at(1), [third, second, first]))).toEqual({ card: 1, stage: 'facts' });
  expect(placeIn(withDeck(at(2), [first, third]))).toEqual({ card: 1, stage: 'facts' });
  expect(placeIn(withDeck(at(1), [first, third]))).toEqual({ card: 1, stage: 'story' });
  expect(placeIn(withDeck(at(2), [first, second]))).toEqual({ card: 0, stage: 'story' });
  expect(placeIn(withDeck(at(3), [first, second]))).toEqual({ card: 2, stage: 'story' });
  expect(placeIn(withDeck(at(3), [first, fourth]))).toEqual({ card: 1, stage: 'story' });
  expect(placeIn(withDeck(at(0), []))).toEqual({ card: 0, stage: 'story' });
});

test('no message is mistaken for a presentation that does not exist', () => {
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
