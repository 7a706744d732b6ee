import { describe, expect, test } from 'vitest';

import { oktaRequest } from '../request.ts';
import { defaultValues } from '../values.ts';
import { collectionRequest, templateText } from './collectionRequest.ts';
import { exchangeOf } from './messages.ts';

describe('templateText', () => {
  test('gives plain text back', () => {
    expect(templateText("a$-_.+!*'(),b {x} }}")).toBe("a$-_.+!*'(),b {x} }}");
  });

  test.each(['{{OKTA_API_TOKEN}}', 'a{{', '{{{x}}}'])('refuses %j, a variable', (text) => {
    expect(() => templateText(text)).toThrow(TypeError);
  });
});

describe('collectionRequest', () => {
  test('refuses what is signed for one request', () => {
    const messages = exchangeOf(
      { method: 'serviceApp', variant: 'dpop' },
      oktaRequest(defaultValues),
    );
    for (const message of messages) {
      expect(() => collectionRequest(message, (name) => name)).toThrow(TypeError);
    }
  });

  test('encodes the client id for Basic, so that neither a variable nor a space comes of it', () => {
    const request = oktaRequest({ ...defaultValues, clientId: '{{OKTA_CLIENT_SECRET}}+cd' });
    const [token] = exchangeOf({ method: 'apiServiceIntegration', variant: 'bearer' }, request);
    expect(token && collectionRequest(token, (name) => name).authorization).toMatchObject({
      scheme: 'Basic',
      user: '%7B%7BOKTA_CLIENT_SECRET%7D%7D%2Bcd',
    });
  });

  test('leaves Basic and Bearer to the tool, and writes other schemes itself', () => {
    const request = oktaRequest(defaultValues);
    const written = (['apiServiceIntegration', 'apiToken'] as const)
      .flatMap((method) => exchangeOf({ method, variant: 'bearer' }, request))
      .map((message) => collectionRequest(message, (name) => `<${name}>`));
    expect(written.map(({ authorization }) => authorization)).toEqual([
      { scheme: 'Basic', user: defaultValues.clientId, password: '<OKTA_CLIENT_SECRET>' },
      { scheme: 'Bearer', token: '<OKTA_ACCESS_TOKEN>' },
      null,
    ]);
    expect(
      written.map(({ headers }) => headers.map(({ name, value }) => `${name}: ${value}`)),
    ).toEqual([
      ['Accept: application/json', 'Content-Type: application/x-www-form-urlencoded'],
      ['Accept: application/json'],
      ['Accept: application/json', 'Authorization: SSWS <OKTA_API_TOKEN>'],
    ]);
  });
});
