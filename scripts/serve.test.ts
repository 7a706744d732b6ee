import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { headerForm, mermaidFramePolicy, pagePolicy } from '#site/policy/contentSecurityPolicy.ts';
import { headersFile } from '#site/policy/headersFile.ts';
import { pages } from '#site/pages/pages.ts';

import { encodingFor, headersOf, isKnown, parseHeaderRules, startServer } from './serve.mjs';

type Server = Awaited<ReturnType<typeof startServer>>;

const site = {
  'index.html': '<h1>First question</h1>',
  '404.html': '<h1>No such page</h1>',
  'compare/index.html': '<h1>Compare</h1>',
  'guide/oauth-yes/index.html': '<h1>Second question</h1>',
  'guide/oauth-yes/path.mmd': 'flowchart TD',
  'style.css': 'a{}'.repeat(500),
  _headers: [
    '/*',
    '  X-Content-Type-Options: nosniff',
    '/compare/',
    '  X-Frame-Options: DENY',
    '/404.html',
    '  X-Frame-Options: SAMEORIGIN',
  ].join('\n'),
};

let folder: string;
let server: Server;
let underBase: Server;
let plain: Server;

beforeAll(async () => {
  const above = await mkdtemp(path.join(tmpdir(), 'serve-'));
  folder = path.join(above, 'dist');
  for (const [file, content] of Object.entries(site)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), content);
  }
  await writeFile(path.join(above, 'secret.txt'), 'not for you');
  server = await startServer({ folder });
  underBase = await startServer({ folder, base: '/okta-guide/' });
  plain = await startServer({ folder, plain: true });
});

afterAll(async () => {
  await Promise.all([server, underBase, plain].map(async ({ close }) => close()));
  await rm(path.dirname(folder), { recursive: true });
});

const at = (address: string, to: Server = server): URL =>
  new URL(address, to.url.replace('localhost', '127.0.0.1'));

/** Sends a request line as it stands: `fetch` would tidy the path. */
function raw(requestLine: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = at('/');
    const socket = connect(Number(port), hostname, () => {
      socket.write(`${requestLine}\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    });
    let text = '';
    socket.on('data', (data) => {
      text += data.toString();
    });
    socket.on('error', reject);
    socket.on('end', () => resolve(text));
  });
}

describe('pages and files', () => {
  test('a folder is its index page, with its media type and charset', async () => {
    const response = await fetch(at('/guide/oauth-yes/'));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toBe(site['guide/oauth-yes/index.html']);
  });

  test('a folder without its slash is redirected, and its query kept', async () => {
    const response = await fetch(at('/compare?from=a?b'), { redirect: 'manual' });
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe('/compare/?from=a?b');
  });

  test('what is not there is the 404 page with status 404, in the case it was asked for', async () => {
    for (const address of [
      '/nothing',
      '/Compare/',
      '/guide/',
      '/_headers',
      '/%ZZ',
      '/compare%00/',
    ]) {
      const response = await fetch(at(address));
      expect([address, response.status]).toEqual([address, 404]);
      expect(await response.text()).toBe(site['404.html']);
    }
  });

  test('no address leads out of the folder or to another host', async () => {
    for (const target of [
      '/../secret.txt',
      '/compare/../../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      String.raw`/..\secret.txt`,
      '//compare',
      '//example.org/compare',
    ]) {
      const text = await raw(`GET ${target} HTTP/1.1`);
      expect(text).toMatch(/^HTTP\/1\.1 404 /);
      expect(text).not.toContain('not for you');
    }
  });

  test('only GET and HEAD are answered', async () => {
    const response = await fetch(at('/'), { method: 'POST', body: 'x' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    const head = await fetch(at('/'), { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
  });

  test('a file that the browser already has is not sent again', async () => {
    const etag = (await fetch(at('/style.css'))).headers.get('etag') ?? '';
    const again = await fetch(at('/style.css'), { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    const other = await fetch(at('/style.css'), { headers: { 'if-none-match': '"other"' } });
    expect(other.status).toBe(200);
  });

  test('a list of known files is read however it is written', () => {
    const etag = '"one-br"';
    for (const header of ['"one-br"', 'W/"one-br"', '*', '"x" ,  "one-br"', '"x",\t"one-br" ,']) {
      expect([header, isKnown(header, etag)]).toEqual([header, true]);
    }
    for (const header of [undefined, '', ',', '"one"', 'one-br', '"w/one-br"', '"one-br" "x"']) {
      expect([header, isKnown(header, etag)]).toEqual([header, false]);
    }
  });

  test('what is accepted is taken with its weight', () => {
    for (const [header, encoding] of [
      [undefined, 'identity'],
      ['GZIP;q=0.5, deflate', 'gzip'],
      ['br ; q=0.000 , gzip', 'gzip'],
      ['br;q=0.001', 'br'],
      ['x-br, gzipped', 'identity'],
      ['br;q=', 'identity'],
    ] as const) {
      expect([header, encodingFor(header)]).toEqual([header, encoding]);
    }
  });

  // With a time that grows by the square, one such header takes minutes, and the test's own limit ends it.
  test('blanks without an end are read in one pass', () => {
    const blanks = ' '.repeat(400_000);
    expect(isKnown(`"a"${blanks}b`, '"c"')).toBe(false);
    expect(encodingFor(`br;${blanks}q=0.${'0'.repeat(400_000)}${blanks}x`)).toBe('identity');
  });

  test('a text is compressed as the browser accepts it', async () => {
    for (const [accepted, sent] of [
      ['gzip, br', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip', 'gzip'],
      ['identity', null],
    ] as const) {
      const response = await fetch(at('/style.css'), { headers: { 'accept-encoding': accepted } });
      expect(response.headers.get('content-encoding')).toBe(sent);
      expect(await response.text()).toBe(site['style.css']);
    }
  });
});

describe('a base path', () => {
  test('the site is served under it and nowhere else', async () => {
    expect((await fetch(at('/okta-guide/compare/', underBase))).status).toBe(200);
    expect((await fetch(at('/compare/', underBase))).status).toBe(404);
    const response = await fetch(at('/okta-guide', underBase), { redirect: 'manual' });
    expect(response.headers.get('location')).toBe('/okta-guide/');
  });
});

describe('headers', () => {
  test('the headers of the _headers file are sent with every answer that they name', async () => {
    const compare = await fetch(at('/compare/'));
    expect(compare.headers.get('x-content-type-options')).toBe('nosniff');
    expect(compare.headers.get('x-frame-options')).toBe('DENY');
    const first = await fetch(at('/'));
    expect(first.headers.get('x-content-type-options')).toBe('nosniff');
    expect(first.headers.get('x-frame-options')).toBeNull();
  });

  test('a page keeps its headers whatever address it is sent for', async () => {
    const missing = await fetch(at('/nothing'));
    expect(missing.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    const byName = await fetch(at('/compare/index.html'));
    expect(byName.headers.get('x-frame-options')).toBe('DENY');
  });

  test('a plain server sends none of them', async () => {
    const response = await fetch(at('/compare/', plain));
    expect(response.headers.get('x-content-type-options')).toBeNull();
  });

  test('patterns match as on static hosts, and a header can be taken away again', () => {
    const rules = parseHeaderRules(
      ['/*', '  A: 1', '  B: x:y', '/embed/*', '  ! A', '  A: 2', '/a.b/:name', '  B: z'].join(
        '\n',
      ),
    );
    expect([...headersOf(rules, '/embed/x/')]).toEqual([
      ['b', 'x:y'],
      ['a', '2'],
    ]);
    expect(headersOf(rules, '/a.b/c').get('b')).toBe('x:y, z');
    expect(headersOf(rules, '/aXb/c').get('b')).toBe('x:y');
  });

  test('a line that is neither a path nor a header is an error that names it', () => {
    expect(() => parseHeaderRules('/*\n  nonsense')).toThrow('nonsense');
  });
});

test('the pages of a folder share one rule, so that no page has two policies and no host too many rules', () => {
  const text = headersFile('/', [
    ...pages.map((page) => ({ path: page.path, policy: pagePolicy })),
    { path: 'mermaid-frame/', policy: mermaidFramePolicy },
  ]);
  const rules = parseHeaderRules(text);
  for (const page of pages) {
    expect(headersOf(rules, `/${page.path}`).get('content-security-policy'), page.path).toBe(
      headerForm(pagePolicy),
    );
  }
  expect(headersOf(rules, '/mermaid-frame/').get('content-security-policy')).toBe(
    headerForm(mermaidFramePolicy),
  );
  expect(rules.length).toBeLessThanOrEqual(100);
});
