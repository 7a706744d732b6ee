import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { getStateNodes } from 'xstate/graph';

type Transition = AnyStateNode['always'] extends readonly (infer Each)[] | undefined ? Each : never;

/** A transition that a diagram cannot show: it stays in a state, or leads into or around its own. */
export interface UndrawnTransition {
  /** Path of the state, such as `running.booting`; empty for the machine as a whole. */
  readonly state: string;
  readonly event: string;
  /** Path of the state that it leads to; absent when it stays. */
  readonly target?: string;
}

/**
 * Draws a machine as the text of a Mermaid state diagram: each state, what it invokes, and each
 * transition between two states, named after its event and its guard.
 *
 * @see https://mermaid.js.org/syntax/stateDiagram.html
 */
export function stateDiagramText(machine: AnyStateMachine): string {
  const { root } = machine;
  // Regions, and what runs all the time, need a state around them.
  const needsFrame = root.type === 'parallel' || root.invoke.length > 0;
  const lines = needsFrame ? drawnState(root) : [...drawnStates(root), ...drawnEdges(root)];
  return [
    'stateDiagram-v2',
    `accTitle: The machine ${root.key}`,
    `accDescr: Its states are ${getStateNodes(root).map(pathOf).join(', ')}`,
    ...lines,
  ]
    .map((line, index) => (index === 0 ? line : `  ${line}`))
    .join('\n');
}

/** Returns the transitions that {@link stateDiagramText} leaves out, for the text below the diagram. */
export function undrawnTransitions(machine: AnyStateMachine): readonly UndrawnTransition[] {
  return [machine.root, ...getStateNodes(machine.root)].flatMap((source) =>
    transitionsOf(source).flatMap((transition): readonly UndrawnTransition[] => {
      const state = pathOf(source);
      const event = transitionName(source, transition);
      if (transition.target === undefined) return [{ state, event }];
      return transition.target
        .filter((target) => !isDrawn(source, target))
        .map((target) => ({ state, event, target: pathOf(target) }));
    }),
  );
}

const pathOf = ({ path }: AnyStateNode): string => path.join('.');

/** Mermaid draws no line between a state and one that contains it. */
function isDrawn(source: AnyStateNode, target: AnyStateNode): boolean {
  return source === target
    ? childrenOf(source).length === 0
    : !parentsOf(source).includes(target) && !parentsOf(target).includes(source);
}

function parentsOf({ parent }: AnyStateNode): readonly AnyStateNode[] {
  return parent === undefined ? [] : [parent, ...parentsOf(parent)];
}

/** The state's name in the diagram: its own name is not unique in a nested machine. */
const drawnId = ({ path, key }: AnyStateNode): string =>
  path.length === 0 ? key : path.join('_').replaceAll(/\W/g, '_');

const childrenOf = ({ states }: AnyStateNode): readonly AnyStateNode[] => Object.values(states);

function drawnState(node: AnyStateNode): readonly string[] {
  const children = childrenOf(node);
  const invoked = node.invoke.map(({ src }) => (typeof src === 'string' ? src : 'an actor'));
  const title = [node.key, ...(invoked.length > 0 ? [`(runs ${invoked.join(', ')})`] : [])];
  const opening = `state "${title.join(' ')}" as ${drawnId(node)}`;
  if (children.length === 0) return [title.join(' ') === drawnId(node) ? drawnId(node) : opening];
  const inner = node.type === 'parallel' ? drawnRegions(children) : drawnStates(node);
  return [`${opening} {`, ...[...inner, ...drawnEdges(node)].map((line) => `  ${line}`), '}'];
}

const drawnRegions = ([first, ...others]: readonly AnyStateNode[]): readonly string[] => [
  ...(first === undefined ? [] : drawnState(first)),
  ...others.flatMap((region) => ['--'].concat(drawnState(region))),
];

function drawnStates(node: AnyStateNode): readonly string[] {
  const initial = node.initial.target.map((target) => `[*] --> ${drawnId(target)}`);
  const ends = childrenOf(node)
    .filter(({ type }) => type === 'final')
    .map((end) => `${drawnId(end)} --> [*]`);
  return [...childrenOf(node).flatMap(drawnState), ...initial, ...ends];
}

/** The transitions whose ends are both in a state and in no smaller one. */
function drawnEdges(within: AnyStateNode): readonly string[] {
  const labels = new Map<string, string[]>();
  for (const source of getStateNodes(within)) {
    for (const transition of transitionsOf(source)) {
      for (const target of transition.target ?? []) {
        if (!isDrawn(source, target) || commonParent(source, target) !== within) continue;
        const edge = `${drawnId(source)} --> ${drawnId(target)}`;
        labels.set(edge, [...(labels.get(edge) ?? []), transitionName(source, transition)]);
      }
    }
  }
  return [...labels].map(([edge, names]) => `${edge} : ${[...new Set(names)].join('<br>')}`);
}

const commonParent = (source: AnyStateNode, target: AnyStateNode): AnyStateNode | undefined =>
  parentsOf(target).find((parent) => parentsOf(source).includes(parent));

function transitionsOf(node: AnyStateNode): readonly Transition[] {
  return [...[...node.transitions.values()].flat(), ...(node.always ?? [])];
}

function transitionName(source: AnyStateNode, { eventType, guard }: Transition): string {
  const event = eventName(source, eventType);
  return guard === undefined ? event : `${event} [${guardName(guard)}]`;
}

function guardName(guard: NonNullable<Transition['guard']>): string {
  if (typeof guard === 'string') return guard;
  if (typeof guard !== 'object' || !('type' in guard) || typeof guard.type !== 'string') {
    return 'under a condition';
  }
  const { type, params }: { readonly type: string; readonly params?: unknown } = guard;
  // Those that are computed from the event say nothing here.
  const fixed = typeof params === 'object' && params !== null ? Object.values(params) : [];
  return [type, ...fixed.filter((value) => typeof value === 'string')].join(' ');
}

/** Says plainly what XState's own events mean. */
function eventName(source: AnyStateNode, event: string): string {
  if (event === '') return 'at once';
  if (event === '*') return 'anything else';
  if (event.startsWith('xstate.done.state.')) return 'done';
  const delay = source.after.find((each) => each.eventType === event)?.delay;
  if (delay !== undefined) return `after ${delayName(source, delay)}`;
  const invoked = source.invoke.find(({ id }) => event.endsWith(`.actor.${id}`));
  if (invoked === undefined) return event;
  const actor = typeof invoked.src === 'string' ? invoked.src : invoked.id;
  return event.startsWith('xstate.error.') ? `${actor} failed` : `${actor} done`;
}

function delayName({ machine }: AnyStateNode, delay: string | number | object): string {
  if (typeof delay === 'number') return duration(delay);
  if (typeof delay !== 'string') return 'a while';
  const known: unknown = machine.implementations.delays[delay];
  return typeof known === 'number' ? `${delay} (${duration(known)})` : delay;
}

const duration = (milliseconds: number): string =>
  milliseconds < 1000 ? `${milliseconds} ms` : `${milliseconds / 1000} s`;
