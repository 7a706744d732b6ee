import * as fc from 'fast-check';

import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { parseJson } from '#snippets/parseJson.ts';
import { parseValues } from '#snippets/valuesFile.ts';
import { cardYaml, readCardYaml } from '#workshop/ownCards/cardYaml.ts';
import { exampleCard } from '#workshop/ownCards/exampleCard.ts';
import { readRoomFile, roomFile } from '#workshop/room/room.ts';
import { scenarios } from '#workshop/scenarios/scenarios.ts';

import { damaged } from '../damage.ts';
import { fuzzKind } from '../fuzzKind.ts';
import { secrets } from '../sharedValues.ts';

const lookUp = oktaCatalogue;

const valuesFile = fc.record({
  fields: fc.record(
    {
      orgDomain: fc.constantFrom('example.okta.com', 'localhost:8443'),
      clientId: fc.constant('0oa1a2b3c4d5e6f7g8h9'),
      keyId: fc.constant('key-1'),
      scopes: fc.constantFrom(['okta.groups.read'], 'okta.groups.read okta.users.read'),
      operation: fc.constantFrom('listGroups', { method: 'GET', path: '/api/v1/groups' }),
      query: fc.constantFrom({ limit: 10 }, { q: 'a', expand: ['x', 'y'] }),
      body: fc.jsonValue({ maxDepth: 2 }),
    },
    { requiredKeys: [] },
  ),
  /** A secret in the place of one of them. */
  planted: fc.option(fc.record({ field: fc.constantFrom('clientId', 'keyId'), secret: secrets }), {
    nil: undefined,
  }),
});

const texts = fc.oneof(
  valuesFile.map(({ fields, planted }) =>
    JSON.stringify(planted === undefined ? fields : { ...fields, [planted.field]: planted.secret }),
  ),
  fc.constant(roomFile({ code: 'K7QF', answers: [] })),
  fc.constant(cardYaml([exampleCard])),
);

/** Files that are handed in, also those whose bytes are no UTF-8: read or refused, with a word why. */
export const files = fuzzKind(
  'files',
  fc
    .tuple(damaged(texts), fc.array(fc.tuple(fc.nat(5000), fc.nat(255)), { maxLength: 3 }))
    .map(([text, strays]) => {
      const bytes = new TextEncoder().encode(text);
      for (const [at, byte] of strays) if (at < bytes.length) bytes[at] = byte;
      return new TextDecoder().decode(bytes);
    }),
  (text) => {
    const problems: string[] = [];
    const json = parseJson(text);
    if (json.ok) {
      const read = parseValues(json.json, lookUp);
      if (!read.ok && read.error.includes('\n')) problems.push('an error of more than one line');
      if (read.ok && read.refused.some(({ reason }) => reason === '')) problems.push('no reason');
    } else if (json.problem === '') problems.push('no reason');
    const room = readRoomFile(text, scenarios);
    if ('problem' in room && room.problem === '') problems.push('no reason');
    const cards = readCardYaml(text);
    if (cards.records.length === 0 && cards.problems.length === 0) problems.push('no reason');
    return problems;
  },
);
