import { accepts } from '#catalogue/accepts.ts';
import { type OperationIndex, operationIndex } from '#catalogue/find.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import type { CatalogueOperation } from '#catalogue/operation.ts';
import { findByReference, namesakesOf, parseReferences } from '#catalogue/references.ts';
import { remarksOn } from '#catalogue/remarks.ts';
import { isCovered, minimalScopes } from '#catalogue/scopes.ts';
import { specificationVersion } from '#catalogue/specificationVersion.ts';
import { verdict } from '#catalogue/verdict.ts';
import { acceptedWords, shownReference, verdictWords } from '#catalogue/verdictWords.ts';
import { longestPasted } from '#catalogue/pasted/entries.ts';
import { nearNames } from '#catalogue/pasted/names.ts';
import { isPlainName, safeExcerpt } from '#catalogue/pasted/safeExcerpt.ts';
import { readPasted, type Reading } from '#catalogue/pasted/readPasted.ts';
import type { Answer } from '#guide/questions.ts';
import { pathOf } from '#share/address.ts';
import { claimStatusWords } from '#guide/claimStatusWords.ts';
import { certainSecretLike } from '#snippets/secretLike.ts';
import { secretLike } from '#snippets/secretLike.ts';

import { CommandError } from './commandError.ts';

/** What the command prints. */
export interface ScopesOutput {
  readonly output: string;
  /** Lines for stderr: how the arguments were read. */
  readonly notes: readonly string[];
  /** Whether any operation or scope was recognised. */
  readonly isKnown: boolean;
}

/**
 * Says what operations accept, which scopes are the fewest, and which credential works for all of
 * them.
 *
 * @param given what names operations, in the forms that `readPasted` reads; each may name several
 * @param page address of a state of the guide, for a call to another interface
 * @param listed a file's text, which is read as one: commands and calls in it may have several lines
 * @throws CommandError when there is none, or when one looks like a secret
 */
export function scopesCommand(
  given: readonly string[],
  asJson: boolean,
  page: (answers: readonly Answer[]) => string = pathOf,
  listed = '',
): ScopesOutput {
  const named = given.flatMap(thingsIn);
  if (named.length === 0 && listed.trim() === '') {
    throw new CommandError(
      '"scopes" needs operations, for example: scopes listUsers "GET /api/v1/groups/{groupId}"',
    );
  }
  // The whole as well: `SSWS …` and a PEM file are several words.
  if (
    certainSecretLike([...given.map(withoutQuery), listed].join(' ')) !== undefined ||
    named.some((each) => !isCallLike(each) && secretLike(each) !== undefined)
  ) {
    throw new CommandError(
      'one of the arguments looks like a secret; ids look like listUsers. It was not kept',
    );
  }
  const readings = [...named.flatMap(readNamed), ...readPasted(index(), listed)];
  const found = new Map<string, CatalogueOperation>();
  for (const reading of readings) {
    if (reading.kind === 'operation') found.set(reading.operation.reference, reading.operation);
  }
  const asked: Asked = {
    operations: [...found.values()],
    readings: [...new Map(readings.map((each) => [`${each.kind} ${each.shown}`, each])).values()],
    page,
  };
  return {
    output: asJson ? jsonOf(asked) : textOf(asked),
    notes: [
      ...(listed.length > longestPasted
        ? [`the list is longer than ${longestPasted} characters; the rest was not read`]
        : []),
      ...asked.operations.flatMap((operation) => namesakeNotes(operation, named)),
      ...readings.flatMap((each) =>
        each.kind === 'operation' || each.kind === 'path'
          ? each.corrections.map((note) => `${each.shown}: ${plain(note)}`)
          : [],
      ),
      ...(asJson ? asked.readings.flatMap(lineOf) : []),
    ],
    isKnown: readings.some(isKnown),
  };
}

/** The arguments, after they were read. */
interface Asked {
  readonly operations: readonly CatalogueOperation[];
  readonly readings: readonly Reading[];
  readonly page: (answers: readonly Answer[]) => string;
}

/** An operation, a scope, or a path that only needs its method named. */
const isKnown = (reading: Reading): boolean =>
  ['operation', 'scope'].includes(reading.kind) ||
  (reading.kind === 'path' && reading.missingMethod === undefined);

/** The query of an address is not read, because some people put a token there. */
const withoutQuery = (text: string): string => text.replaceAll(/(?<=\/\S{0,2000})\?\S*/g, '');

/** More than a word: a call, an address, code. */
const isCallLike = (text: string): boolean => /[/(]|\w\.\w|^Invoke-/.test(text);

/** A call is one thing, whatever spaces it contains; otherwise each word is one. */
const thingsIn = (given: string): readonly string[] =>
  isCallLike(given) || /\bopenid\b|^\S+-\S+\s+-/.test(given) ? [given] : parseReferences(given);

function readNamed(named: string): readonly Reading[] {
  const readings = readPasted(index(), named);
  const isWhole =
    isCallLike(named) ||
    findByReference(oktaCatalogue, named) !== undefined ||
    readings.length === 1;
  // A word that the parser does not know is still shown as it was typed.
  return isWhole && readings.length > 0 && readings.every((each) => each.kind !== 'unknown')
    ? readings
    : isCallLike(named) && readings.length > 0
      ? readings
      : [
          {
            kind: 'unknown',
            shown: isPlainName(named) ? named : safeExcerpt(named),
            near: nearNames(index(), named),
            nearScopes: [],
          },
        ];
}

function jsonOf({ operations, readings, page }: Asked): string {
  const unknown = unknownIn(readings);
  const scopes = minimalScopes(operations).map(({ scope }) => scope);
  const json = {
    scopes,
    verdict: verdict(
      operations,
      unknown.map(({ shown }) => shown),
    ).word,
    operations: operations.map((operation) => {
      const { apiToken, oauth, userContextOnly, none, clientAuthentication } = accepts(operation);
      return {
        id: operation.reference,
        accepts: { apiToken, oauth, userContextOnly, none },
        scopes: scopeSetOf(operation, scopes),
        ...(clientAuthentication ? { clientAuthentication } : {}),
      };
    }),
    unknown: unknown.map(({ shown }) => shown),
    ...namedOtherwise(readings, page),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** The scopes of an operation: of several sets, the one that the smallest set for all operations covers. */
function scopeSetOf(
  { credentials }: CatalogueOperation,
  scopes: readonly string[],
): readonly string[] {
  const { scopeSets } = credentials;
  return scopeSets.find((set) => isCovered(set, scopes)) ?? scopeSets[0] ?? [];
}

function textOf({ operations, readings, page }: Asked): string {
  const unknown = unknownIn(readings);
  const { heading, sentences } = verdictWords(
    verdict(
      operations,
      unknown.map(({ shown }) => shown),
    ),
    specificationVersion(oktaCatalogue),
  );
  const scopes = minimalScopes(operations);
  const lines = [
    heading,
    ...sentences.map((sentence) => `  ${plain(sentence)}`),
    '',
    scopes.length === 0 ? 'Scopes: none' : 'The fewest scopes, and what needs them:',
    ...scopes.map(({ scope, neededBy, needsSignedInPerson }) => {
      const names = neededBy.map(({ reference }) => reference).join(', ');
      return `  ${scope}: ${names}${needsSignedInPerson ? ' (only in a signed-in person’s token)' : ''}`;
    }),
    ...(operations.length === 0 ? [] : ['', 'The operations:']),
    ...operations.flatMap((operation) => [
      `  ${operation.reference}: ${operation.method} ${operation.path}`,
      `    ${plain(acceptedWords(operation))}`,
      ...remarksOn(operation).map(
        ({ text, claim }) =>
          `    ${claim === undefined ? '' : `${claimStatusWords[claim.status].label}: `}${plain(text)}`,
      ),
    ]),
    ...readings.flatMap((each) => otherwiseLines(each, page)),
    ...(unknown.length === 0 ? [] : ['', 'Not in the public specification:']),
    ...unknown.flatMap((each) => lineOf(each).map((line) => `  ${line}`)),
  ];
  // If nothing was found, there is no verdict on operations, only what the rest is.
  return `${(operations.length === 0 && unknown.length === 0 ? lines.slice(lines.indexOf('Scopes: none') + 1) : lines).join('\n').trimStart()}\n`;
}

type UnknownReading = Extract<Reading, { kind: 'unknown' }>;

const unknownIn = (readings: readonly Reading[]): readonly UnknownReading[] =>
  readings.filter((each): each is UnknownReading => each.kind === 'unknown');

/** What else was named: near matches, paths without a method, scopes, other interfaces. */
function namedOtherwise(readings: readonly Reading[], page: Asked['page']) {
  const near = readings.flatMap((each) =>
    each.kind === 'unknown'
      ? [...each.near.map(({ reference }) => reference), ...each.nearScopes]
      : [],
  );
  const paths = readings.flatMap((each) =>
    each.kind === 'path'
      ? [{ path: each.shown, operations: each.operations.map(({ reference }) => reference) }]
      : [],
  );
  const opens = readings.flatMap((each) =>
    each.kind === 'scope'
      ? [{ scope: each.scope, operations: each.operations.map(({ reference }) => reference) }]
      : [],
  );
  const elsewhere = readings.flatMap((each) =>
    each.kind === 'elsewhere'
      ? [
          {
            text: each.shown,
            id: each.interface.id,
            what: each.interface.name,
            credential: each.interface.credential,
            about: plain(each.interface.claim.text),
            page: page(each.interface.answers),
          },
        ]
      : [],
  );
  const errors = readings.flatMap((each) => (each.kind === 'error' ? [each.shown] : []));
  return {
    ...(near.length > 0 && { near }),
    ...(errors.length > 0 && { errors }),
    ...(paths.length > 0 && { paths }),
    ...(opens.length > 0 && { opens }),
    ...(elsewhere.length > 0 && { elsewhere }),
  };
}

/** What a path without a method, a scope or another interface is, in the text form. */
function otherwiseLines(reading: Reading, page: Asked['page']): readonly string[] {
  switch (reading.kind) {
    case 'operation':
    case 'unknown':
      return [];
    case 'path':
    case 'error':
      return ['', ...lineOf(reading)];
    case 'scope':
      return ['', ...lineOf(reading), ...reading.operations.map(operationLine)];
    case 'elsewhere':
      return [
        '',
        `This is in none of the four specifications: it is ${reading.interface.name}.`,
        `  ${plain(reading.interface.claim.text)}`,
        `  Credential: ${reading.interface.credential}.`,
        `  ${page(reading.interface.answers)}`,
      ];
  }
}

const operationLine = ({ reference, method, path }: CatalogueOperation): string =>
  `  ${reference}: ${method} ${path}`;

/** A line about a named thing that is not an operation. */
function lineOf(reading: Reading): readonly string[] {
  switch (reading.kind) {
    case 'operation':
      return [];
    case 'path': {
      const has = reading.operations.map(({ method, reference }) => `${method} (${reference})`);
      return [
        reading.missingMethod === undefined
          ? `${reading.shown} has ${has.join(', ')}; name the method`
          : `${reading.shown} has ${has.join(', ')}, but not ${reading.missingMethod}`,
      ];
    }
    case 'scope':
      return [
        `${reading.scope} gives access to ${reading.operations.length} ${reading.operations.length === 1 ? 'operation' : 'operations'}`,
      ];
    case 'elsewhere':
      return [
        `${reading.shown}: in none of the four specifications; it is ${reading.interface.name}`,
      ];
    case 'error':
      return [`${reading.shown} is an error, not an operation; "guide explain" says what it means`];
    case 'unknown': {
      const near = [...reading.near.map(({ reference }) => reference), ...reading.nearScopes];
      const shown = shownReference(reading.shown);
      return [
        near.length === 0
          ? `${shown}: no similar name`
          : `${shown}: did you mean ${near.join(', ')}?`,
      ];
    }
  }
}

let builtIndex: OperationIndex | undefined;

/** Built once, and only when something is unknown. */
function index(): OperationIndex {
  builtIndex ??= operationIndex(oktaCatalogue);
  return builtIndex;
}

function namesakeNotes(
  operation: CatalogueOperation,
  references: readonly string[],
): readonly string[] {
  const others = namesakesOf(oktaCatalogue, operation).map(({ reference, api, id }) =>
    reference === id ? `${api}:${id}` : reference,
  );
  return others.length > 0 && references.includes(operation.id)
    ? [
        `${operation.id} is ${operation.method} ${operation.path}; there is also ${others.join(', ')}`,
      ]
    : [];
}

/** A text without the backticks around code. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}
