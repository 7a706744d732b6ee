import { atSentenceStart } from '#guide/atSentenceStart.ts';

import type { Scenario } from '../scenario.ts';
import { scenarios } from '../scenarios/scenarios.ts';
import {
  cardMinutes,
  isMinutes,
  mostMinutes,
  sharedMinutes,
  stageNames,
  stepMinutes,
  withStepMinutes,
} from './lessonPlan.ts';
import { stagesOf } from './presentation.ts';
import { useOfPresentation, usePresentationActor } from './presentationActor.ts';

interface DeckTableProps {
  /** A teacher's cards, offered beside the guide's. */
  readonly ownCards: readonly Scenario[];
}

/** The cards of a lesson in their order, with the minutes of each card and step. */
export function DeckTable({ ownCards }: DeckTableProps) {
  const actor = usePresentationActor();
  const deck = useOfPresentation(({ context }) => context.deck);
  const choose = (cards: readonly Scenario[]) => actor.send({ type: 'deck.choose', cards });
  return (
    <>
      <ol className="deck-table">
        {deck.map((card, index) => (
          <li key={card.id}>
            <CardRow
              card={card}
              onMove={(by) => choose(moved(deck, index, by))}
              isFirst={index === 0}
              isLast={index === deck.length - 1}
              onRemove={() => choose(deck.filter((each) => each !== card))}
            />
          </li>
        ))}
      </ol>
      {deck.length === 0 && <p>You have not chosen any cards. Choose some below.</p>}
      <ClosingMinutes />
      <details>
        <summary className="py-2 font-semibold">Choose card by card ({deck.length} chosen)</summary>
        <ul className="sm:columns-2">
          {[...ownCards, ...scenarios].map((scenario) => (
            <li key={scenario.id}>
              <label className="flex items-center gap-2 py-1">
                <input
                  type="checkbox"
                  checked={deck.includes(scenario)}
                  onChange={({ target }) =>
                    choose(
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
    </>
  );
}

/** The cards with one of them further up or down. */
function moved(cards: readonly Scenario[], index: number, by: 1 | -1): readonly Scenario[] {
  const card = cards[index];
  if (card === undefined) return cards;
  return cards.toSpliced(index, 1).toSpliced(index + by, 0, card);
}

interface CardRowProps {
  readonly card: Scenario;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

function CardRow({ card, isFirst, isLast, onMove, onRemove }: CardRowProps) {
  const actor = usePresentationActor();
  const plan = useOfPresentation(({ context }) => context.plan);
  const steps = stepMinutes(plan, card);
  const change = (minutes: readonly number[]) =>
    actor.send({ type: 'plan.change', plan: withStepMinutes(plan, card, minutes) });
  return (
    <>
      <div className="deck-row">
        <span>{card.title}</span>
        <Minutes
          label={`Minutes for ${card.title}`}
          value={cardMinutes(plan, card)}
          onChange={(minutes) => change(sharedMinutes(minutes, card))}
        />
        <RowButton
          sign="↑"
          name={`Move ${card.title} up`}
          isIdle={isFirst}
          onPress={() => onMove(-1)}
        />
        <RowButton
          sign="↓"
          name={`Move ${card.title} down`}
          isIdle={isLast}
          onPress={() => onMove(1)}
        />
        <RowButton sign="×" name={`Remove ${card.title}`} onPress={onRemove} />
      </div>
      <details>
        <summary className="quiet py-1.5">Minutes for each step</summary>
        <ul className="step-minutes">
          {stagesOf(card).map((stage, place) => (
            <li key={stage}>
              <label>
                {atSentenceStart(stageNames[stage])}{' '}
                <Minutes
                  label={`Minutes for ${stageNames[stage]} of ${card.title}`}
                  value={steps[place] ?? 0}
                  onChange={(minutes) => change(steps.with(place, minutes))}
                />
              </label>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

interface RowButtonProps {
  readonly sign: string;
  readonly name: string;
  /** Whether it does nothing here; it keeps the focus, so that the keyboard does not lose its row. */
  readonly isIdle?: boolean;
  readonly onPress: () => void;
}

function RowButton({ sign, name, isIdle = false, onPress }: RowButtonProps) {
  return (
    <button
      type="button"
      className="button"
      data-rank="quiet"
      aria-label={name}
      aria-disabled={isIdle}
      onClick={() => {
        if (!isIdle) onPress();
      }}
    >
      {sign}
    </button>
  );
}

function ClosingMinutes() {
  const actor = usePresentationActor();
  const plan = useOfPresentation(({ context }) => context.plan);
  return (
    <p>
      <label>
        Wrap-up{' '}
        <Minutes
          label="Minutes for the wrap-up"
          value={plan.closing}
          onChange={(closing) => actor.send({ type: 'plan.change', plan: { ...plan, closing } })}
        />
      </label>
    </p>
  );
}

interface MinutesProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (minutes: number) => void;
}

function Minutes({ label, value, onChange }: MinutesProps) {
  return (
    <span className="beside">
      <input
        type="number"
        className="number-field"
        aria-label={label}
        min={0}
        max={mostMinutes}
        step={0.5}
        value={value}
        onChange={({ target }) => {
          const minutes = Number(target.value);
          if (!target.validity.badInput && isMinutes(minutes)) onChange(minutes);
        }}
      />
      {' min'}
    </span>
  );
}
