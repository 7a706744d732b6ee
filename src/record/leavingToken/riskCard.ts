import {
  tokenDiesWithOwner,
  tokenOrigins,
  tokenRateShare,
  tokenValidThirtyDays,
  waysToRevokeToken,
} from '#guide/claims/apiTokenClaims.ts';
import type { Statement } from '#guide/claim.ts';
import { accepted, type Parsed, refused } from '#snippets/parsed.ts';

import type { ListedToken, TokenNetwork } from './tokenList.ts';

/** What a person says about a token that stays. */
export interface RiskSettings {
  readonly owner: string;
  /** The most of each rate-limit bucket that it may use, in percent; undefined for Okta’s default. */
  readonly share: number | undefined;
  /** `YYYY-MM-DD`. */
  readonly reviewDate: string;
}

/** A line of the card. Code in values is between backticks. */
export interface RiskLine extends Statement {
  readonly label: string;
}

/**
 * What you have to know about a token that stays: its owner, where it may be used from, its share,
 * and how long it lasts.
 */
export function riskCard(
  { id, userId, expiresAt, network }: ListedToken,
  { owner, share, reviewDate }: RiskSettings,
): readonly RiskLine[] {
  return [
    {
      label: 'Owner',
      text: [
        owner === '' ? 'No owner is named. Name one before the review.' : `${owner}.`,
        ...(userId === undefined ? [] : [`It belongs to the user \`${userId}\`.`]),
        'It stops when its user is deactivated.',
      ].join(' '),
      basis: [tokenDiesWithOwner],
    },
    { label: 'Network zone', text: networkWords(network), basis: [tokenOrigins] },
    {
      label: 'Share of the rate limits',
      text:
        share === undefined
          ? 'At most 50 % of each bucket, the default. Lower it, down to 5 %.'
          : `At most ${share} % of each bucket. The default is 50 %.`,
      basis: [tokenRateShare],
    },
    {
      label: 'Heartbeat',
      text: `One call every 30 days, or it is revoked for good.${expiresAt === undefined ? '' : ` Without a call it ends on ${expiresAt.slice(0, 10)}.`}`,
      basis: [tokenValidThirtyDays],
    },
    {
      label: 'Review',
      text: `On ${reviewDate}: move it to OAuth 2.0 and revoke it, or set the next date.`,
      basis: [waysToRevokeToken],
    },
    {
      label: 'State',
      text: `\`GET /api/v1/api-tokens/${id ?? '{apiTokenId}'}\` with \`okta.apiTokens.read\` shows when it expires. Each call postpones that date.`,
      basis: [tokenValidThirtyDays],
    },
  ];
}

function networkWords(network: TokenNetwork | undefined): string {
  if (network === undefined) return 'Not known. Allow it from one zone only.';
  const { connection, include, exclude } = network;
  if (connection === 'ANYWHERE') return 'It works from any address. Allow it from one zone only.';
  const zones = [
    ...(include.length === 0 ? [] : [`only from ${codeList(include)}`]),
    ...(exclude.length === 0 ? [] : [`never from ${codeList(exclude)}`]),
  ];
  return zones.length === 0
    ? `Okta calls it \`${connection}\`, without naming a zone. Check it in the Admin Console.`
    : `It works ${zones.join(', and ')}.`;
}

const codeList = (ids: readonly string[]): string => ids.map((id) => `\`${id}\``).join(', ');

/** Reads a share of the rate limits, in percent; an empty text means the default. */
export function parseShare(input: string): Parsed<number | undefined> {
  const text = input.trim().replace(/\s*%$/, '');
  if (text === '') return accepted(undefined);
  const share = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  return share >= 5 && share <= 100
    ? accepted(share)
    : refused('Okta does not accept this share. Give a whole number from 5 to 100, in percent.');
}

/** Reads the date of a review, which must be in the future. Both dates are `YYYY-MM-DD`. */
export function parseReviewDate(input: string, today: string): Parsed<string> {
  const text = input.trim();
  const date = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  if (date === undefined || Number.isNaN(date.getTime()) || dayOf(date) !== text) {
    return refused('This is not a date. Give year, month and day, for example `2027-03-01`.');
  }
  return text > today ? accepted(text) : refused('This day has passed. Choose a later one.');
}

/** The day that many days later, `YYYY-MM-DD`. */
export function daysLater(day: string, days: number): string {
  return dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000));
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
