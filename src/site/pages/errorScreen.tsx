import { causesOf, errorHeading } from '#guide/errors/knownError.ts';
import { knownErrors } from '#guide/errors/knownErrors.ts';
import { ErrorReader } from '#screens/errors/ErrorReader.tsx';
import { errorsHeading } from '#screens/errors/errorsHeading.ts';
import { ErrorScreen } from '#screens/errors/ErrorScreen.tsx';
import { ErrorsScreen } from '#screens/errors/ErrorsScreen.tsx';

import type { DrawnScreen } from './drawnScreen.ts';
import type { ErrorPage } from './pages.ts';

/** The screen of all errors, with what its head says. */
export const errorsScreen = (): DrawnScreen => ({
  title: errorsHeading,
  description: `${knownErrors.length} errors that a program can get from Okta’s token endpoint and APIs: Okta’s own text, every known cause, and what to do.`,
  screen: <ErrorsScreen reader={<ErrorReader operationsIn={() => []} />} />,
});

/** The screen of one error, with what its head says. */
export function errorScreen({ error }: ErrorPage): DrawnScreen {
  const [{ cause }] = causesOf(error);
  return {
    title: errorHeading(error),
    description: `${error.signal}. ${cause.replaceAll('`', '')}`,
    screen: <ErrorScreen error={error} />,
  };
}
