import { outcomeIds, type OutcomeId } from '#guide/nodeIds.ts';
import { type HandbookPart, handbookPath } from '#screens/handbook/handbookPaths.ts';

import { labView } from './labView.ts';

/** The requests by language have no framed form: they are on a hundred pages of their own. */
const framedParts: readonly HandbookPart[] = ['', 'set-up/', 'details/', 'then-and-now/'];

/** A page of a method's handbook that can be framed. */
export interface HandbookView {
  readonly view: string;
  readonly method: OutcomeId;
  readonly part: HandbookPart;
}

export const handbookViews: readonly HandbookView[] = outcomeIds.flatMap((method) =>
  framedParts.map((part) => ({ view: idOf(handbookPath(method, part)), method, part })),
);

/** The list of all errors. */
export const errorsView = 'errors';

/**
 * The single pages that can be framed, besides the states of the guide. The id of a view is the
 * path of its page without the last slash: `service-app/set-up` frames the page
 * `service-app/set-up/` at the address `embed/service-app/set-up/`. Ids are in other people's pages
 * and never change. To give a page of the site a framed form, add its id here.
 */
export const views: readonly string[] = [
  ...handbookViews.map(({ view }) => view),
  errorsView,
  labView,
];

function idOf(path: string): string {
  return path.replace(/\/$/, '');
}

/** The path of the full page of a view, below the base. */
export const viewedPath = (view: string): string => `${view}/`;
