/** The sections of a result in the order in which people need them; the key is the anchor. */
export const outcomeSections = {
  why: 'Why this method',
  next: 'Do these three things next',
  request: 'The request',
  picture: 'Your path, drawn',
  'set-up': 'Set it up',
  troubles: 'What usually goes wrong',
  others: 'Why not the others',
  change: 'What would change the answer',
  layers: 'The article and today',
  more: 'More to know',
  record: 'The decision record',
  'your-answers': 'Your answers',
  sources: 'Sources',
} as const;
