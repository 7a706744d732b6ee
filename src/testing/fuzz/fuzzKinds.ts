import { run as presentAnHour } from '../sessions/presenter.ts';
import { run as practiseAnHour } from '../sessions/practice.ts';
import { run as writeAnHour } from '../sessions/cardWriter.ts';
import { run as keepSite } from '../workerScenarios.ts';
import { type FuzzKind, replayedKind } from './fuzzKind.ts';
import { addresses } from './kinds/addresses.ts';
import { cards } from './kinds/cards.ts';
import { codes } from './kinds/codes.ts';
import { files } from './kinds/files.ts';
import { fragments } from './kinds/fragments.ts';
import { messages } from './kinds/messages.ts';
import { storage } from './kinds/storage.ts';
import { values } from './kinds/values.ts';

/** All kinds of input that are fuzzed; a new one is one more line. */
export const fuzzKinds: readonly FuzzKind[] = [
  addresses,
  fragments,
  values,
  storage,
  messages,
  cards,
  codes,
  files,
  replayedKind('sessions', presentAnHour),
  replayedKind('practice', practiseAnHour),
  replayedKind('card-writing', writeAnHour),
  { kind: 'service-worker', run: keepSite },
];
