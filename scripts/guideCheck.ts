import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { isPlainName } from '#catalogue/pasted/safeExcerpt.ts';
import { contentVersion } from '#guide/contentVersion.ts';
import { exits } from '#guide/exits.ts';
import { exitIds, outcomeIds } from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import {
  compareRecord,
  type Difference,
  type RecordComparison,
} from '#record/check/comparedRecord.ts';
import { type KeptRecord, readRecord, UnreadableRecord } from '#record/check/keptRecord.ts';

import { asked, reasonAgainst } from './answersOnPath.ts';
import { CommandError } from './commandError.ts';

/** What the command prints, and whether the decision stands. */
export interface CheckOutput {
  readonly output: string;
  readonly isSameOutcome: boolean;
}

/**
 * Follows the path of a decision record again and says whether it still leads to the same outcome, and what
 * else has changed since: the scopes of its operations, its sources and its facts. It repeats only
 * names from the record, because people write into records.
 *
 * @param text a `record.md` or `record.json`, which people may have edited
 * @throws CommandError when it is not a record of this guide
 */
export function checkCommand(text: string, asJson: boolean): CheckOutput {
  const kept = keptRecord(text);
  const comparison = compareRecord(kept, oktaCatalogue);
  const { isSameOutcome } = comparison;
  const output = asJson
    ? `${JSON.stringify(jsonOf(kept, comparison), null, 2)}\n`
    : `${textOf(kept, comparison).join('\n')}\n`;
  return { output, isSameOutcome };
}

function keptRecord(text: string): KeptRecord {
  try {
    return readRecord(text);
  } catch (error) {
    if (!(error instanceof UnreadableRecord)) throw error;
    throw new CommandError(`"check" cannot use this file: ${error.message}`);
  }
}

function jsonOf(kept: KeptRecord, comparison: RecordComparison): object {
  const { walk, dropped, isSameOutcome, sources, operations, facts } = comparison;
  return {
    isSameOutcome,
    kept: {
      outcome: repeated(kept.outcome),
      answers: kept.answers.map(repeated),
      ...(kept.contentVersion === undefined
        ? {}
        : { contentVersion: repeatedVersion(kept.contentVersion) }),
    },
    today: { kind: walk.kind, node: walk.node, answers: walk.answers, contentVersion },
    dropped: dropped.map(({ answer, reason }) => ({ answer: repeated(answer), reason })),
    ...(operations && {
      operations: {
        scopes: repeatedDifference(operations.scopes),
        unknown: operations.unknown.map(repeated),
      },
    }),
    sources: { added: sources.added, removed: sources.removed.map(repeatedSource) },
    ...(facts && {
      facts: {
        ...facts,
        removed: facts.removed.map(repeated),
        otherStatus: facts.otherStatus.map((each) =>
          Object.assign({}, each, { kept: repeatedStatus(each.kept) }),
        ),
      },
    }),
  };
}

function textOf(kept: KeptRecord, comparison: RecordComparison): readonly string[] {
  const details = [...operationLines(comparison), ...basisLines(comparison)];
  return [
    outcomeLine(kept, comparison),
    ...(kept.contentVersion === undefined || kept.contentVersion === contentVersion
      ? []
      : [
          `The record was written with content version ${repeatedVersion(kept.contentVersion)}; the guide now has ${contentVersion}.`,
        ]),
    ...(details.length > 0
      ? details
      : comparison.isSameOutcome
        ? ['Nothing that the record rests on has changed.']
        : []),
  ];
}

function outcomeLine(kept: KeptRecord, { walk, dropped, isSameOutcome }: RecordComparison): string {
  if (isSameOutcome) {
    return `Same outcome: ${named(walk.node)}, after ${walk.answers.join(', ')}.`;
  }
  const [refused] = dropped;
  const then = `Changed: the record has ${named(kept.outcome)}`;
  if (refused !== undefined) {
    const reason = isPlainName(refused.answer)
      ? reasonAgainst(refused.answer, walk)
      : `its answer ${walk.answers.length + 1} is not an answer of this guide`;
    return `${then}, and its answers no longer lead to an outcome: ${reason}; ${asked(walk)}.`;
  }
  return walk.kind === 'question'
    ? `${then}, and the guide now asks one more question on this path: ${asked(walk)}.`
    : `${then}, and the same answers now lead to ${named(walk.node)}.`;
}

/** `service app (serviceApp)`. */
function named(id: string): string {
  const outcome = outcomeIds.find((each) => each === id);
  if (outcome !== undefined) return `${outcomes[outcome].name} (${outcome})`;
  const exit = exitIds.find((each) => each === id);
  return exit === undefined
    ? `an outcome that this guide does not have (${repeated(id)})`
    : `${exits[exit].name} (${exit})`;
}

function operationLines({ operations }: RecordComparison): readonly string[] {
  if (operations === undefined) return [];
  const { scopes, unknown } = operations;
  const { added, removed } = repeatedDifference(scopes);
  return [
    ...line('Scopes that its operations now need and the record lacks', added),
    ...line('Scopes in the record that its operations no longer need', removed),
    ...line('Operations that are not in the specification', unknown.map(repeated)),
  ];
}

function basisLines({ sources, facts }: RecordComparison): readonly string[] {
  return [
    ...line('Sources that were added', sources.added),
    ...line('Sources that the guide no longer cites here', sources.removed.map(repeatedSource)),
    ...(facts === undefined
      ? []
      : [
          ...line('Facts that were added', facts.added),
          ...line('Facts that the guide no longer uses here', facts.removed.map(repeated)),
          ...line(
            'Facts whose status changed',
            facts.otherStatus.map(
              ({ fact, kept, today }) => `${fact} (${repeatedStatus(kept)}, now ${today})`,
            ),
          ),
          ...line('Facts that are worded differently', facts.reworded),
        ]),
  ];
}

const line = (what: string, names: readonly string[]): readonly string[] =>
  names.length === 0 ? [] : [`${what}: ${names.join(', ')}`];

const repeatedDifference = ({ added, removed }: Difference): Difference => ({
  added,
  removed: removed.map(repeated),
});

/** Replaces a text of the record that is not a name. */
const notRepeated = '…';

const repeated = (text: string): string => (isPlainName(text) ? text : notRepeated);

const repeatedSource = (text: string): string => (/^SK?\d{1,6}$/.test(text) ? text : notRepeated);

const repeatedVersion = (text: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : notRepeated;

const repeatedStatus = (text: string): string => text.split(', ').map(repeated).join(', ');
