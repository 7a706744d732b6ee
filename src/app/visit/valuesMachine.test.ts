import { describe, expect, test, vi } from 'vitest';
import { createActor, fromCallback, fromPromise, getNextSnapshot, SimulatedClock } from 'xstate';

import { walkMachine } from '#testing/machineWalk.ts';

import type { ChosenOperations } from './chosenOperations.tsx';
import * as liveValues from './liveValues.tsx';
import { isDefault, needsCatalogue, withoutBody } from './picked.ts';
import {
  awaitsValues,
  choicesIn,
  fileProblemsIn,
  foreignNamesIn,
  fragmentOf,
  hasArrived,
  leftOutOf,
  type OperationsCode,
  refusedIn,
  requestValues,
  type ValuesCode,
  type ValuesEvent,
  type ValuesSnapshot,
  valuesMachine,
} from './valuesMachine.ts';
import { openingMachine } from './openingMachine.ts';
import type { OpenedValues } from './valuesFiles.ts';

/** Operations without a catalogue: what the machine does with them does not depend on what they say. */
const operationsCode: OperationsCode = {
  chosenOperations: (): ChosenOperations => ({
    parts: {
      operation: { method: 'GET', path: '/api/v1/users' },
      pathParameters: {},
      query: [],
      scopes: [],
    },
    scopes: { list: '', openedCount: 0, reasons: null },
    leftOutWords: () => undefined,
    refusal: () => undefined,
    fields: () => 'the choice',
    check: () => 'the check',
    evidence: () => null,
    recorded: undefined,
    file: () => 'the file',
  }),
  keptOf: (picked) =>
    picked.body?.includes('secret') === true ? withoutBody(picked, undefined) : picked,
};

const typeOrg = (text: string): ValuesEvent => ({ type: 'field.type', field: 'orgDomain', text });
const typeClient = (text: string): ValuesEvent => ({ type: 'field.type', field: 'clientId', text });
const bring = (fragment: string): ValuesEvent => ({ type: 'address.bring', fragment });
const clientId = '0oa1gjh63g214q0Hq0g4';

interface Fetch<Code> {
  readonly come: (code: Code) => void;
  readonly fail: () => void;
}

/** Values whose code comes when the test says so, and whose address is a list of what was written. */
function valuesInTest(siteAnswers = false) {
  const codeFetches: Fetch<ValuesCode>[] = [];
  const operationsFetches: Fetch<OperationsCode>[] = [];
  const fetchInto = async <Code>(fetches: Fetch<Code>[]) =>
    new Promise<Code>((resolve, reject) => {
      fetches.push({ come: resolve, fail: () => reject(new Error('The code did not come.')) });
    });
  const write = vi.fn<(fragment: string) => void>();
  const clock = new SimulatedClock();
  let kept = '';
  const actor = createActor(
    valuesMachine.provide({
      actors: {
        address: fromCallback<ValuesEvent>(() => undefined),
        pickers: fromCallback<ValuesEvent>(() => undefined),
        loadCode: fromPromise(async () => fetchInto(codeFetches)),
        loadOperations: fromPromise(async () => fetchInto(operationsFetches)),
        askSite: fromPromise(async () => siteAnswers),
      },
      actions: {
        writeAddress: (_, { fragment, whole }) => {
          write(fragment);
          kept = whole;
        },
      },
    }),
    { clock },
  );
  actor.start();
  return {
    actor,
    clock,
    write,
    kept: () => kept,
    codeFetches,
    operationsFetches,
    codeComes: async () => {
      codeFetches.at(-1)?.come(liveValues);
      await settled();
    },
    operationsCome: async () => {
      operationsFetches.at(-1)?.come(operationsCode);
      await settled();
    },
  };
}

/** Lets promises that were settled reach the machine. */
const settled = async () => new Promise((resolve) => setTimeout(resolve));

const opened = {
  ok: true,
  texts: { orgDomain: 'acme.okta.com', clientId: '', keyId: '' },
  picked: { operations: ['listUsers'] },
} as const;
const refused = { ok: false, problems: ['Line 1: this is no JSON.'] } as const;

const keys = ({ context }: ValuesSnapshot) => [
  context.texts,
  context.picked,
  context.choices,
  context.unread,
  context.refused,
];

/** Whatever changes the values keeps the others, and its effect on the fragment is there at once. */
const carriesOn = (after: ValuesSnapshot, before: ValuesSnapshot) => {
  expect(after.context.code).toBe(before.context.code);
  expect(after.context.operations).toBe(before.context.operations);
  if (before.matches({ code: 'absent' }) || before.matches({ code: 'failed' }))
    expect(after.matches({ code: 'loading' })).toBe(true);
  if (before.matches({ code: 'ready' })) expect(after.matches({ code: 'ready' })).toBe(true);
};

test('every state and every transition of the machine keeps its promise', () => {
  walkMachine(
    valuesMachine.provide({
      actors: {
        address: fromCallback<ValuesEvent>(() => undefined),
        pickers: fromCallback<ValuesEvent>(() => undefined),
        loadCode: fromPromise(async () => new Promise<ValuesCode>(() => {})),
        loadOperations: fromPromise(async () => new Promise<OperationsCode>(() => {})),
        askSite: fromPromise(async () => new Promise<boolean>(() => {})),
        opening: openingMachine.provide({
          actors: { readFile: fromPromise<OpenedValues, Blob>(async () => new Promise(() => {})) },
        }),
      },
    }),
    {
      input: undefined,
      // What the guards ask; which value it is makes no difference to them.
      situation: ({ value, context: { texts, picked, unread } }) => [
        value,
        isDefault(texts, picked),
        needsCatalogue(picked),
        picked.body === 'secret',
        unread,
      ],
      states: {
        values: ({ context }) => expect(context.texts).toBeDefined(),
        'code.absent': ({ context }) => expect(context.code).toBeUndefined(),
        'code.failed': (snapshot) => {
          expect(snapshot.context.unread).toBeDefined();
          expect(fragmentOf(snapshot)).toBe(snapshot.context.unread?.fragment);
          expect(awaitsValues(snapshot)).toBe(true);
        },
        'code.loading': ({ context, children }) => {
          expect(context.code).toBeUndefined();
          expect(children['loadCode']).toBeDefined();
        },
        'code.ready': ({ context }) => {
          expect(context.code).toBeDefined();
          expect(context.unread).toBeUndefined();
        },
        'operations.unused': ({ context }) => {
          expect(context.operations).toBeUndefined();
          expect(context.picked.operations).toBeUndefined();
        },
        'operations.loading': (snapshot) => {
          expect(snapshot.children['loadOperations']).toBeDefined();
          expect(requestValues(snapshot).operations).toBeUndefined();
        },
        'operations.failed.unexplained': (snapshot) => {
          expect(snapshot.children['askSite']).toBeDefined();
          expect(requestValues(snapshot).operationsMissing).toBe('unexplained');
        },
        'operations.failed.outdated': (snapshot) =>
          expect(requestValues(snapshot).operationsMissing).toBe('outdated'),
        'operations.failed.offline': (snapshot) =>
          expect(requestValues(snapshot).operationsMissing).toBe('offline'),
        'operations.ready': (snapshot) => expect(requestValues(snapshot).operations).toBeDefined(),
        'link.own': (snapshot) => expect(foreignNamesIn(snapshot)).toEqual([]),
        'link.foreign': (snapshot) => {
          if (requestValues(snapshot).texts.clientId === '') return;
          expect(foreignNamesIn(snapshot)).toContain('the client ID');
        },
        'arrival.awaited': ({ context }) => expect(context.unread).toBeUndefined(),
        'arrival.reading': (snapshot) =>
          expect(
            snapshot.context.unread !== undefined || snapshot.matches({ operations: 'loading' }),
          ).toBe(true),
        'arrival.shown': (snapshot) => {
          const brought = { type: 'address.bring', fragment: '#v=1&kid=later' } as const;
          const after = getNextSnapshot(valuesMachine, snapshot, brought);
          expect(after.matches({ arrival: 'shown' })).toBe(true);
        },
        'request.sample': (snapshot) => expect(requestValues(snapshot).snippets).toBeUndefined(),
        'request.drawn': (snapshot) => expect(requestValues(snapshot).snippets).toBeDefined(),
      },
      events: {
        'field.type': {
          examples: [typeOrg('acme.okta.com')],
          promises: (after, before) => {
            carriesOn(after, before);
            expect(requestValues(after).texts.orgDomain).toBe('acme.okta.com');
          },
        },
        'form.choose': {
          examples: [{ type: 'form.choose', choice: { variant: 'bearer' } }],
          promises: (after, before) => {
            carriesOn(after, before);
            expect(requestValues(after).form.variant).toBe('bearer');
          },
        },
        'picker.choose': {
          examples: [
            { type: 'picker.choose', name: 'lang', value: 'python' },
            { type: 'picker.choose', name: 'shell', value: 'fish' },
          ],
          promises: (after, before, event) => {
            expect(choicesIn(after)).toMatchObject({ [event['name']]: event['value'] });
            if (event['name'] === 'lang') carriesOn(after, before);
            else expect(after.value).toEqual(before.value);
          },
        },
        'operations.open': {
          examples: [{ type: 'operations.open' }],
          promises: (after, before) => {
            carriesOn(after, before);
            expect(after.matches({ operations: 'unused' })).toBe(false);
            expect(after.matches({ operations: 'failed' })).toBe(false);
          },
        },
        'operations.pick': {
          examples: [{ type: 'operations.pick', references: ['listUsers'] }],
          promises: (after, before) => {
            carriesOn(after, before);
            expect(requestValues(after).operationCount).toBe(1);
            expect(after.matches({ operations: 'unused' })).toBe(false);
          },
        },
        'parameter.type': {
          examples: [{ type: 'parameter.type', part: 'queryTexts', name: 'limit', text: '5' }],
          promises: (after, before) => {
            carriesOn(after, before);
            expect(after.context.picked.queryTexts).toEqual({ limit: '5' });
          },
        },
        'body.type': {
          examples: [
            { type: 'body.type', text: '{}' },
            { type: 'body.type', text: 'secret' },
          ],
          promises: (after, before, event) => {
            carriesOn(after, before);
            expect(after.context.picked.body).toBe(event['text']);
          },
        },
        'address.bring': {
          examples: ['#v=1&client=0oa1gjh63g214q0Hq0g4', '#v=1&kid=other'].map((fragment) => ({
            type: 'address.bring',
            fragment,
            isForeign: fragment.includes('client'),
          })),
          promises: (after, before, event) => {
            carriesOn(after, before);
            expect(fragmentOf(after)).toBe(event['fragment']);
          },
        },
        'values.clear': {
          examples: [{ type: 'values.clear' }],
          promises: (after, before) => {
            if (before.context.code === undefined) {
              expect(after.value).toEqual(before.value);
              return;
            }
            expect(after.matches({ link: 'own' })).toBe(true);
            expect(requestValues(after).texts.orgDomain).toBe('');
            expect(after.context.picked).toEqual({});
          },
        },
        'xstate.done.actor.loadCode': {
          examples: [{ type: 'xstate.done.actor.loadCode', output: liveValues }],
          promises: (after, before) => {
            expect(after.matches({ code: 'ready' })).toBe(true);
            expect(requestValues(after).texts.orgDomain).toBe(before.context.texts.orgDomain);
            expect(after.context.picked).toMatchObject(before.context.picked);
          },
        },
        'xstate.error.actor.loadCode': {
          examples: [{ type: 'xstate.error.actor.loadCode', error: new Error('offline') }],
          promises: (after, before) => {
            const isWaiting = before.context.unread !== undefined;
            expect(after.matches({ code: isWaiting ? 'failed' : 'absent' })).toBe(true);
            expect(keys(after)).toEqual(keys(before));
          },
        },
        'xstate.after.retryPause.values.code.failed': {
          examples: [{ type: 'xstate.after.retryPause.values.code.failed' }],
          promises: (after, before) => {
            expect(after.matches({ code: 'loading' })).toBe(true);
            expect(keys(after)).toEqual(keys(before));
          },
        },
        'file.choose': {
          examples: [{ type: 'file.choose', file: new Blob(['{}']) }],
          promises: (after, before) => {
            expect(fileProblemsIn(after)).toEqual([]);
            expect(keys(after)).toEqual(keys(before));
          },
        },
        'file.open': {
          examples: [opened, refused].map((output) => ({ type: 'file.open', opened: output })),
          promises: (after, before, event) => {
            carriesOn(after, before);
            if (event['opened'] === opened) {
              expect(after.context.texts).toEqual(opened.texts);
              expect(after.context.picked).toEqual(opened.picked);
            } else {
              expect(keys(after)).toEqual(keys(before));
              expect(fileProblemsIn(after)).toEqual(refused.problems);
            }
          },
        },
        'xstate.done.actor.loadOperations': {
          examples: [{ type: 'xstate.done.actor.loadOperations', output: operationsCode }],
          promises: (after, before) => {
            expect(after.matches({ operations: 'ready' })).toBe(true);
            expect(keys(after)).toEqual(keys(before));
          },
        },
        'xstate.error.actor.loadOperations': {
          examples: [{ type: 'xstate.error.actor.loadOperations', error: new Error('offline') }],
          promises: (after, before) => {
            expect(after.matches({ operations: 'failed' })).toBe(true);
            expect(keys(after)).toEqual(keys(before));
          },
        },
        'xstate.done.actor.askSite': {
          examples: [true, false].map((output) => ({ type: 'xstate.done.actor.askSite', output })),
          promises: (after, before, { output }) => {
            expect(after.matches({ operations: { failed: output ? 'outdated' : 'offline' } })).toBe(
              true,
            );
            expect(keys(after)).toEqual(keys(before));
          },
        },
      },
    },
  );
});

describe('the page is shown', () => {
  test('at once if the address brings no values', () => {
    const { actor } = valuesInTest();
    expect(hasArrived(actor.getSnapshot())).toBe(false);
    actor.send(bring(''));
    expect(hasArrived(actor.getSnapshot())).toBe(true);
  });

  test('with the values of the address, and not before', async () => {
    const { actor, codeComes } = valuesInTest();
    actor.send(bring('#v=1&org=acme.okta.com'));
    expect(hasArrived(actor.getSnapshot())).toBe(false);
    await codeComes();
    expect(requestValues(actor.getSnapshot()).texts.orgDomain).toBe('acme.okta.com');
    expect(hasArrived(actor.getSnapshot())).toBe(true);
  });

  test('only with the operations, where the address names some', async () => {
    const { actor, codeComes, operationsCome } = valuesInTest();
    actor.send(bring('#v=1&ops=listUsers'));
    await codeComes();
    expect(hasArrived(actor.getSnapshot())).toBe(false);
    await operationsCome();
    expect(hasArrived(actor.getSnapshot())).toBe(true);
  });

  test('without the values if their code could not be loaded', async () => {
    const { actor, codeFetches } = valuesInTest();
    actor.send(bring('#v=1&org=acme.okta.com'));
    codeFetches.at(-1)?.fail();
    await settled();
    expect(awaitsValues(actor.getSnapshot())).toBe(true);
    expect(hasArrived(actor.getSnapshot())).toBe(true);
  });

  test('without the operations if their code could not be loaded', async () => {
    const { actor, codeComes, operationsFetches } = valuesInTest();
    actor.send(bring('#v=1&ops=listUsers'));
    await codeComes();
    operationsFetches.at(-1)?.fail();
    await settled();
    expect(hasArrived(actor.getSnapshot())).toBe(true);
  });
});

describe('while the code is on its way', () => {
  test('two values are typed: both are in their fields at once, and in the request when it comes', async () => {
    const { actor, codeFetches, codeComes, write } = valuesInTest();
    actor.send(typeOrg('acme.okta.com'));
    actor.send(typeClient(clientId));
    expect(requestValues(actor.getSnapshot()).texts).toMatchObject({
      orgDomain: 'acme.okta.com',
      clientId,
    });
    expect(codeFetches).toHaveLength(1);
    expect(write).not.toHaveBeenCalled();
    await codeComes();
    expect(write.mock.calls).toEqual([[`#v=1&client=${clientId}&org=acme.okta.com`]]);
    expect(requestValues(actor.getSnapshot()).snippets).toBeDefined();
  });

  test('a value that is typed and taken back leaves the page’s own request in place', async () => {
    const { actor, codeComes, write } = valuesInTest();
    actor.send(typeOrg('acme.okta.com'));
    actor.send(typeOrg(''));
    await codeComes();
    expect(requestValues(actor.getSnapshot()).snippets).toBeUndefined();
    expect(write.mock.calls).toEqual([['']]);
  });

  test('it fails: the fields keep what was typed, and the next letter tries again', async () => {
    const { actor, codeFetches, codeComes, write } = valuesInTest();
    actor.send(typeOrg('acme.okta.co'));
    codeFetches[0]?.fail();
    await settled();
    expect(requestValues(actor.getSnapshot()).texts.orgDomain).toBe('acme.okta.co');
    expect(codeFetches).toHaveLength(1);
    actor.send(typeOrg('acme.okta.com'));
    await codeComes();
    expect(write.mock.calls).toEqual([['#v=1&org=acme.okta.com']]);
  });

  test('values of a link that somebody else may have written are named until they are cleared', async () => {
    const { actor, codeComes, write } = valuesInTest();
    actor.send({
      type: 'address.bring',
      fragment: '#v=1&lang=python&ops=listUsers&org=brought.okta.com',
      isForeign: true,
    });
    await codeComes();
    expect(foreignNamesIn(actor.getSnapshot())).toEqual(['the org', 'the operations']);
    actor.send({ type: 'values.clear' });
    expect(foreignNamesIn(actor.getSnapshot())).toEqual([]);
    expect(write).toHaveBeenLastCalledWith('');
  });

  test('a person’s own values are named nowhere', async () => {
    const { actor, codeComes } = valuesInTest();
    actor.send({ type: 'address.bring', fragment: '#v=1&org=own.okta.com' });
    await codeComes();
    expect(foreignNamesIn(actor.getSnapshot())).toEqual([]);
  });

  test('the address brings values and one is typed: the typed one stays, the others are taken over', async () => {
    const { actor, codeComes } = valuesInTest();
    actor.send({ type: 'address.bring', fragment: '#v=1&lang=python&org=brought.okta.com' });
    actor.send(typeClient(clientId));
    actor.send(typeOrg('typed.okta.com'));
    await codeComes();
    expect(fragmentOf(actor.getSnapshot())).toBe(
      `#v=1&client=${clientId}&lang=python&org=typed.okta.com`,
    );
  });

  test('whoever takes a step takes the fragment along as it was brought', () => {
    const { actor } = valuesInTest();
    actor.send({ type: 'address.bring', fragment: '#v=1&org=acme.okta.com' });
    expect(fragmentOf(actor.getSnapshot())).toBe('#v=1&org=acme.okta.com');
  });

  test('the values end: code that comes late changes nothing and writes no address', async () => {
    const { actor, codeFetches, write } = valuesInTest();
    actor.send(typeOrg('acme.okta.com'));
    actor.stop();
    codeFetches[0]?.come(liveValues);
    await settled();
    expect(write).not.toHaveBeenCalled();
  });
});

describe('the address', () => {
  test('an anchor leaves the values alone and loads nothing', () => {
    const { actor, codeFetches } = valuesInTest();
    actor.send({ type: 'address.bring', fragment: '#sources' });
    actor.send({ type: 'address.bring', fragment: '' });
    expect(codeFetches).toHaveLength(0);
    expect(fragmentOf(actor.getSnapshot())).toBe('');
  });

  test('one that is changed by hand replaces the values', async () => {
    const { actor, codeComes } = valuesInTest();
    actor.send(typeOrg('typed.okta.com'));
    await codeComes();
    actor.send({ type: 'address.bring', fragment: '#v=1&lang=go' });
    expect(fragmentOf(actor.getSnapshot())).toBe('#v=1&lang=go');
    expect(requestValues(actor.getSnapshot()).texts.orgDomain).toBe('');
  });

  test('what is refused is named, and the address is rewritten without it', async () => {
    const { actor, codeComes, write } = valuesInTest();
    const secret = ['eyJhbGciOiJSUzI1NiJ9', 'eyJpc3MiOiJleGFtcGxlIn0', 'c2lnbmF0dXJl'].join('.');
    actor.send({ type: 'address.bring', fragment: `#v=1&client=${secret}&org=acme.okta.com` });
    await codeComes();
    expect(refusedIn(actor.getSnapshot()).map(({ key }) => key)).toEqual(['client']);
    expect(write.mock.calls).toEqual([['#v=1&org=acme.okta.com']]);
  });
});

describe('values of a link whose code does not come', () => {
  test('stay in the fragment, are reported, and are read as soon as it comes', async () => {
    const { actor, clock, codeFetches, codeComes } = valuesInTest();
    const fragment = '#v=1&org=acme.okta.com';
    actor.send({ type: 'address.bring', fragment });
    for (const pause of [2000, 4000]) {
      codeFetches.at(-1)?.fail();
      await settled();
      expect(fragmentOf(actor.getSnapshot())).toBe(fragment);
      expect(awaitsValues(actor.getSnapshot())).toBe(true);
      const before = codeFetches.length;
      clock.increment(pause);
      expect(codeFetches).toHaveLength(before + 1);
    }
    await codeComes();
    expect(awaitsValues(actor.getSnapshot())).toBe(false);
    expect(requestValues(actor.getSnapshot()).texts.orgDomain).toBe('acme.okta.com');
    expect(requestValues(actor.getSnapshot()).snippets).toBeDefined();
  });
});

describe('a body', () => {
  const pick: ValuesEvent = { type: 'operations.pick', references: ['createUser'] };

  test('that was emptied is still empty after a reload', async () => {
    const before = valuesInTest();
    before.actor.send(pick);
    await before.codeComes();
    before.actor.send({ type: 'body.type', text: '' });
    const fragment = fragmentOf(before.actor.getSnapshot());
    const after = valuesInTest();
    after.actor.send({ type: 'address.bring', fragment });
    await after.codeComes();
    expect(after.actor.getSnapshot().context.picked.body).toBe('');
  });

  test('that is too long for a link is reported, and comes back with what was kept of it', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(20_000) });
    const before = valuesInTest();
    before.actor.send(pick);
    await before.codeComes();
    before.actor.send({ type: 'body.type', text: body });
    const snapshot = before.actor.getSnapshot();
    expect(leftOutOf(snapshot)).toEqual([{ key: 'body', because: 'length' }]);
    expect(before.kept()).not.toBe(fragmentOf(snapshot));
    const after = valuesInTest();
    const fragment = fragmentOf(snapshot);
    after.actor.send({ type: 'address.bring', fragment, kept: before.kept() });
    await after.codeComes();
    expect(after.actor.getSnapshot().context.picked).toMatchObject({
      body,
      operations: ['createUser'],
    });
    expect(fragmentOf(after.actor.getSnapshot())).toBe(fragment);
  });
});

describe('the operations', () => {
  test('are loaded because the address names some, and drawn once both parts are there, in either order', async () => {
    for (const late of ['the code', 'the operations']) {
      const values = valuesInTest();
      values.actor.send({ type: 'operations.open' });
      values.actor.send({ type: 'operations.pick', references: ['listUsers'] });
      const [one, other] = [values.codeComes, values.operationsCome];
      // The two orders are tried one after the other.
      // oxlint-disable-next-line no-await-in-loop
      await (late === 'the code' ? other() : one());
      expect(requestValues(values.actor.getSnapshot()).snippets, late).toBeUndefined();
      // oxlint-disable-next-line no-await-in-loop
      await (late === 'the code' ? one() : other());
      expect(requestValues(values.actor.getSnapshot()).snippets?.operations, late).toBeDefined();
    }
  });

  test('fail, and are tried again when the choice is opened again', async () => {
    const { actor, codeComes, operationsFetches, operationsCome } = valuesInTest();
    actor.send({ type: 'operations.open' });
    await codeComes();
    operationsFetches[0]?.fail();
    await settled();
    expect(requestValues(actor.getSnapshot()).operationsMissing).toBeDefined();
    actor.send({ type: 'operations.open' });
    expect(requestValues(actor.getSnapshot()).operationsMissing).toBeUndefined();
    await operationsCome();
    expect(requestValues(actor.getSnapshot()).operations).toBeDefined();
  });

  test.each([
    ['the site answers, so a new version has taken their place', true, 'outdated'],
    ['the site does not answer', false, 'offline'],
  ] as const)('fail, and %s', async (_, answers, reason) => {
    const { actor, operationsFetches } = valuesInTest(answers);
    actor.send({ type: 'operations.open' });
    operationsFetches[0]?.fail();
    await settled();
    expect(requestValues(actor.getSnapshot()).operationsMissing).toBe(reason);
  });

  test('fail while values are typed: the request holds these all the same', async () => {
    const { actor, codeComes, operationsFetches } = valuesInTest();
    actor.send({ type: 'address.bring', fragment: '#v=1&ops=listUsers' });
    await codeComes();
    operationsFetches[0]?.fail();
    await settled();
    actor.send(typeOrg('acme.okta.com'));
    expect(requestValues(actor.getSnapshot()).snippets).toBeDefined();
    expect(fragmentOf(actor.getSnapshot())).toBe('#v=1&ops=listUsers&org=acme.okta.com');
  });

  test('a secret that an address brings leaves it as soon as the operations are known', async () => {
    const { actor, write, codeComes, operationsCome } = valuesInTest();
    actor.send({ type: 'address.bring', fragment: '#v=1&ops=addGroup&body=secret' });
    await codeComes();
    await operationsCome();
    expect(write).toHaveBeenLastCalledWith('#v=1&ops=addGroup');
    expect(fragmentOf(actor.getSnapshot())).toBe('#v=1&ops=addGroup');
    actor.send({ type: 'body.type', text: 'another secret' });
    expect(write).toHaveBeenLastCalledWith('#v=1&ops=addGroup');
    expect(actor.getSnapshot().context.picked.body).toBe('another secret');
  });

  test('what was filled in goes along with its operation when another one comes first', async () => {
    const { actor, codeComes } = valuesInTest();
    actor.send({ type: 'operations.pick', references: ['createUser'] });
    actor.send({ type: 'body.type', text: '{}' });
    actor.send({ type: 'parameter.type', part: 'pathTexts', name: 'userId', text: '00u1' });
    actor.send({ type: 'operations.pick', references: ['getUser', 'createUser'] });
    await codeComes();
    expect(actor.getSnapshot().context.picked).toEqual({
      operations: ['getUser', 'createUser'],
      laterTexts: { createUser: { pathTexts: { userId: '00u1' }, body: '{}' } },
    });
    actor.send({ type: 'parameter.type', part: 'pathTexts', name: 'userId', text: '00u2' });
    actor.send({ type: 'operations.pick', references: ['createUser'] });
    expect(actor.getSnapshot().context.picked).toEqual({
      operations: ['createUser'],
      pathTexts: { userId: '00u1' },
      body: '{}',
    });
  });

  test('what takes the place of an operation keeps its parameters, and not its body', () => {
    const { actor } = valuesInTest();
    actor.send({ type: 'operations.pick', references: ['createUser'] });
    actor.send({ type: 'body.type', text: '{}' });
    actor.send({ type: 'parameter.type', part: 'pathTexts', name: 'userId', text: '00u1' });
    actor.send({ type: 'operations.pick', references: ['getUser'] });
    expect(actor.getSnapshot().context.picked).toEqual({
      operations: ['getUser'],
      pathTexts: { userId: '00u1' },
    });
  });

  test('each operation keeps what is filled in for it, and loses it when it is taken out', () => {
    const { actor } = valuesInTest();
    actor.send({ type: 'operations.pick', references: ['listUsers', 'listGroups'] });
    const limit = { type: 'parameter.type', part: 'queryTexts', name: 'limit' } as const;
    actor.send({ ...limit, text: '5' });
    actor.send({ ...limit, later: 'listGroups', text: '7' });
    actor.send({ type: 'body.type', later: 'listGroups', text: '' });
    expect(actor.getSnapshot().context.picked).toEqual({
      operations: ['listUsers', 'listGroups'],
      queryTexts: { limit: '5' },
      laterTexts: { listGroups: { queryTexts: { limit: '7' }, body: '' } },
    });
    actor.send({ type: 'operations.pick', references: ['listUsers'] });
    expect(actor.getSnapshot().context.picked).toEqual({
      operations: ['listUsers'],
      queryTexts: { limit: '5' },
    });
  });
});

test('values that end stop listening to the address and the pickers', () => {
  const end = vi.fn<() => void>();
  const actor = createActor(
    valuesMachine.provide({
      actors: {
        address: fromCallback<ValuesEvent>(() => end),
        pickers: fromCallback<ValuesEvent>(() => end),
      },
    }),
  );
  actor.start();
  actor.stop();
  expect(end).toHaveBeenCalledTimes(2);
});
