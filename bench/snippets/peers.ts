import { createRequire } from 'node:module';

import type { Generated, SnippetGenerator } from './generator.ts';
import { type IntendedRequest, mediaTypes, type NameAndValue } from './intendedRequest.ts';
import { peerVersions, propertyOf } from './peerPackages.ts';
import type { TargetId } from './targets.ts';

/**
 * How a query is handed over: as the list of plain names and values that the HAR format has, or as part of the
 * URL, encoded by the caller.
 */
export type QueryInput = 'list' | 'encoded';

const requirePeer = createRequire(import.meta.url);

/** The names by which the HAR generators know the targets. */
const harTargets: Readonly<Record<TargetId, readonly [string, string]>> = {
  curl: ['shell', 'curl'],
  python: ['python', 'requests'],
  php: ['php', 'curl'],
  ruby: ['ruby', 'native'],
  go: ['go', 'native'],
  javascript: ['javascript', 'fetch'],
};

const postmanTargets: Readonly<Record<TargetId, readonly [string, string]>> = {
  curl: ['curl', 'cURL'],
  python: ['python', 'Requests'],
  php: ['php', 'cURL'],
  ruby: ['ruby', 'Net::HTTP'],
  go: ['go', 'Native'],
  javascript: ['javascript', 'Fetch'],
};

/** What Scalar's fragments need in front of them to be programs. */
const scalarBeginnings: Readonly<Partial<Record<TargetId, string>>> = {
  python: 'import requests\n\n',
  php: '<?php\n\n',
};

/**
 * Loads the packages that are compared, each with its default options.
 *
 * @throws Error when a package is missing, or is not what it was
 */
export async function loadPeers(
  queryInput: QueryInput = 'list',
): Promise<readonly SnippetGenerator[]> {
  return [
    harGenerator('httpsnippet', requirePeer('httpsnippet') as unknown, queryInput),
    harGenerator('@readme/httpsnippet', await imported('@readme/httpsnippet'), queryInput),
    postmanGenerator(),
    await scalarGenerator(queryInput),
  ];
}

/** Both httpsnippets: Kong's, and ReadMe's which descends from it. */
function harGenerator(id: string, library: unknown, queryInput: QueryInput): SnippetGenerator {
  const HTTPSnippet = functionIn(library, 'HTTPSnippet') as unknown as new (har: unknown) => object;
  return peer(id, (request, target, origin) => {
    const [language, client] = harTargets[target];
    const snippet = new HTTPSnippet(harRequest(request, origin, queryInput));
    const converted = functionIn(snippet, 'convert').call(snippet, language, client);
    // ReadMe's gives one text for each request of the HAR.
    return Array.isArray(converted) ? converted[0] : converted;
  });
}

function postmanGenerator(): SnippetGenerator {
  const convert = functionIn(requirePeer('postman-code-generators') as unknown, 'convert');
  const PostmanRequest = functionIn(
    requirePeer('postman-collection') as unknown,
    'Request',
  ) as unknown as new (definition: unknown) => object;
  return peer('postman-code-generators', (request, target, origin) => {
    const [language, variant] = postmanTargets[target];
    const definition = new PostmanRequest(postmanRequest(request, origin));
    return new Promise((resolve, reject) => {
      convert(language, variant, definition, {}, (error: unknown, snippet: unknown) => {
        if (error === null || error === undefined) resolve(snippet);
        else reject(error instanceof Error ? error : new Error('It gave an error.'));
      });
    });
  });
}

async function scalarGenerator(queryInput: QueryInput): Promise<SnippetGenerator> {
  const snippetz = functionIn(await imported('@scalar/snippetz'), 'snippetz')();
  const print = functionIn(snippetz, 'print');
  return peer('@scalar/snippetz', (request, target, origin) => {
    const [language, client] = target === 'javascript' ? ['js', 'fetch'] : harTargets[target];
    const text = print(language, client, harRequest(request, origin, queryInput));
    return typeof text === 'string' ? `${scalarBeginnings[target] ?? ''}${text}` : text;
  });
}

function peer(
  id: string,
  convert: (request: IntendedRequest, target: TargetId, origin: string) => unknown,
): SnippetGenerator {
  return {
    id,
    name: `${id} ${peerVersions()[id] ?? ''}`,
    generate: async (request, target, origin): Promise<Generated> => {
      const text = await convert(request, target, origin);
      if (typeof text !== 'string') throw new Error(`${id} gave no text for ${target}.`);
      return {
        kind: 'snippet',
        text,
        environment: {},
        intended: request,
        requests: 1,
        sameRequest: true,
      };
    },
  };
}

/** The request in the HTTP Archive format (HAR 1.2), as these generators document it: nothing encoded. */
function harRequest(request: IntendedRequest, origin: string, queryInput: QueryInput): unknown {
  const { method, path, query, headers, body } = request;
  return {
    method,
    url: queryInput === 'list' ? `${origin}${path}` : encodedUrl(request, origin),
    httpVersion: 'HTTP/1.1',
    queryString: queryInput === 'list' ? copy(query) : [],
    headers: copy(headers),
    cookies: [],
    headersSize: -1,
    bodySize: -1,
    ...(body === null
      ? {}
      : {
          postData: {
            mimeType: mediaTypes[body.kind],
            ...(body.kind === 'json' ? { text: body.text } : { params: copy(body.fields) }),
          },
        }),
  };
}

/** The request in Postman's format, whose query is part of the URL and encoded by the caller. */
function postmanRequest(request: IntendedRequest, origin: string): unknown {
  const { method, headers, body } = request;
  return {
    method,
    url: encodedUrl(request, origin),
    header: headers.map(({ name, value }) => ({ key: name, value })),
    ...(body === null
      ? {}
      : {
          body:
            body.kind === 'json'
              ? { mode: 'raw', raw: body.text, options: { raw: { language: 'json' } } }
              : {
                  mode: 'urlencoded',
                  urlencoded: body.fields.map(({ name, value }) => ({ key: name, value })),
                },
        }),
  };
}

function encodedUrl({ path, query }: IntendedRequest, origin: string): string {
  const text = query
    .map(({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  return `${origin}${path}${text === '' ? '' : `?${text}`}`;
}

/** Generators may write into what they are given. */
function copy(list: readonly NameAndValue[]): NameAndValue[] {
  return list.map((entry) => ({ ...entry }));
}

/** Imports a package by a name that the compiler does not follow: it has to pass without the packages. */
async function imported(name: string): Promise<unknown> {
  const library: unknown = await import(name);
  return library;
}

type AnyFunction = (...parameters: unknown[]) => unknown;

function functionIn(given: unknown, name: string): AnyFunction {
  const found = propertyOf(given, name);
  if (typeof found !== 'function') throw new Error(`There is no function ${name} where it was.`);
  return found as AnyFunction;
}
