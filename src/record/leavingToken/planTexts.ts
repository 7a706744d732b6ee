import { sourcesOf } from '#guide/citations.ts';

import { codeBlock, codeSpan, link, prose } from '../markdownText.ts';
import type { RiskLine } from './riskCard.ts';
import type { PlanPart, PlanStep, TokenPlan } from './tokenPlan.ts';

/** A plan with the card of a token that stays. */
export interface PlanWithCard {
  readonly plan: TokenPlan;
  /** Empty where the token goes. */
  readonly card: readonly RiskLine[];
  /** Ids of the steps that were ticked. */
  readonly ticked?: ReadonlySet<string> | undefined;
}

/** The plans as a checklist in Markdown, with their scripts and sources. */
export function plansMarkdown(plans: readonly PlanWithCard[], today: string): string {
  return `${[
    '# Stop using the API tokens',
    `Written on ${today}. ${plans.length === 1 ? 'One token.' : `${plans.length} tokens.`}`,
    ...plans.flatMap((each) => [
      `## ${prose(each.plan.token.name)}`,
      ...planBody(each, '###'),
      ...each.plan.scripts.flatMap(({ title, fileName, text }) => [
        `### ${prose(`${title}: \`${fileName}\``)}`,
        codeBlock(text, 'bash'),
      ]),
    ]),
    '## Sources',
    sourcesOf(plans)
      .map(({ title, url, date }) => `- ${link(title, url)}, ${date}`)
      .join('\n'),
  ].join('\n\n')}\n`;
}

/** The plan of one token as the text of an issue: its title in the first line, then its body. */
export function issueText(each: PlanWithCard): string {
  const { token, fate, scripts } = each.plan;
  const files = scripts.map(({ fileName }) => codeSpan(fileName)).join(', ');
  return `${[
    `${fate === 'stays' ? 'Restrict the API token' : 'Stop using the API token'} “${token.name}”`,
    ...planBody(each, '##'),
    ...(files === '' ? [] : [`Scripts for this plan: ${files}`]),
  ].join('\n\n')}\n`;
}

function planBody({ plan, card, ticked }: PlanWithCard, level: string): readonly string[] {
  const { token, owner } = plan;
  return [
    prose(plan.summary),
    [
      ...(token.id === undefined ? [] : [`- Token ID: ${codeSpan(token.id)}`]),
      `- Owner: ${owner === '' ? 'not named' : prose(owner)}`,
    ].join('\n'),
    ...plan.parts.flatMap((part) => partText(part, level, ticked)),
    ...(card.length === 0
      ? []
      : [
          `${level} Risk card`,
          card.map(({ label, text }) => `- **${prose(label)}**: ${prose(text)}`).join('\n'),
        ]),
  ];
}

function partText(
  { heading, statements, steps }: PlanPart,
  level: string,
  ticked: PlanWithCard['ticked'],
): readonly string[] {
  return [
    `${level} ${prose(heading)}`,
    ...statements.map(({ text }) => prose(text)),
    ...(steps.length === 0
      ? []
      : [steps.map((step) => stepText(step, ticked?.has(step.id) ?? false)).join('\n')]),
  ];
}

function stepText({ text, where, who, values = [] }: PlanStep, isTicked: boolean): string {
  return [
    `- [${isTicked ? 'x' : ' '}] ${prose(text)}`,
    ...(where === undefined ? [] : [`  - Where: ${prose(where)}`]),
    ...(who === undefined ? [] : [`  - Who: ${prose(who)}`]),
    ...values.map((value) => `  - ${codeSpan(value)}`),
  ].join('\n');
}
