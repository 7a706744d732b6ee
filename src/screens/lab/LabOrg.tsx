import type { AdminCommand } from '#org/admin.ts';
import type { Stage } from '#org/exchange/advance.ts';
import type { ExchangeEvent } from '#org/exchange/exchangeMachine.ts';
import { labClientIds, labZone } from '#org/exchange/labOrg.ts';
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
  const command = (given: AdminCommand): void =>
    send({ type: 'exchange.administer', command: given });
  return (
    <section className="lab-column stack" data-column="org" aria-labelledby="lab-org">
      <h2 id="lab-org">The org</h2>
      <fieldset className="lab-switches" disabled={!canChange}>
        <legend className="eyebrow">You are the admin</legend>
        {switchesOf(plan, stage).map(({ label, isOn, turn }) => (
          <label key={label}>
            <input
              type="checkbox"
              checked={isOn}
              onChange={({ target }) => turn(target.checked).forEach(command)}
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
            onClick={() => command({ type: 'endTokens' })}
          >
            End all access tokens
          </button>
        )}
        <button
          type="button"
          className="button"
          aria-disabled={!canChange}
          onClick={() => send({ type: 'exchange.wait', seconds: 3600 })}
        >
          Wait an hour
        </button>
        <button
          type="button"
          className="button"
          aria-disabled={!canChange}
          onClick={() => command({ type: 'useUpRateLimit', count: 1, resetAfterSeconds: 30 })}
        >
          Use up the rate limit
        </button>
      </div>
      <p className="quiet">The org’s time: {new Date(now).toISOString().slice(0, 19)}Z</p>
      <h3>System Log</h3>
      {org.log.length === 0 ? (
        <p className="quiet">Nothing yet.</p>
      ) : (
        <ol className="lab-log" reversed>
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

interface Switch {
  readonly label: string;
  readonly isOn: boolean;
  readonly turn: (isOn: boolean) => readonly AdminCommand[];
}

function switchesOf({ method, operation }: ExchangePlan, { org }: Stage): readonly Switch[] {
  const [token] = org.apiTokens;
  if (method === 'apiToken') {
    if (token === undefined) return [];
    const set = (changes: Extract<AdminCommand, { type: 'setApiToken' }>['changes']) =>
      [{ type: 'setApiToken', value: token.value, changes }] as const;
    return [
      {
        label: 'The API token is active',
        isOn: token.state === 'active',
        turn: (isOn) => set({ state: isOn ? 'active' : 'revoked' }),
      },
      {
        label: 'Its owner has an admin role',
        isOn: token.hasAdminRole,
        turn: (isOn) => set({ hasAdminRole: isOn }),
      },
    ];
  }
  const clientId = method === 'serviceApp' ? labClientIds.serviceApp : labClientIds.integration;
  const app = org.apps.find((each) => each.clientId === clientId);
  if (app === undefined) return [];
  const { scope } = operation;
  return [
    {
      label: `${scope} is granted`,
      isOn: app.grantedScopes.includes(scope),
      turn: (isOn) => [{ type: isOn ? 'grantScope' : 'withdrawScope', clientId, scope }],
    },
    {
      label: 'The app has an admin role',
      isOn: app.hasAdminRole,
      turn: (isOn) => [{ type: isOn ? 'assignRole' : 'removeRole', clientId }],
    },
    ...(method === 'serviceApp'
      ? [
          {
            label: 'The app requires DPoP',
            isOn: app.requiresDpop,
            turn: (isOn: boolean): readonly AdminCommand[] => [
              { type: 'requireDpop', clientId, required: isOn },
            ],
          },
        ]
      : []),
    {
      label: 'It may call from any address',
      isOn: app.zone === undefined,
      turn: (isOn) => [
        // A zone that the program is not in.
        { type: 'setZone', zone: { id: labZone.id, addresses: ['192.0.2.1'] } },
        { type: 'restrictApp', clientId, zone: isOn ? undefined : labZone.id },
      ],
    },
    {
      label: 'The app is active',
      isOn: app.state === 'active',
      turn: (isOn) => [{ type: isOn ? 'activateApp' : 'deactivateApp', clientId }],
    },
  ];
}
