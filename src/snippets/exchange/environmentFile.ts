import type { OutcomeId } from '#guide/nodeIds.ts';

import { type CodeBlock, textOfBlocks } from '../codeBlock.ts';
import { credentialOf, type EnvironmentName, environmentVariable } from '../environment.ts';
import { formsFor } from '../form.ts';
import { languages } from '../languages.ts';
import { oktaRequest } from '../request.ts';
import { defaultValues } from '../values.ts';
import { exchangeOf, secretsOf } from './messages.ts';
import { madeByScript, privateKeyHolds, privateKeyVariable } from './signingScript.ts';

/**
 * Writes the `.env.example` of a method: each environment variable that its snippets read, with a comment on
 * what it holds and without a value.
 */
export function environmentFile(method: OutcomeId): string {
  const credential = credentialOf(method);
  const others = otherReadersOf(method);
  return textOfBlocks([
    [
      '# Copy this file as .env, fill in the copy, and keep the copy out of version control: it contains secrets.',
      '# Enclose a value that contains spaces in single quotes. To set them all in bash: set -a; . ./.env; set +a',
    ],
    blockOf(credential, ''),
    ...[...others].map(([name, readers]) => blockOf(name, ` (only for: ${readers.join(', ')})`)),
    ...(method === 'serviceApp'
      ? [
          [
            `# ${sentence(privateKeyHolds)}, in double quotes (only for: Bruno)`,
            `${privateKeyVariable}=`,
          ],
        ]
      : []),
  ]);
}

function blockOf(name: EnvironmentName, remark: string): CodeBlock {
  const { holds, kind } = environmentVariable(name);
  return [
    `# ${sentence(holds)}${kind === 'privateKeyFile' || kind === 'privateJwkFile' ? ': never the key itself' : ''}${remark}`,
    `${name}=`,
  ];
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The variables that only some snippets read, because they hold messages and no program, with their names. */
function otherReadersOf(method: OutcomeId): ReadonlyMap<EnvironmentName, readonly string[]> {
  const read = languages.map(({ label, absence, environment }) => ({
    label,
    names: formsFor(method)
      .filter((form) => absence(form) === null)
      .flatMap(environment),
  }));
  // The names in the exchange are the same for all values.
  const exchange = exchangeOf({ method, variant: 'bearer' }, oktaRequest(defaultValues));
  // Bruno signs the assertion itself.
  const bruno = secretsOf(exchange).filter((name) => name !== madeByScript.assertion);
  read.push({ label: 'Bruno', names: bruno });

  const readers = new Map<EnvironmentName, string[]>();
  for (const { label, names } of read) {
    for (const name of new Set(names)) {
      if (name !== credentialOf(method)) {
        readers.set(name, [...(readers.get(name) ?? []), label]);
      }
    }
  }
  return readers;
}
