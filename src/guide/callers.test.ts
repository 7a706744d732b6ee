import { describe, expect, test } from 'vitest';

import { answersTo } from './answers.ts';
import { optionOf } from './answerWords.ts';
import { exits } from './exits.ts';
import type { NodeId } from './nodeIds.ts';
import { outcomes } from './outcomes/outcomes.ts';
import type { Answer } from './questions.ts';
import { replay } from './replay.ts';

// Callers from real life: the answers that they would give, where these end, and the words by
// which they recognise themselves on the way.

interface Caller {
  readonly who: string;
  readonly answers: readonly [Answer, ...Answer[]];
  readonly end: NodeId;
  /** What is shown beside the answers that they choose. */
  readonly onTheWay: readonly [string, ...string[]];
  /** What is on the page at which they end. */
  readonly onThePage: readonly [string, ...string[]];
}

const callers: readonly Caller[] = [
  {
    who: 'Terraform in a pipeline',
    answers: ['oauth.no', 'obstacle.productHasOauth', 'audience.ownOrg'],
    end: 'serviceApp',
    onTheWay: ['Terraform', 'service app with a private key'],
    onThePage: ['Terraform'],
  },
  {
    who: 'a SIEM that fetches the logs of several customers',
    answers: ['oauth.yes', 'audience.customerOrgs', 'catalog.yes'],
    end: 'apiServiceIntegration',
    onTheWay: ['orgs of our customers', 'from its listing', 'OIN'],
    onThePage: ['System Log'],
  },
  {
    who: 'an HR script',
    answers: ['oauth.yes', 'audience.ownOrg'],
    end: 'serviceApp',
    onTheWay: ['A script on a server, a scheduled job', 'Our own org'],
    onThePage: ['private key'],
  },
  {
    who: 'an agent for signed-in staff',
    answers: ['oauth.agent', 'agent.person'],
    end: 'userContext',
    onTheWay: ['AI agent', 'a signed-in person is behind each action', 'an assistant for staff'],
    onThePage: ['authorization code flow with PKCE', 'AI agents and MCP servers'],
  },
  {
    who: 'an MCP server for admins, with the admin at hand',
    answers: ['oauth.agent', 'agent.person'],
    end: 'userContext',
    onTheWay: ['MCP server', 'an MCP server that an admin uses'],
    onThePage: ['Managed MCP Server', 'device authorization'],
  },
  {
    who: 'an MCP server for admins, with nobody at hand',
    answers: ['oauth.agent', 'agent.alone', 'audience.ownOrg'],
    end: 'serviceApp',
    onTheWay: ['MCP server', 'it acts on its own', 'on a schedule', 'nobody at the keyboard'],
    onThePage: ['private key'],
  },
  {
    who: 'a mobile app',
    answers: ['oauth.person'],
    end: 'userContext',
    onTheWay: ['on a phone', 'no key can be kept secret'],
    onThePage: ['on a phone cannot keep a key', 'PKCE'],
  },
  {
    who: 'a tool with one field, called “API key”',
    answers: ['oauth.no', 'obstacle.fixedHeaderProduct'],
    end: 'apiToken',
    onTheWay: ['API key', 'one fixed header', 'a small broker'],
    onThePage: ['30 days'],
  },
  {
    who: 'a tool with a client ID and a client secret',
    answers: ['oauth.product'],
    end: 'delegatedGrant',
    onTheWay: ['a client ID, a client secret and one sign-in by an admin'],
    onThePage: [
      'two fields, for a client ID and a client secret',
      'refresh token',
      'dedicated account',
      'Okta refuses its secret',
    ],
  },
  {
    who: 'a provider with 30 orgs',
    answers: ['oauth.yes', 'audience.ownOrg'],
    end: 'serviceApp',
    onTheWay: ['several of our own', 'Each org gets its own app, key and grants'],
    onThePage: ['Several orgs of your own', 'One JWKS URL can serve the keys of all of them'],
  },
  {
    who: 'Org2Org',
    answers: ['oauth.no', 'obstacle.productHasOauth', 'audience.ownOrg'],
    end: 'serviceApp',
    onTheWay: ['Org2Org', 'a service app in the hub for each spoke', 'Okta makes the key'],
    onThePage: ['/api/v1/apps/{appId}/connections/default/jwks'],
  },
  {
    who: 'a Java program at the classic /authn',
    answers: ['oauth.no', 'obstacle.documentedTokenProduct'],
    end: 'apiToken',
    onTheWay: [
      'trusted app using the classic Authentication API',
      'A public app sends no credential',
    ],
    onThePage: ['/api/v1/authn'],
  },
  {
    who: 'Okta Workflows, calling another org',
    answers: ['oauth.product'],
    end: 'delegatedGrant',
    onTheWay: ['The Okta connector of Okta Workflows'],
    onThePage: ['Okta Workflows', 'To call another org, set up a web app in that org'],
  },
];

/** The words of the options that were chosen: label, hint, and what to do instead. */
function wordsOnTheWay(answers: readonly Answer[]): string {
  return answers
    .map((answer) => {
      const { label, hint, instead = [] } = optionOf(answer);
      return [label, hint.text, ...instead.map(({ text }) => text)].join('\n');
    })
    .join('\n');
}

const pages: Readonly<Record<string, unknown>> = { ...outcomes, ...exits };

describe.each(callers)('$who', ({ answers, end, onTheWay, onThePage }) => {
  test('ends where it should, and is asked nothing more', () => {
    const { walk, dropped } = replay(answers);
    expect(dropped).toEqual([]);
    expect(walk.node).toBe(end);
    expect(answersTo(walk.node)).toEqual([]);
  });

  test('finds its own words on the way and on the page', () => {
    const way = wordsOnTheWay(answers);
    for (const words of onTheWay) expect(way).toContain(words);
    const page = JSON.stringify(pages[end]);
    for (const words of onThePage) expect(page).toContain(words);
  });
});

describe('another interface', () => {
  test('is where everything ends that is not a call to these APIs', () => {
    expect(replay(['oauth.other']).walk.node).toBe('otherInterface');
    const words = wordsOnTheWay(['oauth.other']);
    for (const name of [
      'SCIM',
      'Privileged Access',
      'Workflows flow',
      'event hooks',
      'log streaming',
      'private endpoint',
      'Auth0',
    ]) {
      expect(words).toContain(name);
    }
  });

  // The two ways of SCIM, as people put them: “Okta pushes users to our SCIM server”, “our HR system
  // pushes users into Okta by SCIM”.
  test.each([
    { id: 'scim-out', credential: 'One that you issue', host: 'Your own SCIM server' },
    {
      id: 'scim-in',
      credential: 'The bearer token of that SCIM connection',
      host: 'https://{yourOktaDomain}/{connectionId}/scim/v2',
    },
    { id: 'log-streaming', credential: 'your program sends no request to Okta', host: undefined },
  ])('$id says which credential it takes', ({ id, credential, host }) => {
    const found = exits.otherInterface.cases?.find((each) => each.id === id);
    expect(found?.credential.text).toContain(credential);
    expect(found?.host).toBe(host);
  });
});
