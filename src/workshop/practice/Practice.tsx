import { createActorContext } from '@xstate/react';
import type { ReactNode } from 'react';

import { questionWords } from '#guide/answerWords.ts';
import { resultName } from '#guide/resultName.ts';
import { PageSourcesProvider } from '#screens/Cited.tsx';
import { useAddresses, useHasSite } from '#screens/site.tsx';
import { RadioGroup } from '#ui/RadioGroup.tsx';
import { takeFocus } from '#ui/takeFocus.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { Explanation } from '../Explanation.tsx';
import { confidenceWords, levelWords } from '../levelWords.ts';
import { beliefShown, hintsOf, missedFork, type Prediction, reasonChoices } from '../prediction.ts';
import { PredictionForm, TwistForm } from '../PredictionForm.tsx';
import { type KeyedScenario, levels, type ResultId, type Scenario } from '../scenario.ts';
import { ScenarioFacts } from '../ScenarioFacts.tsx';
import { ScenarioKey, TwistChange, TwistKey } from '../ScenarioKey.tsx';
import { scenarios } from '../scenarios/scenarios.ts';
import { workshopSources } from '../workshopSources.ts';
import { PracticeSummary } from './PracticeSummary.tsx';
import type { Round } from './round.ts';
import { openCard, placeOf, roundMachine } from './roundMachine.ts';

const RoundActor = createActorContext(roundMachine);

interface PracticeProps {
  /** The round, with the effects that it needs. */
  readonly machine: typeof roundMachine;
  /** The latest round on this device. */
  readonly stored: Round | undefined;
  /** A teacher's cards, dealt in place of the guide's. */
  readonly ownCards?: readonly Scenario[];
  /** Why the cards of a link cannot be used. */
  readonly problem?: string | undefined;
}

/** Practice alone: one card after another, then a summary of the round. */
export function Practice({ machine, stored, ownCards, problem }: PracticeProps) {
  const addresses = useAddresses();
  return (
    <PageSourcesProvider value={workshopSources}>
      <section className="stack" aria-labelledby="practise-heading">
        <h2 id="practise-heading" tabIndex={-1}>
          Practise alone
        </h2>
        {problem !== undefined && (
          <p role="alert">{problem} You get the guide’s own cards instead.</p>
        )}
        {ownCards !== undefined && (
          <p>
            Somebody wrote these {ownCards.length} cards. The keys are the guide’s; the reasons are
            the writer’s own. <a href={addresses.file('workshop/')}>Practise the guide’s cards</a>
          </p>
        )}
        <RoundActor.Provider
          logic={machine}
          options={{ input: { cards: ownCards ?? scenarios, stored } }}
        >
          <LevelChoice />
          <Unkept />
          <CardOrSummary />
        </RoundActor.Provider>
      </section>
    </PageSourcesProvider>
  );
}

function LevelChoice() {
  const round = RoundActor.useActorRef();
  const level = RoundActor.useSelector(({ context }) => context.level);
  return (
    <RadioGroup
      legend="Cards"
      options={[
        ['all', 'All levels'],
        ...levels.map((each) => [each, levelWords[each].label] as const),
      ]}
      value={level}
      onPick={(picked) => round.send({ type: 'level.choose', level: picked })}
    />
  );
}

/** Says so if this device does not keep the round. */
function Unkept() {
  const isKept = RoundActor.useSelector(({ context }) => context.isKept);
  return (
    <div role="status">
      {!isKept && (
        <p className="notice" data-tone="warn">
          This browser could not keep your round: its storage is full or blocked. What you predict
          is gone when you close this page or load it again.
        </p>
      )}
    </div>
  );
}

function CardOrSummary() {
  const round = RoundActor.useActorRef();
  const snapshot = RoundActor.useSelector((each) => each);
  const scenario = openCard(snapshot.context);
  const { attempts, dealt, isAskedFor } = snapshot.context;
  return snapshot.hasTag('summary') || scenario === undefined ? (
    <PracticeSummary
      attempts={attempts}
      takesFocus={isAskedFor}
      onBegin={() => round.send({ type: 'round.begin' })}
    />
  ) : (
    <Card key={dealt} scenario={scenario} />
  );
}

/** The open card: its story, the prediction, what the guide says, and one fact changed. */
function Card({ scenario }: { readonly scenario: Scenario }) {
  const round = RoundActor.useActorRef();
  const snapshot = RoundActor.useSelector((each) => each);
  const { prediction, twist, hints, isAskedFor } = snapshot.context;
  const isRevealed = snapshot.hasTag('revealed');
  const addresses = useAddresses();
  const hasSite = useHasSite();
  return (
    <div className="stack" data-scenario={scenario.id}>
      <p className="eyebrow">{placeWords(scenario, placeOf(snapshot))}</p>
      <h3 ref={isAskedFor ? takeFocus : undefined} tabIndex={-1}>
        {scenario.title}
      </h3>
      <blockquote className="ps-5">
        <TextWithCode text={scenario.story} />
      </blockquote>
      <ScenarioFacts facts={scenario.facts} />
      <Hints
        hints={hintsOf(scenario)}
        seen={hints}
        onMore={
          snapshot.can({ type: 'hint.ask' }) ? () => round.send({ type: 'hint.ask' }) : undefined
        }
      />
      {!isRevealed && scenario.kind === 'keyed' && (
        <PredictionForm
          reasons={reasonChoices(scenario).map(({ text }) => text)}
          action="Predict and reveal"
          instead="You can also go on without predicting."
          onPredict={(made) => round.send({ type: 'card.predict', prediction: made })}
        >
          {hasSite && (
            <p>
              <a href={addresses.file('')} target="_blank" rel="noopener">
                Try this card in the guide, in a new tab
              </a>
            </p>
          )}
        </PredictionForm>
      )}
      {!isRevealed && (
        <p>
          <button
            type="button"
            className="button"
            data-rank="quiet"
            onClick={() => round.send({ type: 'card.reveal' })}
          >
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
        <Twist
          scenario={scenario}
          predicted={twist}
          onPredict={(result) => round.send({ type: 'twist.predict', result })}
        />
      )}
      <p className="flex flex-wrap gap-3">
        {isRevealed ? (
          <button
            type="button"
            className="button"
            data-rank="primary"
            onClick={() => round.send({ type: 'card.next' })}
          >
            Next card
          </button>
        ) : (
          <button
            type="button"
            className="button"
            data-rank="quiet"
            onClick={() => round.send({ type: 'card.skip' })}
          >
            Skip this card
          </button>
        )}
        <button
          type="button"
          className="button"
          data-rank="quiet"
          onClick={() => round.send({ type: 'round.end' })}
        >
          End the round
        </button>
      </p>
    </div>
  );
}

function placeWords({ level }: Scenario, place: ReturnType<typeof placeOf>): string {
  const words = levelWords[level].label.toLowerCase();
  return place === undefined ? words : `Card ${place.place} of ${place.of}, ${words}`;
}

interface HintsProps {
  readonly hints: readonly string[];
  readonly seen: number;
  /** Absent when every hint was seen. */
  readonly onMore: (() => void) | undefined;
}

/** Hints in steps. */
function Hints({ hints, seen, onMore }: HintsProps) {
  return (
    <div role="status">
      {hints.slice(0, seen).map((hint) => (
        <p key={hint}>{hint}</p>
      ))}
      {onMore !== undefined && (
        <button type="button" className="button" onClick={onMore}>
          {seen === 0 ? 'Give me a hint' : 'Another hint'}
        </button>
      )}
    </div>
  );
}

/** What is revealed takes the focus, so that it is read next. */
function Revealed({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="notice stack" data-tone="act">
      <h4 ref={takeFocus} tabIndex={-1}>
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
          {fork === undefined ? 'Your method is right.' : 'The guide gives a different answer.'}
        </strong>{' '}
        You said: {resultName(prediction.result)} (
        {confidenceWords[prediction.confidence].toLowerCase()}
        ).
        {fork !== undefined && ` Your path leaves the guide’s at “${questionWords(fork).short}”`}
      </p>
      {shown === undefined ? (
        <p>Your reason is the guide’s.</p>
      ) : (
        <p>
          {isOwnReason
            ? 'The reason you chose is the guide’s, but this method often comes from another belief: '
            : 'Your reason was: '}
          “{shown.belief}” <Explanation words={shown.truth} />
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
