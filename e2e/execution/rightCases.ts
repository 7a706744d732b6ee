import type { Form } from '#snippets/form.ts';

import { apiError } from '../lookalike/answer.ts';
import type { KeyForm } from './credentials.ts';
import { toolchains } from './toolchains.ts';
import { anotherToken, type Case, type Disturbance, firstToken, pagesOf } from './case.ts';

/** A program in use that gets access tokens. */
const renews = ({ request, method }: Form): boolean =>
  request === 'everything' && method !== 'apiToken';

/** The same key in a file of another form. */
export function inForm(keyForm: KeyForm): NonNullable<Case['environment']> {
  return (_, { keys }, { keyType }) => ({
    privateKeyFile: keys[keyType ?? 'RSA'].otherForms[keyForm],
  });
}

/** Nothing out of the ordinary: the case of every set of values. */
export const ordinary: Case = {
  id: 'as it should be',
  kind: 'right',
  concerns: () => true,
  extent: 'all',
  outcome: ({ form, pages }) => ({
    ends: 'well',
    exchange: [...firstToken(form), ...pagesOf(pages)],
  }),
};

/** What a snippet must cope with, with the sample values. */
export const rightCases: readonly Case[] = [
  ordinary,
  ...(['throughProxy', 'pastProxy'] as const).map((way): Case => ({
    id:
      way === 'throughProxy'
        ? 'behind a proxy that the environment names'
        : 'beside a proxy from which the environment takes the org out',
    kind: 'right',
    concerns: (_, language) => toolchains[language]?.proxy !== undefined,
    extent: 'one',
    way,
    outcome: ordinary.outcome,
  })),
  ...(['windowsLines', 'byteOrderMark'] as const).map((keyForm): Case => ({
    id:
      keyForm === 'windowsLines' ? 'a key file from Windows' : 'a key file with a byte order mark',
    kind: 'right',
    concerns: ({ method }) => method === 'serviceApp',
    extent: 'one',
    environment: inForm(keyForm),
    outcome: ordinary.outcome,
  })),
  {
    id: 'an app that does not require DPoP',
    kind: 'right',
    concerns: ({ variant }) => variant === 'dpop',
    extent: 'one',
    org: (settings) => ({
      ...settings,
      clients: settings.clients.map((client) => ({ ...client, dpop: 'optional' })),
    }),
    outcome: ordinary.outcome,
  },
  {
    id: 'tokens that live for 30 seconds',
    kind: 'right',
    concerns: renews,
    extent: 'oneKey',
    org: (settings) => ({ ...settings, tokenLifetime: 30 }),
    outcome: ({ form, language, pages }) => ({
      ends: 'well',
      exchange: [
        ...firstToken(form),
        'api ok',
        ...pagesOf(pages - 1).flatMap((page) => anotherToken(form, language).concat(page)),
      ],
    }),
  },
  {
    id: 'a token that expires after the first page',
    kind: 'right',
    concerns: renews,
    extent: 'oneKey',
    disturbance: ({ kind, count, org }) => {
      if (kind === 'api' && count === 2) org.expireTokens();
      return undefined;
    },
    outcome: ({ form, language, pages }) => ({
      ends: 'well',
      exchange: [
        ...firstToken(form),
        'api ok',
        'api 401',
        ...anotherToken(form, language),
        ...pagesOf(pages - 1),
      ],
    }),
  },
  {
    id: 'the rate limit once',
    kind: 'right',
    concerns: ({ request }) => request === 'everything',
    extent: 'oneKey',
    disturbance: rateLimit(1),
    outcome: ({ form, pages }) => ({
      ends: 'well',
      exchange: [...firstToken(form), 'api 429', ...pagesOf(pages)],
    }),
  },
  {
    id: 'the rate limit twice',
    kind: 'right',
    concerns: ({ request }) => request === 'everything',
    extent: 'one',
    disturbance: rateLimit(2),
    outcome: ({ form, pages }) => ({
      ends: 'well',
      exchange: [...firstToken(form), 'api 429', 'api 429', ...pagesOf(pages)],
    }),
  },
  {
    id: 'the rate limit at the token endpoint, without a reset',
    kind: 'right',
    concerns: renews,
    extent: 'one',
    disturbance: ({ kind, count }) =>
      kind === 'token' && count === 1 ? apiError('E0000047') : undefined,
    outcome: ({ form, pages }) => ({
      ends: 'well',
      exchange: ['token 429', ...firstToken(form), ...pagesOf(pages)],
    }),
  },
  {
    id: 'both links in one header',
    kind: 'right',
    concerns: ({ request }) => request === 'everything',
    extent: 'one',
    disturbance: ({ kind, count, origin }) =>
      kind === 'api' && count === 1
        ? {
            status: 200,
            headers: {
              'content-type': 'application/json',
              link: [
                `<${origin}/api/v1/groups?limit=10>; rel="self"`,
                `<${origin}/api/v1/groups?after=00gexamplegroup00010&limit=10>; rel="next"`,
              ].join(', '),
            },
            body: '[{"id":"00gexamplegroup00010"}]',
          }
        : undefined,
    outcome: ordinary.outcome,
  },
];

/** The first requests to the API are refused; the reset is two to three seconds ahead. */
function rateLimit(times: number): Disturbance {
  return ({ kind, count, org }) => {
    if (kind === 'api' && count === 1) org.refuseNext(times, 2);
    return undefined;
  };
}
