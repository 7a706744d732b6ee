import { renderToStaticMarkup, renderToString } from 'react-dom/server';

import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { apiNames } from '#catalogue/operation.ts';
import { questionWords } from '#guide/answerWords.ts';
import { about } from '#guide/about.ts';
import { comparison } from '#guide/comparison.ts';
import { contentVersion } from '#guide/contentVersion.ts';
import { exits } from '#guide/exits.ts';
import { furtherReadingOfArticle } from '#guide/furtherReading.ts';
import { outcomeIds, questionIds } from '#guide/nodeIds.ts';
import { isAtQuestion } from '#guide/nodeKind.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import type { Walk } from '#guide/replay.ts';
import { type Card, cardFile } from '#diagram/card.ts';
import { flowchartText } from '#diagram/flowchart.ts';
import { pathText } from '#diagram/pathChart.ts';
import { recordJson } from '#record/json.ts';
import { recordMarkdown } from '#record/markdown.ts';
import { type DecisionRecord, decisionRecord } from '#record/record.ts';
import { AboutScreen } from '#screens/handbook/AboutScreen.tsx';
import { NotFoundWords } from '#screens/siteFrame/NotFoundWords.tsx';
import { EmbedBuilderScreen } from '#embed/builder/EmbedBuilderScreen.tsx';
import { EmbedFrame } from '#screens/framed/EmbedFrame.tsx';
import { EmbedScreen } from '#screens/framed/EmbedScreen.tsx';
import { CompareScreen } from '#screens/handbook/CompareScreen.tsx';
import { handbookPath } from '#screens/handbook/handbookPaths.ts';
import { OperationsScreen, OperationTagScreen } from '#screens/operations/OperationsScreen.tsx';
import { RequestsScreen } from '#screens/requests/RequestsScreen.tsx';
import { SiteFrame } from '#screens/siteFrame/SiteFrame.tsx';
import { SiteProvider } from '#screens/site.tsx';
import { pathOf } from '#share/address.ts';
import { exchangeFilesFor } from '#snippets/exchange/exchangeFiles.ts';
import { formsFor, snippetFor } from '#snippets/snippet.ts';
import { defaultValues } from '#snippets/values.ts';

import { EmbedBuilderVisit } from '#app/islands/EmbedBuilderVisit.tsx';
import { HandoutScreen, HandoutsScreen } from '#workshop/handouts/HandoutScreen.tsx';
import { WaitingForScript } from '#workshop/present/AudienceScreen.tsx';
import { audienceScreenId } from '#workshop/present/presentPaths.ts';
import { PresentScreen } from '#workshop/present/PresentScreen.tsx';
import { WorkshopFileScreen } from '#workshop/file/WorkshopFileScreen.tsx';
import { HandsOnScreen } from '#workshop/handsOn/HandsOnScreen.tsx';
import { cardSchemaText } from '#workshop/ownCards/cardSchema.ts';
import { OwnCardsScreen } from '#workshop/ownCards/OwnCardsScreen.tsx';
import { cardSchemaPath } from '#workshop/ownCards/ownCardsPaths.ts';
import { AnswerScreen } from '#workshop/room/AnswerScreen.tsx';
import { WorkshopScreen } from '#workshop/WorkshopScreen.tsx';
import { GuideApp } from '#app/visit/GuideApp.tsx';
import { type GuideView, type StateView, viewOf } from '#app/visit/guideView.ts';
import { pageTitle } from '#app/visit/pageTitle.ts';
import { questionScreenWords } from '#app/visit/questionScreenWords.ts';
import { resultScreenWords } from '#app/visit/resultScreenWords.ts';
import type { ScreenWords } from '#app/visit/screenWords.tsx';

import { withOutsideTargets } from './embedLinks.ts';
import { guideIndex } from './guideIndex.ts';
import { handbookScreen } from './handbookScreen.tsx';
import {
  type EmbedPage,
  operationTagPages,
  type Page,
  pages,
  type PlainPage,
  plainPages,
  requestFormsPages,
  type StatePage,
  statePages,
} from './pages.ts';
import { oEmbed } from './oEmbed.ts';
import { cardBeside } from '../cards/pageCard.ts';
import { pictureFiles } from './pictureFiles.tsx';
import { servicesWhilePrerendering } from './servicesWhilePrerendering.ts';
import type { SiteSettings } from '../siteSettings.ts';

/** A page as HTML, still to be put into the site's template. */
export interface PrerenderedPage {
  readonly page: Page;
  readonly title: string;
  readonly description: string;
  /** What stands in the root element. */
  readonly body: string;
}

/** A file of the site that is no page. */
export interface SiteFile {
  /** Below the base. */
  readonly path: string;
  readonly text: string;
}

/** The card that lies beside a page, still to be drawn. */
export interface PageCard {
  /** The page's, below the base. */
  readonly folder: string;
  readonly card: Card;
}

/** Everything that the guide's pages cite, for the list of all sources. */
const guideContent = [
  questionIds.map(questionWords),
  outcomes,
  exits,
  comparison,
  furtherReadingOfArticle,
];

/** What an address without a page may have meant; a damaged state of the guide is told by its own page. */
const knownPages = plainPages.map(({ path }) => path).filter((path) => path.endsWith('/'));

/** Draws one page, complete without script. */
export function prerenderPage(page: Page, settings: SiteSettings): PrerenderedPage {
  if (page.kind === 'embed') return embedPage(page, settings.base, settings.origin);
  return 'walk' in page ? statePage(page, settings) : plainPage(page, settings);
}

/** The words of a state's own page, beside which its files lie. */
function stateWords(view: StateView): ScreenWords | undefined {
  return questionScreenWords(view) ?? resultScreenWords(view);
}

function statePage(page: StatePage, settings: SiteSettings): PrerenderedPage {
  const view = viewOf(page.walk);
  const words = stateWords(view);
  return {
    page,
    title: pageTitle(words?.title ?? ''),
    description: words?.description ?? '',
    body: drawGuide(settings, view, words),
  };
}

function embedPage(page: EmbedPage, base: string, origin: string): PrerenderedPage {
  const walk = page.framedWalk;
  const view = viewOf(walk);
  const words = questionScreenWords(view) ?? resultScreenWords(view);
  return {
    page,
    title: pageTitle(words?.title ?? ''),
    description: words?.description ?? '',
    body: withOutsideTargets(
      renderToStaticMarkup(
        <SiteProvider value={{ base, origin, fragment: '', isFramed: true }}>
          <EmbedFrame walk={walk} origin={origin}>
            <EmbedScreen walk={walk} words={words} />
          </EmbedFrame>
        </SiteProvider>,
      ),
      base,
    ),
  };
}

function plainPage(page: PlainPage, settings: SiteSettings): PrerenderedPage {
  const { base, origin } = settings;
  switch (page.kind) {
    case 'compare':
      return {
        page,
        title: pageTitle('The three methods, side by side'),
        description:
          'Service app, API service integration and API token compared: credential, lifetime, limits, rotation, set-up, and what breaks each.',
        body: drawPlain(settings, page.path, <CompareScreen />),
      };
    case 'requests':
      return {
        page,
        title: pageTitle('The requests, in every language'),
        description:
          'Requests to Okta’s APIs for each method, in shells, languages and Okta’s SDKs: which were executed, with what, and what that proves.',
        body: drawPlain(settings, page.path, <RequestsScreen />),
      };
    case 'handbook':
    case 'requestForms':
    case 'movedRequests': {
      const { title, description, screen } = handbookScreen(page);
      return {
        page,
        title: pageTitle(title),
        description,
        body: drawPlain(settings, page.path, screen),
      };
    }
    case 'operations':
      return {
        page,
        title: pageTitle('Which credential your operations accept'),
        description:
          'Every operation of Okta’s APIs: whether it accepts OAuth 2.0 or an API token, with which scopes, and the fewest scopes for those that your program calls.',
        body: drawPlain(
          settings,
          page.path,
          <OperationsScreen
            catalogue={oktaCatalogue}
            tags={operationTagPages.map(({ tag }) => tag)}
          />,
        ),
      };
    case 'operationTag':
      return {
        page,
        title: pageTitle(`${page.tag.title}: what each operation accepts`),
        description: `The operations of Okta’s API under ${page.tag.title} (${apiNames[page.tag.api]}): the credential and the scopes that each accepts.`,
        body: drawPlain(settings, page.path, <OperationTagScreen tag={page.tag} />),
      };
    case 'workshop':
      return {
        page,
        title: pageTitle('The workshop: learn to choose'),
        description:
          'Scenario cards on how a program authorizes to Okta’s APIs: predict the method and the reason, reveal, compare, and meet a twist.',
        body: drawPlain(settings, page.path, <WorkshopScreen />),
      };
    case 'presenter':
      return {
        page,
        title: pageTitle('Prepare a lesson, then give it'),
        description:
          'Choose cards and minutes, open a room for phones, then give the lesson: notes, clock and votes for you, a screen for the room.',
        body: drawPlain(settings, page.path, <PresentScreen />),
      };
    case 'audience':
      return {
        page,
        title: pageTitle('The audience’s screen'),
        description: 'Follows the presenter’s window on the same machine.',
        body: renderToStaticMarkup(
          <main id={audienceScreenId}>
            <WaitingForScript address={base + page.path} />
          </main>,
        ),
      };
    case 'answer':
      return {
        page,
        title: pageTitle('Answer in the room'),
        description:
          'Predict the method and the reason on your phone, without an account: your answer becomes a short code that the teacher counts.',
        body: drawPlain(settings, page.path, <AnswerScreen />),
      };
    case 'ownCards':
      return {
        page,
        title: pageTitle('Write your own cards'),
        description:
          'Scenario cards of your own for the workshop, in a form or as YAML with a schema, checked against the guide and shared as a file or a link.',
        body: drawPlain(settings, page.path, <OwnCardsScreen />),
      };
    case 'handsOn':
      return {
        page,
        title: pageTitle('Meet the errors, and mend them'),
        description:
          'Five exercises with a look-alike org on your own computer: wrong client authentication, missing scope, no admin role, DPoP required, expired token.',
        body: drawPlain(settings, page.path, <HandsOnScreen />),
      };
    case 'handout': {
      const { handout } = page;
      return {
        page,
        title: pageTitle(handout?.title ?? 'Hand-outs for a workshop'),
        description:
          handout?.purpose ?? 'Worksheet, cards, posters, answer key and plans, to be printed.',
        body: drawPlain(
          settings,
          page.path,
          handout === undefined ? <HandoutsScreen /> : <HandoutScreen handout={handout} />,
        ),
      };
    }
    case 'embedBuilder':
      return {
        page,
        title: pageTitle('The guide in your own page'),
        description:
          'Choose where the guide begins and how it looks in your docs, and copy the block for HTML, Docusaurus, VitePress, WordPress, Confluence, Notion or a README.',
        body: drawPlain(
          settings,
          page.path,
          <EmbedBuilderScreen
            builder={renderToString(<EmbedBuilderVisit base={base} origin={origin} />)}
          />,
        ),
      };
    case 'about':
      return {
        page,
        title: pageTitle(about.heading),
        description: about.summary,
        body: drawPlain(
          settings,
          page.path,
          <AboutScreen
            guideContent={guideContent}
            contentVersion={contentVersion}
            catalogue={oktaCatalogue}
          />,
        ),
      };
    case 'notFound':
      return {
        page,
        title: pageTitle('No page at this address'),
        description: 'There is no page at this address. Start the guide with its first question.',
        body: drawGuide(
          settings,
          { kind: 'notFound' },
          {
            title: 'No page at this address',
            description: '',
            bar: undefined,
            notice: <NotFoundWords pages={knownPages} />,
          },
        ),
      };
  }
}

function drawGuide(
  { base, origin, repository }: SiteSettings,
  view: GuideView,
  words?: ScreenWords,
): string {
  return renderToString(
    <GuideApp
      base={base}
      origin={origin}
      repository={repository}
      initial={view}
      words={words}
      services={servicesWhilePrerendering}
    />,
  );
}

function drawPlain(
  { base, repository }: SiteSettings,
  path: string,
  screen: React.ReactNode,
): string {
  return renderToStaticMarkup(
    <SiteProvider value={{ base, fragment: '', repository }}>
      <SiteFrame page={path}>{screen}</SiteFrame>
    </SiteProvider>,
  );
}

/** The decision record of an ended walk, with an address of its page. */
function recordOf(walk: Walk, guideAddress: string): DecisionRecord {
  return decisionRecord(walk, { date: contentVersion, contentVersion, guideAddress });
}

/** The files that lie beside the page of a walk, but for its card; none beside a question. */
function filesBeside(walk: Walk, { base, origin }: SiteSettings): readonly SiteFile[] {
  if (isAtQuestion(walk)) return [];
  const site = origin === '' ? '' : `${origin}${base}`;
  const record = recordOf(walk, site === '' ? './' : `${site}${pathOf(walk.answers)}`);
  return [
    { path: 'path.mmd', text: pathText(walk) },
    { path: 'path.plain.mmd', text: pathText(walk, 'plain') },
    { path: 'decision.mmd', text: flowchartText(walk) },
    { path: 'decision.plain.mmd', text: flowchartText(walk, 'plain') },
    ...Object.entries(pictureFiles(walk, site)).map(([path, text]) => ({ path, text })),
    { path: 'record.md', text: recordMarkdown(record) },
    { path: 'record.json', text: recordJson(record) },
  ];
}

/** Gives the cards of all pages that have one. */
export function pageCards(): readonly PageCard[] {
  return pages.flatMap((page) => {
    const card = cardBeside(page);
    return card === undefined ? [] : [{ folder: page.path, card }];
  });
}

/** Draws the workshop's one file, still to be given its script and style. */
export function workshopFile({ base, origin }: SiteSettings): {
  readonly title: string;
  readonly body: string;
  readonly site: string;
} {
  const site = origin === '' ? '' : `${origin}${base}`;
  return {
    title: pageTitle('The workshop in one file'),
    site,
    body: renderToStaticMarkup(
      <SiteProvider value={{ base: site, fragment: '', isAway: site === '' }}>
        <main id="content" className="shell py-8 lg:py-12">
          <WorkshopFileScreen />
        </main>
        <footer className="shell quiet stack py-6">
          <p>
            An independent guide: not made, reviewed or endorsed by Okta. Content of{' '}
            {contentVersion}. Nothing that you enter leaves this machine.
          </p>
        </footer>
      </SiteProvider>,
    ),
  };
}

/** The requests beside the pages of their languages, and the files for other tools above them. */
function requestFiles(): readonly SiteFile[] {
  return [
    ...requestFormsPages.flatMap(({ path, method, language }) =>
      formsFor(method)
        .filter((form) => language.absence(form) === null)
        .map((form) => snippetFor(language.id, form, defaultValues))
        .map(({ fileName, text }) => ({ path: `${path}${fileName}`, text })),
    ),
    ...outcomeIds.flatMap((method) =>
      exchangeFilesFor(method, defaultValues).map(({ fileName, text }) => ({
        path: `${handbookPath(method, 'requests/')}${fileName}`,
        text,
      })),
    ),
  ];
}

/** Gives every file of the site that is made from the machine and the content. */
export function siteFiles(settings: SiteSettings): readonly SiteFile[] {
  const { base, origin } = settings;
  const beside = new Map(
    pages.flatMap((page) =>
      'walk' in page ? [[page.path, filesBeside(page.walk, settings)] as const] : [],
    ),
  );
  const index = guideIndex({
    pages,
    files: (walk) => [
      ...(beside.get(pathOf(walk.answers)) ?? []).map(({ path }) => path),
      cardFile,
      ...(origin === '' ? [] : ['oembed.json']),
    ],
  });
  return [
    ...[...beside].flatMap(([folder, files]) =>
      files.map(({ path, text }) => ({ path: `${folder}${path}`, text })),
    ),
    ...requestFiles(),
    ...(origin === ''
      ? []
      : statePages.map((page) => ({
          path: `${page.path}oembed.json`,
          text: oEmbed(
            page,
            pageTitle(stateWords(viewOf(page.walk))?.title ?? ''),
            `${origin}${base}`,
          ),
        }))),
    { path: cardSchemaPath, text: cardSchemaText() },
    { path: 'guide.json', text: `${JSON.stringify(index, undefined, 2)}\n` },
  ];
}
