/**
 * Ids of the places in a framed result that come alive once a person wants to fill in values. Their
 * code is a script of its own (app/islands/embedIsland.tsx), loaded when it is asked for.
 */
export const embedPlaces = {
  evidence: 'desk-evidence',
  request: 'desk-request',
  record: 'desk-record',
} as const;
