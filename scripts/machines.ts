import type { AnyStateMachine } from 'xstate';

import { valuesMachine } from '#app/visit/valuesMachine.ts';
import { visitMachine } from '#app/visit/visitMachine.ts';
import { guideMachine } from '#guide/machine.ts';

/** A machine of the project, as ARCHITECTURE.md shows it. */
export interface PicturedMachine {
  readonly machine: AnyStateMachine;
  /** Where it stands. */
  readonly file: string;
  /** What it holds, in a sentence. */
  readonly about: string;
}

/** Every machine of the project, in the order of the rooms. Add a new one here, then `npm run machines`. */
export const machines: readonly PicturedMachine[] = [
  {
    machine: guideMachine,
    file: 'src/guide/machine.ts',
    about: 'The decision. It routes and does nothing else.',
  },
  {
    machine: valuesMachine,
    file: 'src/app/visit/valuesMachine.ts',
    about: 'What a person types and picks, and the code that it takes, which is loaded on demand.',
  },
  {
    machine: visitMachine,
    file: 'src/app/visit/visitMachine.ts',
    about: 'The screen of the guide that is shown, and the way to the next one.',
  },
];
