import type { ExitId, OutcomeId } from '#guide/nodeIds.ts';

/** Every exit has the same shape. */
const stadium = 'M7 3h6a7 7 0 0 1 0 14H7A7 7 0 0 1 7 3z';

/** The shapes of the picture's boxes, small: paths in a square of 20 units. */
export const methodShapes: Readonly<Record<OutcomeId | ExitId, string>> = {
  serviceApp: 'M5 3h10l5 7-5 7H5l-5-7z',
  apiServiceIntegration: 'M0 3h3v14H0zM5 3h10v14H5zM17 3h3v14h-3z',
  apiToken: 'M5 3h15l-5 14H0z',
  userContext: stadium,
  customAuthorizationServer: stadium,
  delegatedGrant: stadium,
  otherInterface: stadium,
};
