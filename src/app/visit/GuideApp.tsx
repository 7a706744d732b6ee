import { useEffect, useRef, useState } from 'react';

import { isAtExit, isAtOutcome } from '#guide/nodeKind.ts';
import { focusHeading, type Navigation } from '#browser/navigation.ts';
import { stateFromPathname } from '#share/address.ts';
import type { DiagramServices } from '#screens/diagram/diagramServices.ts';
import { ExitScreen } from '#screens/result/ExitScreen.tsx';
import { NotFoundScreen } from '#screens/siteFrame/NotFoundScreen.tsx';
import { OutcomeScreen } from '#screens/result/OutcomeScreen.tsx';
import { QuestionScreen } from '#screens/question/QuestionScreen.tsx';
import { RegionBoundary } from '#screens/siteFrame/RegionBoundary.tsx';
import { SiteFrame } from '#screens/siteFrame/SiteFrame.tsx';
import { SiteProvider } from '#screens/site.tsx';

import { type GuideView, type StateView, viewAt, visit } from './guideView.ts';
import { pageTitle } from './pageTitle.ts';
import type { ScreenWords } from './screenWords.tsx';
import { useVisitValues, ValuesNotice, type VisitValues } from './visitValues.tsx';

/** What the app needs of the browser; absent while it is prerendered. */
export interface GuideServices {
  readonly navigation: Navigation;
  readonly diagram: DiagramServices;
}

interface GuideAppProps {
  readonly base: string;
  readonly initial: GuideView;
  /** The words of the initial screen; absent in the browser, where the page has them already. */
  readonly words?: ScreenWords | undefined;
  readonly services: GuideServices;
}

/** The guide: one screen for the state that the address names, and the steps between them in place. */
export function GuideApp({ base, initial, words: initialWords, services }: GuideAppProps) {
  const { navigation } = services;
  const [shown, setShown] = useState<Shown>({ view: initial, words: initialWords, moves: 0 });
  const values = useVisitValues(navigation);
  const [offline, setOffline] = useState(false);
  const latest = useRef(0);

  /** Draws a view once its words are there; a newer visit overtakes an older one that still loads. */
  const show = async (view: GuideView, announce: () => void): Promise<void> => {
    latest.current += 1;
    const turn = latest.current;
    const words = view.kind === 'state' ? await wordsFor(view) : undefined;
    if (turn !== latest.current) return;
    announce();
    setOffline(false);
    setShown(({ moves }) => ({ view, words, moves: moves + 1 }));
  };

  useEffect(() => {
    const { pathname, fragment, state } = navigation.place();
    const here = viewAt(pathname, base, state);
    if (here.kind === 'notFound' || sameView(here, initial)) return;
    // A damaged address (the page is then 404.html), or notices kept in the history over a reload.
    void show(here, () =>
      navigation.replace(`${base}${visit(here.walk, undefined, undefined).path}${fragment}`, state),
    );
    // Only on arrival: later moves come through the listeners below.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);

  useEffect(() => {
    const stopFollowing = navigation.onFollow(({ pathname, dataset }) => {
      const target = stateFromPathname(pathname, base);
      if (target === undefined || target.dropped.length > 0) return false;
      const { view, path, historyState } = visit(target.walk, dataset['kept'], dataset['keptWhen']);
      const address = `${base}${path}${values.fragment}`;
      show(view, () => navigation.push(address, historyState)).catch(() => {
        // The words could not be loaded: the browser tries the page itself, unless it is offline.
        if (navigation.isOnline()) navigation.load(address);
        else setOffline(true);
      });
      return true;
    });
    const stopReturning = navigation.onReturn(() => {
      const { pathname, state } = navigation.place();
      const view = viewAt(pathname, base, state);
      if (sameView(view, shown.view)) return;
      show(view, () => undefined).catch(() => navigation.load(pathname));
    });
    return () => {
      stopFollowing();
      stopReturning();
    };
  });

  useEffect(() => {
    if (shown.view.kind === 'state') navigation.remember(values.fragment);
  }, [navigation, shown.view, values.fragment]);

  useEffect(() => {
    if (shown.moves === 0) return;
    document.title = pageTitle(shown.words?.title ?? 'No page at this address');
    focusHeading();
  }, [shown]);

  return (
    <SiteProvider value={{ base, fragment: values.fragment }}>
      <SiteFrame>
        {offline && (
          <p className="notice" data-tone="warn" role="status">
            You are offline and the next page is not here yet. Your answers are kept: choose again
            when you are back online.
          </p>
        )}
        <RegionBoundary key={shown.moves}>
          <Screen shown={shown} services={services} values={values} />
        </RegionBoundary>
      </SiteFrame>
    </SiteProvider>
  );
}

interface Shown {
  readonly view: GuideView;
  readonly words: ScreenWords | undefined;
  /** How many screens the person has come through since the page was loaded. */
  readonly moves: number;
}

async function wordsFor(view: StateView): Promise<ScreenWords | undefined> {
  if (view.walk.kind === 'question') {
    const { questionScreenWords } = await import('./questionScreenWords.ts');
    return questionScreenWords(view);
  }
  const { resultScreenWords } = await import('./resultScreenWords.ts');
  return resultScreenWords(view, './');
}

/** Whether two views show the same: the walk, what is kept of another, and what was dropped. */
const sameView = (one: GuideView, other: GuideView): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

interface ScreenProps {
  readonly shown: Shown;
  readonly services: GuideServices;
  readonly values: VisitValues;
}

function Screen({ shown: { view, words }, services, values }: ScreenProps) {
  if (view.kind === 'notFound') return <NotFoundScreen />;
  const { walk } = view;
  const notice = (
    <>
      {words?.notice}
      <ValuesNotice refused={values.refused} />
    </>
  );
  if (isAtOutcome(walk)) {
    return (
      <OutcomeScreen
        walk={walk}
        notice={notice}
        prose={words?.outcome}
        inputs={values.inputs}
        diagram={services.diagram}
      />
    );
  }
  if (isAtExit(walk)) {
    return (
      <ExitScreen walk={walk} notice={notice} prose={words?.exit} diagram={services.diagram} />
    );
  }
  return (
    <QuestionScreen
      notice={notice}
      prose={words?.question}
      check={walk.node === 'obstacle' ? values.tokenOnlyCheck(walk.answers) : undefined}
    />
  );
}
