import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';

import { accepts } from '#catalogue/accepts.ts';
import { operationIndex } from '#catalogue/find.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { programReports } from '#catalogue/recorded/callReport.ts';
import { grantedScopes } from '#catalogue/recorded/grantedScopes.ts';
import { hostNamed } from '#catalogue/recorded/recordedCall.ts';
import { readRecording } from '#catalogue/recorded/recording.ts';
import { findByReference } from '#catalogue/references.ts';
import { optionOf, questionWords } from '#guide/answerWords.ts';
import { sourcesOf } from '#guide/citations.ts';
import { contentVersion } from '#guide/contentVersion.ts';
import { exits } from '#guide/exits.ts';
import { exitIds, outcomeIds, type QuestionId, questionIds } from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { replay, type Walk } from '#guide/replay.ts';
import { nextAnswers } from '#guide/walks.ts';
import { mostTokens } from '#record/leavingToken/tokenList.ts';
import { recordMarkdown } from '#record/markdown.ts';
import { decisionRecord } from '#record/record.ts';
import { longestCalls } from '#screens/leaveToken/tokenDraft.ts';
import { pathOf } from '#share/address.ts';
import { languages } from '#snippets/languages.ts';
import { parseJson } from '#snippets/parseJson.ts';
import { certainSecretLike } from '#snippets/secretLike.ts';
import { formsFor, snippetsFor } from '#snippets/snippet.ts';
import { parseValues } from '#snippets/valuesFile.ts';

import { CommandError } from './commandError.ts';
import { explainCommand } from './guideExplain.ts';
import { leaveTokenCommand, reasonNames } from './guideLeaveToken.ts';
import { scopesCommand } from './guideScopes.ts';

/** What the server needs to know about its surroundings. */
export interface GuideServerOptions {
  /** What the addresses of pages begin with. */
  readonly site: string;
  /** The day of a decision, `YYYY-MM-DD`. */
  readonly today: string;
  readonly version: string;
}

const index = operationIndex(oktaCatalogue);
/** No tool reads more of a text. */
const longestText = 2_000_000;

const source = z.object({ title: z.string(), url: z.string(), date: z.string() });
const place = { count: z.number(), places: z.array(z.number()) };

/** The schemas of what the tools accept and return, which the server publishes. */
const schemas = {
  decide: {
    input: {
      answers: z
        .array(z.string().max(60))
        .max(10)
        .describe(
          'The answers so far, in order, such as ["oauth.yes", "audience.ownOrg"]. Empty for the first question.',
        ),
    },
    output: {
      kind: z.enum(['question', 'outcome', 'exit']),
      node: z.string(),
      heading: z.string(),
      text: z.string(),
      answers: z.array(z.string()),
      options: z
        .array(z.object({ answer: z.string(), label: z.string(), hint: z.string() }))
        .describe('The answers that can be given here; empty at a result.'),
      record: z.string().optional().describe('The decision record in Markdown, at a result.'),
      sources: z.array(source),
      page: z.string(),
    },
  },
  scopes: {
    input: {
      operations: z
        .array(z.string().max(2000))
        .min(1)
        .max(200)
        .describe('Ids, "METHOD /path", addresses, SDK calls or scopes.'),
    },
    output: {
      scopes: z.array(z.string()).describe('The fewest scopes for all of them.'),
      verdict: z.string(),
      operations: z.array(z.looseObject({ id: z.string(), scopes: z.array(z.string()) })),
      unknown: z.array(z.string()).describe('What no specification contains; never guessed.'),
      near: z.array(z.string()).optional(),
      notes: z.array(z.string()),
    },
  },
  explain: {
    input: { text: z.string().max(longestText).describe('The error text, as you got it.') },
    output: {
      found: z.array(
        z.looseObject({
          id: z.string(),
          cause: z.string(),
          remedy: z.string(),
          status: z.string(),
          page: z.string(),
          sources: z.array(z.string()),
        }),
      ),
      near: z.array(z.looseObject({ id: z.string(), page: z.string() })),
      operations: z
        .array(
          z.object({
            id: z.string(),
            call: z.string(),
            scopes: z
              .array(z.array(z.string()))
              .describe('Sets of scopes; any one of them is enough.'),
          }),
        )
        .describe('The calls in the text.'),
      missingScope: z.string().optional().describe('The scope that the response asks for.'),
      tools: z.array(z.object({ id: z.string(), name: z.string(), page: z.string() })),
      notes: z.array(z.string()),
    },
  },
  request: {
    input: {
      method: z.enum(outcomeIds),
      language: z.string().describe(`One of: ${languages.map(({ id }) => id).join(', ')}.`),
      variant: z.enum(['bearer', 'dpop']).optional(),
      operation: z.string().max(200).optional().describe('An id, such as listUsers.'),
      orgDomain: z.string().max(300).optional(),
      clientId: z.string().max(300).optional(),
      keyId: z.string().max(300).optional(),
    },
    output: {
      text: z.string(),
      fileName: z.string(),
      run: z.string().nullable(),
      environment: z.record(z.string(), z.string()),
      corrected: z.array(z.string()).describe('Values that the guide corrected, and how.'),
      claim: z
        .string()
        .describe('What was proven about this exact text: executed, parsed or none.'),
    },
  },
  audit: {
    input: {
      text: z
        .string()
        .max(longestText)
        .describe('A HAR file, a Postman collection, a log, a System Log export, code or a list.'),
      fileName: z.string().max(300).optional().describe('Helps to tell code from a list.'),
      granted: z.string().max(100_000).optional().describe('The scopes that the app has.'),
      ownHosts: z.array(z.string().max(300)).max(20).optional(),
    },
    output: {
      programs: z.array(
        z.looseObject({
          caller: z.string().optional(),
          operations: z.array(
            z.looseObject({
              reference: z.string(),
              method: z.string(),
              path: z.string(),
              ...place,
            }),
          ),
          scopes: z.array(z.looseObject({ scope: z.string(), neededBy: z.array(z.string()) })),
          changes: z
            .array(z.looseObject({ action: z.string(), scope: z.string(), why: z.string() }))
            .optional(),
          unsettled: z.array(z.looseObject({ path: z.string(), ...place })),
          unknown: z.array(z.looseObject({ shown: z.string(), ...place })),
          oinText: z.string(),
        }),
      ),
    },
  },
  leaveToken: {
    input: {
      tokens: z
        .array(
          z.object({
            name: z.string().min(1).max(300).describe('Its name in the org, never its value.'),
            id: z
              .string()
              .max(40)
              .optional()
              .describe('As GET /api/v1/api-tokens returns it: 00T and 17 letters and digits.'),
            owner: z.string().max(300).optional().describe('Who is responsible for it.'),
            calls: z
              .string()
              .max(longestCalls)
              .optional()
              .describe('What its program calls: a list of operations, a log, code.'),
            stays: z.enum(reasonNames).optional().describe('Why it has to stay, if it does.'),
            share: z
              .string()
              .max(10)
              .optional()
              .describe('Its share of the rate limits, in percent.'),
            reviewDate: z.string().max(10).optional().describe('YYYY-MM-DD.'),
          }),
        )
        .min(1)
        .max(mostTokens),
      orgDomain: z.string().max(300).optional(),
      variant: z.enum(['bearer', 'dpop']).optional(),
      keyType: z.enum(['RSA', 'EC']).optional(),
    },
    output: {
      plans: z.array(
        z.object({
          token: z.string(),
          id: z.string().optional(),
          fate: z.enum(['goes', 'stays', 'open']).describe('open: nobody has said what it calls.'),
          summary: z.string(),
          scopes: z.array(z.string()),
          operations: z.array(z.string()),
          parts: z.array(
            z.object({
              heading: z.string(),
              statements: z.array(z.string()),
              steps: z.array(z.object({ id: z.string(), text: z.string() })),
            }),
          ),
          card: z.array(z.object({ label: z.string(), text: z.string() })),
          files: z.array(z.object({ fileName: z.string(), text: z.string() })),
        }),
      ),
      markdown: z.string().describe('All plans as a checklist, with their sources.'),
      notes: z.array(z.string()),
    },
  },
};

interface ToolAnswer {
  readonly [name: string]: unknown;
}

/**
 * Makes the guide's MCP server: `decide`, `scopes`, `explain`, `request`, `audit` and
 * `leave-token` over the same core as the pages and the command line. It refuses what they refuse,
 * in the same words; no response repeats a secret.
 *
 * @see https://modelcontextprotocol.io/specification
 */
export function guideServer({ site, today, version }: GuideServerOptions): McpServer {
  const server = new McpServer(
    { name: 'okta-api-authorization-guide', version },
    {
      instructions:
        'Decides which credential a program should use to call Okta’s APIs. Start with decide and no answers, then answer its questions in order. Never send a secret.',
    },
  );
  const readOnly = { readOnlyHint: true, openWorldHint: false, idempotentHint: true };
  server.registerTool(
    'decide',
    {
      title: 'Decide which credential to use',
      description:
        'Returns the next question for the answers so far, or the result with its decision record and sources.',
      inputSchema: schemas.decide.input,
      outputSchema: schemas.decide.output,
      annotations: readOnly,
    },
    ({ answers }) => answered(answers.join(' '), () => decided(answers, site, today)),
  );
  server.registerTool(
    'scopes',
    {
      title: 'Find the fewest scopes',
      description:
        'Returns which credentials operations accept, and the fewest scopes that let one token call them all.',
      inputSchema: schemas.scopes.input,
      outputSchema: schemas.scopes.output,
      annotations: readOnly,
    },
    ({ operations }) =>
      answered(operations.join('\n'), () => {
        const { output, notes } = scopesCommand(operations, true, (path) => site + pathOf(path));
        return { ...objectIn(output), notes };
      }),
  );
  server.registerTool(
    'explain',
    {
      title: 'Explain an error',
      description:
        'Identifies an Okta API error by its text. Returns its causes with remedies and sources, the likeliest first, and the scopes of the calls in the text. Secrets in the text are removed.',
      inputSchema: schemas.explain.input,
      outputSchema: schemas.explain.output,
      annotations: readOnly,
    },
    // A transcript may contain secrets: nothing of it is repeated.
    ({ text }) =>
      answered('', () => {
        const { output, notes } = explainCommand(text, site, true);
        return { ...objectIn(output), notes };
      }),
  );
  server.registerTool(
    'request',
    {
      title: 'Write a request',
      description:
        'Returns a runnable request for a method in a language. Secrets are environment variables.',
      inputSchema: schemas.request.input,
      outputSchema: schemas.request.output,
      annotations: readOnly,
    },
    (asked) => answered(Object.values(asked).join('\n'), () => requested(asked)),
  );
  server.registerTool(
    'audit',
    {
      title: 'Read what a program really called',
      description:
        'Finds the operations in a recording, a log or code, the fewest scopes, and which granted scopes to keep, remove or add. What is not recognised is listed and never guessed; secrets are ignored.',
      inputSchema: schemas.audit.input,
      outputSchema: schemas.audit.output,
      annotations: readOnly,
    },
    ({ text, fileName, granted, ownHosts }) =>
      answered(granted ?? '', () => audited(text, fileName ?? '', granted, ownHosts ?? [])),
  );
  server.registerTool(
    'leave-token',
    {
      title: 'Plan how programs stop using their API tokens',
      description:
        'Returns a plan for each API token: scopes, set-up, a comparison of both credentials, the cut-over and the revocation; or a risk card for a token that has to stay. Never send the value of a token.',
      inputSchema: schemas.leaveToken.input,
      outputSchema: schemas.leaveToken.output,
      annotations: readOnly,
    },
    // What programs call may be a log: only the operations in it are kept.
    ({ tokens, orgDomain, variant = 'dpop', keyType = 'RSA' }) =>
      answered(
        [orgDomain, ...tokens.flatMap(({ name, id, owner }) => [name, id, owner])].join('\n'),
        () => tokensLeft(tokens, { org: orgDomain, variant, keyType, today }),
      ),
  );
  return server;
}

/** Answers a call, or refuses it in a sentence; a secret is refused before anything reads it. */
function answered(given: string, work: () => ToolAnswer) {
  const refusal = certainSecretLike(given);
  if (refusal !== undefined) return refused(refusal);
  try {
    const structuredContent = work();
    return {
      structuredContent: { ...structuredContent },
      content: [{ type: 'text' as const, text: JSON.stringify(structuredContent) }],
    };
  } catch (error) {
    if (error instanceof CommandError) return refused(error.message);
    throw error;
  }
}

const refused = (reason: string) => ({
  isError: true,
  content: [{ type: 'text' as const, text: reason }],
});

function objectIn(json: string): ToolAnswer {
  const parsed: unknown = JSON.parse(json);
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
}

function decided(answers: readonly string[], site: string, today: string): ToolAnswer {
  const { walk, dropped } = replay(answers);
  if (dropped.length > 0) {
    throw new CommandError(
      `answer ${walk.answers.length + 1} does not follow here; ${nextWords(walk)}`,
    );
  }
  const page = site + pathOf(walk.answers);
  const common = { kind: walk.kind, node: walk.node, answers: walk.answers, page };
  const question = questionIds.find((id) => id === walk.node);
  if (question !== undefined) return { ...common, ...questionAnswer(question, walk) };
  const outcome = outcomeIds.find((id) => id === walk.node);
  const exit = exitIds.find((id) => id === walk.node);
  const result = outcome === undefined ? exit && exits[exit] : outcomes[outcome];
  if (result === undefined) throw new CommandError('the path has no end');
  const record = decisionRecord(walk, { date: today, contentVersion, guideAddress: page });
  return {
    ...common,
    heading: result.heading,
    text: result.verdict.text,
    options: [],
    record: recordMarkdown(record),
    sources: sourcesIn(record),
  };
}

function questionAnswer(question: QuestionId, walk: Walk): ToolAnswer {
  const words = questionWords(question);
  return {
    heading: words.heading,
    text: words.why.text,
    options: nextAnswers(walk).map((answer) => {
      const { label, hint } = optionOf(answer);
      return { answer, label, hint: hint.text };
    }),
    sources: sourcesIn(words),
  };
}

const sourcesIn = (content: unknown) =>
  sourcesOf(content).map(({ title, url, date }) => ({ title, url, date }));

const nextWords = (walk: Walk): string =>
  walk.kind === 'question'
    ? `the question is ${walk.node}, and the possible answers are ${nextAnswers(walk).join(', ')}`
    : `the path has ended at ${walk.node}`;

interface AskedRequest {
  readonly method: (typeof outcomeIds)[number];
  readonly language: string;
  readonly variant?: 'bearer' | 'dpop' | undefined;
  readonly operation?: string | undefined;
  readonly orgDomain?: string | undefined;
  readonly clientId?: string | undefined;
  readonly keyId?: string | undefined;
}

function requested({ method, language, variant, ...values }: AskedRequest): ToolAnswer {
  if (values.operation !== undefined) checkOperation(values.operation);
  const json = parseJson(JSON.stringify(values));
  const parsed = json.ok ? parseValues(json.json, oktaCatalogue) : undefined;
  if (parsed === undefined) throw new CommandError('the values cannot be read');
  if (!parsed.ok) throw new CommandError(parsed.error);
  const [problem] = parsed.refused;
  if (problem !== undefined) throw new CommandError(`${problem.field}: ${problem.reason}`);
  const [set] = parsed.sets;
  if (set === undefined) throw new CommandError('no operation has this id');
  const reason = set.refusals[method];
  if (reason !== undefined) throw new CommandError(reason);
  const snippet = formsFor(method)
    .filter((form) => variant === undefined || form.variant === variant)
    .flatMap((form) => snippetsFor(form, set.values))
    .find((each) => each.language === language);
  if (snippet === undefined) {
    throw new CommandError(
      `there is no request for ${method} in this language and variant; the languages are ${languages.map(({ id }) => id).join(', ')}`,
    );
  }
  const { text, fileName, run, environment, claim } = snippet;
  const corrected = parsed.corrected.map(({ field, note }) => `${field}: ${note}`);
  return { text, fileName, run, environment, claim, corrected };
}

function checkOperation(reference: string): void {
  const operation = findByReference(oktaCatalogue, reference);
  if (operation === undefined)
    throw new CommandError('no operation has this id; use the scopes tool to find one');
  if (accepts(operation).none)
    throw new CommandError('the operation is public: it needs no credential');
}

interface AskedToken {
  readonly name: string;
  readonly id?: string | undefined;
  readonly owner?: string | undefined;
  readonly calls?: string | undefined;
  readonly stays?: string | undefined;
  readonly share?: string | undefined;
  readonly reviewDate?: string | undefined;
}

const said = (value: string | undefined) => (value === undefined ? [] : [{ value }]);

/** Plans each token by itself: two of them may have one name. */
function tokensLeft(
  tokens: readonly AskedToken[],
  settings: Pick<Parameters<typeof leaveTokenCommand>[0], 'org' | 'variant' | 'keyType' | 'today'>,
): ToolAnswer {
  const each = tokens.map(({ name, id, owner, calls, stays, share, reviewDate }) =>
    leaveTokenCommand({
      ...settings,
      list: JSON.stringify([{ name, id }]),
      calls: said(calls),
      owners: said(owner),
      stays: said(stays),
      shares: said(share),
      reviews: said(reviewDate),
    }),
  );
  return {
    plans: each.flatMap(({ plans }) => plans),
    markdown: each.map(({ markdown }) => markdown).join('\n'),
    notes: each.flatMap(({ notes }) => notes),
  };
}

function audited(
  text: string,
  fileName: string,
  grantedText: string | undefined,
  hosts: readonly string[],
): ToolAnswer {
  const ownHosts = new Set(hosts.map((host) => hostNamed(host)));
  ownHosts.delete('');
  const recording = readRecording(index, text, { fileName, ownHosts });
  const callers = recording.programs.flatMap(({ caller }) => caller ?? []);
  const granted = grantedScopes(grantedText ?? '', callers);
  if (grantedText !== undefined && grantedText.trim() !== '' && granted === undefined) {
    throw new CommandError(
      'the list of granted scopes contains no scope; scopes look like okta.users.read',
    );
  }
  return {
    programs: programReports(
      oktaCatalogue,
      [{ ...recording, name: 'recording' }],
      granted ?? new Map<string, readonly string[]>(),
    ),
  };
}
