import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { loopbackCertificate } from '../../lookalike/certificate.ts';
import { type LookalikeOrg, lookalikeOrg } from '../../lookalike/org.ts';
import type { ArrivedRequest, OrgSettings } from '../../lookalike/orgSettings.ts';

/** An HTTPS server on the loopback, behind which stands one org after the other. */
export interface SignInServer {
  readonly port: number;
  /** The certificate to trust, as PEM. */
  readonly authority: string;
  /** Puts an org in place, and notes from now on what is sent to any other host. */
  readonly watch: (settings: OrgSettings) => Promise<WatchedOrg>;
  readonly close: () => void;
}

export interface WatchedOrg {
  readonly arrived: readonly ArrivedRequest[];
  /** Requests to another host, in words. */
  readonly strays: readonly string[];
}

/** Starts the server, with a certificate for the hosts. */
export async function startSignInServer(hosts: readonly string[]): Promise<SignInServer> {
  const { authority, certificate, key } = await loopbackCertificate(hosts);
  let current: { readonly org: LookalikeOrg; readonly host: string } | undefined;
  let strays: string[] = [];
  const server = createServer(
    { cert: certificate, key, maxHeaderSize: 256 * 1024 },
    (request, response) => {
      if (request.headers.host === current?.host) {
        current?.org.listener(request, response);
        return;
      }
      strays.push(`${request.method} to ${request.headers.host}`);
      response.writeHead(421).end();
    },
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    authority,
    watch: async (settings) => {
      const org = await lookalikeOrg(settings);
      current = { org, host: settings.host };
      strays = [];
      return { arrived: org.arrived, strays };
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
