import type { OutcomeId } from '../nodeIds.ts';
import type { Outcome } from '../outcome.ts';
import { apiServiceIntegration } from './apiServiceIntegration.ts';
import { apiToken } from './apiToken.ts';
import { serviceApp } from './serviceApp.ts';

/** The words of each outcome. Which answers lead to it is `machine.ts`. */
export const outcomes: Readonly<Record<OutcomeId, Outcome>> = {
  serviceApp,
  apiServiceIntegration,
  apiToken,
};
