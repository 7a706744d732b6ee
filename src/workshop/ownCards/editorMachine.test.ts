import { createActor, fromPromise } from 'xstate';
import { describe, expect, test, vi } from 'vitest';

import { walkMachine } from '#testing/machineWalk.ts';
import { settled } from '#testing/settled.ts';

import { submission, usableCards } from './cardFile.ts';
import type { CardRecord } from './cardRecord.ts';
import { type CardText, cardYaml } from './cardYaml.ts';
import { editorMachine } from './editorMachine.ts';
import { exampleCard } from './exampleCard.ts';

// The walk reads the same few texts thousands of times, and gets the same each time.
vi.mock(import('./cardYaml.ts'), async (load) => {
  const original = await load();
  const known = new Map<string, CardText>();
  return {
    ...original,
    readCardYaml: (given) => {
      const read = known.get(given) ?? original.readCardYaml(given);
      known.set(given, read);
      return read;
    },
  };
});

const second: CardRecord = { ...exampleCard, id: 'second-card', title: 'The second card' };
const text = cardYaml([exampleCard]);
const faulty = text.replace('audience.ownOrg', 'audience.own');
const file = new Blob([text]);

test(
  'every situation of the editor keeps what its states and events promise',
  { timeout: 60_000 },
  () => {
    walkMachine(editorMachine, {
      input: { text },
      otherInputs: [{ text: faulty }],
      // Reading a file touches the link by the text alone, so one state of the link is enough.
      situation: ({ value, context }) => [
        value.link,
        value.link === 'made' && value.file,
        context.file.records.map(({ id }) => id),
        context.file.problems.length,
        context.before === undefined,
      ],
      states: {
        'file.idle': ({ children }) => expect(children['chosenFile']).toBeUndefined(),
        'file.reading': ({ children }) => expect(children['chosenFile']).toBeDefined(),
        'file.unreadable': ({ children }) => expect(children['chosenFile']).toBeUndefined(),
        'link.absent': ({ context }) => {
          expect(usableCards(context.file)).toEqual([]);
          expect(context.fragment).toBe('');
        },
        'link.making': ({ context }) => expect(usableCards(context.file)).not.toEqual([]),
        'link.made': ({ context }) => expect(context.fragment).toBe('#cards=made'),
        'link.failed': ({ context }) => expect(context.fragment).toBe(''),
      },
      events: {
        'text.type': {
          examples: [text, faulty].map((typed) => ({ type: 'text.type', text: typed })),
          promises: ({ context }, before, event) => {
            expect(context.file.text).toBe(event['text']);
            expect(context.before).toBe(before.context.before);
          },
        },
        'text.undo': {
          examples: [{ type: 'text.undo' }],
          promises: (after, before) => {
            expect(after.context.file).toBe(before.context.before);
            expect(after.can({ type: 'text.undo' })).toBe(false);
          },
        },
        'file.choose': {
          examples: [{ type: 'file.choose', file }],
          promises: (after, before) => {
            expect(after.matches({ file: 'reading' })).toBe(true);
            expect(after.context.file).toBe(before.context.file);
          },
        },
        'xstate.done.actor.chosenFile': {
          examples: [{ type: 'xstate.done.actor.chosenFile', output: text }],
          promises: ({ context }, before) => {
            expect(context.file.text).toBe(text);
            expect(context.before).toBe(before.context.file);
          },
        },
        'xstate.error.actor.chosenFile': {
          examples: [{ type: 'xstate.error.actor.chosenFile', error: new Error('gone') }],
          promises: ({ context }, before) => expect(context.file).toBe(before.context.file),
        },
        'card.edit': {
          examples: [{ type: 'card.edit', card: exampleCard }],
          promises: ({ context }) => {
            expect(context).toMatchObject({ edited: exampleCard, submitted: undefined });
          },
        },
        'card.compose': {
          examples: [{ type: 'card.compose' }],
          promises: ({ context }) => {
            expect(context).toMatchObject({ edited: undefined, submitted: undefined });
          },
        },
        'card.delete': {
          examples: [exampleCard, second].map(({ id }) => ({ type: 'card.delete', id })),
          promises: ({ context }, before, { id }) => {
            expect(context.file.records.map((card) => card.id)).not.toContain(id);
            expect(context.file.records).toHaveLength(before.context.file.records.length - 1);
            expect(context.before).toBe(before.context.file);
          },
        },
        'card.submit': {
          examples: [second, exampleCard, { ...second, title: '' }].map((card) => ({
            type: 'card.submit',
            card,
          })),
          promises: ({ context }, before, { card }) => {
            expect(context.submitted?.card).toBe(card);
            if (context.submitted?.became.kind === 'taken') {
              expect(context.file.records).toContainEqual(card);
              expect(context.edited).toBe(card);
              expect(context.before).toBe(before.context.file);
            } else {
              expect(context.file).toBe(before.context.file);
              expect(context.edited).toBe(before.context.edited);
            }
          },
        },
        'file.change': {
          examples: [{ type: 'file.change' }],
          promises: (after) => {
            const isUsable = usableCards(after.context.file).length > 0;
            expect(after.matches({ link: isUsable ? 'making' : 'absent' })).toBe(true);
          },
        },
        'xstate.done.actor.link': {
          examples: [{ type: 'xstate.done.actor.link', output: '#cards=made' }],
          promises: (after) => expect(after.matches({ link: 'made' })).toBe(true),
        },
        'xstate.error.actor.link': {
          examples: [{ type: 'xstate.error.actor.link', error: new Error('too old') }],
          promises: (after) => expect(after.matches({ link: 'failed' })).toBe(true),
        },
      },
    });
  },
);

interface Answer {
  readonly done: (text: string) => void;
  readonly fail: () => void;
}

/** An editor whose links and files are made and read when the test says so. */
function run(initial = text) {
  const links: Answer[] = [];
  const reads: Answer[] = [];
  const waitIn = (list: Answer[]) =>
    new Promise<string>((done, fail) => {
      list.push({ done, fail: () => fail(new Error('failed on purpose')) });
    });
  const storeText = vi.fn<(stored: string) => void>();
  const machine = editorMachine.provide({
    actors: {
      readText: fromPromise(() => waitIn(reads)),
      makeLink: fromPromise(() => waitIn(links)),
    },
    actions: { storeText: (_, stored) => storeText(stored.text) },
  });
  const actor = createActor(machine, { input: { text: initial } }).start();
  return { actor, links, reads, storeText };
}

describe('the editor', () => {
  test('shows the link to what is written last, whichever is made first', async () => {
    const { actor, links } = run();
    actor.send({ type: 'text.type', text: cardYaml([second]) });
    links[1]?.done('#cards=later');
    links[0]?.done('#cards=earlier');
    await settled();
    expect(actor.getSnapshot().context.fragment).toBe('#cards=later');
  });

  test('has no link while there is something to mend, also when one comes late', async () => {
    const { actor, links } = run();
    actor.send({ type: 'text.type', text: faulty });
    links[0]?.done('#cards=late');
    await settled();
    expect(actor.getSnapshot().matches({ link: 'absent' })).toBe(true);
    expect(actor.getSnapshot().context.fragment).toBe('');
  });

  test('says that no link can be made, and makes one when it can', async () => {
    const { actor, links } = run();
    links[0]?.fail();
    await settled();
    expect(actor.getSnapshot().matches({ link: 'failed' })).toBe(true);
    actor.send({ type: 'text.type', text: cardYaml([second]) });
    links[1]?.done('#cards=now');
    await settled();
    expect(actor.getSnapshot().context.fragment).toBe('#cards=now');
  });

  test('takes the file that was chosen last, and what was typed meanwhile can be had back', async () => {
    const { actor, reads } = run();
    actor.send({ type: 'file.choose', file });
    actor.send({ type: 'file.choose', file });
    actor.send({ type: 'text.type', text: faulty });
    reads[0]?.done('overtaken');
    await settled();
    expect(actor.getSnapshot().context.file.text).toBe(faulty);
    reads[1]?.done(cardYaml([second]));
    await settled();
    expect(actor.getSnapshot().context.file.records).toEqual([second]);
    actor.send({ type: 'text.undo' });
    expect(actor.getSnapshot().context.file.text).toBe(faulty);
  });

  test('leaves the text alone when a file cannot be read, and reads another one', async () => {
    const { actor, reads } = run();
    actor.send({ type: 'file.choose', file });
    reads[0]?.fail();
    await settled();
    expect(actor.getSnapshot().matches({ file: 'unreadable' })).toBe(true);
    expect(actor.getSnapshot().context.file.text).toBe(text);
    actor.send({ type: 'file.choose', file });
    reads[1]?.done(faulty);
    await settled();
    expect(actor.getSnapshot().context.file.text).toBe(faulty);
  });

  test('stores each change, and nothing by being opened', () => {
    const { actor, storeText } = run();
    expect(storeText).not.toHaveBeenCalled();
    actor.send({ type: 'card.submit', card: second });
    expect(storeText).toHaveBeenLastCalledWith(cardYaml([exampleCard, second]));
    actor.send({ type: 'card.delete', id: exampleCard.id });
    expect(storeText).toHaveBeenLastCalledWith(cardYaml([second]));
    actor.send({ type: 'card.delete', id: second.id });
    expect(storeText).toHaveBeenLastCalledWith(cardYaml([second]));
    actor.send({ type: 'text.undo' });
    expect(storeText).toHaveBeenLastCalledWith(cardYaml([exampleCard, second]));
  });
});

test('a card is taken in its place, and refused with the reason', () => {
  const { actor } = run(cardYaml([exampleCard, second]));
  const { file: both } = actor.getSnapshot().context;
  const renamed = { ...exampleCard, id: 'renamed' };
  expect(submission(both, renamed, exampleCard)).toMatchObject({
    kind: 'taken',
    file: { records: [renamed, second] },
  });
  expect(submission(both, { ...second, id: exampleCard.id }, second).kind).toBe('nameTaken');
  expect(submission(both, { ...second, title: '' }, second)).toMatchObject({ kind: 'faulty' });
  actor.send({ type: 'text.type', text: faulty });
  expect(submission(actor.getSnapshot().context.file, second, undefined).kind).toBe(
    'unreadableFile',
  );
});
