import { createActor, fromCallback, fromPromise } from 'xstate';
import { describe, expect, test, vi } from 'vitest';

import { finished } from '#browser/slices.ts';
import { walkMachine } from '#testing/machineWalk.ts';
import { settled } from '#testing/settled.ts';

import { readingFile, submission, usableCards } from './cardFile.ts';
import { type CardRecord, type CheckedCards, mostCards } from './cardRecord.ts';
import { cardYaml, longestFile } from './cardYaml.ts';
import { editorMachine } from './editorMachine.ts';
import { exampleCard } from './exampleCard.ts';
import { deviceWith, keepingMachine } from './keepingMachine.ts';

// The walk checks the same few cards thousands of times, and gets the same each time.
vi.mock(import('./cardRecord.ts'), async (load) => {
  const original = await load();
  const known = new Map<string, CheckedCards>();
  return {
    ...original,
    checkCards: (data) => {
      const key = JSON.stringify(data);
      const checked = known.get(key) ?? original.checkCards(data);
      known.set(key, checked);
      return checked;
    },
  };
});

const second: CardRecord = { ...exampleCard, id: 'second-card', title: 'The second card' };
const text = cardYaml([exampleCard]);
const faulty = text.replace('audience.ownOrg', 'audience.own');
const file = new Blob([text]);
// The walk tells events apart by their JSON, and a Blob has none.
const longFile = Object.assign(new Blob([' '.repeat(3 * longestFile + 1)]), { name: 'long' });
const input = { text, kept: undefined };
const fileOf = (given: string) => finished(readingFile(given));

// The walk says what was read; reading and keeping have tests of their own.
const quiet = editorMachine.provide({ actors: { readCards: fromCallback(() => {}) } });

test(
  'every situation of the editor keeps what its states and events promise',
  { timeout: 60_000 },
  () => {
    walkMachine(quiet, {
      input,
      // Reading a file touches the link by the text alone, so one state of the link is enough.
      situation: ({ value, context }) => [
        value.link,
        value.link === 'made' && value.file,
        value.link === 'made' && value.file === 'idle' && value.text,
        context.file.records.map(({ id }) => id),
        context.file.problems.length,
        context.before === undefined,
        context.text === context.file.text,
      ],
      states: {
        'file.idle': ({ children }) => expect(children.chosenFile).toBeUndefined(),
        'file.opening': ({ children }) => expect(children.chosenFile).toBeDefined(),
        'file.unreadable': ({ children }) => expect(children.chosenFile).toBeUndefined(),
        'file.tooLong': ({ children }) => expect(children.chosenFile).toBeUndefined(),
        'text.reading': ({ children }) => expect(children.reader).toBeDefined(),
        'text.read': ({ context, children }) => {
          expect(context.file.text).toBe(context.text);
          expect(children.reader).toBeUndefined();
        },
        'text.stopped': ({ children }) => expect(children.reader).toBeUndefined(),
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
          promises: ({ context, value }, before, event) => {
            expect(context.text).toBe(event['text']);
            expect(context.file).toBe(before.context.file);
            expect(context.before).toBe(before.context.before);
            expect(value.text).toBe('reading');
          },
        },
        'text.undo': {
          examples: [{ type: 'text.undo' }],
          promises: (after, before) => {
            expect(after.context.text).toBe(before.context.before);
            expect(after.can({ type: 'text.undo' })).toBe(false);
          },
        },
        'text.replace': {
          examples: [{ type: 'text.replace', text: faulty }],
          promises: ({ context, value }, before) => {
            expect(context.text).toBe(faulty);
            expect(context.before).toBe(before.context.text);
            expect(value.text).toBe('reading');
          },
        },
        'text.change': {
          examples: [{ type: 'text.change' }],
          promises: ({ value }) => expect(value.text).toBe('reading'),
        },
        'cards.read': {
          examples: [text, faulty, cardYaml([second]), cardYaml([exampleCard, second])].map(
            (read) => ({ type: 'cards.read', file: fileOf(read) }),
          ),
          promises: ({ context, value }, _before, event) => {
            expect(context.file).toBe(event['file']);
            expect(value.text).toBe('read');
          },
        },
        'work.progress': {
          examples: [{ type: 'work.progress', done: 0.5 }],
          promises: ({ context }) => expect(context.done).toBe(0.5),
        },
        'work.stop': {
          examples: [{ type: 'work.stop' }],
          promises: ({ context, value }, before) => {
            expect(value.text).toBe('stopped');
            expect(context.file).toBe(before.context.file);
          },
        },
        'file.choose': {
          examples: [file, longFile].map((chosen) => ({ type: 'file.choose', file: chosen })),
          promises: (after, before, event) => {
            expect(after.value.file).toBe(event['file'] === file ? 'opening' : 'tooLong');
            expect(after.context.text).toBe(before.context.text);
          },
        },
        'xstate.done.actor.chosenFile': {
          examples: [text, ' '.repeat(longestFile + 1)].map((output) => ({
            type: 'xstate.done.actor.chosenFile',
            output,
          })),
          promises: ({ context, value }, before, event) => {
            const isTaken = event['output'] === text;
            expect(context.text).toBe(isTaken ? text : before.context.text);
            expect(context.before).toBe(isTaken ? before.context.text : before.context.before);
            expect(value.file).toBe(isTaken ? 'idle' : 'tooLong');
          },
        },
        'xstate.error.actor.chosenFile': {
          examples: [{ type: 'xstate.error.actor.chosenFile', error: new Error('gone') }],
          promises: ({ context }, before) => expect(context.text).toBe(before.context.text),
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
            expect(context.before).toBe(before.context.text);
            expect(context.text).toBe(context.file.text);
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
              expect(context.before).toBe(before.context.text);
              expect(context.text).toBe(context.file.text);
            } else {
              expect(context.text).toBe(before.context.text);
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
  const stored: string[] = [];
  const machine = editorMachine.provide({
    actors: {
      readText: fromPromise(() => waitIn(reads)),
      makeLink: fromPromise(() => waitIn(links)),
      keeping: keepingMachine.provide({
        actors: {
          device: deviceWith({
            read: () => stored.at(-1),
            write: (given) => stored.push(given) > 0,
            listen: () => () => {},
          }),
        },
      }),
    },
  });
  const actor = createActor(machine, { input: { text: initial, kept: undefined } }).start();
  return { actor, links, reads, stored };
}

describe('a text with a secret', () => {
  const token = `00${'aB3dE5gH7j'.repeat(4)}`;

  test('is not kept: only the cards without one are', async () => {
    const { actor, stored } = run();
    const third = { ...exampleCard, id: 'third-card', title: 'The third card' };
    const spoilt = { ...third, story: `It sends ${token} to Okta.` };
    const written = cardYaml([exampleCard, second, spoilt]);
    actor.send({ type: 'text.type', text: written });
    await vi.waitFor(() => expect(actor.getSnapshot().context.file.text).toBe(written));
    expect(actor.getSnapshot().context.text).toBe(written);
    expect(stored).toEqual([cardYaml([exampleCard, second])]);
    const mended = cardYaml([exampleCard, second, third]);
    actor.send({ type: 'text.type', text: mended });
    await vi.waitFor(() => expect(stored.at(-1)).toBe(mended));
  });

  test.each([
    ['where no card has it', `# ${token}\n${text}`],
    ['over the border of two parts', `${'#'.repeat(7970)} ${token}\n${text}`],
  ])('is not kept either %s', async (_where, written) => {
    const { actor, stored } = run();
    actor.send({ type: 'text.type', text: written });
    await vi.waitFor(() => expect(actor.getSnapshot().context.file.text).toBe(written));
    expect(stored.join('\n')).not.toContain(token);
  });

  test('that is no file of cards leaves what was kept', async () => {
    const { actor, stored } = run();
    const before = stored.length;
    actor.send({ type: 'text.type', text: `cards: [ ${token}` });
    await vi.waitFor(() => expect(actor.getSnapshot().context.file.text).toContain(token));
    expect(stored.slice(before).join('\n')).not.toContain(token);
  });
});

describe('the editor', () => {
  test('shows the link to what is written last, whichever is made first', async () => {
    const { actor, links } = run();
    actor.send({ type: 'text.type', text: cardYaml([second]) });
    links[1]?.done('#cards=later');
    links[0]?.done('#cards=earlier');
    await settled();
    expect(actor.getSnapshot().context.fragment).toBe('#cards=later');
  });

  test('has no link while there is something to fix, also when one comes late', async () => {
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
    expect(actor.getSnapshot().context.text).toBe(faulty);
    reads[1]?.done(cardYaml([second]));
    await settled();
    expect(actor.getSnapshot().context.file.records).toEqual([second]);
    actor.send({ type: 'text.undo' });
    expect(actor.getSnapshot().context.text).toBe(faulty);
  });

  test('leaves the text alone when a file cannot be read, and reads another one', async () => {
    const { actor, reads } = run();
    actor.send({ type: 'file.choose', file });
    reads[0]?.fail();
    await settled();
    expect(actor.getSnapshot().matches({ file: 'unreadable' })).toBe(true);
    expect(actor.getSnapshot().context.text).toBe(text);
    actor.send({ type: 'file.choose', file });
    reads[1]?.done(faulty);
    await settled();
    expect(actor.getSnapshot().context.text).toBe(faulty);
  });

  test('stores each change, and nothing by being opened', () => {
    const { actor, stored } = run();
    expect(stored).toEqual([]);
    actor.send({ type: 'card.submit', card: second });
    expect(stored.at(-1)).toBe(cardYaml([exampleCard, second]));
    actor.send({ type: 'card.delete', id: exampleCard.id });
    expect(stored.at(-1)).toBe(cardYaml([second]));
    actor.send({ type: 'card.delete', id: second.id });
    expect(stored.at(-1)).toBe(cardYaml([second]));
    actor.send({ type: 'text.undo' });
    expect(stored.at(-1)).toBe(cardYaml([exampleCard, second]));
  });

  const full = cardYaml(
    Array.from({ length: mostCards }, (_, index) => ({ ...exampleCard, id: `card-${index}` })),
  );

  test('lets the page go on while it reads a long text, and keeps nothing of it before the end', async () => {
    const { actor, stored } = run();
    actor.send({ type: 'text.type', text: full });
    expect(actor.getSnapshot().matches({ text: 'reading' })).toBe(true);
    actor.send({ type: 'card.submit', card: second });
    expect(actor.getSnapshot().context.submitted?.became.kind).toBe('unreadFile');
    expect(actor.getSnapshot().can({ type: 'card.delete', id: exampleCard.id })).toBe(false);
    expect(stored).toEqual([]);
    await vi.waitFor(
      () => expect(actor.getSnapshot().matches({ text: 'read' })).toBe(true),
      20_000,
    );
    expect(stored).toEqual([full]);
    actor.send({ type: 'card.submit', card: second });
    expect(actor.getSnapshot().context.submitted?.became.kind).toBe('full');
  });

  test('leaves a long text when it is told to, or when another one is typed', async () => {
    const { actor, stored } = run();
    actor.send({ type: 'text.type', text: full });
    actor.send({ type: 'work.stop' });
    await settled();
    expect(actor.getSnapshot().matches({ text: 'stopped' })).toBe(true);
    actor.send({ type: 'text.type', text: `${full}\n` });
    actor.send({ type: 'text.type', text: cardYaml([second]) });
    expect(actor.getSnapshot().context.file.records).toEqual([second]);
    expect(stored).toEqual([cardYaml([second])]);
  });

  test('does not open a file that is longer than what is read, and says so', () => {
    const { actor, reads } = run();
    actor.send({ type: 'file.choose', file: longFile });
    expect(reads).toEqual([]);
    expect(actor.getSnapshot().matches({ file: 'tooLong' })).toBe(true);
    expect(actor.getSnapshot().context.text).toBe(text);
  });
});

test('a card is taken in its place, and refused with the reason', () => {
  const { actor } = run(cardYaml([exampleCard, second]));
  const { file: both, text: all } = actor.getSnapshot().context;
  const renamed = { ...exampleCard, id: 'renamed' };
  expect(submission(all, both, renamed, exampleCard)).toMatchObject({
    kind: 'taken',
    file: { records: [renamed, second] },
  });
  const twice = { ...second, id: exampleCard.id };
  expect(submission(all, both, twice, second).kind).toBe('nameTaken');
  expect(submission(all, both, { ...second, title: '' }, second)).toMatchObject({ kind: 'faulty' });
  expect(submission(`${all} `, both, renamed, exampleCard).kind).toBe('unreadFile');
  actor.send({ type: 'text.type', text: faulty });
  expect(submission(faulty, actor.getSnapshot().context.file, second, undefined).kind).toBe(
    'unreadableFile',
  );
});

test('a file that the form writes says what it is made of', () => {
  const { actor } = run();
  actor.send({ type: 'card.submit', card: second });
  const { file: written } = actor.getSnapshot().context;
  expect(fileOf(written.text)).toEqual(written);
});
