import { isDeepStrictEqual } from 'node:util';

import * as fc from 'fast-check';

import { cardsFragment, cardsOfFragment } from '#workshop/ownCards/cardLink.ts';
import { type CardRecord, checkCards } from '#workshop/ownCards/cardRecord.ts';
import { cardYaml, readCardYaml } from '#workshop/ownCards/cardYaml.ts';
import { recordFrom, scenarioFrom } from '#workshop/ownCards/cardRecord.ts';
import { exampleCard } from '#workshop/ownCards/exampleCard.ts';
import { keyedScenarios } from '#workshop/scenarios/scenarios.ts';

import { forgeriesOf } from '../../clonedValues.ts';
import { damaged } from '../damage.ts';
import { fuzzKind } from '../fuzzKind.ts';

/** The guide's own cards as a teacher would write them, and the example. */
const records: readonly CardRecord[] = [
  exampleCard,
  ...keyedScenarios.map((scenario): CardRecord =>
    Object.assign(recordFrom(scenario), { id: scenario.id }),
  ),
].filter((record) => checkCards({ cards: [record] }).problems.length === 0);

const some = fc.subarray([...records], { minLength: 1, maxLength: 3 });

const inputs = fc.oneof(
  damaged(some.map(cardYaml)).map((yaml) => ({ yaml })),
  damaged(some.map((cards) => JSON.stringify({ cards }))).map((yaml) => ({ yaml })),
  forgeriesOf({ cards: records.slice(0, 2) }).map((data) => ({ data })),
  some.chain((cards) => fc.record({ cards: fc.constant(cards), cut: fc.nat(400) })),
);

/** Cards of teachers as YAML, as data and in links: what is taken can be written and read again. */
export const cards = fuzzKind('cards', inputs, async (input) => {
  if ('cards' in input) {
    const link = await cardsFragment(input.cards);
    const whole = await cardsOfFragment(link);
    const cut = await cardsOfFragment(link.slice(0, -1 - input.cut));
    return [
      ...(whole !== undefined && 'records' in whole && isDeepStrictEqual(whole.records, input.cards)
        ? []
        : ['a link brings other cards']),
      ...(cut !== undefined && 'records' in cut ? ['a link that was cut is taken'] : []),
    ];
  }
  const read = 'yaml' in input ? readCardYaml(input.yaml) : checkCards(input.data);
  if (read.records.length === 0) {
    return read.problems.length > 0 ? [] : ['there are no cards, and no word why'];
  }
  const again = readCardYaml(cardYaml(read.records));
  return [
    ...(again.problems.length > 0 || !isDeepStrictEqual(again.records, read.records)
      ? [`cards that were taken are read otherwise: ${JSON.stringify(again)}`]
      : []),
    ...read.records.flatMap((record) =>
      checkCards({ cards: [recordFrom(scenarioFrom(record))] }).problems.map(
        ({ text }) => `a card that was taken cannot be written back: ${text}`,
      ),
    ),
  ];
});
