import { type IncomingMessage, ServerResponse } from 'node:http';

import type { InteractionResults } from 'oidc-provider';

import { type Answer, apiError, jsonAnswer } from './answer.ts';
import type { ApiRequest } from './apiSide.ts';
import {
  type AuthorizationServer,
  type ServerOutcome,
  serverPaths,
} from './authorizationServer.ts';
import type { OrgClient, OrgPerson, OrgSettings, OrgSignInApp } from './orgSettings.ts';
import { signInPage } from './signInPages.ts';
import { oktaWords } from './tokenErrors.ts';
import { requestForServer, serverMessage, tokenRequest, valuesOf } from './tokenRequest.ts';

/** Where a person signs in: the addresses that a browser opens, and the one at which a device asks for its code. */
export interface SignIn {
  /** Whether a path belongs to it. */
  readonly isAt: (path: string) => boolean;
  readonly answer: (request: ApiRequest) => Promise<Answer>;
}

/** Seconds that a device is to wait between two questions, as in Okta's guide (source S111). */
const defaultPollInterval = 5;

/**
 * Sets up what a person's sign-in needs besides the token endpoint (facts I1 to I4, K23): `/oauth2/v1/authorize`,
 * `/oauth2/v1/device/authorize`, the page at which a code is typed, and a page on which a person of the settings
 * is chosen. Who signs in agrees to everything that the app asks for and has been granted.
 *
 * Known differences from Okta: there are no passwords, and no sign-in policies.
 */
export function signIn(settings: OrgSettings, server: AuthorizationServer): SignIn {
  const { people = [], signInApps = [] } = settings;
  const clients: ReadonlyMap<string, OrgClient | OrgSignInApp> = new Map(
    [...settings.clients, ...signInApps].map((client) => [client.clientId, client]),
  );

  function messageOf(request: ApiRequest, target: string): IncomingMessage {
    return serverMessage({
      method: request.method,
      target,
      host: settings.host,
      headers: Object.fromEntries(
        ['cookie', 'content-type'].flatMap((name) => {
          const [value] = valuesOf(request.headers, name);
          return value === undefined ? [] : [[name, value]];
        }),
      ),
      accept: 'text/html',
      body: request.body,
    });
  }

  async function deviceCode(request: ApiRequest): Promise<Answer> {
    const asked = tokenRequest(request.target, request.headers, request.body);
    const { body, refusal } = await server.handle(
      requestForServer(asked, settings.host, serverPaths.deviceAuthorize),
    );
    if (refusal !== undefined) {
      const { status, error, description } = oktaWords(refusal, asked, clients);
      return jsonAnswer(status, { error, error_description: description });
    }
    const interval = settings.devicePollInterval ?? defaultPollInterval;
    return jsonAnswer(200, { ...(body as object), interval });
  }

  async function person(request: ApiRequest): Promise<Answer> {
    const message = messageOf(request, request.target);
    const response = new ServerResponse(message);
    const { provider } = server;
    const { params } = await provider.interactionDetails(message, response);
    const clientId = String(params['client_id']);
    if (request.method !== 'POST') return page(signInPage(clientId, people));
    const login = new URLSearchParams(request.body).get('login');
    const chosen = people.find((each) => each.login === login);
    const address = await provider.interactionResult(
      message,
      response,
      chosen === undefined
        ? { error: 'access_denied', error_description: denied }
        : await agreement(chosen, clientId, String(params['scope'])),
      { mergeWithLastSubmission: false },
    );
    return { status: 303, headers: { location: address }, body: '' };
  }

  async function agreement(
    { login, assignedTo }: OrgPerson,
    clientId: string,
    scope: string,
  ): Promise<InteractionResults> {
    if (!assignedTo.includes(clientId)) {
      return { error: 'access_denied', error_description: notAssigned };
    }
    const grant = new server.provider.Grant({ accountId: login, clientId });
    grant.addOIDCScope(scope);
    grant.addResourceScope(`https://${settings.host}`, scope);
    return { login: { accountId: login }, consent: { grantId: await grant.save() } };
  }

  return {
    isAt: (path) =>
      signInApps.length > 0 &&
      [
        serverPaths.authorize,
        serverPaths.deviceAuthorize,
        serverPaths.activate,
        serverPaths.signIn,
      ].some((each) => path === each || path.startsWith(`${each}/`)),
    answer: async (request) => {
      const [path = ''] = request.target.split('?');
      const isPost = request.method === 'POST';
      if (path === serverPaths.deviceAuthorize) {
        return isPost ? deviceCode(request) : apiError('E0000022');
      }
      if (path.startsWith(`${serverPaths.signIn}/`)) {
        try {
          return await person(request);
        } catch {
          // The browser has lost its cookie, or the sign-in is over.
          return apiError('E0000007', `Resource not found: ${path}`);
        }
      }
      return browserAnswer(await server.handle(messageOf(request, withConsent(request.target))));
    },
  };
}

const denied = 'The resource owner or authorization server denied the request.';
const notAssigned = 'User is not assigned to the client application.';

/**
 * The same address with `prompt=consent` where a refresh token is asked for: without it `oidc-provider` gives none
 * (OpenID Connect Core, section 11), and Okta does.
 */
function withConsent(target: string): string {
  const [path = '', query = ''] = target.split('?');
  const parameters = new URLSearchParams(query);
  const asksForRefreshToken = parameters.get('scope')?.split(' ').includes('offline_access');
  if (path !== serverPaths.authorize || !asksForRefreshToken || parameters.has('prompt')) {
    return target;
  }
  return `${target}&prompt=consent`;
}

function browserAnswer({ status, headers, body }: ServerOutcome): Answer {
  if (typeof body === 'string') return { status, headers, body };
  return { ...jsonAnswer(status, body ?? {}, headers), status };
}

function page(body: string): Answer {
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}
