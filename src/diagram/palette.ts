import type { NodeId } from '#guide/nodeIds.ts';

/**
 * The light palette of the pages (`styles/tokens.css`) for pictures that leave them, in the notation
 * that every program reads.
 */
export const palette = {
  paper: '#fcfaf7',
  ink: '#1c212d',
  softInk: '#4c535f',
  faint: '#868d99',
} as const;

const exit = '#484f5c';

/** Each method keeps its hue wherever it appears. */
export const hues: Readonly<Record<NodeId, string>> = {
  oauth: palette.ink,
  agent: palette.ink,
  obstacle: palette.ink,
  audience: palette.ink,
  catalog: palette.ink,
  serviceApp: '#005b4f',
  apiServiceIntegration: '#63439f',
  apiToken: '#8c3d12',
  userContext: exit,
  customAuthorizationServer: exit,
  delegatedGrant: exit,
  otherInterface: exit,
};
