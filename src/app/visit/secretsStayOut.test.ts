import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createActor, fromCallback, fromPromise } from 'xstate';

import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { holdsSecret } from '#share/secretFragment.ts';
import { formEncoded } from '#share/formEncoding.ts';
import { linkBounds } from '#share/fragmentBounds.ts';
import { parseJson } from '#snippets/parseJson.ts';
import { formsFor, snippetsFor } from '#snippets/snippet.ts';
import { defaultValues } from '#snippets/values.ts';
import { parseValues } from '#snippets/valuesFile.ts';
import { settled } from '#testing/settled.ts';
import { secrets, wrappings } from '#testing/wrappedSecrets.ts';

import * as operationsCode from './chosenOperations.tsx';
import * as liveValues from './liveValues.tsx';
import { fragmentOf, type ValuesEvent, valuesMachine } from './valuesMachine.ts';

/** A place for a text: how it is typed, brought by a link, and given to the command line. */
interface Place {
  readonly operation: string;
  readonly type: (text: string) => ValuesEvent;
  readonly pair: (text: string) => readonly [string, string];
  readonly file: (text: string) => object;
}

const field = (name: 'orgDomain' | 'clientId' | 'keyId', key: string): Place => ({
  operation: 'listUsers',
  type: (text) => ({ type: 'field.type', field: name, text }),
  pair: (text) => [key, text],
  file: (text) => ({ [name]: text }),
});

const bodyWith = (text: string) => ({ profile: { name: 'Example', description: text } });

const places = {
  'the org domain': field('orgDomain', 'org'),
  'the client id': field('clientId', 'client'),
  'the key id': field('keyId', 'kid'),
  'a parameter of the path': {
    operation: 'getUser',
    type: (text) => ({ type: 'parameter.type', part: 'pathTexts', name: 'id', text }),
    pair: (text) => ['path.id', text],
    file: (text) => ({ pathParameters: { id: text } }),
  },
  'a parameter of the query': {
    operation: 'listUsers',
    type: (text) => ({ type: 'parameter.type', part: 'queryTexts', name: 'search', text }),
    pair: (text) => ['query.search', text],
    file: (text) => ({ query: { search: text } }),
  },
  'a body': {
    operation: 'addGroup',
    type: (text) => ({ type: 'body.type', text: JSON.stringify(bodyWith(text)) }),
    pair: (text) => ['body', JSON.stringify(bodyWith(text))],
    file: (text) => ({ body: bodyWith(text) }),
  },
} as const satisfies Readonly<Record<string, Place>>;

/** Everything that a visit leaves behind after these events. */
async function visited(events: readonly ValuesEvent[]) {
  const left: string[] = [];
  const actor = createActor(
    valuesMachine.provide({
      actors: {
        address: fromCallback<ValuesEvent>(() => undefined),
        pickers: fromCallback<ValuesEvent>(() => undefined),
        loadCode: fromPromise(async () => Promise.resolve(liveValues)),
        loadOperations: fromPromise(async () => Promise.resolve(operationsCode)),
      },
      actions: {
        writeAddress: (_, { fragment, whole }) => {
          left.push(fragment, whole);
        },
      },
    }),
  ).start();
  for (const event of events) {
    actor.send(event);
    await settled();
  }
  const { picked } = actor.getSnapshot().context;
  const values = { ...defaultValues, ...operationsCode.chosenOperations(picked).parts };
  const [form] = formsFor('serviceApp');
  const code = form === undefined ? [] : snippetsFor(form, values).map(({ text }) => text);
  const link = fragmentOf(actor.getSnapshot());
  actor.stop();
  return { left, link, code };
}

const kinds = fc.constantFrom(...Object.values(secrets)).chain((secret) => secret);

test.each(Object.entries(places))(
  'a secret in %s is left in no address, history, storage, link, file or code',
  async (_name, place: Place) => {
    const pick: ValuesEvent = { type: 'operations.pick', references: [place.operation] };
    const without = await visited([pick]);
    const nothing = await visited([]);
    await fc.assert(
      fc.asyncProperty(kinds, wrappings, async ({ text, tears }, { wrap, isTear }) => {
        fc.pre(tears || !isTear);
        const wrapped = wrap(text);
        const typed = await visited([pick, place.type(wrapped)]);
        expect(new Set(typed.left)).toEqual(new Set(without.left));
        expect(typed.link).toBe(without.link);
        expect(typed.code).toEqual(without.code);

        const fragment = `#${formEncoded([['v', '1'], ['ops', place.operation], place.pair(wrapped)])}`;
        const brought = await visited([{ type: 'address.bring', fragment }]);
        expect(brought.left.filter(holdsSecret)).toEqual([]);
        // Of a link that is too long nothing is taken over, not even the operation.
        const expected = fragment.length > linkBounds.whole ? nothing : without;
        expect(brought.link).toBe(expected.link);
        expect(brought.code).toEqual(expected.code);

        const file = { operation: place.operation, ...place.file(wrapped) };
        const json = parseJson(JSON.stringify(file));
        const read = json.ok && parseValues(json.json, oktaCatalogue);
        expect(read && read.ok && read.sets).toEqual([]);
      }),
      { numRuns: 25, seed: 16 },
    );
  },
);
