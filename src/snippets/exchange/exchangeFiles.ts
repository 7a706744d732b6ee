import type { OutcomeId } from '#guide/nodeIds.ts';

import { methodName } from '../form.ts';
import type { RequestValues } from '../values.ts';
import { brunoCollection } from './bruno.ts';
import { environmentFile } from './environmentFile.ts';
import { postmanCollection, postmanEnvironment } from './postman.ts';

/** A kind of file that takes a method's exchange into another tool. */
export interface ExchangeFileKind {
  /** Its name on the page. */
  readonly label: string;
  /** What it is and what to do with it, in a sentence for the page; code is between backticks. */
  readonly description: string;
  readonly fileName: (method: OutcomeId) => string;
  readonly text: (method: OutcomeId, values: RequestValues) => string;
}

export const postmanFile: ExchangeFileKind = {
  label: 'Postman collection',
  description:
    'The requests for Postman. For a service app, they include scripts that sign. Import the file and its environment, and set the variables there. The file itself contains no secrets.',
  fileName: (method) => `okta-${methodName(method)}.postman_collection.json`,
  text: postmanCollection,
};

export const postmanEnvironmentFile: ExchangeFileKind = {
  label: 'Postman environment',
  description:
    'The collection’s variables for secrets, marked as secret. Import the file, fill in the values, and do not share them.',
  fileName: (method) => `okta-${methodName(method)}.postman_environment.json`,
  text: postmanEnvironment,
};

export const brunoFile: ExchangeFileKind = {
  label: 'Bruno collection',
  description:
    'The requests for Bruno. For a service app, they include scripts that sign. Import the file, then put a `.env` with your values into the folder that Bruno makes. The file itself contains no secrets.',
  fileName: (method) => `okta-${methodName(method)}.bruno_collection.json`,
  text: brunoCollection,
};

export const environmentExampleFile: ExchangeFileKind = {
  label: 'Environment variables',
  description:
    'The environment variables that the programs read, each with a note on what it contains. Copy the file as `.env`, fill in the copy, and keep the copy out of version control.',
  fileName: () => '.env.example',
  text: environmentFile,
};

/** The kinds of files in the order in which they are offered. */
export const exchangeFileKinds: readonly ExchangeFileKind[] = [
  postmanFile,
  postmanEnvironmentFile,
  brunoFile,
  environmentExampleFile,
];

/** A file to download, and what the page says about it. */
export interface ExchangeFile {
  readonly fileName: string;
  readonly label: string;
  readonly description: string;
  /** Ends with a line end. */
  readonly text: string;
}

/**
 * Writes the files that take a method's exchange into other tools.
 *
 * @param values parsed values (see `values.ts`)
 * @throws TypeError when a value has not passed its parser in a way that would change what is sent
 */
export function exchangeFilesFor(
  method: OutcomeId,
  values: RequestValues,
): readonly ExchangeFile[] {
  return exchangeFileKinds.map(({ label, description, fileName, text }) => ({
    fileName: fileName(method),
    label,
    description,
    text: text(method, values),
  }));
}
