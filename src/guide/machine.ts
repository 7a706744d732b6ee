import { assign, setup } from 'xstate';

import type { NodeId, NodeKind } from './nodeIds.ts';
import type { Answer } from './questions.ts';

const guide = setup({
  types: {
    context: {} as { readonly answers: readonly Answer[] },
    events: {} as { [A in Answer]: { readonly type: A } }[Answer],
    meta: {} as { readonly node: NodeId },
    tags: {} as NodeKind,
  },
  actions: {
    recordAnswer: assign({ answers: ({ context, event }) => [...context.answers, event.type] }),
  },
});

const actions = 'recordAnswer';
const toAudience = { target: 'audience', actions } as const;
const toApiToken = { target: 'apiToken', actions } as const;

/**
 * The decision: routing only, in the article's order (OAuth 2.0 first, an API service integration
 * when customers install it from the OIN, an API token when OAuth cannot be used). Acyclic: going
 * back and changing an answer are replays of the answer list (`replay.ts`), not edges.
 *
 * @see facts A30 and A31 for the rule
 */
export const guideMachine = guide.createMachine({
  id: 'guide',
  context: { answers: [] },
  initial: 'oauth',
  states: {
    oauth: {
      tags: 'question',
      meta: { node: 'oauth' },
      on: {
        'oauth.yes': toAudience,
        'oauth.no': { target: 'obstacle', actions },
        'oauth.unsure': { target: 'obstacle', actions },
        'oauth.person': { target: 'userContext', actions },
        'oauth.agent': { target: 'agent', actions },
        'oauth.product': { target: 'delegatedGrant', actions },
        'oauth.other': { target: 'otherInterface', actions },
        'oauth.ownApi': { target: 'customAuthorizationServer', actions },
      },
    },
    agent: {
      tags: 'question',
      meta: { node: 'agent' },
      on: {
        'agent.person': { target: 'userContext', actions },
        'agent.alone': toAudience,
      },
    },
    obstacle: {
      tags: 'question',
      meta: { node: 'obstacle' },
      on: {
        'obstacle.tokenOnlyOperation': toApiToken,
        'obstacle.productHasOauth': toAudience,
        'obstacle.documentedTokenProduct': toApiToken,
        'obstacle.fixedHeaderProduct': toApiToken,
        'obstacle.extraWork': toAudience,
        'obstacle.noSuperAdmin': toAudience,
        'obstacle.fixedIp': toAudience,
        'obstacle.serviceAccountExists': toAudience,
        'obstacle.nothing': toAudience,
      },
    },
    audience: {
      tags: 'question',
      meta: { node: 'audience' },
      on: {
        'audience.ownOrg': { target: 'serviceApp', actions },
        'audience.customerOrgs': { target: 'catalog', actions },
      },
    },
    catalog: {
      tags: 'question',
      meta: { node: 'catalog' },
      on: {
        'catalog.yes': { target: 'apiServiceIntegration', actions },
        'catalog.no': { target: 'serviceApp', actions },
      },
    },
    serviceApp: { tags: 'outcome', meta: { node: 'serviceApp' } },
    apiServiceIntegration: { tags: 'outcome', meta: { node: 'apiServiceIntegration' } },
    apiToken: { tags: 'outcome', meta: { node: 'apiToken' } },
    userContext: { tags: 'exit', meta: { node: 'userContext' } },
    customAuthorizationServer: { tags: 'exit', meta: { node: 'customAuthorizationServer' } },
    delegatedGrant: { tags: 'exit', meta: { node: 'delegatedGrant' } },
    otherInterface: { tags: 'exit', meta: { node: 'otherInterface' } },
  },
});
