import { request as httpsRequest } from 'node:https';

/** A message of an `.http` file. */
export interface HttpMessage {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

/**
 * Reads an `.http` file as REST Client for Visual Studio Code does, as far as the guide's files use its syntax:
 * messages divided by lines that begin with `###`, comments, and `{{$processEnv NAME}}`.
 *
 * @param environment what the variables stand for; asked at each use, because answers fill some of them
 * @throws SyntaxError for what REST Client would take for something else than text: other variables, variables
 * of the file, bodies that come from files
 */
export function readHttpFile(
  text: string,
  environment: (name: string) => string,
): readonly (() => HttpMessage)[] {
  return text
    .split(/^###.*\n/m)
    .filter((part) => part.trim() !== '')
    .map((part) => () => readMessage(part, environment));
}

function readMessage(part: string, environment: (name: string) => string): HttpMessage {
  const lines = part.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '' && !/^(?:#|\/\/)/.test(line));
  const end = lines.indexOf('', first);
  const head = lines.slice(first, end === -1 ? undefined : end);
  const body = end === -1 ? [] : lines.slice(end + 1);
  const [requestLine = '', ...fields] = head.filter((line) => !/^(?:#|\/\/)/.test(line));
  const [, method = '', url = ''] =
    /^([A-Z]+) (https:\/\/\S+) HTTP\/1\.1$/.exec(substituted(requestLine, environment)) ?? [];
  if (url === '') throw new SyntaxError(`No request line: ${JSON.stringify(requestLine)}`);
  const foreign = body.find((line) => /^<(?:@| )/.test(line));
  if (foreign !== undefined) throw new SyntaxError(`A body from a file: ${foreign}`);
  return {
    method,
    url,
    headers: fields.map((field) => headerOf(substituted(field, environment))),
    body: substituted(body.join('\n').replace(/\n+$/, ''), environment),
  };
}

function substituted(text: string, environment: (name: string) => string): string {
  return text.replaceAll(/\{\{(.*?)\}\}/gs, (whole, inside: string) => {
    const name = /^\$processEnv ([A-Z0-9_]+)$/.exec(inside.trim())?.[1];
    if (name === undefined) throw new SyntaxError(`Another variable: ${whole}`);
    return environment(name);
  });
}

function headerOf(field: string): readonly [string, string] {
  const [, name = '', value = ''] = /^([A-Za-z-]+):[ \t]*(.*)$/s.exec(field) ?? [];
  if (name === '') throw new SyntaxError(`No header: ${JSON.stringify(field)}`);
  // REST Client writes `Basic id:secret` in Base64.
  const credentials = /^Basic ([^:]*:.*)$/s.exec(value)?.[1];
  return name.toLowerCase() === 'authorization' && credentials !== undefined
    ? [name, `Basic ${Buffer.from(credentials).toString('base64')}`]
    : [name, value];
}

/** Sends a message with its target byte for byte, and gives the answer's status and body. */
export function sendHttpMessage(
  { method, url, headers, body }: HttpMessage,
  authority: string,
): Promise<{ readonly status: number; readonly body: string }> {
  const [, host = '', port = '443', path = '/'] =
    /^https:\/\/([^/:?#]+)(?::(\d+))?([^#]*)/.exec(url) ?? [];
  return new Promise((resolve, reject) => {
    const request = httpsRequest(
      {
        host,
        port,
        path,
        method,
        ca: authority,
        agent: false,
        headers: Object.fromEntries(headers),
        maxHeaderSize: 1_048_576,
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
