import { operationIndex } from '#catalogue/find.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { plansMarkdown } from '#record/leavingToken/planTexts.ts';
import { type ListedToken, readTokenList } from '#record/leavingToken/tokenList.ts';
import type { ReasonToStay } from '#record/leavingToken/tokenPlan.ts';
import { draftedPlan, emptyDraft, type TokenDraft } from '#screens/leaveToken/tokenDraft.ts';
import { parseOrgDomain } from '#snippets/orgDomain.ts';
import { defaultValues } from '#snippets/values.ts';

import { CommandError } from './commandError.ts';

/** What a person says about the tokens in a list: each as `NAME=VALUE`, or as a value alone if there is only one token. */
export interface LeaveTokenRequest {
  /** Names, one on each line, or the response to `GET /api/v1/api-tokens`. */
  readonly list: string;
  /** Texts of what programs call. */
  readonly calls: readonly SaidOfToken[];
  readonly owners: readonly SaidOfToken[];
  /** Why a token stays: a {@link ReasonToStay}. */
  readonly stays: readonly SaidOfToken[];
  readonly shares: readonly SaidOfToken[];
  readonly reviews: readonly SaidOfToken[];
  readonly org?: string | undefined;
  readonly variant: 'bearer' | 'dpop';
  readonly keyType: 'RSA' | 'EC';
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Something that a person says about a token in the list. */
export interface SaidOfToken {
  /** Its name or its ID; absent if the list has one token. */
  readonly token?: string | undefined;
  readonly value: string;
}

export interface LeaveTokenOutput {
  readonly markdown: string;
  readonly plans: readonly PlanJson[];
  /** Lines for stderr. */
  readonly notes: readonly string[];
}

/** A plan as JSON; texts have code between backticks. */
export interface PlanJson {
  readonly token: string;
  readonly id?: string | undefined;
  readonly fate: 'goes' | 'stays' | 'open';
  readonly summary: string;
  readonly scopes: readonly string[];
  readonly operations: readonly string[];
  readonly parts: readonly {
    readonly heading: string;
    readonly statements: readonly string[];
    readonly steps: readonly { readonly id: string; readonly text: string }[];
  }[];
  readonly card: readonly { readonly label: string; readonly text: string }[];
  readonly files: readonly { readonly fileName: string; readonly text: string }[];
}

const index = operationIndex(oktaCatalogue);

/**
 * Plans how programs stop using their API tokens, as the page does. It removes from the list what looks
 * like a secret, and keeps only the operations of what programs call.
 *
 * @throws CommandError when the list, a name, a date, a share or a domain cannot be used
 */
export function leaveTokenCommand(request: LeaveTokenRequest): LeaveTokenOutput {
  const { org, variant, keyType, today } = request;
  const list = readTokenList(request.list);
  if (!list.ok) throw new CommandError(list.reason);
  const tokens = list.value;
  const domain = org === undefined ? undefined : parseOrgDomain(org);
  if (domain?.ok === false) throw new CommandError(`the org's domain: ${domain.reason}`);
  const settings = { orgDomain: domain?.value ?? defaultValues.orgDomain, variant, keyType, today };
  const drafts = draftsOf(tokens, request);
  const plans = tokens.map((token, position) => {
    const plan = draftedPlan(index, token, drafts[position] ?? emptyDraft, settings);
    const problem = plan.callsProblem ?? plan.shareProblem ?? plan.reviewProblem;
    if (problem !== undefined) throw new CommandError(`${token.name}: ${problem}`);
    return plan;
  });
  return {
    markdown: plansMarkdown(plans, today),
    plans: plans.map(({ plan, card, calendar }) => ({
      token: plan.token.name,
      ...(plan.token.id === undefined ? {} : { id: plan.token.id }),
      fate: plan.fate,
      summary: plan.summary,
      scopes: plan.scopes,
      operations: plan.report.operations.map(({ reference }) => reference),
      parts: plan.parts.map(({ heading, statements, steps }) => ({
        heading,
        statements: statements.map(({ text }) => text),
        steps: steps.map(({ id, text }) => ({ id, text })),
      })),
      card: card.map(({ label, text }) => ({ label, text })),
      files: [...plan.scripts, ...(calendar === undefined ? [] : [calendar])].map(
        ({ fileName, text }) => ({ fileName, text }),
      ),
    })),
    notes: [
      ...(list.note === undefined ? [] : [list.note]),
      ...plans.flatMap(({ plan }) =>
        plan.fate === 'open' ? [`${plan.token.name}: nobody has said what it calls`] : [],
      ),
    ],
  };
}

function draftsOf(
  tokens: readonly ListedToken[],
  { calls, owners, stays, shares, reviews }: LeaveTokenRequest,
): readonly TokenDraft[] {
  const drafts = tokens.map(() => ({ ...emptyDraft }));
  const fill = (
    said: readonly SaidOfToken[],
    take: (draft: TokenDraft, value: string) => TokenDraft,
  ) => {
    for (const { token, value } of said) {
      const position = placeOf(tokens, token);
      drafts[position] = take(drafts[position] ?? emptyDraft, value);
    }
  };
  fill(calls, (draft, value) => ({ ...draft, calls: `${draft.calls}${value}\n` }));
  fill(owners, (draft, owner) => ({ ...draft, owner }));
  fill(stays, (draft, value) => ({ ...draft, reason: reasonIn(value) }));
  fill(shares, (draft, share) => ({ ...draft, share }));
  fill(reviews, (draft, reviewDate) => ({ ...draft, reviewDate }));
  return drafts;
}

/** The place of the one token that is meant; what was typed is not repeated, because it may be a secret. */
function placeOf(tokens: readonly ListedToken[], named: string | undefined): number {
  const wanted = named?.trim().toLowerCase();
  const places = tokens.flatMap(({ name, id }, position) =>
    wanted === undefined || name.toLowerCase() === wanted || id?.toLowerCase() === wanted
      ? [position]
      : [],
  );
  const [place, ...others] = places;
  if (place !== undefined && others.length === 0) return place;
  if (named === undefined) {
    throw new CommandError('the list has several tokens; say which one you mean: NAME=VALUE');
  }
  throw new CommandError(
    place === undefined
      ? `no token in the list has this name or ID; the tokens are ${tokens.map(({ name }) => name).join(', ')}`
      : 'several tokens in the list have this name; give the ID of the one that you mean',
  );
}

function reasonIn(value: string): ReasonToStay {
  const reason = reasonNames.find((each) => each === value);
  if (reason === undefined) {
    throw new CommandError(`a token can stay for one of these reasons: ${reasonNames.join(', ')}`);
  }
  return reason;
}

/** The names of the reasons to stay. */
export const reasonNames = ['product', 'fixedHeader'] as const satisfies readonly ReasonToStay[];
