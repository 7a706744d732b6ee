import { appendFileSync } from 'node:fs';

import type { CryptoKey } from 'jose';

import { administer, type AdminCommand } from '#org/admin.ts';

import type { LookalikeOrg } from '../lookalike/org.ts';
import type { ArrivedRequest, OrgSettings } from '../lookalike/orgSettings.ts';
import { judgedOrg } from './judge.ts';
import { orgOfSettings } from './orgOfSettings.ts';

/** The file to which each history adds its counts, a JSON line each; absent when nobody counts. */
export const countsVariable = 'ORG_JUDGE_COUNTS';

/** How many responses were equal, how many differ for a known reason, and what else differs. */
export interface HistoryVerdict {
  readonly equal: number;
  readonly known: Readonly<Record<string, number>>;
  readonly different: readonly string[];
}

/** Everything that happened to a look-alike org, so that the same can be done to the model. */
export function judgedHistory(settings: OrgSettings) {
  const events: (
    | { readonly kind: 'request'; readonly request: ArrivedRequest }
    | { readonly kind: 'admin'; readonly command: AdminCommand }
  )[] = [];
  const record = (command: AdminCommand): void => {
    events.push({ kind: 'admin', command });
  };
  return {
    arrived: (request: ArrivedRequest): void => {
      events.push({ kind: 'request', request });
    },
    /** The same look-alike, which records what is done to it. */
    of: (org: LookalikeOrg): LookalikeOrg => ({
      ...org,
      refuseNext: (count, resetAfterSeconds) => {
        record({ type: 'useUpRateLimit', count, resetAfterSeconds });
        org.refuseNext(count, resetAfterSeconds);
      },
      expireTokens: () => {
        record({ type: 'endTokens' });
        org.expireTokens();
      },
    }),
    judge: async (tokenKey: {
      readonly publicKey: CryptoKey;
      readonly privateKey: CryptoKey;
    }): Promise<HistoryVerdict> => {
      const { judge, change } = judgedOrg(orgOfSettings(settings), tokenKey);
      let equal = 0;
      const known: Record<string, number> = {};
      const different: string[] = [];
      for (const event of events) {
        if (event.kind === 'admin') {
          change((org) => {
            const done = administer(org, event.command, 0);
            return 'org' in done ? done.org : org;
          });
          continue;
        }
        const { at, method, headers, body, answer } = event.request;
        const target = event.request.target.replace(/^https?:\/\/[^/?#]*/i, '');
        const request = { method, target, headers, body, from: '127.0.0.1' };
        const verdict = await judge(request, answer, at, false);
        if (verdict.kind === 'equal') equal += 1;
        else if (verdict.kind === 'known') known[verdict.reason] = (known[verdict.reason] ?? 0) + 1;
        else different.push(`${method} ${target.slice(0, 200)}\n${verdict.what}`);
      }
      const verdict = { equal, known, different };
      const file = process.env[countsVariable];
      if (file !== undefined) appendFileSync(file, `${JSON.stringify(verdict)}\n`);
      return verdict;
    },
  };
}
