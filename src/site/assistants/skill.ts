import { verbatimCommand } from './commands.ts';
import { questionsMarkdown } from './questionsMarkdown.ts';

/** The guide as a skill that an assistant loads: its questions in their order, from the same data as its pages. */
export const skillMarkdown = (): string => `---
name: okta-api-authorization
description: Decides which credential a program should use to call Okta’s APIs (service app, API service integration or API token), and gives the fewest scopes and the sources. Use it when somebody writes, reviews or plans code that calls Okta’s APIs, or asks about an API token, OAuth 2.0 scopes or an authorization error from Okta.
---

# Choose the credential for Okta’s APIs

1. Ask the questions below in order, starting with \`oauth\`. Take an answer only from what the person or their code says. If you cannot tell, ask; do not assume.
2. Follow each answer to the question or the result that it leads to. Do not skip a question.
3. At a result, state it with its reason and its sources. With the MCP server, \`decide\` accepts the answers and returns the decision record; without it, run \`${verbatimCommand('decide oauth.yes audience.ownOrg')}\`.
4. For scopes, list the operations that the program calls and use \`scopes\`; if there is a log, a recording or code, use \`audit\`. Never name a scope from memory.
5. For an error, use \`explain\` with its text. For code, use \`request\`. For a plan to stop using API tokens, use \`leave-token\` with their names, never their values.
6. Never ask for a secret, and never repeat one. A token, key or client secret belongs in an environment variable.

${questionsMarkdown()}`;
