/** Where script finds the parts of `UnderstoodAddress`: its id, and selectors within it. */
export const understoodParts = {
  place: 'understood-address',
  known: '[data-understood=known]',
  unknown: '[data-understood=unknown]',
  nearest: 'a',
} as const;
