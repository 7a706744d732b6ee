import { outcomeIds } from '#guide/nodeIds.ts';
import { type Breakage, breakages } from '#org/exchange/breakages.ts';
import { obstacleTo } from '#org/exchange/breaking.ts';
import { parseActions } from '#org/exchange/labActions.ts';
import { labSwitches } from '#org/exchange/labSwitches.ts';
import {
  type ExchangePlan,
  ownOperations,
  type PlannedOperation,
  planOf,
} from '#org/exchange/plan.ts';
import { parseSeed } from '#org/exchange/seededIds.ts';

import { formDecoded, formEncoded } from './formEncoding.ts';
import {
  type DecodedFragment,
  decodeFragment,
  type FragmentChoices,
  type SharedValues,
  writeFragment,
} from './fragment.ts';
import { linkBounds } from './fragmentBounds.ts';
import {
  brokenChoice,
  brokenWithin,
  type LabChoice,
  type LabReplay,
  usualChoice,
} from './labLink.ts';
import { refusedLines } from './refusedLines.ts';

/** What a link to the lab asks for. */
export interface LabLink {
  readonly choice: LabChoice;
  /** Absent if the link asks for a new exchange. */
  readonly replay?: LabReplay;
  /** Why parts of the link were left out, each in a sentence or two; never in words of the link. */
  readonly refused: readonly string[];
}

/** The operations that a link names, and why some of them are left out. */
export interface LinkedOperations {
  readonly operations: readonly PlannedOperation[];
  readonly refused: readonly string[];
  /** Whether what was filled in may contain a secret, so that no link may pass it on. */
  readonly mayHoldSecret?: boolean;
}

/** Finds operations in the catalogue, which it loads for this. */
export type FindOperations = (values: SharedValues) => Promise<LinkedOperations>;

/** More calls than this would show nothing new. */
export const mostOperations = 10;

/** A moment that a clock can show: from 2000 to 2099, in seconds since the epoch. */
const [earliest, latest] = [946_684_800, 4_102_444_799];

/**
 * Reads the fragment of a link to the lab. Whatever it leaves out has its usual value; whatever is
 * wrong in it is refused with a reason. It throws only what `findOperations` throws.
 */
export async function readLabLink(
  fragment: string,
  choices: FragmentChoices,
  findOperations: FindOperations,
): Promise<LabLink> {
  const text = fragment.replace(/^#/, '');
  if (!/(?:^|&)lab=/.test(text)) return { choice: usualChoice, refused: [] };
  if (text.length > linkBounds.whole) {
    return {
      choice: usualChoice,
      refused: [
        `The part of the address after # is longer than ${linkBounds.whole} characters, so the lab left it out.`,
      ],
    };
  }
  const pairs = formDecoded(text);
  const own = new Map(pairs.toReversed().filter(([key]) => ownKeys.has(key)));
  if (own.get('lab') !== '1') {
    return {
      choice: usualChoice,
      refused: ['This link has a version that the lab does not know. Ask for a new one.'],
    };
  }
  const breakage = breakages.find(({ id }) => id === own.get('break'));
  const chosen =
    own.get('break') === undefined || (breakage !== undefined && own.has('method'))
      ? brokenBy(breakage, await ownChoice(own.get('method'), pairs, choices, findOperations))
      : chosenBreakage(breakage);
  const replay = replayOf(own, chosen.choice.plan);
  return {
    choice: chosen.choice,
    ...(replay === undefined || typeof replay === 'string' ? {} : { replay }),
    refused: [...chosen.refused, ...(typeof replay === 'string' ? [replay] : [])],
  };
}

const ownKeys: ReadonlySet<string> = new Set(['lab', 'break', 'method', 'seed', 'at', 'do']);
/** Those of a result's page that say nothing about an exchange: how its program is written. */
const otherKeys: ReadonlySet<string> = new Set(['lang', 'request']);

type Chosen = Pick<LabLink, 'choice' | 'refused'>;

function chosenBreakage(breakage: Breakage | undefined): Chosen {
  return breakage === undefined
    ? {
        choice: usualChoice,
        refused: [
          'The link asks to break something that the lab does not know. Choose from the list below.',
        ],
      }
    : { choice: brokenChoice(breakage), refused: [] };
}

function brokenBy(breakage: Breakage | undefined, chosen: Chosen): Chosen {
  if (breakage === undefined) return chosen;
  const { plan } = chosen.choice;
  return {
    choice: brokenWithin(plan, breakage),
    refused:
      obstacleTo(breakage, plan) === undefined
        ? chosen.refused
        : [
            ...chosen.refused,
            'The error in the link cannot occur in its exchange, so the lab changed the exchange.',
          ],
  };
}

async function ownChoice(
  asked: string | undefined,
  pairs: ReturnType<typeof formDecoded>,
  choices: FragmentChoices,
  findOperations: FindOperations,
): Promise<Chosen> {
  const method =
    asked === undefined ? usualChoice.plan.method : outcomeIds.find((each) => each === asked);
  if (method === undefined) {
    return {
      choice: usualChoice,
      refused: [
        `The link names a method that the guide does not have. The methods are ${outcomeIds.join(', ')}.`,
      ],
    };
  }
  const given = pairs.filter(([key]) => !ownKeys.has(key) && !otherKeys.has(key));
  const decoded = decodeFragment(formEncoded(given), choices);
  const values = decoded?.values ?? {};
  const found = await foundOperations(values, method, findOperations);
  const [first, ...others] = found.operations;
  const { orgDomain: host, clientId, keyId, keyType, variant } = values;
  return {
    choice: {
      plan: planOf({
        method,
        dpop: (variant ?? choices.defaultForm.variant) === 'dpop',
        ...(host === undefined ? {} : { host }),
        ...(clientId === undefined ? {} : { clientId }),
        ...(keyId === undefined ? {} : { keyId }),
        ...(keyType === undefined ? {} : { keyType }),
        ...(first === undefined
          ? {}
          : { operations: [first, ...others], filledIn: filledIn(values, found, choices) }),
      }),
    },
    refused: [
      ...(decoded === undefined ? strangersOf(given) : reasonsOf(decoded)),
      ...found.refused,
    ],
  };
}

/** Without `v=` there are no values. */
function strangersOf(given: ReturnType<typeof formDecoded>): readonly string[] {
  return given.length === 0
    ? []
    : ['The lab does not know some values in this link. It left them out.'];
}

/** What became of the values, refusals first: what was corrected is said as well. */
function reasonsOf(decoded: DecodedFragment): readonly string[] {
  return [
    ...refusedLines(decoded),
    ...decoded.corrected.map(({ key, note }) => ({ key, reason: note })),
  ].map(({ key, reason }) => (key === undefined ? reason : `\`${key}\`: ${reason}`));
}

async function foundOperations(
  values: SharedValues,
  method: ExchangePlan['method'],
  findOperations: FindOperations,
): Promise<LinkedOperations> {
  const { operations: references, pathTexts, queryTexts, body, laterTexts } = values;
  const isFilledIn = [pathTexts, queryTexts, body, laterTexts].some((text) => text !== undefined);
  if (references === undefined && !isFilledIn) return { operations: [], refused: [] };
  const own = (references ?? []).map((reference) =>
    ownOperations.find((each) => each.reference === reference),
  );
  const known = own.filter((operation) => operation !== undefined);
  if (!isFilledIn && known.length === own.length)
    return withinBounds({ operations: known, refused: [] });
  const found = await findOperations(values);
  const callable = found.operations.filter(
    ({ refuses }) => method === 'apiToken' || refuses !== 'accessToken',
  );
  return withinBounds({
    ...found,
    operations: callable,
    refused: [
      ...found.refused,
      ...(callable.length < found.operations.length
        ? ['An operation that does not accept a program’s access token was left out.']
        : []),
    ],
  });
}

function withinBounds(found: LinkedOperations): LinkedOperations {
  const { operations, refused } = found;
  return operations.length > mostOperations
    ? {
        ...found,
        operations: operations.slice(0, mostOperations),
        refused: [...refused, `The lab calls the first ${mostOperations} operations in the link.`],
      }
    : found;
}

/**
 * What was filled in, as the guide writes it: nothing that it refuses. Where operations were left out, the
 * numbers of their places are no longer right, and nothing is passed on.
 */
function filledIn(
  { operations: asked, pathTexts, queryTexts, body, laterTexts }: SharedValues,
  { operations, mayHoldSecret }: LinkedOperations,
  choices: FragmentChoices,
): string {
  if (mayHoldSecret === true) return '';
  const references = operations.map(({ reference }) => reference);
  if (references.join() !== (asked ?? choices.defaultOperations).join()) return '';
  const { fragment } = writeFragment(
    {
      operations: references,
      ...(pathTexts === undefined ? {} : { pathTexts }),
      ...(queryTexts === undefined ? {} : { queryTexts }),
      ...(body === undefined ? {} : { body }),
      ...(laterTexts === undefined ? {} : { laterTexts }),
    },
    choices,
  );
  return formEncoded(
    formDecoded(fragment.slice(1)).filter(([key]) => key !== 'v' && key !== 'ops'),
  );
}

/** What the link does again; undefined where it says nothing about it, and a reason where what it says is wrong. */
function replayOf(
  own: ReadonlyMap<string, string>,
  plan: ExchangePlan,
): LabReplay | string | undefined {
  const [seedText, at, done] = ['seed', 'at', 'do'].map((key) => own.get(key));
  if (seedText === undefined && at === undefined && done === undefined) return undefined;
  const seed = parseSeed(seedText ?? '');
  const seconds = /^\d{9,10}$/.test(at ?? '') ? Number(at) : 0;
  const actions = parseActions(done ?? '', labSwitches(plan).length);
  return seed === undefined || seconds < earliest || seconds > latest || actions === undefined
    ? 'The link does not say clearly what was done in the exchange, so the exchange starts again.'
    : { seed, start: seconds * 1000, actions };
}
