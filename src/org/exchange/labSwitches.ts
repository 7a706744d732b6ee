import type { AdminCommand } from '../admin.ts';
import type { Org } from '../org.ts';
import { labZone } from './labOrg.ts';
import { type ExchangePlan, scopesOf } from './plan.ts';

/** Something that an admin of the lab's org can turn on and off. */
export interface LabSwitch {
  readonly label: string;
  readonly isOn: (org: Org) => boolean;
  /** The admin's commands that flip it. */
  readonly turn: (isOn: boolean, org: Org) => readonly AdminCommand[];
}

/** The switches that matter to a plan, in an order that links rely on. */
export function labSwitches(plan: ExchangePlan): readonly LabSwitch[] {
  return plan.method === 'apiToken' ? tokenSwitches : appSwitches(plan);
}

const tokenSwitches: readonly LabSwitch[] = [
  {
    label: 'The API token is active',
    isOn: ({ apiTokens: [token] }) => token?.state === 'active',
    turn: (isOn, org) => tokenCommand(org, { state: isOn ? 'active' : 'revoked' }),
  },
  {
    label: 'The token’s owner has an admin role',
    isOn: ({ apiTokens: [token] }) => token?.hasAdminRole === true,
    turn: (isOn, org) => tokenCommand(org, { hasAdminRole: isOn }),
  },
];

type TokenChanges = Extract<AdminCommand, { readonly type: 'setApiToken' }>['changes'];

/** The lab's org has one API token. */
function tokenCommand({ apiTokens: [token] }: Org, changes: TokenChanges): readonly AdminCommand[] {
  return token === undefined ? [] : [{ type: 'setApiToken', value: token.value, changes }];
}

function appSwitches(plan: ExchangePlan): readonly LabSwitch[] {
  const { method, clientId } = plan;
  const app = ({ apps }: Org) => apps.find((each) => each.clientId === clientId);
  return [
    {
      label: 'The app has an admin role',
      isOn: (org) => app(org)?.hasAdminRole === true,
      turn: (isOn) => [{ type: isOn ? 'assignRole' : 'removeRole', clientId }],
    },
    {
      label: 'The app may call from any address',
      isOn: (org) => app(org)?.zone === undefined,
      turn: (isOn) => [
        // A zone that the program is not in.
        { type: 'setZone', zone: { id: labZone.id, addresses: ['192.0.2.1'] } },
        { type: 'restrictApp', clientId, zone: isOn ? undefined : labZone.id },
      ],
    },
    {
      label: 'The app is active',
      isOn: (org) => app(org)?.state === 'active',
      turn: (isOn) => [{ type: isOn ? 'activateApp' : 'deactivateApp', clientId }],
    },
    ...(method === 'serviceApp'
      ? [
          {
            label: 'The app requires DPoP',
            isOn: (org: Org) => app(org)?.requiresDpop === true,
            turn: (required: boolean): readonly AdminCommand[] => [
              { type: 'requireDpop', clientId, required },
            ],
          },
        ]
      : []),
    ...scopesOf(plan).map((scope) => ({
      label: `${scope} is granted`,
      isOn: (org: Org) => app(org)?.grantedScopes.includes(scope) === true,
      turn: (isOn: boolean): readonly AdminCommand[] => [
        { type: isOn ? 'grantScope' : 'withdrawScope', clientId, scope },
      ],
    })),
  ];
}
