import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { nearestOf } from '#catalogue/nearest.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { outcomeIds, type OutcomeId } from '#guide/nodeIds.ts';
import { parseJson } from '#snippets/parseJson.ts';
import { formsFor, type Snippet, snippetsFor } from '#snippets/snippet.ts';
import { defaultValues } from '#snippets/values.ts';
import {
  type ParsedValues,
  parseValues,
  type RefusedValue,
  type ValueSet,
} from '#snippets/valuesFile.ts';
import { secretLike } from '#snippets/secretLike.ts';

import { CommandError } from './commandError.ts';

/** What `manifest.json` says about one file. */
interface ManifestEntry {
  /** Unique in the manifest. */
  readonly id: string;
  /** Id of the values; absent for the samples and for a values file with one set and no id. */
  readonly values?: string;
  readonly method: OutcomeId;
  readonly language: string;
  readonly variant: 'bearer' | 'dpop';
  readonly keyType: 'RSA' | 'EC' | null;
  readonly request: 'single' | 'everything';
  /** Relative to the manifest. */
  readonly file: string;
  readonly runAs: string;
  readonly env: Snippet['environment'];
  readonly run: string | null;
  readonly claim: Snippet['claim'];
}

/** A value that the guide refuses, with what it tells the person. */
type ManifestRefusal = Omit<RefusedValue, 'field'> & { readonly field: string };

interface Manifest {
  readonly version: 1;
  readonly snippets: readonly ManifestEntry[];
  readonly refused: readonly ManifestRefusal[];
  /** Operation ids that the guide does not know; absent when there are none. */
  readonly unknown?: readonly { readonly values?: string; readonly operation: string }[];
}

/** What a values file asks for. */
type SnippetValues = Omit<Extract<ParsedValues, { readonly ok: true }>, 'ok'>;

/** What was written, and what to report about it. */
export interface WrittenSnippets {
  /** In one line. */
  readonly output: string;
  /** One line each: values that are refused, operations that are unknown, and values that were corrected. */
  readonly notes: readonly string[];
  /** Whether every set of values gave snippets. */
  readonly isWhole: boolean;
}

/**
 * Writes every outcome in every language and variant into a folder, with `manifest.json`. Files of an
 * earlier run are replaced and nothing else in the folder is touched; if anything goes wrong before
 * the last step, the folder stays as it was.
 *
 * @param folder absolute; made when it is missing
 * @param valuesFile absolute; the sample values without it
 * @throws CommandError for a values file that cannot be read, and for a folder that cannot be written
 */
export function writeSnippets(folder: string, valuesFile: string | undefined): WrittenSnippets {
  const { sets, refused, unknown, corrected }: SnippetValues =
    valuesFile === undefined
      ? { sets: [{ values: defaultValues, refusals: {} }], refused: [], unknown: [], corrected: [] }
      : valuesFrom(valuesFile);
  const folders = folderNames(sets);
  const files = new Map<string, string>();
  const entries = sets.flatMap((set, index) =>
    outcomeIds
      .filter((method) => set.refusals[method] === undefined)
      .flatMap((method) =>
        formsFor(method).flatMap((form) =>
          snippetsFor(form, set.values).map((snippet) => {
            const entry = entryOf(snippet, set, folders[index] ?? '');
            files.set(entry.file, snippet.text);
            return entry;
          }),
        ),
      ),
  );
  const refusals: readonly ManifestRefusal[] = [
    ...refused,
    ...unknown.flatMap(({ operation, ...set }) => {
      const reason = secretLike(operation);
      return reason === undefined ? [] : [{ ...set, field: 'operation', reason }];
    }),
  ];
  const manifest: Manifest = {
    version: 1,
    snippets: entries,
    refused: [...refusals, ...sets.flatMap(refusedMethods)],
    ...ifAny(
      'unknown',
      unknown.filter(({ operation }) => secretLike(operation) === undefined),
    ),
  };
  files.set('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
  writeAll(folder, files);
  const isWhole =
    refusals.length === 0 &&
    sets.every(({ refusals: byMethod }) => Object.keys(byMethod).length < outcomeIds.length) &&
    (unknown.length === 0 || sets.length > 0);
  return {
    output: [
      `${entries.length} snippets and manifest.json written to ${folder}`,
      ...(manifest.refused.length === 0 ? [] : [`${manifest.refused.length} values refused`]),
      ...(manifest.unknown === undefined ? [] : [`${manifest.unknown.length} operations unknown`]),
    ].join('; '),
    notes: [
      ...corrected.map(({ values, field, note }) => noteOf(values, field, note)),
      ...manifest.refused.map(({ values, field, reason }) => noteOf(values, field, reason)),
      ...(manifest.unknown ?? []).map(({ values, operation }) =>
        noteOf(values, 'operation', unknownWords(operation)),
      ),
    ],
    isWhole,
  };
}

const noteOf = (values: string | undefined, field: string, text: string): string =>
  `${values === undefined ? '' : `${values}: `}${field}: ${text}`;

function unknownWords(operation: string): string {
  const near = nearestOf(
    operation,
    oktaCatalogue.operations.map(({ reference }) => reference),
  );
  return `The guide has no operation \`${operation.replaceAll(/[^\w:.-]+/g, '…').slice(0, 80)}\`.${near === undefined ? '' : ` Did you mean \`${near}\`?`}`;
}

function valuesFrom(file: string) {
  const text = fileText(file);
  const read = parseJson(text.replace(/^\u{feff}/u, ''));
  if (!read.ok) {
    throw new CommandError(
      `${file} is not valid JSON: line ${read.line}, column ${read.column}: ${read.problem}`,
    );
  }
  const parsed = parseValues(read.json, oktaCatalogue);
  if (!parsed.ok) throw new CommandError(`${file}: ${parsed.error}`);
  return parsed;
}

/** The operation of a set cannot be called by these methods: no snippet of them is written. */
function refusedMethods({ id, refusals }: ValueSet): readonly RefusedValue[] {
  // The same reason may apply to several methods; it is said once.
  const reasons = [...new Set(Object.values(refusals))];
  return reasons.map((reason) =>
    id === undefined ? { field: 'operation', reason } : { values: id, field: 'operation', reason },
  );
}

function fileText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandError(`${file} cannot be read (${codeOf(error)})`);
  }
}

/** A folder of its own for each set with an id, named after it as far as file systems allow. */
function folderNames(sets: readonly ValueSet[]): readonly string[] {
  const taken = new Set<string>();
  return sets.map(({ id }, index) => {
    if (id === undefined) return '';
    const plain = id
      .replace(/[^A-Za-z0-9_-]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60);
    // Some file systems ignore case; a name that clashes gets a number.
    const name =
      plain === '' || taken.has(plain.toLowerCase()) ? `${plain}-set-${index + 1}` : plain;
    const unique = taken.has(name.toLowerCase()) ? `${name}-set-${index + 1}` : name;
    taken.add(unique.toLowerCase());
    return `values-${unique.replace(/^-/, '')}/`;
  });
}

function entryOf(snippet: Snippet, { id }: ValueSet, folder: string): ManifestEntry {
  const { method, variant, keyType, request } = snippet.form;
  return {
    id: `${folder}${snippet.id}`,
    ...(id === undefined ? {} : { values: id }),
    method,
    language: snippet.language,
    variant,
    keyType,
    request,
    file: `${folder}${snippet.language}/${snippet.fileName}`,
    runAs: snippet.runAs,
    env: snippet.environment,
    run: snippet.run,
    claim: snippet.claim,
  };
}

/** Writes all files into a hidden folder first and moves them to their places at the end, the manifest last. */
function writeAll(folder: string, files: ReadonlyMap<string, string>): void {
  let draft: string | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    // Within the folder, because a move to another file system is not one step.
    draft = mkdtempSync(path.join(folder, '.draft-'));
    for (const [name, text] of files) {
      mkdirSync(path.dirname(path.join(draft, name)), { recursive: true });
      writeFileSync(path.join(draft, name), text);
    }
    for (const name of files.keys()) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      renameSync(path.join(draft, name), path.join(folder, name));
    }
  } catch (error) {
    throw new CommandError(`${folder} cannot be written to (${codeOf(error)})`);
  } finally {
    if (draft !== undefined) rmSync(draft, { recursive: true, force: true });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}

function ifAny<Key extends string, Item>(
  key: Key,
  items: readonly Item[],
): { readonly [K in Key]?: readonly Item[] } {
  return items.length === 0 ? {} : ({ [key]: items } as { readonly [K in Key]?: readonly Item[] });
}
