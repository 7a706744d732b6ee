import type { ReactNode } from 'react';

import type { OutcomeId } from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { withArticle } from '#guide/resultName.ts';
import type { HandbookPart } from '#screens/handbook/handbookPaths.ts';
import {
  handbookHeading,
  partWords,
  requestsHeading,
  requestsSubject,
} from '#screens/handbook/handbookWords.ts';
import { MethodDetailsScreen } from '#screens/handbook/MethodDetailsScreen.tsx';
import { MethodLanguageScreen } from '#screens/handbook/MethodLanguageScreen.tsx';
import { MethodRequestsScreen } from '#screens/handbook/MethodRequestsScreen.tsx';
import { MethodScreen } from '#screens/handbook/MethodScreen.tsx';
import { MethodSetUpScreen } from '#screens/handbook/MethodSetUpScreen.tsx';
import { ServiceAppKeysScreen } from '#screens/keys/ServiceAppKeysScreen.tsx';
import { MethodThenAndNowScreen } from '#screens/handbook/MethodThenAndNowScreen.tsx';
import { MovedRequestsScreen } from '#screens/handbook/MovedRequestsScreen.tsx';

import type { DrawnScreen } from './drawnScreen.ts';
import type { HandbookPage, RequestFormsPage } from './pages.ts';

/** The screen of a page of the handbook, with what its head says. */
export function handbookScreen(page: HandbookPage | RequestFormsPage): DrawnScreen {
  const method = withArticle(outcomes[page.method].name);
  switch (page.kind) {
    case 'handbook': {
      const Screen = partScreens[page.part];
      return {
        title: handbookHeading(page.method, page.part),
        description: `Calling Okta’s APIs with ${method}. ${partWords[page.part].summary}`,
        screen: <Screen method={page.method} />,
      };
    }
    case 'requestForms':
      return {
        title: requestsHeading(page.method, page.language),
        description: `Calling Okta’s APIs with ${method}: every variant of ${requestsSubject(page.language)}, and what changes between them.`,
        screen: <MethodLanguageScreen method={page.method} language={page.language} />,
      };
    case 'movedRequests':
      return {
        title: `Moved: ${requestsHeading(page.method, page.language)}`,
        description: `For ${method}, ${requestsSubject(page.language)} has a new address.`,
        screen: <MovedRequestsScreen method={page.method} language={page.language} />,
      };
  }
}

const partScreens: Readonly<
  Record<HandbookPart, (props: { readonly method: OutcomeId }) => ReactNode>
> = {
  '': MethodScreen,
  'set-up/': MethodSetUpScreen,
  'keys/': ServiceAppKeysScreen,
  'requests/': MethodRequestsScreen,
  'details/': MethodDetailsScreen,
  'then-and-now/': MethodThenAndNowScreen,
};
