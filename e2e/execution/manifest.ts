import { readFileSync } from 'node:fs';
import path from 'node:path';

import { outcomeIds } from '#guide/nodeIds.ts';
import type { EnvironmentKind } from '#snippets/environment.ts';
import { type Form, formsFor } from '#snippets/form.ts';

import { listAt, recordAt, textAt } from './jsonShape.ts';

/** A snippet as `guide -- snippets` has written it. */
export interface WrittenSnippet {
  /** As the page knows it: `python-service-app-dpop-ec`. */
  readonly id: string;
  /** Id of its values; null for the samples. */
  readonly values: string | null;
  readonly language: string;
  readonly form: Form;
  /** Absolute. */
  readonly file: string;
  readonly text: string;
  readonly runAs: string;
  readonly run: string | null;
  readonly environment: Readonly<Record<string, EnvironmentKind>>;
}

/** What `guide -- snippets` has left in a folder. */
export interface WrittenSnippets {
  readonly snippets: readonly WrittenSnippet[];
  /** What it would not write, in words. */
  readonly leftOut: readonly string[];
}

/**
 * Reads the manifest of a folder, and the snippets with it.
 *
 * @throws TypeError for a manifest of another shape
 */
export function readManifest(folder: string): WrittenSnippets {
  const file = path.join(folder, 'manifest.json');
  const manifest = recordAt(JSON.parse(readFileSync(file, 'utf8')), file);
  if (manifest['version'] !== 1) throw new TypeError(`${file}: expected version 1`);
  return {
    snippets: listAt(manifest['snippets'], 'snippets').map((entry, index) =>
      readEntry(entry, folder, `snippets[${index}]`),
    ),
    leftOut: ['refused', 'unknown'].flatMap((list) =>
      listAt(manifest[list] ?? [], list).map((entry) => `${list}: ${JSON.stringify(entry)}`),
    ),
  };
}

function readEntry(value: unknown, folder: string, place: string): WrittenSnippet {
  const entry = recordAt(value, place);
  const file = path.join(folder, textAt(entry['file'], `${place}.file`));
  return {
    // Behind the folder that the values have.
    id: textAt(entry['id'], `${place}.id`).replace(/^.*\//, ''),
    values: entry['values'] === undefined ? null : textAt(entry['values'], `${place}.values`),
    language: textAt(entry['language'], `${place}.language`),
    form: formOf(entry, place),
    file,
    text: readFileSync(file, 'utf8'),
    runAs: textAt(entry['runAs'], `${place}.runAs`),
    run: entry['run'] === null ? null : textAt(entry['run'], `${place}.run`),
    environment: Object.fromEntries(
      Object.entries(recordAt(entry['env'], `${place}.env`)).map(([name, kind]) => [
        name,
        environmentKindOf(kind, `${place}.env.${name}`),
      ]),
    ),
  };
}

function formOf(entry: Readonly<Record<string, unknown>>, place: string): Form {
  const form = outcomeIds
    .flatMap(formsFor)
    .find(({ method, variant, keyType, request }) =>
      [
        method === entry['method'],
        variant === entry['variant'],
        keyType === entry['keyType'],
        request === entry['request'],
      ].every(Boolean),
    );
  if (form === undefined) throw new TypeError(`${place}: there is no such form`);
  return form;
}

const environmentKinds: readonly EnvironmentKind[] = [
  'privateKeyFile',
  'privateJwkFile',
  'clientSecret',
  'apiToken',
  'clientAssertion',
  'accessToken',
  'bodySecret',
  'bodySecretAsJson',
];

function environmentKindOf(value: unknown, place: string): EnvironmentKind {
  const kind = environmentKinds.find((each) => each === value);
  if (kind === undefined) throw new TypeError(`${place}: there is no such kind`);
  return kind;
}
