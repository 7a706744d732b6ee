import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react';

import { Field } from '#ui/Field.tsx';
import { CopyButton } from '#ui/CopyButton.tsx';
import { QrCode } from '#ui/QrCode.tsx';
import { RadioGroup } from '#ui/RadioGroup.tsx';
import { TextField } from '#ui/TextField.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';
import { resultName } from '#guide/resultName.ts';

import { confidenceWords } from '../levelWords.ts';
import { OfflineStatus } from '../OfflineStatus.tsx';
import { reasonChoices } from '../prediction.ts';
import { PredictionForm, TwistForm } from '../PredictionForm.tsx';
import type { Scenario } from '../scenario.ts';
import { TwistChange } from '../ScenarioKey.tsx';
import { keyedScenarios, scenarioOf } from '../scenarios/scenarios.ts';
import { answerCode, type Asked, readRoomCode, type RoomAnswer } from './answerCode.ts';
import {
  answeredBefore,
  entered,
  lettersOffered,
  type Phone,
  reasonLetter,
  withCode,
  withoutAnswer,
} from './phone.ts';
import type { RoomLink } from './roomAddress.ts';

interface AnswerDeskProps {
  /** What the address says. */
  readonly link: RoomLink | undefined;
  /** What this phone kept of the room that it was in last. */
  readonly kept: Phone | undefined;
  /** Keeps the phone's room, or forgets it. */
  readonly onKeep: (phone: Phone | undefined) => void;
}

/** Where somebody in a room answers: the answer becomes a code, and nothing is sent. */
export function AnswerDesk({ link, kept, onKeep }: AnswerDeskProps) {
  const [phone, setPhone] = useState<Phone | undefined>(() =>
    link === undefined ? kept : entered(link.room, kept, Math.random),
  );
  useEffect(() => onKeep(phone), [phone, onKeep]);
  if (phone === undefined) {
    return <JoinForm onJoin={(room) => setPhone(entered(room, kept, Math.random))} />;
  }
  return (
    <div className="stack">
      <p>
        You are in the room <strong className="room-code">{phone.room}</strong>. Nobody knows who
        you are: your answer becomes a code, and only the teacher’s count changes.
      </p>
      <Answering key={phone.room} link={link} phone={phone} onPhone={setPhone} />
      <p>
        <button type="button" className="button" onClick={() => setPhone(undefined)}>
          Leave the room and forget it
        </button>
      </p>
      <OfflineStatus />
    </div>
  );
}

function JoinForm({ onJoin }: { readonly onJoin: (room: string) => void }) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | undefined>();
  const join = (event: SubmitEvent) => {
    event.preventDefault();
    const room = readRoomCode(text);
    if (room === undefined) {
      setProblem('The code of a room has four letters or digits. The teacher’s screen shows it.');
      return;
    }
    onJoin(room);
  };
  return (
    <form className="stack" onSubmit={join} noValidate>
      <TextField
        label="Code of the room"
        hint="Four letters or digits, on the teacher’s screen."
        placeholder="K7QF"
        value={text}
        problem={problem}
        onChange={setText}
      />
      <p>
        <button type="submit" className="button">
          Join
        </button>
      </p>
    </form>
  );
}

interface AnsweringProps {
  readonly link: RoomLink | undefined;
  readonly phone: Phone;
  readonly onPhone: (phone: Phone) => void;
}

function Answering({ link, phone, onPhone }: AnsweringProps) {
  const [card, setCard] = useState(link?.card ?? '');
  const [question, setQuestion] = useState(link?.question ?? 'card');
  const scenario = scenarioOf(card);
  const asked: Asked = { room: phone.room, card, question };
  const before = answeredBefore(phone, asked);
  const isUnknown = card !== '' && scenario === undefined;
  const answer = (said: Omit<RoomAnswer, 'phone'>) =>
    onPhone(withCode(phone, answerCode(asked, { ...said, phone: phone.number })));
  return (
    <div className="stack">
      <Field label="Which card is on the screen?" hint="The link of the screen chooses it for you.">
        {(props) => (
          <select {...props} value={card} onChange={({ target }) => setCard(target.value)}>
            <option value="">Choose the card</option>
            {isUnknown && <option value={card}>A card of your teacher</option>}
            {keyedScenarios.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        )}
      </Field>
      {card !== '' && (
        <>
          <RadioGroup
            legend="What is asked?"
            options={[
              ['card', 'The card'],
              ['twist', 'Its twist'],
            ]}
            value={question}
            onPick={setQuestion}
          />
          <Story scenario={scenario} isTwist={question === 'twist'} />
          {before === undefined ? (
            <AnswerForm
              key={`${card} ${question}`}
              scenario={scenario}
              reasonCount={link?.reasons ?? lettersOffered}
              isTwist={question === 'twist'}
              onAnswer={answer}
            />
          ) : (
            <AnswerShown
              code={before.code}
              answer={before.answer}
              onChange={() => onPhone(withoutAnswer(phone, asked))}
            />
          )}
        </>
      )}
    </div>
  );
}

function Story({
  scenario,
  isTwist,
}: {
  readonly scenario: Scenario | undefined;
  readonly isTwist: boolean;
}) {
  if (scenario === undefined) {
    return <p>This card is your teacher’s own: read it, and its reasons, on the screen.</p>;
  }
  return (
    <>
      <details open={!isTwist}>
        <summary className="py-2 font-semibold">{scenario.title}</summary>
        <p>
          <TextWithCode text={scenario.story} />
        </p>
      </details>
      {isTwist && scenario.kind === 'keyed' && <TwistChange twist={scenario.twist} />}
    </>
  );
}

interface AnswerFormProps {
  readonly scenario: Scenario | undefined;
  /** How many letters are offered for a card that the phone does not know. */
  readonly reasonCount: number;
  readonly isTwist: boolean;
  readonly onAnswer: (answer: Omit<RoomAnswer, 'phone'>) => void;
}

function AnswerForm({ scenario, reasonCount, isTwist, onAnswer }: AnswerFormProps) {
  if (isTwist) {
    return <TwistForm action="Make my code" onPredict={(result) => onAnswer({ result })} />;
  }
  const reasons =
    scenario?.kind === 'keyed'
      ? reasonChoices(scenario).map(({ text }, place) => `${reasonLetter(place)}. ${text}`)
      : Array.from({ length: reasonCount }, (_, place) => `${reasonLetter(place)} on the screen`);
  return <PredictionForm reasons={reasons} action="Make my code" onPredict={onAnswer} />;
}

interface AnswerShownProps {
  readonly code: string;
  readonly answer: RoomAnswer;
  readonly onChange: () => void;
}

/** The code, to be read aloud, held up or sent. */
function AnswerShown({ code, answer, onChange }: AnswerShownProps) {
  return (
    <section className="notice stack" data-tone="act">
      <Focused>Show or tell this code to your teacher</Focused>
      <p className="answer-code" id="answer-code">
        {code}
      </p>
      <QrCode text={code} label={`The code ${code} as a picture to scan`} />
      <p>
        <CopyButton label="Copy the code" of="answer-code" />
      </p>
      <p>
        You said: {resultName(answer.result)}
        {answer.reason !== undefined && `, for the reason ${reasonLetter(answer.reason)}`}
        {answer.confidence !== undefined && `, ${confidenceWords[answer.confidence].toLowerCase()}`}
        . What is right comes when your teacher reveals it.
      </p>
      <p>
        <button type="button" className="button" onClick={onChange}>
          Answer otherwise
        </button>
      </p>
    </section>
  );
}

/** A heading that takes the focus when it appears, so that it is read next. */
function Focused({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}
