import { optionOf, questionOf } from '#guide/answerWords.ts';
import type { Claim, SetUpStep, Source, Statement } from '#guide/claim.ts';
import { sourcesOf } from '#guide/citations.ts';
import { exits } from '#guide/exits.ts';
import { type ExitId, exitIds, type OutcomeId, outcomeIds } from '#guide/nodeIds.ts';
import type { InterfaceCase } from '#guide/outcome.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import type { Answer } from '#guide/questions.ts';
import type { Walk } from '#guide/replay.ts';
import { ruledOut } from '#guide/walks.ts';
import { pathText } from '#diagram/pathChart.ts';

import { confirmation } from './confirmation.ts';
import { drivers } from './drivers.ts';
import type { OperationEvidence } from './operationEvidence.ts';
import { merits } from './merits.ts';

/** What a record contains besides the walk. */
export interface RecordContext {
  /** The day of the decision, `YYYY-MM-DD`. */
  readonly date: string;
  /** The version of the guide's content, `contentVersion` of `guide.json`. */
  readonly contentVersion: string;
  /** The day is that of the guide's content: nobody has decided yet. */
  readonly hasDateOfContent?: true;
  /** The absolute address that shows this walk again: nobody knows where the record will be kept. */
  readonly guideAddress?: string;
  /** Values that were typed in and accepted, by the names that the reader sees. Never a secret. */
  readonly values?: readonly NamedValue[];
  /** The operations that the program calls, and what the specification says about them. */
  readonly operations?: OperationEvidence;
}

export interface NamedValue {
  /** For example `Org domain`. */
  readonly name: string;
  readonly value: string;
}

/** A question that was asked, and the answer given. */
export interface AnsweredQuestion {
  readonly answer: Answer;
  readonly question: string;
  readonly label: string;
  /** Where the answer leads and why. */
  readonly because: Statement;
}

export interface ConsideredOption {
  readonly id: OutcomeId | ExitId;
  readonly name: string;
  /** Absent for the chosen option. */
  readonly ruledOut?: {
    /** The answer that made it unreachable. */
    readonly by: AnsweredQuestion;
    readonly reason: Statement;
  };
  /** Clauses that continue "Good, because". */
  readonly good: readonly Statement[];
  /** Clauses that continue "Bad, because". */
  readonly bad: readonly Statement[];
}

/** Statements under a heading of their own. */
interface Remark {
  readonly heading: string;
  readonly statements: readonly Statement[];
}

/** A decision and what it rests on: plain data, which `recordMarkdown` puts into words. */
export interface DecisionRecord {
  /** The version of this form. */
  readonly form: 1;
  readonly title: string;
  readonly status: 'proposed';
  readonly date: string;
  readonly hasDateOfContent?: true;
  readonly contentVersion: string;
  readonly guideAddress?: string;
  readonly values: readonly NamedValue[];
  readonly operations?: OperationEvidence;
  readonly kind: 'outcome' | 'exit';
  readonly outcome: OutcomeId | ExitId;
  /** The questions asked and the answers given, in their order. */
  readonly answers: readonly AnsweredQuestion[];
  readonly drivers: readonly Statement[];
  /** The three methods in the article's order; an exit comes before them. */
  readonly options: readonly ConsideredOption[];
  readonly verdict: Statement;
  /** What is true of this walk only, or the cases that an exit gathers. */
  readonly remarks: readonly Remark[];
  /** What it costs and risks, in whole sentences; empty for an exit. */
  readonly costs: readonly Statement[];
  /** What to look at to see that the decision is in place. */
  readonly checks: readonly Statement[];
  /** The steps without their notes; empty for an exit whose steps are on Okta’s own pages. */
  readonly setUp: readonly Omit<SetUpStep, 'id' | 'notes'>[];
  /** Where to go instead; empty for an outcome. */
  readonly whereToGo: readonly Statement[];
  /** Claims of this record that no source settles: conflicts, readings of ours, and gaps. */
  readonly unsettled: readonly Claim[];
  /** Every source of the record, once, in the order of their numbers. */
  readonly sources: readonly Source[];
  /** Mermaid text of the path. */
  readonly diagram: string;
}

/**
 * Makes the decision record of a walk that has ended, in an outcome or an exit.
 *
 * @throws {RangeError} for a walk that still asks a question, and for a date that is not `YYYY-MM-DD`
 */
export function decisionRecord(walk: Walk, context: RecordContext): DecisionRecord {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(context.date)) {
    throw new RangeError(
      `A decision record is dated YYYY-MM-DD, and "${context.date}" is not. Give it the first ten characters of an ISO date.`,
    );
  }
  const ending = endingOf(walk);
  const content = {
    answers: walk.answers.map(answeredQuestion),
    drivers,
    options: optionsOf(walk, ending.id),
    verdict: ending.content.verdict,
    checks: confirmation[ending.id],
    ...(ending.kind === 'outcome'
      ? {
          remarks: ending.content.afterAnswers.filter(({ answers }) =>
            answers.some((answer) => walk.answers.includes(answer)),
          ),
          costs: ending.content.costs,
          setUp: ending.content.setUp.map(withoutNotes),
          whereToGo: [],
        }
      : {
          remarks: (ending.content.cases ?? []).map(remarkOn),
          costs: [],
          setUp: (ending.content.setUp ?? []).map(withoutNotes),
          whereToGo: ending.content.whereToGo,
        }),
  };
  const unknowns = ending.kind === 'outcome' ? ending.content.unknowns : [];
  const unsettled = claimsOf([content, unknowns]).filter(({ status }) => status !== 'agreed');
  return {
    form: 1,
    title: ending.content.heading,
    status: 'proposed',
    date: context.date,
    ...(context.hasDateOfContent === undefined ? {} : { hasDateOfContent: true }),
    contentVersion: context.contentVersion,
    ...(context.guideAddress === undefined ? {} : { guideAddress: context.guideAddress }),
    values: context.values ?? [],
    ...(context.operations === undefined ? {} : { operations: context.operations }),
    kind: ending.kind,
    outcome: ending.id,
    ...content,
    unsettled,
    sources: sourcesOf([content, unsettled]).toSorted((a, b) => placeOf(a) - placeOf(b)),
    diagram: pathText(walk),
  };
}

const withoutNotes = ({
  action,
  where,
  who,
  basis,
}: SetUpStep): Omit<SetUpStep, 'id' | 'notes'> => ({
  action,
  where,
  who,
  basis,
});

/** A case of an exit: what its page says about it, for a person who has only the record. */
function remarkOn({ heading, isThisApi, credential, host }: InterfaceCase): Remark {
  const named = host?.startsWith('https://') === true ? `\`${host}\`` : host;
  const where = named === undefined ? [] : [{ text: `Host: ${named}.`, basis: credential.basis }];
  return {
    heading,
    statements: [
      { ...isThisApi, text: `Do the three methods apply? ${isThisApi.text}` },
      { ...credential, text: `Credential: ${credential.text}` },
      ...where,
    ],
  };
}

function endingOf({ node, kind }: Walk) {
  const outcome = outcomeIds.find((id) => id === node);
  if (outcome !== undefined) {
    return { kind: 'outcome', id: outcome, content: outcomes[outcome] } as const;
  }
  const exit = exitIds.find((id) => id === node);
  if (exit !== undefined) return { kind: 'exit', id: exit, content: exits[exit] } as const;
  throw new RangeError(
    `A decision record needs a walk that has ended, and this one is at the ${kind} "${node}". Answer it first.`,
  );
}

function optionsOf(walk: Walk, chosen: OutcomeId | ExitId): readonly ConsideredOption[] {
  const gone = ruledOut(walk);
  return [
    ...exitIds.filter((id) => id === chosen).map((id) => weighed(id, exits[id].name)),
    ...outcomeIds.map((id) => {
      const option = weighed(id, outcomes[id].name);
      const by = gone.find(({ outcome }) => outcome === id)?.by;
      if (by === undefined) return option;
      const { rulesOut, because } = optionOf(by);
      return Object.assign(option, {
        ruledOut: { by: answeredQuestion(by), reason: rulesOut[id] ?? because },
      });
    }),
  ];
}

function weighed(id: OutcomeId | ExitId, name: string): ConsideredOption {
  return { id, name, good: merits[id].good, bad: merits[id].bad };
}

function answeredQuestion(answer: Answer): AnsweredQuestion {
  const { label, because } = optionOf(answer);
  return { answer, question: questionOf(answer).heading, label, because };
}

const isClaim = (value: object): value is Claim =>
  'fact' in value && 'text' in value && 'status' in value;

/** Every claim that a piece of content rests on, each once. */
export function claimsOf(content: unknown): readonly Claim[] {
  const found = new Set<Claim>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isClaim(value)) found.add(value);
    else for (const each of Object.values(value)) visit(each);
  };
  visit(content);
  return [...found];
}

/** The sources of November's check (`SK…`) come after the older ones (`S…`). */
const placeOf = ({ id }: Source): number =>
  id.startsWith('SK') ? 10_000 + Number(id.slice(2)) : Number(id.slice(1));
