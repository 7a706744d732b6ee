import {
  type AnyEventObject,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type AnyTransitionDefinition,
  createActor,
  type EventFrom,
  type InputFrom,
  type SnapshotFrom,
} from 'xstate';
import {
  adjacencyMapToArray,
  getAdjacencyMap,
  getShortestPaths,
  getStateNodes,
} from 'xstate/graph';

/** One kind of event: what of it is sent, and what must hold wherever it has had an effect. */
export interface WalkedEvent<Machine extends AnyStateMachine> {
  readonly examples: readonly (EventFrom<Machine> | AnyEventObject)[];
  readonly promises: (
    after: SnapshotFrom<Machine>,
    before: SnapshotFrom<Machine>,
    event: AnyEventObject,
  ) => void;
}

export interface MachineWalk<Machine extends AnyStateMachine> {
  readonly input: InputFrom<Machine>;
  /** What else it is started with; each adds what the ones before did not reach. */
  readonly otherInputs?: readonly InputFrom<Machine>[];
  /** By the event's type; also `xstate.done.actor.*`, `xstate.error.actor.*` and `xstate.after.*`. */
  readonly events: Readonly<Record<string, WalkedEvent<Machine>>>;
  /** What must hold in each state without states of its own, by its path, such as `card.revealed`. */
  readonly states: Readonly<Record<string, (snapshot: SnapshotFrom<Machine>) => void>>;
  /** What tells two situations apart; the walk ends only where these are finite. */
  readonly situation: (snapshot: SnapshotFrom<Machine>) => unknown;
}

/**
 * Walks a machine with `xstate/graph`: finds every situation, sends every example in each of them to
 * a running actor that got there by the shortest path, and asserts what states and events promise.
 *
 * @throws Error for a state or an event without a promise, a state that is never reached, or a
 * transition that is never taken
 */
export function walkMachine<Machine extends AnyStateMachine>(
  machine: Machine,
  walk: MachineWalk<Machine>,
): void;
export function walkMachine(
  machine: AnyStateMachine,
  { input: firstInput, otherInputs = [], events, states, situation }: MachineWalk<AnyStateMachine>,
): void {
  const nodes = [machine.root, ...getStateNodes(machine.root)];
  // A state that is left by itself rests only where guards forbid that: a promise says that they may.
  const restingPaths = nodes
    .filter(({ type }) => type === 'atomic' || type === 'final')
    .filter(
      ({ always = [], path }) =>
        always.length === 0 ||
        (path.join('.') in states && always.every(({ guard }) => guard !== undefined)),
    )
    .map(({ path }) => path.join('.'));
  const transitions = nodes.flatMap(({ transitions: own, always = [] }) =>
    [...own.values(), always].flat(),
  );
  refuse('States without a promise', without(restingPaths, Object.keys(states)));
  refuse('Promises of no state', without(Object.keys(states), restingPaths));
  const types = new Set(
    transitions.map(({ eventType }) => eventType).filter((type) => type !== ''),
  );
  refuse('Events without a promise', without([...types], Object.keys(events)));
  refuse('Promises of no event', without(Object.keys(events), [...types]));

  const keyOf = (snapshot: AnyMachineSnapshot) => JSON.stringify(situation(snapshot));
  const seen = new Set<string>();
  const taken = new Set<AnyTransitionDefinition>();
  const reached = new Set<string>();
  const start = (input: unknown) =>
    createActor(machine, {
      input,
      inspect: (inspected) => {
        if (inspected.type !== '@xstate.microstep') return;
        const { _transitions: together } = inspected;
        for (const transition of together) taken.add(transition);
      },
    }).start();
  const arrive = (snapshot: AnyMachineSnapshot) => {
    if (snapshot.status === 'error') throw snapshot.error;
    for (const path of restingPaths) {
      if (!snapshot.matches(path)) continue;
      reached.add(path);
      states[path]?.(snapshot);
    }
  };
  for (const input of [firstInput, ...otherInputs]) {
    const first = start(input);
    arrive(first.getSnapshot());
    first.stop();
    const options = {
      input,
      events: Object.values(events).flatMap(({ examples }) => examples),
      serializeState: keyOf,
      stopWhen: (snapshot: AnyMachineSnapshot) => seen.has(keyOf(snapshot)),
    };
    const pathTo = new Map(
      getShortestPaths(machine, options).map((path) => [
        keyOf(path.state),
        path.steps.slice(1).map((step) => step.event),
      ]),
    );
    for (const { state, event, nextState } of adjacencyMapToArray(
      getAdjacencyMap(machine, options),
    )) {
      if (machine.getTransitionData(state, event).length === 0) {
        if (keyOf(nextState) === keyOf(state)) continue;
        throw new Error(`${event.type} changed what has no transition for it.`);
      }
      const actor = start(input);
      for (const step of pathTo.get(keyOf(state)) ?? []) actor.send(step);
      const before = actor.getSnapshot();
      actor.send(event);
      const after = actor.getSnapshot();
      actor.stop();
      arrive(after);
      events[event.type]?.promises(after, before, event);
    }
    for (const key of pathTo.keys()) seen.add(key);
  }
  refuse('States that are never reached', without(restingPaths, [...reached]));
  refuse(
    'Transitions that are never taken',
    transitions
      .filter((transition) => !taken.has(transition))
      .map(({ source, eventType, target = [], guard }) =>
        [source.id, eventType, JSON.stringify(guard), ...target.map(({ id }) => id)].join(' '),
      ),
  );
}

const without = (all: readonly string[], known: readonly string[]): readonly string[] =>
  all.filter((each) => !known.includes(each));

function refuse(what: string, found: readonly string[]): void {
  if (found.length > 0) throw new Error(`${what}: ${found.join('; ')}`);
}
