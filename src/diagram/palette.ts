import type { NodeId } from '#guide/nodeIds.ts';

/** What a picture of its own is drawn for. */
export type Theme = 'light' | 'dark';

interface Ink {
  readonly paper: string;
  readonly ink: string;
  readonly softInk: string;
  readonly faint: string;
}

/**
 * The light palette of the pages (`styles/tokens.css`) for pictures that leave them, in the notation
 * that every program reads.
 */
export const palette = {
  paper: '#fcfaf7',
  ink: '#1c212d',
  softInk: '#4c535f',
  faint: '#868d99',
} as const satisfies Ink;

/** The dark one. */
const darkPalette = {
  paper: '#14171e',
  ink: '#eae7e2',
  softInk: '#b8b4aa',
  faint: '#7a808d',
} as const satisfies Ink;

/** Questions have the ink; each method keeps its hue wherever it appears. */
type Hues = Readonly<Record<NodeId, string>>;

const huesOf = (
  ink: string,
  exit: string,
  methods: Pick<Hues, 'serviceApp' | 'apiServiceIntegration' | 'apiToken'>,
): Hues => ({
  oauth: ink,
  agent: ink,
  obstacle: ink,
  audience: ink,
  catalog: ink,
  ...methods,
  userContext: exit,
  customAuthorizationServer: exit,
  delegatedGrant: exit,
  otherInterface: exit,
});

/** The hues of the light palette. */
export const hues: Hues = huesOf(palette.ink, '#484f5c', {
  serviceApp: '#005b4f',
  apiServiceIntegration: '#63439f',
  apiToken: '#8c3d12',
});

/** All that a picture of its own is drawn with. */
export const pictureInk: Readonly<Record<Theme, Ink & { readonly hues: Hues }>> = {
  light: { ...palette, hues },
  dark: {
    ...darkPalette,
    hues: huesOf(darkPalette.ink, '#b1b7c5', {
      serviceApp: '#5dd2bd',
      apiServiceIntegration: '#c8aefa',
      apiToken: '#f4ac6f',
    }),
  },
};
