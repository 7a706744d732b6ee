// Plain JavaScript without dependencies, like everything that `npm start` runs.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import { projectFolder } from './packages.mjs';

/** @type {Readonly<Record<string, string>>} */
const mediaTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.http': 'text/plain; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mmd': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.sh': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/**
 * @typedef {{ readonly matches: (path: string) => boolean, readonly set: readonly (readonly [string, string])[], readonly unset: readonly string[] }} HeaderRule
 */

/**
 * Reads a `_headers` file as static hosts do: a path pattern (`*` stands for anything, `:name` for
 * one segment), then its headers, indented below it; `! Name` removes a header again.
 *
 * @param {string} text
 * @returns {readonly HeaderRule[]}
 */
export function parseHeaderRules(text) {
  /** @type {{ matches: (path: string) => boolean, set: [string, string][], unset: string[] }[]} */
  const rules = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      const pattern = line
        .trim()
        .replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
        .replaceAll('*', '.*')
        .replaceAll(/:[A-Za-z]\w*/g, '[^/]+');
      const expression = new RegExp(`^${pattern}$`);
      rules.push({ matches: (each) => expression.test(each), set: [], unset: [] });
      continue;
    }
    const rule = rules.at(-1);
    const [, name, value] = /^\s+([^:\s!]+):\s*(.*)$/.exec(line) ?? [];
    const [, removed] = /^\s+!\s*(\S+)\s*$/.exec(line) ?? [];
    if (rule === undefined || (name === undefined && removed === undefined)) {
      throw new Error(
        `_headers contains the line "${line.trim()}", which is neither a path nor a header beneath one. Fix what writes it.`,
      );
    }
    if (removed !== undefined) rule.unset.push(removed.toLowerCase());
    if (name !== undefined) rule.set.push([name.toLowerCase(), (value ?? '').trim()]);
  }
  return rules;
}

/**
 * The headers of a path. A header that several rules set gets all their values, joined by commas,
 * as on the hosts that read the file.
 *
 * @param {readonly HeaderRule[]} rules
 * @param {string} urlPath
 * @returns {Map<string, string>} by lower-case name
 */
export function headersOf(rules, urlPath) {
  const headers = new Map();
  for (const rule of rules.filter(({ matches }) => matches(urlPath))) {
    for (const name of rule.unset) headers.delete(name);
    for (const [name, value] of rule.set) {
      const before = headers.get(name);
      headers.set(name, before === undefined ? value : `${before}, ${value}`);
    }
  }
  return headers;
}

/**
 * Finds the file or folder that an address means, by exact comparison with the names in the folder:
 * whatever else the address contains (`..`, a NUL, a wrong percent sign, another case) matches nothing.
 *
 * @param {ReadonlySet<string>} files paths within the folder, such as `guide.json`
 * @param {string} base
 * @param {string} urlPath
 * @returns {{ readonly file: string } | { readonly redirect: string } | undefined}
 */
function resolve(files, base, urlPath) {
  // The base without its slash is a folder too.
  if (`${urlPath}/` === base) return { redirect: base };
  if (!urlPath.startsWith(base)) return undefined;
  let name;
  try {
    name = decodeURIComponent(urlPath.slice(base.length));
  } catch {
    return undefined;
  }
  // These tell hosts what to do and are no pages.
  if (name === '_headers' || name === '_redirects') return undefined;
  if (name === '' || name.endsWith('/')) {
    return files.has(`${name}index.html`) ? { file: `${name}index.html` } : undefined;
  }
  if (files.has(name)) return { file: name };
  return files.has(`${name}/index.html`) ? { redirect: `${urlPath}/` } : undefined;
}

/**
 * The entries of a header that is a list. A stranger's input is read in one pass: no regular
 * expression starts again at each character.
 *
 * @param {string} value
 * @returns {readonly string[]}
 */
export function listedIn(value) {
  return value.split(',').map((entry) => entry.trim());
}

/**
 * Whether a request's If-None-Match lists the file that would be sent.
 *
 * @param {string | undefined} header
 * @param {string} etag
 */
export function isKnown(header, etag) {
  return listedIn(header ?? '').some((each) => [etag, `W/${etag}`, '*'].includes(each));
}

/**
 * The encoding for a request.
 *
 * @param {string | undefined} accepted its Accept-Encoding
 * @returns {'br' | 'gzip' | 'identity'}
 */
export function encodingFor(accepted = '') {
  const taken = new Set();
  for (const entry of listedIn(accepted.toLowerCase())) {
    const [name = '', ...parameters] = entry.split(';').map((part) => part.trim());
    const weight = parameters.find((each) => each.startsWith('q='))?.slice(2);
    if (weight === undefined || Number(weight) > 0) taken.add(name);
  }
  if (taken.has('br')) return 'br';
  return taken.has('gzip') ? 'gzip' : 'identity';
}

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/**
 * @param {Buffer} content
 * @param {'br' | 'gzip' | 'identity'} encoding
 */
async function encode(content, encoding) {
  if (encoding === 'identity') return content;
  if (encoding === 'gzip') return gzipped(content, { level: 9 });
  // Quality 5 is quick enough to do on the first request, and close to what hosts send.
  return brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}

/**
 * @typedef {object} Server
 * @property {string} url the address of the first page
 * @property {() => Promise<void>} close
 */

/**
 * Serves a built site like a static host: index pages, redirects of folders without their slash,
 * `404.html`, media types, compression, ETags, and the headers of the folder's own `_headers` file.
 * The names of the files are read once, at the start.
 *
 * @param {object} options
 * @param {string} [options.folder] the built site
 * @param {string} [options.base] where it is on the host, with a slash at both ends
 * @param {string} [options.host]
 * @param {number} [options.port] 0 for any free one
 * @param {number} [options.tries] how many ports to try, counting up from `port`
 * @param {boolean} [options.plain] sends none of the headers of `_headers`, like a host that cannot
 * @returns {Promise<Server>}
 */
export async function startServer({
  folder = path.join(projectFolder, 'dist'),
  base = '/',
  host = '127.0.0.1',
  port = 0,
  tries = 1,
  plain = false,
} = {}) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'),
      ),
  );
  const rules =
    files.has('_headers') && !plain
      ? parseHeaderRules(await readFile(path.join(folder, '_headers'), 'utf8'))
      : [];

  /** @type {Map<string, Promise<{ readonly body: Buffer, readonly etag: string, readonly encoding: string }>>} */
  const bodies = new Map();
  const bodyOf = (/** @type {string} */ file, /** @type {'br' | 'gzip' | 'identity'} */ wanted) => {
    const encoding = /\.(png|ico|woff2)$/.test(file) ? 'identity' : wanted;
    const key = `${encoding} ${file}`;
    const known = bodies.get(key);
    if (known !== undefined) return known;
    const made = readFile(path.join(folder, file)).then(async (content) => {
      const hash = createHash('sha256').update(content).digest('base64url').slice(0, 22);
      return {
        body: await encode(content, encoding),
        etag: `"${hash}${encoding === 'identity' ? '' : `-${encoding}`}"`,
        encoding,
      };
    });
    bodies.set(key, made);
    return made;
  };

  const answer = async (
    /** @type {import('node:http').IncomingMessage} */ request,
    /** @type {import('node:http').ServerResponse} */ response,
  ) => {
    const [urlPath = '/', ...query] = (request.url ?? '/').split('?');
    const found = resolve(files, base, urlPath);
    const file = found !== undefined && 'file' in found ? found.file : '404.html';
    // By the page that is sent, so that the 404 page and `index.html` by its name keep their headers.
    const page = found !== undefined && 'redirect' in found ? urlPath : `${base}${file}`;
    for (const [name, value] of headersOf(rules, page.replace(/(^|\/)index\.html$/, '$1'))) {
      response.setHeader(name, value);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD', 'content-type': 'text/plain; charset=utf-8' });
      response.end('Only GET and HEAD are allowed: these are files.\n');
      return;
    }
    if (found !== undefined && 'redirect' in found) {
      const search = query.length === 0 ? '' : `?${query.join('?')}`;
      response.writeHead(301, { location: `${found.redirect}${search}`, 'content-length': 0 });
      response.end();
      return;
    }
    if (!files.has(file)) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('There is no such page.\n');
      return;
    }
    const { body, etag, encoding } = await bodyOf(
      file,
      encodingFor(request.headers['accept-encoding']?.toString()),
    );
    response.setHeader(
      'content-type',
      mediaTypes[path.extname(file)] ?? 'application/octet-stream',
    );
    response.setHeader('vary', 'accept-encoding');
    if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-cache');
    if (found !== undefined) {
      response.setHeader('etag', etag);
      if (isKnown(request.headers['if-none-match'], etag)) {
        response.writeHead(304);
        response.end();
        return;
      }
    }
    if (encoding !== 'identity') response.setHeader('content-encoding', encoding);
    response.writeHead(found === undefined ? 404 : 200, { 'content-length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((/** @type {unknown} */ error) => {
      console.error(`${request.url}: ${error instanceof Error ? error.message : String(error)}`);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end('The server could not read this file; its output says why.\n');
    });
  });
  for (let tried = 0; ; tried += 1) {
    try {
      await new Promise((done, failed) => {
        server.once('error', failed);
        server.listen(port === 0 ? 0 : port + tried, host, () => {
          server.off('error', failed);
          done(undefined);
        });
      });
      break;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || tried + 1 >= tries) throw error;
    }
  }
  const address = server.address();
  const listening = typeof address === 'object' && address !== null ? address.port : port;
  const shown = host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return {
    url: `http://${shown.includes(':') ? `[${shown}]` : shown}:${listening}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/**
 * The base path of the build, as `SITE_BASE` gives it.
 *
 * @returns {string} with a slash at both ends
 */
export function siteBase() {
  const inner = (process.env['SITE_BASE'] ?? '').replaceAll(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: {
      folder: { type: 'string', default: path.join(projectFolder, 'dist') },
      port: { type: 'string', default: process.env['PORT'] ?? '4173' },
      plain: { type: 'boolean', default: false },
    },
  });
  const { url } = await startServer({
    folder: path.resolve(values.folder),
    base: siteBase(),
    port: Number(values.port),
    plain: values.plain,
  });
  console.log(`Serving ${path.relative(process.cwd(), values.folder) || '.'} at ${url}`);
}
