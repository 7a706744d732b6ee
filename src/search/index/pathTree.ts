/** The paths of operations, segment by segment: it finds a path with values in it at once. */
export interface PathTree {
  readonly children: Map<string, PathTree>;
  /** The part of the tree where the path has a `{name}`. */
  variable: PathTree | undefined;
  /** Numbers of the entries whose path ends here. */
  readonly entries: number[];
}

/** An empty tree. */
export const emptyTree = (): PathTree => ({
  children: new Map(),
  variable: undefined,
  entries: [],
});

const segmentsOf = (path: string): readonly string[] =>
  path.split('/').filter((segment) => segment !== '');

/** Adds the path of an entry. */
export function addPath(tree: PathTree, path: string, entry: number): void {
  let node = tree;
  for (const segment of segmentsOf(path)) {
    node = segment.startsWith('{') ? variableOf(node) : childOf(node, segment.toLowerCase());
  }
  node.entries.push(entry);
}

function variableOf(node: PathTree): PathTree {
  node.variable ??= emptyTree();
  return node.variable;
}

function childOf(node: PathTree, segment: string): PathTree {
  const known = node.children.get(segment);
  if (known !== undefined) return known;
  const child = emptyTree();
  node.children.set(segment, child);
  return child;
}

export interface FoundPaths {
  /** Entries with exactly this path; those with a word where others have a `{name}` come first. */
  readonly whole: readonly number[];
  /**
   * Entries whose path continues from here, the shorter ones first; at most as many as were asked
   * for.
   */
  readonly beginnings: readonly number[];
}

/**
 * Finds the entries for a path, in which values may replace names; the last segment may be
 * unfinished.
 */
export function findPath(tree: PathTree, path: string, most: number): FoundPaths {
  const segments = segmentsOf(path).slice(0, longestPath);
  const whole = nodesAt(tree, segments);
  const last = segments.at(-1)?.toLowerCase() ?? '';
  const unfinished = nodesAt(tree, segments.slice(0, -1)).flatMap(({ children }) =>
    [...children].flatMap(([segment, child]) =>
      segment !== last && segment.startsWith(last) ? [child] : [],
    ),
  );
  return {
    whole: whole.flatMap(({ entries }) => entries),
    beginnings: below(whole, unfinished, most),
  };
}

/** No path of Okta's is as long. */
const longestPath = 16;

function nodesAt(tree: PathTree, segments: readonly string[]): readonly PathTree[] {
  let nodes: readonly PathTree[] = [tree];
  for (const segment of segments) {
    nodes = nodes.flatMap((node) => {
      const child = node.children.get(segment.toLowerCase());
      return [
        ...(child === undefined ? [] : [child]),
        ...(node.variable === undefined ? [] : [node.variable]),
      ];
    });
  }
  return nodes;
}

/** Goes down level by level, until there are enough. */
function below(
  ended: readonly PathTree[],
  unfinished: readonly PathTree[],
  most: number,
): readonly number[] {
  const found: number[] = unfinished.flatMap(({ entries }) => entries).slice(0, most);
  let level: readonly PathTree[] = [...ended, ...unfinished];
  while (level.length > 0 && found.length < most) {
    const next: PathTree[] = [];
    for (const { children, variable } of level) {
      for (const child of children.values()) next.push(child);
      if (variable !== undefined) next.push(variable);
    }
    found.push(...next.slice(0, longestLevel).flatMap(({ entries }) => entries.slice(0, most)));
    level = next.slice(0, longestLevel);
  }
  return found.slice(0, most);
}

/** Nodes of a level that are looked at. */
const longestLevel = 2000;
