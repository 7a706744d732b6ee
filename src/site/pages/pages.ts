import type { KnownError } from '#guide/errors/knownError.ts';
import { knownErrors } from '#guide/errors/knownErrors.ts';
import { outcomeIds, type OutcomeId } from '#guide/nodeIds.ts';
import type { Walk } from '#guide/replay.ts';
import type { Tool } from '#guide/tools/tool.ts';
import { tools } from '#guide/tools/tools.ts';
import { allWalks } from '#guide/walks.ts';
import { viewedPath, views } from '#embed/views.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { auditPath } from '#screens/audit/auditPath.ts';
import { errorPath } from '#screens/errors/errorPaths.ts';
import { glossaryPath } from '#screens/glossary/glossaryPath.ts';
import {
  type HandbookPart,
  handbookPartsOf,
  handbookPath,
  hasRequestForms,
  requestsPath,
} from '#screens/handbook/handbookPaths.ts';
import { labPath } from '#screens/lab/labPath.ts';
import { leaveTokenPath } from '#screens/leaveToken/leaveTokenPath.ts';
import { opinionPath, opinionsPath } from '#screens/opinion/opinionPaths.ts';
import { type OperationTag, operationTags } from '#screens/operations/operationPages.ts';
import { toolPath, toolsPath } from '#screens/tools/toolPaths.ts';
import { searchPath } from '#screens/search/searchPath.ts';
import { embedPathOf, framedPathOf, pathOf } from '#share/address.ts';
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

/** A page to be framed by somebody else's: of one state of the guide, or of a page beside it. */
export type EmbedPage = EmbedStatePage | EmbedViewPage;

export interface EmbedStatePage {
  readonly path: string;
  readonly kind: 'embed';
  readonly framedWalk: Walk;
}

export interface EmbedViewPage {
  readonly path: string;
  readonly kind: 'embed';
  /** Its id among the views. */
  readonly view: string;
  /** The page in full. */
  readonly framedPage: PlainPage;
}

/** A page that is no state of the guide. */
export type PlainPage =
  | {
      /** Below the base; ends with `/`, but for `404.html`. */
      readonly path: string;
      readonly kind:
        | 'compare'
        | 'errors'
        | 'opinions'
        | 'operations'
        | 'audit'
        | 'leaveToken'
        | 'about'
        | 'requests'
        | 'search'
        | 'glossary'
        | 'workshop'
        | 'presenter'
        | 'audience'
        | 'answer'
        | 'ownCards'
        | 'lab'
        | 'handsOn'
        | 'embedBuilder'
        | 'notFound';
    }
  | ErrorPage
  | OpinionPage
  | HandoutPage
  | HandbookPage
  | RequestFormsPage
  | OperationTagPage
  | ToolPage;

/** The page that checks the opinion that a method is right. */
export interface OpinionPage {
  readonly path: string;
  readonly kind: 'opinion';
  readonly method: OutcomeId;
}

/** The page of one error. */
export interface ErrorPage {
  readonly path: string;
  readonly kind: 'error';
  readonly error: KnownError;
}

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

/** The page of a tool, or of their list. */
export interface ToolPage {
  readonly path: string;
  readonly kind: 'tools' | 'tool';
  /** Absent for the list. */
  readonly tool?: Tool;
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

export const embedStatePages: readonly EmbedStatePage[] = statePages.map(({ walk }) => ({
  path: embedPathOf(walk.answers),
  kind: 'embed',
  framedWalk: walk,
}));

const handbookPages: readonly HandbookPage[] = outcomeIds.flatMap((method) =>
  handbookPartsOf(method).map((part) => ({
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
  { path: 'errors/', kind: 'errors' },
  ...knownErrors.map((error): ErrorPage => ({ path: errorPath(error), kind: 'error', error })),
  ...handbookPages,
  ...requestFormsPages,
  { path: opinionsPath, kind: 'opinions' },
  ...outcomeIds.map((method): OpinionPage => ({
    path: opinionPath(method),
    kind: 'opinion',
    method,
  })),
  { path: 'requests/', kind: 'requests' },
  ...movedRequestsPages,
  { path: 'operations/', kind: 'operations' },
  { path: auditPath, kind: 'audit' },
  { path: leaveTokenPath, kind: 'leaveToken' },
  ...operationTagPages,
  { path: toolsPath, kind: 'tools' },
  ...tools.map((tool): ToolPage => ({ path: toolPath(tool), kind: 'tool', tool })),
  { path: 'workshop/', kind: 'workshop' },
  { path: presenterPath, kind: 'presenter' },
  { path: audiencePath, kind: 'audience' },
  { path: answerPath, kind: 'answer' },
  { path: ownCardsPath, kind: 'ownCards' },
  { path: labPath, kind: 'lab' },
  { path: handsOnPath, kind: 'handsOn' },
  { path: handoutsPath, kind: 'handout' },
  ...handouts.map((handout): HandoutPage => ({
    path: handoutPath(handout),
    kind: 'handout',
    handout,
  })),
  { path: 'embed/builder/', kind: 'embedBuilder' },
  { path: searchPath, kind: 'search' },
  { path: glossaryPath, kind: 'glossary' },
  { path: 'about/', kind: 'about' },
  { path: '404.html', kind: 'notFound' },
];

export const embedViewPages: readonly EmbedViewPage[] = views.flatMap((view) =>
  plainPages
    .filter(({ path }) => path === viewedPath(view))
    .map((framedPage) => ({
      path: framedPathOf(framedPage.path),
      kind: 'embed',
      view,
      framedPage,
    })),
);

export const pages: readonly Page[] = [
  ...statePages,
  ...embedStatePages,
  ...embedViewPages,
  ...plainPages,
];
