import { outcomes } from '#guide/outcomes/outcomes.ts';
import { opinionHeading, OpinionScreen, OpinionsScreen } from '#screens/opinion/OpinionScreens.tsx';

import type { DrawnScreen } from './drawnScreen.ts';
import type { OpinionPage } from './pages.ts';

/** The screen of the methods that a person may have in mind, with what its head says. */
export const opinionsScreen = (): DrawnScreen => ({
  title: 'Have a method in mind? Check it',
  description:
    'Name the method that you think is right for calls to Okta’s APIs. The guide agrees, or shows the first answer that leads elsewhere.',
  screen: <OpinionsScreen />,
});

/** The screen that checks one of them, with what its head says. */
export const opinionScreen = ({ method }: OpinionPage): DrawnScreen => ({
  title: opinionHeading(method),
  description: `The questions that show whether the ${outcomes[method].name} is right for your program, and the answers that decide it.`,
  screen: <OpinionScreen method={method} />,
});
