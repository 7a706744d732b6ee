import { createActorContext, useSelector } from '@xstate/react';
import { useRef } from 'react';
import type { ActorRefFrom } from 'xstate';

import { resultName } from '#guide/resultName.ts';
import { useAddresses } from '#screens/site.tsx';
import { CopyButton } from '#ui/CopyButton.tsx';
import { Field } from '#ui/Field.tsx';
import { FileField } from '#ui/FileField.tsx';
import { ReadingProgress } from '#ui/ReadingProgress.tsx';
import { takeFocus } from '#ui/takeFocus.ts';

import { presenterPath } from '../present/presentPaths.ts';
import { SaveButton } from '../SaveButton.tsx';
import { AnswerTable } from './AnswerTable.tsx';
import { CardForm, emptyCard } from './CardForm.tsx';
import { longLink } from './cardLink.ts';
import { type CardRecord, mostCards, scenarioFrom } from './cardRecord.ts';
import { cardYaml, longestFile } from './cardYaml.ts';
import { type EditorContext, editorMachine } from './editorMachine.ts';
import { exampleCard } from './exampleCard.ts';
import type { keepingMachine } from './keepingMachine.ts';
import { mostProblems } from './shape.ts';

const EditorActor = createActorContext(editorMachine);

interface CardEditorProps {
  /** The editor, with the effects that it needs. */
  readonly machine: typeof editorMachine;
  /** The cards that this device keeps, as YAML; undefined for none. */
  readonly kept: string | undefined;
}

/** Where a teacher writes cards: as a text and in a form, which show the same cards. */
export function CardEditor({ machine, kept }: CardEditorProps) {
  const text = kept === undefined || kept === '' ? cardYaml([exampleCard]) : kept;
  return (
    <EditorActor.Provider logic={machine} options={{ input: { text, kept } }}>
      <div className="grid gap-x-14 gap-y-8 xl:grid-cols-2">
        <OneCard />
        <div className="stack [--gap:2rem]">
          <section className="stack" aria-labelledby="the-cards">
            <h2 id="the-cards">Your cards</h2>
            <CardList />
            <Undo />
          </section>
          <FileText />
          <Keeping />
          <Share />
        </div>
      </div>
    </EditorActor.Provider>
  );
}

function Undo() {
  const actor = EditorActor.useActorRef();
  const isPossible = EditorActor.useSelector((snapshot) => snapshot.can({ type: 'text.undo' }));
  if (!isPossible) return null;
  return (
    <p>
      <button type="button" className="button" onClick={() => actor.send({ type: 'text.undo' })}>
        Go back to the text before the last change
      </button>
    </p>
  );
}

/** One card in the form: a new one, or one that is changed. */
function OneCard() {
  const actor = EditorActor.useActorRef();
  const edited = EditorActor.useSelector(({ context }) => context.edited);
  const submitted = EditorActor.useSelector(({ context }) => context.submitted);
  return (
    <section className="stack" aria-labelledby="one-card">
      <h2
        key={edited?.id ?? ''}
        id="one-card"
        tabIndex={-1}
        ref={edited === undefined ? undefined : takeFocus}
      >
        {edited === undefined ? 'A new card' : `Change “${edited.title}”`}
      </h2>
      {edited !== undefined && (
        <p>
          <button
            type="button"
            className="button"
            onClick={() => actor.send({ type: 'card.compose' })}
          >
            Write a new card instead
          </button>
        </p>
      )}
      <CardForm
        key={edited?.id ?? ''}
        initial={edited ?? emptyCard}
        action={edited === undefined ? 'Add the card to the file' : 'Change the card in the file'}
        problems={submitted?.became.kind === 'faulty' ? submitted.became.problems : []}
        notice={submitted === undefined ? '' : submissionWords(submitted)}
        onCard={(card) => actor.send({ type: 'card.submit', card })}
      />
    </section>
  );
}

function submissionWords({ card, became }: NonNullable<EditorContext['submitted']>): string {
  switch (became.kind) {
    case 'taken':
      return `The card “${card.title}” is in the file.`;
    case 'faulty': {
      const count = became.problems.length;
      return `${count === 1 ? 'One thing needs' : `${count} things need`} fixing:`;
    }
    case 'unreadableFile':
      return 'Fix the text of the file first, so that none of it is lost. Your form stays as it is.';
    case 'unreadFile':
      return 'The text of the file is still being read. Try again in a moment; your form stays as it is.';
    case 'full':
      return `The file is full: it can contain up to ${fileBounds()}. Download it, and start another one with this card.`;
    case 'nameTaken':
      return `Another card has the name ${card.id}. Choose another name.`;
  }
}

function CardList() {
  const actor = EditorActor.useActorRef();
  const { text, records, problems } = EditorActor.useSelector(({ context }) => context.file);
  const isRead = EditorActor.useSelector((each) => each.matches({ text: 'read' }));
  if (records.length === 0) {
    const isFirstReading = text === '' && !isRead;
    return isFirstReading ? <RoomForExample /> : <p>No card can be used yet.</p>;
  }
  return (
    <ul className="list-disc ps-5">
      {records.map((card) => (
        <CardRow
          key={card.id}
          card={card}
          onEdit={() => actor.send({ type: 'card.edit', card })}
          // While the text has faults, writing it again would lose what cannot be read.
          canDelete={isRead && problems.length === 0 && records.length > 1}
          onDelete={() => actor.send({ type: 'card.delete', id: card.id })}
        />
      ))}
    </ul>
  );
}

/** Keeps the room of the example, so that nothing moves once it has been read. */
function RoomForExample() {
  return (
    <ul className="invisible list-disc ps-5" aria-hidden>
      <CardRow card={exampleCard} onEdit={nothing} canDelete={false} onDelete={nothing} />
    </ul>
  );
}

const nothing = () => undefined;

interface CardRowProps {
  readonly card: CardRecord;
  readonly onEdit: () => void;
  readonly canDelete: boolean;
  readonly onDelete: () => void;
}

function CardRow({ card, onEdit, canDelete, onDelete }: CardRowProps) {
  const { result, twist } = scenarioFrom(card);
  return (
    <li>
      <strong>{card.title}</strong>: {resultName(result)}, after the twist{' '}
      {resultName(twist.result)}
      <div className="flex flex-wrap gap-2 py-2">
        <button type="button" className="button" aria-label={`Edit ${card.title}`} onClick={onEdit}>
          Edit
        </button>
        <button
          type="button"
          className="button"
          aria-label={`Delete ${card.title}`}
          disabled={!canDelete}
          onClick={onDelete}
        >
          Delete
        </button>
      </div>
    </li>
  );
}

/** What a file can contain at most, in words. */
const fileBounds = (): string =>
  `${mostCards} cards and ${longestFile.toLocaleString('en')} characters`;

function FileText() {
  const actor = EditorActor.useActorRef();
  const text = EditorActor.useSelector(({ context }) => context.text);
  const { problems } = EditorActor.useSelector(({ context }) => context.file);
  const isRead = EditorActor.useSelector((each) => each.matches({ text: 'read' }));
  const isUnreadable = EditorActor.useSelector((each) => each.matches({ file: 'unreadable' }));
  const isTooLong = EditorActor.useSelector((each) => each.matches({ file: 'tooLong' }));
  const area = useRef<HTMLTextAreaElement>(null);
  const goTo = (line: number) => {
    const lines = text.split('\n');
    const begin = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    area.current?.focus();
    area.current?.setSelectionRange(begin, begin + (lines[line - 1]?.length ?? 0));
  };
  return (
    <section className="stack" aria-labelledby="file">
      <h2 id="file">The file</h2>
      <Field
        label="Cards as YAML"
        hint={`Up to ${fileBounds()}. Cards from the form are added here.`}
      >
        {(props) => (
          <textarea
            {...props}
            ref={area}
            rows={16}
            spellCheck={false}
            aria-invalid={problems.length > 0}
            value={text}
            onChange={({ target }) => actor.send({ type: 'text.type', text: target.value })}
          />
        )}
      </Field>
      <details>
        <summary className="py-2 font-semibold">The answers that a card can have</summary>
        <AnswerTable />
      </details>
      <div role="status">
        {isRead && problems.length === 0 && <p>The guide agrees with every card.</p>}
        {isRead && problems.length > 0 && (
          <ul className="stack list-disc ps-5 [--gap:0.4rem]">
            {problems.map(({ line, where, text: told }) => (
              <li key={`${line} ${where} ${told}`}>
                <button type="button" className="button" onClick={() => goTo(line)}>
                  Line {line}
                </button>{' '}
                {where !== '' && <code>{where}</code>} {told}
              </li>
            ))}
          </ul>
        )}
        {isRead && problems.length >= mostProblems && (
          <p>
            These are the first {mostProblems} problems. The rest is checked once you have fixed
            them.
          </p>
        )}
      </div>
      <Reading />
      <p>
        <SaveButton type="application/yaml" text={() => text} name="cards.yaml">
          Download cards.yaml
        </SaveButton>
      </p>
      <FileField
        label="Open a file"
        hint={`Its text replaces the text above. It can contain up to ${fileBounds()}.`}
        accept=".yaml,.yml,.json"
        onFile={(file) => actor.send({ type: 'file.choose', file })}
      />
      {isUnreadable && (
        <p role="alert">The file could not be read. Choose it again, or choose a copy of it.</p>
      )}
      {isTooLong && (
        <p role="alert">
          The file is longer than {longestFile.toLocaleString('en')} characters, so it was not read.
          Your text stays as it is. Split the file into several.
        </p>
      )}
    </section>
  );
}

/** How much of a long text is read, and a way to stop. */
function Reading() {
  const actor = EditorActor.useActorRef();
  const done = EditorActor.useSelector(({ context }) => context.done);
  const isReading = EditorActor.useSelector((each) => each.matches({ text: 'reading' }));
  const isStopped = EditorActor.useSelector((each) => each.matches({ text: 'stopped' }));
  if (isStopped) {
    return (
      <p role="alert">
        Reading was stopped: this text is not checked, kept or shared. Change it to have it read
        again.
      </p>
    );
  }
  return (
    isReading && <ReadingProgress done={done} onStop={() => actor.send({ type: 'work.stop' })} />
  );
}

/** Whether the text is kept on this device, and what to do if it is not. */
function Keeping() {
  const keeping = EditorActor.useSelector(({ children }) => children.keeping);
  const holdsSecret = EditorActor.useSelector(({ context: { file } }) => file.kept !== file.text);
  return (
    <>
      {holdsSecret && (
        <p className="notice" data-tone="warn" role="alert">
          This text contains what looks like a secret, so it is not kept. This device keeps only the
          cards without a secret, and no link contains the others. Remove the secret to keep all the
          cards.
        </p>
      )}
      {keeping !== undefined && <KeepingStatus actor={keeping} />}
    </>
  );
}

function KeepingStatus({ actor }: { readonly actor: ActorRefFrom<typeof keepingMachine> }) {
  const snapshot = useSelector(actor, (each) => each);
  const { kept, text, hasFollowed } = snapshot.context;
  const retry = (label: string) => (
    <p className="flex flex-wrap gap-3">
      <button type="button" className="button" onClick={() => actor.send({ type: 'keep.retry' })}>
        {label}
      </button>
      <SaveButton type="application/yaml" text={() => text} name="cards.yaml">
        Download these cards
      </SaveButton>
    </p>
  );
  if (!snapshot.hasTag('unkept')) {
    return (
      <p role="status">
        {hasFollowed
          ? 'Another window changed the cards, and this window now shows them. “Go back to the text before the last change” brings back yours.'
          : kept === text
            ? 'This text is kept on this device.'
            : 'What you change is kept on this device.'}
      </p>
    );
  }
  return (
    <div className="notice stack" data-tone="warn" role="alert">
      {snapshot.matches('refused') && (
        <>
          <p>
            Your cards are not kept: this browser’s storage is full or blocked. Download them before
            you close this page or load it again.
          </p>
          {retry('Try to keep them again')}
        </>
      )}
      {snapshot.matches('removed') && (
        <>
          <p>
            Your cards are no longer kept: another window or the browser removed them from this
            device. This page still has them.
          </p>
          {retry('Keep them on this device again')}
        </>
      )}
      {snapshot.matches('apart') && kept !== undefined && (
        <>
          <p>
            Another window keeps other cards. Choose which ones this device keeps. Until you do, it
            keeps those of the other window, and nothing that you change here.
          </p>
          <p className="flex flex-wrap gap-3">
            <button
              type="button"
              className="button"
              onClick={() => actor.send({ type: 'mine.keep' })}
            >
              Keep this window’s cards
            </button>
            <button
              type="button"
              className="button"
              onClick={() => actor.send({ type: 'theirs.take' })}
            >
              Use the other window’s cards
            </button>
            <SaveButton type="application/yaml" text={() => text} name="cards.yaml">
              Download this window’s cards
            </SaveButton>
            <SaveButton type="application/yaml" text={() => kept} name="other-cards.yaml">
              Download the other window’s cards
            </SaveButton>
          </p>
        </>
      )}
    </div>
  );
}

function Share() {
  const addresses = useAddresses();
  const fragment = EditorActor.useSelector(({ context }) => context.fragment);
  const hasFailed = EditorActor.useSelector((each) => each.matches({ link: 'failed' }));
  const link = new URL(`${addresses.file('workshop/')}${fragment}`, document.baseURI).href;
  return (
    <section className="stack" aria-labelledby="share">
      <h2 id="share">Use and share</h2>
      {fragment === '' ? (
        <p>
          {hasFailed
            ? 'This browser cannot make the link. Download the file and send that.'
            : 'Something needs fixing first. The link then appears here.'}
        </p>
      ) : (
        <>
          <p>
            The cards are in the link itself: whoever has the link has the cards, and no server
            does.
          </p>
          <p className="flex flex-wrap gap-3">
            <a className="button" href={`${addresses.file('workshop/')}${fragment}`}>
              Practise these cards
            </a>
            <a className="button" href={`${addresses.file(presenterPath)}${fragment}`}>
              Present these cards
            </a>
          </p>
          <pre className="code" tabIndex={0} aria-label="Link to these cards">
            <code id="cards-link">{link}</code>
          </pre>
          <p>
            <CopyButton label="Copy the link" of="cards-link" />
          </p>
          {link.length > longLink && (
            <p>
              The link has {link.length} characters. Some chat programs cut long links short; if
              yours does, send the file instead.
            </p>
          )}
        </>
      )}
    </section>
  );
}
