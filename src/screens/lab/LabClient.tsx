import { outcomeIds } from '#guide/nodeIds.ts';
import type { Stage } from '#org/exchange/advance.ts';
import { stepsOf } from '#org/exchange/client.ts';
import type { ExchangeEvent, ExchangeSnapshot } from '#org/exchange/exchangeMachine.ts';
import type { LabChoice } from '#org/exchange/labLink.ts';
import { plannedOperations } from '#org/exchange/plan.ts';

import { methodLabels, stepWords } from './labWords.ts';

interface LabClientProps {
  readonly snapshot: ExchangeSnapshot;
  readonly stage: Stage;
  readonly onChoose: (choice: LabChoice) => void;
  readonly send: (event: ExchangeEvent) => void;
}

/** The program: what it is to do, where it stands, and what makes it go on. */
export function LabClient({ snapshot, stage, onChoose, send }: LabClientProps) {
  const { plan, breakage, isPlaying, stages } = snapshot.context;
  const isFinished = snapshot.matches({ open: 'finished' });
  const isSending = snapshot.matches({ open: 'sending' });
  const steps = stepsOf(plan, breakage?.faults ?? {});
  const sent = new Set(stage.messages.map(({ step }) => step));
  return (
    <section className="lab-column stack" data-column="client" aria-labelledby="lab-client">
      <h2 id="lab-client">The program</h2>
      <label className="field">
        Method
        <select
          value={plan.method}
          onChange={({ target }) => {
            const method = outcomeIds.find((each) => each === target.value) ?? plan.method;
            onChoose({ plan: { ...plan, method, dpop: plan.dpop && method === 'serviceApp' } });
          }}
        >
          {outcomeIds.map((method) => (
            <option key={method} value={method}>
              {methodLabels[method]}
            </option>
          ))}
        </select>
      </label>
      {plan.method === 'serviceApp' ? (
        <label>
          <input
            type="checkbox"
            checked={plan.dpop}
            onChange={({ target }) => onChoose({ plan: { ...plan, dpop: target.checked } })}
          />{' '}
          With DPoP
        </label>
      ) : null}
      <label className="field">
        Operation
        <select
          value={plan.operation.name}
          onChange={({ target }) => {
            const operation = plannedOperations.find(({ name }) => name === target.value);
            if (operation !== undefined) onChoose({ plan: { ...plan, operation } });
          }}
        >
          {plannedOperations.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      {breakage === undefined ? null : (
        <p className="notice" data-tone="warn">
          Broken: {breakage.label}.
        </p>
      )}
      <ol className="lab-steps">
        {steps.map((step) => {
          if (step === 'done') return null;
          const isNext = stage.client.step === step;
          return (
            <li key={step} aria-current={isNext ? 'step' : undefined} data-sent={sent.has(step)}>
              {stepWords[step].label}
              {isNext ? <p className="quiet">{stepWords[step].why}</p> : null}
            </li>
          );
        })}
      </ol>
      <div className="lab-controls">
        <button
          type="button"
          className="button"
          data-rank="primary"
          aria-disabled={isSending}
          onClick={() => send({ type: isFinished ? 'exchange.restart' : 'exchange.step' })}
        >
          {isFinished ? 'Start again' : 'Send'}
        </button>
        <button
          type="button"
          className="button"
          aria-pressed={isPlaying}
          aria-disabled={isFinished}
          onClick={() => send({ type: isPlaying ? 'exchange.pause' : 'exchange.play' })}
        >
          Play
        </button>
        <button
          type="button"
          className="button"
          aria-disabled={stages.length < 2 || isSending || isPlaying}
          onClick={() => send({ type: 'exchange.back' })}
        >
          Back
        </button>
      </div>
    </section>
  );
}
