import { atSentenceStart } from '#guide/atSentenceStart.ts';
import type { Claim, Source, Statement } from '#guide/claim.ts';
import { claimStatusWords } from '#guide/claimStatusWords.ts';

import { codeBlock, codeSpan, link, prose, yamlString } from './markdownText.ts';
import type { AnsweredQuestion, ConsideredOption, DecisionRecord } from './record.ts';

/**
 * Puts a decision record into Markdown, in the form and order of MADR 4. The front matter also
 * carries what a program needs to walk the same path again: `guide-record` (the version of this
 * form), `guide-answers`, `guide-outcome` and `guide-content`. Tools that read decision records
 * find title, status, date and number where each looks for them: MADR's, adrs and Structurizr in the
 * front matter and the file's name, adr-log and log4brains below it.
 *
 * @see https://adr.github.io/madr/
 */
export function recordMarkdown(record: DecisionRecord): string {
  return `${[
    // adr-log takes the first line after the front matter for the title.
    `${frontMatter(record)}\n# ${prose(record.title)}`,
    // log4brains does not read front matter: it reads a list below the title.
    list([`Status: ${record.status}`, `Date: ${record.date}`]),
    ...context(record),
    '## Decision Drivers',
    list(record.drivers.map(cited)),
    '## Considered Options',
    list(record.options.map(({ name }) => prose(atSentenceStart(name)))),
    ...decision(record),
    ...operationSection(record),
    '## Pros and Cons of the Options',
    ...record.options.flatMap(prosAndCons),
    ...moreInformation(record),
  ].join('\n\n')}\n`;
}

function frontMatter(record: DecisionRecord): string {
  return [
    '---',
    `status: ${record.status}`,
    `date: ${record.date}`,
    'decision-makers: []',
    'consulted: []',
    'informed: []',
    'number: 1',
    `guide-record: ${record.form}`,
    `guide-answers: [${record.answers.map(({ answer }) => answer).join(', ')}]`,
    `guide-outcome: ${record.outcome}`,
    `guide-content: ${yamlString(record.contentVersion)}`,
    ...(record.operations === undefined
      ? []
      : [`guide-operations: ${yamlString(record.operations.references.join(' '))}`]),
    // Without the empty line, a reader without front matter takes all this for a heading.
    '',
    '---',
  ].join('\n');
}

function context({ answers, values }: DecisionRecord): readonly string[] {
  return [
    '## Context and Problem Statement',
    'A program has to call an API, and Okta decides whether it may. How should it be authorized? The guide asked these questions:',
    answers
      .map(
        ({ question, label, because }, index) =>
          `${index + 1}. ${prose(question)}\n   **${prose(label)}.** ${cited(because)}`,
      )
      .join('\n'),
    ...(values.length === 0
      ? []
      : [
          'Values that you gave:',
          list(values.map(({ name, value }) => `${prose(name)}: ${codeSpan(value)}`)),
        ]),
  ];
}

function decision(record: DecisionRecord): readonly string[] {
  const chosen = record.options.find(({ id }) => id === record.outcome);
  return [
    '## Decision Outcome',
    `Chosen option: "${prose(atSentenceStart(chosen?.name ?? record.outcome))}", because of the answers above. ${cited(record.verdict)}`,
    ...record.remarks.flatMap(({ heading, statements }) => [
      `**${prose(heading)}**`,
      list(statements.map(cited)),
    ]),
    ...(record.whereToGo.length === 0
      ? []
      : ['Where to go from here:', list(record.whereToGo.map(cited))]),
    '### Consequences',
    list(chosen === undefined ? [] : argumentsOf(chosen)),
    ...(record.costs.length === 0
      ? []
      : ['What it costs and risks, in full:', list(record.costs.map(cited))]),
    '### Confirmation',
    'The decision is in place when you can see each of these:',
    list(record.checks.map((each) => `[ ] ${cited(each)}`)),
    ...(record.setUp.length === 0
      ? []
      : [
          'The steps to get there:',
          list(
            record.setUp.map(
              ({ action, where, who, basis }) =>
                `[ ] ${withFullStop(prose(action))} Where: ${withFullStop(prose(where))} Who: ${withFullStop(prose(who))} ${tags(basis)}`,
            ),
          ),
        ]),
  ];
}

/** What Okta's specification says about the operations that the program calls. */
function operationSection({ operations }: DecisionRecord): readonly string[] {
  if (operations === undefined) return [];
  const { version, heading, sentences, accepted, unknown, scopes } = operations;
  return [
    '### The operations that the program calls',
    `${prose(withFullStop(heading))} This list follows Okta’s OpenAPI specification (Admin Management ${codeSpan(version)}).`,
    list([
      ...accepted.map(
        ({ reference, request, words }) =>
          `${codeSpan(reference)} (${codeSpan(request)}): ${prose(words)}`,
      ),
      ...unknown.map((reference) => `${codeSpan(reference)}: not in the public specification`),
    ]),
    ...(sentences.length === 0 ? [] : [list(sentences.map(prose))]),
    ...(scopes.length === 0
      ? []
      : [
          'The fewest scopes, and what needs each:',
          list(
            scopes.map(
              ({ scope, neededBy }) => `${codeSpan(scope)}: ${neededBy.map(codeSpan).join(', ')}`,
            ),
          ),
        ]),
  ];
}

function prosAndCons(option: ConsideredOption): readonly string[] {
  const { name, ruledOut } = option;
  return [
    `### ${prose(atSentenceStart(name))}`,
    list([
      ...argumentsOf(option),
      ...(ruledOut === undefined ? [] : [ruledOutBy(ruledOut.by, ruledOut.reason)]),
    ]),
  ];
}

function ruledOutBy({ answer, question, label }: AnsweredQuestion, reason: Statement): string {
  return `Bad, because your answer to “${prose(question)}” rules it out: “${prose(label)}” (${codeSpan(answer)}). ${cited(reason)}`;
}

function moreInformation(record: DecisionRecord): readonly string[] {
  const { unsettled, sources, diagram, guideAddress, contentVersion, form, hasDateOfContent } =
    record;
  return [
    '## More Information',
    ...(unsettled.length === 0
      ? []
      : [
          '### Assumptions and unknowns',
          'No source settles these points. Where sources disagree, both are Okta’s; a reading is ours, not Okta’s.',
          list(unsettled.map((claim) => `${withStatus(claim)} ${tags([claim])}`)),
        ]),
    '### The path',
    codeBlock(diagram, 'mermaid'),
    '### Sources',
    'The tags in brackets above refer to these texts:',
    list(sources.map(sourceLine)),
    '### About this record',
    [
      ...(guideAddress === undefined
        ? []
        : [`${link('Follow the same path again', guideAddress)}.`]),
      `Written by the Okta API authorization guide, content version ${codeSpan(contentVersion)}, record format ${form}. The guide is independent of Okta. Above, fill in who decides; once the decision is made, write \`accepted\` in the front matter and below the title. If your next decision is not number 1, change \`number\` and the number in the file’s name.`,
      ...(hasDateOfContent === true
        ? ['The date is the guide’s content date: set it to the day on which you decide.']
        : []),
    ].join(' '),
  ];
}

/** What is the matter with a claim, then its text; the text alone where it begins with that. */
function withStatus({ status, text }: Claim): string {
  const { label } = claimStatusWords[status];
  const isSaid = text.startsWith(`Okta’s ${label.toLowerCase()}`);
  return isSaid ? prose(text) : `${label}: ${prose(text)}`;
}

function sourceLine({ id, title, url, date, dated }: Source): string {
  return `${id}: ${link(title, url)}, ${dated === 'text' ? 'text of' : 'read'} ${date}`;
}

function argumentsOf({ good, bad }: ConsideredOption): readonly string[] {
  return [
    ...good.map((each) => `Good, because ${cited(each)}`),
    ...bad.map((each) => `Bad, because ${cited(each)}`),
  ];
}

function cited({ text, basis }: Statement): string {
  return `${prose(text)} ${tags(basis)}`;
}

/** The numbers of the sources that support the claims, for example `(S3, S44)`. */
function tags(claims: readonly Claim[]): string {
  const ids = new Set(claims.flatMap(({ sources }) => sources.map(({ id }) => id)));
  return `(${[...ids].join(', ')})`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `* ${item}`).join('\n');
}

function withFullStop(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
