import { useEffect, useMemo, useRef, useState } from 'react';

import { offerDownload } from '#browser/offerDownload.ts';
import { resultName } from '#guide/resultName.ts';
import { useAddresses } from '#screens/site.tsx';
import { CopyButton } from '#ui/CopyButton.tsx';
import { Field } from '#ui/Field.tsx';

import { presenterPath } from '../present/presentPaths.ts';
import { CardForm, emptyCard } from './CardForm.tsx';
import { cardsFragment, longLink } from './cardLink.ts';
import { type CardRecord, scenarioFrom } from './cardRecord.ts';
import { type CardText, cardYaml, readCardYaml } from './cardYaml.ts';
import { exampleCard } from './exampleCard.ts';

interface OwnCardsDeskProps {
  /** The cards that were written last, or came with a link, as YAML; empty for none. */
  readonly initial: string;
  /** Keeps the text on this device. */
  readonly onKeep: (text: string) => void;
}

/** Where a teacher writes cards: as a text and in a form, which show the same cards. */
export function OwnCardsDesk({ initial, onKeep }: OwnCardsDeskProps) {
  const [text, setText] = useState(initial === '' ? cardYaml([exampleCard]) : initial);
  const [before, setBefore] = useState<string | undefined>();
  const [edited, setEdited] = useState<CardRecord | undefined>();
  const read = useMemo(() => readCardYaml(text), [text]);
  useEffect(() => onKeep(text), [text, onKeep]);
  const replace = (next: string) => {
    setBefore(text);
    setText(next);
  };
  const take = (card: CardRecord): string | undefined => {
    if (read.problems.length > 0) {
      return 'Mend the text of the file first, so that none of it is lost. Your form stays as it is.';
    }
    const others = read.records.filter(({ id }) => id !== (edited?.id ?? card.id));
    if (others.some(({ id }) => id === card.id)) {
      return `Another card has the name ${card.id}. Choose another one.`;
    }
    const place = read.records.findIndex(({ id }) => id === (edited?.id ?? card.id));
    replace(cardYaml(others.toSpliced(place === -1 ? others.length : place, 0, card)));
    setEdited(card);
    return `The card “${card.title}” stands in the file.`;
  };
  return (
    <div className="stack [--gap:2rem]">
      <section className="stack" aria-labelledby="the-cards">
        <h2 id="the-cards">Your cards</h2>
        <CardList
          read={read}
          onEdit={setEdited}
          onDelete={(id) => replace(cardYaml(read.records.filter((each) => each.id !== id)))}
        />
        {before !== undefined && (
          <p>
            <button
              type="button"
              className="button"
              onClick={() => {
                setText(before);
                setBefore(undefined);
              }}
            >
              Back to the text before the last change
            </button>
          </p>
        )}
      </section>
      <FileText text={text} read={read} onText={setText} onFile={replace} />
      <Share records={read.problems.length > 0 ? [] : read.records} />
      <section className="stack" aria-labelledby="one-card">
        <h2 id="one-card">{edited === undefined ? 'A new card' : `Change “${edited.title}”`}</h2>
        {edited !== undefined && (
          <p>
            <button type="button" className="button" onClick={() => setEdited(undefined)}>
              Write a new card instead
            </button>
          </p>
        )}
        <CardForm
          key={edited?.id ?? ''}
          initial={edited ?? emptyCard}
          action={edited === undefined ? 'Add the card to the file' : 'Change the card in the file'}
          onCard={take}
        />
      </section>
    </div>
  );
}

interface CardListProps {
  readonly read: CardText;
  readonly onEdit: (card: CardRecord) => void;
  readonly onDelete: (id: string) => void;
}

function CardList({ read: { records, problems }, onEdit, onDelete }: CardListProps) {
  if (records.length === 0) return <p>No card can be used yet.</p>;
  return (
    <ul className="list-disc ps-5">
      {records.map((card) => (
        <li key={card.id}>
          <strong>{card.title}</strong>: {resultName(scenarioFrom(card).result)}, after the twist{' '}
          {resultName(scenarioFrom(card).twist.result)}{' '}
          <button
            type="button"
            className="button"
            aria-label={`Edit ${card.title}`}
            onClick={() => onEdit(card)}
          >
            Edit
          </button>{' '}
          <button
            type="button"
            className="button"
            aria-label={`Delete ${card.title}`}
            // While the text has faults, writing it anew would lose what cannot be read.
            disabled={problems.length > 0 || records.length === 1}
            onClick={() => onDelete(card.id)}
          >
            Delete
          </button>
        </li>
      ))}
    </ul>
  );
}

interface FileTextProps {
  readonly text: string;
  readonly read: CardText;
  readonly onText: (text: string) => void;
  readonly onFile: (text: string) => void;
}

function FileText({ text, read: { problems }, onText, onFile }: FileTextProps) {
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
        hint="What you write here is kept on this device; a card of the form is, once it stands here."
      >
        {(props) => (
          <textarea
            {...props}
            ref={area}
            rows={16}
            spellCheck={false}
            aria-invalid={problems.length > 0}
            value={text}
            onChange={({ target }) => onText(target.value)}
          />
        )}
      </Field>
      <div role="status">
        {problems.length === 0 ? (
          <p>The guide agrees with every card.</p>
        ) : (
          <ul className="list-disc ps-5">
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
      </div>
      <p>
        <button
          type="button"
          className="button"
          onClick={() =>
            offerDownload(new Blob([text], { type: 'application/yaml' }), 'cards.yaml')
          }
        >
          Download cards.yaml
        </button>
      </p>
      <Field label="Open a file" hint="Its text takes the place of the one above.">
        {(props) => (
          <input
            {...props}
            type="file"
            accept=".yaml,.yml,.json"
            onChange={({ target }) => {
              void target.files?.[0]?.text().then(onFile);
              target.value = '';
            }}
          />
        )}
      </Field>
    </section>
  );
}

function Share({ records }: { readonly records: readonly CardRecord[] }) {
  const addresses = useAddresses();
  const [made, setMade] = useState('');
  useEffect(() => {
    let isOld = false;
    void cardsFragment(records).then((next) => {
      if (!isOld) setMade(next);
      return undefined;
    });
    return () => {
      isOld = true;
    };
  }, [records]);
  const fragment = records.length === 0 ? '' : made;
  const link = new URL(`${addresses.file('workshop/')}${fragment}`, document.baseURI).href;
  return (
    <section className="stack" aria-labelledby="share">
      <h2 id="share">Use and share</h2>
      {fragment === '' ? (
        <p>There is something to mend first; then the link stands here.</p>
      ) : (
        <>
          <p>
            The cards are within the link itself: whoever has it has the cards, and no server has.
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
              The link has {link.length} characters. Some chat programs cut it; send the file
              instead where that happens.
            </p>
          )}
        </>
      )}
    </section>
  );
}
