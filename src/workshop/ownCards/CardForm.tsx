import { type ReactNode, type SubmitEvent, useState } from 'react';

import { isAnswer } from '#guide/answers.ts';
import { optionOf, questionWords } from '#guide/answerWords.ts';
import { questionIds } from '#guide/nodeIds.ts';
import { replay } from '#guide/replay.ts';
import { resultName } from '#guide/resultName.ts';
import { nextAnswers } from '#guide/walks.ts';
import { Field } from '#ui/Field.tsx';
import { RadioGroup } from '#ui/RadioGroup.tsx';
import { TextField } from '#ui/TextField.tsx';

import { levelWords } from '../levelWords.ts';
import { misconceptions } from '../misconceptions.ts';
import { levels, type ResultId, resultIds } from '../scenario.ts';
import type { CardRecord } from './cardRecord.ts';
import type { ShapeProblem } from './shape.ts';

/** The card that the form starts with. */
export const emptyCard: CardRecord = {
  id: '',
  level: 'first',
  title: '',
  story: '',
  hint: '',
  answers: [],
  because: '',
  reason: '',
  twist: { change: '', answers: [], reason: '' },
};

interface CardFormProps {
  readonly initial: CardRecord;
  /** What the button says. */
  readonly action: string;
  /** What must be fixed in the card that was submitted last. */
  readonly problems: readonly ShapeProblem[];
  /** The result of submitting it; empty before. */
  readonly notice: string;
  /** Hands the card in. */
  readonly onCard: (card: CardRecord) => void;
}

/** One card in fields of its own. */
export function CardForm({ initial, action, problems, notice, onCard }: CardFormProps) {
  const [card, setCard] = useState(initial);
  const change = (part: Partial<CardRecord>) => setCard({ ...card, ...part });
  const problemOf = (...names: readonly (string | number)[]) =>
    problems.find(({ path }) => path.slice(2).join(' ') === names.join(' '))?.text;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onCard(card);
  };
  const own = replay(card.answers).walk;
  const others = own.kind === 'question' ? [] : resultIds.filter((id) => id !== own.node);
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <TextField
        label="Name for links"
        hint="Lower-case letters and digits, with hyphens between them."
        placeholder="badge-printer"
        value={card.id}
        problem={problemOf('id')}
        onChange={(id) => change({ id })}
      />
      <RadioGroup
        legend="Level"
        options={levels.map((level) => [level, levelWords[level].label])}
        value={card.level}
        onPick={(level) => change({ level })}
      />
      <TextField
        label="Title"
        hint="At most 80 characters."
        placeholder="The badge printer"
        value={card.title}
        problem={problemOf('title')}
        onChange={(title) => change({ title })}
      />
      <TextArea
        label="Story"
        hint="As a customer would tell it, without the words of the guide."
        value={card.story}
        problem={problemOf('story')}
        onChange={(story) => change({ story })}
      />
      <Facts
        facts={card.facts ?? []}
        problemOf={(index, name) => problemOf('facts', index, name)}
        onFacts={(facts) => change({ facts })}
      />
      <TextField
        label="Hint"
        hint="What to ask yourself, before the deciding question is named."
        placeholder="Who is there when it runs?"
        value={card.hint}
        problem={problemOf('hint')}
        onChange={(hint) => change({ hint })}
      />
      <WalkPicker
        legend="The right answers"
        answers={card.answers}
        problem={problemOf('answers')}
        onAnswers={(answers) => change({ answers })}
      />
      <TextField
        label="The reason in short"
        hint="As somebody would say it before the reveal, without the method’s name."
        placeholder="It runs alone and keeps a key."
        value={card.because}
        problem={problemOf('because')}
        onChange={(because) => change({ because })}
      />
      <TextArea
        label="The reason in full"
        hint="Shown with the key."
        value={card.reason}
        problem={problemOf('reason')}
        onChange={(reason) => change({ reason })}
      />
      {others.map((id) => (
        <MisconceptionPicker
          key={id}
          result={id}
          value={card.misconceptions?.[id]}
          onValue={(value) => {
            const { [id]: _, ...rest } = card.misconceptions ?? {};
            change({ misconceptions: value === undefined ? rest : { ...rest, [id]: value } });
          }}
        />
      ))}
      <TextArea
        label="Twist: the fact that changes"
        hint="One fact, and a different result."
        value={card.twist.change}
        problem={problemOf('twist', 'change')}
        onChange={(text) => change({ twist: { ...card.twist, change: text } })}
      />
      <WalkPicker
        legend="The right answers after the twist"
        answers={card.twist.answers}
        problem={problemOf('twist', 'answers')}
        onAnswers={(answers) => change({ twist: { ...card.twist, answers } })}
      />
      <TextArea
        label="Twist: the reason"
        hint="Why the result is different now."
        value={card.twist.reason}
        problem={problemOf('twist', 'reason')}
        onChange={(reason) => change({ twist: { ...card.twist, reason } })}
      />
      <p>
        <button type="submit" className="button" data-rank="primary">
          {action}
        </button>
      </p>
      <div role="alert">
        {notice !== '' && <p>{notice}</p>}
        {problems.length > 0 && (
          <ul className="list-disc ps-5">
            {problems.map(({ path, text }) => (
              <li key={`${path.join(' ')} ${text}`}>
                {path.slice(2).join(' ')}: {text}
              </li>
            ))}
          </ul>
        )}
      </div>
    </form>
  );
}

interface TextAreaProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (text: string) => void;
}

function TextArea({ value, onChange, ...field }: TextAreaProps) {
  return (
    <Field {...field}>
      {(props) => (
        <textarea
          {...props}
          rows={3}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

interface FactsProps {
  readonly facts: NonNullable<CardRecord['facts']>;
  readonly problemOf: (index: number, name: 'ask' | 'told') => string | undefined;
  readonly onFacts: (facts: NonNullable<CardRecord['facts']>) => void;
}

function Facts({ facts, problemOf, onFacts }: FactsProps) {
  const change = (index: number, part: { readonly ask?: string; readonly told?: string }) =>
    onFacts(facts.map((fact, each) => (each === index ? { ...fact, ...part } : fact)));
  return (
    <fieldset className="stack">
      <legend className="eyebrow">Facts to ask for</legend>
      {facts.map((fact, index) => (
        // Facts have no name of their own; their place is what tells them apart.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className="stack [--gap:0.5rem]">
          <TextField
            label={`Question ${index + 1}`}
            hint="What somebody may ask."
            placeholder="Where does it run?"
            value={fact.ask}
            problem={problemOf(index, 'ask')}
            onChange={(ask) => change(index, { ask })}
          />
          <TextField
            label={`Answer ${index + 1}`}
            hint="What the answer is."
            placeholder="On one of our servers."
            value={fact.told}
            problem={problemOf(index, 'told')}
            onChange={(text) => change(index, { told: text })}
          />
          <p>
            <button
              type="button"
              className="button"
              onClick={() => onFacts(facts.filter((_, each) => each !== index))}
            >
              Remove fact {index + 1}
            </button>
          </p>
        </div>
      ))}
      <p>
        <button
          type="button"
          className="button"
          disabled={facts.length >= 8}
          onClick={() => onFacts([...facts, { ask: '', told: '' }])}
        >
          Add a fact
        </button>
      </p>
    </fieldset>
  );
}

interface WalkPickerProps {
  readonly legend: string;
  readonly answers: readonly string[];
  readonly problem: string | undefined;
  readonly onAnswers: (answers: readonly string[]) => void;
}

/** A walk through the guide, question by question: only what follows can be chosen. */
function WalkPicker({ legend, answers, problem, onAnswers }: WalkPickerProps) {
  const known = answers.filter(isAnswer);
  const { walk } = replay(known);
  const steps = [...walk.answers, ...(walk.kind === 'question' ? [''] : [])];
  return (
    <fieldset className="stack">
      <legend className="eyebrow">{legend}</legend>
      {steps.map((answer, index) => {
        const before = replay(walk.answers.slice(0, index)).walk;
        const question = questionIds.find((id) => id === before.node);
        if (question === undefined) return null;
        return (
          <Field
            key={question}
            label={questionWords(question).short}
            hint=""
            problem={index === steps.length - 1 ? problem : undefined}
          >
            {(props) => (
              <select
                {...props}
                value={answer}
                onChange={({ target }) =>
                  onAnswers([
                    ...walk.answers.slice(0, index),
                    ...(target.value === '' ? [] : [target.value]),
                  ])
                }
              >
                <option value="">Choose</option>
                {nextAnswers(before).map((each) => (
                  <option key={each} value={each}>
                    {optionOf(each).label.replaceAll('`', '')}
                  </option>
                ))}
              </select>
            )}
          </Field>
        );
      })}
      <p role="status">
        {walk.kind !== 'question' && (
          <>
            The guide says: <strong>{resultName(walk.node as ResultId)}</strong>
          </>
        )}
      </p>
    </fieldset>
  );
}

type GivenMisconception = NonNullable<CardRecord['misconceptions']>[ResultId];

interface MisconceptionPickerProps {
  readonly result: ResultId;
  readonly value: GivenMisconception;
  readonly onValue: (value: GivenMisconception) => void;
}

const ownWords = 'own words';

function MisconceptionPicker({ result, value, onValue }: MisconceptionPickerProps): ReactNode {
  const own = typeof value === 'object' ? value : undefined;
  const id = Object.keys(misconceptions).find((each) => each === value);
  const pick = (chosen: string) => {
    const known = Object.keys(misconceptions).find((each) => each === chosen);
    if (known !== undefined) onValue(known as keyof typeof misconceptions);
    else onValue(chosen === ownWords ? { belief: '', truth: '' } : undefined);
  };
  return (
    <div className="stack">
      <Field
        label={`Belief that leads to this choice: ${resultName(result)}`}
        hint="Offered as a reason to choose from, and explained at the reveal."
      >
        {(props) => (
          <select
            {...props}
            value={own === undefined ? (id ?? '') : ownWords}
            onChange={({ target }) => pick(target.value)}
          >
            <option value="">Nothing in particular</option>
            <option value={ownWords}>In my own words</option>
            {Object.entries(misconceptions).map(([each, { belief }]) => (
              <option key={each} value={each}>
                {belief}
              </option>
            ))}
          </select>
        )}
      </Field>
      {own !== undefined && (
        <>
          <TextField
            label={`The belief behind ${resultName(result)}`}
            hint="As they would say it."
            placeholder=""
            value={own.belief}
            onChange={(belief) => onValue({ ...own, belief })}
          />
          <TextField
            label={`What is true instead (${resultName(result)})`}
            hint="One or two sentences."
            placeholder=""
            value={own.truth}
            onChange={(truth) => onValue({ ...own, truth })}
          />
        </>
      )}
    </div>
  );
}
