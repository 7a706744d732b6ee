import { request as httpsRequest } from 'node:https';

/** Where the look-alike org listens, whatever host name it goes by. */
export interface OrgAddress {
  readonly host: string;
  readonly port: number;
  /** The certificate to trust, as PEM. */
  readonly authority: string;
}

/** What a person does on the sign-in page: chooses a login, or refuses. */
export type PersonDecision = { readonly login: string } | { readonly refuse: 'yes' };

interface Reply {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: string;
}

/** More pages than any sign-in has. */
const mostPages = 20;

/**
 * Opens an address of the look-alike org as a person with a browser does: keeps cookies, follows redirects, submits
 * the forms of the pages and decides on the sign-in page.
 *
 * @returns the address for which the browser leaves the org, with a code or an error; or the text of the page at which
 * the person ends
 * @throws Error when it goes on and on
 */
export async function personAtBrowser(
  org: OrgAddress,
  address: string,
  decision: PersonDecision,
): Promise<string> {
  const origin = `https://${org.host}`;
  const cookies = new Map<string, string>();
  let next: { readonly url: URL; readonly form?: URLSearchParams } = { url: new URL(address) };
  for (let page = 0; page < mostPages; page += 1) {
    const { status, location, body } = await open(org, next.url, next.form, cookies);
    if (location !== undefined && status < 400) {
      const target = new URL(location, next.url);
      if (target.origin !== origin) return location;
      next = { url: target };
      continue;
    }
    const form = formOf(body);
    if (form === undefined) return body;
    const fields = new URLSearchParams(form.fields);
    if (form.isSignIn)
      for (const [name, value] of Object.entries(decision)) fields.set(name, value);
    next = { url: new URL(form.action ?? next.url, next.url), form: fields };
  }
  throw new Error(`The sign-in at ${address} does not come to an end.`);
}

function formOf(markup: string) {
  const [, attributes = '', content = ''] = /<form([^>]*)>([\s\S]*?)<\/form>/.exec(markup) ?? [];
  if (content === '') return undefined;
  return {
    action: attributeOf(attributes, 'action'),
    isSignIn: content.includes('name="login"'),
    fields: [...content.matchAll(/<input([^>]*)>/g)].flatMap(([, input = '']) => {
      const name = attributeOf(input, 'name');
      return name === undefined ? [] : [[name, attributeOf(input, 'value') ?? '']];
    }),
  };
}

function attributeOf(attributes: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
}

function open(
  { host, port, authority }: OrgAddress,
  url: URL,
  form: URLSearchParams | undefined,
  cookies: Map<string, string>,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const message = httpsRequest(
      {
        host: '127.0.0.1',
        port,
        servername: new URL(`https://${host}`).hostname,
        ca: authority,
        method: form === undefined ? 'GET' : 'POST',
        path: `${url.pathname}${url.search}`,
        headers: {
          host,
          accept: 'text/html',
          cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
          ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        },
      },
      (response) => {
        for (const cookie of response.headers['set-cookie'] ?? []) {
          const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
          if (name !== undefined && value !== undefined) cookies.set(name, value);
        }
        let body = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          body += chunk;
        });
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            location: response.headers.location,
            body,
          }),
        );
      },
    );
    message.on('error', reject);
    message.end(form?.toString());
  });
}
