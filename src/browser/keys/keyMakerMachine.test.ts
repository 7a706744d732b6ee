import { expect, test, vi } from 'vitest';
import { createActor, fromPromise } from 'xstate';

import { walkMachine } from '#testing/machineWalk.ts';

import { keyIdProblem, keyMakerFailure, keyMakerMachine } from './keyMakerMachine.ts';
import { type KeyChoice, makeKeyPair, type MadeKeyPair, type PrivateForm } from './keyPair.ts';

const pair = await makeKeyPair({ kind: 'EC-P-256', keyId: 'made' });
const secret = ['eyJhbGciOiJSUzI1NiJ9', 'eyJpc3MiOiJleGFtcGxlIn0', 'c2lnbmF0dXJl'].join('.');

/** The machine without a browser: what it starts never ends by itself. */
const withoutBrowser = keyMakerMachine.provide({
  actors: {
    makePair: fromPromise<MadeKeyPair, KeyChoice>(async () => new Promise(() => undefined)),
    exportPrivateKey: fromPromise<
      string,
      { readonly pair: MadeKeyPair | undefined; readonly form: PrivateForm }
    >(async () => new Promise(() => undefined)),
  },
  actions: { saveFile: () => undefined },
});

test('every state and every transition of the machine keeps its promise', () => {
  walkMachine(withoutBrowser, {
    input: { isSupported: true },
    otherInputs: [{ isSupported: false }],
    situation: ({ value, context: { choice, wish } }) => [value, choice, wish],
    states: {
      unsupported: (snapshot) => expect(snapshot.context.isSupported).toBe(false),
      idle: ({ context }) => {
        expect(context.pair).toBeUndefined();
        expect(context.privateText).toBeUndefined();
      },
      making: ({ context }) => expect(keyIdProblem(context.choice)).toBeUndefined(),
      failed: (snapshot) => expect(keyMakerFailure(snapshot)).toBe('not here'),
      'made.covered': ({ context }) => expect(context.privateText).toBeUndefined(),
      'made.exporting': ({ context }) => expect(context.privateText).toBeUndefined(),
      'made.saved': ({ context }) => {
        expect(context.wish?.as).toBe('file');
        expect(context.privateText).toBeUndefined();
      },
      'made.shown': ({ context }) => {
        expect(context.wish?.as).toBe('text');
        expect(context.privateText).toBe('PRIVATE');
      },
      'made.withheld': (snapshot) => expect(keyMakerFailure(snapshot)).toBe('not given'),
    },
    events: {
      'choice.change': {
        examples: [
          { type: 'choice.change', change: { kind: 'EC-P-521' } },
          { type: 'choice.change', change: { keyId: secret } },
          { type: 'choice.change', change: { keyId: '' } },
        ],
        promises: (after, before, event) => {
          expect(after.value).toBe('idle');
          expect(after.context.choice).toEqual({ ...before.context.choice, ...event['change'] });
        },
      },
      'pair.make': {
        examples: [{ type: 'pair.make' }],
        promises: (after, before) =>
          expect(after.matches('making')).toBe(keyIdProblem(before.context.choice) === undefined),
      },
      'pair.forget': {
        examples: [{ type: 'pair.forget' }],
        promises: (after) => expect(after.value).toBe('idle'),
      },
      'private.ask': {
        examples: [
          { type: 'private.ask', wish: { form: 'pem', as: 'text' } },
          { type: 'private.ask', wish: { form: 'jwk', as: 'file' } },
        ],
        promises: (after, _before, event) => {
          expect(after.value).toEqual({ made: 'exporting' });
          expect(after.context.wish).toEqual(event['wish']);
        },
      },
      'private.cover': {
        examples: [{ type: 'private.cover' }],
        promises: (after) => expect(after.value).toEqual({ made: 'covered' }),
      },
      'xstate.done.actor.makePair': {
        examples: [{ type: 'xstate.done.actor.makePair', output: pair }],
        promises: (after) => expect(after.context.pair).toBe(pair),
      },
      'xstate.error.actor.makePair': {
        examples: [{ type: 'xstate.error.actor.makePair', error: new Error('not here') }],
        promises: (after) => expect(after.value).toBe('failed'),
      },
      'xstate.done.actor.exportPrivateKey': {
        examples: [{ type: 'xstate.done.actor.exportPrivateKey', output: 'PRIVATE' }],
        promises: (after, before) =>
          expect(after.value).toEqual({
            made: before.context.wish?.as === 'file' ? 'saved' : 'shown',
          }),
      },
      'xstate.error.actor.exportPrivateKey': {
        examples: [{ type: 'xstate.error.actor.exportPrivateKey', error: 'not given' }],
        promises: (after) => expect(after.value).toEqual({ made: 'withheld' }),
      },
    },
  });
});

/** The machine at work; the test says when a pair is there. */
function start() {
  const attempts: { readonly choice: KeyChoice; readonly succeed: (made: MadeKeyPair) => void }[] =
    [];
  const saveFile = vi.fn<(text: string, form: PrivateForm | undefined) => void>();
  const actor = createActor(
    keyMakerMachine.provide({
      actors: {
        makePair: fromPromise<MadeKeyPair, KeyChoice>(
          async ({ input }) =>
            new Promise((succeed) => {
              attempts.push({ choice: input, succeed });
            }),
        ),
        exportPrivateKey: fromPromise<
          string,
          { readonly pair: MadeKeyPair | undefined; readonly form: PrivateForm }
        >(async ({ input }) => `the ${input.form} of ${input.pair?.publicJwk.kid ?? 'nothing'}`),
      },
      actions: { saveFile: (_, { text, form }) => saveFile(text, form) },
    }),
    { input: { isSupported: true } },
  ).start();
  return { actor, attempts, saveFile };
}

const settled = async (): Promise<void> =>
  new Promise((done) => {
    setTimeout(done);
  });

test('a pair that comes after the choice has changed is not taken for the one that was asked for', async () => {
  const { actor, attempts } = start();
  actor.send({ type: 'pair.make' });
  actor.send({ type: 'choice.change', change: { kind: 'EC-P-384' } });
  actor.send({ type: 'pair.make' });
  attempts[0]?.succeed(pair);
  await settled();
  expect(actor.getSnapshot().value).toBe('making');
  const asked = await makeKeyPair({ kind: 'EC-P-384', keyId: '' });
  attempts[1]?.succeed(asked);
  await settled();
  expect(attempts.map(({ choice }) => choice.kind)).toEqual(['RSA-2048', 'EC-P-384']);
  expect(actor.getSnapshot().context.pair).toBe(asked);
});

test('the text of the private key is made when it is asked for, and gone when it is covered or forgotten', async () => {
  const { actor, attempts, saveFile } = start();
  actor.send({ type: 'pair.make' });
  attempts[0]?.succeed(pair);
  await settled();
  expect(JSON.stringify(actor.getPersistedSnapshot())).not.toContain('the pem of');

  actor.send({ type: 'private.ask', wish: { form: 'pem', as: 'text' } });
  await settled();
  expect(actor.getSnapshot().context.privateText).toBe('the pem of made');
  actor.send({ type: 'private.cover' });
  expect(actor.getSnapshot().context.privateText).toBeUndefined();

  actor.send({ type: 'private.ask', wish: { form: 'jwk', as: 'file' } });
  await settled();
  expect(saveFile.mock.calls).toEqual([['the jwk of made', 'jwk']]);
  expect(actor.getSnapshot().context.privateText).toBeUndefined();

  actor.send({ type: 'pair.forget' });
  const { pair: left, privateText, wish } = actor.getSnapshot().context;
  expect([left, privateText, wish]).toEqual([undefined, undefined, undefined]);
});

test('a key ID that looks like a secret is refused before anything is made', () => {
  const { actor, attempts } = start();
  actor.send({ type: 'choice.change', change: { keyId: secret } });
  actor.send({ type: 'pair.make' });
  expect(actor.getSnapshot().value).toBe('idle');
  expect(attempts).toEqual([]);
  expect(keyIdProblem(actor.getSnapshot().context.choice)).toContain('secret');
});
