import { parseGrantedScopes } from '../audit.ts';
import { isPlainName } from '../pasted/safeExcerpt.ts';
import type { GrantedScopes } from './callReport.ts';

const longest = 100_000;

/**
 * Reads the granted scopes from any text that has them: a list, a decoded token, Terraform, or the
 * responses to `GET /api/v1/apps/{appId}/grants`, which name their app. A line that starts with a
 * program's name and a colon belongs to that program.
 *
 * @param names the names of the programs
 * @returns undefined if the text has no scope
 */
export function grantedScopes(text: string, names: readonly string[]): GrantedScopes | undefined {
  const bounded = text.slice(0, longest);
  const grants = grantsIn(bounded, names);
  if (grants.size > 0) return grants;
  const byName = new Map<string, string>();
  for (const line of bounded.split('\n')) {
    const name = names.find((each) => line.trimStart().startsWith(`${each}:`)) ?? '';
    byName.set(name, `${byName.get(name) ?? ''}\n${line}`);
  }
  const found = [...byName]
    .map(([name, lines]) => [name, scopesIn(lines)] as const)
    .filter(([, scopes]) => scopes.length > 0);
  return found.length === 0 ? undefined : new Map(found);
}

/** A text that has the form of a scope but looks random is not one. */
const scopesIn = (text: string): readonly string[] =>
  parseGrantedScopes(text).filter((scope) => scope.split('.').every((part) => isPlainName(part)));

/**
 * The scopes in Okta’s own responses, by the client to which they were granted if that is one of
 * the programs.
 */
function grantsIn(text: string, names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const grant of listIn(text)) {
    const scopeId = memberOf(grant, 'scopeId');
    const client = memberOf(grant, 'clientId');
    if (scopeId === undefined) continue;
    const key = client !== undefined && names.includes(client) ? client : '';
    found.set(key, [...new Set([...(found.get(key) ?? []), ...scopesIn(scopeId)])]);
  }
  return found;
}

function listIn(text: string): readonly unknown[] {
  if (!text.trimStart().startsWith('[')) return [];
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

function memberOf(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const member: unknown = Reflect.get(value, name);
  return typeof member === 'string' ? member : undefined;
}
