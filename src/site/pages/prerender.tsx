import { renderToStaticMarkup, renderToString } from 'react-dom/server';

import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { apiNames } from '#catalogue/operation.ts';
import { questionWords } from '#guide/answerWords.ts';
import { about } from '#guide/about.ts';
import { comparison } from '#guide/comparison.ts';
import { contentVersion } from '#guide/contentVersion.ts';
import { exits } from '#guide/exits.ts';
import { knownErrors } from '#guide/errors/knownErrors.ts';
import { furtherReadingOfArticle } from '#guide/furtherReading.ts';
import { outcomeIds, questionIds } from '#guide/nodeIds.ts';
import { isAtQuestion } from '#guide/nodeKind.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { tools } from '#guide/tools/tools.ts';
import { replay, type Walk } from '#guide/replay.ts';
import type { Card } from '#diagram/card.ts';
import { flowchartText } from '#diagram/flowchart.ts';
import { pathText } from '#diagram/pathChart.ts';
import { type ClaimIds, claimIds, claimsJson, recordJson } from '#record/json.ts';
import { recordMarkdown } from '#record/markdown.ts';
import { type DecisionRecord, decisionRecord } from '#record/record.ts';
import { AuditScreen } from '#screens/audit/AuditScreen.tsx';
import { AboutScreen } from '#screens/handbook/AboutScreen.tsx';
import { NotFoundWords } from '#screens/siteFrame/NotFoundWords.tsx';
import { EmbedBuilderScreen } from '#embed/builder/EmbedBuilderScreen.tsx';
import { EmbedFrame } from '#screens/framed/EmbedFrame.tsx';
import { EmbedScreen } from '#screens/framed/EmbedScreen.tsx';
import { decisionFiles } from '#screens/diagram/decisionFiles.ts';
import { CompareScreen } from '#screens/handbook/CompareScreen.tsx';
import { handbookPath } from '#screens/handbook/handbookPaths.ts';
import { GlossaryScreen } from '#screens/glossary/GlossaryScreen.tsx';
import { SearchScreen } from '#screens/search/SearchScreen.tsx';
import { OperationsScreen, OperationTagScreen } from '#screens/operations/OperationsScreen.tsx';
import { RequestsScreen } from '#screens/requests/RequestsScreen.tsx';
import { SiteFrame } from '#screens/siteFrame/SiteFrame.tsx';
import { SiteProvider } from '#screens/site.tsx';
import { searchFile, searchIndexPath } from '#search/index/entry.ts';
import { pathOf } from '#share/address.ts';
import { cardPathOf } from '#share/cardAddress.ts';
import { exchangeFilesFor } from '#snippets/exchange/exchangeFiles.ts';
import { formsFor, snippetFor } from '#snippets/snippet.ts';
import { defaultValues } from '#snippets/values.ts';

import { EmbedBuilderVisit } from '#app/islands/EmbedBuilderVisit.tsx';
import { HandoutScreen, HandoutsScreen } from '#workshop/handouts/HandoutScreen.tsx';
import { WaitingForScript } from '#workshop/present/AudienceScreen.tsx';
import { audienceScreenId } from '#workshop/present/presentIds.ts';
import { PresentScreen } from '#workshop/present/PresentScreen.tsx';
import { WorkshopFileScreen } from '#workshop/file/WorkshopFileScreen.tsx';
import { labTasks } from '#workshop/handsOn/labTasks.ts';
import { HandsOnScreen } from '#workshop/handsOn/HandsOnScreen.tsx';
import { labHeading } from '#screens/lab/labPath.ts';
import { ownOperations } from '#org/exchange/plan.ts';
import { catalogueAnswer } from '#app/lab/catalogueAnswers.ts';
import { LabScreen } from '#screens/lab/LabScreen.tsx';
import { LeaveTokenScreen } from '#screens/leaveToken/LeaveTokenScreen.tsx';
import { cardSchemaText } from '#workshop/ownCards/cardSchema.ts';
import { OwnCardsScreen } from '#workshop/ownCards/OwnCardsScreen.tsx';
import { cardSchemaPath } from '#workshop/ownCards/ownCardsPaths.ts';
import { AnswerScreen } from '#workshop/room/AnswerScreen.tsx';
import { scenarios } from '#workshop/scenarios/scenarios.ts';
import { WorkshopScreen } from '#workshop/WorkshopScreen.tsx';
import { GuideApp } from '#app/visit/GuideApp.tsx';
import { type GuideView, type StateView, viewOf } from '#app/visit/guideView.ts';
import { headingOf, pageTitle } from '#app/visit/pageTitle.ts';
import { questionScreenWords } from '#app/visit/questionScreenWords.ts';
import { resultScreenWords } from '#app/visit/resultScreenWords.ts';
import type { ScreenWords } from '#app/visit/screenWords.tsx';

import { withOutsideTargets } from './embedLinks.ts';
import type { DrawnScreen } from './drawnScreen.ts';
import { errorScreen, errorsScreen } from './errorScreen.tsx';
import { guideIndex } from './guideIndex.ts';
import { handbookScreen } from './handbookScreen.tsx';
import { opinionScreen, opinionsScreen } from './opinionScreen.tsx';
import { toolScreen } from './toolScreen.tsx';
import {
  type EmbedStatePage,
  embedViewPages,
  operationTagPages,
  type Page,
  pages,
  type PlainPage,
  plainPages,
  requestFormsPages,
  type StatePage,
  statePages,
} from './pages.ts';
import { oEmbed, oEmbedFile } from './oEmbed.ts';
import { recordedExchanges, recordedTasks } from '../lab/recordedExchanges.ts';
import { isSearchedPage } from '../search/searchedPages.ts';
import { searchedTerms } from '../search/searchedTerms.ts';
import { searchEntries, type SearchedPage } from '../search/searchEntries.ts';
import { cardBeside } from '../cards/pageCard.ts';
import { decisionPicture, pictureFiles } from './pictureFiles.tsx';
import { servicesWhilePrerendering } from './servicesWhilePrerendering.ts';
import type { SiteSettings } from '../siteSettings.ts';

/** A page as HTML, still to be put into the site's template. */
export interface PrerenderedPage {
  readonly page: Page;
  readonly title: string;
  readonly description: string;
  /** What is in the root element. */
  readonly body: string;
}

/** A file of the site that is no page. */
export interface SiteFile {
  /** Below the base. */
  readonly path: string;
  readonly text: string;
}

/** The card that is beside a page, still to be drawn. */
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

/** The texts of the claims that the records cite, below the base. */
const claimsPath = 'guide/claims.json';

/** What an address without a page may have meant; a damaged address of a state is explained on its own page. */
const knownPages = plainPages.map(({ path }) => path).filter((path) => path.endsWith('/'));

/** Draws one page, complete without script. */
export function prerenderPage(page: Page, settings: SiteSettings): PrerenderedPage {
  if ('framedWalk' in page) return embedStatePage(page, settings.base, settings.origin);
  if ('framedPage' in page) {
    return { ...plainPage(page.framedPage, settings, drawFramed), page };
  }
  return 'walk' in page ? statePage(page, settings) : plainPage(page, settings);
}

/** The words of a state's own page, beside which its files are. */
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

function embedStatePage(page: EmbedStatePage, base: string, origin: string): PrerenderedPage {
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
          <EmbedFrame walk={walk} path={pathOf(walk.answers)} origin={origin}>
            <EmbedScreen walk={walk} words={words} />
          </EmbedFrame>
        </SiteProvider>,
      ),
      base,
    ),
  };
}

function plainPage(
  page: PlainPage,
  settings: SiteSettings,
  draw: typeof drawPlain = drawPlain,
): PrerenderedPage {
  const { base, origin } = settings;
  const drawn = ({ title, description, screen }: DrawnScreen): PrerenderedPage => ({
    page,
    title: pageTitle(title),
    description,
    body: draw(settings, page.path, screen),
  });
  switch (page.kind) {
    case 'compare':
      return {
        page,
        title: pageTitle('The three methods, side by side'),
        description:
          'Service app, API service integration and API token compared: credential, lifetime, limits, rotation, set-up, and what breaks each.',
        body: draw(settings, page.path, <CompareScreen />),
      };
    case 'errors':
      return drawn(errorsScreen());
    case 'error':
      return drawn(errorScreen(page));
    case 'opinions':
      return drawn(opinionsScreen());
    case 'opinion':
      return drawn(opinionScreen(page));
    case 'requests':
      return {
        page,
        title: pageTitle('The requests, in every language'),
        description:
          'Requests to Okta’s APIs for each method, in shells, languages and Okta’s SDKs: which were executed, with what, and what that proves.',
        body: draw(settings, page.path, <RequestsScreen />),
      };
    case 'handbook':
    case 'requestForms':
      return drawn(handbookScreen(page));
    case 'movedRequests': {
      // A visitor leaves it at once, so it needs no frame of the site around it.
      const { title, description, screen } = handbookScreen(page);
      return {
        page,
        title: pageTitle(title),
        description,
        body: renderToStaticMarkup(
          <SiteProvider value={{ base, fragment: '' }}>
            <main id="content" className="shell py-8">
              {screen}
            </main>
          </SiteProvider>,
        ),
      };
    }
    case 'tools':
    case 'tool':
      return drawn(toolScreen(page));
    case 'operations':
      return {
        page,
        title: pageTitle('Which credential your operations accept'),
        description:
          'Every operation of Okta’s APIs: whether it accepts OAuth 2.0 or an API token, with which scopes, and the fewest scopes for those that your program calls.',
        body: draw(
          settings,
          page.path,
          <OperationsScreen
            catalogue={oktaCatalogue}
            tags={operationTagPages.map(({ tag }) => tag)}
          />,
        ),
      };
    case 'audit':
      return drawn({
        title: 'Find the fewest scopes for what your program calls',
        description:
          'Read a HAR file, a Postman collection, an access log, a System Log export or code: see its operations, the fewest scopes, and which to keep, remove or add.',
        screen: <AuditScreen />,
      });
    case 'leaveToken':
      return drawn({
        title: 'Stop using the API token',
        description:
          'A plan for each of your API tokens: scopes, set-up, a script that compares both credentials, cut-over, revocation, and a card for those that stay.',
        screen: <LeaveTokenScreen catalogue={oktaCatalogue} />,
      });
    case 'operationTag':
      return {
        page,
        title: pageTitle(`${page.tag.title}: what each operation accepts`),
        description: `The operations of Okta’s API under ${page.tag.title} (${apiNames[page.tag.api]}): the credential and the scopes that each accepts.`,
        body: draw(settings, page.path, <OperationTagScreen tag={page.tag} />),
      };
    case 'search':
      return drawn({
        title: 'Search the guide',
        description:
          'Find an error, an endpoint, a scope, a tool, a term or a page of the guide, or browse its pages from A to Z.',
        screen: <SearchScreen pages={searchedPages(settings)} />,
      });
    case 'glossary':
      return drawn({
        title: 'Terms, and what they mean here',
        description:
          'Scope, grant, client assertion, DPoP, service app: the terms of this guide, each in a sentence or two, with its sources and other words for it.',
        screen: <GlossaryScreen />,
      });
    case 'workshop':
      return {
        page,
        title: pageTitle('The workshop: learn to choose'),
        description:
          'Scenario cards on how a program authorizes its calls to Okta’s APIs: predict the method and the reason, reveal, compare, and meet a twist.',
        body: draw(settings, page.path, <WorkshopScreen />),
      };
    case 'presenter':
      return {
        page,
        title: pageTitle('Prepare a lesson, then give it'),
        description:
          'Choose cards and minutes, open a room for phones, then give the lesson: notes, clock and votes for you, a screen for the room.',
        body: draw(settings, page.path, <PresentScreen />),
      };
    case 'audience':
      return {
        page,
        title: pageTitle('The audience’s screen'),
        description: 'Follows the presenter’s window in the same browser.',
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
        body: draw(settings, page.path, <AnswerScreen />),
      };
    case 'lab':
      return {
        page,
        title: pageTitle(labHeading),
        description:
          'A model of an Okta org in the page: request a token, call the API, read each message, and cause each error, with its exact text.',
        body: draw(settings, page.path, <LabScreen recorded={recordedExchanges} />),
      };
    case 'ownCards':
      return {
        page,
        title: pageTitle('Write your own cards'),
        description:
          'Scenario cards of your own for the workshop, in a form or as YAML with a schema, checked against the guide and shared as a file or a link.',
        body: draw(settings, page.path, <OwnCardsScreen />),
      };
    case 'handsOn':
      return {
        page,
        title: pageTitle('Meet the errors, and fix them'),
        description:
          'Five errors to meet and fix, on the page or in a terminal: wrong client authentication, missing scope, no admin role, DPoP required, expired token.',
        body: draw(settings, page.path, <HandsOnScreen recorded={recordedTasks} />),
      };
    case 'handout': {
      const { handout } = page;
      return {
        page,
        title: pageTitle(handout?.title ?? 'Hand-outs for a workshop'),
        description:
          handout?.purpose ?? 'Worksheet, cards, posters, answer key and plans, to print.',
        body: draw(
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
        body: draw(
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
        body: draw(
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

/** The pages that are named with their titles; the first question and the search itself are at hand. */
function searchedPages(settings: SiteSettings): readonly SearchedPage[] {
  return plainPages
    .filter((page) => page.kind !== 'search' && isSearchedPage(page))
    .map((page) => {
      // Only the head is wanted.
      const { title, description } = plainPage(page, settings, () => '');
      return { path: page.path, title: headingOf(title), description };
    });
}

/** The index of the search: everything that it finds. */
function searchIndexText(settings: SiteSettings): string {
  return JSON.stringify(
    searchFile(
      searchEntries({
        catalogue: oktaCatalogue,
        errors: knownErrors,
        tools,
        terms: searchedTerms,
        pages: [
          ...statePages
            .filter(({ kind, path }) => kind === 'exit' || path === '')
            .flatMap((page) => {
              const words = stateWords(viewOf(page.walk));
              return words === undefined || page.walk.answers.length > 1
                ? []
                : [{ path: page.path, title: words.title, description: words.description }];
            }),
          ...searchedPages(settings),
        ],
        cards: scenarios,
      }),
    ),
  );
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

/** Draws a page as it is in somebody else's; links between such pages stay in the frame. */
function drawFramed({ base, origin }: SiteSettings, path: string, screen: React.ReactNode): string {
  const framedPaths = embedViewPages.map(({ framedPage }) => framedPage.path);
  return withOutsideTargets(
    renderToStaticMarkup(
      <SiteProvider value={{ base, origin, fragment: '', isFramed: true, framedPaths }}>
        <EmbedFrame path={path} origin={origin}>
          {screen}
        </EmbedFrame>
      </SiteProvider>,
    ),
    base,
  );
}

/** The decision record of an ended walk; it leads back to its page if the site knows its own address. */
function recordOf(walk: Walk, site: string): DecisionRecord {
  return decisionRecord(walk, {
    date: contentVersion,
    hasDateOfContent: true,
    contentVersion,
    ...(site === '' ? {} : { guideAddress: `${site}${pathOf(walk.answers)}` }),
  });
}

/** The files that are beside the page of a walk, except for its card; none beside a question. */
function filesBeside(
  walk: Walk,
  { base, origin }: SiteSettings,
  claims: ClaimIds,
): readonly SiteFile[] {
  if (isAtQuestion(walk)) return [];
  const site = origin === '' ? '' : `${origin}${base}`;
  const record = recordOf(walk, site);
  return [
    { path: 'path.mmd', text: pathText(walk) },
    { path: 'decision.mmd', text: flowchartText(walk) },
    ...Object.entries(pictureFiles(walk, site)).map(([path, text]) => ({ path, text })),
    { path: 'record.md', text: recordMarkdown(record) },
    {
      path: 'record.json',
      text: recordJson(record, claims, `${site === '' ? addressFrom(walk) : site}${claimsPath}`),
    },
  ];
}

/** From the folder of a walk's page to the site's base. */
const addressFrom = ({ answers }: Walk): string =>
  '../'.repeat(pathOf(answers).split('/').length - 1);

/** Returns the cards of all pages that have one. */
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
        <main id="content" className="shell py-8">
          <WorkshopFileScreen labAnswers={JSON.stringify(labAnswers)} />
        </main>
        <footer className="shell quiet stack py-6">
          <p>
            An independent guide: not made, reviewed or endorsed by Okta. Content checked on{' '}
            {contentVersion}. Nothing that you enter leaves this machine.
          </p>
        </footer>
      </SiteProvider>,
    ),
  };
}

/** What the operations answer that the lab of the workshop's file can call. */
const labAnswers = Object.fromEntries(
  [...ownOperations, ...labTasks.flatMap(({ start }) => start.plan.operations)].map(
    ({ reference }) => [reference, catalogueAnswer(reference)],
  ),
);

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

/** Returns every file of the site that is made from the machine and the content. */
export function siteFiles(settings: SiteSettings): readonly SiteFile[] {
  const { base, origin } = settings;
  const claims = claimIds(
    statePages.flatMap(({ walk }) => (isAtQuestion(walk) ? [] : [recordOf(walk, '')])),
  );
  const beside = new Map(
    statePages.map(({ path, walk }) => [path, filesBeside(walk, settings, claims)] as const),
  );
  const index = guideIndex({
    pages,
    files: (walk) => [
      ...[
        ...(beside.get(pathOf(walk.answers)) ?? []).map(({ path }) => path),
        ...(origin === '' ? [] : [oEmbedFile]),
      ].map((name) => `${pathOf(walk.answers)}${name}`),
      cardPathOf(walk),
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
          path: `${page.path}${oEmbedFile}`,
          text: oEmbed(
            page,
            pageTitle(stateWords(viewOf(page.walk))?.title ?? ''),
            `${origin}${base}`,
          ),
        }))),
    { path: decisionFiles.plainText, text: flowchartText(replay([]).walk, 'plain') },
    { path: decisionFiles.picture, text: decisionPicture(origin === '' ? '' : `${origin}${base}`) },
    { path: claimsPath, text: claimsJson(claims, contentVersion) },
    { path: cardSchemaPath, text: cardSchemaText() },
    { path: searchIndexPath, text: searchIndexText(settings) },
    { path: 'guide.json', text: `${JSON.stringify(index)}\n` },
  ];
}
