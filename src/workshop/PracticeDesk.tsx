import { type ReactNode, useEffect, useRef, useState } from 'react';

import { questionWords } from '#guide/answerWords.ts';
import { resultName } from '#guide/resultName.ts';
import { PageSourcesProvider } from '#screens/Cited.tsx';
import { useAddresses, useHasSite } from '#screens/site.tsx';
import { RadioGroup } from '#ui/RadioGroup.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { confidenceWords, levelWords } from './levelWords.ts';
import {
  type Attempt,
  beliefShown,
  decidingFork,
  missedFork,
  type Prediction,
  reasonChoices,
} from './practice.ts';
import type { Round } from './keptRound.ts';
import { PracticeSummary } from './PracticeSummary.tsx';
import { PredictionForm, TwistForm } from './PredictionForm.tsx';
import {
  type KeyedScenario,
  type Level,
  levels,
  type ResultId,
  type Scenario,
} from './scenario.ts';
import { ScenarioFacts } from './ScenarioFacts.tsx';
import { ScenarioKey, TwistChange, TwistKey } from './ScenarioKey.tsx';
import { scenarios } from './scenarios/scenarios.ts';
import { Told } from './Told.tsx';
import { workshopSources } from './workshopSources.ts';

interface PracticeDeskProps {
  /** A teacher's cards, dealt in place of the guide's. */
  readonly ownCards?: readonly Scenario[];
  /** Why the cards of a link cannot be used. */
  readonly problem?: string | undefined;
  /** The round that was going on last on this device. */
  readonly kept?: Round | undefined;
  /** Keeps the round as it stands. */
  readonly onKeep: (round: Round) => void;
}

/** Practise alone: one card after the other, then what the round shows. */
export function PracticeDesk({ ownCards, problem, kept, onKeep }: PracticeDeskProps) {
  const addresses = useAddresses();
  const [level, setLevel] = useState<Level | 'all'>(kept?.level ?? 'all');
  const [attempts, setAttempts] = useState<readonly Attempt[]>(kept?.attempts ?? []);
  const [begunWith] = useState(attempts.length);
  useEffect(() => onKeep({ level, attempts }), [level, attempts, onKeep]);
  const [isOver, setIsOver] = useState(false);
  const deck = (ownCards ?? scenarios).filter((each) => level === 'all' || each.level === level);
  const done = new Set(attempts.map(({ scenario }) => scenario.id));
  const scenario = deck.find(({ id }) => !done.has(id));
  const begin = () => {
    setAttempts([]);
    setIsOver(false);
  };
  return (
    <PageSourcesProvider value={workshopSources}>
      <section className="stack" aria-labelledby="practise-heading">
        <h2 id="practise-heading">Practise alone</h2>
        {problem !== undefined && (
          <p role="alert">{problem} The guide’s own cards are dealt instead.</p>
        )}
        {ownCards !== undefined && (
          <p>
            Somebody wrote these {ownCards.length} cards; their keys are what the guide says, their
            reasons are the writer’s own.{' '}
            <a href={addresses.file('workshop/')}>Practise the guide’s cards</a>
          </p>
        )}
        <RadioGroup
          legend="Cards"
          options={[
            ['all', 'All levels'],
            ...levels.map((each) => [each, levelWords[each].label] as const),
          ]}
          value={level}
          onPick={setLevel}
        />
        {isOver || scenario === undefined ? (
          <PracticeSummary attempts={attempts} onBegin={begin} />
        ) : (
          <Card
            key={scenario.id}
            scenario={scenario}
            place={`Card ${deck.indexOf(scenario) + 1} of ${deck.length}, ${levelWords[scenario.level].label.toLowerCase()}`}
            // What a reload has brought back does not take the focus either.
            isFirst={attempts.length === begunWith}
            onDone={(attempt) => setAttempts([...attempts, attempt])}
            onEnd={() => setIsOver(true)}
          />
        )}
      </section>
    </PageSourcesProvider>
  );
}

interface CardProps {
  readonly scenario: Scenario;
  /** Where it stands in the round. */
  readonly place: string;
  /** The first card of a round does not take the focus. */
  readonly isFirst: boolean;
  readonly onDone: (attempt: Attempt) => void;
  readonly onEnd: () => void;
}

function Card({ scenario, place, isFirst, onDone, onEnd }: CardProps) {
  const [prediction, setPrediction] = useState<Prediction | undefined>();
  const [isRevealed, setIsRevealed] = useState(false);
  const [twist, setTwist] = useState<ResultId | undefined>();
  const [hints, setHints] = useState(0);
  const heading = useFocusOnce(!isFirst);
  const addresses = useAddresses();
  const hasSite = useHasSite();
  const reveal = (made: Prediction | undefined) => {
    setPrediction(made);
    setIsRevealed(true);
  };
  return (
    <div className="stack" data-scenario={scenario.id}>
      <p className="eyebrow">{place}</p>
      <h3 ref={heading} tabIndex={-1}>
        {scenario.title}
      </h3>
      <blockquote className="ps-5">
        <TextWithCode text={scenario.story} />
      </blockquote>
      <ScenarioFacts facts={scenario.facts} />
      <Hints scenario={scenario} seen={hints} onMore={() => setHints(hints + 1)} />
      {!isRevealed && scenario.kind === 'keyed' && (
        <PredictionForm
          reasons={reasonChoices(scenario).map(({ text }) => text)}
          action="Predict and reveal"
          onPredict={reveal}
        >
          {hasSite && (
            <p>
              <a href={addresses.file('')} target="_blank" rel="noopener">
                Walk the guide for it, in a tab of its own
              </a>
            </p>
          )}
        </PredictionForm>
      )}
      {!isRevealed && (
        <p>
          <button type="button" className="button" onClick={() => reveal(undefined)}>
            {scenario.kind === 'keyed'
              ? 'Show the answer without predicting'
              : 'Show what to discuss'}
          </button>
        </p>
      )}
      {isRevealed && (
        <Revealed title="What the guide says">
          {scenario.kind === 'keyed' && prediction !== undefined && (
            <Comparison scenario={scenario} prediction={prediction} />
          )}
          <ScenarioKey scenario={scenario} />
        </Revealed>
      )}
      {isRevealed && scenario.kind === 'keyed' && (
        <Twist scenario={scenario} predicted={twist} onPredict={setTwist} />
      )}
      <p className="flex flex-wrap gap-3">
        {isRevealed && (
          <button
            type="button"
            className="button"
            onClick={() => onDone({ scenario, prediction, twist, hints })}
          >
            Next card
          </button>
        )}
        {!isRevealed && (
          <button type="button" className="button" onClick={() => onDone({ scenario, hints })}>
            Skip this card
          </button>
        )}
        <button
          type="button"
          className="button"
          onClick={() => {
            if (isRevealed) onDone({ scenario, prediction, twist, hints });
            onEnd();
          }}
        >
          End the round
        </button>
      </p>
    </div>
  );
}

/** Gives the focus to what has just been drawn, once. */
function useFocusOnce(wanted: boolean) {
  const element = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (wanted) element.current?.focus();
  }, [wanted]);
  return element;
}

interface HintsProps {
  readonly scenario: Scenario;
  readonly seen: number;
  readonly onMore: () => void;
}

/** Hints in steps: what to ask oneself, then the question that decides. */
function Hints({ scenario, seen, onMore }: HintsProps) {
  const fork = scenario.kind === 'keyed' ? decidingFork(scenario) : undefined;
  const all = [
    scenario.hint,
    ...(fork === undefined ? [] : [`This question decides: ${questionWords(fork).heading}`]),
  ];
  return (
    <div role="status">
      {all.slice(0, seen).map((hint) => (
        <p key={hint}>{hint}</p>
      ))}
      {seen < all.length && (
        <button type="button" className="button" onClick={onMore}>
          {seen === 0 ? 'Give me a hint' : 'Another hint'}
        </button>
      )}
    </div>
  );
}

/** What is revealed takes the focus, so that it is read next. */
function Revealed({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const heading = useFocusOnce(true);
  return (
    <section className="notice stack" data-tone="act">
      <h4 ref={heading} tabIndex={-1}>
        {title}
      </h4>
      {children}
    </section>
  );
}

/** Answer beside answer, and reason beside reason. */
function Comparison({
  scenario,
  prediction,
}: {
  readonly scenario: KeyedScenario;
  readonly prediction: Prediction;
}) {
  const fork = missedFork(scenario, prediction.result);
  const shown = beliefShown(scenario, prediction);
  const isOwnReason = reasonChoices(scenario)[prediction.reason]?.belief === undefined;
  return (
    <div className="stack">
      <p>
        <strong>
          {fork === undefined ? 'Your method is right.' : 'The guide goes another way.'}
        </strong>{' '}
        You said: {resultName(prediction.result)} (
        {confidenceWords[prediction.confidence].toLowerCase()}
        ).
        {fork !== undefined && ` The ways part at “${questionWords(fork).short}”`}
      </p>
      {shown === undefined ? (
        <p>Your reason is the guide’s.</p>
      ) : (
        <p>
          {isOwnReason
            ? 'The reason you chose is the guide’s, but this method often comes from another belief: '
            : 'Your reason was: '}
          “{shown.belief}” <Told words={shown.truth} />
        </p>
      )}
    </div>
  );
}

interface TwistProps {
  readonly scenario: KeyedScenario;
  readonly predicted: ResultId | undefined;
  readonly onPredict: (result: ResultId) => void;
}

/** One fact changed: predict again, then see. */
function Twist({ scenario: { twist }, predicted, onPredict }: TwistProps) {
  if (predicted !== undefined) {
    return (
      <>
        <TwistChange twist={twist} />
        <Revealed title={predicted === twist.result ? 'Right again' : 'Not this time'}>
          <p>You said: {resultName(predicted)}.</p>
          <TwistKey twist={twist} />
        </Revealed>
      </>
    );
  }
  return (
    <TwistForm action="Reveal the twist" onPredict={onPredict}>
      <TwistChange twist={twist} />
    </TwistForm>
  );
}
