import type { ArrivedRequest } from './orgSettings.ts';
import { valuesOf } from './tokenRequest.ts';

/**
 * Tells of a request in one line: when, status, method and path, by which scheme, and Okta's reason when it was
 * refused. No query, header or body is repeated: they may hold secrets.
 */
export function requestLine({ at, method, target, headers, body, answer }: ArrivedRequest): string {
  const time = new Date(at).toTimeString().slice(0, 8);
  const path = printable(target.split('?')[0] ?? '');
  const reason = answer.status < 400 ? undefined : reasonOf(answer);
  return [
    time,
    String(answer.status),
    `${method} ${path}`,
    schemeOf(headers, body),
    ...(reason === undefined ? [] : [printable(reason)]),
  ].join('  ');
}

function schemeOf(headers: ArrivedRequest['headers'], body: string): string {
  const [authorization = ''] = valuesOf(headers, 'authorization');
  const scheme = /^(?:Basic|Bearer|DPoP|SSWS)(?= |$)/i.exec(authorization)?.[0];
  const parts = [
    ...(scheme === undefined ? [] : [scheme]),
    ...(/(?:^|&)client_assertion=/.test(body) ? ['client assertion'] : []),
    ...(valuesOf(headers, 'dpop').length > 0 ? ['DPoP proof'] : []),
  ];
  return parts.length === 0 ? 'no credentials' : parts.join(' + ');
}

function reasonOf({ headers, body }: ArrivedRequest['answer']): string | undefined {
  const challenge = /error="([^"]*)", error_description="([^"]*)"/.exec(
    String(headers['www-authenticate'] ?? ''),
  );
  if (challenge !== null) return `${challenge[1]}: ${challenge[2]}`;
  if (String(headers['content-type']).startsWith('text/html')) return undefined;
  const { error, error_description, errorCode, errorSummary } = JSON.parse(body) as Readonly<
    Record<string, string | undefined>
  >;
  return `${error ?? errorCode}: ${error_description ?? errorSummary}`;
}

/** A terminal acts on what it is sent; a request may hold anything. */
function printable(text: string): string {
  const shown = text.replaceAll(/[^ -~]/g, '?');
  return shown.length > 200 ? `${shown.slice(0, 200)}…` : shown;
}
