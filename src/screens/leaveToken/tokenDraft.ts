import type { OperationIndex } from '#catalogue/find.ts';
import type { PlanWithCard } from '#record/leavingToken/planTexts.ts';
import { reviewCalendar } from '#record/leavingToken/reviewEvent.ts';
import {
  daysLater,
  parseReviewDate,
  parseShare,
  riskCard,
  type RiskLine,
} from '#record/leavingToken/riskCard.ts';
import { type ListedToken, safeName } from '#record/leavingToken/tokenList.ts';
import {
  type PlanSettings,
  planFileName,
  type ReasonToStay,
  tokenPlan,
} from '#record/leavingToken/tokenPlan.ts';

/** What a person has typed about a token. */
export interface TokenDraft {
  readonly owner: string;
  readonly calls: string;
  readonly reason: ReasonToStay | '';
  readonly share: string;
  /** Empty for the usual one. */
  readonly reviewDate: string;
}

export const emptyDraft: TokenDraft = {
  owner: '',
  calls: '',
  reason: '',
  share: '',
  reviewDate: '',
};

/** The longest text that is read as calls while a person types. */
export const longestCalls = 500_000;

/** After how many days the review is due, unless a person sets a date. */
const daysToReview = 90;

/** What becomes of a token, with what its fields have to say. */
export interface DraftedPlan extends PlanWithCard {
  readonly callsProblem?: string;
  readonly shareProblem?: string;
  readonly reviewProblem?: string;
  /** A calendar file for the review of a token that stays. */
  readonly calendar?: { readonly fileName: string; readonly text: string };
}

/** Makes the plan of what was typed. What cannot be read is reported, and the usual value takes its place. */
export function draftedPlan(
  index: OperationIndex,
  token: ListedToken,
  draft: TokenDraft,
  settings: PlanSettings,
): DraftedPlan {
  const owner = draft.owner.trim() === '' ? '' : safeName(draft.owner);
  const isTooLong = draft.calls.length > longestCalls;
  const plan = tokenPlan(
    index,
    {
      token,
      owner,
      calls: isTooLong ? '' : draft.calls,
      reason: draft.reason === '' ? undefined : draft.reason,
    },
    settings,
  );
  const callsProblem = isTooLong
    ? {
        callsProblem:
          'This is too long to read here. Read it on the page that finds scopes, and paste the operations that it lists.',
      }
    : {};
  if (plan.fate !== 'stays') return { plan, card: [], ...callsProblem };

  const share = parseShare(draft.share);
  const usualDate = daysLater(settings.today, daysToReview);
  const date =
    draft.reviewDate === ''
      ? { ok: true as const, value: usualDate }
      : parseReviewDate(draft.reviewDate, settings.today);
  const reviewDate = date.ok ? date.value : usualDate;
  const card = riskCard(token, { owner, share: share.ok ? share.value : undefined, reviewDate });
  return {
    plan,
    card,
    ...callsProblem,
    ...(share.ok ? {} : { shareProblem: share.reason }),
    ...(date.ok ? {} : { reviewProblem: date.reason }),
    calendar: {
      fileName: planFileName(token, 'review.ics'),
      text: reviewCalendar({
        id: `review-${token.id ?? planFileName(token, 'token')}@${settings.orgDomain}`,
        day: reviewDate,
        written: settings.today,
        summary: `Review the API token “${token.name}”`,
        description: card.map(plainLine).join('\n'),
      }),
    },
  };
}

const plainLine = ({ label, text }: RiskLine): string => `${label}: ${text.replaceAll('`', '')}`;
