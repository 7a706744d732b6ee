import { outcomeIds } from '#guide/nodeIds.ts';
import type { Stage } from '#org/exchange/advance.ts';
import type { Breakage } from '#org/exchange/breakages.ts';
import { faultsOf } from '#org/exchange/breaking.ts';
import { type PlannedStep, stepsOf } from '#org/exchange/client.ts';
import {
  type ExchangePlan,
  labHost,
  ownOperations,
  type PlannedOperations,
  withMethod,
} from '#org/exchange/plan.ts';
import type { LabChoice } from '#share/labLink.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { methodLabels, stepWords } from './labWords.ts';

interface LabClientProps {
  readonly plan: ExchangePlan;
  readonly breakage: Breakage | undefined;
  readonly stage: Stage;
  readonly onChoose: (choice: LabChoice) => void;
}

/** The program: what it is to do, and where it stands. */
export function LabClient({ plan, breakage, stage, onChoose }: LabClientProps) {
  const steps = stepsOf(plan, faultsOf(breakage, plan));
  const sent = new Set(stage.messages.map(({ step }) => stepKey(step)));
  const choosable = choosableOperations(plan);
  return (
    <section className="lab-column stack" data-column="client" aria-labelledby="lab-client">
      <h2 id="lab-client">The program</h2>
      <label className="field">
        Method
        <select
          value={plan.method}
          onChange={({ target }) => {
            const method = outcomeIds.find((each) => each === target.value) ?? plan.method;
            onChoose({ plan: withMethod(plan, method) });
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
          value={namesOf(plan.operations)}
          onChange={({ target }) => {
            const operations = choosable.find((each) => namesOf(each) === target.value);
            if (operations !== undefined) onChoose({ plan: { ...plan, operations, filledIn: '' } });
          }}
        >
          {choosable.map((operations) => (
            <option key={namesOf(operations)}>{namesOf(operations)}</option>
          ))}
        </select>
      </label>
      {plan.host === labHost ? null : (
        <p className="quiet">A model stands in for {plan.host}. Nothing reaches your org.</p>
      )}
      {breakage === undefined ? null : (
        <p className="notice" data-tone="warn">
          Broken: <TextWithCode text={breakage.label} />.
        </p>
      )}
      <ol className="lab-steps">
        {steps.map((each) => {
          const { step, called } = each;
          if (step === 'done') return null;
          const isNext = stepKey(stage.client) === stepKey(each);
          const operation = plan.operations.length > 1 ? plan.operations[called] : undefined;
          return (
            <li
              key={stepKey(each)}
              aria-current={isNext ? 'step' : undefined}
              data-sent={sent.has(stepKey(each))}
            >
              {stepWords[step].label}
              {step === 'callApi' && operation !== undefined ? `: ${operation.name}` : null}
              {isNext ? <p className="quiet">{stepWords[step].why}</p> : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const stepKey = ({ step, called }: PlannedStep): string => `${step} ${called}`;

function namesOf(operations: PlannedOperations): string {
  return operations.map(({ name }) => name).join(', ');
}

/** What a link brought, and the lab’s own operations one by one. */
function choosableOperations({ operations }: ExchangePlan): readonly PlannedOperations[] {
  const own = ownOperations.map((operation): PlannedOperations => [operation]);
  const isOwn = own.some((each) => namesOf(each) === namesOf(operations));
  return isOwn ? own : [operations, ...own];
}
