import {
  type AnyEventObject,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type EventObject,
  getNextTransitions,
  type StateValue,
} from 'xstate';
import { getAdjacencyMap, getShortestPaths, getStateNodes } from 'xstate/graph';

/** One step of a walk through a machine: an event, and where it leads. */
export interface WalkStep {
  readonly event: EventObject;
  readonly state: AnyMachineSnapshot;
}

/** A shortest way to a state, and one event more. */
export interface SystemWalk {
  /** The events of the walk, for the title of a test. */
  readonly name: string;
  readonly first: AnyMachineSnapshot;
  readonly steps: readonly WalkStep[];
}

export interface WalkOptions {
  readonly input?: unknown;
  /** The events with data that are tried in each state; those without data are found by themselves. */
  readonly events: readonly AnyEventObject[];
  /** What tells two snapshots apart besides their states; keep it finite. */
  readonly situation?: (snapshot: AnyMachineSnapshot) => unknown;
}

/**
 * Gives walks along which a test can drive something else than the machine alone: actors with real
 * timers and channels, or another program that behaves as the machine says. There is one for each pair
 * of a state and an event that it answers, so every transition is taken at least once, those of delays
 * and actors among them.
 *
 * @throws Error when a transition is taken by none of the events
 */
export function systemWalks(machine: AnyStateMachine, options: WalkOptions): readonly SystemWalk[] {
  const { input, situation = () => '' } = options;
  const traversal = {
    input,
    events: (snapshot: AnyMachineSnapshot) => eventsIn(snapshot, options.events),
    serializeState: (snapshot: AnyMachineSnapshot) =>
      JSON.stringify([snapshot.value, situation(snapshot)]),
    // Not `can`, which is false where an event is expected and changes nothing.
    filterEvents: (snapshot: AnyMachineSnapshot, event: EventObject) =>
      machine.getTransitionData(snapshot, event).length > 0,
  };
  const paths = getShortestPaths(machine, traversal);
  const first = paths.find(({ steps }) => steps.length <= 1)?.state;
  if (first === undefined) throw new Error(`The machine ${machine.id} has no first state.`);
  const taken = new Set<unknown>();
  const walks = Object.values(getAdjacencyMap(machine, traversal)).flatMap(
    ({ state, transitions }) => {
      const path = paths.find(
        (each) => traversal.serializeState(each.state) === traversal.serializeState(state),
      );
      const before = path?.steps.filter(({ event }) => event.type !== 'xstate.init') ?? [];
      return Object.values<WalkStep>(transitions).map((last) => {
        for (const each of machine.getTransitionData(state, last.event)) taken.add(each);
        const steps = [...before, last];
        return { name: steps.map(({ event }) => event.type).join(', '), first, steps };
      });
    },
  );
  const missed = getStateNodes(machine.root)
    .concat(machine.root)
    .flatMap(({ id, transitions }) =>
      [...transitions.values()]
        .flat()
        .filter((each) => !taken.has(each))
        .map(({ eventType }) => `${eventType} in ${id}`),
    );
  if (missed.length > 0) throw new Error(`No event takes these transitions: ${missed.join('; ')}.`);
  return walks;
}

function eventsIn(
  snapshot: AnyMachineSnapshot,
  given: readonly AnyEventObject[],
): readonly AnyEventObject[] {
  const types = new Set(getNextTransitions(snapshot).map(({ eventType }) => eventType));
  return [...types].flatMap((type) => {
    const withData = given.filter((each) => each.type === type);
    return withData.length > 0 ? withData : [{ type }];
  });
}

/** The paths of the states that a snapshot is in and that hold no others: `['host.silent']`. */
export function leavesOf(value: StateValue): readonly string[] {
  if (typeof value === 'string') return [value];
  return Object.entries(value).flatMap(([key, inner]) =>
    inner === undefined || (typeof inner === 'object' && Object.keys(inner).length === 0)
      ? [key]
      : leavesOf(inner).map((leaf) => `${key}.${leaf}`),
  );
}

/** The states of a machine that hold no others, as {@link leavesOf} names them. */
export const allLeaves = (machine: AnyStateMachine): readonly string[] =>
  getStateNodes(machine.root)
    .filter(({ states }) => Object.keys(states).length === 0)
    .map(({ path }) => path.join('.'));

/**
 * Gives what is kept under a name.
 *
 * @throws Error when there is nothing: an event that nobody carries out, or a state that promises
 *   nothing, would otherwise pass every test
 */
export function needed<Value>(values: Readonly<Record<string, Value>>, name: string): Value {
  const value = values[name];
  if (value === undefined) throw new Error(`The test says nothing of ${name}.`);
  return value;
}
