import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { type KeyType, formsFor } from '#snippets/form.ts';
import { snippetFor } from '#snippets/snippet.ts';
import { defaultValues } from '#snippets/values.ts';

export interface Ended {
  readonly code: number | null;
  readonly output: string;
  /** With what it said on standard error. */
  readonly said: string;
}

/** Runs a text as a bash script. */
export async function runBash(
  text: string,
  folder: string,
  environment: NodeJS.ProcessEnv,
  args: readonly string[] = [],
): Promise<Ended> {
  const child = spawn('bash', ['--norc', '-s', '--', ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(text);
  let output = '';
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
    said += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output, said };
}

/** The guide’s program in bash: it requests a token and lists groups, with the key of that `kid`. */
export function programOf(keyType: KeyType, keyId: string, clientId: string): string {
  const form = formsFor('serviceApp').find(
    (each) => each.keyType === keyType && each.variant === 'bearer' && each.request === 'single',
  );
  if (form === undefined) throw new Error(`There is no form of a request with ${keyType} keys.`);
  return snippetFor('curl', form, { ...defaultValues, clientId, keyId }).text;
}
