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
  { input, events, states, situation }: MachineWalk<AnyStateMachine>,
): void {
  const nodes = [machine.root, ...getStateNodes(machine.root)];
  const restingPaths = nodes
    .filter(({ type, always }) => (type === 'atomic' || type === 'final') && always === undefined)
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

  const options = {
    input,
    events: Object.values(events).flatMap(({ examples }) => examples),
    serializeState: (snapshot: AnyMachineSnapshot) => JSON.stringify(situation(snapshot)),
  };
  const pathTo = new Map(
    getShortestPaths(machine, options).map((path) => [
      options.serializeState(path.state),
      path.steps.slice(1).map(({ event }) => event),
    ]),
  );
  const taken = new Set<AnyTransitionDefinition>();
  const reached = new Set<string>();
  for (const { state, event, nextState } of adjacencyMapToArray(
    getAdjacencyMap(machine, options),
  )) {
    const key = options.serializeState(state);
    if (machine.getTransitionData(state, event).length === 0) {
      if (options.serializeState(nextState) === key) continue;
      throw new Error(`${event.type} changed what has no transition for it.`);
    }
    const actor = createActor(machine, {
      input,
      inspect: (inspected) => {
        if (inspected.type !== '@xstate.microstep') return;
        const { _transitions: together } = inspected;
        for (const transition of together) taken.add(transition);
      },
    });
    actor.start();
    for (const step of pathTo.get(key) ?? []) actor.send(step);
    const before = actor.getSnapshot();
    actor.send(event);
    const after = actor.getSnapshot();
    actor.stop();
    if (after.status === 'error') throw after.error;
    events[event.type]?.promises(after, before, event);
    for (const path of restingPaths) {
      if (!after.matches(path)) continue;
      reached.add(path);
      states[path]?.(after);
    }
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
