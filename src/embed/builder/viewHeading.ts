import { errorsHeading } from '#screens/errors/errorsHeading.ts';
import { handbookHeading } from '#screens/handbook/handbookWords.ts';
import { labHeading } from '#screens/lab/labPath.ts';

import { labView } from '../labView.ts';
import { errorsView, handbookViews } from '../views.ts';

const headings: ReadonlyMap<string, string> = new Map([
  ...handbookViews.map(({ view, method, part }) => [view, handbookHeading(method, part)] as const),
  [errorsView, errorsHeading],
  [labView, labHeading],
]);

/** The heading of a single page, by the id of its view. */
export function viewHeading(view: string): string {
  return headings.get(view) ?? '';
}
