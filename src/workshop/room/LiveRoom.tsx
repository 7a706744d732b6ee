import { useSelector } from '@xstate/react';
import type { ActorRefFrom } from 'xstate';

import { resultName } from '#guide/resultName.ts';
import { MethodMark } from '#screens/MethodMark.tsx';
import { QrCode } from '#ui/QrCode.tsx';

import { reasonChoices } from '../prediction.ts';
import { resultIds, type Scenario } from '../scenario.ts';
import type { RoomQuestion } from './answerCode.ts';
import { answeredWords } from './answeredWords.ts';
import { CameraSwitch, CameraView } from './Camera.tsx';
import { CodeField } from './CodeField.tsx';
import { reasonLetter } from './phone.ts';
import { handsFor, mostHands, placeAnswer, type Room, splitOf } from './room.ts';
import { invitationTo } from './roomOnScreen.ts';
import type { roomMachine } from './roomMachine.ts';
import { RoomNews } from './RoomNews.tsx';
import type { Split } from './split.ts';

interface LiveRoomProps {
  readonly actor: ActorRefFrom<typeof roomMachine>;
  /** The card that is shown. */
  readonly scenario: Scenario | undefined;
  readonly question: RoomQuestion;
  /** How many people are expected; 0 if nobody said. */
  readonly expected: number;
  readonly isByPhone: boolean;
  /** The absolute address of the page on which people answer; undefined if there is none. */
  readonly answerAddress: string | undefined;
}

const questionLegends: Readonly<Record<RoomQuestion, string>> = {
  card: 'First vote',
  again: 'Second vote',
  twist: 'Vote on the twist',
};

/** The teacher's side of a room during the lesson: how people answer, what was counted, and how they chose. */
export function LiveRoom(props: LiveRoomProps) {
  const { actor, scenario, question, expected, isByPhone, answerAddress } = props;
  const room = useSelector(actor, ({ context }) => context.room);
  const cards = useSelector(actor, ({ context }) => context.cards);
  const isKept = useSelector(actor, ({ context }) => context.isKept);
  const camera = useSelector(actor, ({ children }) => children.camera);
  if (room === undefined) return <RoomNews actor={actor} />;
  const split = scenario && splitOf(room, scenario, question);
  const isAsked = scenario?.kind === 'keyed';
  const link = isAsked ? invitationTo(room, { scenario, question, answerAddress }).link : undefined;
  return (
    <>
      <div className="live-invitation">
        {camera !== undefined && <CameraView actor={camera} />}
        {isByPhone && link !== undefined && (
          <QrCode text={link} label="QR code for the link to answer" />
        )}
        <div>
          {isByPhone && (
            <p>
              Room <strong className="room-code">{room.code}</strong>
            </p>
          )}
          <p>
            {isAsked ? (
              <>
                {questionLegends[question]}:{' '}
                <strong>{answeredWords(split?.answered ?? 0, expected)}</strong>
              </>
            ) : (
              'Nothing to vote on'
            )}
          </p>
          {!isKept && (
            <p role="alert">
              This browser could not keep the room. Save it under “Back to preparing”.
            </p>
          )}
        </div>
      </div>
      {isByPhone && (
        <div className="live-codes">
          <CodeField
            isAnswer={(text) => placeAnswer(room.code, text, cards) !== undefined}
            onCodes={(text) => {
              actor.send({ type: 'codes.count', text });
              return actor.getSnapshot().context.notice?.kind !== 'tooLong';
            }}
          />
          {camera !== undefined && <CameraSwitch actor={camera} />}
        </div>
      )}
      {scenario?.kind === 'keyed' && split !== undefined && (
        <>
          <Hands actor={actor} room={room} card={scenario.id} question={question} split={split} />
          <ReasonLine letters={reasonChoices(scenario).length} split={split} />
        </>
      )}
      {/* What comes and goes is below the buttons. */}
      <RoomNews actor={actor} />
    </>
  );
}

interface HandsProps extends Pick<LiveRoomProps, 'actor' | 'question'> {
  readonly room: Room;
  readonly card: string;
  readonly split: Split;
}

/** How the room chose, for the teacher at any time, and where hands are counted. */
function Hands({ actor, room, card, question, split }: HandsProps) {
  const count = (result: (typeof resultIds)[number], hands: number) =>
    actor.send({ type: 'hands.count', hands: { card, question, result, count: hands } });
  return (
    <table className="live-split">
      <caption className="sr-only">How the room chose, for you alone</caption>
      <thead>
        <tr>
          <th scope="col" className="sr-only">
            Method
          </th>
          <th scope="col">All</th>
          <th scope="col">Hands</th>
        </tr>
      </thead>
      <tbody>
        {resultIds.map((result, place) => {
          const hands = handsFor(room, { card, question }, result);
          const all = split.results[place] ?? 0;
          const name = resultName(result);
          return (
            <tr key={result}>
              <th scope="row">
                <MethodMark node={result} name={name} />
              </th>
              <td>{all}</td>
              <td>
                <button
                  type="button"
                  className="button"
                  aria-label={`One fewer hand for ${name}`}
                  // Not disabled: a key that is pressed once more would go on with the lesson.
                  aria-disabled={hands === 0}
                  onClick={() => count(result, Math.max(0, hands - 1))}
                >
                  −
                </button>
                <input
                  type="number"
                  inputMode="numeric"
                  min={0}
                  max={mostHands}
                  aria-label={`Hands for ${name}`}
                  value={hands === 0 ? '' : hands}
                  onChange={({ target }) => {
                    const typed = Number(target.value);
                    if (target.validity.badInput) return;
                    if (Number.isInteger(typed) && typed >= 0 && typed <= mostHands) {
                      count(result, typed);
                    }
                  }}
                />
                <button
                  type="button"
                  className="button"
                  aria-label={`One more hand for ${name}`}
                  aria-disabled={hands >= mostHands}
                  onClick={() => count(result, Math.min(mostHands, hands + 1))}
                >
                  +
                </button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** How often each reason was given, by its letter. */
function ReasonLine({ letters, split }: { readonly letters: number; readonly split: Split }) {
  if (split.reasons.every((times) => times === 0)) return null;
  return (
    <p>
      Reasons:{' '}
      {Array.from(
        { length: letters },
        (_, place) => `${reasonLetter(place)} ${split.reasons[place] ?? 0}`,
      ).join(', ')}
    </p>
  );
}
