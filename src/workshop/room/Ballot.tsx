import { createActorContext } from '@xstate/react';
import { type SubmitEvent, useState } from 'react';

import { resultName } from '#guide/resultName.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { Field } from '#ui/Field.tsx';
import { QrCode } from '#ui/QrCode.tsx';
import { RadioGroup } from '#ui/RadioGroup.tsx';
import { takeFocus } from '#ui/takeFocus.ts';
import { TextField } from '#ui/TextField.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { confidenceWords } from '../levelWords.ts';
import { OfflineStatus } from '../OfflineStatus.tsx';
import { reasonChoices } from '../prediction.ts';
import { PredictionForm, TwistForm } from '../PredictionForm.tsx';
import type { Scenario } from '../scenario.ts';
import { TwistChange } from '../ScenarioKey.tsx';
import { keyedScenarios, scenarioOf } from '../scenarios/scenarios.ts';
import type { RoomAnswer, RoomQuestion } from './answerCode.ts';
import { answerGiven, type BallotInput, ballotMachine, phoneOf } from './ballotMachine.ts';
import { lettersOffered, reasonLetter } from './phone.ts';

const BallotActor = createActorContext(ballotMachine);

interface BallotProps {
  /** The phone in its room, with the effects that it needs. */
  readonly machine: typeof ballotMachine;
  /** Where it begins. */
  readonly input: BallotInput;
}

/** Where somebody in a room answers: the answer becomes a code, and nothing is sent. */
export function Ballot({ machine, input }: BallotProps) {
  return (
    <BallotActor.Provider logic={machine} options={{ input }}>
      <RoomOrJoin />
    </BallotActor.Provider>
  );
}

function RoomOrJoin() {
  const actor = BallotActor.useActorRef();
  const phone = BallotActor.useSelector(({ context }) => phoneOf(context));
  const isUnkept = BallotActor.useSelector(({ context }) => context.isUnkept);
  if (phone === undefined) return <JoinForm />;
  return (
    <div className="stack" data-joined="">
      <p className="quiet">
        You are in the room <strong className="room-code">{phone.room}</strong>, anonymously.
      </p>
      {isUnkept && (
        <p role="alert">
          This browser does not let the page keep anything: its storage is full or blocked. Keep
          this page open until the end. If you load it again, you count as another phone.
        </p>
      )}
      <Answering key={phone.room} />
      <p>
        <button
          type="button"
          className="button"
          data-rank="quiet"
          onClick={() => actor.send({ type: 'room.leave' })}
        >
          Leave the room and forget it
        </button>
      </p>
      <OfflineStatus />
    </div>
  );
}

function JoinForm() {
  const actor = BallotActor.useActorRef();
  const isRefused = BallotActor.useSelector((each) => each.matches({ outside: 'refused' }));
  const [text, setText] = useState('');
  const join = (event: SubmitEvent) => {
    event.preventDefault();
    actor.send({ type: 'room.join', code: text, chance: Math.random() });
  };
  return (
    <form className="stack" onSubmit={join} noValidate>
      <TextField
        label="Room code"
        hint="Four letters or digits, on the teacher’s screen."
        placeholder="K7QF"
        value={text}
        problem={
          isRefused
            ? 'A room code has four letters or digits. The teacher’s screen shows it.'
            : undefined
        }
        onChange={setText}
      />
      <p>
        <button type="submit" className="button" data-rank="primary">
          Join
        </button>
      </p>
    </form>
  );
}

function Answering() {
  const context = BallotActor.useSelector((snapshot) => snapshot.context);
  const actor = BallotActor.useActorRef();
  const { card, question, reasons } = context;
  const next = nextQuestions[question];
  const given = answerGiven(context);
  const scenario = scenarioOf(card);
  // Stays in place for a person who chooses by hand: the field must not move while it is used.
  const [isByHand] = useState(card === '');
  // The button that asked for it is gone with the answer before.
  const [isAskedNext, setIsAskedNext] = useState(false);
  return (
    <div className="stack">
      {isByHand && <CardChoice isOpen />}
      {card !== '' && (
        <>
          <Story
            key={question}
            scenario={scenario}
            isTwist={question === 'twist'}
            isAskedNext={isAskedNext}
          />
          {question === 'again' && <p>You have talked about it. Which method do you choose now?</p>}
          {given === undefined ? (
            <AnswerForm
              key={`${card} ${question}`}
              scenario={scenario}
              reasonCount={reasons ?? lettersOffered}
              isTwist={question === 'twist'}
              onAnswer={(answer) => actor.send({ type: 'answer.give', answer })}
            />
          ) : (
            <>
              <AnswerShown
                code={given.code}
                answer={given.answer}
                onChange={() => actor.send({ type: 'answer.change' })}
              />
              {next !== undefined && (
                <p className="flex flex-wrap items-center gap-3">
                  When the screen asks again:
                  {next.map((each) => (
                    <button
                      key={each}
                      type="button"
                      className="button"
                      onClick={() => {
                        setIsAskedNext(true);
                        actor.send({ type: 'question.choose', question: each });
                      }}
                    >
                      {questionActions[each]}
                    </button>
                  ))}
                </p>
              )}
            </>
          )}
        </>
      )}
      {!isByHand && <CardChoice isOpen={false} />}
    </div>
  );
}

/** What may come next on the screen. */
const nextQuestions: Readonly<Record<RoomQuestion, readonly RoomQuestion[] | undefined>> = {
  card: ['again', 'twist'],
  again: ['twist'],
  twist: undefined,
};

const questionActions: Readonly<Record<RoomQuestion, string>> = {
  card: 'The card',
  again: 'Vote again',
  twist: 'Answer the twist',
};

/** Which card is answered, for a person who did not use the link on the screen. */
function CardChoice({ isOpen }: { readonly isOpen: boolean }) {
  const actor = BallotActor.useActorRef();
  const { card, question } = BallotActor.useSelector(({ context }) => context);
  const isUnknown = card !== '' && scenarioOf(card) === undefined;
  return (
    <details open={isOpen}>
      <summary className="py-2 font-semibold">
        {isOpen ? 'The card' : 'Another card, or its twist'}
      </summary>
      <div className="stack">
        <Field
          label="Which card is on the screen?"
          hint="If you scan the QR code on the screen, the card is chosen for you."
        >
          {(props) => (
            <select
              {...props}
              value={card}
              onChange={({ target }) => actor.send({ type: 'card.choose', card: target.value })}
            >
              <option value="">Choose the card</option>
              {isUnknown && <option value={card}>One of your teacher’s cards</option>}
              {keyedScenarios.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          )}
        </Field>
        {card !== '' && (
          <RadioGroup
            legend="What does the screen ask?"
            options={[
              ['card', 'The card'],
              ['again', 'The card again, after talking'],
              ['twist', 'Its twist'],
            ]}
            value={question}
            onPick={(picked) => actor.send({ type: 'question.choose', question: picked })}
          />
        )}
      </div>
    </details>
  );
}

interface StoryProps {
  readonly scenario: Scenario | undefined;
  readonly isTwist: boolean;
  /** Whether this is the next question, so that the focus moves here. */
  readonly isAskedNext: boolean;
}

/** What the card is; its story is on the screen too, so it takes no room before the choice. */
function Story({ scenario, isTwist, isAskedNext }: StoryProps) {
  if (scenario === undefined) {
    return <p>This card is your teacher’s own: read it, and its reasons, on the screen.</p>;
  }
  return (
    <>
      <h2 ref={isAskedNext ? takeFocus : undefined} tabIndex={-1}>
        {scenario.title}
      </h2>
      <details>
        <summary className="py-2">Read the story</summary>
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
    return <TwistForm action="Create my code" onPredict={(result) => onAnswer({ result })} />;
  }
  const reasons =
    scenario?.kind === 'keyed'
      ? reasonChoices(scenario).map(({ text }, place) => `${reasonLetter(place)}. ${text}`)
      : Array.from({ length: reasonCount }, (_, place) => `${reasonLetter(place)} on the screen`);
  return <PredictionForm reasons={reasons} action="Create my code" onPredict={onAnswer} />;
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
      <h2 ref={takeFocus} tabIndex={-1}>
        Show or read this code to your teacher
      </h2>
      <p className="answer-code" id="answer-code">
        {code}
      </p>
      <QrCode text={code} label={`QR code for ${code}`} />
      <p>
        <CopyButton label="Copy the code" of="answer-code" />
      </p>
      <p>
        You said: {resultName(answer.result)}
        {answer.reason !== undefined && `, for reason ${reasonLetter(answer.reason)}`}
        {answer.confidence !== undefined && `, ${confidenceWords[answer.confidence].toLowerCase()}`}
        . Your teacher will reveal the right answer.
      </p>
      <p>
        <button type="button" className="button" onClick={onChange}>
          Change my answer
        </button>
      </p>
    </section>
  );
}
