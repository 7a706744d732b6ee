import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';

import type { OpenChannel, WindowChannel } from '#browser/windowChannel.ts';
import { resultName } from '#guide/resultName.ts';
import { Field } from '#ui/Field.tsx';
import { RadioGroup } from '#ui/RadioGroup.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { plans } from '../handouts/plans.ts';
import { levelWords } from '../levelWords.ts';
import { levels, type Scenario } from '../scenario.ts';
import { scenarios } from '../scenarios/scenarios.ts';
import type { Room } from '../room/room.ts';
import { RoomDesk } from '../room/RoomDesk.tsx';
import { audienceMessage, type AudienceView, audienceView } from './audienceView.ts';
import { askForPresentation } from './presentPaths.ts';
import {
  atCard,
  backward,
  begun,
  cardsOf,
  onward,
  type Presentation,
  presentationFragment,
  shownCard,
  stagesOf,
} from './presentation.ts';
import { DiscussionPoints } from '../DiscussionPoints.tsx';
import { OfflineStatus } from '../OfflineStatus.tsx';
import { Slide } from './Slide.tsx';
import { Timer } from './Timer.tsx';

/** The decks that one can begin with; each is a list of cards. */
const decks = [
  ...plans.map(({ minutes, steps }) => ({
    id: `plan-${minutes}`,
    label: `Plan of ${minutes} minutes`,
    cards: cardsOf(steps.flatMap(({ cards }) => cards)),
  })),
  ...levels.map((level) => ({
    id: level as string,
    label: `All of “${levelWords[level].label}”`,
    cards: scenarios.filter((each) => each.level === level),
  })),
];

const noCards: readonly Scenario[] = [];

const idsOf = (cards: readonly Scenario[]): string => cards.map(({ id }) => id).join(' ');

interface PresenterDeskProps {
  /** What the address brought. */
  readonly initial: Presentation | undefined;
  /** A teacher's cards, offered beside the guide's. */
  readonly ownCards?: readonly Scenario[];
  /** Why the cards of a link cannot be used. */
  readonly problem?: string | undefined;
  /** Puts the presentation into the address. */
  readonly onKeep: (fragment: string) => void;
  /** The room that was open last. */
  readonly keptRoom: Room | undefined;
  /** Keeps the room on this machine, or forgets it. */
  readonly onKeepRoom: (room: Room | undefined) => void;
  /** The page on which people answer, absolute; undefined where this page does not know one. */
  readonly answerAddress: string | undefined;
  /** Opens the way to the audience's window. */
  readonly openChannel: OpenChannel;
  /** What opens the audience's window. */
  readonly audienceOpener: ReactNode;
}

/** The presenter's window: the slide, the notes, the next step, the time; the audience's screen follows. */
export function PresenterDesk({
  initial,
  ownCards = noCards,
  problem,
  onKeep,
  keptRoom,
  onKeepRoom,
  answerAddress,
  openChannel,
  audienceOpener,
}: PresenterDeskProps) {
  const [presentation, setPresentation] = useState<Presentation>(
    initial ?? begun(decks[0]?.cards ?? []),
  );
  const [isAlone, setIsAlone] = useState(false);
  const [room, setRoom] = useState(keptRoom);
  const allCards = useMemo(() => [...scenarios, ...ownCards], [ownCards]);
  const view = useMemo(
    () => audienceView(presentation, room, answerAddress),
    [presentation, room, answerAddress],
  );
  const channel = useRef<WindowChannel | undefined>(undefined);
  const latest = useRef(view);

  useEffect(() => {
    latest.current = view;
    channel.current?.say(audienceMessage(view));
  }, [view]);
  useEffect(() => onKeep(presentationFragment(presentation)), [presentation, onKeep]);
  useEffect(() => onKeepRoom(room), [room, onKeepRoom]);

  useEffect(() => {
    const opened = openChannel((message) => {
      if (message === askForPresentation) opened.say(audienceMessage(latest.current));
    });
    channel.current = opened;
    opened.say(audienceMessage(latest.current));
    return opened.close;
  }, [openChannel]);

  const toggleBlack = useCallback(
    () => setPresentation((now) => ({ ...now, isBlack: !now.isBlack })),
    [],
  );
  useKeys({
    ArrowRight: () => setPresentation(onward),
    PageDown: () => setPresentation(onward),
    ArrowLeft: () => setPresentation(backward),
    PageUp: () => setPresentation(backward),
    b: toggleBlack,
    Escape: () => setIsAlone(false),
  });

  const scenario = shownCard(presentation);
  if (isAlone) {
    return (
      <div className="slide slide-alone" data-black={presentation.isBlack ? '' : undefined}>
        <Slide {...view} />
        <p className="slide-way-out">
          <button type="button" className="button" onClick={() => setIsAlone(false)}>
            Back to the notes (Esc)
          </button>
        </p>
      </div>
    );
  }
  return (
    <div className="stack [--gap:2rem]">
      {problem !== undefined && <p role="alert">{problem}</p>}
      <DeckChooser
        ownCards={ownCards}
        deck={presentation.deck}
        onChoose={(cards) => setPresentation(begun(cards))}
        onAlone={() => setIsAlone(true)}
        audienceOpener={audienceOpener}
      />
      <div className="presenter-columns">
        <section aria-labelledby="on-screen" className="stack">
          <h2 id="on-screen">On the screen</h2>
          <div
            className="slide slide-small"
            data-black={presentation.isBlack ? '' : undefined}
            aria-live="polite"
          >
            <SmallSlide {...view} />
          </div>
          <Controls presentation={presentation} onChange={setPresentation} onBlack={toggleBlack} />
          <Timer />
        </section>
        <section aria-labelledby="notes" className="stack">
          <h2 id="notes">Only you see this</h2>
          {scenario === undefined ? (
            <p>The deck is over. Go back, or choose another one.</p>
          ) : (
            <Notes scenario={scenario} />
          )}
          <NextStep presentation={presentation} />
        </section>
      </div>
      <RoomDesk room={room} onRoom={setRoom} scenario={scenario} cards={allCards} />
      <OfflineStatus />
    </div>
  );
}

/** The slide within a page that has a main heading of its own. */
function SmallSlide(view: AudienceView) {
  return (
    <div role="group" aria-label="The slide">
      <Slide {...view} level="h3" />
    </div>
  );
}

type Keys = Readonly<Record<string, () => void>>;

/** Listens to keys, unless somebody is typing or choosing in a field. */
function useKeys(keys: Keys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const heed = (event: KeyboardEvent) => {
      const { target, key } = event;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (target instanceof HTMLElement && target.closest('input, select, textarea')) return;
      const act = current.current[key.length === 1 ? key.toLowerCase() : key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', heed);
    return () => document.removeEventListener('keydown', heed);
  }, []);
}

interface DeckChooserProps {
  readonly ownCards: readonly Scenario[];
  readonly deck: readonly Scenario[];
  readonly onChoose: (cards: readonly Scenario[]) => void;
  readonly onAlone: () => void;
  readonly audienceOpener: ReactNode;
}

function DeckChooser({ ownCards, deck, onChoose, onAlone, audienceOpener }: DeckChooserProps) {
  const offered =
    ownCards.length === 0
      ? decks
      : [{ id: 'own', label: 'Your own cards', cards: ownCards }, ...decks];
  const same = offered.find(({ cards }) => idsOf(cards) === idsOf(deck));
  return (
    <section aria-labelledby="deck" className="stack">
      <h2 id="deck">The deck</h2>
      <RadioGroup
        legend="Begin with"
        options={offered.map(({ id, label }) => [id, label])}
        value={same?.id ?? ''}
        onPick={(id) => onChoose(offered.find((each) => each.id === id)?.cards ?? [])}
      />
      <details>
        <summary className="py-2 font-semibold">Choose card by card ({deck.length} chosen)</summary>
        <ul className="list-none md:columns-2">
          {[...ownCards, ...scenarios].map((scenario) => (
            <li key={scenario.id}>
              <label className="flex items-center gap-2 py-1">
                <input
                  type="checkbox"
                  checked={deck.includes(scenario)}
                  onChange={({ target }) =>
                    onChoose(
                      target.checked
                        ? [...deck, scenario]
                        : deck.filter((each) => each !== scenario),
                    )
                  }
                />
                {scenario.title}
              </label>
            </li>
          ))}
        </ul>
      </details>
      <p className="flex flex-wrap items-center gap-4">
        {audienceOpener}
        <button type="button" className="button" onClick={onAlone}>
          One screen only: show the slide here
        </button>
      </p>
    </section>
  );
}

interface ControlsProps {
  readonly presentation: Presentation;
  readonly onChange: (change: (now: Presentation) => Presentation) => void;
  readonly onBlack: () => void;
}

function Controls({ presentation, onChange, onBlack }: ControlsProps) {
  const { deck, card } = presentation;
  return (
    <div className="stack [--gap:0.5rem]">
      <p className="flex flex-wrap gap-3">
        <button type="button" className="button" onClick={() => onChange(backward)}>
          Back (←)
        </button>
        <button type="button" className="button" onClick={() => onChange(onward)}>
          On (→)
        </button>
        <button
          type="button"
          className="button"
          aria-pressed={presentation.isBlack}
          onClick={onBlack}
        >
          Black screen (B)
        </button>
      </p>
      <Field label="Card" hint="Goes to its story.">
        {(props) => (
          <select
            {...props}
            value={card}
            onChange={({ target }) => onChange((now) => atCard(now, Number(target.value)))}
          >
            {deck.map((each, index) => (
              <option key={each.id} value={index}>
                {index + 1}. {each.title}
              </option>
            ))}
            <option value={deck.length}>The end</option>
          </select>
        )}
      </Field>
    </div>
  );
}

/** What the presenter knows of a card: the key, what to say, the beliefs to expect. */
function Notes({ scenario }: { readonly scenario: Scenario }) {
  if (scenario.kind === 'discussion') {
    return (
      <div className="stack">
        <p>
          <TextWithCode text={scenario.whyNoKey.text} />
        </p>
        <DiscussionPoints points={scenario.points} />
      </div>
    );
  }
  return (
    <div className="stack">
      <p>
        <strong>{resultName(scenario.result)}.</strong> <TextWithCode text={scenario.reason.text} />
      </p>
      <p>
        If nobody speaks, ask: <TextWithCode text={scenario.hint} />
      </p>
      <h3>What people may believe</h3>
      <ul className="list-disc ps-5">
        {[...new Set(Object.values(scenario.misconceptions))].map(({ belief, truth }) => (
          <li key={belief}>
            “{belief}” <TextWithCode text={truth.text} />
          </li>
        ))}
      </ul>
      <p>
        Twist: <TextWithCode text={scenario.twist.change} />{' '}
        <strong>{resultName(scenario.twist.result)}.</strong>
      </p>
    </div>
  );
}

const stageNames = {
  story: 'the story',
  facts: 'the facts',
  question: 'the question to the room',
  key: 'the key',
  twist: 'the twist',
  twistKey: 'the key of the twist',
  points: 'the points to discuss',
} as const;

function NextStep({ presentation }: { readonly presentation: Presentation }) {
  const next = onward(presentation);
  const scenario = shownCard(next);
  if (next === presentation) return null;
  const where =
    scenario === undefined
      ? 'the end'
      : `${stageNames[next.stage]}${next.card === presentation.card ? '' : ` of “${scenario.title}”`}`;
  const left = scenario === undefined ? 0 : stagesOf(scenario).length;
  return (
    <p>
      <strong>Next:</strong> {where}
      {next.card !== presentation.card && left > 0 && ` (${left} steps)`}
    </p>
  );
}
