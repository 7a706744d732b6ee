import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { type CatalogueFile, catalogueText, readCatalogue } from '#catalogue/catalogueFile.ts';
import { catalogueChanges } from '#catalogue/changes.ts';
import {
  type ApiId,
  apiIds,
  apiNames,
  type Catalogue,
  type CatalogueOperation,
  type CatalogueSource,
} from '#catalogue/operation.ts';
import { withReferences } from '#catalogue/references.ts';
import {
  importSpecification,
  type ImportedSpecification,
} from '#catalogue/specification/importOperations.ts';
import { readOpenApiFile, SpecificationError } from '#catalogue/specification/openApiFile.ts';

import { CommandError } from './commandError.ts';

/** The committed catalogue, which the site and the command line read. */
export const catalogueFile = fileURLToPath(
  new URL('../src/catalogue/catalogue.json', import.meta.url),
);

export interface CatalogueOptions {
  /** The day of the specification's release, `2026-06-29`. */
  readonly date?: string;
  /** Print what would change, and write nothing. */
  readonly diff?: boolean;
  /** Where to write, instead of the committed file. */
  readonly out?: string;
}

/**
 * Imports OpenAPI files of Okta into the catalogue. An API whose file is not given keeps its operations. All files are
 * read before anything is written.
 *
 * @param files paths of the OpenAPI files
 * @returns what to print
 * @throws CommandError with the place and the reason, when a file cannot be read
 */
export function catalogueCommand(files: readonly string[], options: CatalogueOptions): string {
  if (files.length === 0) {
    throw new CommandError(
      '"catalogue" needs Okta\'s OpenAPI files: management.yaml, governance-….yaml, idp.yaml, oauth.yaml',
    );
  }
  if (options.date !== undefined && !isDate(options.date)) {
    throw new CommandError('--date is the day of the release, written as 2026-06-29');
  }
  const before = committedCatalogue();
  const after = importedCatalogue(files, before, options.date);
  if (options.diff === true) {
    return changesText(before, after);
  }
  const target = options.out ?? catalogueFile;
  const text = catalogueText(after);
  writeWhole(target, text);
  return `${countsText(after)}\nwrote ${path.basename(target)} (${text.length} bytes)\n${changesText(before, after)}`;
}

/** Reads OpenAPI files into a catalogue; APIs without a file are taken from the earlier one. */
export function importedCatalogue(
  files: readonly string[],
  before: Catalogue,
  date?: string,
): Catalogue {
  const specifications = new Map<ApiId, ImportedSpecification>();
  const sources = new Map<ApiId, CatalogueSource>(
    before.sources.map((source) => [source.api, source]),
  );
  for (const file of files) {
    const bytes = bytesOf(file);
    const specification = importedFile(path.basename(file), bytes);
    const { api, title, version, tagNames } = specification;
    if (specifications.has(api)) {
      throw new CommandError(`two of the files describe the ${apiNames[api]} API; give one`);
    }
    specifications.set(api, specification);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const earlier = sources.get(api);
    // The file does not say when it was released: the same bytes keep the day that was given with them.
    const released = date ?? (earlier?.sha256 === sha256 ? earlier.date : undefined);
    sources.set(api, {
      api,
      title,
      version,
      ...(released === undefined ? {} : { date: released }),
      file: path.basename(file),
      sha256,
      tagNames,
    });
  }
  const operations = apiIds.flatMap(
    (api) =>
      specifications.get(api)?.operations ??
      before.operations.filter((operation) => operation.api === api),
  );
  return {
    sources: apiIds.flatMap((api) => sources.get(api) ?? []),
    operations: withReferences(operations),
  };
}

/** The catalogue that is committed; an empty one before the first import. */
export function committedCatalogue(): Catalogue {
  let text: string;
  try {
    text = readFileSync(catalogueFile, 'utf8');
  } catch {
    return { sources: [], operations: [] };
  }
  return readCatalogue(JSON.parse(text) as CatalogueFile);
}

function importedFile(name: string, bytes: Buffer): ImportedSpecification {
  try {
    return importSpecification(readOpenApiFile(name, textOf(name, bytes)));
  } catch (error) {
    if (error instanceof SpecificationError) throw new CommandError(error.message);
    throw error;
  }
}

function textOf(name: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CommandError(`${name}: the file is not UTF-8 text`);
  }
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new CommandError(`cannot read ${file}: ${reason}`);
  }
}

/** Writes beside the file and renames, so that a half-written catalogue never lies there. */
function writeWhole(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, file);
  } catch (error) {
    throw new CommandError(
      `cannot write ${file}: ${error instanceof Error ? error.message : 'unwritable'}`,
    );
  }
}

function countsText({ sources, operations }: Catalogue): string {
  return sources
    .map(({ api, version }) => {
      const count = operations.filter((operation) => operation.api === api).length;
      return `${apiNames[api]} ${version}: ${count} operations`;
    })
    .join('\n');
}

function changesText(before: Catalogue, after: Catalogue): string {
  const { added, removed, changed } = catalogueChanges(before, after);
  const lines = [
    ...after.sources.flatMap((source) => {
      const earlier = before.sources.find(({ api }) => api === source.api);
      return earlier?.version === source.version
        ? []
        : [`version ${apiNames[source.api]}: ${earlier?.version ?? 'none'} -> ${source.version}`];
    }),
    ...added.map((operation) => `added   ${operationText(operation)}`),
    ...removed.map((operation) => `removed ${operationText(operation)}`),
    ...changed.flatMap(({ operation, changes }) =>
      changes.map((change) => `changed ${operation.reference}: ${change}`),
    ),
    `${added.length} added, ${removed.length} removed, ${changed.length} changed`,
  ];
  return `${lines.join('\n')}\n`;
}

function operationText({ reference, method, path: template, credentials }: CatalogueOperation) {
  const accepted = [
    ...(credentials.apiToken ? ['API token'] : []),
    ...credentials.scopeSets.map((scopes) => scopes.join(' and ')),
    ...credentials.clientAuthentication,
  ];
  return `${reference}: ${method} ${template} (${accepted.join(', ') || 'public'})`;
}

function isDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    new Date(text).toISOString().startsWith(text)
  );
}
