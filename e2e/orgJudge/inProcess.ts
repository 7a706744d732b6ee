import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

import type { OrgRequest, OrgResponse } from '#org/org.ts';

import { lookalikeOrg, type LookalikeOrg } from '../lookalike/org.ts';
import type { ArrivedRequest, OrgSettings } from '../lookalike/orgSettings.ts';

/** A look-alike org that is called without a network. */
export interface LookalikeInProcess {
  readonly org: LookalikeOrg;
  readonly send: (request: OrgRequest) => Promise<OrgResponse>;
}

/** Makes a look-alike org that is called without a network. */
export async function lookalikeInProcess(settings: OrgSettings): Promise<LookalikeInProcess> {
  let tell: ((request: ArrivedRequest) => void) | undefined;
  const org = await lookalikeOrg({ ...settings, onArrived: (request) => tell?.(request) });
  return {
    org,
    send: ({ method, target, headers, body }) =>
      new Promise((resolve) => {
        tell = ({ answer }) => resolve(answer);
        const message = new IncomingMessage(new Socket());
        message.method = method;
        message.url = target;
        message.rawHeaders = headers.flat();
        message.push(body);
        message.push(null);
        org.listener(message, new ServerResponse(message));
      }),
  };
}
