/** The sections of a result in the order in which people need them; the key is the anchor. */
export const outcomeSections = {
  request: 'The request',
  why: 'Why this method',
  next: 'Do these three things next',
  others: 'Why not the other methods',
  change: 'What would change the answer',
  picture: 'Your path, drawn',
  record: 'The decision record',
  handbook: 'In the handbook',
  sources: 'Sources',
} as const;
