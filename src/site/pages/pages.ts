import { outcomeIds, type OutcomeId } from '#guide/nodeIds.ts';
import type { Walk } from '#guide/replay.ts';
import { allWalks } from '#guide/walks.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import {
  type HandbookPart,
  handbookParts,
  handbookPath,
  hasRequestForms,
  requestsPath,
} from '#screens/handbook/handbookPaths.ts';
import { type OperationTag, operationTags } from '#screens/operations/operationPages.ts';
import { embedPathOf, pathOf } from '#share/address.ts';
import { methodName } from '#snippets/form.ts';
import type { Language } from '#snippets/language.ts';
import { languages } from '#snippets/languages.ts';
import { type Handout, handoutPath, handouts, handoutsPath } from '#workshop/handouts/handout.ts';
import { handsOnPath } from '#workshop/handsOn/handsOnPath.ts';
import { audiencePath, presenterPath } from '#workshop/present/presentPaths.ts';
import { ownCardsPath } from '#workshop/ownCards/ownCardsPaths.ts';
import { answerPath } from '#workshop/room/roomAddress.ts';

/** Every page of the site. */
export type Page = StatePage | EmbedPage | PlainPage;

/** The page of one state of the guide. */
export interface StatePage {
  readonly path: string;
  readonly kind: Walk['kind'];
  readonly walk: Walk;
}

/** The page of one state of the guide, to be framed by somebody else's page. */
export interface EmbedPage {
  readonly path: string;
  readonly kind: 'embed';
  readonly framedWalk: Walk;
}

/** A page that is no state of the guide. */
export type PlainPage =
  | {
      /** Below the base; ends with `/`, but for `404.html`. */
      readonly path: string;
      readonly kind:
        | 'compare'
        | 'operations'
        | 'about'
        | 'requests'
        | 'workshop'
        | 'presenter'
        | 'audience'
        | 'answer'
        | 'ownCards'
        | 'handsOn'
        | 'embedBuilder'
        | 'notFound';
    }
  | HandoutPage
  | HandbookPage
  | RequestFormsPage
  | OperationTagPage;

/** The page of one of the workshop's hand-outs, or of their list. */
export interface HandoutPage {
  readonly path: string;
  readonly kind: 'handout';
  /** Absent for the list. */
  readonly handout?: Handout;
}

/** The page that lists the operations of a tag. */
export interface OperationTagPage {
  readonly path: string;
  readonly kind: 'operationTag';
  readonly tag: OperationTag;
}

/** A page of a method's handbook. */
export interface HandbookPage {
  readonly path: string;
  readonly kind: 'handbook';
  readonly method: OutcomeId;
  readonly part: HandbookPart;
}

/**
 * The page of a method's requests in one language; `movedRequests` is the address that it had first,
 * which leads there.
 */
export interface RequestFormsPage {
  readonly path: string;
  readonly kind: 'requestForms' | 'movedRequests';
  readonly method: OutcomeId;
  readonly language: Language;
}

export const statePages: readonly StatePage[] = allWalks().map((walk) => ({
  path: pathOf(walk.answers),
  kind: walk.kind,
  walk,
}));

export const embedPages: readonly EmbedPage[] = statePages.map(({ walk }) => ({
  path: embedPathOf(walk.answers),
  kind: 'embed',
  framedWalk: walk,
}));

const handbookPages: readonly HandbookPage[] = outcomeIds.flatMap((method) =>
  handbookParts.map((part) => ({
    path: handbookPath(method, part),
    kind: 'handbook',
    method,
    part,
  })),
);

export const requestFormsPages: readonly RequestFormsPage[] = outcomeIds.flatMap((method) =>
  languages
    .filter((language) => hasRequestForms(method, language))
    .map((language) => ({
      path: requestsPath(method, language),
      kind: 'requestForms',
      method,
      language,
    })),
);

const movedRequestsPages: readonly RequestFormsPage[] = requestFormsPages.map(
  ({ method, language }) => ({
    path: `requests/${methodName(method)}/${language.id}/`,
    kind: 'movedRequests',
    method,
    language,
  }),
);

export const operationTagPages: readonly OperationTagPage[] = operationTags(oktaCatalogue).map(
  (tag) => ({ path: tag.path, kind: 'operationTag', tag }),
);

export const plainPages: readonly PlainPage[] = [
  { path: 'compare/', kind: 'compare' },
  ...handbookPages,
  ...requestFormsPages,
  { path: 'requests/', kind: 'requests' },
  ...movedRequestsPages,
  { path: 'operations/', kind: 'operations' },
  ...operationTagPages,
  { path: 'workshop/', kind: 'workshop' },
  { path: presenterPath, kind: 'presenter' },
  { path: audiencePath, kind: 'audience' },
  { path: answerPath, kind: 'answer' },
  { path: ownCardsPath, kind: 'ownCards' },
  { path: handsOnPath, kind: 'handsOn' },
  { path: handoutsPath, kind: 'handout' },
  ...handouts.map((handout): HandoutPage => ({
    path: handoutPath(handout),
    kind: 'handout',
    handout,
  })),
  { path: 'embed/builder/', kind: 'embedBuilder' },
  { path: 'about/', kind: 'about' },
  { path: '404.html', kind: 'notFound' },
];

export const pages: readonly Page[] = [...statePages, ...embedPages, ...plainPages];
