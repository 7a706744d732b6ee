import type { Stage } from '#org/exchange/advance.ts';
import type { ExchangeEvent } from '#org/exchange/exchangeMachine.ts';
import type { OrgAction } from '#org/exchange/labActions.ts';
import { labSwitches } from '#org/exchange/labSwitches.ts';
import type { ExchangePlan } from '#org/exchange/plan.ts';

interface LabOrgProps {
  readonly plan: ExchangePlan;
  readonly stage: Stage;
  /** Not while a request is under way. */
  readonly canChange: boolean;
  readonly send: (event: ExchangeEvent) => void;
}

/** The org: an admin's switches, and its System Log. */
export function LabOrg({ plan, stage, canChange, send }: LabOrgProps) {
  const { org, now } = stage;
  const act = (action: OrgAction): void => send({ type: 'exchange.act', action });
  return (
    <section className="lab-column stack" data-column="org" aria-labelledby="lab-org">
      <h2 id="lab-org">The org</h2>
      <fieldset className="lab-switches" disabled={!canChange}>
        <legend className="eyebrow">You are the admin</legend>
        {labSwitches(plan).map(({ label, isOn }, place) => (
          <label key={label}>
            <input
              type="checkbox"
              checked={isOn(org)}
              onChange={({ target }) => act({ type: target.checked ? 'on' : 'off', place })}
            />{' '}
            {label}
          </label>
        ))}
      </fieldset>
      <div className="lab-controls">
        {plan.method === 'apiToken' ? null : (
          <button
            type="button"
            className="button"
            aria-disabled={!canChange}
            onClick={() => act({ type: 'end' })}
          >
            End all access tokens
          </button>
        )}
        <button
          type="button"
          className="button"
          aria-disabled={!canChange}
          onClick={() => act({ type: 'wait' })}
        >
          Wait an hour
        </button>
        <button
          type="button"
          className="button"
          aria-disabled={!canChange}
          onClick={() => act({ type: 'limit' })}
        >
          Use up the rate limit
        </button>
      </div>
      <p className="quiet">The org’s time: {new Date(now).toISOString().slice(0, 19)}Z</p>
      <h3>System Log</h3>
      {org.log.length === 0 ? (
        <p className="quiet">Nothing yet.</p>
      ) : (
        <ol className="lab-log text-small" reversed>
          {[...org.log.entries()]
            .map(([place, { eventType, outcome, detail }]) => (
              <li key={place}>
                <code>{eventType}</code> {outcome === 'SUCCESS' ? 'succeeded' : 'failed'}
                {detail === undefined ? '' : `: ${detail}`}
              </li>
            ))
            .toReversed()}
        </ol>
      )}
    </section>
  );
}
