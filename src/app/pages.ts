import type { Walk } from '#guide/replay.ts';
import { allWalks } from '#guide/walks.ts';
import { pathOf } from '#share/address.ts';

/** Every page of the site. */
export type Page = StatePage | PlainPage;

/** The page of one state of the guide. */
export interface StatePage {
  readonly path: string;
  readonly kind: Walk['kind'];
  readonly walk: Walk;
}

/** A page that is no state of the guide. */
export interface PlainPage {
  /** Below the base; ends with `/`, but for `404.html`. */
  readonly path: string;
  readonly kind: 'compare' | 'about' | 'notFound';
}

export const statePages: readonly StatePage[] = allWalks().map((walk) => ({
  path: pathOf(walk.answers),
  kind: walk.kind,
  walk,
}));

export const plainPages: readonly PlainPage[] = [
  { path: 'compare/', kind: 'compare' },
  { path: 'about/', kind: 'about' },
  { path: '404.html', kind: 'notFound' },
];

export const pages: readonly Page[] = [...statePages, ...plainPages];
