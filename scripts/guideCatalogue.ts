import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { type CatalogueFile, catalogueText, readCatalogue } from '#catalogue/catalogueFile.ts';
import { type Answers, answersText } from '#catalogue/answerShape.ts';
import { type BodyShapes, bodyShapesText } from '#catalogue/bodyShape.ts';
import { catalogueChanges } from '#catalogue/changes.ts';
import {
  type ApiId,
  apiIds,
  apiNames,
  type Catalogue,
  type CatalogueOperation,
  type CatalogueSource,
} from '#catalogue/operation.ts';
import { referencesAmong } from '#catalogue/references.ts';
import {
  importSpecification,
  type ImportedSpecification,
} from '#catalogue/specification/importOperations.ts';
import { changedBodies } from '#catalogue/specification/sharedShapes.ts';
import { readOpenApiFile, SpecificationError } from '#catalogue/specification/openApiFile.ts';

import { CommandError } from './commandError.ts';

/** The file of the operations' body shapes, committed beside the catalogue. */
export const bodyShapesFile = fileURLToPath(
  new URL('../src/catalogue/bodyShapes.json', import.meta.url),
);

/** The file of the operations' response shapes, committed beside the catalogue. */
export const answersFile = fileURLToPath(
  new URL('../src/catalogue/answerShapes.json', import.meta.url),
);

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
 * Imports Okta's OpenAPI files into the catalogue. An API whose file is not given keeps its
 * operations. All files are read before anything is written.
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
    throw new CommandError('--date is the date of the release, written like 2026-06-29');
  }
  const before = committedCatalogue();
  const read = readFiles(files);
  const after = catalogueOf(read, before, options.date);
  const shapesBefore = committedBodyShapes();
  const shapesAfter = bodyShapesOf(read, shapesBefore);
  const changes = `${bodyChangesText(shapesBefore, shapesAfter)}${changesText(before, after)}`;
  if (options.diff === true) return changes;
  const target = options.out ?? catalogueFile;
  const beside = (file: string): string => path.join(path.dirname(target), path.basename(file));
  const written = [
    [target, catalogueText(after)],
    [beside(bodyShapesFile), bodyShapesText(shapesAfter)],
    [beside(answersFile), answersText(answersOf(read, committedAnswers()))],
  ] as const;
  for (const [file, text] of written) writeWhole(file, text);
  const names = written.map(([file, text]) => `${path.basename(file)} (${text.length} bytes)`);
  return `${countsText(after)}\nwrote ${names.join(', ')}\n${changes}`;
}

/** An OpenAPI file that was read. */
interface ReadFile {
  readonly name: string;
  readonly sha256: string;
  readonly specification: ImportedSpecification;
}

/** Reads OpenAPI files into a catalogue; APIs without a file are taken from the earlier one. */
export function importedCatalogue(
  files: readonly string[],
  before: Catalogue,
  date?: string,
): Catalogue {
  return catalogueOf(readFiles(files), before, date);
}

/** Reads OpenAPI files into the shapes of their bodies; APIs without a file are taken from the earlier ones. */
export function importedBodyShapes(files: readonly string[], before: BodyShapes): BodyShapes {
  return bodyShapesOf(readFiles(files), before);
}

/** Reads OpenAPI files into the response shapes of their operations; APIs without a file are taken from the earlier ones. */
export function importedAnswers(files: readonly string[], before: Answers): Answers {
  return answersOf(readFiles(files), before);
}

function readFiles(files: readonly string[]): ReadonlyMap<ApiId, ReadFile> {
  const found = new Map<ApiId, ReadFile>();
  for (const file of files) {
    const bytes = bytesOf(file);
    const name = path.basename(file);
    const specification = importedFile(name, bytes);
    const { api } = specification;
    if (found.has(api)) {
      throw new CommandError(`two of the files describe the ${apiNames[api]} API; give only one`);
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    found.set(api, { name, sha256, specification });
  }
  return found;
}

function catalogueOf(
  files: ReadonlyMap<ApiId, ReadFile>,
  before: Catalogue,
  date: string | undefined,
): Catalogue {
  const operations = apiIds.flatMap(
    (api) =>
      files.get(api)?.specification.operations ??
      before.operations.filter((operation) => operation.api === api),
  );
  const referenceOf = referencesAmong(operations);
  return {
    sources: apiIds.flatMap((api) => {
      const earlier = before.sources.find((source) => source.api === api);
      const file = files.get(api);
      return file === undefined ? (earlier ?? []) : sourceOf(file, earlier, date);
    }),
    operations: operations.map((operation) =>
      named(operation, referenceOf(operation.api, operation.id)),
    ),
  };
}

const named = (
  operation: Omit<CatalogueOperation, 'reference'>,
  reference: string,
): CatalogueOperation => ({ ...operation, reference });

function sourceOf(
  { name, sha256, specification: { api, title, version, tagNames } }: ReadFile,
  earlier: CatalogueSource | undefined,
  date: string | undefined,
): CatalogueSource {
  // The file does not say when it was released: the same bytes keep the day that was given with them.
  const released = date ?? (earlier?.sha256 === sha256 ? earlier.date : undefined);
  return {
    api,
    title,
    version,
    ...(released === undefined ? {} : { date: released }),
    file: name,
    sha256,
    tagNames,
  };
}

function bodyShapesOf(files: ReadonlyMap<ApiId, ReadFile>, before: BodyShapes): BodyShapes {
  const of = (api: ApiId) => files.get(api)?.specification.bodyShapes ?? before[api];
  return {
    management: of('management'),
    governance: of('governance'),
    myAccount: of('myAccount'),
    oauth: of('oauth'),
  };
}

function answersOf(files: ReadonlyMap<ApiId, ReadFile>, before: Answers): Answers {
  const of = (api: ApiId) => files.get(api)?.specification.answers ?? before[api];
  return {
    management: of('management'),
    governance: of('governance'),
    myAccount: of('myAccount'),
    oauth: of('oauth'),
  };
}

/** The response shapes that are committed; none before the first import. */
function committedAnswers(): Answers {
  try {
    return JSON.parse(readFileSync(answersFile, 'utf8')) as Answers;
  } catch {
    const none = { shapes: [], answers: '' };
    return { management: none, governance: none, myAccount: none, oauth: none };
  }
}

/** The shapes of bodies that are committed; none before the first import. */
export function committedBodyShapes(): BodyShapes {
  try {
    return JSON.parse(readFileSync(bodyShapesFile, 'utf8')) as BodyShapes;
  } catch {
    const none = { shapes: [], bodies: {} };
    return { management: none, governance: none, myAccount: none, oauth: none };
  }
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

/** Writes beside the file and renames, so that a half-written catalogue is never there. */
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

/** Lists the operations that both have, and whose bodies have to be different now. */
function bodyChangesText(before: BodyShapes, after: BodyShapes): string {
  return apiIds
    .flatMap((api) => {
      const changed = changedBodies(before[api], after[api]);
      return changed.length === 0 ? [] : [`bodies  ${apiNames[api]}: ${changed.join(', ')}\n`];
    })
    .join('');
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
