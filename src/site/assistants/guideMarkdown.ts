import { accepts } from '#catalogue/accepts.ts';
import { apiNames, apiIds, type Catalogue } from '#catalogue/operation.ts';
import { specificationVersion } from '#catalogue/specificationVersion.ts';
import { answersTo } from '#guide/answers.ts';
import { optionOf, questionWords } from '#guide/answerWords.ts';
import type { Claim, SetUpStep, Source, Statement } from '#guide/claim.ts';
import { sourcesOf } from '#guide/citations.ts';
import { comparison } from '#guide/comparison.ts';
import { causesOf, errorHeading } from '#guide/errors/knownError.ts';
import { knownErrors } from '#guide/errors/knownErrors.ts';
import { exits } from '#guide/exits.ts';
import { type ExitId, exitIds, type OutcomeId, outcomeIds, questionIds } from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import type { Answer } from '#guide/questions.ts';
import { resultName } from '#guide/resultName.ts';
import type { ToolPart } from '#guide/tools/tool.ts';
import { serviceAppKeys } from '#guide/serviceAppKeys.ts';
import { tools } from '#guide/tools/tools.ts';
import { targetOf } from '#guide/walks.ts';
import { operationTags } from '#screens/operations/operationPages.ts';
import { keyPairSteps } from '#snippets/keyPair.ts';
import { keyChangeFileName, keyChangeNeeds, keyChangeScript } from '#snippets/keys/keyChange.ts';
import { keySetCommand } from '#snippets/keys/keySet.ts';
import { defaultValues } from '#snippets/values.ts';

import { verbatimCommand } from './commands.ts';

/** A statement or a claim as a paragraph or an entry of a list. */
type Said = Statement | Claim;

const listOf = (entries: readonly string[]): string =>
  entries.map((entry) => `- ${entry.replaceAll('\n', '\n  ')}`).join('\n');
const saidList = (said: readonly Said[]): string => listOf(said.map(({ text }) => text));
const paragraphs = (...parts: readonly (string | undefined)[]): string =>
  `${parts.filter((part) => part !== undefined && part !== '').join('\n\n')}\n`;

function sourceList(content: unknown): string {
  const sources: readonly Source[] = sourcesOf(content);
  return sources.length === 0
    ? ''
    : `## Sources\n\n${listOf(sources.map(({ title, url, date }) => `${title} (${date}): ${url}`))}`;
}

const isResult = (node: string): node is OutcomeId | ExitId =>
  [...outcomeIds, ...exitIds].some((id) => id === node);

/** Where an answer leads, as one goes on from it. */
function leadsTo(answer: Answer): string {
  const node = targetOf(answer);
  return isResult(node) ? `result: ${resultName(node)} (\`${node}\`)` : `question \`${node}\``;
}

/** The questions in their order, each answer with where it leads. */
export function questionsMarkdown(): string {
  return questionIds
    .map((id) => {
      const { heading, why } = questionWords(id);
      return paragraphs(
        `## \`${id}\`: ${heading}`,
        why.text,
        listOf(
          answersTo(id).map((answer) => {
            const { label, hint, because } = optionOf(answer);
            return `\`${answer}\`: ${label}. ${hint.text}\nLeads to ${leadsTo(answer)}, because: ${because.text}`;
          }),
        ),
      );
    })
    .join('\n');
}

/** The whole decision: what the first page and the pages of its questions hold. */
export const decisionMarkdown = (): string =>
  paragraphs(
    '# How a program should authorize to Okta’s APIs',
    'An independent guide, not made or endorsed by Okta. Start with the question `oauth` and follow the answers to a result. Each answer is written `question.option`.',
    saidList(comparison.rule),
    questionsMarkdown(),
    sourceList(questionIds.map(questionWords)),
  );

/** The steps of a set-up in their order. */
function stepList(steps: readonly SetUpStep[]): string {
  return steps
    .map(
      ({ action, where, who, notes }, position) =>
        `${position + 1}. ${action}\n   Where: ${where}. Who: ${who}.${notes.map(({ text }) => `\n   ${text}`).join('')}`,
    )
    .join('\n');
}

/** A method: what its pages hold. */
export function outcomeMarkdown(id: OutcomeId): string {
  const outcome = outcomes[id];
  return paragraphs(
    `# ${outcome.heading}`,
    outcome.verdict.text,
    `## What it is\n\n${saidList(outcome.whatItIs)}`,
    ...outcome.afterAnswers.map(
      ({ heading, answers, statements }) =>
        `## ${heading}\n\nAfter ${answers.map((answer) => `\`${answer}\``).join(' or ')}.\n\n${saidList(statements)}`,
    ),
    `## What it costs\n\n${saidList(outcome.costs)}`,
    `## How to set it up\n\n${stepList(outcome.setUp)}`,
    ...outcome.topics.map(({ heading, claims }) => `## ${heading}\n\n${saidList(claims)}`),
    `## What usually goes wrong\n\n${listOf(
      outcome.errors.map((error) => `${error.signal}: ${errorHeading(error)}. ${error.remedy}`),
    )}`,
    sourceList(outcome),
  );
}

const code = (text: string): string => `\`\`\`sh\n${text}\`\`\``;

/** The keys of a service app: how to make, change and host them, with the commands for bash. */
export const keysMarkdown = (): string =>
  paragraphs(
    '# The keys of a service app',
    saidList(serviceAppKeys.accepted),
    '## Make a key pair',
    'On the machine where the program will run. The page itself can make one too, for a trial.',
    ...keyPairSteps('bash', 'RSA', defaultValues.keyId).map(
      ({ title, command }) => `${title}\n\n${code(command)}`,
    ),
    `## Change the key without an outage\n\n${stepList(serviceAppKeys.rotation)}`,
    `The commands are those of \`${keyChangeFileName}\`. ${keyChangeNeeds}`,
    code(keyChangeScript()),
    `## Host a JWKS\n\n${stepList(serviceAppKeys.hosting)}`,
    saidList(serviceAppKeys.hostingNotes),
    code(keySetCommand('bash')),
    sourceList(serviceAppKeys),
  );

/** An exit: where this is the wrong guide. */
export function exitMarkdown(id: ExitId): string {
  const exit = exits[id];
  return paragraphs(
    `# ${exit.heading}`,
    exit.verdict.text,
    saidList(exit.explanation),
    `## Where to go\n\n${saidList(exit.whereToGo)}`,
    ...(exit.cases ?? []).map(
      ({ heading, isThisApi, credential }) =>
        `## ${heading}\n\n${isThisApi.text}\n\n${credential.text}`,
    ),
    ...exit.topics.map(({ heading, claims }) => `## ${heading}\n\n${saidList(claims)}`),
    sourceList(exit),
  );
}

/** The three methods side by side. */
export const comparisonMarkdown = (): string =>
  paragraphs(
    '# The three methods, side by side',
    comparison.stance.text,
    ...comparison.rows.map(
      ({ aspect, cells }) =>
        `## ${aspect}\n\n${listOf(outcomeIds.map((id) => `${resultName(id)}: ${cells[id].text}`))}`,
    ),
    `## Other cases\n\n${saidList(comparison.beside)}`,
    sourceList(comparison),
  );

/** Every error, with all its causes. */
export const errorsMarkdown = (): string =>
  paragraphs(
    '# Errors, with their causes and remedies',
    ...knownErrors.map((error) =>
      [
        `## ${errorHeading(error)}`,
        `\`${error.id}\`, ${error.signal}`,
        listOf(causesOf(error).map(({ cause, remedy }) => `${cause} Remedy: ${remedy}`)),
      ].join('\n\n'),
    ),
    sourceList(knownErrors),
  );

const partText = (part: ToolPart): string =>
  part === 'unsourced'
    ? 'No public text that we read mentions it.'
    : part.map(({ text }) => text).join(' ');

/** Every tool, with the credential that it takes. */
export const toolsMarkdown = (): string =>
  paragraphs(
    '# Tools and SDKs, and the credential that each takes',
    ...tools.map(({ name, summary, ways, credential, key }) =>
      [
        `## ${name}`,
        summary,
        listOf([
          ...ways.map(
            ({ when, node, answers }) =>
              `${when}: ${resultName(node)} (${answers.map((answer) => `\`${answer}\``).join(' ')})`,
          ),
          `Credential: ${partText(credential)}`,
          `Key: ${partText(key)}`,
        ]),
      ].join('\n\n'),
    ),
    sourceList(tools),
  );

/** How many operations accept what, and where each tag’s are. */
export function operationsMarkdown(catalogue: Catalogue): string {
  return paragraphs(
    '# Which credential each operation accepts',
    `From Okta’s OpenAPI files, version ${specificationVersion(catalogue)}. For the credential and the scopes of single operations use the tool \`scopes\` of the MCP server, or \`${verbatimCommand('scopes listUsers "GET /api/v1/groups/{groupId}"')}\`.`,
    ...apiIds.map((api) => {
      const operations = catalogue.operations.filter((each) => each.api === api);
      const tokenOnly = operations.filter((each) => accepts(each).apiToken && !accepts(each).oauth);
      return [
        `## ${apiNames[api]}: ${operations.length} operations`,
        ...(tokenOnly.length === 0
          ? []
          : [
              `With an API token only: ${tokenOnly.map(({ reference }) => `\`${reference}\``).join(', ')}.`,
            ]),
        listOf(
          operationTags(catalogue)
            .filter((tag) => tag.api === api)
            .map(({ title, path, operations: ofTag }) => `${title} (${ofTag.length}): ${path}`),
        ),
      ].join('\n\n');
    }),
  );
}
