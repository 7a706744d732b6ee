import { expect, test, vi } from 'vitest';
import { createActor, fromCallback } from 'xstate';

import { fragmentChoices as choices } from '#screens/snippets/fragmentChoices.ts';
import { walkMachine } from '#testing/machineWalk.ts';

import {
  earlierIn,
  guideFragment,
  referencesIn,
  refusedIn,
  selectionFragment,
  type SelectionEvent,
  selectionMachine,
  soughtIn,
} from './selectionMachine.ts';

const secret = ['eyJhbGciOiJSUzI1NiJ9', 'eyJpc3MiOiJleGFtcGxlIn0', 'c2lnbmF0dXJl'].join('.');

function selectionInTest(fragment: string) {
  const write = vi.fn<(fragment: string) => void>();
  const actor = createActor(
    selectionMachine.provide({
      actors: { address: fromCallback<SelectionEvent>(() => undefined) },
      actions: { writeAddress: (_, written) => write(written) },
    }),
    { input: { choices, fragment } },
  );
  actor.start();
  return { actor, write };
}

test('every state and every transition of the machine keeps its promise', () => {
  walkMachine(
    selectionMachine.provide({
      actors: { address: fromCallback<SelectionEvent>(() => undefined) },
    }),
    {
      input: { choices, fragment: '#v=1&ops=listUsers&client=nonsense%20client' },
      situation: ({ value, context }) => [value, context],
      states: {
        brought: (snapshot) => expect(refusedIn(snapshot)).toBe(snapshot.context.refused),
        changed: (snapshot) => expect(refusedIn(snapshot)).toEqual([]),
      },
      events: {
        'operations.pick': {
          examples: [
            { type: 'operations.pick', references: ['listGroups'] },
            { type: 'operations.pick', references: [] },
          ],
          promises: (after, _before, event) => {
            expect(after.value).toBe('changed');
            expect(referencesIn(after)).toEqual(event['references']);
          },
        },
        'address.bring': {
          examples: [{ type: 'address.bring', fragment: '#v=1&ops=getUser&nonsense=1' }],
          promises: (after) => {
            expect(after.value).toBe('brought');
            expect(referencesIn(after)).toEqual(['getUser']);
            expect(refusedIn(after)).toHaveLength(1);
          },
        },
      },
    },
  );
});

test('picks are written into the address beside the values that were there', () => {
  const { actor, write } = selectionInTest('#v=1&org=acme.okta.com');
  expect(write).not.toHaveBeenCalled();
  actor.send({ type: 'operations.pick', references: ['listUsers'] });
  expect(write.mock.calls).toEqual([['#v=1&ops=listUsers&org=acme.okta.com']]);
  expect(guideFragment(actor.getSnapshot())).toBe('#v=1&ops=listUsers&org=acme.okta.com');
});

test('a secret that the address brings is taken out of it at once', () => {
  const { actor, write } = selectionInTest(`#v=1&client=${secret}&ops=listUsers`);
  expect(write.mock.calls).toEqual([['#v=1&ops=listUsers']]);
  expect(refusedIn(actor.getSnapshot())).toHaveLength(1);
});

test('a selection that is too long for a link has none', () => {
  const { actor } = selectionInTest('');
  const references = Array.from({ length: 1000 }, (_, index) => `operationNumber${index}`);
  actor.send({ type: 'operations.pick', references });
  expect(selectionFragment(actor.getSnapshot())).toBeUndefined();
  expect(referencesIn(actor.getSnapshot())).toHaveLength(1000);
});

test('an address that adds an operation adds it to the selection that this tab had, once', () => {
  const write = vi.fn<(fragment: string) => void>();
  const actor = createActor(
    selectionMachine.provide({
      actors: { address: fromCallback<SelectionEvent>(() => undefined) },
      actions: { writeAddress: (_, written) => write(written) },
    }),
    { input: { choices, fragment: '#add=listGroups', kept: '#v=1&ops=listUsers' } },
  );
  actor.start();
  expect(referencesIn(actor.getSnapshot())).toEqual(['listUsers', 'listGroups']);
  expect(write).toHaveBeenCalledExactlyOnceWith('#v=1&ops=listUsers+listGroups');
  actor.send({ type: 'address.bring', fragment: '#add=listUsers', kept: '#v=1&ops=listUsers' });
  expect(referencesIn(actor.getSnapshot())).toEqual(['listUsers']);
});

test('an address that shows an operation shows it alone, and what was selected waits until something else is selected', () => {
  const write = vi.fn<(fragment: string) => void>();
  const keep = vi.fn<(fragment: string) => void>();
  const actor = createActor(
    selectionMachine.provide({
      actors: { address: fromCallback<SelectionEvent>(() => undefined) },
      actions: { writeAddress: (_, written) => write(written), keep: (_, kept) => keep(kept) },
    }),
    {
      input: {
        choices,
        fragment: '#show=listGroups',
        kept: '#v=1&ops=listUsers&org=acme.okta.com',
      },
    },
  ).start();
  expect(referencesIn(actor.getSnapshot())).toEqual(['listGroups']);
  expect(earlierIn(actor.getSnapshot())).toEqual(['listUsers']);
  expect(selectionFragment(actor.getSnapshot())).toBe('#v=1&ops=listGroups&org=acme.okta.com');
  expect(write).not.toHaveBeenCalled();
  expect(keep).not.toHaveBeenCalled();
  actor.send({ type: 'operations.pick', references: ['listGroups', 'listUsers'] });
  expect(keep).toHaveBeenCalledExactlyOnceWith('#v=1&ops=listGroups+listUsers&org=acme.okta.com');
  expect(write).toHaveBeenCalledOnce();
});

test('the first operation that is shown is kept, so that the next one can join it', () => {
  const keep = vi.fn<(fragment: string) => void>();
  const actor = createActor(
    selectionMachine.provide({
      actors: { address: fromCallback<SelectionEvent>(() => undefined) },
      actions: { keep: (_, kept) => keep(kept) },
    }),
    { input: { choices, fragment: '#show=listGroups' } },
  ).start();
  expect(earlierIn(actor.getSnapshot())).toEqual([]);
  expect(keep).toHaveBeenCalledExactlyOnceWith('#v=1&ops=listGroups');
  actor.send({ type: 'address.bring', fragment: '#show=addGroup', kept: '#v=1&ops=listGroups' });
  expect(referencesIn(actor.getSnapshot())).toEqual(['addGroup']);
  expect(earlierIn(actor.getSnapshot())).toEqual(['listGroups']);
});

test('an address that looks for a scope leaves the selection as it is', () => {
  const write = vi.fn<(fragment: string) => void>();
  const actor = createActor(
    selectionMachine.provide({
      actors: { address: fromCallback<SelectionEvent>(() => undefined) },
      actions: { writeAddress: (_, written) => write(written) },
    }),
    { input: { choices, fragment: '#find=okta.logs.read', kept: '#v=1&ops=listUsers' } },
  ).start();
  expect(soughtIn(actor.getSnapshot())).toBe('okta.logs.read');
  expect(referencesIn(actor.getSnapshot())).toEqual(['listUsers']);
  expect(write).not.toHaveBeenCalled();
  actor.send({ type: 'address.bring', fragment: '#v=1&ops=getUser' });
  expect(soughtIn(actor.getSnapshot())).toBe('');
});
