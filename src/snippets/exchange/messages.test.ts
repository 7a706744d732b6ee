import { describe, expect, test } from 'vitest';

import { outcomeIds } from '#guide/nodeIds.ts';

import { formsFor } from '../form.ts';
import { http } from '../http/http.ts';
import { exactJson } from '../exactJson.ts';
import { oktaRequest } from '../request.ts';
import { defaultValues } from '../values.ts';
import { environmentOf, exchangeOf, secretsOf, sentCredential } from './messages.ts';

const request = oktaRequest(defaultValues);
const forms = outcomeIds.flatMap(formsFor);

describe('exchangeOf', () => {
  test('gives the token request and the API request of a service app', () => {
    expect(exchangeOf({ method: 'serviceApp', variant: 'bearer' }, request)).toEqual([
      {
        name: 'Ask for an access token',
        method: 'POST',
        url: 'https://integrator-1234567.okta.com/oauth2/v1/token',
        headers: [
          { name: 'Accept', value: 'application/json' },
          { name: 'Content-Type', value: 'application/x-www-form-urlencoded' },
        ],
        body: {
          kind: 'form',
          parameters: [
            { name: 'grant_type', value: 'client_credentials' },
            { name: 'scope', value: 'okta.groups.read' },
            {
              name: 'client_assertion_type',
              value: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
            },
            {
              name: 'client_assertion',
              value: { kind: 'environment', name: 'OKTA_CLIENT_ASSERTION' },
            },
          ],
        },
        gives: { property: 'access_token', variable: 'OKTA_ACCESS_TOKEN' },
      },
      {
        name: 'Call the API',
        method: 'GET',
        url: 'https://integrator-1234567.okta.com/api/v1/groups?limit=10',
        headers: [
          { name: 'Accept', value: 'application/json' },
          {
            name: 'Authorization',
            value: {
              scheme: 'Bearer',
              credential: { kind: 'environment', name: 'OKTA_ACCESS_TOKEN' },
            },
          },
        ],
        body: null,
        gives: null,
      },
    ]);
  });

  test('puts the secret of an integration into the Basic header only (fact E24)', () => {
    const [token] = exchangeOf({ method: 'apiServiceIntegration', variant: 'bearer' }, request);
    expect(token?.headers).toContainEqual({
      name: 'Authorization',
      value: {
        scheme: 'Basic',
        user: defaultValues.clientId,
        password: { kind: 'environment', name: 'OKTA_CLIENT_SECRET' },
      },
    });
    expect(token?.body).toEqual({
      kind: 'form',
      parameters: [
        { name: 'grant_type', value: 'client_credentials' },
        { name: 'scope', value: 'okta.groups.read' },
      ],
    });
  });

  test('sends an API token in one request', () => {
    const [message, ...others] = exchangeOf({ method: 'apiToken', variant: 'bearer' }, request);
    expect(others).toEqual([]);
    expect(message?.headers).toContainEqual({
      name: 'Authorization',
      value: { scheme: 'SSWS', credential: { kind: 'environment', name: 'OKTA_API_TOKEN' } },
    });
  });

  test('shows the body of the API request as JSON in several lines', () => {
    const [message] = exchangeOf(
      { method: 'apiToken', variant: 'bearer' },
      oktaRequest({
        ...defaultValues,
        operation: { method: 'POST', path: '/api/v1/groups' },
        body: exactJson({ profile: { name: 'x' } }),
      }),
    );
    expect(message?.headers).toContainEqual({ name: 'Content-Type', value: 'application/json' });
    expect(message?.body).toEqual({
      kind: 'json',
      pieces: ['{\n  "profile": {\n    "name": "x"\n  }\n}'],
    });
  });

  test('has a JSON string from the environment in the place of a secret', () => {
    const messages = exchangeOf(
      { method: 'apiToken', variant: 'bearer' },
      oktaRequest({
        ...defaultValues,
        operation: { method: 'POST', path: '/api/v1/groups' },
        body: { kind: 'array', items: [{ kind: 'secret', variable: 'OKTA_BODY_X' }] },
      }),
    );
    expect(messages[0]?.body).toEqual({
      kind: 'json',
      pieces: ['[\n  ', { kind: 'environment', name: 'OKTA_JSON_BODY_X' }, '\n]'],
    });
    expect(secretsOf(messages)).toEqual(['OKTA_API_TOKEN', 'OKTA_JSON_BODY_X']);
  });

  test('requests a token that is bound by DPoP twice, and signs a new proof and assertion each time', () => {
    const messages = exchangeOf({ method: 'serviceApp', variant: 'dpop' }, request);
    expect(messages.map(({ name }) => name)).toEqual([
      'Ask for an access token',
      'Ask again with the nonce',
      'Call the API',
    ]);
    const made = JSON.stringify(messages).match(/"onTheWay","name":"[^"]*"/g);
    expect(made).toHaveLength(6);
    expect(new Set(made).size).toBe(6);
  });
});

describe('the variables of an exchange', () => {
  test.each(forms.filter((form) => form.request === 'single'))(
    'are those that the HTTP exchange names ($method $variant $keyType)',
    (form) => {
      expect(http.environment(form)).toEqual(environmentOf(exchangeOf(form, request)));
    },
  );

  test.each(outcomeIds)('are filled by the person but for the access token (%s)', (method) => {
    expect(secretsOf(exchangeOf({ method, variant: 'bearer' }, request))).toEqual([
      sentCredential(method),
    ]);
  });

  test('are none with DPoP, where nothing can be sent as it stands', () => {
    expect(environmentOf(exchangeOf({ method: 'serviceApp', variant: 'dpop' }, request))).toEqual(
      [],
    );
  });
});
