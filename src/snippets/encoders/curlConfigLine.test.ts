import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { hostileFragments } from '../hostileText.ts';
import { curlConfigLine } from './curlConfigLine.ts';

const isPrintableAscii = (text: string) => /^[\x20-\x7e]*$/.test(text);
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...hostileFragments.filter(isPrintableAscii), String.raw`\n`, String.raw`\"`),
      fc.string({ unit: 'grapheme-ascii' }),
    ),
  )
  .map((pieces) => pieces.join(''));

let received: string[] = [];
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    received.push(Buffer.concat(chunks).toString());
    response.end();
  });
});
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

/** What curl sends for lines of its configuration, each as the body of a request of its own. */
async function sentByCurl(lines: readonly string[]): Promise<readonly string[]> {
  const { port } = server.address() as AddressInfo;
  received = [];
  const curl = spawn('curl', ['--silent', '--disable', '--noproxy', '*', '--config', '-'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  curl.stdin.end(
    lines.map((line) => `url = "http://127.0.0.1:${port}/"\n${line}\n`).join('next\n'),
  );
  const [code] = (await once(curl, 'exit')) as readonly unknown[];
  expect(code).toBe(0);
  return received;
}

describe('curlConfigLine', () => {
  test('gives curl back exactly the text, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText, { minLength: 100, maxLength: 100 }), async (texts) => {
        const lines = texts.map((text) => curlConfigLine('data-raw', text));
        expect(await sentByCurl(lines)).toEqual(texts);
      }),
      { numRuns: 10 },
    );
  });

  test.each([
    ['a\0b', 'NUL'],
    ['a\nurl = "https://evil.example.net"', 'a line end'],
    ['a\rb', 'a line end'],
    ['ü', 'U+00FC'],
  ])('refuses %j, and says why', (text, reason) => {
    expect(() => curlConfigLine('data-raw', text)).toThrow(`cannot hold ${reason}`);
  });
});
