import { useEffect } from 'react';

import { isAtExit, isAtOutcome } from '#guide/nodeKind.ts';
import { focusHeading, type Navigation } from '#browser/navigation.ts';
import { isOwnFragment, keepValues, keptValues } from '#browser/keptValues.ts';
import type { DiagramServices } from '#screens/diagram/diagramServices.ts';
import { ExitScreen } from '#screens/result/ExitScreen.tsx';
import { NotFoundScreen } from '#screens/siteFrame/NotFoundScreen.tsx';
import { OutcomeScreen } from '#screens/result/OutcomeScreen.tsx';
import { QuestionScreen } from '#screens/question/QuestionScreen.tsx';
import { RegionBoundary } from '#screens/siteFrame/RegionBoundary.tsx';
import { SiteFrame } from '#screens/siteFrame/SiteFrame.tsx';
import { SiteProvider } from '#screens/site.tsx';
import { pathOf } from '#share/address.ts';
import { StaticMarkup } from '#ui/StaticMarkup.tsx';

import { listed } from './broughtWords.ts';
import type { GuideView } from './guideView.ts';
import { pageTitle } from './pageTitle.ts';
import { ResumeLine } from './ResumeLine.tsx';
import type { ScreenWords } from './screenWords.tsx';
import { acceptedFragmentOf, foreignNamesIn, fragmentOf, hasArrived } from './valuesMachine.ts';
import { type ValuesAddress, ValuesActor, ValuesProvider } from './ValuesProvider.tsx';
import { isOffline, isUnderWay, type ShownScreen, shownScreen } from './visitMachine.ts';
import { VisitActor, VisitProvider } from './VisitProvider.tsx';
import { ForeignValuesLine, useVisitValues, ValuesNotice } from './visitValues.tsx';

/** What the app needs from the browser; absent while it is prerendered. */
export interface GuideServices {
  readonly navigation: Navigation;
  readonly diagram: DiagramServices;
  /** Called once the page is hydrated, and steps are taken in place. */
  readonly onHydrated: () => void;
  /** Called once the page shows what its address names, or says why it cannot. */
  readonly onArrived: () => void;
}

interface GuideAppProps {
  readonly base: string;
  /** The site's address without its base; empty if it is not known. */
  readonly origin: string;
  /** As in `Site`. */
  readonly repository?: string | undefined;
  readonly initial: GuideView;
  /** The words of the initial screen; absent in the browser, where the page has them already. */
  readonly words?: ScreenWords | undefined;
  readonly services: GuideServices;
}

/** The guide: one screen for the state that the address names, and the steps between them in place. */
export function GuideApp({ services, ...visit }: GuideAppProps) {
  const { navigation, onHydrated } = services;
  // An effect of the outermost component runs last: by then, the machines are running.
  useEffect(onHydrated, [onHydrated]);
  return (
    <ValuesProvider address={pageAddress(navigation)}>
      <GuideVisit services={services} {...visit} />
    </ValuesProvider>
  );
}

/** The address of the page, as the values need it. */
const pageAddress = (navigation: Navigation): ValuesAddress => ({
  fragment: () => navigation.place().fragment,
  // What this tab wrote, and what a page of this site linked to, is the person's own.
  isForeign: () => !isOwnFragment(navigation.place().fragment) && !navigation.isFromThisSite(),
  kept: () => keptValues(navigation.place().fragment),
  write: (fragment, whole) => {
    keepValues(fragment, whole);
    const { pathname, state } = navigation.place();
    navigation.replace(`${pathname}${fragment}`, state);
    navigation.remember(fragment);
  },
  onReturn: (listener) => navigation.onReturn(listener),
});

function GuideVisit({ base, origin, repository, initial, words, services }: GuideAppProps) {
  const values = ValuesActor.useActorRef();
  return (
    <VisitProvider
      base={base}
      navigation={services.navigation}
      fragment={() => fragmentOf(values.getSnapshot())}
      acceptedFragment={() => acceptedFragmentOf(values.getSnapshot())}
      initial={{ view: initial, words }}
    >
      <GuidePage base={base} origin={origin} repository={repository} services={services} />
    </VisitProvider>
  );
}

function GuidePage({
  base,
  origin,
  repository,
  services,
}: Pick<GuideAppProps, 'base' | 'origin' | 'repository' | 'services'>) {
  const fragment = ValuesActor.useSelector(fragmentOf);
  const shown = VisitActor.useSelector(shownScreen);
  const offline = VisitActor.useSelector(isOffline);
  const { onArrived } = services;
  const isArrived = ValuesActor.useSelector(hasArrived);
  // An address in which only the beginning is known leads to the nearest state.
  const isMoving = VisitActor.useSelector(isUnderWay);
  // After the screens have drawn them: what waits for them would be moved by them otherwise.
  useEffect(() => {
    if (isArrived && !isMoving) onArrived();
  }, [isArrived, isMoving, onArrived]);

  useEffect(() => {
    if (shown.moves === 0) return;
    document.title = pageTitle(shown.words?.title ?? 'No page at this address');
    focusHeading();
  }, [shown]);

  return (
    <SiteProvider value={{ base, origin, fragment, repository }}>
      <SiteFrame
        state={shown.view.kind === 'notFound' ? '404.html' : pathOf(shown.view.walk.answers)}
        bar={<Bar key={shown.moves} shown={shown} />}
      >
        {offline && (
          <p className="notice" data-tone="warn" role="status">
            You are offline, and the next page is not on this device yet. It opens as soon as you
            are back online. Your answers are kept.
          </p>
        )}
        <RegionBoundary key={shown.moves}>
          <TopLine base={base} view={shown.view} />
          <Screen shown={shown} diagram={services.diagram} />
        </RegionBoundary>
      </SiteFrame>
    </SiteProvider>
  );
}

function Bar({ shown: { view, words } }: { readonly shown: ShownScreen }) {
  if (view.kind === 'notFound' || view.walk.answers.length === 0) return null;
  return <StaticMarkup className="answer-bar">{words?.bar}</StaticMarkup>;
}

/** One line in the room above the content, so that nothing moves when it appears. */
function TopLine({ base, view }: { readonly base: string; readonly view: GuideView }) {
  const brought = ValuesActor.useSelector((snapshot) => listed(foreignNamesIn(snapshot)));
  if (view.kind === 'notFound') return null;
  if (brought !== '') return <ForeignValuesLine names={brought} />;
  return view.walk.answers.length === 0 ? <ResumeLine base={base} /> : null;
}

interface ScreenProps {
  readonly shown: ShownScreen;
  readonly diagram: DiagramServices;
}

function Screen({ shown: { view, words }, diagram }: ScreenProps) {
  const values = useVisitValues();
  if (view.kind === 'notFound') return <NotFoundScreen notice={words?.notice} />;
  const { walk } = view;
  const shared = { notice: words?.notice, fromAddress: <ValuesNotice /> };
  if (isAtOutcome(walk)) {
    return (
      <OutcomeScreen
        {...shared}
        walk={walk}
        prose={words?.outcome}
        inputs={values.inputs}
        diagram={diagram}
      />
    );
  }
  if (isAtExit(walk)) {
    return <ExitScreen {...shared} walk={walk} prose={words?.exit} diagram={diagram} />;
  }
  return (
    <QuestionScreen
      {...shared}
      prose={words?.question}
      check={walk.node === 'obstacle' ? values.tokenOnlyCheck(walk.answers) : undefined}
    />
  );
}
