import type { PlanPart, PlanStep } from '#record/leavingToken/tokenPlan.ts';
import type { PlanWithCard } from '#record/leavingToken/planTexts.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { DownloadButton } from '#ui/DownloadButton.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { Citations, Cited, CitedParagraphs, Standing } from '../Cited.tsx';

interface TokenPlanViewProps {
  readonly of: PlanWithCard;
  /** For the ids of its parts. */
  readonly id: string;
  /** Absent where the ticks last as long as the page. */
  readonly ticks?: StepTicks | undefined;
}

/** The ticks of one plan. */
interface StepTicks {
  readonly ticked: ReadonlySet<string> | undefined;
  readonly onTick: (step: string, isTicked: boolean) => void;
}

/** The plan of one token: a checklist, its scripts, and the card of a token that stays. */
export function TokenPlanView({ of: { plan, card }, id, ticks }: TokenPlanViewProps) {
  return (
    <>
      <p>
        <strong>{plan.summary}</strong>
      </p>
      {plan.parts.map((part) => (
        <Part key={part.id} part={part} id={`${id}-${part.id}`} ticks={ticks} />
      ))}
      {card.length > 0 && (
        <>
          <h4>Risk card</h4>
          <dl className="facts">
            {card.map((line) => (
              <div key={line.label} className="contents">
                <dt>{line.label}</dt>
                <dd>
                  <Cited of={line} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {plan.scripts.map(({ id: script, title, fileName, text }) => (
        <details key={script}>
          <summary>
            {title}: <code>{fileName}</code>
          </summary>
          <div className="stack">
            <pre id={`${id}-${script}`} className="code" tabIndex={0}>
              {text}
            </pre>
            <p className="flex flex-wrap items-center gap-3">
              <CopyButton label={`Copy ${fileName}`} of={`${id}-${script}`} />
              <DownloadButton fileName={fileName} of={`${id}-${script}`} />
            </p>
          </div>
        </details>
      ))}
    </>
  );
}

interface PartProps extends Pick<TokenPlanViewProps, 'id' | 'ticks'> {
  readonly part: PlanPart;
}

function Part({ part, id, ticks }: PartProps) {
  return (
    <>
      <h4>{part.heading}</h4>
      <CitedParagraphs of={part.statements} />
      {part.steps.length > 0 && (
        <ul className="stack [--gap:0.75rem]">
          {part.steps.map((step) => (
            <Step key={step.id} step={step} id={`${id}-${step.id}`} ticks={ticks} />
          ))}
        </ul>
      )}
    </>
  );
}

interface StepProps extends Pick<TokenPlanViewProps, 'id' | 'ticks'> {
  readonly step: PlanStep;
}

function Step({ step, id, ticks }: StepProps) {
  const { text, where, who, values = [], basis } = step;
  return (
    <li className="flex gap-2">
      {ticks === undefined ? (
        <input type="checkbox" id={id} />
      ) : (
        <input
          type="checkbox"
          id={id}
          checked={ticks.ticked?.has(step.id) ?? false}
          onChange={({ target }) => ticks.onTick(step.id, target.checked)}
        />
      )}
      <div className="min-w-0">
        <label htmlFor={id}>
          <TextWithCode text={text} />
        </label>
        <Standing of={basis.map(({ status }) => status)} />
        <Citations sources={basis.flatMap(({ sources }) => sources)} of={text} />
        {where !== undefined && (
          <p className="quiet">
            Where: <TextWithCode text={where} />
          </p>
        )}
        {who !== undefined && (
          <p className="quiet">
            Who: <TextWithCode text={who} />
          </p>
        )}
        {values.length > 0 && (
          <ul>
            {values.map((value) => (
              <li key={value}>
                <code>{value}</code>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
