import type { NodeId } from '#guide/nodeIds.ts';
import type { Walk } from '#guide/replay.ts';
import { wayTo } from '#guide/walks.ts';

import { useAddresses } from '../site.tsx';

/** Gives where the nodes of a walk's map lead; the node where the walk is leads nowhere. */
export function useNodeAddress(walk: Walk): (node: NodeId) => string | undefined {
  const addresses = useAddresses();
  return (node) => (node === walk.node ? undefined : addresses.state(wayTo(node, walk)));
}
