import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';

import { outcomeIds } from '#guide/nodeIds.ts';
import { formName, formsFor } from '#snippets/form.ts';
import { exactJson } from '#snippets/exactJson.ts';
import { hostileFragments } from '#snippets/hostileText.ts';
import { languageOf } from '#snippets/languages.ts';
import { snippetFor } from '#snippets/snippet.ts';
import { defaultValues } from '#snippets/values.ts';

import { loopbackCertificate } from '../lookalike/certificate.ts';
import { type HttpMessage, readHttpFile, sendHttpMessage } from './httpFile.ts';

const environment: Readonly<Record<string, string>> = {
  OKTA_API_TOKEN: '00api-token',
  OKTA_CLIENT_SECRET: 'the:secret?ü>~',
  OKTA_CLIENT_ASSERTION: 'header.claims.signature',
  OKTA_ACCESS_TOKEN: 'access-token',
};

function messagesIn(text: string): readonly HttpMessage[] {
  return readHttpFile(text, (name) => environment[name] ?? '').map((message) => message());
}

/** A file with one message that has these lines, under a request line that is right. */
function fileWith(...lines: readonly string[]): string {
  return ['GET https://dev-1.okta.com/api/v1/groups HTTP/1.1', ...lines, ''].join('\n');
}

describe('readHttpFile', () => {
  test('reads method, URL, headers and body of each message, and no comments', () => {
    const file = [
      '# First, a token.',
      '// The editor fills it in.',
      'POST https://dev-1.okta.com/oauth2/v1/token HTTP/1.1',
      '# Among the headers.',
      'Accept: application/json',
      'Content-Type: application/x-www-form-urlencoded',
      '',
      'grant_type=client_credentials',
      '',
      '### The second one',
      '',
      'GET https://dev-1.okta.com/api/v1/groups?limit=10 HTTP/1.1',
      'Accept: application/json',
      '',
    ].join('\n');
    expect(messagesIn(file)).toEqual([
      {
        method: 'POST',
        url: 'https://dev-1.okta.com/oauth2/v1/token',
        headers: [
          ['Accept', 'application/json'],
          ['Content-Type', 'application/x-www-form-urlencoded'],
        ],
        body: 'grant_type=client_credentials',
      },
      {
        method: 'GET',
        url: 'https://dev-1.okta.com/api/v1/groups?limit=10',
        headers: [['Accept', 'application/json']],
        body: '',
      },
    ]);
  });

  test('keeps empty lines and lines that begin with # within a body', () => {
    const [message] = messagesIn(fileWith('Accept: */*', '', '{', '', '# no comment', '}', '', ''));
    expect(message?.body).toBe('{\n\n# no comment\n}');
  });

  test('puts environment variables into URL, headers and body', () => {
    const file = [
      'POST https://dev-1.okta.com/{{$processEnv OKTA_ACCESS_TOKEN}} HTTP/1.1',
      'Authorization: SSWS {{$processEnv OKTA_API_TOKEN}}',
      '',
      'client_assertion={{ $processEnv OKTA_CLIENT_ASSERTION }}',
    ].join('\n');
    expect(messagesIn(file)).toEqual([
      {
        method: 'POST',
        url: 'https://dev-1.okta.com/access-token',
        headers: [['Authorization', 'SSWS 00api-token']],
        body: 'client_assertion=header.claims.signature',
      },
    ]);
  });

  test('asks for a variable when the message is made, because an answer before it may fill it', () => {
    let accessToken = 'not known yet';
    const [message] = readHttpFile(
      fileWith('Authorization: Bearer {{$processEnv OKTA_ACCESS_TOKEN}}'),
      () => accessToken,
    );
    accessToken = 'known-now';
    expect(message?.().headers).toEqual([['Authorization', 'Bearer known-now']]);
  });

  test('writes Basic id:secret in Base64 of the UTF-8, up to the first colon the id', () => {
    const [message] = messagesIn(
      fileWith('authorization: Basic client:{{$processEnv OKTA_CLIENT_SECRET}}'),
    );
    // With a character that the Base64 of URLs writes otherwise.
    expect(message?.headers).toEqual([['authorization', 'Basic Y2xpZW50OnRoZTpzZWNyZXQ/w7w+fg==']]);
  });

  test('leaves credentials alone that are in Base64 already, and other headers with a colon', () => {
    const [message] = messagesIn(fileWith('Authorization: Basic Y2xpZW50', 'X-Note: Basic a:b'));
    expect(message?.headers).toEqual([
      ['Authorization', 'Basic Y2xpZW50'],
      ['X-Note', 'Basic a:b'],
    ]);
  });

  test.each([
    ['a variable of the editor', fileWith('X-Request-Id: {{$guid}}')],
    ['a variable of the file', fileWith('Accept: {{accept}}')],
    ['a variable over two lines', fileWith('Accept: */*', '', '{{$processEnv', 'OKTA_API_TOKEN}}')],
    ['a definition of a variable', `@host = dev-1.okta.com\n${fileWith()}`],
    ['a body from a file', fileWith('Accept: */*', '', '< ./secret.pem')],
    ['a body from a file with variables', fileWith('Accept: */*', '', '<@ ./secret.pem')],
    ['a URL without TLS', 'GET http://dev-1.okta.com/ HTTP/1.1\n'],
    ['a request line without version', 'GET https://dev-1.okta.com/\n'],
    ['a URL with a space', 'GET https://dev-1.okta.com/a b HTTP/1.1\n'],
    ['a header without a colon', fileWith('Accept application/json')],
    ['a header whose name has a space', fileWith('Accept this: application/json')],
  ])('refuses %s', (_, file) => {
    expect(() => messagesIn(file)).toThrow(SyntaxError);
  });

  test('gives back what was typed into the guide, whatever that is', () => {
    const http = languageOf('http');
    const forms = outcomeIds.flatMap(formsFor).filter((form) => http?.absence(form) === null);
    const sendable = forms.filter(({ variant }) => variant !== 'dpop');
    expect(sendable.map(formName)).toContain('api-token');
    const texts = fc
      .array(fc.oneof(fc.constantFrom(...hostileFragments), fc.string({ unit: 'binary' })))
      .map((pieces) => pieces.join('').replaceAll(/\p{Cs}/gu, ''));
    fc.assert(
      fc.property(texts, texts, (text, search) => {
        for (const form of sendable) {
          const snippet = snippetFor('http', form, {
            ...defaultValues,
            operation: { method: 'POST', path: '/api/v1/groups' },
            query: [{ name: 'search', value: search }],
            body: exactJson({ text }),
          });
          const last = messagesIn(snippet.text).at(-1);
          expect(JSON.parse(last?.body ?? '')).toEqual({ text });
          expect(new URL(last?.url ?? '').searchParams.get('search')).toBe(search);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('sendHttpMessage', async () => {
  const tls = await loopbackCertificate(['localhost']);
  const strange = await loopbackCertificate(['localhost']);
  const arrived: unknown[] = [];
  const server = createServer({ cert: tls.certificate, key: tls.key }, (request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const { method, url, rawHeaders } = request;
      arrived.push({ method, url, body, accept: rawHeaders[rawHeaders.indexOf('Accept') + 1] });
      response.writeHead(418).end('{"ü":1}');
    });
  }).listen(0, 'localhost');
  await once(server, 'listening');
  const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  afterAll(() => server.close());

  const message: HttpMessage = {
    method: 'PATCH',
    // A client that reads this as a URL object would write it otherwise.
    url: `${origin}/a/../b//%7e%2F?q='|"^&&x#not-sent`,
    headers: [['Accept', 'text/x-odd; q=0.5']],
    body: '{"text":"ü"}',
  };

  test('sends everything byte for byte but the fragment, and gives status and body', async () => {
    const answer = await sendHttpMessage(message, tls.authority);
    expect(answer).toEqual({ status: 418, body: '{"ü":1}' });
    expect(arrived).toEqual([
      {
        method: 'PATCH',
        url: `/a/../b//%7e%2F?q='|"^&&x`,
        accept: 'text/x-odd; q=0.5',
        body: '{"text":"ü"}',
      },
    ]);
  });

  test('sends nothing to a server that the authority does not vouch for', async () => {
    const before = arrived.length;
    await expect(sendHttpMessage(message, strange.authority)).rejects.toThrow(/certificate/);
    expect(arrived).toHaveLength(before);
  });
});
