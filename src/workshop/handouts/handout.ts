/** What a teacher prints; each is a page of its own. */
export interface Handout {
  /** Last part of its address. */
  readonly id: 'worksheet' | 'cards' | 'poster' | 'blank-poster' | 'answer-key' | 'plans';
  readonly title: string;
  /** Who it is for, and what for. */
  readonly purpose: string;
}

export const handouts: readonly Handout[] = [
  {
    id: 'plans',
    title: 'Teacher’s guide: 45 and 90 minutes',
    purpose: 'For you: what to do when, with which cards, and what to say if the lesson stalls.',
  },
  {
    id: 'cards',
    title: 'Cards to cut out',
    purpose: 'For tables of three to five: the stories, without their keys.',
  },
  {
    id: 'worksheet',
    title: 'Worksheet',
    purpose:
      'One for each person, to write down predictions before the reveal and what they learned after it.',
  },
  {
    id: 'blank-poster',
    title: 'Poster of the decision, to fill in',
    purpose: 'For the wall: the shape of the decision, without its words.',
  },
  {
    id: 'poster',
    title: 'Poster of the decision',
    purpose: 'For the wall: the whole decision, to put up beside the blank poster.',
  },
  {
    id: 'answer-key',
    title: 'Answer key',
    purpose: 'For you only: every card’s result, reason, twist and misconceptions.',
  },
];

/** Where all of them are listed, below the site's base. */
export const handoutsPath = 'workshop/handouts/';

export const handoutPath = ({ id }: Handout): string => `${handoutsPath}${id}/`;
