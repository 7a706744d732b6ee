import { createActorContext } from '@xstate/react';
import type { ReactNode } from 'react';
import { fromCallback, fromPromise } from 'xstate';

import type { Navigation } from '#browser/navigation.ts';
import { stateFromPathname } from '#share/address.ts';

import { type StateView, viewAt, visit } from './guideView.ts';
import type { ScreenWords } from './screenWords.tsx';
import { type VisitEvent, type VisitInput, visitMachine } from './visitMachine.ts';

/** The visit, for the screens below `VisitProvider`. */
export const VisitActor = createActorContext(visitMachine);

interface VisitProviderProps extends VisitPlace {
  readonly initial: VisitInput;
  readonly children: ReactNode;
}

/** Runs a visit to the guide in the browser. */
export function VisitProvider({ initial, children, ...place }: VisitProviderProps) {
  return (
    <VisitActor.Provider logic={visitAt(place)} options={{ input: initial }}>
      {children}
    </VisitActor.Provider>
  );
}

interface VisitPlace {
  readonly base: string;
  readonly navigation: Navigation;
  /** The present values as a fragment, which goes along to the next state. */
  readonly fragment: () => string;
  /** Those of them that have been read and accepted, and may be kept. */
  readonly acceptedFragment: () => string;
}

const visitAt = ({ base, navigation, fragment, acceptedFragment }: VisitPlace) =>
  visitMachine.provide({
    actors: {
      browser: fromCallback<VisitEvent>(({ sendBack }) => {
        const { pathname, state } = navigation.place();
        const here = viewAt(pathname, base, state);
        if (here.kind === 'state') {
          // A damaged address, or notices that the history kept across a reload.
          const { path } = visit(here.walk, undefined, undefined);
          sendBack({
            type: 'visit.correct',
            view: here,
            pathname: `${base}${path}`,
            historyState: state,
          });
        }
        const ends = [
          navigation.onFollow((link) => {
            if (link.dataset['loads'] !== undefined) return false;
            const target = stateFromPathname(link.pathname, base);
            if (target === undefined || target.dropped.length > 0) return false;
            const { kept, keptWhen } = link.dataset;
            const { path, ...followed } = visit(target.walk, kept, keptWhen);
            sendBack({ type: 'visit.follow', pathname: `${base}${path}`, ...followed });
            return true;
          }),
          navigation.onReturn(() => {
            const place = navigation.place();
            const view = viewAt(place.pathname, base, place.state);
            sendBack({ type: 'visit.return', view, pathname: place.pathname });
          }),
          navigation.onOnline(() => sendBack({ type: 'network.return' })),
        ];
        return () => {
          for (const end of ends) end();
        };
      }),
      loadWords: fromPromise<ScreenWords | undefined, { readonly view: StateView }>(
        async ({ input: { view } }) => wordsFor(view),
      ),
    },
    actions: {
      arrive: (_, move) => {
        if (move?.type === 'visit.follow') {
          navigation.push(`${move.pathname}${fragment()}`, move.historyState);
        }
        if (move?.type === 'visit.correct') {
          navigation.replace(`${move.pathname}${navigation.place().fragment}`, move.historyState);
        }
      },
      rememberPlace: (_, view) => {
        if (view.kind === 'state') navigation.remember(acceptedFragment());
      },
      loadPage: (_, move) => {
        // The address of a return is the present one already.
        if (move?.type === 'visit.return') navigation.reload();
        else if (move !== undefined) navigation.load(`${move.pathname}${fragment()}`);
      },
    },
    guards: { isOnline: () => navigation.isOnline() },
  });

async function wordsFor(view: StateView): Promise<ScreenWords | undefined> {
  if (view.walk.kind === 'question') {
    const { questionScreenWords } = await import('./questionScreenWords.ts');
    return questionScreenWords(view);
  }
  const { resultScreenWords } = await import('./resultScreenWords.ts');
  return resultScreenWords(view);
}
