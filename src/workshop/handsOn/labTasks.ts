import { type Breakage, breakages } from '#org/exchange/breakages.ts';
import { faultsOf } from '#org/exchange/breaking.ts';
import { labSwitches } from '#org/exchange/labSwitches.ts';
import { type Faults, ownOperations, type PlannedOperation, planOf } from '#org/exchange/plan.ts';
import type { OrgAction } from '#org/exchange/labActions.ts';
import type { LabChoice } from '#share/labLink.ts';

import { type Exercise, exercises } from './exercises.ts';

/** An exercise in the lab: an error to meet, and to fix. */
export interface LabTask {
  readonly exercise: Exercise;
  /** What somebody who has never heard of OAuth must know first. */
  readonly about: string;
  /** What the lab begins with. */
  readonly start: TaskStart;
  /** What a person can change; the first idea seldom helps. */
  readonly changes: readonly LabChange[];
  /** What a person has learned afterwards. */
  readonly learned: string;
}

/** An exchange in which something is broken. */
export type TaskStart = LabChoice & { readonly breakage: Breakage };

/** A change to the program, which then starts again, or a switch that an admin uses. */
export interface LabChange {
  readonly label: string;
  readonly effect: { readonly choice: LabChoice } | { readonly action: OrgAction };
}

type ExerciseId = (typeof exerciseIds)[number];
const exerciseIds = [
  'secret-for-a-service-app',
  'scope-not-granted',
  'no-admin-role',
  'dpop-required',
  'expired-token',
] as const;

const listPolicies: PlannedOperation = {
  reference: 'listPolicies',
  method: 'GET',
  target: '/api/v1/policies?type=OKTA_SIGN_ON',
  path: '/api/v1/policies',
  scopes: ['okta.policies.read'],
  name: 'List policies',
};

const starts: Readonly<Record<ExerciseId, TaskStart>> = {
  'secret-for-a-service-app': startWith('secret-instead-of-key'),
  'scope-not-granted': startWith('scope-not-granted', listPolicies),
  'no-admin-role': startWith('no-admin-role'),
  'dpop-required': startWith('no-proof'),
  'expired-token': startWith('expired-token'),
};

interface TaskWords {
  readonly about: string;
  readonly changes: (start: TaskStart) => readonly LabChange[];
  readonly learned: string;
}

const words: Readonly<Record<ExerciseId, TaskWords>> = {
  'secret-for-a-service-app': {
    about:
      'Before a program may call Okta, it needs an access token. A token is like a visitor’s badge: it says what the program may do, and it is valid for an hour. To get one, the program must prove who it is.',
    changes: (start) => [
      program('Create a new secret, and send it', start, {
        credential: 'basic',
        secret: 'a-secret-that-is-new',
      }),
      program('Send the secret in the form, not in a header', start, {
        credential: 'secretInForm',
      }),
      fixed('Send no secret, and sign a client assertion with the app’s private key', start),
    ],
    learned:
      'A service app proves who it is with a signature: only the program has the private key. A client secret is refused, even if it is the right one.',
  },
  'scope-not-granted': {
    about:
      'A token request lists scopes: what the token should allow. `okta.policies.read` is the scope for reading policies. The program may ask for any scope, but it does not decide what it gets.',
    changes: (start) => [
      program('Also request `okta.users.read`, which the app has', start, {
        ...faultsAtStart(start),
        form: { scope: 'okta.users.read okta.policies.read' },
      }),
      switched('As a super admin, grant the scope to the app', start, 'okta.policies.read'),
      program('Request the scope once more', start, faultsAtStart(start)),
    ],
    learned: 'Asking for a scope is not enough. A super admin must grant it to the app first.',
  },
  'no-admin-role': {
    about:
      'This app has its scope, and it gets its token. Like a person, an app in Okta can also have an admin role. The role says which users, groups and other things it may touch.',
    changes: (start) => [
      switched('As a super admin, assign an admin role to the app', start, 'admin role'),
      program('Request a new token, and call again', start, faultsAtStart(start)),
      program('Request the wider scope `okta.groups.manage`', start, {
        ...faultsAtStart(start),
        form: { scope: 'okta.groups.manage' },
      }),
    ],
    learned:
      'A scope says which operations an app may call, and its admin role says what it may touch. A call goes through only if both allow it.',
  },
  'dpop-required': {
    about:
      'Whoever finds a lost badge can use it. DPoP prevents that: with each request the program sends a proof, signed with a key that only it has. An app in Okta can require such proofs.',
    changes: (start) => [
      {
        label: 'Sign the client assertion with a new EC key',
        effect: { choice: { ...start, plan: { ...start.plan, keyType: 'EC' } } },
      },
      program('Request the token once more', start, faultsAtStart(start)),
      fixed('Send a DPoP proof with each request', start),
    ],
    learned:
      'The app requires DPoP, so each request needs its own proof. Okta’s first response contains a nonce: a value that nobody could have known before. The second token request carries it inside a new proof, which therefore cannot have been made in advance.',
  },
  'expired-token': {
    about:
      'The program gets a token at nine o’clock and works with it. At eleven it still has the same token. In the lab, the two hours pass in a moment.',
    changes: (start) => [
      program('Make the client assertion valid for an hour', start, {
        ...faultsAtStart(start),
        assertion: { lifetime: 3600 },
      }),
      fixed('Request a new token before the hour is over', start),
      program('Request the wider scope `okta.groups.manage`', start, {
        ...faultsAtStart(start),
        form: { scope: 'okta.groups.manage' },
      }),
    ],
    learned:
      'An access token is valid for one hour. A program that runs longer requests a new one before then.',
  },
};

/** The exercises as tasks in the lab, in their order. */
export const labTasks: readonly LabTask[] = exercises.flatMap((exercise) => {
  const id = exerciseIds.find((each) => each === exercise.id);
  if (id === undefined) return [];
  const { about, changes, learned } = words[id];
  const start = starts[id];
  return [{ exercise, about, start, changes: changes(start), learned }];
});

/** The lab's exchange in which something is broken; a call of `operation`. */
function startWith(id: string, operation: PlannedOperation = ownOperations[0]): TaskStart {
  const breakage = breakages.find((each) => each.id === id);
  if (breakage === undefined) throw new Error(`The lab has no breakage “${id}”.`);
  const { method, dpop = false } = breakage;
  return { plan: planOf({ method, dpop, operations: [operation] }), breakage };
}

function faultsAtStart({ plan, breakage }: TaskStart): Faults {
  return faultsOf(breakage, plan);
}

/** The program does something else, which may be no better. */
function program(label: string, { plan, breakage }: TaskStart, faults: Faults): LabChange {
  return { label, effect: { choice: { plan, breakage: { ...breakage, faults } } } };
}

function fixed(label: string, { plan }: TaskStart): LabChange {
  return { label, effect: { choice: { plan } } };
}

/** @param named a part of the switch's label */
function switched(label: string, { plan }: TaskStart, named: string): LabChange {
  const place = labSwitches(plan).findIndex((each) => each.label.includes(named));
  return { label, effect: { action: { type: 'on', place } } };
}
